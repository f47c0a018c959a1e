"""What the accounts of followers look like from outside: when opened, how many followers, followed, posts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.simulate.chance import DAY, Bools, Floats, Ints, Rng
from reachcheck.simulate.whole.calendar import END, EPOCH
from reachcheck.simulate.whole.crowd import EMPTY, SOLD, Crowd
from reachcheck.simulate.whole.life import Life

OPENED = (date(2010, 10, 6) - EPOCH).days
"""The platform's first day, since 1970."""
MOST_FOLLOWED = 7500
AGED = 700
"""For how many days at least an account was open that is sold as old."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Accounts:
    """As long as the crowd; `created` in days since 1970."""

    created: Ints
    followers: Ints
    following: Ints
    posts: Ints


Figures = tuple[Ints, Ints, Ints]
"""Followers, following, posts."""
Maker = Callable[[int, Rng], Figures]


def make_accounts(life: Life, crowd: Crowd, rng: Rng) -> Accounts:
    """Draw all of them, bought ones by how they were made."""
    created = _adopted(crowd, rng)
    _as_they_came(life, crowd, created, rng)
    figures = list(_of_people(crowd, created, rng))
    for index, stream in enumerate(life.streams):
        if stream.looks == "traders":
            _put(figures, crowd.stream == index, _traders, rng)
        elif stream.looks == "empty":
            _put(figures, crowd.stream == index, _emptied, rng)
    _put(figures, crowd.stream == EMPTY, _emptied, rng)
    for index, lot in enumerate(life.sale.lots):
        here = (crowd.stream == SOLD) & (crowd.lot == index)
        if lot.make != "aged":
            _put(figures, here, _crude if lot.make == "crude" else _dressed, rng)
            created[here] = _factory(crowd.came[here], lot.make == "crude", rng)
        else:
            figures[1] = np.where(here, np.minimum(figures[1] * 2 + rng.integers(0, 1500), MOST_FOLLOWED), figures[1])
            created[here] -= _older(crowd.came[here] // DAY - created[here], rng)
    created = np.clip(created, OPENED, crowd.came // DAY)
    return Accounts(created=created, followers=figures[0], following=figures[1], posts=figures[2])


def _put(figures: list[Ints], here: Bools, make: Maker, rng: Rng) -> None:
    for column, made in zip(figures, make(int(here.sum()), rng), strict=True):
        column[here] = made


def _adopted(crowd: Crowd, rng: Rng) -> Ints:
    """Groups adopt a platform together: each in one of a few generations, its members years around it."""
    middles, widths = rng.uniform(1.5, 12.5, 4), rng.uniform(0.5, 1.8, 4)
    shares = np.cumsum(rng.dirichlet(np.full(4, 3.0)))
    group = np.where(crowd.stream < 0, -1 - np.arange(len(crowd)), crowd.group * 16 + crowd.stream)
    _, which = np.unique(group, return_inverse=True)
    groups = int(which.max(initial=-1)) + 1
    generation = np.minimum(np.searchsorted(shares, rng.random(groups)), 3)
    step = rng.logistic(0.0, 1.0, groups) * widths[generation]
    years = (middles[generation] + step)[which] + rng.laplace(0, rng.uniform(0.8, 2.2), len(crowd))
    days, came = OPENED + 365.25 * years, crowd.came / DAY
    sooner = came - np.minimum(rng.exponential(900.0, len(crowd)), (came - OPENED) * rng.random(len(crowd)))
    outside = (days > came) | (days < OPENED)
    return np.asarray(np.where(outside, sooner, days), dtype=np.int64)


def _as_they_came(life: Life, crowd: Crowd, created: Ints, rng: Rng) -> None:
    """Some open an account in order to follow; accounts with nobody behind them seldom grow old."""
    n, day = len(crowd), crowd.came // DAY
    lately = day - np.floor(rng.exponential(12.0, n)).astype(np.int64)
    at_once = day - np.floor(rng.exponential(0.7, n)).astype(np.int64)
    for index, stream in enumerate(life.streams):
        here = crowd.stream == index
        share = {"ever": 0.015, "fresh": 0.4, "together": rng.uniform(0.5, 0.9)}[stream.opened]
        new = here & (rng.random(n) < share)
        created[new] = np.where(stream.opened == "together", at_once, lately)[new]
    young = (crowd.stream == EMPTY) & (rng.random(n) < 0.6)
    created[young] = (day - np.floor(rng.exponential(200.0, n)).astype(np.int64))[young]


def _counts(median: float, spread: float, z: Floats) -> Ints:
    return np.minimum(np.floor(median * np.exp(spread * z)), 5e7).astype(np.int64)


def _of_people(crowd: Crowd, created: Ints, rng: Rng) -> Figures:
    """A copula with heavy tails: who is social has more of everything, and more with the years."""
    n = len(crowd)
    z = rng.standard_normal((3, n))
    z[1], z[2] = 0.6 * z[0] + 0.8 * z[1], 0.62 * z[0] + 0.78 * z[2]
    z /= np.sqrt(rng.chisquare(7, n) / 7)
    years = np.clip((np.minimum(crowd.asleep, END) / DAY - created) / 365.25, 0.02, 15.0)
    audience = np.exp(0.3 * rng.standard_normal(3))
    followers = _counts(1.0, 1.45, z[0] + np.log(300 * audience[0] * (years / 4) ** 0.45) / 1.45)
    following = _counts(430 * audience[1], 0.95, z[1])
    posts = _counts(1.0, 1.75, z[2] + np.log(60 * audience[2] * (years / 4) ** 0.7) / 1.75)
    shy = rng.random(n) < 0.03 + 0.08 * (crowd.tie < -1)
    return followers, np.minimum(following, MOST_FOLLOWED), np.where(shy, 0, posts)


def _traders(n: int, rng: Rng) -> Figures:
    """Who trades follows: both counts large and near each other."""
    z = rng.standard_normal((3, n))
    followers = _counts(1900, 0.85, z[0])
    following = np.minimum(np.floor(followers * np.exp(rng.normal(0.1, 0.35, n))), MOST_FOLLOWED)
    return followers, following.astype(np.int64), _counts(55, 1.3, z[2])


def _emptied(n: int, rng: Rng) -> Figures:
    """Nobody there: those who follow thousands, those who did nothing at all, and those who want to sell something."""
    kind = rng.random(n)
    z = rng.standard_normal((3, n))
    followers = np.where(kind < 0.5, _counts(90, 1.3, z[0]), _counts(9, 1.4, z[0]))
    followers = np.where(kind > 0.85, _counts(420, 1.3, z[0]), followers)
    following = np.where(kind < 0.5, _counts(2100, 0.8, z[1]), _counts(120, 1.2, z[1]))
    posts = np.where(kind > 0.85, _counts(30, 1.2, z[2]), np.where(rng.random(n) < 0.5, 0, _counts(2, 1.1, z[2])))
    return followers, np.minimum(following, MOST_FOLLOWED), posts


def _crude(n: int, rng: Rng) -> Figures:
    """One of three workshops: those whose accounts follow thousands, those who keep under limits, and bare ones."""
    workshop, z = int(rng.integers(0, 3)), rng.standard_normal((3, n))
    following = _counts((3200, 480, 45)[workshop], (0.35, 0.5, 0.9)[workshop], z[1])
    posts = np.where(rng.random(n) < rng.uniform(0.4, 0.95), 0, rng.geometric(0.4, n))
    return _counts((14, 25, 3)[workshop], 1.1, z[0]), np.minimum(following, MOST_FOLLOWED), posts


def _dressed(n: int, rng: Rng) -> Figures:
    """A picture, some copied posts, followers from the same workshop."""
    z = rng.standard_normal((3, n))
    z[1] = 0.3 * z[0] + 0.95 * z[1]
    posts = rng.negative_binomial(rng.uniform(1, 6), 0.25, n) + int(rng.integers(0, 4))
    followers = _counts(rng.uniform(60, 300), 0.7, z[0])
    return followers, np.minimum(_counts(rng.uniform(500, 2000), 0.6, z[1]), MOST_FOLLOWED), posts


def _older(age: Ints, rng: Rng) -> Ints:
    """How many days more an account has to be open to be sold as old."""
    more = AGED + rng.exponential(500.0, len(age)).astype(np.int64) - age
    return np.where(age < AGED, more, 0)


def _factory(came: Ints, crude: bool, rng: Rng) -> Ints:
    """Opened in sittings of a few days: one or two for crude accounts, many over two years for others."""
    if not len(came):
        return came
    sittings = int(rng.integers(1, 3)) if crude else int(rng.integers(6, 25))
    newest = int(came.min()) // DAY - int(rng.integers(4, 500))
    back = rng.exponential(15.0 if crude else 330.0, sittings).astype(np.int64)
    which = np.minimum(rng.integers(0, sittings, len(came)), sittings - 1)
    return np.asarray(newest - back[which] - rng.integers(0, 9 if crude else 25, len(came)), dtype=np.int64)
