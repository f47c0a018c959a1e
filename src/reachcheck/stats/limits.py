"""How high a score must be for an account of a size: straight lines in the logarithm of the size."""

from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Floats


@dataclass(frozen=True, eq=False)
class Limits:
    """`scores` has a row for each of `sizes` (ascending, above 0) and a column for each kind of window."""

    sizes: Floats
    scores: Floats

    def at(self, level: Floats, column: int) -> Floats:
        """The limits at some levels (any shape), as at the ends beyond `sizes`; the highest where a level is NaN."""
        limits = np.interp(np.log(np.fmax(level, 1.0)), np.log(self.sizes), self.scores[:, column])
        return np.where(np.isnan(level), self.scores[:, column].max(), limits)
