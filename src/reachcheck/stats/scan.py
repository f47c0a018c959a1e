"""Which windows of many series stand out, whichever of several exposures they are held against."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from reachcheck.stats.arrays import Bools, Floats
from reachcheck.stats.limits import Limits
from reachcheck.stats.surplus import Sums, Yard, drip_scores, window_scores


@dataclass(frozen=True, kw_only=True)
class Scan:
    """Which windows are looked at: those of each length in periods, and those of one length without their best days."""

    windows: tuple[int, ...]
    drip: int | None
    yard: Yard

    @property
    def lengths(self) -> tuple[int, ...]:
        """The length of each kind of window, in the order of the columns of limits; the drip is the last."""
        return self.windows if self.drip is None else (*self.windows, self.drip)

    def scores(self, sums: Sums) -> tuple[Floats, ...]:
        """For each kind of window an array of shape (series, places)."""
        found = [window_scores(sums, length, self.yard) for length in self.windows]
        if self.drip is not None:
            found.append(drip_scores(sums, self.drip, self.yard))
        return tuple(found)


@dataclass(frozen=True, eq=False)
class Held:
    """Series held against one exposure, and the limits where none that comes before it knows the window."""

    sums: Sums
    limits: Limits
    columns: tuple[int, ...]
    """Which column of the limits is that of each kind of window."""

    def among(self, others: "Held") -> "Held":
        """The same series, with what is usual taken from others."""
        return replace(self, sums=replace(self.sums, calm=others.sums))


def margins(held: Sequence[Held], scan: Scan) -> tuple[Floats, ...]:
    """For each kind of window, score over limit, shape (series, places): a window passes from 1 on.

    The score is the lowest of all exposures that know the window; NaN where none does. What every exposure leaves over
    has to be left over by each of them.
    """
    scored = [scan.scores(each.sums) for each in held]
    return tuple(_margin(held, [one[kind] for one in scored], kind) for kind in range(len(scan.lengths)))


def _margin(held: Sequence[Held], scores: list[Floats], kind: int) -> Floats:
    """Score over limit, at the windows that have a score: few have."""
    least = np.fmin.reduce(scores)
    row, first = np.nonzero(np.isfinite(least))
    limit = np.full(len(row), np.nan)
    for each, mine in zip(reversed(held), reversed(scores), strict=True):
        own = each.limits.at(each.sums.level[row, first], each.columns[kind])
        limit = np.where(np.isnan(mine[row, first]), limit, own)
    margin = np.array(least, dtype=np.float64)
    margin[row, first] /= limit
    return margin


def passing(margin: Floats, least: float = 1.0) -> Bools:
    """Which windows have at least that margin; a window that nothing knows has none."""
    with np.errstate(invalid="ignore"):
        return np.asarray(margin >= least)
