"""Draws that several mechanisms share, and the calendar they live by."""

from datetime import date, timedelta

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.year import FIRST_DAY

MONDAY, SUNDAY = 0, 6
MOST = 2.0**52
"""No draw of people is larger."""


def some_of(rng: Rng, people: Floats, chance: Floats | float) -> Floats:
    """How many of so many do it, each with that chance; shapes broadcast."""
    return np.asarray(rng.binomial(people.astype(np.int64), np.clip(chance, 0.0, 1.0)), dtype=np.float64)


def about(rng: Rng, mean: Floats | float, shape: tuple[int, ...] | None = None) -> Floats:
    """A Poisson number."""
    return np.asarray(rng.poisson(np.minimum(mean, MOST), shape), dtype=np.float64)


def in_company(rng: Rng, mean: Floats, company: float) -> Floats:
    """How many come when they come in company: a Poisson number of groups of 1 + Poisson(company)."""
    groups = about(rng, mean / (1.0 + company))
    return np.asarray(groups + rng.poisson(groups * company), dtype=np.float64)


def around(rng: Rng, middle: Floats | float, spread: float, n: int) -> Floats:
    """Lognormal about a median."""
    return np.asarray(middle * np.exp(rng.normal(0.0, spread, n)), dtype=np.float64)


def over_days(rng: Rng, shape: tuple[int, int], at: tuple[Index, Index], people: Floats, delays: Floats) -> Floats:
    """Arrivals by profile and day: so many people for each (profile, day), each late by a drawn number of days.

    `people` has as many entries as `at`; `delays` are weights of 0, 1, 2... days, one row for all or one for each.
    Who would come after the last day, or before the first, is not there.
    """
    weights = np.broadcast_to(delays, (len(people), delays.shape[-1]))
    shares = weights / weights.sum(axis=1, keepdims=True)
    drawn = rng.multinomial(people.astype(np.int64), shares)
    out = np.zeros(shape)
    for late in range(drawn.shape[1]):
        day = at[1] + late
        there = (day >= 0) & (day < shape[1])
        np.add.at(out, (at[0][there], day[there]), drawn[there, late])
    return out


def wandering(rng: Rng, n: int, days: int, memory: float, spread: float) -> Floats:
    """A mean-reverting walk about 0, of shape (n, days), with a memory of so many days."""
    kept = np.exp(-1.0 / memory)
    steps = rng.normal(0.0, spread, (n, days))
    steps[:, 1:] *= np.sqrt(1.0 - kept**2)
    for day in range(1, days):
        steps[:, day] += kept * steps[:, day - 1]
    return steps


def day_of(month: int, day: int) -> int:
    """How many days after the first day that date comes next."""
    when = date(FIRST_DAY.year, month, day)
    return ((when if when >= FIRST_DAY else date(FIRST_DAY.year + 1, month, day)) - FIRST_DAY).days


def weekday(days: int) -> Index:
    """0 for Mondays, 6 for Sundays."""
    return np.array([(FIRST_DAY + timedelta(days=day)).weekday() for day in range(days)], dtype=np.int64)


def moments(which: Bools) -> tuple[Index, Index]:
    """The (profile, day) of whatever is true."""
    profile, day = np.nonzero(which)
    return profile, day
