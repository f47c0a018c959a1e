"""From readings to dossiers: one profile, or those that a table of many names."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.model.tables import Coverage, Edges, Table
from reachcheck.readers.assemble import ego
from reachcheck.readers.assemble.accounts import named
from reachcheck.readers.assemble.declared import compared
from reachcheck.readers.assemble.lists import exported, newest_first, with_departures
from reachcheck.readers.assemble.people import people
from reachcheck.readers.assemble.placed import Names, Placed, place
from reachcheck.readers.assemble.repeats import without_repeats
from reachcheck.readers.base import Reading
from reachcheck.stats.sets import distinct


def assemble(readings: Sequence[Reading], *, as_of: date | None = None, handle: str | None = None) -> Dossiers:
    """The dossiers of one candidate's readings, in the order in which the files name their profiles.

    A file that names nobody belongs to the one profile there is. Raises UsageError when files that name nobody meet
    several profiles, when files name different owners, or when `handle` is not among them.
    """
    readings = named(compared(readings))
    names = _names(readings)
    placed = [
        place(fragment, names, number, part)
        for number, reading in enumerate(readings)
        for part, fragment in enumerate(reading.fragments)
    ]
    days = exported(readings)
    tables = {name: newest_first(_joined(kind, placed), days) for name, kind in TABLES.items() if kind is not Coverage}
    edges, notes = with_departures(Edges.join([tables["edges"]]), days)
    records = [_remarked(reading.record, notes.get(n, [])) for n, reading in enumerate(readings)]
    kept, records = without_repeats({**tables, "edges": edges}, records)
    coverage = Coverage.join([_covered(p) for p in placed if p.fragment.coverage is not None])
    who = people(readings, placed, names, kept, as_of)
    dossiers = Dossiers.build(who, {**kept, "coverage": coverage}, records)
    return _only(dossiers, handle) if handle is not None else dossiers


def _names(readings: Sequence[Reading]) -> Names:
    """The handles of the profiles, in order of appearance; one nameless profile where no file names any."""
    fragments = [fragment for reading in readings for fragment in reading.fragments]
    tables = [f for f in fragments if f.owners is not None]
    owners = dict.fromkeys(n for f in tables if f.owners is not None for n in f.owners.decode() if n)
    single = dict.fromkeys(f.handle for f in fragments if f.handle)
    names = dict.fromkeys([*owners, *single])
    if len(names) <= 1:
        return (next(iter(names), None),)
    if any(f.owners is None and f.handle is None for f in fragments):
        raise UsageError(
            msg("assemble.whose", names=tuple(list(names)[:5]), found=len(names)), remedy=msg("assemble.whose_remedy")
        )
    return tuple(names)


def _remarked(record: SourceRecord, notes: list[RowNote]) -> SourceRecord:
    return replace(record, warnings=(*record.warnings, *notes))


def _joined(kind: type[Table], placed: Sequence[Placed]) -> Table:
    return kind.join([p.rows for p in placed if isinstance(p.rows, kind)])


def _covered(placed: Placed) -> Coverage:
    """The coverage of a fragment, repeated for each profile that has rows in it."""
    coverage = placed.fragment.coverage
    assert coverage is not None
    profiles = distinct(placed.profile).astype(np.int32)
    rows = coverage.take(np.zeros(len(profiles), dtype=np.int64))
    source, part = (np.full(len(profiles), each, dtype=np.int32) for each in (placed.source, placed.part))
    return replace(rows, profile=profiles, source=source, part=part)


def _only(dossiers: Dossiers, handle: str) -> Dossiers:
    """The one profile of that name; in a network alone, the account of that name."""
    wanted = handle.lstrip("@").lower()
    names = [(name or "").lower() for name in dossiers.people.handle.decode()]
    if wanted in names:
        return dossiers.one(names.index(wanted))
    if names == [""] and len(dossiers.graph):
        named = next((name for name in (handle, wanted) if ego.holds(dossiers, name)), None)
        if named is not None:
            return ego.project(dossiers, named)
    elif names == [""]:
        return replace(dossiers, people=replace(dossiers.people, handle=Text.of([wanted])))
    raise UsageError(msg("assemble.no_handle", handle=handle, names=tuple(names[:10])))
