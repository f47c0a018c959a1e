"""Rows that several files of one candidate hold: kept once, reported where they came again."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeAlias, TypeVar

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import MISSING, Bools, Enums, Floats, Index, Times
from reachcheck.model.enums import KeyKind, Kind, Metric
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.model.tables import Daily, Edges, Interactions, Posts, Table
from reachcheck.readers.assemble.keys import dated, named, rank

T = TypeVar("T", bound=Table)
Place: TypeAlias = tuple[int, int]
"""A row of a file, and which file."""

_KNOWN = ("created_at", "followers", "following", "posts", "has_picture", "bio_length", "private", "verified")
_TIES = (("since", "since_kind"), ("listed_at",), *((name,) for name in _KNOWN))


def _keys(table: Table) -> Index | None:
    """What makes a row of a table the same as one from another file; None where nothing does.

    A tie that has ended is another than the one that came after it; people known by name alone are told by its date.
    """
    if isinstance(table, Edges):
        ended = (~np.isnat(table.until)).astype(np.int8)
        since = np.where(table.key_kind == KeyKind.NAME, table.since.astype(np.int64), 0)
        return rank(table.profile, table.direction, table.key_kind, ended, since, named(table.peer))
    if isinstance(table, Daily):
        return rank(table.profile, table.metric, table.date.astype(np.int64))
    if isinstance(table, Posts):
        return rank(table.profile, named(table.key))
    if isinstance(table, Interactions):
        acts = (table.profile, table.direction, table.what, table.key_kind)
        return rank(*acts, named(table.peer), named(table.post), dated(table.at))
    return None


def without_repeats(
    tables: Mapping[str, Table], records: Sequence[SourceRecord]
) -> tuple[dict[str, Table], list[SourceRecord]]:
    """Leave out rows that an earlier file holds already, and report them where they came from.

    A post or a tie that a later file knows more of is one: what the earlier row lacks is taken over, and both are kept.
    Of the counts of one day the highest is kept, as the last days of a file are not final when it is made.
    """
    kept: dict[str, Table] = {}
    joined: Counter[tuple[int, str]] = Counter()
    looked_at: list[tuple[Table, Bools, Bools]] = []
    below: set[Place] = set()
    for name, table in tables.items():
        again, first = _repeated(table)
        table, filled = _filled(table, again, first)
        joined.update((source, name) for source in table.source[filled].tolist())
        if isinstance(table, Daily):
            below = _places(table, again & (table.value < table.value[first]))
        kept[name] = table.take(~again)
        looked_at.append((table, again & ~filled, ~again | filled))
    notes: dict[int, list[RowNote]] = {}
    for row, source in _wholly_gone(looked_at):
        why = msg("assemble.counted_more") if (row, source) in below else msg("assemble.repeated")
        notes.setdefault(source, []).append(RowNote(row, why))
    told = (_told(record, notes.get(n, []), joined[n, "posts"], joined[n, "edges"]) for n, record in enumerate(records))
    return kept, list(told)


def _filled(table: T, again: Bools, first: Index) -> tuple[T, Bools]:
    """A table whose first rows have what later ones say where they say nothing, and which later rows were taken from.

    Where several later rows say it, the first of those speaks.
    """
    added = np.zeros(len(table), dtype=np.bool_)
    rows = np.flatnonzero(again)
    columns: dict[str, Any] = {}
    for decisive, *others in _gaps(table):
        gaps = _missing(getattr(table, decisive))
        takes = rows[gaps[first[rows]] & ~gaps[rows]]
        if not len(takes):
            continue
        filled, which = np.unique(first[takes], return_index=True)
        for name in (decisive, *others):
            columns[name] = getattr(table, name).copy()
            columns[name][filled] = columns[name][takes[which]]
        added[takes[which]] = True
    return replace(table, **columns), added


def _gaps(table: Table) -> Iterator[tuple[str, ...]]:
    """Columns that another file may fill, each with those that go with it.

    When a tie ended is none of them: to say nothing of it is to say that it lasts.
    """
    if isinstance(table, Edges):
        yield from _TIES
    elif isinstance(table, Posts):
        for field in fields(table):
            values = getattr(table, field.name)
            if isinstance(values, np.ndarray) and values.dtype.kind in "fM":
                yield (field.name,)


def _missing(values: Floats | Times | Enums) -> Bools:
    if values.dtype.kind == "f":
        return np.isnan(values)
    return np.isnat(values) if values.dtype.kind == "M" else np.asarray(values == MISSING)


def _repeated(table: Table) -> tuple[Bools, Index]:
    """Which rows another source holds already, and for each row the one that is kept of all that are the same."""
    keys = _keys(table)
    first = np.arange(len(table), dtype=np.int64)
    if keys is None or not len(keys):
        return np.zeros(len(table), dtype=np.bool_), first
    order = np.lexsort((first, -_settled(table), keys))
    begins = np.append(True, keys[order][1:] != keys[order][:-1])
    first[order] = order[np.maximum.accumulate(np.where(begins, np.arange(len(keys)), 0))]
    return np.asarray(table.source != table.source[first]), first


def _settled(table: Table) -> Floats:
    """By what the rows that are the same are told apart: counts of a day by how high they are, others not at all.

    Levels, and changes that may be below 0, do not rise as they settle.
    """
    if not isinstance(table, Daily):
        return np.zeros(len(table))
    rises = (table.metric != Metric.FOLLOWERS) & ~((table.metric == Metric.GAINED) & (table.kind == Kind.FLOW_NET))
    return np.where(rises, table.value, 0.0)


def _wholly_gone(looked_at: Sequence[tuple[Table, Bools, Bools]]) -> list[Place]:
    """File rows of which no table keeps anything: one row may give several values, and rows of several tables."""
    gone = {place for table, again, _ in looked_at for place in _places(table, again)}
    return sorted(gone - {place for table, _, stays in looked_at for place in _places(table, stays)}) if gone else []


def _places(table: Table, where: Bools) -> set[Place]:
    return set(zip(table.row[where].tolist(), table.source[where].tolist(), strict=True)) if where.any() else set()


def _told(record: SourceRecord, notes: list[RowNote], posts: int, ties: int) -> SourceRecord:
    """The record with the rows left out, and remarks on the posts and ties that were joined with another file's."""
    joined = ((posts, msg("assemble.joined", n=posts)), (ties, msg("assemble.joined_ties", n=ties)))
    remarks = (RowNote(-1, what) for n, what in joined if n)
    return replace(
        record,
        rows_kept=record.rows_kept - len(notes),
        reported=(*record.reported, *notes),
        warnings=(*record.warnings, *remarks),
    )
