"""Intervals for shares, medians and counts. `level` is the two-sided coverage: (1 - level) / 2 is left at each end."""

import math
from functools import lru_cache
from statistics import NormalDist

import numpy as np

from reachcheck.stats.arrays import Floats, Index
from reachcheck.stats.segments import ordered
from reachcheck.stats.sets import distinct
from reachcheck.stats.tails import binomial_above, binomial_below, crossing, poisson_above, poisson_below


def z_of(level: float) -> float:
    """The normal deviate that leaves (1 - level) / 2 above it. ValueError: `level` not between 0 and 1."""
    return NormalDist().inv_cdf(1 - _tail(level))


def wilson(k: Floats, n: Floats, level: float = 0.95) -> tuple[Floats, Floats]:
    """Limits of a share k / n (Wilson 1927), for arrays of one shape; exactly 0 at k = 0 and 1 at k = n.

    (k + z^2/2 -+ z sqrt(k (n - k) / n + z^2/4)) / (n + z^2). NaN where n is 0 or missing, or k is not within 0..n.
    """
    z = z_of(level)
    valid = (n > 0) & (k >= 0) & (k <= n)
    hits, trials = np.where(valid, k, np.nan), np.where(valid, n, np.nan)
    half = z * np.sqrt(hits * (trials - hits) / trials + z * z / 4)
    low = (hits + z * z / 2 - half) / (trials + z * z)
    high = (hits + z * z / 2 + half) / (trials + z * z)
    return np.where(hits == 0, 0.0, np.maximum(low, 0.0)), np.where(hits == trials, 1.0, np.minimum(high, 1.0))


def clustered(k: Index, n: Index, level: float = 0.95) -> tuple[float, float]:
    """Limits of a share sum(k) / sum(n) of trials that come in clusters, k of n in each: one person's months, say.

    Wilson's, for as many trials as would be equally sure if none were related: sum(n) over the design effect, which is
    the variance of the ratio between clusters to that of single trials, and never below 1 (Kish 1965). Where all or
    no trials are hits nothing tells it, and clusters are counted instead of trials. NaN where there are no trials.
    """
    hits, trials, clusters = int(k.sum()), int(n.sum()), len(n)
    if trials == 0:
        return math.nan, math.nan
    share, size = hits / trials, float(trials)
    if hits in (0, trials):
        size = float(clusters)
    elif clusters > 1:
        squares = int((k * k).sum()) - 2 * share * int((k * n).sum()) + share**2 * int((n * n).sum())
        size /= max(squares * clusters / (clusters - 1) / (trials * share * (1 - share)), 1.0)
    low, high = wilson(np.array([share * size]), np.array([size]), level)
    return float(low[0]), float(high[0])


@lru_cache(maxsize=4096)
def median_ranks(n: int, level: float) -> tuple[int, int] | None:
    """The order statistics (from 1) of n values between which the median of the law lies with at least `level`.

    Free of distribution: the greatest r with P(X <= r - 1) <= (1 - level) / 2, X binomial(n, 1/2), and n + 1 - r (David
    and Nagaraja 2003, section 7.1). None where even the extremes do not reach the level (n < 6 at .95).
    """
    tail = _tail(level) * (1 + 1e-9)
    low, high = 0, n // 2 + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if binomial_below(middle - 1, n, 0.5) <= tail else (low, middle)
    return (low, n + 1 - low) if low else None


def median_interval(values: Floats, starts: Index, level: float = 0.95) -> tuple[Floats, Floats]:
    """Limits of each segment's median between two of its order statistics (`median_ranks`).

    Shapes as in `segments`: values (m,), starts (n + 1,), limits (n,). NaN where a segment has too few values.
    """
    column, counts = ordered(values, starts)
    low, high = np.full(len(counts), np.nan), np.full(len(counts), np.nan)
    for size in distinct(counts).tolist():
        ranks = median_ranks(size, level)
        if ranks:
            these = counts == size
            low[these] = column[starts[:-1][these] + ranks[0] - 1]
            high[these] = column[starts[:-1][these] + ranks[1] - 1]
    return low, high


@lru_cache(maxsize=1024)
def clopper_pearson(k: int, n: int, level: float = 0.95) -> tuple[float, float]:
    """Exact limits of a share k / n (Clopper and Pearson 1934): they cover with at least `level`, whatever the share.

    ValueError: k not within 0..n, or n = 0.
    """
    if not 0 <= k <= n or n == 0:
        raise ValueError(f"{k} of {n} is not a share")
    tail, share = _tail(level), k / n
    low = crossing(lambda p: binomial_above(k, n, p) < tail, 0.0, share) if k > 0 else 0.0
    high = crossing(lambda p: binomial_below(k, n, p) > tail, share, 1.0) if k < n else 1.0
    return low, high


def poisson_lower(k: int, level: float = 0.95) -> float:
    """The exact lower limit of a Poisson mean after counting k (Garwood 1936). ValueError: k below 0."""
    _check_count(k)
    tail = _tail(level)
    return crossing(lambda mean: poisson_above(k, mean) < tail, 0.0, float(k)) if k > 0 else 0.0


def poisson_upper(k: int, level: float = 0.95) -> float:
    """The exact upper limit of a Poisson mean after counting k (Garwood 1936). ValueError: k below 0."""
    _check_count(k)
    tail, z = _tail(level), z_of(level)
    return crossing(lambda mean: poisson_below(k, mean) > tail, float(k), k + (z + 2) * (z + math.sqrt(k) + 2))


def _tail(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    return (1 - level) / 2


def _check_count(k: int) -> None:
    if k < 0:
        raise ValueError(f"{k} is not a count")
