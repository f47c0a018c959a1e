"""What the owner posted: when, about what, and how far each post could go."""

from dataclasses import dataclass

import numpy as np

from reachcheck.simulate.chance import DAY, Floats, Ints, Rng
from reachcheck.simulate.whole.calendar import START, mood, weekdays
from reachcheck.simulate.whole.draws import pick
from reachcheck.simulate.whole.life import Life, Posting

MOST = 420
"""No owner posts more in a year."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Posts:
    """The posts of the year, oldest first."""

    at: Ints
    pull: Floats
    """How much a post invites those who see it; 1 is usual."""
    far: Floats
    """Accounts reached outside the followers, against a usual post."""
    words: Floats
    topic: Ints
    mark: Ints
    """Which marked post it is, or -1."""

    def __len__(self) -> int:
        return len(self.at)


def make_posts(life: Life, rng: Rng) -> Posts:
    """Draw them: at least two, never two in one second."""
    posting = life.posting
    usual = _days(posting, rng)
    days = np.concatenate([usual, np.array([mark.day for mark in life.marks], dtype=np.int64)])
    mark = np.concatenate([np.full(len(usual), -1), np.arange(len(life.marks))])
    at = START + days * DAY + _clock(rng, len(days))
    order = np.argsort(at, kind="stable")
    at, mark, n = at[order] + np.arange(len(order)) % 60, mark[order], len(order)
    pull, far, words = _worth(posting, rng, n)
    for index, special in enumerate(life.marks):
        here = mark == index
        pull[here], far[here], words[here] = special.pull, special.far * rng.uniform(0.8, 1.25), special.words
    topic = pick(rng, posting.topics, n)
    return Posts(at=np.sort(at), pull=pull, far=far, words=words, topic=topic, mark=mark)


def _days(posting: Posting, rng: Rng) -> Ints:
    """Posts attract posts: owners have weekdays that they like, and weeks in which they are keen."""
    habit = rng.gamma(rng.uniform(0.4, 4.0), 1.0, 7)[weekdays()]
    weights = posting.days * (habit + 0.02) * mood(rng, rng.uniform(4, 30), rng.uniform(0.2, 0.9))
    open_days = np.count_nonzero(posting.days)
    expected = posting.a_week * open_days / 7 * rng.gamma(20, 1 / 20)
    n = int(np.clip(rng.poisson(expected), 2, MOST))
    return pick(rng, weights, n)


def _clock(rng: Rng, n: int) -> Ints:
    """Around one or two hours of the day that the owner keeps to, more or less."""
    hours, spread = rng.choice([7.5, 12.3, 17.8, 20.2], 2, replace=False), rng.uniform(0.4, 3.0)
    hour = np.where(rng.random(n) < rng.uniform(0.5, 1.0), hours[0], hours[1]) + spread * rng.standard_t(4, n)
    return np.asarray(np.clip(np.abs(hour) * 3600, 0, DAY - 61), dtype=np.int64)


def _worth(posting: Posting, rng: Rng, n: int) -> tuple[Floats, Floats, Floats]:
    """Pull remembers the post before; how far a post goes follows its pull, with a tail that falls as a power."""
    z, kept = rng.standard_normal(n), posting.memory
    for j in range(1, n):
        z[j] = kept * z[j - 1] + np.sqrt(1 - kept**2) * z[j]
    pull = np.exp(posting.spread * z)
    shared = (1 + rng.pareto(rng.uniform(1.3, 2.5), n)) * np.exp(0.4 * rng.standard_normal(n))
    return pull, np.minimum(pull**1.5 * shared, 60.0), np.exp(0.5 * rng.standard_normal(n))
