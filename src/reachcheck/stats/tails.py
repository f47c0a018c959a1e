"""Exact tails of the binomial and the Poisson law, each on the side away from the mean, and a root finder.

On that side the terms of the sum fall from the first on, so that the sum is the first term times a series of positive
falling numbers: nothing cancels, and it is exact to about 1e-9 relative for counts of a million.
"""

import math
from collections.abc import Callable


def binomial_below(k: int, n: int, p: float) -> float:
    """P(X <= k) for X binomial(n, p), with 0 <= k <= n, 0 < p < 1 and k <= n p."""
    odds = p / (1 - p)
    return _binomial(k, n, p) * _series(lambda i: (k - i) / ((n - k + i + 1) * odds))


def binomial_above(k: int, n: int, p: float) -> float:
    """P(X >= k) for X binomial(n, p), with 0 <= k <= n, 0 < p < 1 and k >= n p."""
    odds = p / (1 - p)
    return _binomial(k, n, p) * _series(lambda i: (n - k - i) * odds / (k + i + 1))


def poisson_below(k: int, mean: float) -> float:
    """P(X <= k) for X Poisson, with 0 <= k <= mean and mean > 0."""
    return _poisson(k, mean) * _series(lambda i: (k - i) / mean)


def poisson_above(k: int, mean: float) -> float:
    """P(X >= k) for X Poisson, with k >= mean > 0."""
    return _poisson(k, mean) * _series(lambda i: mean / (k + i + 1))


def crossing(below: Callable[[float], bool], low: float, high: float) -> float:
    """The number between `low` and `high` up to which `below` is true, to the last bit, by halving."""
    middle = (low + high) / 2
    while low < middle < high:
        low, high = (middle, high) if below(middle) else (low, middle)
        middle = (low + high) / 2
    return middle


def _series(ratio: Callable[[int], float]) -> float:
    total = term = 1.0
    step = 0
    while term > total * 1e-17:
        term *= ratio(step)
        total += term
        step += 1
    return total


def _binomial(k: int, n: int, p: float) -> float:
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(ways + k * math.log(p) + (n - k) * math.log1p(-p))


def _poisson(k: int, mean: float) -> float:
    return math.exp(k * math.log(mean) - mean - math.lgamma(k + 1))
