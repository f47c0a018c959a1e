"""The draws that several mechanisms share; all are of whole arrays."""

import numpy as np
from numpy.typing import ArrayLike

from reachcheck.simulate.chance import DAY, Floats, Ints, Rng


def pick(rng: Rng, weights: ArrayLike, n: int) -> Ints:
    """`n` positions, each as likely as its weight; raises ValueError where no weight is above 0."""
    steps = np.cumsum(np.asarray(weights, dtype=np.float64))
    if not len(steps) or steps[-1] <= 0:
        raise ValueError("nothing to pick from")
    drawn = np.searchsorted(steps, rng.random(n) * steps[-1], side="right")
    return np.asarray(np.minimum(drawn, np.searchsorted(steps, steps[-1])), dtype=np.int64)


def late(rng: Rng, scale: float, n: int, power: float = 1.3) -> Floats:
    """Waits with a tail that falls as a power: most within `scale`, some ten times as long."""
    return np.multiply(scale, rng.random(n) ** (-1 / power) - 1)


def awake(rng: Rng, n: int) -> Ints:
    """Seconds of the day: a morning, a long evening, few at night."""
    which = rng.random(n)
    hour = np.where(which < 0.3, rng.normal(9.5, 2.2, n), rng.normal(19.0, 3.1, n))
    hour = np.where(which > 0.96, rng.uniform(0, 24, n), hour)
    return np.asarray((hour % 24) * 3600, dtype=np.int64) % DAY


def recruiters(rng: Rng, n: int, told: float, attach: float) -> Ints:
    """A random recruitment forest: for each of `n` who told them, always somebody before; oneself where nobody did.

    With `attach` above 1 the first ones tell most, below 1 the latest.
    """
    each = np.arange(n)
    by = np.floor(each * rng.random(n) ** attach).astype(np.int64)
    return np.where((rng.random(n) < told) & (each > 0), by, each)


def descended(parent: Ints, kept: Floats, own: Floats) -> tuple[Floats, Ints]:
    """`value = kept * value of the parent + own` down a forest, and the root of each; roots have just their own.

    Solved by doubling: a forest of depth d takes about log2(d) passes over the arrays.
    """
    at, factor, value = parent, np.where(parent == np.arange(len(parent)), 0.0, kept), own
    while True:
        value = value + factor * value[at]
        factor = factor * factor[at]
        above = at[at]
        if np.array_equal(above, at):
            return value, at
        at = above


def split(rng: Rng, n: int, weights: ArrayLike, evenness: float = 60.0) -> Ints:
    """`n` as whole parts about in proportion to the weights."""
    shares = np.asarray(weights, dtype=np.float64)
    if not len(shares):
        return np.zeros(0, dtype=np.int64)
    shares = shares * rng.gamma(evenness, 1 / evenness, len(shares))
    edges = np.rint(n * np.cumsum(shares) / shares.sum()).astype(np.int64)
    return np.asarray(np.diff(edges, prepend=0), dtype=np.int64)


def below(values: Floats, share: float) -> Floats:
    """1 for the lowest share of values, else 0; which of neighbours counts is settled by their order."""
    out = np.zeros(len(values))
    out[np.argsort(values, kind="stable")[: round(share * len(values))]] = 1.0
    return out
