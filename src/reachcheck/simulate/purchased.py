"""Purchases on top of a scenario, in the deliveries that years know too; their accounts new or old."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.simulate.chance import Rng, stream
from reachcheck.simulate.plans import Plan, Purchase
from reachcheck.simulate.years.purchases import APART, DRIP, EVERY, FROM, LOTS, Delivery

AGED = 3 * 365
"""For how many days at least accounts that are sold as old were open."""
EVEN, UNEVEN = 90.0, 1.2
"""Dirichlet shapes of the days of drips."""
FIRST_GOES, LATER_GOES = 0.6, 0.4
"""Share of a refilled lot, and of what tops it up, that is gone before the last day."""
TOPPED_UP = 4
"""How often a refilled lot is topped up."""


def with_purchases(plan: Plan, delivery: Delivery, share: float, aged: bool, seed: int) -> Plan:
    """The same plan with a share of the followers of the day before bought; raises UsageError where it is too short."""
    rng = stream(seed, plan.handle, "purchases", delivery)
    starts = _starts(delivery, rng)
    latest = plan.days - starts[-1] - 1 - (DRIP if delivery.endswith("drip") else 3)
    if latest <= FROM:
        raise UsageError(msg("simulate.too_short", days=plan.days), remedy=msg("simulate.other_delivery"))
    first = int(rng.integers(FROM, latest))
    size = max(round(share * expected(plan, first)), 1)
    lots = [_dressed(lot, aged, rng) for lot in _lots(delivery, first, starts, size, rng)]
    return replace(plan, purchases=(*plan.purchases, *lots))


def expected(plan: Plan, day: int) -> float:
    """Followers at the beginning of a day as planned, without the noise of days."""
    growth = plan.growth
    usual = growth.start + (growth.gained - growth.left) * day / plan.days
    grouped = sum(group.size for group in plan.groups if group.day < day)
    return usual + sum(hit.brings for hit in plan.hits if hit.day < day) + grouped + _bought(plan, day)


def _bought(plan: Plan, day: int) -> float:
    return sum(lot.size * (1 - lot.dropped) for lot in plan.purchases if lot.day < day)


def _starts(delivery: Delivery, rng: Rng) -> list[int]:
    """On which days lots begin, counted from the first."""
    if delivery == "several":
        apart = rng.integers(*APART, int(rng.integers(1, LOTS)))
        return [0, *np.cumsum(apart).tolist()]
    if delivery == "refill":
        every = int(rng.integers(*EVERY))
        return [every * number for number in range(TOPPED_UP + 1)]
    return [0]


def _lots(delivery: Delivery, first: int, starts: list[int], size: int, rng: Rng) -> list[Purchase]:
    """The lots of a delivery, before their accounts are known."""

    def lot(day: int, days: int, size: int, dropped: float, evenness: float = 6.0) -> Purchase:
        return Purchase(
            day=first + day,
            days=days,
            size=max(size, 1),
            together=0.0,
            created=date(2013, 1, 1),
            dropped=dropped,
            evenness=evenness,
        )

    few = float(rng.uniform(0.0, 0.06))
    if delivery == "several":
        sizes = rng.multinomial(size, rng.dirichlet(np.full(len(starts), 4.0))).tolist()
        return [lot(day, 1, n, few) for day, n in zip(starts, sizes, strict=True)]
    if delivery == "refill":
        more = round(size * FIRST_GOES / TOPPED_UP)
        return [lot(0, 1, size, FIRST_GOES), *(lot(day, 1, more, LATER_GOES) for day in starts[1:])]
    if delivery in ("even drip", "uneven drip"):
        return [lot(0, DRIP, size, few, EVEN if delivery == "even drip" else UNEVEN)]
    return [lot(0, 3 if delivery == "three days" else int(rng.integers(1, 4)), size, few)]


def _dressed(lot: Purchase, aged: bool, rng: Rng) -> Purchase:
    """New accounts, most opened in the same weeks and empty; or old ones that look like anybody's."""
    if aged:
        return replace(lot, aged=AGED, dressed=1.0)
    created = date(2013, 1, 1) + timedelta(days=int(rng.integers(0, 3900)))
    return replace(lot, together=float(rng.uniform(0.45, 0.9)), dressed=float(rng.uniform(0.0, 0.25)), created=created)
