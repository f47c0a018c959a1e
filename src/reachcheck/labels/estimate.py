"""What marks say of the whole list: the share that the person would mark as nobody, with an interval."""

from collections.abc import Sequence

import numpy as np

from reachcheck.labels.sample import Stratum
from reachcheck.stats.intervals import wilson

FLOOR = 0.01
"""The least spread e (1 - e) that an interval is made with: with no mark at all it would have no width."""


def estimate(strata: Sequence[Stratum], level: float) -> tuple[float, float, float]:
    """Value and limits of the share of nobodies, those left open aside.

    Strata h with N_h followers, m_h of them marked, k_h as nobody, W_h = N_h / N: the value is sum W_h k_h / m_h. With
    p_h = (k_h + 1/2) / (m_h + 1) its variance is

        sum W_h^2 p_h (1 - p_h) / m_h (1 - m_h / N_h)

    and the limits are Wilson's for a sample of the effective size max(e (1 - e), .01) / variance. Strata nobody looked
    at take the share of the others. ValueError: nobody was marked.
    """
    size = np.array([each.size for each in strata], dtype=np.float64)
    nobody = np.array([each.nobody for each in strata], dtype=np.float64)
    marked = nobody + np.array([each.somebody for each in strata])
    seen = marked > 0
    if not seen.any():
        raise ValueError("nobody was marked")
    weight = size[seen] / size[seen].sum()
    share = nobody[seen] / marked[seen]
    value = min(float((weight * share).sum()), 1.0)
    around = (nobody[seen] + 0.5) / (marked[seen] + 1)
    unseen = 1 - marked[seen] / size[seen]
    variance = float((weight**2 * around * (1 - around) / marked[seen] * unseen).sum())
    if variance == 0.0:
        return value, value, value
    effective = np.array([max(value * (1 - value), FLOOR) / variance])
    low, high = wilson(value * effective, effective, level)
    return value, float(low[0]), float(high[0])


def bounds(strata: Sequence[Stratum], level: float) -> tuple[float, float, float, float]:
    """The value with all left open as somebody, then as nobody; the lower limit of one, the upper of the other."""
    least = [Stratum(size=s.size, nobody=s.nobody, somebody=s.somebody + s.unsure) for s in strata]
    most = [Stratum(size=s.size, nobody=s.nobody + s.unsure, somebody=s.somebody) for s in strata]
    (low_value, low, _), (high_value, _, high) = estimate(least, level), estimate(most, level)
    return low_value, high_value, low, high
