"""What both models say of a follower as one of twelve cells: the side of the trees, and how sure the line is."""

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index

CUTS = (-2.0, -1.0, 0.0, 1.0, 2.0)
"""Log odds of the line that divide cells. Those of trees differ too much from fit to fit to be compared finely."""
STEPS = len(CUTS) + 1
CELLS = 2 * STEPS
UNSAID = -1


def cells_of(trees: Floats, line: Floats) -> Index:
    """The cell of each row by the log odds of both models, shape (rows,)."""
    return np.where(trees > 0, STEPS, 0) + np.searchsorted(CUTS, line)


def _sides() -> tuple[Bools, Bools]:
    trees, line = np.divmod(np.arange(CELLS), STEPS)
    return trees == 1, line >= STEPS // 2


NOBODY: Bools = _sides()[0] & _sides()[1]
"""The cells in which both models say nobody, shape (CELLS,)."""
OPEN: Bools = _sides()[0] != _sides()[1]
"""Those in which they disagree."""
