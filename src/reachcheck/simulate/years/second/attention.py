"""Who sees what is posted: followers the same day or the next, others over days, and more of them after a hit."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.second.draws import chances, some, spread
from reachcheck.simulate.years.second.owners import Owners
from reachcheck.simulate.years.second.worlds import World

FADE = 1.6
"""Mean days until somebody who does not follow comes upon a post."""
RISE, FALL = 1.2, 3.0
"""Mean days until a hit is taken up, and until it fades from then on."""
REVIVED = 0.15
"""Chance a day that an old post is taken up, against the chance of a new one."""
TIRE = 0.2
"""With which power of its reach a hit converts worse: it goes to people whom the subject concerns less."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """What a day's post is seen by; zeros where there is none."""

    followers: Floats
    others: Floats
    """In all, over the days to come."""
    liked: Floats
    """How much people like it, against a usual post."""
    slow: Bools
    """Whether most of the others come upon it late."""


class Attention:
    """People outside who have still to come upon posts, one entry a profile; and how well they convert."""

    def __init__(self, rng: Rng, world: World, who: Owners, usual: Floats) -> None:
        """`usual` is how many outside a usual post reaches."""
        self._rng, self._world, self._who, self._usual = rng, world, who, usual
        self._fresh, self._rising, self._falling = (np.zeros((2, len(usual))) for _ in range(3))

    def post(self, posts: Bools, awake: Floats) -> Seen:
        """A day's posts."""
        n = len(awake)
        pull = spread(self._rng, self._who.pull, n)
        hit = posts & (self._rng.random(n) < self._world.hits)
        plain = posts * self._usual * pull
        far = self._take_up(hit)
        self._fresh += plain
        view = 1 - (1 - np.minimum(self._who.view, 0.95)) ** np.sqrt(pull)
        return Seen(
            followers=some(self._rng, awake * posts, chances(self._rng, n, np.clip(view, 0.01, 0.99), 60.0)),
            others=np.rint(plain + far),
            liked=pull**0.5 * spread(self._rng, 0.35, n),
            slow=hit,
        )

    def day(self) -> tuple[Floats, Floats]:
        """Who comes upon posts today: how many, and how many that makes of those whom a usual post reaches."""
        self._take_up(self._rng.random(len(self._usual)) < REVIVED * self._world.hits * self._who.chatty)
        fresh, rising, falling = (
            pool * -np.expm1(-1 / mean)
            for pool, mean in ((self._fresh, FADE), (self._rising, RISE), (self._falling, FALL))
        )
        self._fresh, self._rising = self._fresh - fresh, self._rising - rising
        self._falling = self._falling + rising - falling
        shown, worth = fresh + falling
        return shown, worth

    def _take_up(self, hit: Bools) -> Floats:
        """A post goes beyond the usual: how far has a Pareto tail that the size of the niche ends."""
        times = self._world.far * (1 + self._rng.pareto(self._world.tail, len(hit)))
        reached = self._who.niche * -np.expm1(-times * self._usual / self._who.niche)
        far = np.where(hit, reached, 0.0)
        self._rising = self._rising + np.stack([far, far * times**-TIRE])
        return far
