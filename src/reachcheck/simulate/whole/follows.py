"""Whom the owner follows: of those who follow, the closer ones rather; and many who do not follow."""

from dataclasses import dataclass

import numpy as np

from reachcheck.simulate.chance import DAY, Ints, Rng
from reachcheck.simulate.whole.accounts import MOST_FOLLOWED
from reachcheck.simulate.whole.calendar import END
from reachcheck.simulate.whole.crowd import Crowd
from reachcheck.simulate.whole.draws import below
from reachcheck.simulate.whole.life import Life

FRIENDS = MOST_FOLLOWED - 1500
"""At most so many are followed back: the platform sets a limit to all."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Following:
    """`who` as in responses, and since when."""

    who: Ints
    at: Ints


def make_following(life: Life, crowd: Crowd, known: int, rng: Rng) -> Following:
    """Draw the list; `known` is how many were ever seen, the crowd first."""
    back = np.concatenate([_back(life, crowd, index, rng) for index in range(len(life.streams))])
    if len(back) > FRIENDS:
        back = np.sort(rng.choice(back, FRIENDS, replace=False))
    first = np.array([stream.first for stream in life.streams])[crowd.stream[back]]
    apart = np.where(rng.random(len(back)) < 0.7, 0.6, 60.0) * DAY * rng.lognormal(0.0, 1.2, len(back))
    side = np.where(first | (rng.random(len(back)) < 0.4), -1.0, 1.0)
    at = crowd.came[back] + (side * np.where(first, np.minimum(apart, 4.0 * DAY), apart)).astype(np.int64)
    gone, seen = _that_left(life, crowd, rng), rng.permutation(np.arange(len(crowd), known))[: life.others // 10]
    new = known + np.arange(max(life.others - len(seen), 0))
    others = np.concatenate([gone, seen, new])
    begin = (life.opened + 1) * DAY
    since = np.concatenate([crowd.came[gone], rng.integers(begin, END, len(seen) + len(new))])
    every = np.concatenate([at, since])
    room = np.minimum(np.abs(every - begin), END - begin)
    late = begin + (room * rng.random(len(every))).astype(np.int64)
    return Following(who=np.concatenate([back, others]), at=np.where((every < begin) | (every >= END), late, every))


def _back(life: Life, crowd: Crowd, index: int, rng: Rng) -> Ints:
    """Of a stream, those who are followed back."""
    those = np.flatnonzero((crowd.stream == index) & crowd.stays)
    rank = -0.75 * crowd.tie[those] + 0.66 * rng.standard_normal(len(those))
    return those[below(rank, life.streams[index].back) > 0]


def _that_left(life: Life, crowd: Crowd, rng: Rng) -> Ints:
    """Some of those who left again are followed still."""
    back = np.array([*(stream.back for stream in life.streams), 0.0, 0.0])[crowd.stream]
    those = np.flatnonzero(~crowd.stays & (rng.random(len(crowd)) < 0.5 * back))
    return those[:900]
