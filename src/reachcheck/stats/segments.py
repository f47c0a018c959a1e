"""Statistics of many segments of one column at once.

A column is `values` of shape (m,); `starts` of shape (n + 1,) gives n segments, `values[starts[i]:starts[i + 1]]`, the
first from 0 and the last to m (else ValueError). NaN is missing and is skipped, never taken as 0; a segment with
nothing in it gives NaN. A segment gives the same bits alone as among others: sums run inside a segment only, never as
differences of a running sum over the column.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from reachcheck.stats.arrays import Bools, Floats, Index

Column = TypeVar("Column", Floats, Index)


def ordered(values: Floats, starts: Index) -> tuple[Floats, Index]:
    """The column sorted inside each segment, missing values last, and the number of values in each segment."""
    counts = count(values, starts)
    owner = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return values[np.lexsort((values, owner))], counts


def count(values: Floats, starts: Index) -> Index:
    """How many values are not missing; 0 for an empty segment."""
    present = (~np.isnan(values)).astype(np.int64)
    return _reduce(np.add, present, starts, np.zeros(len(starts) - 1, np.int64))


def total(values: Floats, starts: Index) -> Floats:
    """The sum of what is not missing; NaN where nothing is."""
    sums = _reduce(np.add, np.where(np.isnan(values), 0.0, values), starts, _blank(starts))
    return np.where(count(values, starts) > 0, sums, np.nan)


def smallest(values: Floats, starts: Index) -> Floats:
    """The least value."""
    return _reduce(np.fmin, values, starts, _blank(starts))


def largest(values: Floats, starts: Index) -> Floats:
    """The greatest value."""
    return _reduce(np.fmax, values, starts, _blank(starts))


def median(values: Floats, starts: Index) -> Floats:
    """The middle value, or the mean of the two middle values."""
    return quantile(values, starts, 0.5)


def quantile(values: Floats, starts: Index, q: float) -> Floats:
    """The q-quantile, linear between order statistics (type 7 of Hyndman and Fan 1996).

    ValueError: q outside [0, 1].
    """
    if not 0 <= q <= 1:
        raise ValueError(f"a quantile lies between 0 and 1, not at {q}")
    column, counts = ordered(values, starts)
    result = _blank(starts)
    some = counts > 0
    place = (counts[some] - 1) * q
    below = np.floor(place).astype(np.int64)
    above = np.ceil(place).astype(np.int64)
    low, high = column[starts[:-1][some] + below], column[starts[:-1][some] + above]
    result[some] = np.minimum(low + (place - below) * (high - low), high)
    return result


def mad(values: Floats, starts: Index) -> Floats:
    """The median absolute deviation from the median, in the unit of the values (not scaled to a standard deviation)."""
    middle = np.repeat(median(values, starts), np.diff(starts))
    return median(np.abs(values - middle), starts)


def gini(values: Floats, starts: Index) -> Floats:
    """Gini's concentration, 0 (all equal) to 1 (one has all), with the n / (n - 1) correction for small n.

    sum((2 i - n - 1) x_(i)) / ((n - 1) sum(x)), i from 1 in ascending order (Deltas 2003). NaN for fewer than two
    values, a total of 0, or any negative value.
    """
    column, counts = ordered(values, starts)
    sizes = np.diff(starts)
    rank = np.arange(1, len(values) + 1) - np.repeat(starts[:-1], sizes)
    spread = total((2.0 * rank - np.repeat(counts, sizes) - 1.0) * column, starts)
    whole = total(column, starts)
    defined = (counts > 1) & (smallest(values, starts) >= 0) & (whole > 0)
    result = _blank(starts)
    result[defined] = spread[defined] / ((counts[defined] - 1) * whole[defined])
    return result


def each(kernel: Callable[[int, int], Sequence[float]], starts: Index, where: Bools, width: int) -> Floats:
    """What `kernel(start, end)` gives for each segment where `where` (shape (n,)) is true, NaN elsewhere.

    The kernel gives `width` floats; the result has shape (n, width).
    """
    result = np.full((len(starts) - 1, width), np.nan)
    for i in np.flatnonzero(where).tolist():
        result[i] = kernel(int(starts[i]), int(starts[i + 1]))
    return result


def _blank(starts: Index) -> Floats:
    return np.full(len(starts) - 1, np.nan)


def _reduce(ufunc: np.ufunc, values: Column, starts: Index, empty: Column) -> Column:
    """`ufunc.reduceat`, except that an empty segment keeps its value of `empty`: numpy gives it its neighbour's."""
    if starts[0] != 0 or starts[-1] != len(values):
        raise ValueError(f"segments from {starts[0]} to {starts[-1]} do not cover {len(values)} values")
    some = np.diff(starts) > 0
    empty[some] = ufunc.reduceat(np.ascontiguousarray(values), starts[:-1][some])
    return empty
