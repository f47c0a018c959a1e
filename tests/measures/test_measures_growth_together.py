"""Growth of any shape: no profile is refused with an error, and each comes out alone as it does among others."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from build import METHOD, Dossiers, Metric, Table, dossier, followers, measured, posts, table
from reachcheck.measures.registry import measure_all

START = np.datetime64("2026-01-01", "s")
HOUR = np.timedelta64(1, "h")
FLOWS = (Metric.GAINED, Metric.REACH, Metric.VIEWS, Metric.IMPRESSIONS, Metric.PROFILE_VISITS)


def moments(rng: np.random.Generator) -> list[str]:
    """Dates of a cadence of its own, with gaps, now and then some of one day, and one that lies far away."""
    apart = rng.choice([6, 24, 24, 24, 48, 168, 720])
    hours = int(rng.integers(-60, 60)) * 24 + np.arange(rng.integers(1, 160)) * apart
    hours = np.append(hours[:1], hours[1:][rng.random(len(hours) - 1) < rng.choice([0.6, 1.0])])
    if rng.random() < 0.1:
        hours = np.append(hours, rng.choice([-36, 75]) * 365 * 24)
    return [str(START + int(h) * HOUR) for h in hours]


def amounts(rng: np.random.Generator, n: int) -> np.ndarray:
    """Gains: even, bursty, fractional, rounded, with losses, or all zero; some of them huge or missing."""
    values = rng.poisson(rng.choice([0.0, 0.1, 3.0, 80.0, 1e6]), n).astype(np.float64)
    values[rng.random(n) < 0.03] *= rng.choice([1.0, 40.0, 1e6])
    values[rng.random(n) < 0.03] += rng.choice([0.0, 800.0, 1e12])
    values *= rng.choice([1.0, 1.0, 1 / 3, 100.0])
    values[rng.random(n) < rng.choice([0.0, 0.1])] *= -1.0
    if rng.random() < 0.3:
        values[: int(rng.integers(0, n + 1))] = 0.0
    values[rng.random(n) < rng.choice([0.0, 0.1])] = np.nan
    return values


def daily(metric: Metric, at: list[str], values: np.ndarray) -> Table:
    known = [None if np.isnan(v) else float(v) for v in values]
    return table("daily", len(at), date=at, value=known, metric=[metric] * len(at), kind=[0] * len(at))


def grown(seed: int) -> Dossiers:
    """A profile with some of all that growth is judged on."""
    rng = np.random.default_rng(seed)
    made: list[Any] = []
    if rng.random() < 0.7:
        at = moments(rng)
        levels = np.maximum(np.nancumsum(amounts(rng, len(at))) + rng.choice([0, 60, 900, 20000]), 0.0)
        levels[rng.random(len(at)) < 0.03] = np.nan
        made.append(daily(Metric.FOLLOWERS, at, levels))
    for metric in FLOWS:
        if rng.random() < 0.5:
            at = moments(rng)
            made.append(daily(metric, at, amounts(rng, len(at))))
    if rng.random() < 0.5:
        at = moments(rng)
        made.append(posts(at, likes=[None if np.isnan(v) else float(v) for v in np.abs(amounts(rng, len(at)))]))
    if rng.random() < 0.4:
        since = [at for at in moments(rng) for _ in range(int(rng.integers(1, 6)))]
        made.append(followers([f"p{i}" for i in range(len(since))], since=since))
    if rng.random() < 0.3:
        at = moments(rng)[:3]
        made.append(table("events", len(at), date=at, what=["talk"] * len(at)))
    if rng.random() < 0.5:
        made.append(table("profile", 1, followers=[float(rng.integers(0, 50000))], as_of=["2026-06-01"]))
    return dossier(*made)


@settings(deadline=None, max_examples=12)
@given(st.lists(st.integers(0, 2**32 - 1), min_size=2, max_size=9))
def test_growth_of_any_shape_is_the_same_alone_as_among_others(seeds: list[int]) -> None:
    alone = [grown(seed) for seed in seeds]
    together = measure_all(Dossiers.join(alone), METHOD)
    for i, one in enumerate(alone):
        mine = measured(one)
        assert {name: made.one(i) for name, made in together.items()} == mine
        by_itself = measure_all(one, METHOD)["growth_steps"].made
        assert together["growth_steps"].made.figures.get(i) == by_itself.figures.get(0)
