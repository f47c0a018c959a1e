"""What Apify's scrapers of TikTok and Instagram write, as JSON, one object a line, or CSV with one column a value.

Figures of an account are those of the day of the scrape. Comments that come with a post are only its latest, so that
nothing is made of them.
"""

from collections.abc import Mapping

import numpy as np

from reachcheck.message import msg
from reachcheck.model.enums import Completeness, Scope, TableName
from reachcheck.model.tables import Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.collected.excerpts import excerpt
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.mended import emptied, read_mended
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import made_of, read_cells
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable

TIKTOK: Names = {
    "handle": ("authorMeta.name", "authorMeta.uniqueId"),
    "post": ("id",),
    "url": ("webVideoUrl",),
    "published_at": ("createTimeISO", "createTime"),
    "likes": ("diggCount",),
    "comments": ("commentCount",),
    "shares": ("shareCount",),
    "saves": ("collectCount",),
    "views": ("playCount",),
    "followers": ("authorMeta.fans",),
    "following": ("authorMeta.following",),
    "posts": ("authorMeta.video",),
    "searched": ("searchHashtag.name", "searchQuery"),
}
INSTAGRAM: Names = {
    "handle": ("ownerUsername",),
    "post": ("shortCode",),
    "url": ("url",),
    "published_at": ("timestamp",),
    "likes": ("likesCount",),
    "comments": ("commentsCount",),
    "views": ("videoPlayCount", "videoViewCount"),
    "searched": ("inputUrl",),
}
PROFILES: Names = {
    "handle": ("username",),
    "followers": ("followersCount",),
    "following": ("followsCount",),
    "posts": ("postsCount",),
}
HIDDEN = "-1"
"""What stands for likes that their owner hides."""
_STATED = ("followers", "following", "posts")
_SELECTIONS = ("/explore/", "/tags/")
"""In the address that was scraped: posts of a tag or a place, whoever's they are."""


def tiktok(member: Member, options: ReadOptions) -> Made:
    """One row a video, with the figures of its author beside it."""
    cells = read_cells(member, options, TIKTOK)
    searched = any(cells.text("searched"))
    posts = _posts(cells, searched=searched)
    return made_of(cells, [posts, _authors(cells, posts)])


def instagram(member: Member, options: ReadOptions) -> Made:
    """One row a post; likes that are hidden and views of pictures are missing."""
    cells = read_mended(member, options, INSTAGRAM, without_hidden)
    addresses = cells.text("searched")
    searched = any(part in address for address in addresses if address for part in _SELECTIONS)
    return made_of(cells, [_posts(cells, searched=searched)])


def profiles(member: Member, options: ReadOptions) -> Made:
    """One row an account."""
    cells = read_cells(member, options, PROFILES)
    return made_of(cells, builders.profile(cells))


def without_hidden(table: RawTable, columns: Mapping[str, str]) -> RawTable:
    """Counts that are hidden, and views of what nobody can view, as empty cells."""
    table = emptied(emptied(table, columns.get("likes"), HIDDEN), columns.get("comments"), HIDDEN)
    return emptied(table, columns.get("views"), HIDDEN, "0")


def _posts(cells: Cells, *, searched: bool) -> Draft:
    """Posts; what holds none, but an error, is left out."""
    none = [at for at, key in enumerate(zip(cells.text("post"), cells.text("url"), strict=True)) if not any(key)]
    cells.rows.leave_out(none, lambda _: msg("collected.no_post"))
    (posts,) = builders.posts(cells, scope=Scope.LIFETIME)
    return excerpt(posts, chosen=searched)


def _authors(cells: Cells, posts: Draft) -> Draft:
    """What the first row of each author states of the account."""
    stated = {name: cells.number(name) for name in _STATED}
    first: dict[str | None, int] = {}
    for position in np.flatnonzero(cells.rows.keep).tolist():
        first.setdefault(posts.owners[position], position)
    at = np.array(sorted(first.values()), dtype=np.int64)
    table = Profile.of(len(at), **{name: values[at] for name, values in stated.items()})
    unknown = Completeness.UNKNOWN
    return Draft(rows=table, table=TableName.PROFILE, completeness=unknown, at=at, owners=posts.owners)
