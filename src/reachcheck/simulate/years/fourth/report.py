"""What exports do to the figures: days without a row, round numbers, and figures that come late."""

from dataclasses import replace

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.draws import some_of
from reachcheck.simulate.years.year import Years

GAPS, RUN = 3, 6
"""Most gaps of somebody whose export has gaps, and most days of each."""
ROUNDED_FROM = 10_000
WINDOW = 7
TO_NEXT, TO_SECOND = 0.35, 0.2
"""Of a day's figures that come late: how many are dated a day later, and how many of those one more."""
OUTAGES = 0.01
"""Chance of a day on which nothing is counted and all of it is dated a day later."""


def exported(years: Years, rng: Rng, gaps: float = 0.15, rounded: float = 0.3) -> Years:
    """With gaps for that share of the profiles, and round numbers for that share of the large."""
    n = len(years)
    missing = years.missing | (_gaps(rng, *years.missing.shape) & (rng.random(n) < gaps)[:, None])
    round_to = np.where((years.start >= ROUNDED_FROM) & (rng.random(n) < rounded), 100.0, years.quantum)
    reach, visits = (np.where(missing, np.nan, each) for each in (years.reach, years.visits))
    return replace(years, missing=missing, quantum=round_to, reach=reach, visits=visits)


def late(years: Years, rng: Rng) -> Years:
    """As platforms do whose figures come in batches: of each profile one of four ways, beside clean gains.

    Reach over the last seven days on each day, with repeated accounts counted once in part; reach that is
    dated up to two days late; reach and visits that are; or neither, but counts of three digits.
    """
    way = rng.integers(0, 4, len(years))
    delayed, visits = _delayed(years.reach, rng), _delayed(years.visits, rng)
    rolling = np.floor(_rolling(years.reach) * rng.uniform(0.4, 1.0, len(years))[:, None])
    ways = [(way == each)[:, None] for each in range(3)]
    reach = np.select([ways[0], ways[1] | ways[2]], [rolling, delayed], years.reach)
    quantum = np.where(way == 3, 10.0 ** np.clip(np.floor(np.log10(years.start)) - 2.0, 0.0, 3.0), years.quantum)
    return replace(years, reach=reach, visits=np.where(ways[2], visits, years.visits), quantum=quantum)


def _gaps(rng: Rng, n: int, days: int) -> Bools:
    out = np.zeros((n, days), np.bool_)
    number = rng.integers(1, GAPS + 1, n)
    day = np.arange(days)
    for each in range(GAPS):
        first, lasts = rng.integers(0, days, n)[:, None], rng.integers(1, RUN + 1, n)[:, None]
        out |= (number > each)[:, None] & (day >= first) & (day < first + lasts)
    return out


def _rolling(values: Floats) -> Floats:
    """The sum of the days up to each, seven at most."""
    total = np.cumsum(values, axis=1)
    total[:, WINDOW:] -= total[:, :-WINDOW].copy()
    return total


def _delayed(values: Floats, rng: Rng) -> Floats:
    """The same people, some of them dated later; what is dated after the last day is not there."""
    counted = (rng.random(values.shape) >= OUTAGES).astype(np.float64)
    later = some_of(rng, values, np.where(counted > 0, TO_NEXT, 1.0))
    second = some_of(rng, later, TO_SECOND * counted)
    out = values - later
    out[:, 1:] += (later - second)[:, :-1]
    out[:, 2:] += second[:, :-2]
    return out
