"""TikTok Studio's downloads: figures by day, followers, viewers and a few videos, as delimited text or workbooks.

Their days have no year, and are named in the language of the page. A day that is not final has `undefined` in one
column, and a 0 that means nothing in the others.
"""

from dataclasses import replace
from functools import partial

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Floats, Text
from reachcheck.model.enums import Completeness, Scope, TableName
from reachcheck.model.tables import Breakdown, Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.books import SheetKind, read_book
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names, has_columns
from reachcheck.readers.kit.tabled import made_of, read_cells
from reachcheck.readers.source import Member
from reachcheck.readers.table.workbook import is_workbook
from reachcheck.readers.tiktok.days import published, put_right
from reachcheck.readers.tiktok.entries import video
from reachcheck.readers.tiktok.named import Named
from reachcheck.readers.values import dates, numbers

OVERVIEW: Names = {
    "date": ("Date",),
    "views": ("Video Views",),
    "profile_visits": ("Profile Views",),
    "likes": ("Likes",),
    "comments": ("Comments",),
    "shares": ("Shares",),
}
HISTORY: Names = {
    "date": ("Date",),
    "followers": ("Followers",),
    "difference": ("Difference in followers from previous day",),
}
VIEWERS: Names = {"date": ("Date",), "reach": ("Total Viewers",), "returning": ("Returning Viewers",)}
ACTIVITY: Names = {"date": ("Date",), "hour": ("Hour",), "active": ("Active followers",)}
GENDER: Names = {"value": ("Gender",), "share": ("Distribution",)}
TERRITORIES: Names = {"value": ("Top territories",), "share": ("Distribution",)}
CONTENT: Names = {
    "post": ("Video link",),
    "published_at": ("Post time",),
    "likes": ("Total likes",),
    "comments": ("Total comments",),
    "shares": ("Total shares",),
    "views": ("Total views",),
}
TAKEN_BACK = ("likes", "comments", "shares")

_MAJORITY = 0.9
"""On this share of the days a column must be what it is taken for."""


def read_studio(member: Member, options: ReadOptions) -> Made:
    """One table of a download, as text or as a sheet of a workbook.

    Raises UnreadableError where its days cannot be told.
    """
    named = Named.of(member)
    kinds = [
        SheetKind(names=names, shown_by=shown_by, build=partial(build, named, member.name))
        for names, shown_by, build in KINDS
    ]
    if is_workbook(member):
        return read_book(member, options, kinds)
    kind = next(kind for kind in kinds if has_columns(kind.names, *kind.shown_by)(member))
    cells = read_cells(member, options, kind.names, *kind.shown_by)
    return made_of(cells, kind.build(cells))


def is_studio(member: Member) -> bool:
    """Whether the columns are those of a download; two of the tables have such common ones that their name counts."""
    return any(
        has_columns(names, *shown_by)(member) and (names is not GENDER or "followergender" in member.name.lower())
        for names, shown_by, _ in KINDS
    )


def overview(named: Named, place: str, cells: Cells) -> list[Draft]:
    """Figures by day; likes and the like are less those that were taken back."""
    return builders.daily(put_right(cells, named, place), net=TAKEN_BACK)


def history(named: Named, place: str, cells: Cells) -> list[Draft]:
    """Followers by day. The column of differences is left alone: it holds those to the next day, whatever it says."""
    found = put_right(cells, named, place)
    followers, difference = (numbers(found.raw(name)).values for name in ("followers", "difference"))
    order = np.argsort(dates(found.raw("date")).values, kind="stable")
    step, told = np.diff(followers[order]), difference[order]
    if not _agree(step, told[:-1]) and not _agree(step, told[1:]):
        cells.rows.note(msg("tiktok.difference", column=cells.source("difference")))
    cells.leave("difference")
    return builders.daily(found)


def viewers(named: Named, place: str, cells: Cells) -> list[Draft]:
    """Accounts that saw something, by day."""
    return builders.daily(put_right(cells, named, place))


def activity(named: Named, place: str, cells: Cells) -> list[Draft]:
    """How many followers were active in each hour of the last days: said, and not used for anything."""
    found = put_right(cells, named, place)
    active, days = found.number("active"), found.date("date", essential=True)[0].astype("datetime64[D]")
    known = found.rows.keep & ~np.isnan(active)
    if known.any():
        span = {"start": str(days[known].min()), "end": str(days[known].max())}
        low, high = float(active[known].min()), float(active[known].max())
        found.rows.note(msg("tiktok.activity", low=low, high=high, **span))
    found.rows.leave_out(range(found.size), lambda _: msg("tiktok.hour"))
    return []


def shares(_: Named, __: str, cells: Cells) -> list[Draft]:
    """How followers divide, as of the day of the download."""
    values, share = cells.text("value"), cells.number("share")
    cells.need("value", values)
    cells.rows.leave_out_repeats(values)
    rows = Breakdown.of(
        cells.size,
        dimension=Text.of([cells.source("value")] * cells.size),
        value=Text.of(values),
        share=share,
        share_text=Text.of(cells.raw("share")),
    )
    return [Draft(rows=rows, table=TableName.BREAKDOWN, completeness=Completeness.TOP, at=np.arange(cells.size))]


def content(named: Named, _: str, cells: Cells) -> list[Draft]:
    """Some fifteen videos, neither the newest nor the best, with their figures until now; titles are not kept."""
    keys = [video(link) for link in cells.ids("post")]
    (draft,) = builders.posts(published(cells, keys, named), completeness=Completeness.TOP, scope=Scope.LIFETIME)
    assert isinstance(draft.rows, Posts)
    return [replace(draft, rows=replace(draft.rows, key=Text.of(keys)))]


KINDS = (
    (OVERVIEW, ("date", "views", "profile_visits"), overview),
    (HISTORY, ("date", "followers", "difference"), history),
    (VIEWERS, ("date", "reach", "returning"), viewers),
    (ACTIVITY, ("date", "hour", "active"), activity),
    (CONTENT, ("post", "published_at", "views"), content),
    (TERRITORIES, ("value", "share"), shares),
    (GENDER, ("value", "share"), shares),
)


def _agree(one: Floats, other: Floats) -> bool:
    """Whether two columns are alike on nearly all of the days on which both are known; so they are where none is."""
    known = ~np.isnan(one) & ~np.isnan(other)
    return bool(not known.any() or np.mean(one[known] == other[known]) >= _MAJORITY)
