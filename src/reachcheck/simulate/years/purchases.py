"""Purchases on top of whatever happened: lots over a few days, drips over weeks, and what is topped up again."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import numpy as np

from reachcheck.model.columns import Floats, Index
from reachcheck.simulate.chance import Rng, stream
from reachcheck.simulate.years.year import Years

Delivery = Literal["lot", "three days", "even drip", "uneven drip", "several", "refill"]
FROM = 14
"""Before that day nothing is delivered."""
DRIP = 30
EVEN, UNEVEN = 0.15, 0.8
"""Up to which share a day of an even drip is off; log-sd of the days of an uneven one."""
LOTS, APART = 4, (21, 50)
"""At most so many lots of several, two at least; and how many days apart."""
GOES, EVERY, GUARANTEED = (0.01, 0.04), (14, 31), (60, 181)
"""Of a refilled lot: which share goes on a day, every how many days and for how many it is topped up."""


def bought(years: Years, delivery: Delivery, share: float, seed: int) -> Years:
    """The same years, each with one purchase of a share of the followers of the day before, on a day by chance.

    What is refilled is kept at that size for a while, so that more than the share is delivered; those who left are in
    `lost`. Raises ValueError where the years are too short for the delivery.
    """
    rng = stream(seed, years.world, "purchases", delivery)
    if delivery == "refill":
        return _refilled(years, share, rng)
    weights = _DELIVERIES[delivery](rng, len(years))
    first = rng.integers(FROM, years.days - weights.shape[1] - 1, len(years))
    size = _ordered(years, share, first)
    return with_arrivals(years, first, _whole(size, weights, rng))


def _ordered(years: Years, share: float, first: Index) -> Floats:
    """How many are ordered: a share of the followers of the day before."""
    return np.asarray(np.maximum(np.rint(share * years.level[np.arange(len(years)), first - 1]), 1), dtype=np.float64)


def with_arrivals(years: Years, first: Index, arrivals: Floats) -> Years:
    """The same years with bought accounts from some day of each on; `arrivals` has shape (profiles, some days)."""
    more = np.zeros_like(years.gained)
    rows = np.arange(len(years))
    for day in range(arrivals.shape[1]):
        more[rows, first + day] = arrivals[:, day]
    return replace(years, gained=years.gained + more, bought=years.bought + more)


def _whole(size: Floats, weights: Floats, rng: Rng) -> Floats:
    """So many arrivals by day."""
    shares = weights / weights.sum(axis=1, keepdims=True)
    return np.asarray(rng.multinomial(size.astype(np.int64), shares), dtype=np.float64)


def _lot(rng: Rng, n: int) -> Floats:
    """One to three days, most on the first."""
    weights = rng.dirichlet((6.0, 2.0, 1.0), n)
    weights[np.arange(3) > rng.integers(0, 3, n)[:, None]] = 0.0
    return np.asarray(weights, dtype=np.float64)


def _three_days(rng: Rng, n: int) -> Floats:
    return np.ones((n, 3))


def _even(rng: Rng, n: int) -> Floats:
    return np.asarray(rng.uniform(1 - EVEN, 1 + EVEN, (n, DRIP)), dtype=np.float64)


def _uneven(rng: Rng, n: int) -> Floats:
    return np.asarray(rng.lognormal(0.0, UNEVEN, (n, DRIP)), dtype=np.float64)


def _several(rng: Rng, n: int) -> Floats:
    """Two to four lots of different sizes, a day each, weeks apart."""
    apart = rng.integers(*APART, (n, LOTS))
    apart[:, 0] = 0
    sizes = rng.dirichlet(np.full(LOTS, 4.0), n)
    sizes[np.arange(LOTS) >= rng.integers(2, LOTS + 1, n)[:, None]] = 0.0
    weights = np.zeros((n, (LOTS - 1) * (APART[1] - 1) + 1))
    np.put_along_axis(weights, np.cumsum(apart, axis=1), sizes, axis=1)
    return weights


def _refilled(years: Years, share: float, rng: Rng) -> Years:
    """A lot whose accounts go by and by, and that is topped up every few weeks for as long as that is guaranteed."""
    n = len(years)
    first = rng.integers(FROM, years.days - GUARANTEED[0], n)
    size = _ordered(years, share, first).astype(np.int64)
    goes, every, until = rng.uniform(*GOES, n), rng.integers(*EVERY, n), rng.integers(*GUARANTEED, n)
    present, came, gone = np.zeros(n, np.int64), np.zeros_like(years.gained), np.zeros_like(years.lost)
    for day in range(years.days):
        gone[:, day] = leaving = rng.binomial(present, goes)
        since = day - first
        topped = (since >= 0) & (since <= until) & (since % every == 0)
        came[:, day] = arriving = np.where(topped, size - (present - leaving), 0)
        present += arriving - leaving
    return replace(years, gained=years.gained + came, lost=years.lost + gone, bought=years.bought + came)


_DELIVERIES: dict[str, Callable[[Rng, int], Floats]] = {
    "lot": _lot,
    "three days": _three_days,
    "even drip": _even,
    "uneven drip": _uneven,
    "several": _several,
}
