"""Many profiles around two of the scenarios: other people, sizes, dates and habits, some without one export."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

import numpy as np

from reachcheck.simulate.chance import Rng, stream
from reachcheck.simulate.files import EXPORTS
from reachcheck.simulate.invented import Invented
from reachcheck.simulate.plans import Crowd, Growth, Hit, Plan, Posting, Purchase, scaled
from reachcheck.simulate.profiles import run_plan
from reachcheck.simulate.scenarios import SCENARIOS

Base = Literal["circle-594", "nathan-3000"]
APART = 21
"""Days between lots, and between a lot and a post that goes far."""


def variants(base: Base, seed: int) -> tuple[Invented, str | None]:
    """One profile around a scenario, and the export that its owner does not have, if any."""
    rng = stream(seed, base, "variants")
    scale = float(np.exp(rng.uniform(np.log(0.5), np.log(1.5))))
    without = (None, *EXPORTS)[int(rng.integers(0, 1 + len(EXPORTS)))]
    plan = scaled(jittered(SCENARIOS[base], rng), scale)
    return run_plan(replace(plan, handle=f"{plan.handle}_v{seed}"), f"{base}/variants", seed), without


def jittered(plan: Plan, rng: Rng) -> Plan:
    """The same kind of profile with every mechanism moved."""
    lots, hits = _dates(plan, rng)
    return replace(
        plan,
        since=plan.since + timedelta(days=int(rng.integers(-700, 700))),
        crowd=_crowd(plan.crowd, rng),
        growth=_growth(plan.growth, rng),
        posting=_posting(plan.posting, rng),
        hits=hits,
        purchases=lots,
    )


def _near(rng: Rng, value: float, spread: float, most: float = np.inf) -> float:
    """A value moved by up to a share of itself."""
    return float(min(value * rng.uniform(1 - spread, 1 + spread), most))


def _crowd(crowd: Crowd, rng: Rng) -> Crowd:
    answer, active = rng.uniform(0.75, 1.3), rng.uniform(0.8, 1.2)
    mixture = tuple((share * active, a, b / answer) for share, a, b in crowd.mixture)
    return replace(
        crowd,
        mixture=mixture,
        mutual=_near(rng, crowd.mutual, 0.15, 0.97),
        others=round(_near(rng, crowd.others, 0.5)),
        talk=_near(rng, crowd.talk, 0.35),
        answered=_near(rng, crowd.answered, 0.12, 0.97),
        outside=_near(rng, crowd.outside, 0.5),
        boost=_near(rng, crowd.boost, 0.5),
        hollow=rng.uniform(0.0, 0.05),
    )


def _growth(growth: Growth, rng: Rng) -> Growth:
    return replace(
        growth,
        start=round(_near(rng, growth.start, 0.1)),
        gained=round(_near(rng, growth.gained, 0.4)),
        left=round(_near(rng, growth.left, 0.5)),
        bursts=_near(rng, growth.bursts, 0.5),
        weekend=_near(rng, growth.weekend, 0.25),
        evenness=rng.uniform(1.0, 5.0),
    )


def _posting(posting: Posting, rng: Rng) -> Posting:
    weeks = round(_near(rng, posting.weeks, 0.1, 53))
    return replace(
        posting,
        posts=max(round(_near(rng, posting.posts, 0.25)), weeks),
        weeks=weeks,
        habit=_near(rng, posting.habit, 0.2, 0.95),
        view=_near(rng, posting.view, 0.3),
        pull=_near(rng, posting.pull, 0.3),
        earlier=round(_near(rng, posting.earlier, 0.6)),
    )


def _dates(plan: Plan, rng: Rng) -> tuple[tuple[Purchase, ...], tuple[Hit, ...]]:
    """Lots and wide posts at any time of the window, apart from each other."""
    n = len(plan.purchases) + len(plan.hits)
    days = np.sort(rng.integers(20, 345 - APART * max(n - 1, 0), n)) + APART * np.arange(n)
    order = rng.permutation(n)
    lots = [_lot(lot, int(days[order[i]]), rng) for i, lot in enumerate(plan.purchases)]
    hits = [_hit(hit, int(days[order[len(lots) + i]]), rng) for i, hit in enumerate(plan.hits)]
    return tuple(sorted(lots, key=lambda lot: lot.day)), tuple(sorted(hits, key=lambda hit: hit.day))


def _lot(lot: Purchase, day: int, rng: Rng) -> Purchase:
    return replace(
        lot,
        day=day,
        days=int(rng.integers(1, 5)),
        size=round(_near(rng, lot.size, 0.25)),
        together=rng.uniform(0.45, 0.9),
        created=date(2013, 1, 1) + timedelta(days=int(rng.integers(0, 3900))),
        dropped=rng.uniform(0.0, 0.06),
        dressed=rng.uniform(0.0, 0.25),
    )


def _hit(hit: Hit, day: int, rng: Rng) -> Hit:
    return replace(
        hit,
        day=day,
        times=_near(rng, hit.times, 0.5),
        brings=round(_near(rng, hit.brings, 0.5)),
        days=_near(rng, hit.days, 0.4),
        interest=rng.uniform(0.5, 1.2),
    )
