"""Who responds again the month after."""

from typing import NamedTuple

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import Heard, heard_by
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Index
from reachcheck.stats.intervals import clustered
from reachcheck.stats.sets import among, distinct, grouped

DAY = np.timedelta64(1, "D")


class Compared(NamedTuple):
    """One row a person: in how many months with one after it they responded, and after how many also in the next."""

    months: Index
    again: Index
    pairs: int


def monthly_return_rate(context: Context, where: Bools) -> Values:
    """Share of one month's responders who respond again in the next, over all neighbouring months together."""
    value, low, high, k, n = (context.blank() for _ in range(5))
    notes: dict[int, tuple[Message, ...]] = {}
    reasons: dict[int, Message] = {}
    for i, mine in heard_by(context, where).items():
        found = _compared(mine, context.dossiers.people.as_of[i])
        if isinstance(found, Message):
            reasons[i] = found
            continue
        k[i], n[i] = found.again.sum(), found.months.sum()
        value[i] = k[i] / n[i]
        low[i], high[i] = clustered(found.again, found.months, context.method.level)
        notes[i] = (*mine.notes, msg("note.months_compared", n=found.pairs))
    return Values(value=value, low=low, high=high, k=k, n=n, notes=notes, reasons=reasons)


def _compared(mine: Heard, as_of: np.datetime64) -> Compared | Message:
    """Months with a response and another such month right after it that is over; or why there are none."""
    known = ~np.isnat(mine.at)
    if not known.any():
        return msg("unknown.undated_responses") if len(mine.who) else msg("unknown.no_listed_responder")
    at, who = mine.at[known], mine.who[known]
    held, slot, _ = grouped(at.astype("datetime64[M]").astype(np.int64))
    followed = np.diff(held, append=held[-1]) == 1
    followed[:-1] &= held[1:] <= _over(np.fmax(at.max(), as_of))
    if not followed.any():
        return msg("unknown.no_two_months")
    seen = distinct(who * len(held) + slot)
    earlier = seen[followed[seen % len(held)]]
    again = among(earlier + 1, seen)
    _, place, months = grouped(earlier // len(held))
    return Compared(months, np.bincount(place[again], minlength=len(months)), int(followed.sum()))


def _over(end: np.datetime64) -> int:
    """The last month that is over by the end of the day `end`."""
    return int((end.astype("datetime64[D]") + DAY).astype("datetime64[M]").astype(np.int64)) - 1
