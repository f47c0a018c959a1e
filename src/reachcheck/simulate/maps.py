"""Invented follower maps: in which order accounts of which age began to follow; with or without a lot put in.

A map is the creation days of the followers' accounts, oldest tie first. Nothing here knows how maps are looked at. The
mix of ages is in the range of what public maps show: a fifth to a third of followers are days old, a tenth is weeks
old, the rest were created all over the years of the platform.
"""

from dataclasses import dataclass

import numpy as np

from reachcheck.simulate.chance import Bools, Floats, Ints, Rng, stream

FOUNDED = 13_500
"""The platform's first day, in days since 1970."""
TODAY = 19_000


@dataclass(frozen=True, kw_only=True, eq=False)
class World:
    """One account's audience: when people follow, and how the ages of their accounts drift while they do.

    `signups` is how many accounts the platform's days bring, over the days from FOUNDED to TODAY. `fresh`, `recent` and
    `memory` are pairs (at the first follower, at the last): the share whose accounts are days old, the share whose
    accounts are weeks old, and over how many days the rest become rarer.
    """

    times: Floats
    """The day on which each follower came, ascending; shape (n,)."""
    crowd: Ints
    """Which news day brought the follower; -1 for none; shape (n,)."""
    signups: Floats
    fresh: tuple[float, float]
    recent: tuple[float, float]
    memory: tuple[float, float]
    tilt: Floats
    """By how much each news day's people are fresher (above 1) or less fresh; shape (news days,)."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Map:
    """Creation days in order of following, and which followers are of the lot that was put in; both of shape (n,)."""

    created: Ints
    put_in: Bools
    world: World
    start: int = 0
    end: int = 0
    """The ranks among which the lot lies."""
    middle: float = 0.0
    spread: float = 0.0
    """Mean and standard deviation of the lot's creation days."""


def organic(seed: int, n: int) -> Map:
    """A map in which nothing was put: growth, news days with people of other ages, slowly drifting ages."""
    world = _world(stream(seed, "maps", "world"), n)
    created = drawn(stream(seed, "maps", "ages"), world, np.arange(n))
    return Map(created=created, put_in=np.zeros(n, dtype=np.bool_), world=world)


def started(seed: int, n: int) -> Map:
    """A map whose first followers joined the platform with the account; such newcomers fade while the list grows."""
    base = organic(seed, n)
    rng = stream(seed, "maps", "start")
    fading = np.exp(-np.arange(n) / (n * rng.uniform(0.05, 0.5)))
    joined = rng.random(n) < rng.uniform(0.7, 0.98) * fading
    young = np.floor(base.world.times - rng.exponential(rng.uniform(1.0, 20.0), n)).astype(np.int64)
    created = np.where(joined, np.maximum(young, FOUNDED), base.created)
    return Map(created=created, put_in=base.put_in, world=base.world)


def with_block(seed: int, n: int, *, size: int, share: float, spread: float) -> Map:
    """A map among whose followers `size` others were put, `share` of the ranks they lie in, of accounts made together.

    Their creation days are normal round a day at least 150 days and three spreads before they came.
    """
    base = organic(seed, n - size)
    rng = stream(seed, "maps", "block", str(size))
    width = round(size / share)
    start = int(rng.integers(n // 10, max(n - width - n // 20, n // 10 + 1)))
    came = base.world.times[min(start, len(base.created) - 1)]
    latest = came - max(150.0, 3 * spread)
    middle = float(rng.uniform(max(FOUNDED + 600, came - 2_000), max(latest, FOUNDED + 601)))
    put_in = np.zeros(n, dtype=np.bool_)
    put_in[start + rng.choice(width, size, replace=False)] = True
    created = np.empty(n, dtype=np.int64)
    created[~put_in] = base.created
    created[put_in] = np.floor(rng.normal(middle, spread, size))
    place = {"start": start, "end": start + width, "middle": middle, "spread": spread}
    return Map(created=created, put_in=put_in, world=base.world, **place)  # type: ignore[arg-type]


def with_newcomers(seed: int, n: int, *, size: int, age: float) -> Map:
    """A map with `size` followers side by side put in, whose accounts are about `age` days old, at most thrice that."""
    base = organic(seed, n - size)
    rng = stream(seed, "maps", "newcomers", str(size))
    start = int(rng.integers(n // 10, n - size - n // 20))
    put_in = np.zeros(n, dtype=np.bool_)
    put_in[start : start + size] = True
    created = np.empty(n, dtype=np.int64)
    created[~put_in] = base.created
    ages = np.minimum(rng.exponential(age, size), 3 * age)
    created[put_in] = np.floor(base.world.times[start] - ages)
    return Map(created=created, put_in=put_in, world=base.world, start=start, end=start + size)


def drawn(rng: Rng, world: World, who: Ints) -> Ints:
    """Creation days of accounts that come when these followers came, drawn anew."""
    part = who / max(len(world.times) - 1, 1)
    times, crowd = world.times[who], world.crowd[who]
    tilt = np.where(crowd >= 0, world.tilt[crowd], 1.0) if len(world.tilt) else np.ones(len(who))
    fresh = np.minimum(_between(world.fresh, part) * tilt, 0.75)
    recent = _between(world.recent, part)
    pick = rng.random(len(who))
    older = _older(rng, world, times, _between(world.memory, part))
    young = times - rng.exponential(np.where(pick < fresh, 3.0, 40.0))
    created: Ints = np.floor(np.clip(np.where(pick < fresh + recent, young, older), FOUNDED, times)).astype(np.int64)
    return created


def _world(rng: Rng, n: int) -> World:
    last = float(rng.uniform(16_500, TODAY))
    first = max(FOUNDED + 700.0, last - rng.uniform(500, 3_000))
    steady = first + (last - first) * rng.random(n) ** rng.uniform(0.4, 1.0)
    news = np.sort(rng.uniform(first, last, rng.poisson(4)))
    shares = rng.uniform(0.005, 0.04, len(news))
    crowd = rng.choice(np.arange(-1, len(news)), n, p=np.concatenate([[1 - shares.sum()], shares]))
    came = news[crowd] + rng.exponential(1.5, n) if len(news) else steady
    times = np.where(crowd >= 0, came, steady)
    order = np.argsort(times, kind="stable")
    fresh, recent, memory = rng.uniform(0.15, 0.3), rng.uniform(0.08, 0.15), rng.uniform(500, 2_500)
    return World(
        times=times[order],
        crowd=crowd[order],
        signups=_signups(rng),
        fresh=(fresh, fresh * rng.uniform(0.6, 1.5)),
        recent=(recent, recent * rng.uniform(0.6, 1.5)),
        memory=(memory, memory * rng.uniform(0.6, 1.8)),
        tilt=rng.uniform(0.3, 2.2, len(news)),
    )


def _signups(rng: Rng) -> Floats:
    """A platform that grows up, with seasons, and with waves in which many people of one place joined."""
    days = np.arange(FOUNDED, TODAY + 1)
    level = 1 / (1 + np.exp(-(days - FOUNDED - rng.uniform(700, 1_500)) / rng.uniform(150, 400)))
    level = level * (1 + 0.15 * np.sin(2 * np.pi * days / 365.25 + rng.uniform(0, 6)))
    for _ in range(int(rng.integers(2, 7))):
        wave = np.exp(-0.5 * ((days - rng.uniform(FOUNDED + 400, TODAY)) / rng.uniform(15, 60)) ** 2)
        level = level * (1 + rng.uniform(0.3, 1.5) * wave)
    return np.asarray(level, dtype=np.float64)


def _older(rng: Rng, world: World, times: Floats, memory: Floats) -> Floats:
    """Days of the sign-up curve up to the day of following, the rarer the longer ago."""
    days = np.arange(FOUNDED, TODAY + 1)
    out = np.empty(len(times))
    order = np.argsort(times, kind="stable")
    for part in np.array_split(order, max(1, min(200, len(order) // 5))):
        if not len(part):
            continue
        weight = world.signups * np.exp((days - times[part[0]]) / memory[part].mean()) * (days <= times[part[0]])
        sums = np.cumsum(weight)
        out[part] = days[np.searchsorted(sums, rng.random(len(part)) * sums[-1])]
    return out


def _between(ends: tuple[float, float], part: Floats) -> Floats:
    return np.asarray(ends[0] + (ends[1] - ends[0]) * part, dtype=np.float64)
