"""Bursts: short windows of one series of gains that stand far above what the series gains otherwise."""

import math
from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Floats
from reachcheck.stats.rates import blocks, conversion, quantum
from reachcheck.stats.segments import quantile
from reachcheck.stats.windows import WEEK, Yardstick, passing, smallest_visible

__all__ = ["Burst", "Yardstick", "bursts", "quantum", "smallest_visible"]

Z_90 = 1.645
EDGE = 0.05
"""Share of its own gain a day below which a period at either end of a burst is no part of it."""


@dataclass(frozen=True)
class Burst:
    """Periods `first` to `last` (positions, both within), what they gained, what was expected, and the difference.

    Expected is the usual gain a day outside the burst times its days, `low` and `high` by the .1 and .9 quantile of the
    gain a day of blocks; the ends of the excess add 1.645 sqrt(gain) to that. With nothing outside the burst all of
    them are NaN, and `excess_low` 0.
    """

    first: int
    last: int
    score: float
    gain: float
    expected: float
    expected_low: float
    expected_high: float
    excess: float
    excess_low: float
    excess_high: float


def bursts(gains: Floats, days: Floats, level: Floats, yardstick: Yardstick) -> tuple[Burst, ...]:
    """The bursts of a series, in order of time; arrays, score and errors as in `windows`.

    The best window is taken first, none that overlaps it, and so on; windows taken side by side are one burst, with the
    best of their scores. Periods at its ends that gain less than `EDGE` of its own gain a day are trimmed off.
    """
    taken: list[tuple[int, int, float]] = []
    for score, first, end in passing(gains, days, level, yardstick):
        if all(end <= start or stop <= first for start, stop, _ in taken):
            taken.append((first, end, score))
    return tuple(_describe(gains, days, *window) for window in _joined(taken))


def _joined(windows: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """First, end and score in order of time, with windows that touch made one."""
    line: list[tuple[int, int, float]] = []
    for first, end, score in sorted(windows):
        if line and line[-1][1] == first:
            start, _, best = line.pop()
            line.append((start, end, max(best, score)))
        else:
            line.append((first, end, score))
    return line


def _trimmed(gains: Floats, days: Floats, first: int, end: int) -> tuple[int, int]:
    """Without the periods at either end that hardly take part: less than EDGE of the burst's own gain a day."""
    least = EDGE * gains[first:end].sum() / days[first:end].sum()
    part = np.flatnonzero(gains[first:end] >= least * days[first:end])
    return first + int(part[0]), first + int(part[-1]) + 1


def _describe(gains: Floats, days: Floats, first: int, end: int, score: float) -> Burst:
    first, end = _trimmed(gains, days, first, end)
    gain, length = float(gains[first:end].sum()), float(days[first:end].sum())
    outside = gains.copy()
    outside[first:end] = np.nan
    sums, spans = blocks(outside, days, max(length, WEEK))
    expected = conversion(sums, spans) * length
    low, high = (_usual(sums / spans, q) * length for q in (0.1, 0.9))
    noise = Z_90 * math.sqrt(gain)
    return Burst(
        first=first,
        last=end - 1,
        score=score,
        gain=gain,
        expected=expected,
        expected_low=low,
        expected_high=high,
        excess=gain - expected,
        excess_low=max(0.0, gain - high - noise),
        excess_high=gain - low + noise,
    )


def _usual(rates: Floats, q: float) -> float:
    """The q-quantile of gains a day, a loss counted as 0."""
    return float(np.maximum(0.0, quantile(rates, np.array([0, len(rates)]), q)[0]))
