"""How many there are in all, from how often each one was seen: a lower bound of Chao's kind."""

import math
from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Codes, Index
from reachcheck.stats.intervals import z_of
from reachcheck.stats.sets import grouped


@dataclass(frozen=True, eq=False)
class Incidences:
    """Who was seen how often: `captures[i]` occasions for `people[i]`; and on each occasion how many were seen.

    `sightings[j]` people on `occasions[j]`, `singles[j]` of them on no other. Both codes ascend; only occasions on
    which somebody was seen are listed.
    """

    people: Index
    captures: Index
    occasions: Index
    singles: Index
    sightings: Index


@dataclass(frozen=True)
class Estimate:
    """A number of people with its limits, and the share `coverage` of all that happens that is due to those seen."""

    value: float
    low: float
    high: float
    coverage: float


def incidences(people: Codes, occasions: Codes) -> Incidences:
    """Count distinct occasions per person and, per occasion, those seen on no other.

    Two arrays of one shape, a row a sighting; a repeated pair counts once, a row with a negative code not at all.
    """
    known = (people >= 0) & (occasions >= 0)
    pairs = np.sort((people[known].astype(np.int64) << 32) | occasions[known])
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    who, when = pairs >> 32, pairs & 0xFFFFFFFF
    persons, place, captures = grouped(who)
    held, slot, sightings = grouped(when)
    singles = np.bincount(slot[captures[place] == 1], minlength=len(held))
    return Incidences(persons, captures.astype(np.int64), held, singles.astype(np.int64), sightings)


def chao(captures: Index, singles: Index, occasions: int, cap: float = math.inf, level: float = 0.90) -> Estimate:
    """A lower bound of the number of people, seen or not, for occasions of unequal pull.

    `captures`: distinct occasions of each person seen (D people; Q1, Q2 on exactly one, two). `singles`: Z_j people
    seen on occasion j alone. `occasions`: how many were held, also those on which nobody was seen. With
    a = (Q1^2 - sum Z_j^2) / Q1^2 in place of the (t - 1) / t of occasions of equal pull, in Chao's bias-corrected
    incidence form (Chao 1987; variance as written out in Colwell's guide to EstimateS, appendix B):

        f0 = a Q1^2 / (2 (Q2 + 1))
        var = a Q1 (Q1 - 1) / (2 (Q2 + 1)) + a^2 Q1 (2 Q1 - 1)^2 / (4 (Q2 + 1)^2)
            + a^2 Q1^2 Q2 (Q1 - 1)^2 / (4 (Q2 + 1)^4), and no less than f0
        C = exp(z sqrt(ln(1 + var / f0^2)))

    value D + f0, low max(D, floor(D + f0 / C)), high D + f0 C, none above `cap`; `level` is two-sided, so .90 leaves
    5 % below `low`. With f0 = 0 or fewer than two occasions all three are D. Coverage is Good and Turing's
    1 - Q1 / (sum of captures), NaN when nobody was seen.
    """
    seen, sightings = len(captures), int(captures.sum())
    once, twice = int((captures == 1).sum()), int((captures == 2).sum())
    coverage = 1 - once / sightings if sightings else math.nan
    cross = once**2 - int((singles**2).sum())
    if occasions < 2 or cross <= 0:
        known = min(float(seen), cap)
        return Estimate(known, known, known, coverage)
    unseen = cross / (2 * (twice + 1))
    spread = math.exp(z_of(level) * math.sqrt(math.log1p(_variance(once, twice, cross) / unseen**2)))
    low = max(seen, math.floor(seen + unseen / spread))
    return Estimate(min(seen + unseen, cap), min(float(low), cap), min(seen + unseen * spread, cap), coverage)


def _variance(once: int, twice: int, cross: int) -> float:
    a, b = cross / once**2, twice + 1
    first = a * once * (once - 1) / (2 * b)
    second = a**2 * once * (2 * once - 1) ** 2 / (4 * b**2)
    third = a**2 * once**2 * twice * (once - 1) ** 2 / (4 * b**4)
    return max(first + second + third, cross / (2 * b))
