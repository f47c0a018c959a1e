"""Who responded, and who did so again."""

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import heard, heard_by, received
from reachcheck.message import msg
from reachcheck.model.columns import Bools, Index
from reachcheck.results.figure import Figure
from reachcheck.stats.capture import incidences
from reachcheck.stats.intervals import wilson
from reachcheck.stats.sets import distinct

CLASSES = (1, 2, 3, 10)
"""Posts responded to, at least, in the classes of the figure."""


def distinct_responders(context: Context, where: Bools) -> Values:
    """How many different followers responded; keeps their responses for the measures that follow."""
    found = context.once(received)
    kept = {i: heard(found, i) for i in np.flatnonzero(where).tolist()}
    value = context.blank()
    for i, mine in kept.items():
        value[i] = len(distinct(mine.who))
    notes = {i: mine.notes for i, mine in kept.items()}
    return Values(value=value, n=value, no_interval=msg("no_interval.counted"), notes=notes, kept=kept)


def repeat_responder_rate(context: Context, where: Bools) -> Values:
    """Of those who responded, the share who did so on at least two posts; the figure has them by number of posts."""
    kept = heard_by(context, where)
    k, n = context.blank(), context.blank()
    figures: dict[int, tuple[Figure, ...]] = {}
    for i, mine in kept.items():
        captures = incidences(mine.who, mine.post).captures
        k[i], n[i] = (captures >= 2).sum(), len(captures)
        if len(captures):
            figures[i] = (_by_posts(captures),)
    low, high = wilson(np.nan_to_num(k), np.nan_to_num(n), context.method.level)
    return Values(
        value=np.divide(k, n, out=context.blank(), where=n > 0),
        low=low,
        high=high,
        k=k,
        n=n,
        notes={i: mine.notes for i, mine in kept.items()},
        reasons={i: msg("unknown.no_listed_responder") for i in kept if n[i] == 0},
        figures=figures,
    )


def _by_posts(captures: Index) -> Figure:
    """People by the number of posts that they responded to; each class from its name up to the next."""
    upper = np.append(np.array(CLASSES[1:]), np.iinfo(np.int64).max)
    people = [float(((captures >= low) & (captures < high)).sum()) for low, high in zip(CLASSES, upper, strict=True)]
    return Figure(id="people_by_posts", kind="bars", x=tuple(str(low) for low in CLASSES), y=tuple(people))
