"""What LinkedIn gives to whoever looks after a company page: followers, posts and visitors.

They come as workbooks, XLS or XLSX, of one or two sheets that are read, and others that divide the totals of those.
"""

from dataclasses import replace

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Floats, Text
from reachcheck.model.tables import Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.books import SheetKind, read_book
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names, has_columns
from reachcheck.readers.kit.tabled import made_of, read_cells
from reachcheck.readers.linkedin.columns import posts_at
from reachcheck.readers.source import Member
from reachcheck.readers.table.workbook import is_workbook
from reachcheck.readers.values import dates, numbers

NOUN = "followers"
PARTS = ("sponsored", "organic", "invited")
FOLLOWERS: Names = {
    "date": ("Date",),
    "sponsored": ("Sponsored followers",),
    "organic": ("Organic followers",),
    "invited": ("Auto-invited followers",),
    "total": ("Total followers",),
}
METRICS: Names = {
    "date": ("Date",),
    "impressions": ("Impressions (total)",),
    "likes": ("Reactions (total)",),
    "comments": ("Comments (total)",),
    "shares": ("Reposts (total)", "Shares (total)"),
}
POSTS: Names = {
    "post": ("Post link",),
    "published_at": ("Created date",),
    "impressions": ("Impressions",),
    "clicks": ("Clicks",),
    "likes": ("Likes", "Reactions"),
    "comments": ("Comments",),
    "shares": ("Reposts", "Shares"),
    "follows": ("Follows",),
}
VISITORS: Names = {"date": ("Date",), "profile_visits": ("Total page views (total)",)}
TAKEN_BACK = ("likes", "comments", "shares")

_MAJORITY = 0.9
"""On this share of the days a total must be what it is taken for."""


def page(member: Member, options: ReadOptions) -> Made:
    """A workbook of a page, or one sheet of it that was saved as delimited text."""
    if is_workbook(member):
        return replace(read_book(member, options, KINDS), noun=NOUN)
    kind = next(kind for kind in KINDS if has_columns(kind.names, *kind.shown_by)(member))
    cells = read_cells(member, options, kind.names, *kind.shown_by)
    return replace(made_of(cells, kind.build(cells)), noun=NOUN)


def is_page(member: Member) -> bool:
    """Whether the columns of some sheet are those of a page's followers, figures by day, posts or visitors."""
    return any(has_columns(kind.names, *kind.shown_by)(member) for kind in KINDS)


def followers(cells: Cells) -> list[Draft]:
    """Followers who came by day; what the column of totals counts is told by its parts, and not by its name."""
    parts = np.sum([_numbers(cells, name) for name in PARTS if name in cells], axis=0)
    total = _numbers(cells, "total")
    if _agree(total, parts):
        cells.rename(total="gained")
        _say_sponsored(cells, total)
    elif _agree(*_from_day_to_day(cells, total, parts)):
        cells.rename(total="followers")
    else:
        cells.rows.note(msg("linkedin.total_unclear", column=cells.source("total")))
    return builders.daily(cells)


def metrics(cells: Cells) -> list[Draft]:
    """Figures by day of all posts; reactions and the like are less those that were taken back."""
    return builders.daily(cells, net=TAKEN_BACK)


def posts(cells: Cells) -> list[Draft]:
    """The posts of a period by their addresses; neither titles nor names of authors are kept."""
    (draft,) = builders.posts(cells)
    assert isinstance(draft.rows, Posts)
    return [replace(draft, rows=replace(draft.rows, key=Text.of(posts_at(draft.rows.key.decode()))))]


KINDS = (
    SheetKind(names=FOLLOWERS, shown_by=("date", "organic", "total"), build=followers),
    SheetKind(names=METRICS, shown_by=("date", "impressions", "likes"), build=metrics),
    SheetKind(names=POSTS, shown_by=("post", "published_at", "impressions"), build=posts),
    SheetKind(names=VISITORS, shown_by=("date", "profile_visits"), build=builders.daily),
)


def _numbers(cells: Cells, name: str) -> Floats:
    return numbers(cells.raw(name)).values


def _agree(one: Floats, other: Floats) -> bool:
    """Whether two columns are alike on nearly all of the days on which both are known."""
    known = ~np.isnan(one) & ~np.isnan(other)
    return bool(known.any() and np.mean(one[known] == other[known]) >= _MAJORITY)


def _from_day_to_day(cells: Cells, total: Floats, parts: Floats) -> tuple[Floats, Floats]:
    """By how much the totals rise from each day to the next, and who came on the later one."""
    order = np.argsort(dates(cells.raw("date")).values, kind="stable")
    return np.diff(total[order]), parts[order][1:]


def _say_sponsored(cells: Cells, total: Floats) -> None:
    """Followers won by advertising are followers as any; a step that they make has its reason."""
    sponsored = np.nansum(_numbers(cells, "sponsored")) if "sponsored" in cells else 0.0
    if sponsored > 0:
        cells.rows.note(msg("linkedin.sponsored", sponsored=float(sponsored), gained=float(np.nansum(total))))
