"""Arrivals: a small base, bursts after posts, and lots that come without one."""

from dataclasses import dataclass

import numpy as np

from reachcheck.simulate.chance import DAY, Floats, Ints, Rng, decaying, seconds_of_day
from reachcheck.simulate.plans import Group, Plan, Purchase
from reachcheck.simulate.posts import Posts, midnight


@dataclass(frozen=True, kw_only=True, eq=False)
class Arrivals:
    """When each account followed, and why."""

    came: Ints
    post: Ints
    """The post that brought it, or -1."""
    lot: Ints
    """The lot it was delivered in, or -1."""
    group: Ints
    """The group it came with, or -1."""

    def __len__(self) -> int:
        return len(self.came)


def make_arrivals(plan: Plan, posts: Posts, rng: Rng) -> Arrivals:
    """Everybody who ever followed up to the last day."""
    parts = [_before(plan, rng), _usual(plan, posts, rng)]
    parts += [_hit(plan, posts, index, rng) for index in range(len(plan.hits))]
    parts += [_lot(plan, lot, index, rng) for index, lot in enumerate(plan.purchases)]
    parts += [_group(plan, group, index, rng) for index, group in enumerate(plan.groups)]
    return Arrivals(
        came=np.concatenate([part.came for part in parts]),
        post=np.concatenate([part.post for part in parts]),
        lot=np.concatenate([part.lot for part in parts]),
        group=np.concatenate([part.group for part in parts]),
    )


def _arrivals(came: Ints, post: int | Ints = -1, lot: int = -1, group: int = -1) -> Arrivals:
    n = len(came)
    whence = {"post": np.broadcast_to(np.int64(post), n), "lot": np.full(n, lot), "group": np.full(n, group)}
    return Arrivals(came=came, **whence)


def _before(plan: Plan, rng: Rng) -> Arrivals:
    """Those who were there at the start: more of them in the first years."""
    first, last = midnight(plan.since), midnight(plan.first_day)
    return _arrivals((first + rng.random(plan.growth.start) ** 1.4 * (last - first)).astype(np.int64))


def _usual(plan: Plan, posts: Posts, rng: Rng) -> Arrivals:
    """Base and bursts: given their sum, gamma-poisson gains are a multinomial over gamma weights."""
    base = _base(plan, rng)
    burst = posts.reach * rng.gamma(2.0, 1.0, len(posts)) * (posts.hit < 0)
    share = plan.growth.bursts if burst.sum() else 0.0
    weights = np.concatenate([base / base.sum() * (1 - share), burst / max(burst.sum(), 1) * share])
    counts = rng.multinomial(plan.growth.gained, weights / weights.sum())
    day = np.repeat(np.arange(plan.days), counts[: plan.days])
    brought = np.repeat(np.arange(len(posts)), counts[plan.days :])
    calm = midnight(plan.first_day) + day * DAY + seconds_of_day(rng, len(day))
    came = np.concatenate([calm, _after(plan, posts, brought, np.full(len(brought), 1.5), rng)])
    return _arrivals(came, np.concatenate([np.full(len(day), -1), brought]))


def _base(plan: Plan, rng: Rng) -> Floats:
    """Weights of days: weekday, a slow season, gamma noise."""
    days = np.arange(plan.days)
    weekend = (plan.first_day.weekday() + days) % 7 >= 5
    season = 1 + 0.25 * np.sin(2 * np.pi * (days / 365 + rng.random()))
    noise = rng.gamma(plan.growth.evenness, 1.0, plan.days)
    return np.asarray(np.where(weekend, plan.growth.weekend, 1.0) * season * noise + 1e-9, dtype=np.float64)


def _after(plan: Plan, posts: Posts, brought: Ints, days: Floats, rng: Rng) -> Ints:
    """Moments after a post, decaying over days."""
    end = midnight(plan.first_day) + plan.days * DAY
    room = np.maximum(end - 1 - posts.at[brought], 1).astype(np.float64)
    return posts.at[brought] + decaying(rng, room, days * DAY).astype(np.int64)


def _hit(plan: Plan, posts: Posts, index: int, rng: Rng) -> Arrivals:
    hit = plan.hits[index]
    brought = np.repeat(np.flatnonzero(posts.hit == index), hit.brings)
    return _arrivals(_after(plan, posts, brought, np.full(hit.brings, hit.days), rng), brought)


def _lot(plan: Plan, lot: Purchase, index: int, rng: Rng) -> Arrivals:
    """Delivered over its days, at any hour."""
    day = np.repeat(np.arange(lot.days), rng.multinomial(lot.size, rng.dirichlet(np.full(lot.days, lot.evenness))))
    came = midnight(plan.first_day) + (lot.day + day) * DAY + rng.integers(0, DAY, lot.size)
    return _arrivals(came, lot=index)


def _group(plan: Plan, group: Group, index: int, rng: Rng) -> Arrivals:
    """Most come at once, at the hours when people are awake."""
    day = np.minimum(rng.geometric(min(2.0 / group.days, 1.0), group.size) - 1, group.days - 1)
    came = midnight(plan.first_day) + (group.day + day) * DAY + seconds_of_day(rng, group.size)
    return _arrivals(came, group=index)
