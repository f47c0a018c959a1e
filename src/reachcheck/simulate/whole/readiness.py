"""How readily each account responds, and which of them are there to do so."""

from dataclasses import dataclass

import numpy as np

from reachcheck.simulate.chance import Bools, Floats, Ints, Rng
from reachcheck.simulate.whole.crowd import NOVELTY, SOLD, Crowd
from reachcheck.simulate.whole.life import Life
from reachcheck.simulate.whole.posts import Posts

USUAL, AT, FALLS = 0.5, 300.0, 0.24
"""Responses for each who ever responds, at so many followers; it falls as that power of their number."""
MOST_RATE = 3.5


@dataclass(frozen=True, kw_only=True, eq=False)
class Readiness:
    """One entry for each of the crowd."""

    rate: Floats
    """Responses to a usual post, before tastes and novelty; 0 for who never responds."""
    talks: Floats
    """Chance that a response comes with words."""


def make_readiness(life: Life, crowd: Crowd, rng: Rng) -> Readiness:
    """The closer, the readier, and the more words; a few respond far more than anybody else."""
    n = len(crowd)
    usual = life.warmth * USUAL * np.exp(0.35 * rng.standard_normal()) * (max(crowd.stays.sum(), 10) / AT) ** -FALLS
    z = 0.7 * crowd.tie + 0.71 * rng.standard_normal(n)
    rate = np.minimum(usual * np.exp(life.unequal * z - life.unequal**2 / 2), MOST_RATE)
    rate[crowd.silent] = 0.0
    liking = life.sale.liking * np.exp(rng.standard_normal(n)) * (rng.random(n) < 0.5)
    rate = np.where(crowd.stream == SOLD, np.minimum(liking, 0.5), rate)
    odds = life.talk / (1 - life.talk) * np.exp(0.5 * crowd.tie + 1.2 * rng.standard_normal(n) - 1.3)
    return Readiness(rate=rate, talks=np.where(crowd.stream == SOLD, 0.0, odds / (1 + odds)))


def there(crowd: Crowd, who: Ints, at: int) -> Bools:
    """Who of those follows at a moment and is awake."""
    return (crowd.came[who] <= at) & (crowd.left[who] > at) & (crowd.asleep[who] > at)


def tastes(life: Life, topics: int) -> Floats:
    """How much a topic is for a stream: (streams and two more for who is in none, topics)."""
    rows = [[stream.tastes[min(topic, len(stream.tastes) - 1)] for topic in range(topics)] for stream in life.streams]
    return np.array([*rows, [1.0] * topics, [1.0] * topics])


def fondness(life: Life, posts: Posts, crowd: Crowd, who: Ints, j: int) -> Floats:
    """What taste and novelty make of the rate of those for a post; at most `fondest`."""
    fades = np.array([*(stream.fades for stream in life.streams), 0.0, 0.0])[crowd.stream[who]]
    age = np.maximum(posts.at[j] - crowd.came[who], 0) / NOVELTY
    like = tastes(life, len(life.posting.topics))[crowd.stream[who], posts.topic[j]]
    return np.asarray(like * np.exp(fades * np.exp2(-age)), dtype=np.float64)


def fondest(life: Life) -> float:
    """The largest that `fondness` can be."""
    return float(tastes(life, len(life.posting.topics)).max() * np.exp(max(s.fades for s in life.streams)))
