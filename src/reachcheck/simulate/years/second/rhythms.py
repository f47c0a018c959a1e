"""When people have time for a profile, and when its owner has time to post."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.second.draws import wandering
from reachcheck.simulate.years.second.owners import Owners
from reachcheck.simulate.years.second.worlds import World

BY_WEEKDAY = np.array(
    [
        [1.0] * 7,
        [1.1, 1.1, 1.1, 1.1, 1.0, 0.08, 0.08],
        [0.3, 0.3, 2.5, 0.3, 0.3, 0.3, 2.5],
        [0.7, 0.7, 0.7, 0.8, 1.1, 1.6, 1.4],
    ]
)
"""Habits of posting: any day, in office hours, twice a week, at leisure."""
STAY, PAUSE = 45.0, 12.0
"""Mean days until an owner pauses; median days of a pause."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Calendar:
    """Arrays of shape (profiles, days)."""

    mood: Floats
    """How many are receptive, against a usual day."""
    appeal: Floats
    """How well the profile converts, against its usual."""
    about: Bools
    """Whether the owner is about."""
    posts: Bools
    back: Index
    """On which day the owner came back after months of silence; -1 where there was none."""


def calendar(rng: Rng, world: World, who: Owners, first_day: date, days: int, before: int) -> Calendar:
    """`days` from the first day on, of which `before` come before anything is recorded."""
    n = len(who.start)
    back = _back(rng, world, n, days, before)
    silent = np.arange(days) < back[:, None]
    about = _about(rng, n, days) & ~silent
    weekday = (first_day.weekday() + np.arange(days)) % 7
    habit = BY_WEEKDAY[rng.choice(4, n, p=(0.4, 0.25, 0.15, 0.2))]
    chance = np.minimum(who.chatty[:, None] * habit[:, weekday], 0.97)
    wander = wandering(rng, rng.uniform(0.15, 0.55, n), np.exp(rng.uniform(np.log(5), np.log(200), n)), days)
    mood = wander * _yearly(rng, world, n, first_day, days) * _weekly(rng, world, n)[:, weekday]
    return Calendar(
        mood=np.where(silent, 0.35, 1.0) * mood * _steps(rng, world, n, days),
        appeal=wandering(rng, rng.uniform(0.1, 0.4, n), rng.uniform(5.0, 40.0, n), days),
        about=about,
        posts=about & (rng.random((n, days)) < chance),
        back=back,
    )


def _back(rng: Rng, world: World, n: int, days: int, before: int) -> Index:
    """Between a quarter and three quarters of what is recorded."""
    span = days - before
    day = before + rng.integers(span // 4, max(3 * span // 4, span // 4 + 1), n)
    return np.where(rng.random(n) < world.silent, day, -1)


def _about(rng: Rng, n: int, days: int) -> Bools:
    """Presence by turns; lengths of pauses differ by more than lengths of presence."""
    about = np.empty((days, n), np.bool_)
    now, end = np.ones(n, np.bool_), np.full(n, 1 / PAUSE)
    for day in range(days):
        turn = rng.random(n) < np.where(now, 1 / STAY, end)
        now = now ^ turn
        end = np.where(turn & ~now, 1 / np.maximum(rng.lognormal(np.log(PAUSE), 0.9, n), 1.0), end)
        about[day] = now
    return about.T


def _steps(rng: Rng, world: World, n: int, days: int) -> Floats:
    """Stretches of weeks that begin and end from one day to the next, as lists of suggestions do."""
    factor = np.ones((n, days))
    for profile in np.repeat(np.arange(n), rng.poisson(world.steps * days / 365, n)):
        first, length = rng.integers(0, days), 5 + int(rng.lognormal(np.log(25), 0.8))
        factor[profile, first : first + length] *= rng.lognormal(0.35, 0.5)
    return factor


def _weekly(rng: Rng, world: World, n: int) -> Floats:
    """Most profiles of a world have their good days together; some have them on others. Shape (profiles, 7)."""
    best = np.where(rng.random(n) < 0.7, 5.5, rng.uniform(0.0, 7.0, n))
    size = world.weekly * rng.gamma(4.0, 0.25, n)
    return np.asarray(np.exp(size[:, None] * np.cos(2 * np.pi * (np.arange(7) - best[:, None]) / 7)))


def _yearly(rng: Rng, world: World, n: int, first_day: date, days: int) -> Floats:
    """A season of each profile's own, and the sales that all of a world have."""
    day = (first_day.timetuple().tm_yday - 1 + np.arange(days)) % 365
    best = rng.choice((350.0, 120.0, 190.0), n, p=(0.5, 0.3, 0.2)) + rng.normal(0.0, 15.0, n)
    size = world.yearly * rng.gamma(4.0, 0.25, n)
    season = np.exp(size[:, None] * np.cos(2 * np.pi * (day - best[:, None]) / 365))
    for first, length, times in world.sales:
        within = (day >= first) & (day < first + length)
        season = season * np.where(within, times ** rng.gamma(4.0, 0.25, n)[:, None], 1.0)
    return np.asarray(season, dtype=np.float64)
