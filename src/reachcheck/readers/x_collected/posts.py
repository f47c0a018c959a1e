"""From a table of collected posts to rows: posts, what their authors state of themselves, and who responded to whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from reachcheck.model.columns import Bools, Floats, Times
from reachcheck.model.enums import Completeness, Scope, TableName
from reachcheck.model.tables import Posts, Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import cells_of, columns_of, made_of
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable
from reachcheck.readers.x_collected.people import last_day
from reachcheck.readers.x_collected.responses import responses

REPOST = "RT @"
"""How the text of a repost begins."""

_COUNTS = ("likes", "comments", "shares", "saves", "impressions")
_STATED = ("followers", "following", "posts")


def posts(table: RawTable, names: Names, member: Member, options: ReadOptions, decimal: str | None = None) -> Made:
    """One row a post; of each author and day of collecting, what was stated of the author is kept once."""
    table = _with_owners(table, columns_of(table.header, names))
    cells = cells_of(table, member.name, options, names, decimal)
    (draft,) = builders.posts(cells, completeness=Completeness.UNKNOWN, scope=Scope.LIFETIME)
    assert isinstance(draft.rows, Posts)
    several = len({owner for owner in draft.owners if owner}) > 1
    completeness = Completeness.TOP if several else Completeness.UNKNOWN
    draft = replace(draft, rows=_told_apart(draft.rows, cells), completeness=completeness)
    as_of, _ = cells.date("as_of")
    stated = _stated(cells, draft.owners, as_of)
    made = made_of(cells, (draft, *stated, *responses(cells, draft)))
    used = {cells.source("text"): "is_repost"} if "text" in cells else {}
    return replace(made, columns={**made.columns, **used}, exported_at=last_day(as_of))


def _with_owners(table: RawTable, columns: Mapping[str, str]) -> RawTable:
    """The table with an owner in each row: the user name, that of another row of the same author, else the number."""
    if "author" not in columns:
        return table
    column = columns.get("handle")
    handles = table.column(column) if column else [""] * len(table.rows)
    authors = table.column(columns["author"])
    known = {author: handle for author, handle in zip(authors, handles, strict=True) if author and handle}
    owners = [handle or known.get(author, author) for handle, author in zip(handles, authors, strict=True)]
    if column is None:
        header, place = (*table.header, "author.username"), len(table.header)
    else:
        header, place = table.header, table.header.index(column)
    rows = [[*row[:place], owner, *row[place + 1 :]] for row, owner in zip(table.rows, owners, strict=True)]
    return replace(table, header=header, rows=rows)


def _told_apart(rows: Posts, cells: Cells) -> Posts:
    """Replies and reposts told apart; a repost shows what the original drew, and shown 0 times means not counted."""
    repeated, text = cells.text("repeated"), cells.text("text")
    marked = [bool(a) or bool(b and b.startswith(REPOST)) for a, b in zip(repeated, text, strict=True)]
    repost = np.array(marked, dtype=np.bool_)
    answered = [a or b for a, b in zip(cells.text("answered"), cells.text("answered_user"), strict=True)]
    reply = np.array([bool(name) for name in answered], dtype=np.bool_) & ~repost
    counts: dict[str, Any] = {name: _of_its_own(getattr(rows, name), repost) for name in _COUNTS}
    counts["impressions"] = np.where(counts["impressions"] == 0, np.nan, counts["impressions"])
    return replace(rows, is_repost=repost.astype(np.int8), is_reply=reply.astype(np.int8), **counts)


def _of_its_own(counts: Floats, repost: Bools) -> Floats:
    return np.where(repost, np.nan, counts)


def _stated(cells: Cells, owners: Sequence[str | None], as_of: Times) -> list[Draft]:
    """What is stated of each author, the first of each day; nothing where nothing is."""
    values = {name: cells.number(name) for name in _STATED}
    created_at, _ = cells.date("created_at")
    given = ~np.isnan(np.column_stack(list(values.values()))).all(axis=1) & cells.rows.keep
    days = as_of.astype("datetime64[D]").astype(np.int64).tolist()
    firsts: dict[tuple[str | None, int], int] = {}
    for row in np.flatnonzero(given).tolist():
        firsts.setdefault((owners[row], days[row]), row)
    if not firsts:
        return []
    at = np.array(sorted(firsts.values()), dtype=np.int64)
    columns = {name: column[at] for name, column in values.items()}
    rows = Profile.of(len(at), as_of=as_of[at], created_at=created_at[at], **columns)
    unknown = Completeness.UNKNOWN
    return [Draft(rows=rows, table=TableName.PROFILE, completeness=unknown, at=at, owners=owners)]
