"""Accounts reached: by each post and on each day."""

from dataclasses import dataclass

import numpy as np

from reachcheck.simulate.chance import DAY, Floats, Ints, Rng
from reachcheck.simulate.whole.calendar import DAYS, START, mood
from reachcheck.simulate.whole.crowd import STAYS, Crowd
from reachcheck.simulate.whole.life import Life
from reachcheck.simulate.whole.posts import Posts


@dataclass(frozen=True, kw_only=True, eq=False)
class Reach:
    """By post, accounts reached in all and those of them that did not follow; and followers at the time."""

    all: Ints
    outside: Ints
    followers: Ints


def make_reach(life: Life, posts: Posts, crowd: Crowd, rng: Rng) -> Reach:
    """Followers who are there see some posts; others see those that go far, and whoever a post brought saw it."""
    reads = np.array([*(stream.reads for stream in life.streams), 0.02, 0.0])[crowd.stream]
    gone = np.minimum(crowd.left, crowd.asleep)
    readers = _until(crowd.came, reads, posts.at) - _until(gone, reads * (gone < STAYS), posts.at)
    own = np.maximum(readers, 1.0) * np.minimum(posts.pull**0.4 * np.exp(0.2 * rng.standard_normal(len(posts))), 1.9)
    ratio = float(np.clip(rng.lognormal(-1.2, 0.8), 0.03, 2.0))
    seen = np.array([*(stream.seen for stream in life.streams), 0.0, 0.0])[crowd.stream]
    here = crowd.brought >= 0
    brought = np.bincount(crowd.brought[here], seen[here], minlength=len(posts))
    outside = (readers + 3) * ratio * posts.far + brought * rng.lognormal(0, 0.3, len(posts))
    ones = np.ones(len(crowd))
    followers = _until(crowd.came, ones, posts.at) - _until(crowd.left, ones * (crowd.left < STAYS), posts.at)
    out = rng.poisson(outside)
    return Reach(all=rng.poisson(own) + out, outside=out, followers=np.rint(followers).astype(np.int64))


def _until(moments: Ints, weights: Floats, at: Ints) -> Floats:
    """Sum of weights of the moments up to each of `at`."""
    which = np.searchsorted(at, moments, side="left")
    sums = np.bincount(which, weights, minlength=len(at) + 1).astype(np.float64)
    return np.cumsum(sums)[: len(at)]


def by_day(life: Life, posts: Posts, reached: Ints, crowd: Crowd, rng: Rng) -> Ints:
    """What posts reach in their first days, stories and visits, what brought people, and advertisements."""
    first = rng.uniform(0.45, 0.85)
    fades = first * (1 - first) ** np.arange(10)
    posted = np.bincount((posts.at - START) // DAY, reached, DAYS)[:DAYS]
    spread = np.convolve(posted, fades / fades.sum())[:DAYS]
    seen = np.array([*(stream.seen for stream in life.streams), 0.0, 0.0])[crowd.stream]
    own = (crowd.came >= START) & (crowd.brought < 0)
    came = np.bincount((crowd.came[own] - START) // DAY, seen[own], DAYS)[:DAYS]
    people = float(crowd.stays.sum())
    visits = float(np.clip(rng.lognormal(-3.6, 0.9), 0.003, 0.2)) * people * mood(rng, 3, 0.4)
    total = spread * mood(rng, 4, 0.08) + came + visits + life.paid * people
    return np.asarray(rng.poisson(np.minimum(total, 1e12)), dtype=np.int64)
