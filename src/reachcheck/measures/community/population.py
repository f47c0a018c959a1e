"""How many more would respond than have been seen to: a lower bound, of listed followers only."""

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import heard_by
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools
from reachcheck.stats.capture import chao, incidences

CHAO_LEVEL = 0.90
"""Two-sided level of the log-normal interval, so that its lower limit is one-sided at 95 %."""


def responsive_population(context: Context, where: Bools) -> Values:
    """Listed followers who would ever respond, at least: Chao's lower bound for occasions of unequal pull."""
    count, least = context.done["followers_count"].value, context.method.community.least_posts
    reasons: dict[int, Message] = {}
    out = np.full((context.rows, 4), np.nan)
    for i, mine in heard_by(context, where).items():
        if mine.posts < least:
            reasons[i] = msg("unknown.few_posts", found=mine.posts, at_least=least)
            continue
        seen = incidences(mine.who, mine.post)
        people = float(len(seen.captures))
        cap = max(float(count[i]), people) if count[i] > 0 else people
        bound = chao(seen.captures, seen.singles, mine.posts, cap=cap, level=CHAO_LEVEL)
        out[i] = bound.value, bound.low, bound.high, people
    return Values(
        value=out[:, 0],
        low=out[:, 1],
        high=out[:, 2],
        k=out[:, 3],
        n=np.where(where, count, np.nan),
        notes={i: (msg("note.lower_bound"),) for i in np.flatnonzero(where).tolist()},
        reasons=reasons,
        lacks=dict.fromkeys(reasons, ("responses",)),
    )
