"""Who the profiles are: platform, audience noun, and the day that the data speak of."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from reachcheck.errors import UsageError
from reachcheck.facts.platforms import platform as platform_facts
from reachcheck.message import msg
from reachcheck.model.columns import Text, Times
from reachcheck.model.tables import Edges, People, Profile, Table
from reachcheck.readers.assemble.placed import Names, Placed
from reachcheck.readers.base import Fragment, Reading
from reachcheck.stats.sets import distinct

NAT = np.datetime64("NaT", "s")


def people(
    readings: Sequence[Reading],
    placed: Sequence[Placed],
    names: Names,
    tables: Mapping[str, Table],
    as_of: date | None,
) -> People:
    """One row a profile; raises UsageError where the files of one profile are of several platforms."""
    length = len(names)
    platforms = _platforms(readings, placed, length)
    facts = [platform_facts(name) for name in platforms]
    speaking = _speaking(placed)
    zones = {i: p.fragment.zone for p in placed if p.fragment.zone for i in distinct(p.profile).tolist()}
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


def _speaking(placed: Sequence[Placed]) -> dict[int, Fragment]:
    """For each profile the fragment that names its audience: before all the one that states the count, lists last.

    Of lists of friends and of followers the longer one is of the audience in question.
    """
    naming = [p for p in placed if p.fragment.noun and len(p.profile)]
    ordered = sorted(naming, key=_weight, reverse=True)
    found: dict[int, Fragment] = {}
    for p in ordered:
        for profile in distinct(p.profile).tolist():
            found.setdefault(profile, p.fragment)
    return found


def _weight(placed: Placed) -> tuple[int, int, bool]:
    if isinstance(placed.rows, Edges):
        return 0, len(placed.rows), placed.fragment.mutual
    return (2 if isinstance(placed.rows, Profile) else 1), 0, False


def _platforms(readings: Sequence[Reading], placed: Sequence[Placed], length: int) -> list[str | None]:
    """The platform of each profile; raises UsageError where the files of one profile are of several."""
    found: list[dict[str, None]] = [{} for _ in range(length)]
    for p in placed:
        if p.fragment.platforms is not None:
            for profile, name in zip(p.profile.tolist(), p.fragment.platforms.decode(), strict=True):
                if name:
                    found[profile][name.lower()] = None
        elif name := readings[p.source].record.platform:
            for profile in distinct(p.profile).tolist():
                found[profile][name.lower()] = None
    for names in found:
        if len(names) > 1:
            raise UsageError(msg("assemble.platforms", names=tuple(names)), remedy=msg("assemble.platforms_remedy"))
    return [next(iter(names), None) for names in found]


def _as_of(
    readings: Sequence[Reading], tables: Mapping[str, Table], length: int, given: date | None
) -> tuple[Times, list[str | None]]:
    """When the data speak: as given, else the latest of the export's date, the profile's and the data themselves.

    Events do not count: they may be announced.
    """
    if given is not None:
        return np.full(length, np.datetime64(given, "s")), ["given"] * length
    exported = max((r.exported_at for r in readings if r.exported_at), default=None)
    candidates = {
        "export": np.full(length, np.datetime64(exported[:10] if exported else "NaT", "s")),
        "profile": _latest({"profile": tables["profile"]}, length),
        "data": _latest({name: table for name, table in tables.items() if name != "events"}, length),
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
