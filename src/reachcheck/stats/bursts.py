"""Bursts: stretches of one series of gains, taken from windows that stand out, with what came in them and why not.

A series is two arrays of shape (periods,): `gains` and `exposure`, as in `surplus`; NaN is missing.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Floats
from reachcheck.stats.surplus import WEEK, Sums

Z_90 = 1.645
EDGE = 0.05
"""Share of its own gain a period below which a period at either end of a burst is no part of it."""


@dataclass(frozen=True, order=True)
class Window:
    """Periods `first` to `end` (the position after the last), and how clearly they stand out."""

    first: int
    end: int
    margin: float


@dataclass(frozen=True)
class Burst:
    """What came in a window, what was to be expected by its exposure, and the difference.

    Expected is the usual gain for each unit of exposure outside the window times the exposure in it; `low` and `high`
    by the .1 and .9 quantile of that rate in windows of its length, a week at least. The ends of the excess add
    1.645 sqrt(gain). With nothing outside the window all of them are NaN, and `excess_low` 0.
    """

    gain: float
    expected: float
    expected_low: float
    expected_high: float
    excess: float
    excess_low: float
    excess_high: float


def taken(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The clearest window first, none that overlaps it, and so on; those side by side made one, in order of time.

    Of equally clear ones the earlier comes first, then the shorter.
    """
    found: list[Window] = []
    for window in sorted(windows, key=lambda one: (-one.margin, one.first, one.end)):
        if not any(overlap(window, other) for other in found):
            found.append(window)
    return joined(found)


def extended(window: Window, others: Iterable[Window]) -> Window:
    """The window with those of the others beside it that are no longer than itself, the clearest first."""
    left = sorted(others, key=lambda one: (-one.margin, one.first, one.end))
    whole, length = window, window.end - window.first
    while beside := next((o for o in left if _beside(o, whole) and o.end - o.first <= length), None):
        whole = Window(min(whole.first, beside.first), max(whole.end, beside.end), whole.margin)
    return whole


def _beside(one: Window, other: Window) -> bool:
    return one.end == other.first or one.first == other.end


def overlap(one: Window, other: Window) -> bool:
    """Whether two windows share a period."""
    return one.first < other.end and other.first < one.end


def joined(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Windows that touch or overlap made one, with the greatest of their margins; in order of time."""
    line: list[Window] = []
    for window in sorted(windows):
        if line and window.first <= line[-1].end:
            last = line.pop()
            line.append(Window(last.first, max(last.end, window.end), max(last.margin, window.margin)))
        else:
            line.append(window)
    return tuple(line)


def trimmed(gains: Floats, window: Window) -> Window:
    """Without the periods at either end that hardly take part: missing, or below `EDGE` of its own pace."""
    inside = gains[window.first : window.end]
    part = np.flatnonzero(inside >= EDGE * np.nansum(inside) / max(int((~np.isnan(inside)).sum()), 1))
    if not len(part):
        return window
    return Window(window.first + int(part[0]), window.first + int(part[-1]) + 1, window.margin)


def describe(gains: Floats, exposure: Floats, window: Window, usual: Floats | None = None) -> Burst:
    """The burst of a window; what is usual is taken from another series of gains where one is given."""
    inside = slice(window.first, window.end)
    known = ~np.isnan(gains[inside]) & ~np.isnan(exposure[inside])
    gain, exposed = float(gains[inside][known].sum()), float(exposure[inside][known].sum())
    outside = (gains if usual is None else usual).copy()
    outside[inside] = np.nan
    length = max(window.end - window.first, WEEK)
    sums = Sums.of(outside[None], exposure[None], np.full((1, len(gains)), np.nan))
    expected = float(sums.conversion(length)[0]) * exposed
    low, high = (rate * exposed for rate in sums.rates(length))
    noise = Z_90 * math.sqrt(max(gain, 0.0))
    return Burst(
        gain=gain,
        expected=expected,
        expected_low=low,
        expected_high=high,
        excess=gain - expected,
        excess_low=max(0.0, gain - high - noise),
        excess_high=gain - low + noise,
    )
