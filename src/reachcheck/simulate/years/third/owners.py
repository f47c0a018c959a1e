"""Profiles as they are when the year begins: followers by circle, strangers left, and what their owners are like."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.third.kinds import World

POOLS = np.array([110.0, 8_000.0, 400_000.0, 3e8])
"""How many people there are in each circle, in the median."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Owners:
    """Arrays with one entry a profile; those of shape (profiles, 4) are by circle."""

    start: Index
    followers: Index
    drifters: Index
    """Followers by accident of no circle: accounts that follow anybody, and dead ones."""
    pool: Floats
    """How many people of each circle there are, followers among them."""
    appeal: Floats
    """How much likelier than the usual visitor one of this profile follows."""
    warmth: Floats
    """How readily followers respond, relative to the usual."""
    feed: Floats
    """Share of the followers who are shown a usual post; smaller for the large."""
    posts_a_week: Floats
    quantum: Floats

    def __len__(self) -> int:
        return len(self.start)


def owners(world: World, n: int, sizes: tuple[float, float], rng: Rng) -> Owners:
    """Followers spread evenly over the orders of magnitude between the two sizes.

    The few have followers who know them; the many are followed by those who care for the subject, or for nothing. The
    large post more, are shown to a smaller share of their followers, and have more followers by accident.
    """
    start = np.rint(np.exp(rng.uniform(np.log(sizes[0]), np.log(sizes[1]), n))).astype(np.int64)
    followers = rng.multinomial(start, _composition(world, start, rng)).astype(np.int64)
    pool = np.maximum(POOLS * rng.lognormal(0.0, (0.5, 1.0, 1.0, 0.5), (n, 4)), followers[:, :4] * (1.3, 2.0, 3.0, 5.0))
    pool[:, 0] *= world.near
    rounds = rng.random(n) < 0.12
    return Owners(
        start=start,
        followers=followers[:, :4],
        drifters=followers[:, 4],
        pool=np.maximum(pool, followers[:, :4]),
        appeal=rng.lognormal(0.0, 0.4, n),
        warmth=world.liked * rng.lognormal(0.0, 0.35, n),
        feed=np.clip(0.55 * (start / 30) ** -0.17 * rng.lognormal(0.0, 0.2, n), 0.02, 0.9),
        posts_a_week=world.posts_a_week * (start / 1000) ** 0.12 * rng.lognormal(0.0, 0.7, n),
        quantum=np.where(rounds & (start >= 1e6), 1e5, np.where(rounds & (start >= 1e4), 100.0, 1.0)),
    )


def _composition(world: World, start: Index, rng: Rng) -> Floats:
    """Shares of the four circles and of the drifters, of shape (profiles, 5)."""
    n = len(start)
    size = np.log10(np.maximum(start, 10))
    near = np.clip(120 * world.near * (start / 100) ** 0.25 * rng.lognormal(0.0, 0.4, n) / start, 0.001, 0.85)
    local = np.clip(world.local * np.clip(1 - size / 7, 0.0, 1.0) ** 1.3, 0.01, 0.9)
    keen = np.clip(0.75 - 0.07 * size, 0.2, 0.8)
    drift = np.clip((0.005 + 0.012 * size) * rng.lognormal(0.0, 0.6, n), 0.0, 0.2)
    shares = np.stack(
        [near, (1 - near) * local, (1 - near) * (1 - local) * keen, (1 - near) * (1 - local) * (1 - keen)]
    )
    jittered = shares.T * rng.gamma(8.0, 1 / 8, (n, 4))
    jittered *= ((1 - drift) / jittered.sum(axis=1))[:, None]
    return np.asarray(np.column_stack([jittered, drift]), dtype=np.float64)
