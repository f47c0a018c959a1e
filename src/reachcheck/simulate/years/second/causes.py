"""What happens to a profile from outside: mentions, groups who join together, giveaways, paid promotion."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.second.draws import chances
from reachcheck.simulate.years.second.owners import Owners
from reachcheck.simulate.years.second.worlds import World

TERMS = np.array([0, 6, 14, 125, 133, 340, 348])
"""Days after the first of October about which courses and new posts begin."""
LARGEST = 2e7
"""Accounts that the greatest mention reaches."""


Part = dict[str, Any]
"""Causes of one kind, by the names of the fields of `Causes`."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Causes:
    """One entry a cause."""

    profile: Index
    day: Index
    length: Index
    """After how many days nobody comes because of it any more."""
    fade: Floats
    """Mean days until somebody acts on it; infinite for a plateau."""
    exposed: Floats
    """People whom it shows the profile to."""
    seen: Bools
    """Whether the platform's reach counts them."""
    visit: Floats
    follow: Floats
    loose: Floats
    """Share of those who come that do not mean to stay."""
    calm: Floats
    """Shape of the gamma noise of days: paid promotion is delivered evenly, talk is not."""
    named: Bools
    """Whether the owner would list it."""
    throughout: Bools
    """Whether the owner would list each day of it rather than the first."""


def causes(rng: Rng, world: World, who: Owners, days: int) -> Causes:
    """All that happens in so many days."""
    share = days / 365
    made = [
        _mentions(rng, world, who, _where(rng, world.mentions * share, who), days),
        _groups(rng, who, _where(rng, world.groups * share, who), days),
        _giveaways(rng, who, _where(rng, world.giveaways * share, who), days),
        _campaigns(rng, who, _where(rng, world.campaigns * share, who), days),
    ]
    each = {name: np.concatenate([part[name] for part in made]) for name in made[0]}
    return Causes(named=_named(rng, world, who, each), **each)


def _named(rng: Rng, world: World, who: Owners, each: Part) -> Bools:
    """People forget what brought no more than a day or two does."""
    brought = each["exposed"] * each["visit"] * each["follow"]
    usual = np.maximum(who.rate[each["profile"]], 0.7)
    return np.asarray(rng.random(len(brought)) < world.named * brought / (brought + 1.5 * usual))


def _where(rng: Rng, rate: float, who: Owners) -> Index:
    """Whom it happens to: some much oftener than others, and the nearly dormant seldom."""
    often = rng.gamma(1.5, 1 / 1.5, len(who.start)) * np.where(who.asleep, 0.2, 1.0)
    return np.repeat(np.arange(len(who.start)), rng.poisson(rate * often))


def _mentions(rng: Rng, world: World, who: Owners, profile: Index, days: int) -> Part:
    """By accounts of any size: Pareto, with larger ones for larger profiles; a story, an article, a podcast."""
    k = len(profile)
    size = 60 * who.start[profile] ** 0.6 * (1 + rng.pareto(0.9, k))
    fade = rng.choice((0.5, 2.0, 12.0), k, p=(0.5, 0.4, 0.1))
    return {
        "profile": profile,
        "day": rng.integers(0, days, k),
        "length": np.ceil(5 * fade).astype(np.int64),
        "fade": fade,
        "exposed": np.minimum(size * chances(rng, k, 0.2, 6.0), LARGEST),
        "seen": rng.random(k) >= world.unseen,
        "visit": chances(rng, k, 0.018, 80.0),
        "follow": chances(rng, k, 0.17, 12.0),
        "loose": chances(rng, k, 0.3, 6.0),
        "calm": np.full(k, 5.0),
        "throughout": np.zeros(k, np.bool_),
    }


def _groups(rng: Rng, who: Owners, profile: Index, days: int) -> Part:
    """A class, a conference, newcomers of a firm, a talk: they look the profile up, and nearly all follow."""
    k = len(profile)
    term = rng.choice(TERMS, k) + rng.integers(-2, 5, k)
    day = np.where(rng.random(k) < 0.6, term, rng.integers(0, max(days, 1), k))
    fade = rng.uniform(0.5, 2.5, k)
    return {
        "profile": profile,
        "day": day,
        "length": np.ceil(3 * fade).astype(np.int64),
        "fade": fade,
        "exposed": np.rint(6 * who.start[profile] ** 0.25 * rng.lognormal(0.0, 0.9, k)) + 2,
        "seen": np.zeros(k, np.bool_),
        "visit": chances(rng, k, 0.9, 20.0),
        "follow": chances(rng, k, 0.8, 10.0),
        "loose": chances(rng, k, 0.05, 20.0),
        "calm": np.full(k, 4.0),
        "throughout": np.zeros(k, np.bool_),
    }


def _giveaways(rng: Rng, who: Owners, profile: Index, days: int) -> Part:
    """Follow and win: nearly everybody who looks follows, and most leave when it is over."""
    k = len(profile)
    fade = rng.uniform(1.5, 5.0, k)
    return {
        "profile": profile,
        "day": rng.integers(0, days, k),
        "length": np.ceil(2 * fade).astype(np.int64),
        "fade": fade,
        "exposed": 0.7 * who.start[profile] ** 0.85 * rng.lognormal(0.0, 0.9, k),
        "seen": np.ones(k, np.bool_),
        "visit": chances(rng, k, 0.1, 20.0),
        "follow": chances(rng, k, 0.5, 10.0),
        "loose": chances(rng, k, 0.65, 10.0),
        "calm": np.full(k, 8.0),
        "throughout": rng.random(k) < 0.5,
    }


def _campaigns(rng: Rng, who: Owners, profile: Index, days: int) -> Part:
    """So many people a day for so many days, as the budget has it."""
    k = len(profile)
    length = np.rint(rng.lognormal(np.log(14), 0.6, k)).astype(np.int64) + 2
    daily = (who.rate[profile] + 0.3) * rng.lognormal(np.log(2.5), 0.8, k)
    visit, follow = chances(rng, k, 0.012, 150.0), chances(rng, k, 0.12, 20.0)
    return {
        "profile": profile,
        "day": rng.integers(0, days, k),
        "length": length,
        "fade": np.full(k, np.inf),
        "exposed": daily * length / (visit * follow),
        "seen": np.ones(k, np.bool_),
        "visit": visit,
        "follow": follow,
        "loose": chances(rng, k, 0.5, 10.0),
        "calm": np.full(k, 40.0),
        "throughout": np.ones(k, np.bool_),
    }
