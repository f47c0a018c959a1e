"""Gains per day of one series of periods. A period with a missing gain (NaN) adds neither gain nor days."""

import math

import numpy as np

from reachcheck.stats.arrays import Floats, Index
from reachcheck.stats.segments import total


def runs(days: Floats, length: float) -> Index:
    """For each period, the position after the longest run from it that lasts at most `length` days, or its own days.

    `days` (n,): how long each period lasts, above 0; result (n,), each at least its own position + 1.
    """
    clock = np.concatenate(([0.0], np.cumsum(days)))
    limit = clock[:-1] + np.maximum(days, length) * (1 + 1e-9)
    return np.searchsorted(clock, limit, side="right") - 1


def blocks(gains: Floats, days: Floats, length: float) -> tuple[Floats, Floats]:
    """The gain and the days of disjoint runs of at most `length` days, from the first period on.

    A last block shorter than half of `length` is left out, unless it is the only one.
    """
    known = ~np.isnan(gains)
    gains, days = gains[known], days[known]
    ends = runs(days, length).tolist()
    cuts = [0]
    while cuts[-1] < len(gains):
        cuts.append(ends[cuts[-1]])
    starts = np.array(cuts, np.int64)
    sums, spans = total(gains, starts), total(days, starts)
    keep = len(spans) - (len(spans) > 1 and spans[-1] < length / 2)
    return sums[:keep], spans[:keep]


def conversion(sums: Floats, spans: Floats) -> float:
    """The usual gain a day of blocks (`sums`, `spans` in days): their median rate, or more if most blocks are empty.

    Never less than the gain of the four fifths of lowest rate over their days, nor than 0; NaN without blocks.
    """
    if not len(sums):
        return math.nan
    rates = sums / spans
    lowest = np.argsort(rates, kind="stable")[: max(1, len(rates) * 4 // 5)]
    return max(0.0, float(np.median(rates)), float(sums[lowest].sum() / spans[lowest].sum()))


def quantum(gains: Floats) -> int:
    """The step a platform rounds to: the greatest common divisor of the gains that are not 0.

    1 with fewer than three of them, or if any is not a whole number; a series that always gains 5 has 5.
    """
    moved = gains[~np.isnan(gains) & (gains != 0)]
    whole = moved.astype(np.int64)
    return int(np.gcd.reduce(whole)) if len(moved) > 2 and bool((whole == moved).all()) else 1
