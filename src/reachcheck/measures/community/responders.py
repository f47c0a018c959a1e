"""Who responded, and who did so again."""

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import heard, heard_by, received
from reachcheck.message import msg
from reachcheck.model.columns import Bools
from reachcheck.stats.capture import incidences
from reachcheck.stats.intervals import wilson
from reachcheck.stats.sets import distinct


def distinct_responders(context: Context, where: Bools) -> Values:
    """How many different followers responded; keeps their responses for the measures that follow."""
    found = received(context)
    kept = {i: heard(found, i) for i in np.flatnonzero(where).tolist()}
    value = context.blank()
    for i, mine in kept.items():
        value[i] = len(distinct(mine.who))
    notes = {i: mine.notes for i, mine in kept.items()}
    return Values(value=value, n=value, no_interval=msg("no_interval.counted"), notes=notes, kept=kept)


def repeat_responder_rate(context: Context, where: Bools) -> Values:
    """Of those who responded, the share who did so on at least two posts."""
    kept = heard_by(context, where)
    k, n = context.blank(), context.blank()
    for i, mine in kept.items():
        captures = incidences(mine.who, mine.post).captures
        k[i], n[i] = (captures >= 2).sum(), len(captures)
    low, high = wilson(np.nan_to_num(k), np.nan_to_num(n), context.method.level)
    return Values(
        value=np.divide(k, n, out=context.blank(), where=n > 0),
        low=low,
        high=high,
        k=k,
        n=n,
        notes={i: mine.notes for i, mine in kept.items()},
        reasons={i: msg("unknown.no_listed_responder") for i in kept if n[i] == 0},
    )
