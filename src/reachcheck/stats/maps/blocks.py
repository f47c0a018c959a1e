"""The interior blocks of a list, and how many members they hold beyond what is usual there."""

from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Bools, Floats
from reachcheck.stats.intervals import z_of
from reachcheck.stats.maps.grid import Grid, old
from reachcheck.stats.maps.membership import REACH, Block, around, block
from reachcheck.stats.maps.rectangles import Rectangle, Scan, rectangles, roughness

MOST = 8
WIDE = 3.0
"""Standard deviations of a block's birthdays on either side that belong to it."""
OUTSIDE = 0.003
"""Share of a block beyond them."""


@dataclass(frozen=True, eq=False)
class Found:
    """A block with the strongest rectangle that led to it.

    `count`: old members within its ranks and birthdays; `low` to `high`: how many of them would be there anyway.
    """

    rectangle: Rectangle
    block: Block
    count: float
    low: float
    high: float


def interior(born: Floats, came: Floats, cells: Grid, scan: Scan, level: float) -> list[Found]:
    """The blocks of a list, oldest tie first, the strongest first; each begins where none before it lies.

    `cells`: the grid of the list. `level`: of the interval of what would be there anyway.
    """
    counted = old(born, came, cells.older_than)
    error = z_of(level) * roughness(cells, scan)
    waiting = rectangles(cells, scan)
    found: list[Found] = []
    while waiting and len(found) < MOST:
        refined = block(born, counted, waiting[0])
        found.append(Found(waiting[0], refined, *_sizes(born, counted, refined, error)))
        waiting = [one for one in waiting if not _overlaps(one, found[-1])]
    return found


def _sizes(born: Floats, counted: Bools, block: Block, error: float) -> tuple[float, float, float]:
    """Old members within a block's ranks and birthdays, and from how many to how many are not of the block.

    If p of the old members before and after it have such birthdays, H of N in it do and k are of the block, then
    H = k + p (N - k). The error is that of two counts, those expected and those that p was told from, half the
    difference of p before and after, those of the block who lie outside its birthdays, and one more.
    """
    low, high = block.middle - WIDE * block.spread, block.middle + WIDE * block.spread
    near = around(counted, block.start, block.end, REACH)
    such = (born[near] >= low) & (born[near] <= high)
    before, after = near < block.start, near >= block.end
    inside, beside = ~(before | after), before | after
    count, among, told = float((such & inside).sum()), float(inside.sum()), float(max(beside.sum(), 1))
    share = min((float((such & beside).sum()) + 0.5) / (told + 1), 0.9)
    usual = max(count - (count - share * among) / (1 - share), 0.0)
    drift = (_share(such, before, share) - _share(such, after, share)) / 2 * (among - count + usual)
    spread = float(np.hypot(error * np.sqrt(usual * (1 + among / told)), drift)) + OUTSIDE * count + 1
    return count, min(max(usual - spread, 0.0), count), min(usual + spread, count)


def _share(such: Bools, among: Bools, otherwise: float) -> float:
    return float(such[among].mean()) if among.any() else otherwise


def _overlaps(one: Rectangle, found: Found) -> bool:
    """Whether a rectangle lies on one that was taken, or on the block that it led to."""
    best, block = found.rectangle, found.block
    if one.start < best.end and best.start < one.end and one.low < best.high and best.low < one.high:
        return True
    low, high = block.middle - WIDE * block.spread, block.middle + WIDE * block.spread
    return one.start < block.end and block.start < one.end and one.low < high and low < one.high
