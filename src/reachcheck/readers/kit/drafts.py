"""Rows of one table on their way to a fragment: what is not kept falls away, what they cover is noted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Index, Text, Times
from reachcheck.model.enums import Completeness, Direction, Order, TableName
from reachcheck.model.tables import Coverage, Table
from reachcheck.readers.base import Fragment
from reachcheck.readers.kit.rows import Rows


@dataclass(frozen=True, kw_only=True, eq=False)
class Draft:
    """Rows of one table, `at` which rows of the file they stand; `owners` and `platforms` are by row of the file."""

    rows: Table
    table: TableName
    completeness: Completeness = Completeness.WINDOW
    direction: Direction | None = None
    at: Index
    owners: Sequence[str | None] = ()
    platforms: Sequence[str | None] = ()


@dataclass(frozen=True)
class Owners:
    """Whose rows these are: one handle, or one a row; the same for their platforms."""

    handle: str | None
    of_row: Sequence[str | None] | None
    platform: str
    platform_of_row: Sequence[str | None] | None


def settle_owners(rows: Rows, drafts: Sequence[Draft], handle: str | None = None) -> list[Owners]:
    """Whose the rows of each draft are: its own owners, else those of the first draft, else `handle`.

    One owner is told from several; among several, rows that name nobody are left out.
    """
    shared = drafts[0].owners if drafts else ()
    return [_settled(rows, draft, draft.owners or shared, handle) for draft in drafts]


def _settled(rows: Rows, draft: Draft, names: Sequence[str | None], handle: str | None) -> Owners:
    owners = _distinct(rows, names)
    if len(owners) > 1:
        rows.leave_out([at for at in draft.at.tolist() if names[at] is None], lambda _: msg("row.nobody"))
    platforms = _distinct(rows, draft.platforms)
    return Owners(
        owners[0] if len(owners) == 1 else None if owners else handle,
        names if len(owners) > 1 else None,
        platforms[0] if len(platforms) == 1 else "",
        draft.platforms if len(platforms) > 1 else None,
    )


def finish(draft: Draft, rows: Rows, owners: Owners) -> Fragment:
    """The kept rows with the places where they stand in the file."""
    at = draft.at[rows.keep[draft.at]]
    table = draft.rows.take(rows.keep[draft.at])
    return Fragment(
        rows=replace(table, row=rows.lines[at]),
        owners=_texts(owners.of_row, at),
        platforms=_texts(owners.platform_of_row, at),
        handle=owners.handle,
        coverage=_covered(draft, table),
    )


def _distinct(rows: Rows, values: Sequence[str | None]) -> list[str]:
    kept = zip(values, rows.keep.tolist(), strict=False)
    return list(dict.fromkeys(value for value, keep in kept if keep and value))


def _texts(values: Sequence[str | None] | None, at: Index) -> Text | None:
    return None if values is None else Text.of(values[position] for position in at.tolist())


def _covered(draft: Draft, table: Table) -> Coverage:
    time = getattr(table, table.time) if table.time else np.empty(0, dtype="datetime64[s]")
    known = time[~np.isnat(time)]
    span = {"start": known.min(keepdims=True), "end": known.max(keepdims=True)} if len(known) else {}
    direction = {} if draft.direction is None else {"direction": _one(draft.direction)}
    return Coverage.of(
        1,
        table=_one(draft.table),
        completeness=_one(draft.completeness),
        order=_one(_order(known)),
        **span,
        **direction,
    )


def _one(value: int) -> np.ndarray[tuple[int], np.dtype[np.int8]]:
    return np.array([value], dtype=np.int8)


def _order(known: Times) -> Order:
    """How the file orders its dated rows, as far as they show it."""
    steps = np.diff(known).astype(np.int64)
    if (steps > 0).any() and (steps >= 0).all():
        return Order.OLDEST_FIRST
    return Order.NEWEST_FIRST if (steps < 0).any() and (steps <= 0).all() else Order.UNKNOWN
