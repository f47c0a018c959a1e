"""The accounts behind the followers: how old, how big, how willing to respond, and whether they stay."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.simulate.chance import DAY, Bools, Floats, Ints, Rng, mixed
from reachcheck.simulate.growth import Arrivals
from reachcheck.simulate.plans import AS_OF, Group, Plan, Purchase
from reachcheck.simulate.posts import midnight

OPENED = date(2010, 10, 6)
"""The platform's first day."""
YEARS = (1, 2, 3, 5, 7, 8, 9, 10, 11, 11, 12, 10, 8, 7, 6, 6, 5)
"""Accounts that opened in each year since, in relation to each other."""
STAYS = np.iinfo(np.int64).max
"""When somebody left who did not."""
TOGETHER = 56
"""Days in which the accounts of a lot were opened."""


@dataclass(frozen=True, kw_only=True, eq=False)
class People:
    """One entry for each account that ever followed."""

    came: Ints
    left: Ints
    created: Ints
    """Days since 1970."""
    together: Bools
    """Opened in the weeks of its lot."""
    followers: Ints
    following: Ints
    posts: Ints
    willing: Floats
    talks: Floats
    hollow: Bools
    lot: Ints
    group: Ints
    post: Ints

    def __len__(self) -> int:
        return len(self.came)


def make_people(plan: Plan, arrivals: Arrivals, rng: Rng) -> People:
    """Draw the accounts that arrive."""
    hollow = (arrivals.lot < 0) & (rng.random(len(arrivals)) < plan.crowd.hollow)
    created, together = _created(plan, arrivals, rng)
    followers, following, posts = _figures(plan, arrivals.lot, hollow, rng)
    return People(
        came=arrivals.came,
        left=_left(plan, arrivals, rng),
        created=created,
        together=together,
        followers=followers,
        following=following,
        posts=posts,
        willing=_willing(plan, arrivals, hollow, rng),
        talks=rng.beta(0.6, 0.6 / plan.crowd.talk - 0.6, len(arrivals)),
        hollow=hollow,
        lot=arrivals.lot,
        group=arrivals.group,
        post=arrivals.post,
    )


def waves(rng: Rng) -> Floats:
    """Cumulated openings by day since the platform opened: years, uneven weeks, a few short waves."""
    days = (AS_OF - OPENED).days + 1
    weights = np.interp(np.arange(days) / 365.25, np.arange(len(YEARS)), YEARS)
    weights *= np.repeat(rng.gamma(5.0, 0.2, days // 7 + 1), 7)[:days]
    for middle in rng.integers(400, days, 4):
        weights += rng.uniform(0, 15) * np.exp(-0.5 * ((np.arange(days) - middle) / rng.uniform(8, 30)) ** 2)
    return np.cumsum(weights)


def _created(plan: Plan, arrivals: Arrivals, rng: Rng) -> tuple[Ints, Bools]:
    """Opened before they followed: any time, some just before, and lots together."""
    opened, came = midnight(OPENED) // DAY, arrivals.came // DAY
    curve = waves(rng)
    aged = np.array([lot.aged for lot in plan.purchases] + [0])[arrivals.lot]
    drawn = np.searchsorted(curve, rng.random(len(came)) * curve[came - opened - aged])
    lately = came - opened - rng.geometric(1 / 20, len(came))
    fresh = (rng.random(len(came)) < 0.05) & (lately > 0) & (arrivals.lot < 0)
    days = np.where(fresh, lately, drawn) + opened
    together = np.zeros(len(came), dtype=np.bool_)
    for index, lot in enumerate(plan.purchases):
        together |= (arrivals.lot == index) & (rng.random(len(came)) < lot.together)
        weeks = midnight(lot.created) // DAY + np.floor(TOGETHER * rng.beta(1.3, 1.3, len(came))).astype(np.int64)
        days = np.where(together & (arrivals.lot == index), weeks, days)
    for index, group in enumerate(plan.groups):
        days = _joined(plan, group, arrivals.group == index, days, rng)
    return np.minimum(days, came), together


def _joined(plan: Plan, group: Group, mine: Bools, days: Ints, rng: Rng) -> Ints:
    """The days on which accounts opened, with those of a group that had joined the platform together."""
    last = midnight(plan.first_day) // DAY + group.day - group.joined
    opened = np.maximum(last - rng.integers(0, TOGETHER, len(days)), midnight(OPENED) // DAY)
    return np.where(mine & (rng.random(len(days)) < group.together), opened, days)


def _figures(plan: Plan, lot: Ints, hollow: Bools, rng: Rng) -> tuple[Ints, Ints, Ints]:
    """Own followers, following and posts: heavy tails; quiet readers have few, and empty accounts follow many."""
    n = len(lot)
    dressed = np.array([part.dressed for part in plan.purchases] + [0.0])[lot]
    empty = hollow | ((lot >= 0) & (rng.random(n) >= dressed))
    reader = ~empty & (rng.random(n) < 0.12)
    z = rng.standard_normal((3, n))
    z[1] = 0.5 * z[0] + 0.85 * z[1]
    followers = _lognormal(z[0], empty, reader, (240, 1.15), (30, 0.9), (12, 1.0))
    following = _lognormal(z[1], empty, reader, (360, 0.85), (160, 0.8), (950, 0.75))
    posts = _lognormal(z[2], empty, reader, (45, 1.6), (1.2, 1.0), (1.0, 1.3))
    posts = np.where(rng.random(n) < np.where(empty, 0.5, np.where(reader, 0.4, 0.04)), 0, posts)
    return followers, np.minimum(following, 7500), posts


def _lognormal(z: Floats, empty: Bools, reader: Bools, *kinds: tuple[float, float]) -> Ints:
    """Median and log-sd for anybody, for a quiet reader and for an empty account."""
    median, sd = (np.select([empty, reader], [kinds[2][i], kinds[1][i]], kinds[0][i]) for i in (0, 1))
    return np.asarray(median * np.exp(sd * z), dtype=np.int64)


def _willing(plan: Plan, arrivals: Arrivals, hollow: Bools, rng: Rng) -> Floats:
    """Chance to respond to a usual post; nobody behind an account, no response."""
    willing = mixed(rng, len(arrivals), plan.crowd.mixture)
    silent = hollow | (arrivals.lot >= 0)
    for index, group in enumerate(plan.groups):
        silent |= (arrivals.group == index) & (rng.random(len(arrivals)) < group.silent)
    return np.where(silent, 0.0, willing)


def _left(plan: Plan, arrivals: Arrivals, rng: Rng) -> Ints:
    """So many leave as planned: newcomers twice as readily, bought ones in the weeks after delivery."""
    left = np.full(len(arrivals), STAYS)
    start = midnight(plan.first_day)
    end = start + plan.days * DAY
    came = np.maximum(arrivals.came, start)
    weights = (arrivals.lot < 0) * np.where(arrivals.came < start, 1.0, 2.0) * (end - came)
    gone = rng.choice(len(arrivals), plan.growth.left, replace=False, p=weights / weights.sum())
    left[gone] = came[gone] + 1 + (rng.random(len(gone)) * (end - came[gone] - 2)).astype(np.int64)
    for index, lot in enumerate(plan.purchases):
        gone = rng.choice(np.flatnonzero(arrivals.lot == index), dropped(lot), replace=False)
        room = (end - 1 - came[gone] - 5 * DAY).astype(np.float64)
        left[gone] = came[gone] + 5 * DAY + _soon(rng, np.maximum(room, 1.0))
    return left


def _soon(rng: Rng, room: Floats) -> Ints:
    return np.asarray(np.minimum(rng.exponential(40.0 * DAY, len(room)), room * rng.random(len(room))), dtype=np.int64)


def dropped(lot: Purchase) -> int:
    """Accounts of a lot that are gone before the last day."""
    return round(lot.size * lot.dropped)
