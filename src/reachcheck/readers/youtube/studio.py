"""The tables of YouTube Studio's advanced mode: videos or days of a period, with whatever figures were chosen.

The first row sums up the others. Subscribers are those who came less those who left in the period, never how many
there are.
"""

import re
from collections.abc import Mapping
from itertools import pairwise

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.enums import Completeness, Scope
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names, has_columns, titles
from reachcheck.readers.kit.tabled import made_of, read_cells
from reachcheck.readers.source import Member
from reachcheck.readers.table.totals import says_total

FIGURES: Mapping[str, tuple[str, ...]] = {
    "views": ("Views", "Vues"),
    "likes": ("Likes", "J'aime"),
    "comments": ("Comments added", "Commentaires ajoutés"),
    "shares": ("Shares", "Partages"),
    "impressions": ("Impressions",),
}
VIDEOS: Names = {
    "post": ("Content", "Video", "Contenu"),
    "published_at": ("Video publish time", "Heure de publication de la vidéo"),
    "follows": ("Subscribers gained", "Subscribers", "Abonnés"),
    **FIGURES,
}
DAYS: Names = {
    "date": ("Date",),
    "gained": ("Subscribers gained",),
    "lost": ("Subscribers lost",),
    "net": ("Subscribers", "Abonnés"),
    **FIGURES,
}
TOTALS = re.compile(r"(?:^|/)(?:Totals|Totaux)(?: ?\(\d+\))?\.csv$", re.IGNORECASE)
MOST = 500
"""So many rows a table has at most."""
NET = ("follows", "likes", "comments", "shares")
"""Figures from which YouTube takes what was taken back."""


def videos(member: Member, options: ReadOptions) -> Made:
    """One row a video of the period, without its title; of more than fit into a table only the best are there."""
    cells = read_cells(member, options, VIDEOS, "post", "published_at")
    _leave_total(cells, "post")
    full = Completeness.TOP if cells.rows.kept >= MOST else Completeness.WINDOW
    return made_of(cells, builders.posts(cells, completeness=full, scope=Scope.WINDOW, net=NET))


def days(member: Member, options: ReadOptions) -> Made:
    """One row a day of the period."""
    cells = read_cells(member, options, DAYS, "date")
    _leave_total(cells, "date")
    return made_of(cells, builders.daily(cells, net=NET))


def has_videos(member: Member) -> bool:
    """Whether the columns are those of a table of videos: no other names the time of publication so."""
    return has_columns(VIDEOS, "post", "published_at")(member) and not is_chart(member)


def is_chart(member: Member) -> bool:
    """Whether a row is of one video on one day."""
    return has_columns({**DAYS, **VIDEOS}, "date", "post", "published_at")(member)


def has_days(member: Member) -> bool:
    """Whether figures stand beside a date, as in many a file: here their sum comes first, or the file is called so."""
    named = bool(TOTALS.search(member.path))
    rows = titles(member)
    summed = any("date" in row and "total" in below for row, below in pairwise(rows))
    return (named or summed) and any(has_columns(DAYS, "date", name)(member) for name in DAYS if name != "date")


def chart(member: Member, _: ReadOptions) -> Made:
    """Refused, as the days of single videos are neither those of the channel nor posts.

    Raises UnreadableError.
    """
    raise UnreadableError(msg("youtube.chart"), place=member.name, remedy=msg("youtube.chart_remedy"))


def _leave_total(cells: Cells, name: str) -> None:
    total = [n for n, text in enumerate(cells.raw(name)) if says_total(text)]
    cells.rows.leave_out(total, lambda _: msg("table.total_row"))
