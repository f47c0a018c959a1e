"""What all series for drawing have in common: how they are thinned, and how missing values are written."""

import numpy as np

from reachcheck.model.columns import Floats, Index
from reachcheck.stats.sets import distinct

MOST_POINTS = 1000


def evenly(n: int, most: int) -> Index:
    """At most so many of n places, evenly spread, the first and the last among them."""
    return distinct(np.linspace(0, n - 1, min(n, most)).astype(np.int64))


def series(values: Floats) -> tuple[float | None, ...]:
    """The values, None where one is missing; nothing where all are."""
    return () if np.isnan(values).all() else tuple(None if value != value else value for value in values.tolist())
