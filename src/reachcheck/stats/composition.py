"""A share of a list from how often its members show certain signs, with reference populations to compare with.

Two statements, told apart because they assume different things. `at_least` assumes nothing about how those look who are
counted, only how often the others show the signs at most. `band` assumes that they look like one of the references, or
like a drifted one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Floats
from reachcheck.stats.intervals import clopper_pearson, z_of

STEPS = 201
"""Shares that a band is looked for on, 0 and 1 among them."""


@dataclass(frozen=True)
class Rate:
    """`k` of `n` show a sign."""

    k: int
    n: int


def at_least(seen: Sequence[Rate], ordinary: Sequence[Sequence[Rate]], allowance: float, level: float) -> float:
    """The share of a list of which no ordinary members would show so many signs: a limit from below, 0 at least.

    `seen[j]`: how many of the list show sign j. `ordinary[j]`: of each reference population, how many of those who are
    not counted do. With u the greatest upper limit (Clopper-Pearson, one-sided 95 %) of these, a = `allowance` u, and l
    the lower limit of what is seen, one-sided at (1 - level) / 2 divided by the number of signs, it is the greatest

        (l - a) / (1 - a)

    of all signs: at share p of counted members, who may show the sign as often as they like, no more than
    p + (1 - p) a of the list do. ValueError: a list or a reference without members.
    """
    inner = 1 - (1 - level) / len(seen)
    found = 0.0
    for sign, others in zip(seen, ordinary, strict=True):
        usual = allowance * max(clopper_pearson(each.k, each.n, 0.90)[1] for each in others)
        low = clopper_pearson(sign.k, sign.n, inner)[0]
        if usual < 1:
            found = max(found, (low - usual) / (1 - usual))
    return found


@dataclass(frozen=True, eq=False)
class Kinds:
    """How many members of a reference population have each score, those who are counted and the others; shape (s,)."""

    counted: Floats
    others: Floats


def band(scores: Floats, references: Sequence[Kinds], drift: float, level: float) -> tuple[float, float]:
    """The shares of counted members under which some pair of references could well give these scores.

    `scores`: members by score, shape (s,). Each distribution, half a member added to every score, may drift: it is
    multiplied by exp(t score), t one of -`drift`, 0, `drift`. For every pair of a counted and another distribution, of
    the same reference or not, the shares within the likelihood interval of the level (half the chi-square quantile
    below the maximum) belong to the band; the band spans them all.
    """
    place = np.arange(len(scores), dtype=np.float64)
    tilts = np.exp(np.outer((-drift, 0.0, drift), place))
    counted = np.concatenate([_shares(each.counted, tilts) for each in references])
    others = np.concatenate([_shares(each.others, tilts) for each in references])
    share = np.linspace(0.0, 1.0, STEPS)[:, None, None, None]
    mixed = share * counted[:, None, :] + (1 - share) * others[None, :, :]
    likely = np.log(mixed) @ scores
    within = likely >= likely.max(axis=0) - _half_chi_square(level)
    told = np.flatnonzero(within.any(axis=(1, 2)))
    return float(share[told[0], 0, 0, 0]), float(share[told[-1], 0, 0, 0])


def _shares(counts: Floats, tilts: Floats) -> Floats:
    """The drifted distributions of some counts, shape (tilts, scores)."""
    tilted = (counts + 0.5) * tilts
    return np.asarray(tilted / tilted.sum(axis=1, keepdims=True), dtype=np.float64)


def _half_chi_square(level: float) -> float:
    """Half the quantile of chi-square with one degree of freedom: half the square of a normal deviate."""
    return z_of(level) ** 2 / 2
