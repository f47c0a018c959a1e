"""From a rectangle to a block: which ranks and birthdays it has, and how likely each member belongs to it.

The likelihoods are for sums, such as how large a block is; a single one says nothing of anybody.
"""

from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Bools, Floats, Index
from reachcheck.stats.maps.rectangles import Rectangle

ROUNDS = 15
REACH = 3
"""Lengths of the block before and after it that tell what is usual there."""
LONGEST = 4
"""Lengths of the rectangle beyond which a block is none: it has run away into what is usual."""
LEAST_SPREAD = 2.0
"""Days; the standard deviation of a block's birthdays is no smaller."""
MOST_SHARE = 0.999
STILL = 0.01
"""Days; a block that moves less than this in a round has come to rest."""
LEAST_KERNEL = 10.0
"""Days within which the usual density is counted, at least."""


@dataclass(frozen=True, eq=False)
class Block:
    """Ranks `start` to `end` (not included), birthdays normal round `middle`, `share` of the old members in it.

    `chances`: of every member of the list, how likely it belongs to the block; shape (n,).
    """

    start: int
    end: int
    middle: float
    spread: float
    share: float
    chances: Floats


def block(born: Floats, counted: Bools, found: Rectangle) -> Block:
    """Refine a rectangle by expectation-maximisation against the birthdays before and after it.

    `counted`: who is old. The block is uniform in rank and normal in birthday; its ranks are cut anew in each round, as
    the stretch with the greatest sum of log likelihood ratios. Where it grows out of all proportion to the rectangle,
    the last round before that speaks.
    """
    size = found.end - found.start
    now = _first(born, counted, found)
    for _ in range(ROUNDS):
        after = _again(born, counted, now)
        if after is None or after.spread > found.high - found.low or after.end - after.start > LONGEST * size:
            return now
        still = (now.start, now.end) == (after.start, after.end) and abs(now.middle - after.middle) < STILL
        now = after
        if still:
            return now
    return now


def _first(born: Floats, counted: Bools, found: Rectangle) -> Block:
    start, end = found.start, min(found.end, len(born))
    inside = np.flatnonzero(counted[start:end]) + start
    days = born[inside][(born[inside] >= found.low) & (born[inside] < found.high)]
    middle, spread = float(np.median(days)), max(float(days.std()), LEAST_SPREAD)
    share = min((found.count - found.expected) / len(inside), MOST_SHARE)
    ratios = _ratios(born, counted, (start, end), middle, spread, inside)
    return Block(start, end, middle, spread, share, _chances(len(born), inside, ratios, share))


def _again(born: Floats, counted: Bools, now: Block) -> Block | None:
    """One round: birthdays and share by the chances, then ranks by the ratios. None where nothing is left."""
    inside, days = now.chances[now.start : now.end], born[now.start : now.end]
    weight = float(inside.sum())
    if weight < 1:
        return None
    middle = float((inside * days).sum()) / weight
    spread = max(float(np.sqrt((inside * (days - middle) ** 2).sum() / weight)), LEAST_SPREAD)
    share = min(weight / int(counted[now.start : now.end].sum()), MOST_SHARE)
    near = around(counted, now.start, now.end, 1)
    ratios = _ratios(born, counted, (now.start, now.end), middle, spread, near)
    first, last = _cut(np.log1p(share * (ratios - 1)))
    if last == first:
        return None
    start, end = int(near[first]), int(near[last - 1]) + 1
    return Block(start, end, middle, spread, share, _chances(len(born), near[first:last], ratios[first:last], share))


def _ratios(born: Floats, counted: Bools, ranks: tuple[int, int], middle: float, spread: float, who: Index) -> Floats:
    """How much denser the block lies at the birthdays of these than what is usual before and after its ranks."""
    usual = _density(born, counted, ranks, spread, born[who])
    return np.asarray(np.exp(-0.5 * ((born[who] - middle) / spread) ** 2) / (spread * np.sqrt(2 * np.pi) * usual))


def _chances(n: int, who: Index, ratios: Floats, share: float) -> Floats:
    chances = np.zeros(n)
    chances[who] = share * ratios / (1 + share * (ratios - 1))
    return chances


def around(counted: Bools, start: int, end: int, lengths: int) -> Index:
    """Old members within a stretch of ranks and so many of its lengths on either side."""
    more = lengths * (end - start)
    low = max(start - more, 0)
    found: Index = np.flatnonzero(counted[low : end + more]) + low
    return found


def _density(born: Floats, counted: Bools, ranks: tuple[int, int], spread: float, at: Floats) -> Floats:
    """How dense birthdays lie at some days among old members before and after the ranks, per day."""
    start, end = ranks
    near = around(counted, start, end, REACH)
    days = np.sort(born[near[(near < start) | (near >= end)]])
    half = max(LEAST_KERNEL, spread) / 2
    number = np.searchsorted(days, at + half, side="right") - np.searchsorted(days, at - half, side="left")
    return np.asarray((number + 0.5) / ((len(days) + 1) * 2 * half))


def _cut(ratios: Floats) -> tuple[int, int]:
    """Where the stretch with the greatest sum begins and ends; the same place where every sum is below 0."""
    sums = np.concatenate(([0.0], np.cumsum(ratios)))
    end = int(np.argmax(sums - np.minimum.accumulate(sums)))
    return int(np.argmin(sums[: end + 1])), end
