"""How small a block of a follower map may be and still be seen."""

import numpy as np

from reachcheck.stats.arrays import Floats
from reachcheck.stats.maps.grid import Grid
from reachcheck.stats.maps.rectangles import Scan, deviance, expected_by_ring, raised, roughness, side_by_side

BINS = 2
"""Bins in which birthdays of one bin's length lie wherever they begin."""
SEEN = 0.8
"""Share of the places of a map at which a block of the size told would have been seen."""
HALVINGS = 40


def smallest_block(grid: Grid, scan: Scan) -> float:
    """How many members side by side, born within a bin's length of days, would stand out in four of five places.

    A place is a window of ranks with two bins of birthdays that are old there; at the edges of a map, where no ring
    can tell, nothing would be seen. For each length of window the lot is solved that lifts the score of the place to
    the strength asked for, on top of who is there already. The least of all lengths; infinite where none would do.
    """
    rough = roughness(grid, scan)
    lots = [_lot(grid, scan, ranks, rough) for ranks in scan.ranks if ranks <= grid.blocks and grid.bins >= BINS]
    return min(lots, default=float("inf"))


def _lot(grid: Grid, scan: Scan, ranks: int, rough: float) -> float:
    rows, columns = side_by_side(grid, ranks, BINS)
    if not len(rows):
        return float("inf")
    usual, averaged = expected_by_ring(grid, ranks, BINS, rows, columns)
    here = grid.inside(rows, ranks, columns, BINS).astype(np.float64)
    room = float((ranks - 1) * grid.block)
    level = raised(usual, averaged)
    low, high = np.zeros(len(rows)), np.full(len(rows), room)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        seen = deviance(here + middle, level) >= scan.strength * rough
        low, high = np.where(seen, low, middle), np.where(seen, middle, high)
    least = max(scan.least, scan.share * ranks * grid.block)
    lots = np.maximum(high, least - (here - usual))
    lots = np.where((averaged > 0) & (lots < room), lots, np.inf)
    return _quantile(lots)


def _quantile(lots: Floats) -> float:
    return float(np.sort(lots)[int(np.ceil(SEEN * len(lots))) - 1])
