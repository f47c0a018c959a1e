"""From accounts and what happens to them to the figures of each day."""

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng, stream
from reachcheck.simulate.years.first.events import Happened, happen
from reachcheck.simulate.years.first.people import Accounts, accounts
from reachcheck.simulate.years.first.worlds import WORLDS, World
from reachcheck.simulate.years.year import FIRST_DAY, Years

FADES = np.array([0.5, 0.22, 0.12, 0.07, 0.04, 0.03, 0.02])
"""How the accounts that a post reaches spread over its days."""
STAY = 40.0
"""Mean days until somebody who came for a prize leaves."""


def first(world: str, n: int, seed: int, sizes: tuple[float, float] = (30, 1_000_000), days: int = 365) -> Years:
    """Years of `n` honest profiles of a world, whose sizes lie between both ends; the same seed, the same years."""
    here = WORLDS[world]
    them = accounts(here, n, sizes, stream(seed, world, "accounts"))
    told = happen(here, them, days, stream(seed, world, "events"))
    post_reach = _post_reach(them, days, stream(seed, world, "posts"))
    reach = _reach(them, post_reach, told, days, stream(seed, world, "reach"))
    gained, lost = _flows(here, them, reach, told, stream(seed, world, "flows"))
    rng = stream(seed, world, "export")
    return Years(
        world=world,
        start=them.size,
        gained=gained,
        lost=lost,
        bought=np.zeros_like(gained),
        reach=reach,
        visits=rng.poisson(0.015 * reach + 0.5 * told.unseen + 2.0 * np.maximum(gained - told.unvisited, 0.0)).astype(
            np.float64
        ),
        responses=_responses(them, post_reach, stream(seed, world, "responses")),
        post_reach=post_reach,
        event=told.named,
        missing=_missing(here, n, days, rng),
        quantum=_quantum(here, them, rng),
    )


def _post_reach(them: Accounts, days: int, rng: Rng) -> Floats:
    """Accounts that the post of each day reaches: a few carry most of it (Pareto, 1.7); NaN on days without."""
    n = len(them)
    weekday = rng.dirichlet(np.full(7, 2.5), n) * 7
    chance = np.clip(them.posts_a_week[:, None] / 7 * weekday[:, np.arange(days) % 7], 0.0, 0.95)
    posted = rng.random((n, days)) < chance
    pull = np.minimum((1 + rng.pareto(1.7, (n, days))) * 0.41, 60.0)
    reached = rng.poisson(np.minimum(them.reach_of_post[:, None] * pull, 1e9)).astype(np.float64)
    return np.where(posted, np.maximum(reached, 1.0), np.nan)


def _reach(them: Accounts, post_reach: Floats, told: Happened, days: int, rng: Rng) -> Floats:
    """Accounts reached by day: what posts reach, spread over their days, what happens, and a calm rest."""
    posts = np.nan_to_num(post_reach, nan=0.0)
    spread = sum(np.pad(posts, ((0, 0), (day, 0)))[:, :days] * share for day, share in enumerate(FADES))
    noise = rng.gamma(12.0, 1 / 12.0, (len(them), days))
    mean = (them.calm[:, None] * _rhythm(len(them), days, rng) + spread) * noise + told.reach
    return np.asarray(rng.poisson(np.minimum(mean, 1e15)), dtype=np.float64)


def _rhythm(n: int, days: int, rng: Rng) -> Floats:
    """Week and season."""
    day = np.arange(days)
    weekend = np.where((FIRST_DAY.weekday() + day) % 7 >= 5, rng.uniform(0.6, 1.5, (n, 1)), 1.0)
    season = 1 + rng.uniform(0.0, 0.35, (n, 1)) * np.sin(2 * np.pi * (day / 365 + rng.random((n, 1))))
    return np.asarray(weekend * season, dtype=np.float64)


def _flows(world: World, them: Accounts, reach: Floats, told: Happened, rng: Rng) -> tuple[Floats, Floats]:
    """Who comes and who goes, day by day."""
    n, days = reach.shape
    conversion = them.conversion[:, None] * np.exp(_wander(world, n, days, rng))
    usual = conversion * np.maximum(reach - told.reach, 0.0) * _rhythm(n, days, rng)
    shape = them.smoothness[:, None]
    gained = rng.poisson((usual + told.arrivals) * rng.gamma(shape, 1 / shape, (n, days))).astype(np.float64)
    lost = np.zeros((n, days))
    level, fleeting = them.size.copy(), np.zeros(n)
    for day in range(days):
        leaving = np.minimum(them.hazard + told.leaving[:, day], 0.5) * level + fleeting / STAY
        lost[:, day] = np.minimum(rng.poisson(leaving), level)
        fleeting += told.fleeting[:, day] - fleeting / STAY
        level += gained[:, day] - lost[:, day]
    return gained, lost


def _wander(world: World, n: int, days: int, rng: Rng) -> Floats:
    """The logarithm of conversion against its middle: an AR(1) that forgets in about two months."""
    keep = 1 - 1 / 60
    steps = rng.normal(0.0, 0.3 * world.drift * np.sqrt(1 - keep**2), (n, days))
    path = np.zeros((n, days))
    path[:, 0] = rng.normal(0.0, 0.3 * world.drift, n)
    for day in range(1, days):
        path[:, day] = keep * path[:, day - 1] + steps[:, day]
    return path


def _responses(them: Accounts, post_reach: Floats, rng: Rng) -> Floats:
    mean = np.nan_to_num(post_reach, nan=0.0) * them.answers[:, None] * rng.gamma(6.0, 1 / 6.0, post_reach.shape)
    return np.where(np.isnan(post_reach), np.nan, np.minimum(rng.poisson(mean), np.nan_to_num(post_reach, nan=0.0)))


def _missing(world: World, n: int, days: int, rng: Rng) -> Bools:
    """Single days, and one stretch for some; never the first or the last day."""
    missing = rng.random((n, days)) < world.gaps / 3
    begin, length = rng.integers(1, days - 1, n), rng.integers(1, 22, n) * (rng.random(n) < 6 * world.gaps)
    day = np.arange(days)
    missing |= (day >= begin[:, None]) & (day < (begin + length)[:, None])
    missing[:, [0, -1]] = False
    return missing


def _quantum(world: World, them: Accounts, rng: Rng) -> Floats:
    """Three digits of a count of 10,000 or more."""
    digits = np.floor(np.log10(them.size))
    rounds = (rng.random(len(them)) < world.rounded) & (digits >= 4)
    return np.where(rounds, 10.0 ** (digits - 2), 1.0)
