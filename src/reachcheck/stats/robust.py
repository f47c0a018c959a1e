"""Location and scale that a few extreme values do not move."""

import math

import numpy as np

from reachcheck.stats.arrays import Floats


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
