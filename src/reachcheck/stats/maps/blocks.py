"""The interior blocks of a list, and how many members they hold beyond what is usual there."""

from dataclasses import dataclass

from reachcheck.stats.arrays import Floats
from reachcheck.stats.maps.grid import grid, old
from reachcheck.stats.maps.membership import Block, block
from reachcheck.stats.maps.rectangles import Rectangle, Scan, rectangles

MOST = 8
WIDE = 3.0
"""Standard deviations of a block's birthdays on either side that belong to it."""


@dataclass(frozen=True, eq=False)
class Found:
    """A block with the strongest rectangle that led to it."""

    rectangle: Rectangle
    block: Block


def interior(born: Floats, came: Floats, scan: Scan, older_than: float, width: float) -> list[Found]:
    """The blocks of a list, oldest tie first, the strongest first; each begins where none before it lies."""
    cells = grid(born, came, older_than, width)
    counted = old(born, came, older_than)
    waiting = rectangles(cells, scan)
    found: list[Found] = []
    while waiting and len(found) < MOST:
        found.append(Found(waiting[0], block(born, counted, waiting[0])))
        waiting = [one for one in waiting if not _overlaps(one, found[-1])]
    return found


def _overlaps(one: Rectangle, found: Found) -> bool:
    """Whether a rectangle lies on one that was taken, or on the block that it led to."""
    best, block = found.rectangle, found.block
    if one.start < best.end and best.start < one.end and one.low < best.high and best.low < one.high:
        return True
    low, high = block.middle - WIDE * block.spread, block.middle + WIDE * block.spread
    return one.start < block.end and block.start < one.end and one.low < high and low < one.high
