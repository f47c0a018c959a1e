"""Location and scale that a few extreme values do not move."""

import math

import numpy as np

from reachcheck.stats.arrays import Floats, Index


def anscombe(counts: Floats) -> Floats:
    """Counts of Poisson kind to a scale of unit variance: 2 sqrt(x + 3/8) (Anscombe 1948). Counts are 0 or more."""
    return 2 * np.sqrt(counts + 0.375)


def scaled_mad(values: Floats) -> float:
    """1.4826 times the median absolute deviation: the standard deviation of normal values; NaN for no values."""
    known = values[~np.isnan(values)]
    return 1.4826 * float(np.median(np.abs(known - np.median(known)))) if len(known) else math.nan


def robust_z(value: float, sample: Floats, floor: float) -> float:
    """How far `value` is from the sample's median, in units of its scaled MAD but of at least `floor`.

    NaN for a sample without values. ValueError: `floor` not above 0.
    """
    if not floor > 0:
        raise ValueError(f"the least scale must be above 0, not {floor}")
    known = sample[~np.isnan(sample)]
    return (value - float(np.median(known))) / max(scaled_mad(known), floor) if len(known) else math.nan


def running_median(values: Floats, width: int) -> Floats:
    """The median of the `width` values around each, of the first or last `width` at the ends; shape (n,), no NaN.

    ValueError: fewer values than `width`, or `width` below 1.
    """
    if not 1 <= width <= len(values):
        raise ValueError(f"{len(values)} values have no window of {width}")
    medians = np.median(np.lib.stride_tricks.sliding_window_view(values, width), axis=1)
    return np.asarray(medians[window_starts(len(values), width)], dtype=np.float64)


def window_starts(n: int, width: int) -> Index:
    """Where the window of `width` around each of n positions begins; at the ends it is not centred, to stay inside."""
    return np.clip(np.arange(n) - width // 2, 0, n - width)


def spread_of_changes(values: Floats, lag: int = 1) -> Floats:
    """How far each change over `lag` positions is from the middle change, shape (n - lag,), scaled.

    Its median estimates the standard deviation of values around a level that moves slowly: 1.4826 |d - m| / sqrt 2,
    with m the median of the changes d.
    """
    changes = values[lag:] - values[:-lag]
    return np.asarray(1.4826 * np.abs(changes - np.median(changes)) / math.sqrt(2), dtype=np.float64)
