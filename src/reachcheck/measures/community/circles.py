"""First circles: on how many people the responses rest, and what is left without the ten who give most."""

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import Heard, heard_by
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats
from reachcheck.results.measure import Part
from reachcheck.stats import shape
from reachcheck.stats.sets import among, distinct, grouped

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


def effective_audience(context: Context, where: Bools) -> Values:
    """How many people who all responded equally often would be as diverse: exp of the entropy of responses."""
    kept = heard_by(context, where)
    value, n = context.blank(), context.blank()
    for i, mine in kept.items():
        each = _responses(mine)
        n[i] = len(each)
        value[i] = shape.effective_number(each)
    return Values(
        value=value,
        n=n,
        no_interval=msg("no_interval.described"),
        notes={i: mine.notes for i, mine in kept.items()},
        reasons={i: msg("unknown.no_listed_responder") for i in kept},
    )


def posts_answered_without_ten(context: Context, where: Bools) -> Values:
    """Share of the posts with a response that still have one without the ten who respond most."""
    least = context.method.community.small_circle_least
    k, n = context.blank(), context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    notes: dict[int, tuple[Message, ...]] = {}
    reasons: dict[int, Message] = {}
    for i, mine in heard_by(context, where).items():
        each = np.sort(_responses(mine))
        if len(each) < least:
            reasons[i] = msg("unknown.few_responders", found=float(len(each)), at_least=least)
            continue
        k[i], n[i] = _still_answered(mine)
        if not n[i]:
            reasons[i] = msg("unknown.few_posts", found=0, at_least=1)
            continue
        people, acts = float(len(each) - TEN), float(each[:-TEN].sum())
        parts[i] = (Part(kind="responders_left", value=people), Part(kind="responses_left", value=acts))
        notes[i] = (*mine.notes, msg("note.without_ten", people=people, responses=acts))
    return Values(
        value=np.divide(k, n, out=context.blank(), where=n > 0),
        k=k,
        n=n,
        no_interval=msg("no_interval.counted"),
        parts=parts,
        notes=notes,
        reasons=reasons,
    )


def _responses(mine: Heard) -> Floats:
    """How many responses each responder gave."""
    return grouped(mine.who)[2].astype(np.float64)


def _still_answered(mine: Heard) -> tuple[int, int]:
    """Posts left without the ten, whoever of those tied for the last places is counted among them; and all posts."""
    people, place, gave = grouped(mine.who)
    tenth = np.sort(gave)[-TEN]
    to_take = TEN - int((gave > tenth).sum())
    named = mine.post >= 0
    posts, slot, _ = grouped(mine.post[named])
    pairs = distinct(slot * len(people) + place[named])
    post, given = pairs // len(people), gave[pairs % len(people)]
    rest = among(np.arange(len(posts)), distinct(post[given < tenth]))
    tied = np.bincount(post[given == tenth], minlength=len(posts))
    return int((rest | (tied > to_take)).sum()), len(posts)
