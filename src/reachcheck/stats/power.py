"""How many people more would have made a window pass: the scores of `surplus`, solved for the gain."""

import numpy as np

from reachcheck.stats.arrays import Floats, Index
from reachcheck.stats.surplus import HALF, Sums, Yard, drip_terms, window_terms


def lots(sums: Sums, length: int, yard: Yard, limit: Floats) -> Floats:
    """The smallest number for each window, shape (series, places), that lifts its score to `limit`; NaN where unknown.

    What is usual is taken as it is without them. 0 where a window passes as it is.
    """
    needed, row, first = _blank(sums, length, limit)
    terms = window_terms(sums, length, yard, row, first)
    scored = (terms.mean + terms.pseudo) * np.exp(limit[row, first] * terms.spread) - terms.pseudo - terms.gains
    needed[row, first] = np.maximum(np.maximum(scored, terms.least - (terms.gains - terms.mean)), 0.0)
    return needed


def drips(sums: Sums, length: int, yard: Yard, limit: Floats) -> Floats:
    """The same for a window without its best periods, of people who come evenly over all of it."""
    needed, row, first = _blank(sums, length, limit)
    drip = drip_terms(sums, length, yard, row, first)
    terms = drip.terms
    scored = length * ((terms.mean + terms.pseudo) * np.expm1(limit[row, first] * terms.spread) - drip.rest)
    least = terms.least - (terms.gains - length * terms.mean - HALF)
    needed[row, first] = np.maximum(np.maximum(scored, least), 0.0)
    return needed


def _blank(sums: Sums, length: int, limit: Floats) -> tuple[Floats, Index, Index]:
    """An answer to be filled in, and the rows and first periods of the windows that are known."""
    row, first = np.nonzero(sums.known(length) & ~np.isnan(limit))
    return np.full(limit.shape, np.nan), row, first
