"""What part of everything that a profile gained came in one month, beyond both what came before it and after it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reachcheck.stats.arrays import Floats, Index

SIDE = 6
"""Months on either side that a month is compared with."""
LEAST_SIDE = 3
"""Known months that a side needs."""
LEAST = 50.0
"""Gains below this are not scored."""
NONE, BEFORE, BOTH = -1, 0, 1


@dataclass(frozen=True, eq=False)
class Excess:
    """The excess share of each month, shape (series, months), and what each was compared with.

    `share` is within 0..1, NaN where a month is not scored. `side` is `BOTH`, `BEFORE` where too few later months are
    known, or `NONE` where a month is not scored.
    """

    share: Floats
    side: NDArray[np.int8]


def excess_share(gains: Floats) -> Excess:
    """How far each month's gain is above the usual of its neighbours, as a share of all gains of its series.

    `gains` (series, months), NaN missing. With the greater one of the medians of the `SIDE` months before and after,

        max(0, gain - max(0, median before, median after)) / sum of the gains above 0

    Months that gained less than `LEAST` are not scored, nor those with fewer than `LEAST_SIDE` known months before
    them: whatever has begun lately has had its best month lately. At the other end the months before speak alone.
    A row's shares depend on that row alone. ValueError: `gains` has not two dimensions.
    """
    if gains.ndim != 2:
        raise ValueError(f"gains of {gains.ndim} dimensions are no series in rows")
    row, month = np.nonzero(gains >= LEAST)
    padded = np.pad(gains, ((0, 0), (SIDE, SIDE)), constant_values=np.nan)
    before = _median(padded, row, month)
    after = _median(padded, row, month + SIDE + 1)
    scored = ~np.isnan(before)
    row, month, before, after = row[scored], month[scored], before[scored], after[scored]
    share, side = np.full(gains.shape, np.nan), np.full(gains.shape, NONE, dtype=np.int8)
    usual = np.fmax(np.fmax(before, after), 0.0)
    everything = np.where(gains > 0, gains, 0.0).sum(axis=1)
    share[row, month] = np.maximum(gains[row, month] - usual, 0.0) / everything[row]
    side[row, month] = np.where(np.isnan(after), BEFORE, BOTH)
    return Excess(share, side)


def _median(padded: Floats, row: Index, first: Index) -> Floats:
    """The median of `SIDE` months of some rows, each from a month on; NaN where fewer than `LEAST_SIDE` are known."""
    ordered = np.sort(padded[row[:, None], first[:, None] + np.arange(SIDE)], axis=1)
    counts = (~np.isnan(ordered)).sum(axis=1)
    at, middle = np.arange(len(row)), np.maximum(counts - 1, 0)
    medians = (ordered[at, middle // 2] + ordered[at, (middle + 1) // 2]) / 2
    return np.where(counts >= LEAST_SIDE, medians, np.nan)
