"""Whole profiles of any size: the scenarios moved, honest lives that look odd, and purchases on top of any of them.

The awkward worlds hold the innocent events that the method knows, one or two at a time: people who had joined the
platform together, a crowd that reads in silence, an account that was merged into another. Shares and days are guesses
stated here; none was fitted to data, and none was changed after a rule was looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from reachcheck.simulate.chance import Rng, stream
from reachcheck.simulate.invented import Invented
from reachcheck.simulate.plans import Group, Plan, scaled
from reachcheck.simulate.profiles import run_plan
from reachcheck.simulate.purchased import expected, with_purchases
from reachcheck.simulate.scenarios import SCENARIOS
from reachcheck.simulate.variants import jittered
from reachcheck.simulate.years.purchases import Delivery

LIVES = ("circle-594", "quiet-expert", "brand-page", "viral-week")
"""Scenarios that others are put on."""
USUAL = (*LIVES, "two-viral", "dormant", "new-account")
LIKES = 6.0
"""Likes bought, as a multiple of those of a usual post."""


@dataclass(frozen=True, kw_only=True)
class Coming:
    """How a group of a world comes, each number drawn evenly between two."""

    share: tuple[float, float]
    """Its size, as a share of the followers that there are."""
    days: tuple[int, int]
    silent: tuple[float, float]
    together: tuple[float, float] = (0.0, 0.0)
    joined: tuple[int, int] = (0, 1)
    followed: tuple[float, float] = (0.0, 0.0)


SCHOOL = Coming(
    share=(0.1, 0.6), days=(2, 10), silent=(0.3, 0.8), together=(0.5, 0.9), joined=(70, 1500), followed=(0, 0.4)
)
FIRM = Coming(
    share=(0.1, 0.5), days=(3, 20), silent=(0.2, 0.6), together=(0.4, 0.8), joined=(150, 2500), followed=(0.3, 0.8)
)
NEW_CLASS = Coming(
    share=(0.1, 0.6), days=(3, 14), silent=(0.3, 0.8), together=(0.7, 1.0), joined=(1, 30), followed=(0, 0.4)
)
BROADCAST = Coming(share=(0.1, 1.5), days=(2, 6), silent=(0.85, 1.0))
MERGE = Coming(share=(0.2, 1.0), days=(1, 2), silent=(0.4, 0.8), followed=(0.0, 0.1))
SILENT_SCHOOL = replace(SCHOOL, silent=(0.85, 1.0), followed=(0.0, 0.05))
RING = Coming(share=(0.4, 2.5), days=(60, 140), silent=(0.8, 1.0), followed=(0.85, 1.0))

COMINGS: Mapping[str, tuple[Coming, ...]] = {
    "school": (SCHOOL,),
    "firm": (FIRM,),
    "new class": (NEW_CLASS,),
    "broadcast": (BROADCAST,),
    "merge": (MERGE,),
    "broadcast and school": (BROADCAST, SCHOOL),
    "silent school": (SILENT_SCHOOL,),
}
"""Honest worlds in which groups come. The last needs two innocent events at once, for the same people."""
DELIVERED: Mapping[str, tuple[tuple[Delivery, ...], bool]] = {
    "lots": (("lot", "three days", "several"), False),
    "refilled lots": (("refill",), False),
    "drip": (("even drip", "uneven drip"), False),
    "aged lots": (("lot", "three days", "several"), True),
    "aged drip": (("even drip", "uneven drip"), True),
}
"""Worlds with bought followers: how they arrive, and whether their accounts are old and dressed."""
HONEST = (*USUAL, *COMINGS)
BOUGHT = (*DELIVERED, "bought likes", "exchange ring")
SHARE = (0.3, 0.8)
"""Of the count, bought."""


def profile(world: str, seed: int, followers: int) -> Invented:
    """One profile of a world that ends near so many followers; KeyError for a world that does not exist."""
    rng = stream(seed, world, "worlds")
    plan = _life(world, rng)
    if world in DELIVERED:
        deliveries, aged = DELIVERED[world]
        bought = float(rng.uniform(*SHARE))
        own = _sized(plan, followers * (1 - bought))
        delivery = deliveries[int(rng.integers(len(deliveries)))]
        return run_plan(with_purchases(own, delivery, bought / (1 - bought), aged, seed), f"worlds/{world}", seed)
    comings = (RING,) if world == "exchange ring" else COMINGS.get(world, ())
    grouped = replace(plan, groups=tuple(_group(plan, coming, rng) for coming in comings))
    made = run_plan(_sized(grouped, followers), f"worlds/{world}", seed)
    return _with_likes(made, rng) if world == "bought likes" else made


def _life(world: str, rng: Rng) -> Plan:
    """The scenario of that name, or a life that the world is put on, with every mechanism moved."""
    if world not in (*HONEST, *BOUGHT):
        raise KeyError(world)
    name = world if world in USUAL else LIVES[int(rng.integers(len(LIVES)))]
    moved = jittered(SCENARIOS[name], rng)
    return replace(moved, since=min(moved.since, moved.first_day))


def _sized(plan: Plan, followers: float) -> Plan:
    return scaled(plan, followers / expected(plan, plan.days))


def _group(plan: Plan, coming: Coming, rng: Rng) -> Group:
    def draw(ends: tuple[float, float]) -> float:
        return float(rng.uniform(*ends))

    days = int(rng.integers(coming.days[0], coming.days[1] + 1))
    day = int(rng.integers(20, plan.days - days - 1))
    return Group(
        day=day,
        days=days,
        size=round(draw(coming.share) * expected(plan, day)),
        silent=draw(coming.silent),
        together=draw(coming.together),
        joined=int(rng.integers(*coming.joined)),
        followed=draw(coming.followed),
    )


def _with_likes(made: Invented, rng: Rng) -> Invented:
    """The same profile with likes bought for every post from some day on; nobody who gave them has a name."""
    posts = made.tables["posts"]
    typical = float(np.median([int(row[2]) for row in posts]))
    first = int(rng.integers(len(posts) // 3, len(posts)))
    bought = rng.poisson(LIKES * typical * rng.gamma(40.0, 1 / 40, first)).tolist()
    more = [(row[0], row[1], int(row[2]) + n, *row[3:]) for row, n in zip(posts[:first], bought, strict=True)]
    reached = [(*row[:5], max(int(row[5]), round(1.15 * int(row[2])) + 2), *row[6:]) for row in more]
    return replace(made, tables={**made.tables, "posts": (*reached, *posts[first:])})
