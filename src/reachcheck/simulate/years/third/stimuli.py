"""What brings people beside posts, laid out day by day: concerts, advertisements, tags, contests, recommendations."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.third.days import Calendar, begins, wandering
from reachcheck.simulate.years.third.kinds import Farewell, Occasion, Shape, World
from reachcheck.simulate.years.third.owners import Owners

AFTER = 12
"""For how many days after an occasion its guests go."""


@dataclass(frozen=True, eq=False)
class Stimulus:
    """One kind of occasion in the years of all profiles; arrays of shape (profiles, days)."""

    occasion: Occasion
    people: Floats
    """How many become aware on a day, in the mean."""
    event: Bools
    over: Bools
    """Days on which guests of it go."""


def stimulus(occasion: Occasion, who: Owners, days: Calendar, gone: Bools, rng: Rng) -> Stimulus:
    """When there are such occasions, how large, and which of them the owner could name."""
    people = np.zeros(gone.shape)
    event, over = np.zeros_like(gone), np.zeros_like(gone)
    some = begins(occasion.when, days, gone, rng) & (rng.random(len(who)) < occasion.among)[:, None]
    rows, first = np.nonzero(some)
    size = occasion.people * (who.start[rows] / 1000) ** occasion.grows * rng.lognormal(0.0, occasion.varies, len(rows))
    named = rng.random(len(rows)) < occasion.named
    for day, weight in enumerate(weights(occasion.shape, occasion.lasts)):
        inside = first + day < len(days)
        at = rows[inside], first[inside] + day
        np.add.at(people, at, (size * weight)[inside])
        event[at] |= named[inside] & (day == 0 or occasion.shape != "fades")
    for day in range(AFTER):
        inside = first + occasion.lasts + day < len(days)
        over[rows[inside], first[inside] + occasion.lasts + day] |= occasion.guests > 0
    return Stimulus(occasion, people, event, over)


def weights(shape: Shape, lasts: int) -> Floats:
    """How the people of an occasion are spread over its days."""
    day = np.arange(lasts, dtype=np.float64)
    raw = {"fades": np.exp(-3 * day / lasts), "even": np.ones(lasts), "grows": (day + 1) / lasts}[shape]
    return np.asarray(raw / raw.sum(), dtype=np.float64)


def going(farewell: Farewell, who: Owners, days: Calendar, gone: Bools, rng: Rng) -> Floats:
    """Share of the followers who go on a day because of a farewell, of shape (profiles, days)."""
    shares = np.zeros(gone.shape)
    rows, first = np.nonzero(begins(farewell.when, days, gone, rng))
    share = farewell.share * rng.lognormal(-0.245, 0.7, len(rows))
    for day, weight in enumerate(weights("fades", farewell.lasts)):
        inside = first + day < len(days)
        np.add.at(shares, (rows[inside], first[inside] + day), (share * weight)[inside])
    return np.clip(shares, 0.0, 0.9)


def recommendations(world: World, who: Owners, days: Calendar, rng: Rng) -> Floats:
    """Strangers to whom the platform shows a profile on a day, a follower, in the mean; of shape (profiles, days).

    Mostly hardly any. Now and then the platform takes a profile up, for a fortnight or so, and drops it as it came; the
    large somewhat more than in proportion.
    """
    n = len(who)
    large = (who.start / 1000) ** 0.12
    strength = large * rng.lognormal(np.log(0.15), 0.9, n)
    idle = large * rng.lognormal(np.log(0.012), 0.6, n)
    on = np.zeros((n, len(days)), dtype=np.bool_)
    on[:, 0] = rng.random(n) < 0.1
    turns = rng.random(on.shape)
    for day in range(1, len(days)):
        on[:, day] = np.where(on[:, day - 1], turns[:, day] > 1 / 16, turns[:, day] < 1 / 150)
    wave = np.exp(wandering(rng, on.shape, 0.35, 0.8))
    return np.asarray(world.recommended * np.where(on, strength[:, None], idle[:, None]) * wave, dtype=np.float64)
