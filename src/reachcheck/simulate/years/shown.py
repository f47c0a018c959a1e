"""What an export shows of invented years: dossiers, with the tables that somebody happens to have."""

from collections.abc import Collection, Iterator

import numpy as np

from reachcheck.model.columns import Codes, Floats, Index, Text, Times
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Completeness, Kind, Metric, TableName
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Coverage, Daily, Events, People, Posts, Profile, Table
from reachcheck.simulate.years.year import Years

TABLES = ("levels", "gains", "reach", "visits", "posts", "events")
"""What an export may hold beside the count itself."""


def shown(years: Years, tables: Collection[str] = TABLES) -> Dossiers:
    """The dossiers of all profiles; raises ValueError for a table that is not in `TABLES`."""
    if unknown := set(tables) - set(TABLES):
        raise ValueError(f"no such tables: {sorted(unknown)}")
    record = SourceRecord(file=f"{years.world}.csv", sha256="0" * 64, reader="simulate")
    made: dict[str, Table] = {"profile": _profile(years), "daily": Daily.join(list(_daily(years, tables)))}
    if "posts" in tables:
        made |= {"posts": _posts(years), "coverage": _coverage(years)}
    if "events" in tables:
        made["events"] = _events(years)
    return Dossiers.build(_people(years), made, [record])


def _last(years: Years) -> Times:
    """The last day, once a profile."""
    return np.full(len(years), np.datetime64(years.first_day, "s") + np.timedelta64(years.days - 1, "D"))


def _placed(profile: Index, row: Index) -> dict[str, Codes]:
    zero = np.zeros(len(profile), dtype=np.int32)
    return {"profile": profile.astype(np.int32), "source": zero, "part": zero, "row": (row + 2).astype(np.int32)}


def _at(years: Years, day: Index) -> Times:
    return np.asarray(np.datetime64(years.first_day, "s") + day * np.timedelta64(1, "D"), dtype="datetime64[s]")


def _profile(years: Years) -> Profile:
    n = len(years)
    count = _rounded(years.level, years)[:, -1]
    return Profile.of(n, **_placed(np.arange(n), np.zeros(n, np.int64)), as_of=_last(years), followers=count)


def _people(years: Years) -> People:
    n = len(years)
    return People.of(
        n,
        **_placed(np.arange(n), np.zeros(n, np.int64)),
        handle=Text.of(f"p{number}" for number in range(n)),
        platform=Text.of(["instagram"] * n),
        noun=Text.of(["followers"] * n),
        as_of=_last(years),
        as_of_origin=Text.of(["given"] * n),
        mutual=np.zeros(n, np.int8),
    )


def _rounded(values: Floats, years: Years) -> Floats:
    return np.asarray(np.floor(values / years.quantum[:, None]) * years.quantum[:, None], dtype=np.float64)


def _daily(years: Years, tables: Collection[str]) -> Iterator[Daily]:
    columns = {
        "levels": ((Metric.FOLLOWERS, Kind.GAUGE, _rounded(years.level, years)),),
        "gains": (
            (Metric.GAINED, Kind.FLOW_GROSS, _rounded(years.gained, years)),
            (Metric.LOST, Kind.FLOW_GROSS, _rounded(years.lost, years)),
        ),
        "reach": ((Metric.REACH, Kind.FLOW_GROSS, years.reach),),
        "visits": ((Metric.PROFILE_VISITS, Kind.FLOW_GROSS, years.visits),),
    }
    for table, metrics in columns.items():
        for metric, kind, values in metrics if table in tables else ():
            profile, day = np.nonzero(~years.missing & ~np.isnan(values))
            yield Daily.of(
                len(day),
                **_placed(profile, day),
                date=_at(years, day),
                metric=np.full(len(day), metric, np.int8),
                kind=np.full(len(day), kind, np.int8),
                value=values[profile, day],
            )


def _posts(years: Years) -> Posts:
    """Each at noon."""
    profile, day = np.nonzero(~np.isnan(years.responses))
    return Posts.of(
        len(day),
        **_placed(profile, day),
        key=Text.of(f"{day}" for day in day.tolist()),
        published_at=_at(years, day) + np.timedelta64(12, "h"),
        likes=years.responses[profile, day],
        reach=years.post_reach[profile, day],
    )


def _coverage(years: Years) -> Coverage:
    n = len(years)
    of = {"table": TableName.POSTS, "completeness": Completeness.ALL}
    columns = {name: np.full(n, value, np.int8) for name, value in of.items()}
    return Coverage.of(n, **_placed(np.arange(n), np.zeros(n, np.int64)), as_of=_last(years), **columns)


def _events(years: Years) -> Events:
    profile, day = np.nonzero(years.event)
    return Events.of(
        len(day),
        **_placed(profile, day),
        date=_at(years, day),
        what=Text.of(["a mention"] * len(day)),
        stated=np.zeros(len(day), np.int8),
    )
