"""The only maker of dossiers: readings of one candidate become one profile's tables, or those of many.

Rows that several files repeat are kept once; the file that came later reports them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from reachcheck.errors import UsageError
from reachcheck.facts.platforms import platform as platform_facts
from reachcheck.message import msg
from reachcheck.model.columns import Bools, Codes, Index, Text, Times
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.model.tables import Coverage, Daily, Edges, People, Posts, Profile, Table
from reachcheck.readers import ego
from reachcheck.readers.base import Fragment, Reading

NAT = np.datetime64("NaT", "s")


@dataclass(frozen=True, kw_only=True)
class _Placed:
    """A fragment with the positions of its source and of the profile of each row."""

    fragment: Fragment
    rows: Table
    profile: Codes
    source: int


def assemble(readings: Sequence[Reading], *, as_of: date | None = None, handle: str | None = None) -> Dossiers:
    """The dossiers of one candidate's readings, in the order in which the files name their profiles.

    A file that names nobody belongs to the one profile there is. Raises UsageError when files that name nobody meet
    several profiles, when files name different owners, or when `handle` is not among them.
    """
    names = _names(readings)
    placed = [
        _place(fragment, names, number) for number, reading in enumerate(readings) for fragment in reading.fragments
    ]
    tables = {name: _joined(kind, placed) for name, kind in TABLES.items() if kind is not Coverage}
    kept, records = _without_repeats(tables, [reading.record for reading in readings])
    coverage = Coverage.join([_covered(p) for p in placed if p.fragment.coverage is not None])
    people = _people(readings, placed, names, kept, as_of)
    dossiers = Dossiers.build(people, {**kept, "coverage": coverage}, records)
    return _only(dossiers, handle) if handle is not None else dossiers


def _names(readings: Sequence[Reading]) -> tuple[str | None, ...]:
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


def _place(fragment: Fragment, names: tuple[str | None, ...], source: int) -> _Placed:
    position = {name: place for place, name in enumerate(names)}
    length = len(fragment.rows)
    if fragment.owners is not None and len(names) > 1:
        table = np.array([position[name] for name in fragment.owners.names] + [-1], dtype=np.int32)
        profile = table[fragment.owners.codes]
    else:
        profile = np.full(length, position.get(fragment.handle, 0) if fragment.handle else 0, dtype=np.int32)
    sources = np.full(length, source, dtype=np.int32)
    return _Placed(
        fragment=fragment,
        rows=replace(fragment.rows, profile=profile, source=sources),
        profile=profile,
        source=source,
    )


def _joined(kind: type[Table], placed: Sequence[_Placed]) -> Table:
    return kind.join([p.rows for p in placed if isinstance(p.rows, kind)])


def _covered(placed: _Placed) -> Coverage:
    """The coverage of a fragment, repeated for each profile that has rows in it."""
    coverage = placed.fragment.coverage
    assert coverage is not None
    profiles = np.unique(placed.profile).astype(np.int32)
    rows = coverage.take(np.zeros(len(profiles), dtype=np.int64))
    return replace(rows, profile=profiles, source=np.full(len(profiles), placed.source, dtype=np.int32))


def _keys(table: Table) -> Index | None:
    """What makes a row of a table the same as one from another file; None where nothing does."""
    if isinstance(table, Edges):
        return _rank(table.profile, table.direction, table.key_kind, _named(table.peer))
    if isinstance(table, Daily):
        return _rank(table.profile, table.metric, table.date.astype(np.int64))
    if isinstance(table, Posts):
        return _rank(table.profile, _named(table.key))
    return None


def _named(column: Text) -> Index:
    """The codes of names; a row without a name is like no other."""
    return np.where(column.codes < 0, -2 - np.arange(len(column)), column.codes).astype(np.int64)


def _rank(*columns: np.ndarray[tuple[int], np.dtype[np.signedinteger]]) -> Index:
    """One integer a row, equal where all columns are equal."""
    if not len(columns[0]):
        return np.empty(0, dtype=np.int64)
    stacked = np.column_stack([column.astype(np.int64) for column in columns])
    return np.unique(stacked, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)


def _without_repeats(
    tables: Mapping[str, Table], records: Sequence[SourceRecord]
) -> tuple[dict[str, Table], list[SourceRecord]]:
    """Leave out rows that an earlier file holds already, and report them where they came from."""
    kept: dict[str, Table] = {}
    repeats: dict[int, list[RowNote]] = {}
    for name, table in tables.items():
        again = _repeated(table)
        kept[name] = table.take(~again)
        for row, source in _wholly_gone(table, again):
            repeats.setdefault(source, []).append(RowNote(row, msg("assemble.repeated")))
    return kept, [_reported(record, repeats.get(n, [])) for n, record in enumerate(records)]


def _repeated(table: Table) -> Bools:
    keys = _keys(table)
    if keys is None or not len(keys):
        return np.zeros(len(table), dtype=np.bool_)
    order = np.lexsort((np.arange(len(keys)), keys))
    first = np.append(True, keys[order][1:] != keys[order][:-1])
    owner = np.maximum.accumulate(np.where(first, np.arange(len(keys)), 0))
    again = np.zeros(len(keys), dtype=np.bool_)
    again[order] = table.source[order] != table.source[order][owner]
    return again


def _wholly_gone(table: Table, again: Bools) -> list[tuple[int, int]]:
    """(row, source) of file rows of which nothing is kept: a daily row may give several values."""
    if not again.any():
        return []
    gone = set(zip(table.row[again].tolist(), table.source[again].tolist(), strict=True))
    return sorted(gone - set(zip(table.row[~again].tolist(), table.source[~again].tolist(), strict=True)))


def _reported(record: SourceRecord, notes: list[RowNote]) -> SourceRecord:
    return replace(record, rows_kept=record.rows_kept - len(notes), reported=(*record.reported, *notes))


def _people(
    readings: Sequence[Reading],
    placed: Sequence[_Placed],
    names: tuple[str | None, ...],
    tables: Mapping[str, Table],
    as_of: date | None,
) -> People:
    length = len(names)
    platforms = _platforms(readings, placed, length)
    facts = [platform_facts(name) for name in platforms]
    speaking = _speaking(placed)
    zones = {p.profile[0]: p.fragment.zone for p in placed if p.fragment.zone and len(p.profile)}
    times, origins = _as_of(readings, tables, length, as_of)
    return People.of(
        length,
        profile=np.arange(length, dtype=np.int32),
        row=np.arange(length, dtype=np.int32),
        platform=Text.of(platforms),
        handle=Text.of(names),
        noun=Text.of([speaking[i].noun if i in speaking else fact.noun for i, fact in enumerate(facts)]),
        zone=Text.of([zones.get(i) for i in range(length)]),
        as_of=times,
        as_of_origin=Text.of(origins),
        mutual=np.array([speaking.get(i, fact).mutual for i, fact in enumerate(facts)], dtype=np.int8),
    )


def _speaking(placed: Sequence[_Placed]) -> dict[int, Fragment]:
    """For each profile the fragment that names its audience: before all, the one that states the count."""
    naming = [p for p in placed if p.fragment.noun and len(p.profile)]
    ordered = sorted(naming, key=lambda p: isinstance(p.rows, Profile), reverse=True)
    found: dict[int, Fragment] = {}
    for p in ordered:
        found.setdefault(int(p.profile[0]), p.fragment)
    return found


def _platforms(readings: Sequence[Reading], placed: Sequence[_Placed], length: int) -> list[str | None]:
    """The platform of each profile; raises UsageError where the files of one profile are of several."""
    found: list[dict[str, None]] = [{} for _ in range(length)]
    for p in placed:
        if p.fragment.platforms is not None:
            for profile, name in zip(p.profile.tolist(), p.fragment.platforms.decode(), strict=True):
                if name:
                    found[profile][name.lower()] = None
        elif name := readings[p.source].record.platform:
            for profile in np.unique(p.profile).tolist():
                found[profile][name.lower()] = None
    for names in found:
        if len(names) > 1:
            raise UsageError(msg("assemble.platforms", names=tuple(names)), remedy=msg("assemble.platforms_remedy"))
    return [next(iter(names), None) for names in found]


def _as_of(
    readings: Sequence[Reading], tables: Mapping[str, Table], length: int, given: date | None
) -> tuple[Times, list[str | None]]:
    """When the data speak: as given, else the latest of the export's date, the profile's and the data themselves."""
    if given is not None:
        return np.full(length, np.datetime64(given, "s")), ["given"] * length
    exported = max((r.exported_at for r in readings if r.exported_at), default=None)
    candidates = {
        "export": np.full(length, np.datetime64(exported[:10] if exported else "NaT", "s")),
        "profile": _latest({"profile": tables["profile"]}, length),
        "data": _latest(tables, length),
    }
    times = np.full(length, NAT)
    origins: list[str | None] = [None] * length
    for origin, at in candidates.items():
        for i in np.flatnonzero(~np.isnat(at) & (np.isnat(times) | (_day(at) > _day(times)))).tolist():
            times[i], origins[i] = at[i], origin
    return times, origins


def _day(times: Times) -> Times:
    return times.astype("datetime64[D]")


def _latest(tables: Mapping[str, Table], length: int) -> Times:
    out = np.full(length, np.iinfo(np.int64).min, dtype=np.int64)
    for table in tables.values():
        if table.time is not None and len(table):
            at = getattr(table, table.time)
            known = ~np.isnat(at) & (table.profile >= 0)
            np.maximum.at(out, table.profile[known], at[known].astype("datetime64[s]").astype(np.int64))
    return out.view("datetime64[s]")


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
