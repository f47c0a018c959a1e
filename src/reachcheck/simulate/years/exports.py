"""What the owner of an invented year can download: tables by day, by post and of events."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.simulate.invented import Rows
from reachcheck.simulate.years.year import Years

COLUMNS: dict[str, tuple[str, ...]] = {
    "profile": ("handle", "platform", "followers", "as_of"),
    "daily": ("date", "followers", "gained", "lost", "reach", "profile_visits"),
    "posts": ("post", "published_at", "likes", "reach"),
    "events": ("date", "event"),
}
"""Each export and its columns, in order. `profile` is always there."""

EXPORTS: tuple[str, ...] = tuple(name for name in COLUMNS if name != "profile")
"""The exports that a person may not have."""


def exports(years: Years, one: int, handle: str) -> Mapping[str, Rows]:
    """The tables of one of the profiles; a day that the export lacks has no row, a figure it lacks an empty cell."""
    level = _rounded(years, one, years.level[one])
    last = _dates(years)[-1]
    tables: dict[str, Rows] = {
        "profile": ((handle, "instagram", int(level[-1]), last),),
        "daily": tuple(_daily(years, one, level)),
        "posts": tuple(_posts(years, one)),
        "events": tuple(_events(years, one)),
    }
    return {name: rows for name, rows in tables.items() if rows}


def _rounded(years: Years, one: int, values: Floats) -> Floats:
    quantum = years.quantum[one]
    return np.asarray(np.floor(values / quantum) * quantum, dtype=np.float64)


def _dates(years: Years) -> list[str]:
    return [(years.first_day + timedelta(days=day)).isoformat() for day in range(years.days)]


def _daily(years: Years, one: int, level: Floats) -> Iterator[tuple[str | int, ...]]:
    gained, lost = (_rounded(years, one, values[one]) for values in (years.gained, years.lost))
    dates = _dates(years)
    for day in np.flatnonzero(~years.missing[one]).tolist():
        columns = (level, gained, lost, years.reach[one], years.visits[one])
        yield (dates[day], *(_cell(values[day]) for values in columns))


def _posts(years: Years, one: int) -> Iterator[tuple[str | int, ...]]:
    """The newest first, each at noon."""
    dates = _dates(years)
    for day in np.flatnonzero(~np.isnan(years.responses[one]))[::-1].tolist():
        figures = (years.responses[one, day], years.post_reach[one, day])
        yield (f"p{day + 1:04d}", f"{dates[day]}T12:00:00Z", *(_cell(value) for value in figures))


def _events(years: Years, one: int) -> Iterator[tuple[str | int, ...]]:
    dates = _dates(years)
    for day in np.flatnonzero(years.event[one]).tolist():
        yield (dates[day], "named by the owner")


def _cell(value: float) -> str | int:
    return "" if np.isnan(value) else int(value)
