"""First circles: on how many people the responses rest, and what is left without the ten who give most."""

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import Heard, heard_by
from reachcheck.message import msg
from reachcheck.model.columns import Bools, Floats
from reachcheck.stats import shape
from reachcheck.stats.sets import grouped

TEN = 10


def top_ten_response_share(context: Context, where: Bools) -> Values:
    """Share of the responses that the ten most frequent responders gave."""
    kept = heard_by(context, where)
    value, n = context.blank(), context.blank()
    for i, mine in kept.items():
        each = _responses(mine)
        n[i] = len(each)
        value[i] = shape.top_share(each, TEN)
    return Values(
        value=value,
        n=n,
        no_interval=msg("no_interval.described"),
        reasons={i: msg("unknown.no_listed_responder") for i in kept},
    )


def _responses(mine: Heard) -> Floats:
    """How many responses each responder gave."""
    return grouped(mine.who)[2].astype(np.float64)
