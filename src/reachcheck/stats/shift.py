"""By how much one sample lies above another, whatever their distribution."""

import math
from functools import lru_cache

import numpy as np

from reachcheck.stats.arrays import Floats


def shift(before: Floats, after: Floats, level: float = 0.95) -> tuple[float, float, float] | None:
    """The shift from one sample to the other, and its limits: the median of all differences, and two of them.

    Hodges and Lehmann (1963), with the limits that the rank-sum test does not reject; free of distribution where the
    samples are independent and differ by a shift alone, and wider with ties. None where even the extremes do not reach
    the level, which takes 4 and 4 values at .95. ValueError: an empty sample.
    """
    if not len(before) or not len(after):
        raise ValueError("there is no shift from or to nothing")
    rank = shift_rank(len(before), len(after), level)
    if not rank:
        return None
    differences = np.sort(np.subtract.outer(after, before), axis=None)
    return float(np.median(differences)), float(differences[rank - 1]), float(differences[-rank])


@lru_cache(maxsize=1024)
def shift_rank(m: int, n: int, level: float) -> int:
    """Which of the m n ordered differences, from 1 and from the end, are the limits; 0 where none reaches the level.

    The greatest r with P(U <= r - 1) <= (1 - level) / 2, U the count of pairs of Mann and Whitney (1947).
    """
    allowed = (1 - level) / 2 * (1 + 1e-9) * math.comb(m + n, m)
    below, rank = 0, 0
    for ways in _ways(m, n):
        below += ways
        if below > allowed:
            break
        rank += 1
    return rank


@lru_cache(maxsize=1024)
def _ways(m: int, n: int) -> tuple[int, ...]:
    """In how many of the orders of m and n values U is 0, 1, ..., m n."""
    if not m or not n:
        return (1,)
    out = [0] * (m * n + 1)
    for part, offset in ((_ways(m - 1, n), n), (_ways(m, n - 1), 0)):
        for u, ways in enumerate(part):
            out[u + offset] += ways
    return tuple(out)
