"""A table of who was seen when, by chance, with everybody as active and every occasion as well attended as seen."""

import numpy as np

from reachcheck.stats.arrays import Floats, Index
from reachcheck.stats.sets import grouped

ROUNDS = 200
NEAR = 1e-9


def odds(rows: Index, columns: Index) -> tuple[Floats, Floats]:
    """Factors x of the rows and y of the columns whose chances x y / (1 + x y) sum to these totals (0 and above).

    The configuration model of a table of zeros and ones (Squartini and Garlaschelli 2011), in psychometrics the model
    of Rasch. Equal totals have equal factors, so only different totals are worked on, in ascending order: names and
    order of rows and columns change no bit. A total of everything, whose factor would be infinite, is taken as half
    less. Solved by turns until no factor changes by more than `NEAR` of itself, or for `ROUNDS` turns.
    """
    row, row_at, row_n = grouped(rows)
    column, column_at, column_n = grouped(columns)
    wide, tall = np.minimum(row, len(columns) - 0.5), np.minimum(column, len(rows) - 0.5)
    size = np.sqrt(float((wide * row_n).sum()))
    if not size or not tall.any():
        return np.zeros(len(rows)), np.zeros(len(columns))
    x, y = wide / size, tall / size
    for _ in range(ROUNDS):
        before = x
        x = wide / ((y / (1 + np.outer(x, y))) @ column_n)
        y = tall / (row_n @ (x[:, None] / (1 + np.outer(x, y))))
        if not (np.abs(x - before) > NEAR * x).any():
            break
    return x[row_at], y[column_at]


def symmetric(factors: Floats) -> tuple[float, float, float]:
    """The elementary symmetric sums of one, two and three of these factors."""
    line = np.sort(factors)
    one = np.cumsum(line)
    two = np.cumsum(line[1:] * one[:-1])
    return float(one[-1]), float(two[-1:].sum()), float((line[2:] * two[:-1]).sum())
