"""How often two sets of times lie near each other without having to do with each other."""

import numpy as np

from reachcheck.stats.arrays import Index


def near_by_chance(first: Index, second: Index, span: int) -> float:
    """The share of pairs at most `span` apart, on average over all ways to pair `first` with `second`; both (n,).

    Each of the n^2 pairs is as likely, so it is the share of these that are near: rates and bursts of either side stay
    as they are, only who belongs to whom does not. NaN for n = 0. ValueError: lengths differ.
    """
    if first.shape != second.shape:
        raise ValueError(f"{len(first)} times cannot be paired with {len(second)}")
    if not len(first):
        return float("nan")
    ordered = np.sort(second)
    near = np.searchsorted(ordered, first + span, side="right") - np.searchsorted(ordered, first - span, side="left")
    return float(near.sum()) / len(first) ** 2
