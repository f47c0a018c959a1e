"""Listed followers without a response in these files; most people only read."""

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import heard_by
from reachcheck.message import msg
from reachcheck.model.columns import Bools
from reachcheck.stats.intervals import wilson
from reachcheck.stats.sets import distinct


def silent_followers_share(context: Context, where: Bools) -> Values:
    """Share of the listed followers who responded to nothing; not told where the lists name people differently."""
    kept = heard_by(context, where)
    k, n = context.blank(), context.blank()
    for i, mine in kept.items():
        if mine.has_list:
            k[i], n[i] = mine.on_list - len(distinct(mine.who)), mine.on_list
    low, high = wilson(k, n, context.method.level)
    return Values(
        value=k / n,
        low=low,
        high=high,
        k=k,
        n=n,
        notes={i: (*mine.notes, msg("note.silent_readers")) for i, mine in kept.items()},
        reasons={i: msg("unknown.key_kinds") for i in kept if np.isnan(n[i])},
    )
