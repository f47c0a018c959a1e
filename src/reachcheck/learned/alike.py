"""Whether a list can be made of members like those that a model was learned from, in any shares."""

import math

import numpy as np

from reachcheck.learned.model import Seen
from reachcheck.model.columns import Floats, Index
from reachcheck.stats.intervals import z_of

CHANCE = 0.01
"""How often a list that is made of such members may be taken for another kind."""
STARTS = (0.02, 0.2, 0.5, 0.8, 0.98)
"""Shares to start from: near nought and one a single way there is slow."""
ROUNDS = 400
A_HALF = 0.5
TINY = 1e-12


def alike(counts: Index, of: tuple[Seen, Seen]) -> bool:
    """Whether counts of a list by cell fit a mixture of what was seen of both kinds of marks.

    Those of the list and of either kind of marks are three multinomials. The likeliest three of which the first is a
    mixture of the others are found by expectation and maximisation, and compared with the likeliest without that
    condition: twice the difference of log likelihoods is chi-squared with two degrees of freedom less than there are
    cells that occur (Wilks 1938). Kinds that only look more like each other than the marked ones go unnoticed.
    """
    hollow, others = (each.effective * np.array(each.cells) for each in of)
    members = counts.astype(np.float64)
    occurring = int((members + hollow + others > 0).sum())
    return _least_deviance(members, hollow, others) <= _chi_squared(max(occurring - 2, 1))


def _least_deviance(members: Floats, hollow: Floats, others: Floats) -> float:
    """How much likelier the three are without the condition, from the best start; shapes (starts, cells) within."""
    share = np.array(STARTS)[:, np.newaxis]
    first, second = (np.tile(_shares(each + A_HALF), (len(share), 1)) for each in (hollow, others))
    for _ in range(ROUNDS):
        mixed = share * first + (1 - share) * second
        of_first = members * np.divide(share * first, mixed, out=np.full_like(mixed, A_HALF), where=mixed > 0)
        share = of_first.sum(axis=1, keepdims=True) / members.sum()
        first, second = _shares(hollow + of_first), _shares(others + members - of_first)
    mixed = share * first + (1 - share) * second
    deviance = _deviance(members, mixed) + _deviance(hollow, first) + _deviance(others, second)
    return float(deviance.min())


def _shares(counts: Floats) -> Floats:
    return np.asarray(counts / counts.sum(axis=-1, keepdims=True))


def _deviance(counts: Floats, expected: Floats) -> Floats:
    """Twice how much likelier counts are with their own shares than with each row of expected ones."""
    there = counts > 0
    own = counts[there] / counts.sum()
    return np.asarray(2 * (counts[there] * np.log(own / np.maximum(expected[:, there], TINY))).sum(axis=1))


def _chi_squared(freedom: int) -> float:
    """The limit that chi-squared passes with `CHANCE` (Wilson and Hilferty 1931)."""
    spread = 2 / (9 * freedom)
    return freedom * (1 - spread + z_of(1 - 2 * CHANCE) * math.sqrt(spread)) ** 3
