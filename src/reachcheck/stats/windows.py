"""Short windows of one series of gains, scored by how far they stand above what the series gains otherwise.

A series is three arrays of shape (n,): `gains` per period (may be negative; NaN is missing, and in no window), `days`
(how long each period lasts, above 0) and `level` (the count before each period, or NaN). ValueError otherwise.
"""

from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Floats, Index
from reachcheck.stats.rates import blocks, conversion, quantum, runs
from reachcheck.stats.segments import quantile

WEEK = 7.0
HALF = 0.5


@dataclass(frozen=True)
class Yardstick:
    """What makes a window pass.

    `windows`: lengths in days. A window passes from a score of `threshold` and an excess of `least` (0 or more) and of
    `least_share` of the level. `scale`: the spread of ln(gain / expected) between ordinary windows. To both sides of
    that ratio `pseudo_share` of the level is added, and no less than `pseudo_least`.
    """

    windows: tuple[float, ...]
    threshold: float
    least_share: float
    least: float
    scale: float = 0.7
    pseudo_share: float = 0.005
    pseudo_least: float = 2.0


@dataclass(frozen=True, eq=False)
class _Scale:
    """For each window: expected gain, what is added to both sides, the spread of the score, the least excess."""

    mean: Floats
    pseudo: Floats
    spread: Floats
    least: Floats


def passing(gains: Floats, days: Floats, level: Floats, yardstick: Yardstick) -> list[tuple[float, int, int]]:
    """Score, first position and end (the position after the last) of every window that passes, best first.

    From each period runs one window for each length: the longest that lasts no more than it, or the period alone. With
    c the usual gain a day (`rates.conversion` over blocks of the window's length, at least a week) and a the
    pseudo-count, a window of d days that gains g scores

        ln((g + a) / (c d + .5 + a)) / sqrt(scale^2 + 1 / (c d + .5 + a))

    Its excess is g - c d - .5. Where gains are rounded to q > 1 (`rates.quantum`), a is at least 2 q and the excess at
    least 3 q. Of equal scores the earlier comes first, then the shorter.
    """
    _check(gains, days, level)
    step = quantum(gains)
    found: list[tuple[float, int, int]] = []
    for length in yardstick.windows:
        usual = conversion(*blocks(gains, days, max(length, WEEK)))
        ends = runs(days, length)
        scores = _scores(_sums(gains, ends), _scale(usual * _sums(days, ends) + HALF, level, step, yardstick))
        passed = np.flatnonzero(scores >= yardstick.threshold)
        found += zip(scores[passed].tolist(), passed.tolist(), ends[passed].tolist(), strict=True)
    return sorted(found, key=lambda window: (-window[0], window[1], window[2]))


def smallest_visible(gains: Floats, days: Floats, level: Floats, yardstick: Yardstick) -> float:
    """The lot which, put into any one period, would have passed in 19 of 20 (the .95 quantile over the periods).

    For each period: the smallest lot that, on top of what was gained, lifts the score of that period alone to the
    threshold and its excess to the least; 0 where it passes as it is. NaN for an empty series.
    """
    _check(gains, days, level)
    mean = conversion(*blocks(gains, days, WEEK)) * days + HALF
    scale = _scale(mean, level, quantum(gains), yardstick)
    scored = (mean + scale.pseudo) * np.exp(yardstick.threshold * scale.spread) - scale.pseudo - gains
    lots = np.maximum(0.0, np.maximum(scored, scale.least - (gains - mean)))
    return float(quantile(lots, np.array([0, len(lots)]), 0.95)[0])


def _check(gains: Floats, days: Floats, level: Floats) -> None:
    if not gains.shape == days.shape == level.shape:
        raise ValueError(f"shapes differ: {gains.shape}, {days.shape}, {level.shape}")
    if not (days > 0).all():
        raise ValueError("every period must last longer than 0 days")


def _scale(mean: Floats, level: Floats, step: int, yardstick: Yardstick) -> _Scale:
    rough = step if step > 1 else 0
    pseudo = np.fmax(np.fmax(yardstick.pseudo_least, yardstick.pseudo_share * level), 2 * rough)
    least = np.fmax(np.fmax(yardstick.least, yardstick.least_share * level), 3 * rough)
    return _Scale(mean, pseudo, np.sqrt(yardstick.scale**2 + 1 / (mean + pseudo)), least)


def _scores(gains: Floats, scale: _Scale) -> Floats:
    """The score of each window with enough gain and excess, NaN for the others."""
    enough = gains - scale.mean >= scale.least
    ratio = (np.where(enough, gains, np.nan) + scale.pseudo) / (scale.mean + scale.pseudo)
    return np.log(ratio) / scale.spread


def _sums(values: Floats, ends: Index) -> Floats:
    """The sum from each position up to its end; NaN where a value in between is missing."""
    missing = np.isnan(values)
    sums = np.concatenate(([0.0], np.cumsum(np.where(missing, 0.0, values))))
    holes = np.concatenate(([0], np.cumsum(missing)))
    return np.where(holes[ends] > holes[:-1], np.nan, sums[ends] - sums[:-1])
