"""Who responds to which post, in which way, and whom the owner answers."""

from dataclasses import dataclass

import numpy as np

from reachcheck.simulate.chance import DAY, Floats, Ints, Rng
from reachcheck.simulate.people import STAYS, People
from reachcheck.simulate.plans import Plan
from reachcheck.simulate.posts import Posts, midnight

KINDS = ("like", "comment", "repost", "reply")
LIKE, COMMENT, REPOST, REPLY = range(4)
WEARS_OFF = 30 * DAY
"""Time in which a newcomer's eagerness falls to a third."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Responses:
    """Rows: `who` below `len(people)` is a follower of some time, above it somebody from outside."""

    post: Ints
    who: Ints
    kind: Ints
    at: Ints
    out: Ints
    """1 where the owner answers `who`."""

    def __len__(self) -> int:
        return len(self.post)

    def of(self, kind: int, n: int) -> Ints:
        """Rows of a kind by post."""
        return np.bincount(self.post[self.kind == kind], minlength=n)


def make_responses(plan: Plan, posts: Posts, people: People, rng: Rng) -> Responses:
    """Draw all responses of the window."""
    post, who, at = _touches(plan, posts, people, rng)
    talks = np.concatenate([people.talks, rng.beta(0.6, 8.0, max(0, int(who.max(initial=0)) + 1 - len(people)))])
    words = rng.random(len(who)) < talks[who] * (0.5 + 0.5 * posts.pull[post])
    likes = ~words | (rng.random(len(who)) < 0.85)
    passed = rng.random(len(who)) < 0.02
    likes_rows = _rows(post[likes], who[likes], LIKE, at[likes])
    comments = _rows(post[words], who[words], COMMENT, at[words] + rng.integers(20, 600, int(words.sum())))
    reposts = _rows(post[passed], who[passed], REPOST, at[passed] + rng.integers(5, 3000, int(passed.sum())))
    answers, back = _answers(plan, comments, rng)
    rows = _joined(likes_rows, comments, reposts, answers, back)
    kept = rows.at < midnight(plan.first_day) + plan.days * DAY
    return _take(rows, np.flatnonzero(kept)[np.argsort(rows.at[kept], kind="stable")])


def _rows(post: Ints, who: Ints, kind: int, at: Ints, out: int = 0) -> Responses:
    return Responses(post=post, who=who, kind=np.full(len(post), kind), at=at, out=np.full(len(post), out))


def _joined(*parts: Responses) -> Responses:
    return Responses(
        post=np.concatenate([part.post for part in parts]),
        who=np.concatenate([part.who for part in parts]),
        kind=np.concatenate([part.kind for part in parts]),
        at=np.concatenate([part.at for part in parts]),
        out=np.concatenate([part.out for part in parts]),
    )


def _take(rows: Responses, at: Ints) -> Responses:
    return Responses(post=rows.post[at], who=rows.who[at], kind=rows.kind[at], at=rows.at[at], out=rows.out[at])


def _touches(plan: Plan, posts: Posts, people: People, rng: Rng) -> tuple[Ints, Ints, Ints]:
    """Who responds to which post at all, and when."""
    inside = [_followers(plan, posts, people, j, rng) for j in range(len(posts))]
    guests = [_guests(posts, people, j, rng) for j in range(len(posts))]
    outside = _outsiders(plan, posts, len(people), rng)
    who = np.concatenate([*inside, *guests, *outside]).astype(np.int64)
    post = np.repeat(np.tile(np.arange(len(posts)), 3), [len(part) for part in (*inside, *guests, *outside)])
    at = posts.at[post] + (3600 * rng.lognormal(1.2, 1.4, len(post))).astype(np.int64)
    guest = np.zeros(len(who), dtype=np.bool_)
    guest[sum(map(len, inside)) : len(who) - sum(map(len, outside))] = True
    before = posts.at[post] + ((_came(people, who) - posts.at[post]) * rng.random(len(who))).astype(np.int64)
    return post, who, np.where(guest, before, at)


def _came(people: People, who: Ints) -> Ints:
    return people.came[np.minimum(who, len(people) - 1)]


def _followers(plan: Plan, posts: Posts, people: People, j: int, rng: Rng) -> Ints:
    """Those who follow at the time, by willingness x pull; the newcomers among them are more eager."""
    now, drawn = posts.at[j], rng.random(len(people))
    here = np.flatnonzero((people.willing > 0) & (drawn < 0.95) & (people.came < now) & (people.left > now))
    age = np.maximum(now - people.came[here], 0) / WEARS_OFF
    brought = np.where(people.post[here] >= 0, posts.hit[people.post[here]], -1)
    interest = np.array([hit.interest for hit in plan.hits] + [1.0])[brought]
    chance = people.willing[here] * interest * posts.pull[j] * (1 + plan.crowd.boost * np.exp(-age))
    return np.asarray(here[drawn[here] < np.minimum(chance, 0.95)], dtype=np.int64)


def _guests(posts: Posts, people: People, j: int, rng: Rng) -> Ints:
    """Those whom this post brought: some respond first and follow then."""
    brought = (people.post == j) & (people.willing > 0)
    return np.flatnonzero(brought & (rng.random(len(people)) < 0.5))


def _outsiders(plan: Plan, posts: Posts, base: int, rng: Rng) -> list[Ints]:
    """People who do not follow: regulars who come back, and passers-by."""
    regulars = 5 + plan.growth.start // 15
    weights: Floats = rng.pareto(1.2, regulars) + 0.05
    counts = rng.poisson(plan.crowd.outside * posts.reach)
    known = np.minimum(rng.binomial(counts, 0.35), regulars // 3)
    drawn, used = [], base + regulars
    for n, k in zip(counts.tolist(), known.tolist(), strict=True):
        again = rng.choice(regulars, k, replace=False, p=weights / weights.sum()) + base
        drawn.append(np.concatenate([again, np.arange(used, used + n - k)]))
        used += n - k
    return drawn


def _answers(plan: Plan, comments: Responses, rng: Rng) -> tuple[Responses, Responses]:
    """The owner answers, and some answer back."""
    answered = rng.random(len(comments)) < plan.crowd.answered
    said = _take(comments, np.flatnonzero(answered))
    at = said.at + (3600 * rng.lognormal(0.9, 1.1, len(said))).astype(np.int64)
    back = rng.random(len(said)) < 0.12
    again = at[back] + (3600 * rng.lognormal(0.5, 1.0, int(back.sum()))).astype(np.int64)
    return _rows(said.post, said.who, REPLY, at, 1), _rows(said.post[back], said.who[back], REPLY, again)


def responded(rows: Responses, people: People) -> Ints:
    """Followers on the last day who responded at least once."""
    who = np.unique(rows.who[(rows.out == 0) & (rows.who < len(people))])
    return np.asarray(who[people.left[who] == STAYS], dtype=np.int64)
