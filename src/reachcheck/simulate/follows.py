"""Whom the owner follows: people who follow back, and accounts that do not."""

from dataclasses import dataclass

import numpy as np

from reachcheck.simulate.chance import DAY, Ints, Rng
from reachcheck.simulate.people import STAYS, People
from reachcheck.simulate.plans import Plan
from reachcheck.simulate.posts import midnight


@dataclass(frozen=True, kw_only=True, eq=False)
class Following:
    """Whom the owner follows: `who` below `len(people)` follows back."""

    who: Ints
    at: Ints


def make_following(plan: Plan, people: People, known: int, rng: Rng) -> Following:
    """Draw the list; `known` is the number of those who were ever seen, followers first."""
    own = np.flatnonzero((people.left == STAYS) & (people.lot < 0))
    weights = people.willing[own] + 0.05
    back = rng.choice(own, round(plan.crowd.mutual * len(own)), replace=False, p=weights / weights.sum())
    for index, group in enumerate(plan.groups):
        mine = own[people.group[own] == index]
        back = np.union1d(back, mine[rng.random(len(mine)) < group.followed])
    seen = rng.permutation(np.arange(len(people), known))[: plan.crowd.others // 8]
    strangers = np.arange(known, known + plan.crowd.others - len(seen))
    others = np.concatenate([seen, strangers])
    return Following(who=np.concatenate([back, others]), at=_moments(plan, people, back, len(others), rng))


def _moments(plan: Plan, people: People, back: Ints, others: int, rng: Rng) -> Ints:
    """Friends follow each other within days; the rest comes at any time."""
    first, last = midnight(plan.since), midnight(plan.first_day) + plan.days * DAY - 1
    came = people.came[back]
    apart = rng.choice([-1, 1], len(back)) * DAY * rng.lognormal(0.5, 1.6, len(back))
    near = came + apart.astype(np.int64)
    earliest = np.maximum(people.created[back] * DAY + 60, first)
    outside = (near < earliest) | (near > last)
    soon = came + (rng.random(len(back)) * (last - came)).astype(np.int64) // 8
    return np.concatenate([np.where(outside, soon, near), rng.integers(first, last, others)])
