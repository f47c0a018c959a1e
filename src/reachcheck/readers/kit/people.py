"""Ties and responses of named people, from columns of equal length: for lists that are no tables."""

from collections.abc import Sequence

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Enums, Index, Text, Times
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, SinceKind, TableName
from reachcheck.model.tables import Edges, Interactions
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.rows import Rows

UNKNOWN = Completeness.UNKNOWN


def leave_out_nobody(rows: Rows, names: Sequence[str | None]) -> None:
    """Report rows that name nobody."""
    rows.leave_out([n for n, name in enumerate(names) if name is None], lambda _: msg("row.nobody"))


def ties(
    names: Sequence[str | None],
    since: Times,
    direction: Direction,
    *,
    at: Index | None = None,
    kind: KeyKind = KeyKind.HANDLE,
    exact: SinceKind = SinceKind.EXACT,
    completeness: Completeness = UNKNOWN,
) -> Draft:
    """Ties of one direction that last, which stand at these rows, or at all; `exact` is how exactly times are known."""
    at = np.arange(len(names)) if at is None else at
    times = since[at]
    kinds = np.where(np.isnat(times), SinceKind.NONE, exact).astype(np.int8)
    rows = _edges(names, at, direction, kind, since=times, since_kind=kinds)
    return Draft(rows=rows, table=TableName.EDGES, completeness=completeness, direction=direction, at=at)


def ended_ties(
    rows: Rows,
    names: Sequence[str | None],
    until: Times,
    direction: Direction,
    *,
    kind: KeyKind = KeyKind.HANDLE,
) -> Draft:
    """Ties of one direction that have ended, all rows; one without the time of its end is left out.

    It would count as a tie that lasts.
    """
    rows.leave_out(np.flatnonzero(np.isnat(until)).tolist(), lambda _: msg("row.no_end"))
    at = np.arange(len(names))
    since_kind = np.full(len(at), SinceKind.NONE, dtype=np.int8)
    table = _edges(names, at, direction, kind, until=until, since_kind=since_kind)
    return Draft(rows=table, table=TableName.EDGES, completeness=UNKNOWN, direction=direction, at=at)


def given(
    names: Sequence[str | None],
    when: Times,
    what: Response | Enums,
    *,
    posts: Sequence[str | None] | None = None,
    kind: KeyKind = KeyKind.HANDLE,
) -> Draft:
    """Responses that the owner gave to others, all rows."""
    size = len(names)
    rows = Interactions.of(
        size,
        direction=np.full(size, Direction.OUT, dtype=np.int8),
        peer=Text.of(names),
        key_kind=np.full(size, kind, dtype=np.int8),
        what=np.full(size, what, dtype=np.int8),
        post=Text.of([None] * size if posts is None else posts),
        at=when,
    )
    at = np.arange(size)
    out = Direction.OUT
    return Draft(rows=rows, table=TableName.INTERACTIONS, completeness=UNKNOWN, direction=out, at=at)


def _edges(
    names: Sequence[str | None], at: Index, direction: Direction, kind: KeyKind, **columns: Times | Enums
) -> Edges:
    return Edges.of(
        len(at),
        direction=np.full(len(at), direction, dtype=np.int8),
        peer=Text.of(names[n] for n in at.tolist()),
        key_kind=np.full(len(at), kind, dtype=np.int8),
        rank=np.arange(len(at), dtype=np.int32),
        **columns,
    )
