"""Purchases on top of whatever happened: lots over a few days, and drips over weeks, even or uneven."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import numpy as np

from reachcheck.model.columns import Floats, Index
from reachcheck.simulate.chance import Rng, stream
from reachcheck.simulate.years.year import Years

Delivery = Literal["lot", "three days", "even drip", "uneven drip"]
DRIP = 30
EVEN, UNEVEN = 0.15, 0.8
"""Up to which share a day of an even drip is off; log-sd of the days of an uneven one."""


def bought(years: Years, delivery: Delivery, share: float, seed: int) -> Years:
    """The same years, each with one purchase of a share of the followers of the day before, on a day by chance."""
    rng = stream(seed, years.world, "purchases", delivery)
    rows = np.arange(len(years))
    weights = _DELIVERIES[delivery](rng, len(years))
    first = rng.integers(14, years.days - weights.shape[1] - 1, len(years))
    size = np.maximum(np.rint(share * years.level[rows, first - 1]), 1)
    return with_arrivals(years, first, _whole(size, weights, rng))


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


_DELIVERIES: dict[str, Callable[[Rng, int], Floats]] = {
    "lot": _lot,
    "three days": _three_days,
    "even drip": _even,
    "uneven drip": _uneven,
}
