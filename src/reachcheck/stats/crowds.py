"""Whether those seen once, and those seen twice, can be people of one audience who differ in how readily they respond.

All of it allows for occasions of unequal pull, which `margins.odds` takes from the table itself. What cannot be told:
people who respond rarely from people who respond once and never again, as long as they spread over the occasions.
"""

import math
from dataclasses import dataclass

import numpy as np

from reachcheck.stats.capture import Incidences
from reachcheck.stats.margins import odds, symmetric


@dataclass(frozen=True)
class Crowd:
    """The occasion with the most people above expectation who were seen on no other.

    `seen` of them, `expected` from how those seen more than once spread; `strength` in standard errors of the log odds.
    """

    seen: int
    expected: float
    strength: float


def crowd(found: Incidences) -> Crowd | None:
    """The clearest crowd of those seen once; None where nobody was, or nobody more than once.

    Whoever is seen once only is seen on occasion j with chance y_j / sum(y), however readily they respond. y is taken
    from those seen more than once, R_j on occasion j, and the log odds of Z_j among the Q1 seen once are held against
    it with the variance 1/(Z_j + .5) + 1/(Q1 - Z_j + .5) + 1/(R_j + .5) + 1/(R - R_j + .5).
    """
    again = found.captures[found.captures >= 2]
    once, others = found.singles, found.sightings - found.singles
    if not len(again) or not once.any():
        return None
    pull = odds(again, np.maximum(others, 0.5))[1]
    share, total, rest = pull / np.sort(pull).sum(), once.sum(), others.sum()
    if len(share) < 2:
        return None
    above = once - total * share
    odds_seen = np.log((once + 0.5) / (total - once + 0.5)) - np.log(share / (1 - share))
    terms = [1 / (part + 0.5) for part in (once, total - once, others, rest - others)]
    strength = odds_seen / np.sqrt(np.sort(terms, axis=0).sum(axis=0))
    at = int(np.lexsort((strength, above))[-1])
    return Crowd(int(once[at]), float(total * share[at]), float(strength[at]))


def same_two(found: Incidences) -> float:
    """By how many standard errors more people were seen exactly twice than any mixture of people would give.

    With Q_j people seen j times and e_j the elementary symmetric sums of the occasions' pulls, r_j =
    (Q_j+1 / e_j+1) / (Q_j / e_j) does not fall with j for any mixture, since moments are log-convex. The result is
    (ln r_1 - ln r_2) / sqrt(4 / Q_2 + 1 / Q_1 + 1 / Q_3); NaN where one of the three is 0 or there are fewer than three
    occasions.
    """
    one, two, three = (int((found.captures == times).sum()) for times in (1, 2, 3))
    if not one or not two or not three:
        return math.nan
    e1, e2, e3 = symmetric(odds(found.captures, found.sightings)[1])
    ratio = math.log(two * e1 / (one * e2)) - math.log(three * e2 / (two * e3))
    return ratio / math.sqrt(4 / two + 1 / one + 1 / three)
