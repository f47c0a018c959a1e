"""Posts: in which weeks, on which days, and how many accounts each reaches."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.simulate.chance import DAY, Bools, Floats, Ints, Rng, seconds_of_day
from reachcheck.simulate.plans import Plan

QUIET_BEFORE = 6
"""A lot is ordered when nothing was posted for so many days."""
DRIP = 7
"""A delivery over more days than that goes on whatever is posted."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Posts:
    """The posts of the window, oldest first."""

    at: Ints
    pull: Floats
    """How much it invites followers to respond; 1 is usual."""
    reach: Ints
    hit: Ints
    """Index of the plan's hit, or -1."""

    def __len__(self) -> int:
        return len(self.at)


def midnight(day: date) -> int:
    """A day as seconds since 1970."""
    return (day - date(1970, 1, 1)).days * DAY


def make_posts(plan: Plan, rng: Rng) -> Posts:
    """Draw the posts of a plan."""
    usual = _days(plan, rng, plan.posting.posts - len(plan.hits))
    days = np.concatenate([usual, np.array([hit.day for hit in plan.hits], dtype=np.int64)])
    which = np.concatenate([np.full(len(usual), -1), np.arange(len(plan.hits))])
    at = midnight(plan.first_day) + days * DAY + seconds_of_day(rng, len(days)) // 60 * 60
    order = np.argsort(at, kind="stable")
    pull, reach = _reach(plan, rng, at[order], which[order])
    return Posts(at=at[order], pull=pull, reach=reach, hit=which[order])


def _allowed(plan: Plan) -> Bools:
    allowed = np.arange(plan.days) < (plan.posting.until or plan.days)
    for lot in (lot for lot in plan.purchases if lot.days <= DRIP):
        allowed[max(0, lot.day - QUIET_BEFORE) : lot.day + lot.days + 1] = False
    return allowed


def _days(plan: Plan, rng: Rng, n: int) -> Ints:
    """The day of each post: weeks first, then a weekday, mostly the usual one."""
    days = np.arange(plan.days)
    weekday = (plan.first_day.weekday() + days) % 7
    week = (plan.first_day.weekday() + days) // 7
    allowed = _allowed(plan)
    possible = np.unique(week[allowed])
    chosen = possible[_weeks(rng, len(possible), plan.posting.weeks, plan.posting.quiet)][:n]
    all_weeks = np.concatenate([chosen, rng.choice(chosen, n - len(chosen))])
    weights = np.where(weekday == rng.integers(0, 7), plan.posting.habit, (1 - plan.posting.habit) / 6) * allowed
    return np.array([rng.choice(days[w], p=weights[w] / weights[w].sum()) for w in (week == k for k in all_weeks)])


def _weeks(rng: Rng, n: int, k: int, quiet: int) -> Ints:
    """`k` of `n` weeks, uneven as people are, with no silence above `quiet` where that can be had."""
    if k >= n:
        return np.arange(n)
    best, shortest = np.arange(k), n
    for _ in range(300):
        gaps = rng.multinomial(n - k, rng.dirichlet(np.full(k + 1, 2.0)))
        if gaps.max() < shortest:
            best, shortest = np.cumsum(gaps[:-1] + 1) - 1, int(gaps.max())
        if shortest <= quiet:
            break
    return best


def _reach(plan: Plan, rng: Rng, at: Ints, hit: Ints) -> tuple[Floats, Ints]:
    """Pull and accounts reached: log-normal with a heavy tail, of the real audience at that time."""
    n, sd = len(at), plan.posting.pull
    pull = np.exp(sd * rng.standard_normal(n) - sd * sd / 2)
    tail = np.where(rng.random(n) < 0.08, 1 + rng.pareto(1.7, n), 1.0)
    reach = _audience(plan, at) * plan.posting.view * pull * np.exp(0.35 * rng.standard_normal(n)) * tail
    for index, wanted in enumerate(plan.hits):
        here = hit == index
        reach[here] = _audience(plan, at[here]) * plan.posting.view * wanted.times * rng.uniform(0.8, 1.25)
        pull[here] = 1.6
    return pull, np.maximum(reach, 3).astype(np.int64)


def _audience(plan: Plan, at: Ints) -> Floats:
    """Real followers at a time, without the noise of days."""
    growth, start = plan.growth, midnight(plan.first_day)
    people = growth.start + (growth.gained - growth.left) * (at - start) / (plan.days * DAY)
    for hit in plan.hits:
        people = people + hit.brings * (at > start + (hit.day + 1) * DAY)
    for group in plan.groups:
        people = people + group.size * (at > start + (group.day + 1) * DAY)
    return np.maximum(people, 5.0)
