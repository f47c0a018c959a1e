"""When follows became mutual, and who was first. Somebody has to be: neither says anything against anybody."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context, Spec, Values
from reachcheck.measures.churn import FOLLOWERS_DATED, FOLLOWING_DATED, Mutual, days, share_of
from reachcheck.measures.reciprocity import incomparable
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Index
from reachcheck.stats.intervals import median_interval
from reachcheck.stats.segments import median


@dataclass(frozen=True)
class Order:
    """In how many mutual follows the owner was first, the other, and where the day is the same."""

    owner: float
    other: float
    same: float


def days_until_mutual(context: Context, where: Bools) -> Values:
    """The median of the days between two follows that answer each other, whoever was first."""
    ties = Mutual.of(context.dossiers)
    apart = np.abs(days(ties.given) - days(ties.received)).astype(np.float64)
    starts: Index = np.searchsorted(ties.profile, np.arange(context.rows + 1))
    low, high = median_interval(apart, starts, context.method.level)
    n = np.diff(starts).astype(np.float64)
    none = np.flatnonzero(where & (n == 0)).tolist()
    return Values(
        value=median(apart, starts),
        low=low,
        high=high,
        n=n,
        reasons=dict.fromkeys(none, msg("unknown.no_dated_mutual")),
        kept=_orders(ties, where),
    )


def _orders(ties: Mutual, where: Bools) -> dict[int, Order]:
    order = ties.order()
    counts = [np.bincount(ties.profile[order == sign], minlength=len(where)).astype(np.float64) for sign in (-1, 1, 0)]
    return {i: Order(*(float(count[i]) for count in counts)) for i in np.flatnonzero(where).tolist()}


def owner_first_share(context: Context, where: Bools) -> Values:
    """Of the mutual follows whose order is known, the share in which the owner followed first."""
    orders: Mapping[int, Order] = context.done["days_until_mutual"].made.kept
    k, n = context.blank(), context.blank()
    reasons: dict[int, Message] = {}
    notes = {}
    for i, seen in orders.items():
        if seen.owner + seen.other:
            k[i], n[i] = seen.owner, seen.owner + seen.other
        else:
            reasons[i] = msg("unknown.mutual_same_day") if seen.same else msg("unknown.no_dated_mutual")
        if seen.same:
            notes[i] = (msg("note.mutual_same_day", n=seen.same),)
    share, low, high = share_of(k, n, ~np.isnan(n), context.method.level)
    return Values(value=share, low=low, high=high, k=k, n=n, reasons=reasons, notes=notes)


SPECS = (
    Spec(
        id="days_until_mutual",
        family="reciprocity",
        unit="days",
        denominator="dated_mutual",
        needs=(FOLLOWERS_DATED, FOLLOWING_DATED),
        barred=incomparable,
        compute=days_until_mutual,
        asks=False,
    ),
    Spec(
        id="owner_first_share",
        family="reciprocity",
        unit="share",
        denominator="ordered_mutual",
        needs=(FOLLOWERS_DATED, FOLLOWING_DATED),
        barred=incomparable,
        compute=owner_first_share,
        asks=False,
    ),
)
