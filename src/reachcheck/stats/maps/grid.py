"""A follower map as counts: blocks of ranks by bins of birthdays, and sums over any rectangle of them.

Only members who were born well before they came are counted. A bin counts at a rank only once every birthday in it is
that long ago: before that it would seem to appear.
"""

from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Bools, Floats, Index

LEAST_BLOCK, MOST_BLOCK = 5, 40
"""Ranks in a block; in between, a hundredth of the list."""
MOST_BLOCKS = 2_500
"""Longer lists have longer blocks instead."""
MOST_BINS = 600
"""Birthdays so many bins before the last arrival are in none."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Counts of old members.

    `sums`: two-dimensional cumulative counts, of shape (blocks + 1, bins + 1), 0 in the first row and column. `usable`:
    of each block, how many bins are wholly old at its first rank; ascending; shape (blocks,). `first_day`: where the
    first bin begins, `width`: days in a bin, `block`: ranks in a block, `older_than`: days from which a member is old.
    """

    sums: Index
    usable: Index
    first_day: float
    width: float
    block: int
    older_than: float

    @property
    def blocks(self) -> int:
        """How many blocks of ranks there are."""
        return len(self.sums) - 1

    @property
    def bins(self) -> int:
        """How many bins of birthdays there are."""
        return int(self.sums.shape[1]) - 1

    def windows(self, ranks: int, days: int) -> Index:
        """Counts in all windows of so many blocks and bins; shape (blocks - ranks + 1, bins - days + 1)."""
        rows = self.sums[ranks:] - self.sums[:-ranks]
        return rows[:, days:] - rows[:, :-days]

    def inside(self, rows: Index, ranks: int, columns: Index, days: int) -> Index:
        """Counts in the windows of so many blocks and bins that begin at these; shapes broadcast."""
        bins = self.sums.shape[1]
        flat, low, high = self.sums.ravel(), rows * bins + columns, (rows + ranks) * bins + columns
        return np.asarray(flat[high + days] - flat[high] - flat[low + days] + flat[low])

    def among(self, rows: Index, ranks: int) -> Index:
        """Old members in the stretches of so many blocks that begin at these."""
        return np.asarray(self.sums[rows + ranks, -1] - self.sums[rows, -1])


def old(born: Floats, came: Floats, older_than: float) -> Bools:
    """Who was born more than so many days before coming."""
    return np.asarray(came - born > older_than)


def grid(born: Floats, came: Floats, older_than: float, width: float) -> Grid:
    """The map of a list, oldest tie first; `came` ascends. Shapes (n,), n above 0."""
    block = block_of(len(born))
    first_day = max(float(born.min()), float(came[-1]) - MOST_BINS * width)
    counted = old(born, came, older_than) & (born >= first_day)
    bins = max(int((float(came[-1]) - older_than - first_day) // width) + 1, 1)
    blocks = -(-len(born) // block)
    cell = (np.arange(len(born)) // block) * bins + ((born - first_day) // width)
    counts = np.bincount(cell[counted].astype(np.int64), minlength=blocks * bins).reshape(blocks, bins)
    sums = np.zeros((blocks + 1, bins + 1), dtype=np.int64)
    sums[1:, 1:] = counts.cumsum(0).cumsum(1)
    usable = np.clip((came[::block] - older_than - first_day) // width, 0, bins).astype(np.int64)
    return Grid(sums=sums, usable=usable, first_day=first_day, width=width, block=block, older_than=older_than)


def block_of(n: int) -> int:
    """How many ranks a block of a list of n has."""
    return max(min(max(n // 100, LEAST_BLOCK), MOST_BLOCK), -(-n // MOST_BLOCKS))
