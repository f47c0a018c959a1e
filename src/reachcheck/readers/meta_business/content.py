"""The table of posts: one row a post with its totals, of an Instagram account or a Facebook Page.

Labels are confirmed in English, and in part in French and Portuguese; the other words are the plain ones for the same.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.enums import Completeness, Scope
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.mended import read_mended
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import made_of
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable

_COUNTS: Names = {
    "impressions": ("Impressions", "Impressões"),
    "views": ("Views", "Vues", "Visualizações"),
    "reach": ("Reach", "Couverture", "Alcance"),
    "comments": ("Comments", "Commentaires", "Comentários"),
    "shares": ("Shares", "Partages", "Compartilhamentos"),
}
_COMMON: Names = {
    "post": ("Post ID", "Identifiant de la publication", "Identificação da publicação"),
    "published_at": ("Publish time", "Heure de publication", "Horário de publicação"),
    "url": ("Permalink", "Permalien", "Link permanente"),
    "kind": ("Post type", "Type de publication", "Tipo de publicação"),
    "date": ("Date", "Data"),
    **_COUNTS,
}
_OF_INSTAGRAM: Names = {
    "likes": ("Likes", "Mentions J'aime", "Curtidas"),
    "saves": ("Saves", "Enregistrements", "Salvamentos"),
    "follows": ("Follows",),
}
_OF_FACEBOOK: Names = {
    "interactions": ("Reactions, comments and shares",),
    "likes": ("Reactions", "Réactions", "Reações"),
    "clicks": ("Total clicks",),
}
INSTAGRAM: Names = {
    **_COMMON,
    "handle": ("Account username", "Nom d'utilisateur du compte", "Nome de usuário da conta"),
    **_OF_INSTAGRAM,
}
FACEBOOK: Names = {**_COMMON, "name": ("Page name", "Nom de la page", "Nome da página"), **_OF_FACEBOOK}
SHOWN_BY = ("post", "published_at", "url")

_STORY = re.compile(r"\bstor(?:y|ies)\b", re.IGNORECASE)


def instagram(member: Member, options: ReadOptions) -> Made:
    """Posts, reels and stories of an account."""
    return _read(member, options, INSTAGRAM)


def facebook(member: Member, options: ReadOptions) -> Made:
    """Posts of a Page, which people follow and do not befriend."""
    return replace(_read(member, options, FACEBOOK), noun="followers")


def _read(member: Member, options: ReadOptions, names: Names) -> Made:
    """Months come first where the days do not show it: Meta writes dates so in every language that was seen."""
    options = replace(options, date_order=options.date_order or "mdy")
    cells = read_mended(member, options, names, _without_counts_of_stories, "post", "published_at")
    stories = [at for at, kind in enumerate(cells.text("kind")) if kind and _STORY.search(kind)]
    words = cells.text("date")
    days = [at for at, word in enumerate(words) if word and any(map(str.isdigit, word))]
    if cells.size and len(days) == cells.size:
        problem, remedy = msg("meta_business.single_days"), msg("meta_business.single_days_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy)
    cells.rows.leave_out(days, lambda _: msg("meta_business.single_day"))
    cells.rows.warn(stories, lambda _: msg("meta_business.story"))
    scope = Scope.LIFETIME if all(words) else None
    return made_of(cells, builders.posts(cells, completeness=Completeness.WINDOW, scope=scope))


def _without_counts_of_stories(table: RawTable, columns: Mapping[str, str]) -> RawTable:
    """A story is gone after a day, and no comment can stand below it: beside posts its counts would look poor."""
    if "kind" not in columns:
        return table
    kind = table.header.index(columns["kind"])
    counts = {table.header.index(columns[name]) for name in {*_COUNTS, *_OF_INSTAGRAM, *_OF_FACEBOOK} & columns.keys()}
    rows = [
        ["" if n in counts else cell for n, cell in enumerate(row)] if _STORY.search(row[kind]) else row
        for row in table.rows
    ]
    return replace(table, rows=rows)
