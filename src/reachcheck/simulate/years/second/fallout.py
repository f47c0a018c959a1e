"""What causes from outside bring, day by day."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.second.causes import Causes
from reachcheck.simulate.years.second.draws import counted, some, uneven

OFF = (-2, -1, 0, 1, 2)
"""By how many days owners misremember, and how often."""
OFF_CHANCE = (0.02, 0.06, 0.85, 0.05, 0.02)


@dataclass(frozen=True, kw_only=True, eq=False)
class Fallout:
    """Arrays of shape (profiles, days)."""

    reach: Floats
    """Accounts that the platform counts."""
    visits: Floats
    stayers: Floats
    """Who follows and means to stay."""
    passers: Floats
    """Who follows and does not."""
    event: Bools
    """Days that the owner would list."""


def fallout(rng: Rng, of: Causes, n: int, days: int) -> Fallout:
    """Those exposed look at the profile, those who look follow, each by the chances of the cause."""
    cause, later = _days(of)
    exposed = _exposed(of, cause, later) * uneven(rng, of.calm[cause], len(cause))
    visits = counted(rng, exposed * of.visit[cause])
    follows = some(rng, visits, of.follow[cause])
    passers = some(rng, follows, of.loose[cause])
    at = of.profile[cause], of.day[cause] + later
    return Fallout(
        reach=_summed(at, exposed * of.seen[cause], n, days),
        visits=_summed(at, visits, n, days),
        stayers=_summed(at, follows - passers, n, days),
        passers=_summed(at, passers, n, days),
        event=_event(rng, of, n, days),
    )


def _days(of: Causes) -> tuple[Index, Index]:
    """Each day of each cause: which cause, and how many days after its first."""
    cause = np.repeat(np.arange(len(of.day)), of.length)
    return cause, np.arange(len(cause)) - np.repeat(np.cumsum(of.length) - of.length, of.length)


def _exposed(of: Causes, cause: Index, later: Index) -> Floats:
    """How many on each of these days: fading, or the same on each."""
    weight = np.exp(-later / of.fade[cause])
    total = np.bincount(cause, weight, len(of.day))
    return np.asarray(of.exposed[cause] * weight / total[cause], dtype=np.float64)


def _summed(at: tuple[Index, Index], values: Floats, n: int, days: int) -> Floats:
    within = (at[1] >= 0) & (at[1] < days)
    place = at[0][within] * days + at[1][within]
    return np.bincount(place, values[within], n * days).reshape(n, days).astype(np.float64)


def _event(rng: Rng, of: Causes, n: int, days: int) -> Bools:
    """The first day, or each, as the owner remembers it."""
    cause, later = _days(of)
    listed = of.named[cause] & (of.throughout[cause] | (later == 0))
    off = np.where(of.throughout, 0, rng.choice(OFF, len(of.day), p=OFF_CHANCE))
    return _summed((of.profile[cause], of.day[cause] + later + off[cause]), listed.astype(np.float64), n, days) > 0
