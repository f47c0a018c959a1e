"""Where a series changes for good: the places on which differently strict segmentations agree.

One segmentation stands or falls with its penalty. Eight of them vote: straight lines and constants, each under four
penalties; a change counts where at least half of them have one. On the Turing Change Point Dataset this is steadier
than any single setting (figures in docs/accuracy.md).
"""

from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np

from reachcheck.stats.arrays import Floats, Index

Shape = Literal["constant", "line"]

PERIODS = (4, 7, 12, 24, 52)
SEASONAL = 0.5
"""Share of variance that a season must explain to be removed."""
MEDIAN_OF = 5
CLIPPED = 3.0
"""So many standard deviations, by the median absolute deviation, a value may be off the running median."""
SCALED_MAD = 1.4826
RUNS: tuple[tuple[Shape, float], ...] = (
    *(("line", strictness) for strictness in (3.0, 4.0, 5.0, 6.0)),
    *(("constant", strictness) for strictness in (4.0, 5.0, 6.0, 8.0)),
)
ROUNDS = 3
ECHO = 0.95
"""The highest correlation between neighbours that a penalty takes into account."""
NEAR, APART, MAJORITY = 5, 10, 0.5
LEAST = {"constant": 3, "line": 5}
"""Points that a segment has at least."""
PARAMETERS = {"constant": 1, "line": 2}


def changes(values: Floats) -> tuple[int, ...]:
    """Positions at which a new stretch begins, in order; none in a series without variance.

    `values` has shape (n,), evenly spaced and finite; ValueError otherwise.
    """
    if values.ndim != 1 or not np.isfinite(values).all():
        raise ValueError("a series needs one dimension and finite values")
    cleaned = winsorised(without_season(values - values.mean())) if len(values) else values
    spread = float(cleaned.std()) if len(cleaned) else 0.0
    if len(values) < 2 * LEAST["constant"] or spread <= 1e-12 * max(1.0, float(np.abs(values).max())):
        return ()
    found = [segmentation(cleaned / spread, shape, strictness) for shape, strictness in RUNS]
    return agreed(found, len(values))


def without_season(values: Floats) -> Floats:
    """The series less the season that explains most of its deviations from a moving average, if it explains half."""
    best: tuple[float, Floats] = (SEASONAL, np.zeros(len(values)))
    for period in PERIODS:
        if len(values) >= 3 * period:
            best = max(best, _season(values, period), key=lambda found: found[0])
    return values - best[1]


def _season(values: Floats, period: int) -> tuple[float, Floats]:
    """Which share of the deviations a season explains, adjusted for its parameters, and the season itself."""
    n, half = len(values), period // 2
    weights = np.full(period + 1 - period % 2, 1.0)
    weights[[0, -1]] = 0.5 if period % 2 == 0 else 1.0
    around = np.convolve(values, weights / weights.sum(), mode="valid")
    inside = slice(half, half + len(around))
    off, phase = values[inside] - around, np.arange(n)[inside] % period
    middle = np.array([np.median(off[phase == each]) for each in range(period)])
    middle -= middle.mean()
    whole = float(((off - off.mean()) ** 2).sum())
    if whole == 0.0:
        return 0.0, np.zeros(n)
    left = float(((off - middle[phase]) ** 2).sum()) / whole
    return 1 - left * (n - 1) / (n - period), middle[np.arange(n) % period]


def winsorised(values: Floats) -> Floats:
    """The series with single values that stand far off the running median of five drawn in."""
    padded = np.pad(values, MEDIAN_OF // 2, mode="edge")
    running = np.median(np.lib.stride_tricks.sliding_window_view(padded, MEDIAN_OF), axis=1)
    off = values - running
    limit = CLIPPED * SCALED_MAD * float(np.median(np.abs(off - np.median(off))))
    return np.asarray(running + np.clip(off, -limit, limit), dtype=np.float64)


def segmentation(values: Floats, shape: Shape, strictness: float) -> tuple[int, ...]:
    """The least-squares partition under a penalty for each change, adjusted to the noise around it.

    The penalty of a change is `strictness` ln n s^2 (1 + r) / (1 - r), with s^2 the variance and r the lag-1
    correlation of the residuals around the partition before (Lavielle 1999 on dependent noise); at first k/2 ln n.
    """
    log_n, sums = np.log(len(values)), _Sums.of(values)
    penalty = PARAMETERS[shape] / 2 * log_n
    found = _partition(sums, shape, penalty)
    for _ in range(ROUNDS):
        left = _residuals(sums, shape, found, values)
        penalty = strictness * log_n * float(left.var()) * _inflation(left)
        before, found = found, _partition(sums, shape, penalty)
        if found == before:
            break
    return found


def _inflation(left: Floats) -> float:
    centred = left - left.mean()
    whole = float((centred**2).sum())
    echo = float((centred[1:] * centred[:-1]).sum()) / whole if whole else 0.0
    echo = min(max(echo, 0.0), ECHO)
    return (1 + echo) / (1 - echo)


@dataclass(frozen=True, eq=False)
class _Sums:
    """Running sums, from which the error of a fit to any stretch follows at once."""

    y: Floats
    yy: Floats
    ty: Floats

    @classmethod
    def of(cls, values: Floats) -> "_Sums":
        run = partial(np.concatenate, axis=0)
        time = np.arange(len(values), dtype=np.float64)
        y, yy, ty = (run(([0.0], np.cumsum(each))) for each in (values, values**2, time * values))
        return cls(y, yy, ty)

    def error(self, shape: Shape, starts: Index, end: int) -> Floats:
        """Squared error of the best fit to each stretch from `starts` up to `end`."""
        n = (end - starts).astype(np.float64)
        y, yy, ty = (each[end] - each[starts] for each in (self.y, self.yy, self.ty))
        error = yy - y**2 / n
        if shape == "line":
            middle = (starts + end - 1) / 2
            slope = (ty - middle * y) / (n * (n**2 - 1) / 12)
            error = error - slope * (ty - middle * y)
        return np.asarray(np.maximum(error, 0.0), dtype=np.float64)


def _partition(sums: _Sums, shape: Shape, penalty: float) -> tuple[int, ...]:
    """Optimal partitioning by dynamic programming (Jackson et al. 2005)."""
    n, least = len(sums.y) - 1, LEAST[shape]
    best, previous = np.full(n + 1, np.inf), np.zeros(n + 1, dtype=np.int64)
    best[0] = -penalty
    for end in range(least, n + 1):
        starts = np.arange(0, end - least + 1)
        costs = best[starts] + sums.error(shape, starts, end) + penalty
        previous[end] = np.argmin(costs)
        best[end] = costs[previous[end]]
    cuts, at = [], int(previous[n])
    while at > 0:
        cuts.append(at)
        at = int(previous[at])
    return tuple(reversed(cuts))


def _residuals(sums: _Sums, shape: Shape, cuts: tuple[int, ...], values: Floats) -> Floats:
    left = values.copy()
    for start, end in zip((0, *cuts), (*cuts, len(values)), strict=True):
        piece, time = values[start:end], np.arange(end - start) - (end - start - 1) / 2
        left[start:end] = piece - piece.mean()
        if shape == "line" and end - start > 1:
            left[start:end] -= time * float((time * piece).sum() / (time**2).sum())
    return left


def agreed(runs: list[tuple[int, ...]], n: int) -> tuple[int, ...]:
    """The changes on which at least half of some segmentations agree, the one with most agreement first found."""
    near = np.zeros((len(runs), n), dtype=np.bool_)
    for number, cuts in enumerate(runs):
        for cut in cuts:
            near[number, max(0, cut - NEAR) : cut + NEAR + 1] = True
    share = near.mean(axis=0)
    found: list[int] = []
    while share.max(initial=0.0) >= MAJORITY:
        peak = int(share.argmax())
        voted = [cut for cuts in runs for cut in cuts if abs(cut - peak) <= NEAR]
        place = int(np.median(voted))
        found.append(place)
        share[max(0, min(place, peak) - APART) : max(place, peak) + APART + 1] = 0.0
    return tuple(sorted(found))
