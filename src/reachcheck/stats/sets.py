"""Distinct values and membership by one sort.

`np.unique` would do, but its first call loads `numpy.ma`, a tenth of the time of a short run.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from reachcheck.stats.arrays import Bools, Index


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """The different values, in order."""
    ordered = np.sort(values)
    return ordered[_begins(ordered)]


def grouped(values: NDArray[Any]) -> tuple[NDArray[Any], Index, Index]:
    """The different values in order, the position of each value among them, and how often each occurs."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    begins = _begins(ordered)
    place = np.empty(len(values), dtype=np.int64)
    place[order] = np.cumsum(begins) - 1
    counts = np.diff(np.append(np.flatnonzero(begins), len(values)))
    return ordered[begins], place, counts.astype(np.int64)


def among(values: NDArray[Any], wanted: NDArray[Any]) -> Bools:
    """Which values occur in `wanted`, which is sorted."""
    if not len(wanted):
        return np.zeros(len(values), dtype=np.bool_)
    at = np.minimum(np.searchsorted(wanted, values), len(wanted) - 1)
    return np.asarray(wanted[at] == values)


def _begins(ordered: NDArray[Any]) -> Bools:
    """Where a new value begins."""
    begins = np.ones(len(ordered), dtype=np.bool_)
    begins[1:] = ordered[1:] != ordered[:-1]
    return begins
