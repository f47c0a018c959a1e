"""The days of a year: what month and weekday they are, how busy, and what the platform does to everybody."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.third.kinds import MonthDay, When, World

PURGES = 2.0
"""How often a year the platform removes accounts in bulk."""
VACATIONS, HOLIDAY = 1.6, 28
"""How often a year an owner is away for a while; and how many days are still no more than that."""


@dataclass(frozen=True, eq=False)
class Calendar:
    """Arrays with one entry a day, the same for all profiles."""

    stamp: Index
    """100 x month + day of the month."""
    weekday: Index
    busy: Floats
    """Season, weekday and the platform's own good and bad days; about 1."""
    purge: Floats
    """Share of the accounts of no worth that the platform removes on a day; 0 on most."""
    late: Bools
    """Days that the platform books on the next one."""

    def __len__(self) -> int:
        return len(self.stamp)


def calendar(world: World, first: date, days: int, rng: Rng) -> Calendar:
    """The platform's days are drawn, the rest follows from the dates."""
    at = np.datetime64(first, "D") + np.arange(days)
    month = at.astype("datetime64[M]").astype(np.int64) % 12
    day = (at - at.astype("datetime64[M]")).astype(np.int64) + 1
    weekday = (at.astype(np.int64) + 3) % 7
    late = rng.random(days) < world.late / 365
    late[-1:] = False
    return Calendar(
        stamp=100 * (month + 1) + day,
        weekday=weekday,
        busy=np.array(world.season)[month] * np.array(world.week)[weekday] * np.exp(wandering(rng, (days,), 0.08, 0.7)),
        purge=np.where(rng.random(days) < PURGES / 365, rng.uniform(0.2, 0.8, days), 0.0),
        late=late,
    )


def wandering(rng: Rng, shape: tuple[int, ...], sd: float, keeps: float) -> Floats:
    """Levels that wander around 0 along the last axis, by how much the share `keeps` of yesterday stays."""
    steps = rng.normal(0.0, sd * np.sqrt(1 - keeps**2), shape)
    steps[..., 0] *= 1 / np.sqrt(1 - keeps**2)
    for day in range(1, shape[-1]):
        steps[..., day] += keeps * steps[..., day - 1]
    return np.asarray(steps, dtype=np.float64)


def between(days: Calendar, spans: tuple[tuple[MonthDay, MonthDay], ...]) -> Bools:
    """Which days lie within the spans, both ends among them; a span may go over the new year."""
    inside = np.zeros(len(days), dtype=np.bool_)
    for first, last in spans:
        low, high = 100 * first[0] + first[1], 100 * last[0] + last[1]
        after, before = days.stamp >= low, days.stamp <= high
        inside |= after & before if low <= high else after | before
    return inside


def away(world: World, days: Calendar, n: int, rng: Rng) -> Bools:
    """When owners are away, of shape (profiles, days): on holidays of one to three weeks, or on leave."""
    at = np.arange(len(days))
    gone = np.zeros((n, len(days)), dtype=np.bool_)
    summer = np.where(np.isin(days.stamp // 100, (7, 8, 12)), 2.0, 2 / 3)
    for row, day in zip(*np.nonzero(rng.random(gone.shape) < summer * VACATIONS / 365), strict=True):
        gone[row, day : day + rng.integers(6, 22)] = True
    back = np.where(rng.random(n) < world.leave, rng.integers(30, max(31, int(len(days) * 0.75)), n), 0)
    return gone | (at < back[:, None])


def begins(when: When, days: Calendar, gone: Bools, rng: Rng) -> Bools:
    """On which days something begins, of shape (profiles, days)."""
    n, at = len(gone), np.arange(len(days))
    chance = when.a_year / 365 * days.busy / max(float(days.busy.mean()), 1e-9)
    some = rng.random((n, len(days))) < chance
    if when.dates:
        shift = rng.integers(-when.jitter, when.jitter + 1, n)
        dated = np.isin(days.stamp, [100 * month + day for month, day in when.dates])
        source = at + shift[:, None]
        some |= (source >= 0) & (source < len(days)) & dated[np.clip(source, 0, len(days) - 1)]
    if when.every:
        some |= (at + rng.integers(0, when.every, n)[:, None]) % when.every == 0
    if when.back:
        some |= returns(gone)
    return some


def returns(gone: Bools) -> Bools:
    """The days on which somebody is back from an absence that was longer than a holiday."""
    at = np.arange(gone.shape[1])
    here = np.maximum.accumulate(np.where(gone, -1, at), axis=1)
    back = np.zeros_like(gone)
    back[:, 1:] = ~gone[:, 1:] & (at[:-1] - here[:, :-1] > HOLIDAY)
    return back
