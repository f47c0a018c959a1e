"""The tables that X's analytics hands out: days, posts, videos; by the names of their columns, else by their places."""

from dataclasses import replace

import numpy as np

from reachcheck.message import msg
from reachcheck.model.tables import Daily, Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.numbered import is_number
from reachcheck.readers.kit.opening import open_table
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.tabled import columns_of, knows, made_of
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable
from reachcheck.readers.x.headers import ACTIVITY, CONTENT, DAILY_ACTIVITY, OVERVIEW, VIDEO, Header
from reachcheck.readers.x.links import owner_of, post_of


def overview(member: Member, options: ReadOptions) -> Made:
    """One row a day: shown, liked, answered, new followers and those who left."""
    return _days(_cells(member, options, OVERVIEW))


def daily_activity(member: Member, options: ReadOptions) -> Made:
    """One row a day, until 2024; follows are those that single posts drew, not all, and are left alone."""
    return _days(_cells(member, options, DAILY_ACTIVITY))


def video(member: Member, options: ReadOptions) -> Made:
    """One row a day: views of videos; the table of single videos below is not read."""
    return _days(_cells(member, options, VIDEO))


def content(member: Member, options: ReadOptions) -> Made:
    """One row a post or reply of the chosen window, with what each drew."""
    return _posts(_cells(member, options, CONTENT))


def activity(member: Member, options: ReadOptions) -> Made:
    """The same, until 2024."""
    return _posts(_cells(member, options, ACTIVITY))


def _cells(member: Member, options: ReadOptions, header: Header) -> Cells:
    """The columns by name; where the needed ones are not all known by theirs, by place, with a remark."""
    table, _ = open_table(member, knows({**header.names, "": header.beside}))
    columns = columns_of(table.header, header.names)
    by_name = columns.keys() >= set(header.needed)
    if not by_name and len(table.header) == len(header.places):
        columns = {name: cell for name, cell in zip(header.places, table.header, strict=True) if name}
    table = _with_numbers(table, columns)
    cells = Cells(table, columns, Rows(table), place=member.name, date_order=options.date_order)
    if not by_name:
        cells.rows.note(msg("x.by_place", columns=len(table.header)))
    return cells


def _with_numbers(table: RawTable, columns: dict[str, str]) -> RawTable:
    """Numbers of posts that a spreadsheet rounded, put right from the links beside them."""
    if not {"post", "link"} <= columns.keys():
        return table
    at = table.header.index(columns["post"])
    links = table.column(columns["link"])
    rows = [
        row if is_number(row[at]) else [*row[:at], post_of(link) or row[at], *row[at + 1 :]]
        for row, link in zip(table.rows, links, strict=True)
    ]
    return replace(table, rows=rows)


def _days(cells: Cells) -> Made:
    (draft,) = builders.daily(cells)
    assert isinstance(draft.rows, Daily)
    kept = draft.at[cells.rows.keep[draft.at]]
    dates = draft.rows.date[cells.rows.keep[draft.at]]
    last = sorted(set(kept[dates == dates.max()].tolist())) if len(dates) else []
    cells.rows.warn(last, lambda _: msg("x.last_day"))
    return made_of(cells, (draft,))


def _posts(cells: Cells) -> Made:
    """Posts, of which those that begin with somebody's name are replies; whose they are is in their links."""
    (draft,) = builders.posts(cells)
    made = made_of(cells, (_with_replies(draft, cells),))
    used = {cells.source("text"): "is_reply"} if "text" in cells else {}
    handle = owner_of(cells.raw("link")) if "link" in cells else None
    return replace(made, columns={**made.columns, **used}, handle=handle)


def _with_replies(draft: Draft, cells: Cells) -> Draft:
    assert isinstance(draft.rows, Posts)
    if "text" not in cells:
        return draft
    flags = np.array([text.startswith("@") for text in cells.raw("text")], dtype=np.int8)
    return replace(draft, rows=replace(draft.rows, is_reply=flags))
