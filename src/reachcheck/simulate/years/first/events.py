"""Things that happen to an account: attention and arrivals by day, and who leaves again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.first.people import Accounts
from reachcheck.simulate.years.first.worlds import World

MOST = 4
"""So many of one kind a year at most."""
NAMED = 0.85
"""Share of things that happened from outside which the owner would list."""
SUGGESTIONS_COUNTED = 0.6
"""Share of stretches of suggestions whose views the platform counts as accounts reached."""
PURGES = (45, 160, 290)
"""Days on which the platform closes accounts, the same for everybody."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Happened:
    """Arrays of shape (profiles, days); means, not counts."""

    reach: Floats
    unseen: Floats
    """Attention that the platform counts among visits only."""
    arrivals: Floats
    leaving: Floats
    """Share of followers who leave beside the usual."""
    fleeting: Floats
    """Of the arrivals of a day, how many leave again within weeks."""
    unvisited: Floats
    """Of the arrivals of a day, how many follow without having looked at the profile."""
    named: Bools

    @classmethod
    def nothing(cls, n: int, days: int) -> "Happened":
        """A year in which nothing happens."""
        blank = {
            name: np.zeros((n, days)) for name in ("reach", "unseen", "arrivals", "leaving", "fleeting", "unvisited")
        }
        return cls(**blank, named=np.zeros((n, days), np.bool_))


def happen(world: World, them: Accounts, days: int, rng: Rng) -> Happened:
    """All that happens from outside in a year, on days by chance."""
    all_of_it = Happened.nothing(len(them), days)
    for rate, what in _kinds(world):
        for rows, first in _when(rate, len(them), days, rng):
            what(world, them, all_of_it, rows, first, rng)
    return all_of_it


Kind = Callable[[World, Accounts, Happened, Index, Index, Rng], None]


def _kinds(world: World) -> tuple[tuple[float, Kind], ...]:
    return (
        (world.viral, _viral),
        (world.press, _press),
        (world.giveaway, _giveaway),
        (world.ads, _ads),
        (world.purge, _purge),
        (world.joined, _joined),
        (world.silent, _silent),
        (world.imported, _imported),
        (world.suggested, _suggested),
    )


def _when(rate: float, n: int, days: int, rng: Rng) -> Iterator[tuple[Index, Index]]:
    """The profiles that something happens to a first, second, ... time, and the day."""
    times = np.minimum(rng.poisson(rate * days / 365, n), MOST)
    for number in range(MOST):
        rows = np.flatnonzero(times > number)
        yield rows, rng.integers(0, days, len(rows))


def _spread(into: Floats, rows: Index, first: Index, total: Floats, weights: Floats) -> None:
    """Add totals by day; what falls behind the last day is cut off. `weights` has shape (rows, days from the first)."""
    for day in range(weights.shape[1]):
        inside = first + day < into.shape[1]
        np.add.at(into, (rows[inside], (first + day)[inside]), (total * weights[:, day])[inside])


def _decay(rng: Rng, n: int, low: float, high: float, days: int) -> Floats:
    """Shares by day that fall by a constant factor, drawn between both."""
    left = rng.uniform(low, high, n)[:, None] ** np.arange(days)
    return np.asarray(left / left.sum(axis=1, keepdims=True), dtype=np.float64)


def _name(told: Happened, rows: Index, first: Index, days: int | Index, rng: Rng, share: float = NAMED) -> None:
    """Mark days from the first on as ones that the owner would list, for the share of them that they remember."""
    told_of = rng.random(len(rows)) < share
    for day in range(int(np.max(days, initial=0))):
        inside = told_of & (day < days) & (first + day < told.named.shape[1])
        told.named[rows[inside], (first + day)[inside]] = True


def _viral(world: World, them: Accounts, told: Happened, rows: Index, first: Index, rng: Rng) -> None:
    """A post shown far beyond the followers: much attention, of which less than usual converts."""
    n = len(rows)
    reach = them.reach_of_post[rows] * 4.0 * (1 + rng.pareto(1.4, n))
    weights = _decay(rng, n, 0.3, 0.65, 10)
    _spread(told.reach, rows, first, reach, weights)
    converted = reach * them.conversion[rows] * rng.lognormal(np.log(0.6), 0.5, n)
    _spread(told.arrivals, rows, first, converted, weights)
    _spread(told.fleeting, rows, first, converted * rng.uniform(0.0, 0.3, n), weights)


def _press(world: World, them: Accounts, told: Happened, rows: Index, first: Index, rng: Rng) -> None:
    """A mention outside: attention that converts well, and that the platform may not count as reach."""
    n = len(rows)
    attention = them.size[rows] * rng.lognormal(np.log(0.5), 0.9, n)
    weights = _decay(rng, n, 0.2, 0.6, 8)
    _spread(told.reach, rows, first, world.seen * attention, weights)
    _spread(told.unseen, rows, first, (1 - world.seen) * attention, weights)
    converted = attention * np.minimum(world.converts * them.conversion[rows] * rng.lognormal(np.log(3.0), 0.5, n), 0.5)
    _spread(told.arrivals, rows, first, converted, weights)
    _name(told, rows, first, 3, rng)


def _giveaway(world: World, them: Accounts, told: Happened, rows: Index, first: Index, rng: Rng) -> None:
    """A week in which following is a condition; half of those who came leave after it."""
    n, days = len(rows), 7
    came = world.converts * them.size[rows] * rng.lognormal(np.log(0.06), 0.6, n)
    weights = rng.dirichlet(np.full(days, 3.0), n)
    _spread(told.arrivals, rows, first, came, weights)
    _spread(told.fleeting, rows, first, came * rng.uniform(0.3, 0.7, n), weights)
    _spread(told.reach, rows, first, came * rng.uniform(3.0, 10.0, n), weights)
    _name(told, rows, first, days, rng)


def _ads(world: World, them: Accounts, told: Happened, rows: Index, first: Index, rng: Rng) -> None:
    """Weeks of paid reach that converts about as usual."""
    n, days = len(rows), 45
    length = rng.integers(10, days + 1, n)
    weights = (np.arange(days) < length[:, None]) * rng.gamma(8.0, 1 / 8.0, (n, days))
    weights = weights / weights.sum(axis=1, keepdims=True)
    usual = them.calm[rows] + them.reach_of_post[rows] * them.posts_a_week[rows] / 7
    reach = length * usual * rng.lognormal(np.log(2.0), 0.6, n)
    _spread(told.reach, rows, first, reach, weights)
    _spread(told.arrivals, rows, first, reach * them.conversion[rows] * rng.lognormal(0.0, 0.4, n), weights)
    _name(told, rows, first, length, rng)


def _purge(world: World, them: Accounts, told: Happened, rows: Index, first: Index, rng: Rng) -> None:
    """The platform closes accounts, on one of its days."""
    day = np.array(PURGES)[rng.integers(0, len(PURGES), len(rows))]
    inside = day < told.leaving.shape[1]
    np.add.at(told.leaving, (rows[inside], day[inside]), rng.uniform(0.003, 0.04, len(rows))[inside])


def _joined(world: World, them: Accounts, told: Happened, rows: Index, first: Index, rng: Rng) -> None:
    """A class, a team, an association: some dozens who come within days because somebody told them to."""
    n = len(rows)
    came = np.minimum(rng.lognormal(np.log(25.0), 0.6, n), 0.4 * them.size[rows])
    weights = _decay(rng, n, 0.2, 0.7, 6)
    _spread(told.arrivals, rows, first, came, weights)
    _spread(told.unseen, rows, first, came * rng.uniform(1.0, 3.0, n), weights)
    _name(told, rows, first, 2, rng, share=0.6)


def _silent(world: World, them: Accounts, told: Happened, rows: Index, first: Index, rng: Rng) -> None:
    """A broadcast whose viewers follow at once and never answer; no figure shows it, and nobody lists it."""
    came = them.size[rows] * rng.lognormal(np.log(0.15), 0.5, len(rows))
    _spread(told.arrivals, rows, first, came, _decay(rng, len(rows), 0.2, 0.5, 4))


def _imported(world: World, them: Accounts, told: Happened, rows: Index, first: Index, rng: Rng) -> None:
    """Followers of another account of the same person, moved over in a day."""
    came = them.size[rows] * rng.uniform(0.1, 0.6, len(rows))
    _spread(told.arrivals, rows, first, came, np.ones((len(rows), 1)))


def _suggested(world: World, them: Accounts, told: Happened, rows: Index, first: Index, rng: Rng) -> None:
    """Weeks on a list of accounts to follow: people come at a multiple of the usual pace, slowly more, slowly less.

    Some platforms count those whom they show such a list as reached, others do not; nobody lists it as an event.
    """
    n, days = len(rows), 60
    length, more = rng.integers(10, days + 1, n), rng.lognormal(np.log(2.0), 0.5, n)
    counted = rng.random(n) < SUGGESTIONS_COUNTED
    day = np.arange(days)
    slope = np.clip(np.minimum(day + 1, length[:, None] - day) / 4, 0.0, 1.0)
    usual = them.calm[rows] + them.reach_of_post[rows] * them.posts_a_week[rows] / 7
    reach = usual * more * slope.sum(axis=1)
    weights = slope / slope.sum(axis=1, keepdims=True)
    arrivals = reach * them.conversion[rows]
    _spread(told.arrivals, rows, first, arrivals, weights)
    _spread(told.reach, rows, first, reach * counted, weights)
    _spread(told.unvisited, rows, first, arrivals * rng.uniform(0.5, 1.0, n), weights)
