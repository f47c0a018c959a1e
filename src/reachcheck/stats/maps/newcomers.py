"""Stretches of a list in which far more members than before and after had only just been born when they came."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from reachcheck.stats.arrays import Bools, Floats, Index
from reachcheck.stats.maps.grid import block_of

WINDOW = 5
"""Blocks of ranks in a window."""
NEAREST, FARTHEST = 10, 50
"""Windows at this distance on either side, in blocks, are what a window is compared with; the nearest are left out."""
LEAST_SIDE = 10
"""Windows with which a side can tell; at the head and tail of a list nothing stands out."""
QUANTILE = 0.9


@dataclass(frozen=True)
class Young:
    """A window stands out if `share` of it are at most `age` days old, and `above` more than beside it.

    To `above` come `noise` standard errors of a share of a half among the window's ranks: short windows are rough.
    """

    age: float
    share: float
    above: float
    noise: float


@dataclass(frozen=True)
class Stretch:
    """Ranks `start` to `end` (not included), how many there are young, how many would be usual, and by which age."""

    start: int
    end: int
    count: float
    expected: float
    age: float


def newcomers(born: Floats, came: Floats, rules: tuple[Young, ...]) -> list[Stretch]:
    """Stretches that stand out, oldest tie first; where those of two ages meet, the wider age speaks.

    A share is compared with the .9 quantile of the shares on each side, whichever is higher, so that a phase in which
    newcomers are common clears itself as long as it lasts. Windows that stand out and touch are one stretch, which
    may in all have no more than usual: then it is none.
    """
    found: list[Stretch] = []
    for rule in sorted(rules, key=lambda rule: -rule.age):
        for stretch in _stretches(born, came, rule):
            apart = all(stretch.end <= other.start or other.end <= stretch.start for other in found)
            if apart and stretch.count > stretch.expected:
                found.append(stretch)
    return sorted(found, key=lambda stretch: stretch.start)


def _stretches(born: Floats, came: Floats, rule: Young) -> list[Stretch]:
    block = block_of(len(born))
    whole = len(born) // block
    young = came - born <= rule.age
    counts = young[: whole * block].reshape(whole, block).sum(axis=1)
    if whole < WINDOW:
        return []
    ranks = WINDOW * block
    shares = sliding_window_view(counts, WINDOW).sum(axis=1) / ranks
    usual = _usual(shares)
    above = rule.above + rule.noise * 0.5 / np.sqrt(ranks)
    standing = (shares >= rule.share) & (shares - usual >= above)
    return [_stretch(young, usual, first, last, block, rule.age) for first, last in _runs(standing)]


def _usual(shares: Floats) -> Floats:
    """The higher of the quantiles on both sides of each window; infinite where a side has too few windows."""
    far = FARTHEST - NEAREST
    padded = np.concatenate((np.full(FARTHEST, np.nan), shares, np.full(FARTHEST, np.nan)))
    sides = sliding_window_view(padded, far)
    at = np.arange(len(shares))
    return np.maximum(_quantile(sides[at]), _quantile(sides[at + FARTHEST + NEAREST + 1]))


def _quantile(shares: Floats) -> Floats:
    """The quantile of each row without its missing cells (the order statistic above it)."""
    counts = (~np.isnan(shares)).sum(axis=1)
    place = np.ceil(QUANTILE * (counts - 1)).astype(np.int64)
    found = np.sort(shares, axis=1)[np.arange(len(shares)), np.maximum(place, 0)]
    return np.where(counts >= LEAST_SIDE, found, np.inf)


def _runs(standing: Bools) -> list[tuple[int, int]]:
    """First and last window of each run of windows that stand out and touch one another."""
    at = np.flatnonzero(standing)
    if not len(at):
        return []
    cuts: Index = np.flatnonzero(np.diff(at) > WINDOW)
    firsts, lasts = np.append(0, cuts + 1), np.append(cuts, len(at) - 1)
    return [(int(at[first]), int(at[last])) for first, last in zip(firsts, lasts, strict=True)]


def _stretch(young: Bools, usual: Floats, first: int, last: int, block: int, age: float) -> Stretch:
    start, end = first * block, (last + WINDOW) * block
    level = float(usual[first : last + 1][np.isfinite(usual[first : last + 1])].max())
    return Stretch(start, end, float(young[start:end].sum()), level * (end - start), age)
