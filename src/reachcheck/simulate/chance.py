"""Seeded streams and the few distributions that several mechanisms share."""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Rng = np.random.Generator

DAY = 86_400
"""Seconds of a day; all times are seconds since 1970, UTC."""

HOURS = np.array([2, 1, 1, 1, 1, 2, 4, 7, 8, 8, 8, 8, 9, 8, 7, 7, 9, 11, 13, 14, 13, 11, 8, 4], dtype=float)
"""How awake people are, by hour."""


def stream(seed: int, *names: str) -> Rng:
    """A stream of its own for each mechanism, so that changing one leaves the others as they were."""
    return np.random.default_rng([crc32("/".join(names).encode()), seed])


def seconds_of_day(rng: Rng, n: int) -> Ints:
    """Moments of the day as people are awake."""
    return rng.choice(24, n, p=HOURS / HOURS.sum()) * 3600 + rng.integers(0, 3600, n)


def decaying(rng: Rng, room: Floats, mean: Floats) -> Floats:
    """Exponential waits, each cut to its room."""
    return -mean * np.log1p(-rng.random(len(room)) * -np.expm1(-room / mean))


def mixed(rng: Rng, n: int, mixture: tuple[tuple[float, float, float], ...]) -> Floats:
    """Chances from (share, a, b) of betas; what the shares leave is 0."""
    shares = np.array([part[0] for part in mixture])
    edges = np.concatenate([np.cumsum(shares), [np.inf]])
    which = np.searchsorted(edges, rng.random(n), side="right")
    drawn = np.stack([rng.beta(a, b, n) for _, a, b in mixture] + [np.zeros(n)])
    return np.asarray(drawn[which, np.arange(n)], dtype=np.float64)
