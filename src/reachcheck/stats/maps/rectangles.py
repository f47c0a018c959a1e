"""Rectangles of a follower map that hold far more members than the same birthdays do before and after.

What a window should hold is told by a ring: windows of its size at some distance before and after it. The ring goes
along with a slow drift of ages, as no comparison with the whole list does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Floats, Index
from reachcheck.stats.maps.grid import Grid

PIECES = (-10, -9, -8, -7, -6, -5, -4, -3, 4, 5, 6, 7, 8, 9, 10, 11)
"""Where the pieces of a ring begin, in halves of a window; each is as long as a half."""
SPARED = 4
"""Of so many pieces of a ring the one with the highest share is left out: another block may lie there."""
LEAST_RING = 3
ORDINARY = 0.455
"""The median of the square of a normal deviate."""
LEAST_EXPECTED = 3.0
LEAST_CELLS, MOST_CELLS = 200, 2_000
"""Windows from which the roughness of a map can be told, and of one size so many at most."""


@dataclass(frozen=True)
class Scan:
    """What is looked at, and what stands out.

    `ranks`: lengths of windows in blocks, even; `days`: in bins. A window stands out from a score of `strength`, an
    excess of `least` members and of `share` of its ranks. `rough`: by how much maps differ from their rings more than
    chance would, at least.
    """

    ranks: tuple[int, ...]
    days: tuple[int, ...]
    strength: float
    least: float
    share: float
    rough: float = 1.0


@dataclass(frozen=True)
class Rectangle:
    """A window that stands out: ranks `start` to `end`, birthdays `low` to `high`, ends not included."""

    start: int
    end: int
    low: float
    high: float
    count: float
    expected: float
    strength: float


def roughness(grid: Grid, scan: Scan) -> float:
    """By how much this map's windows differ from their rings more than chance would; at least what the scan says.

    The square root of the median of (H - E)^2 / E over windows side by side with E of at least 3, over what it is for
    counts by chance.
    """
    found = []
    for ranks, days in _sizes(grid, scan):
        rows, columns = side_by_side(grid, ranks, days)
        expected, averaged = expected_by_ring(grid, ranks, days, rows, columns)
        told = (averaged > 0) & (expected >= LEAST_EXPECTED)
        seen = grid.inside(rows[told], ranks, columns[told], days)
        found.append((seen - expected[told]) ** 2 / expected[told])
    squares = np.concatenate(found) if found else np.empty(0)
    if len(squares) < LEAST_CELLS:
        return scan.rough
    return max(scan.rough, float(np.sqrt(np.median(squares) / ORDINARY)))


def rectangles(grid: Grid, scan: Scan) -> list[Rectangle]:
    """Every window that stands out, the strongest first; they overlap.

    With H members in the window and E by its ring, raised by .5 and by .3 E / sqrt(pieces averaged), the score is
    sqrt(2 (H ln(H / E) - H + E)) over the roughness of the map. Of equal scores the earlier comes first, then the
    smaller.
    """
    rough = roughness(grid, scan)
    found: list[Rectangle] = []
    for ranks, days in _sizes(grid, scan):
        least = max(scan.least, scan.share * ranks * grid.block)
        rows, columns = np.nonzero(grid.windows(ranks, days) >= least)
        usable = columns + days <= grid.usable[rows]
        rows, columns = rows[usable], columns[usable]
        expected, averaged = expected_by_ring(grid, ranks, days, rows, columns)
        seen = grid.inside(rows, ranks, columns, days).astype(np.float64)
        scores = deviance(seen, raised(expected, averaged)) / rough
        passed = (averaged > 0) & (scores >= scan.strength) & (seen - expected >= least)
        start, low = rows * grid.block, grid.first_day + columns * grid.width
        edges = (start, start + ranks * grid.block, low, low + days * grid.width)
        values = (column[passed].tolist() for column in (*edges, seen, expected, scores))
        found += [Rectangle(*one) for one in zip(*values, strict=True)]
    return sorted(found, key=lambda r: (-r.strength, r.start, r.end, r.low, r.high))


def raised(expected: Floats, averaged: Floats) -> Floats:
    """An expectation made cautious: it is an average of few windows, and may be 0."""
    return np.asarray(expected + 0.5 + 0.3 * expected / np.sqrt(np.maximum(averaged, 1)))


def deviance(seen: Floats, expected: Floats) -> Floats:
    """The signed root of the Poisson deviance where more was seen than expected, else 0."""
    above = seen > expected
    h, e = np.where(above, seen, 1.0), np.where(above, expected, 1.0)
    return np.asarray(np.sqrt(2 * (h * np.log(h / e) - h + e)))


def _sizes(grid: Grid, scan: Scan) -> Iterator[tuple[int, int]]:
    return ((r, d) for r in scan.ranks for d in scan.days if r <= grid.blocks and d <= grid.bins)


def side_by_side(grid: Grid, ranks: int, days: int) -> tuple[Index, Index]:
    """Windows that do not overlap, thinned to the cap, in usable bins."""
    columns = np.arange(0, grid.bins - days + 1, days)
    stretches = np.arange(0, grid.blocks - ranks + 1, ranks)
    stretches = stretches[:: -(-len(stretches) * len(columns) // MOST_CELLS)]
    rows, columns = (part.ravel() for part in np.meshgrid(stretches, columns, indexing="ij"))
    usable = columns + days <= grid.usable[rows]
    return rows[usable], columns[usable]


def expected_by_ring(grid: Grid, ranks: int, days: int, rows: Index, columns: Index) -> tuple[Floats, Floats]:
    """What the ring of each window makes one expect, and of how many pieces it is the average; 0 where too few.

    Of the pieces in which the bins are usable and anybody is old, the quarter with the highest shares is left out, and
    one at least.
    """
    half = ranks // 2
    at = rows + np.array(PIECES)[:, None] * half
    inside = (at >= 0) & (at + half <= grid.blocks)
    at = np.where(inside, at, 0)
    among = grid.among(at, half)
    inside &= (columns + days <= grid.usable[at]) & (among > 0)
    shares = np.where(inside, grid.inside(at, half, columns, days) / np.maximum(among, 1), np.inf)
    shares.sort(axis=0)
    number = inside.sum(axis=0)
    left = inside[: len(PIECES) // 2].any(axis=0)
    kept = np.where((number >= LEAST_RING) & left, number - np.maximum(number // SPARED, 1), 0)
    rest = np.where(np.arange(len(PIECES))[:, None] < kept, shares, 0.0).sum(axis=0)
    return rest / np.maximum(kept, 1) * grid.among(rows, ranks), kept.astype(np.float64)
