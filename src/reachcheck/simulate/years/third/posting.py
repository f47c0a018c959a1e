"""When owners post, and how good it is."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.third.days import Calendar, between, wandering
from reachcheck.simulate.years.third.kinds import World
from reachcheck.simulate.years.third.owners import Owners

HOT = 2.2
"""More than so many people pass no post on for each who did."""


@dataclass(frozen=True, eq=False)
class Posting:
    """Arrays of shape (profiles, days)."""

    posted: Bools
    quality: Floats
    """How much more than usual a post is shown to followers."""
    travels: Floats
    """How many more people pass the post on for each who did, while it is new."""


def posting(world: World, who: Owners, days: Calendar, gone: Bools, rng: Rng) -> Posting:
    """Each owner has favourite weekdays, weeks with more and with less to say, and silences."""
    n, shape = len(who), gone.shape
    favourite = 7 * rng.dirichlet(np.full(7, 1.2), n)
    eager = np.exp(wandering(rng, shape, 0.6, 0.93) - 0.18)
    chance = who.posts_a_week[:, None] / 7 * favourite[:, days.weekday] * eager * days.busy
    posted = (rng.random(shape) < chance) & ~gone & ~between(days, world.closed)
    quality = rng.lognormal(-0.1, 0.45, shape)
    travels = np.minimum(world.travels * quality**0.5 * rng.lognormal(0.0, 0.85, shape), HOT)
    return Posting(posted, quality, travels)
