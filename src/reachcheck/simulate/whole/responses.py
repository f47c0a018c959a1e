"""Who responded to which post.

Everybody responds to a post as a Poisson process would, and is seen once: a post draws so many from all, by their
rates, and those who were not there, or whom the topic leaves cold, are thinned out. The work is in proportion to the
responses.
"""

from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

import numpy as np

from reachcheck.simulate.chance import DAY, Floats, Ints, Rng
from reachcheck.simulate.whole.calendar import END
from reachcheck.simulate.whole.crowd import Crowd
from reachcheck.simulate.whole.draws import late
from reachcheck.simulate.whole.life import Life
from reachcheck.simulate.whole.posts import Posts
from reachcheck.simulate.whole.readiness import Readiness, fondest, fondness, there

KINDS = ("like", "comment", "repost", "reply")
LIKE, COMMENT, REPOST, REPLY = range(4)
SAMPLE = 3000
MOST_PULL = 8.0
MOST_ROWS = 200_000
"""Of older posts than the newest with about so many responses, only the counts are handed out."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Responses:
    """Rows; `who` below the length of the crowd is one of it, above it somebody who never followed."""

    post: Ints
    who: Ints
    kind: Ints
    at: Ints
    out: Ints
    """1 where the owner answers `who`."""

    def __len__(self) -> int:
        return len(self.post)

    @classmethod
    def join(cls, parts: list["Responses"]) -> "Responses":
        """Several, one after the other."""
        columns: dict[str, Any] = {f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(cls)}
        return cls(**columns)

    @classmethod
    def of(cls, post: Ints, who: Ints, kind: int, at: Ints, out: int = 0) -> "Responses":
        """Rows of one kind."""
        return cls(post=post, who=who, kind=np.full(len(post), kind), at=at, out=np.full(len(post), out))

    def take(self, which: Any) -> "Responses":
        """Some of the rows."""
        columns: dict[str, Any] = {f.name: getattr(self, f.name)[which] for f in fields(self)}
        return Responses(**columns)

    def count(self, kinds: tuple[int, ...], n: int) -> Ints:
        """Rows of some kinds by post."""
        return np.bincount(self.post[np.isin(self.kind, kinds)], minlength=n)


@dataclass(frozen=True, kw_only=True, eq=False)
class Touches:
    """Who was moved by which post at all."""

    post: Ints
    who: Ints
    guest: Ints
    """1 where they did so before they followed."""
    unlisted: Ints
    """By post: how many more there were whose names are not handed out."""


def make_touches(life: Life, posts: Posts, crowd: Crowd, ready: Readiness, rng: Rng) -> Touches:
    """Draw them, newest post first."""
    draw = Moved(life, posts, crowd, ready.rate)
    guests = _guests(posts, crowd, ready, rng)
    by_post: list[Ints] = []
    unlisted, rows = np.zeros(len(posts), dtype=np.int64), 0
    for j in range(len(posts) - 1, -1, -1):
        who = draw.by(j, rng) if rows < MOST_ROWS else np.zeros(0, dtype=np.int64)
        if rows >= MOST_ROWS:
            unlisted[j] = rng.poisson(draw.expected(j, rng))
            guests[j] = guests[j][:0]
        by_post.append(who[~np.isin(who, guests[j])])
        rows += len(who)
    by_post.reverse()
    sizes, visits = [len(part) for part in by_post], [len(part) for part in guests]
    return Touches(
        post=np.concatenate([np.repeat(np.arange(len(posts)), sizes), np.repeat(np.arange(len(posts)), visits)]),
        who=np.concatenate([*by_post, *guests]),
        guest=np.repeat([0, 1], [sum(sizes), sum(visits)]),
        unlisted=unlisted,
    )


class Moved:
    """Whom a post moves."""

    def __init__(self, life: Life, posts: Posts, crowd: Crowd, rate: Floats) -> None:
        self._life, self._posts, self._crowd, self._rate = life, posts, crowd, rate
        self._steps = np.cumsum(rate)
        self._all = float(self._steps[-1]) if len(rate) else 0.0

    def by(self, j: int, rng: Rng) -> Ints:
        """Who responds to a post, each once."""
        pull = min(float(self._posts.pull[j]), MOST_PULL)
        who = self._candidates(rng.poisson(self._all * pull * fondest(self._life)), rng)
        return np.unique(who[rng.random(len(who)) < self._chance(who, j)])

    def expected(self, j: int, rng: Rng) -> float:
        """How many do in the mean, from a sample of candidates."""
        pull = min(float(self._posts.pull[j]), MOST_PULL)
        who = self._candidates(SAMPLE if self._all else 0, rng)
        chance = self._chance(who, j)
        times = np.maximum(self._rate[who] * pull * fondest(self._life) * chance, 1e-12)
        once = -np.expm1(-times) / times
        return float(self._all * pull * fondest(self._life) * (chance * once).sum() / SAMPLE)

    def _candidates(self, n: int, rng: Rng) -> Ints:
        """In proportion to their rates; the same one may be there twice."""
        drawn = np.searchsorted(self._steps, rng.random(n) * self._all, side="right")
        return np.asarray(np.minimum(drawn, len(self._rate) - 1), dtype=np.int64)

    def _chance(self, who: Ints, j: int) -> Floats:
        """Which share of their rate is left for this post."""
        fond = fondness(self._life, self._posts, self._crowd, who, j) / fondest(self._life)
        return np.where(there(self._crowd, who, int(self._posts.at[j])), fond, 0.0)


def _guests(posts: Posts, crowd: Crowd, ready: Readiness, rng: Rng) -> list[Ints]:
    """Those whom a post brought and who responded to it first."""
    those = np.flatnonzero((crowd.brought >= 0) & (ready.rate > 0) & (rng.random(len(crowd)) < 0.4))
    those = those[np.argsort(crowd.brought[those], kind="stable")]
    edges = np.searchsorted(crowd.brought[those], np.arange(len(posts) + 1))
    return [those[a:b] for a, b in pairwise(edges.tolist())]


def moments(posts: Posts, post: Ints, rng: Rng) -> Ints:
    """When people respond: within hours, a few much later, and in the morning rather than at night."""
    at = posts.at[post] + 20 + (3600 * late(rng, 6.0, len(post), 1.5)).astype(np.int64)
    hour = at % DAY // 3600
    sleeps = (hour >= 0) & (hour < 6) & (rng.random(len(post)) < 0.8)
    return at + np.where(sleeps, (6 - hour) * 3600 + rng.integers(0, 10_000, len(post)), 0)


def said(posts: Posts, touches: Touches, crowd: Crowd, talks: Floats, rng: Rng) -> Responses:
    """Likes, comments and reposts of those who were moved."""
    post, who, n = touches.post, touches.who, len(touches.post)
    came = crowd.came[np.minimum(who, max(len(crowd) - 1, 0))]
    early = posts.at[post] + ((came - posts.at[post]) * rng.random(n)).astype(np.int64)
    at = np.where(touches.guest > 0, early, moments(posts, post, rng))
    words = rng.random(n) < np.minimum(talks[who] * posts.words[post], 0.97)
    likes, passed = ~words | (rng.random(n) < 0.8), rng.random(n) < 0.012
    soon = np.where(touches.guest > 0, 0, rng.integers(10, 900, n))
    rows = [
        Responses.of(post[likes], who[likes], LIKE, at[likes]),
        Responses.of(post[words], who[words], COMMENT, (at + soon)[words]),
        Responses.of(post[passed], who[passed], REPOST, (at + soon)[passed]),
    ]
    together = Responses.join(rows)
    return together.take(together.at < END)
