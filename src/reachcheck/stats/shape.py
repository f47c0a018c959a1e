"""The shape of one array of counts: how much the greatest hold. Missing values (NaN) are left out."""

import math

import numpy as np

from reachcheck.stats.arrays import Floats


def h_index(values: Floats) -> int:
    """The greatest h such that h values are at least h (Hirsch 2005); 0 for no values."""
    falling = np.sort(values[~np.isnan(values)])[::-1]
    return int((falling >= np.arange(1, len(falling) + 1)).sum())


def top_share(weights: Floats, top: int) -> float:
    """The share of the total that the `top` greatest weights hold, 0 to 1; NaN for a total of 0 or a negative weight.

    ValueError: `top` below 1.
    """
    if top < 1:
        raise ValueError(f"the {top} greatest are nobody")
    shares = _shares(weights)
    return min(float(shares[-top:].sum()), 1.0) if len(shares) else math.nan


def effective_number(weights: Floats) -> float:
    """How many equal weights would be as diverse: exp(-sum p ln p), the Hill number of order 1 (Hill 1973; Jost 2006).

    From 1 (one has all) to the number of positive weights; NaN for a total of 0 or a negative weight.
    """
    shares = _shares(weights)
    return math.exp(-float((shares * np.log(shares)).sum())) if len(shares) else math.nan


def _shares(weights: Floats) -> Floats:
    """Positive weights as shares of their sum, ascending, so that the order of the rows changes no bit."""
    line = np.sort(weights[~np.isnan(weights)])
    total = line.sum()
    if not total > 0 or line[0] < 0:
        return line[:0]
    shares: Floats = line / total
    return shares[shares > 0]
