"""How many more would respond than have been seen to: a lower bound, of listed followers only.

Where those who responded once look like a crowd that came once, only those who responded again are counted. People who
rarely respond look like people who responded once and never would again, as long as they spread over the posts: that
cannot be told, and the measure says so.
"""

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import heard_by
from reachcheck.message import Message, msg
from reachcheck.method import Community
from reachcheck.model.columns import Bools
from reachcheck.results.measure import Part
from reachcheck.stats.capture import Estimate, Incidences, chao, incidences
from reachcheck.stats.crowds import crowd, same_two

CHAO_LEVEL = 0.90
"""Two-sided level of the log-normal interval, so that its lower limit is one-sided at 95 %."""


class Checked(NamedTuple):
    """The bound, what the checks saw, and what is to be said of it."""

    bound: Estimate
    parts: tuple[Part, ...]
    notes: tuple[Message, ...]


def responsive_population(context: Context, where: Bools) -> Values:
    """Listed followers who would ever respond, at least: Chao's lower bound for occasions of unequal pull."""
    count, limits = context.done["followers_count"].value, context.method.community
    reasons: dict[int, Message] = {}
    parts: dict[int, tuple[Part, ...]] = {}
    notes: dict[int, tuple[Message, ...]] = {}
    out = np.full((context.rows, 4), np.nan)
    for i, mine in heard_by(context, where).items():
        if mine.posts < limits.least_posts:
            reasons[i] = msg("unknown.few_posts", found=mine.posts, at_least=limits.least_posts)
            continue
        seen = incidences(mine.who, mine.post)
        bound, checks, notes[i] = population(seen, mine.posts, float(count[i]), limits)
        parts[i] = (*checks, *context.done["circle_response_share"].made.parts.get(i, ()))
        out[i] = bound.value, bound.low, bound.high, len(seen.captures)
    return Values(
        value=out[:, 0],
        low=out[:, 1],
        high=out[:, 2],
        k=out[:, 3],
        n=np.where(where, count, np.nan),
        parts=parts,
        notes=notes,
        reasons=reasons,
    )


def population(seen: Incidences, posts: int, count: float, limits: Community) -> Checked:
    """The bound for those seen on so many posts, never above the count, after its checks."""
    people = float(len(seen.captures))
    free = chao(seen.captures, seen.singles, posts, level=CHAO_LEVEL)
    cap = max(count, people) if count > 0 else people
    once, again = int((seen.captures == 1).sum()), float((seen.captures >= 2).sum())
    parts, said = _checks(seen, limits)
    doubts = _doubts(once, people, parts, free, count, limits)
    bound = replace(free, value=min(free.value, cap), low=min(free.low, cap), high=min(free.high, cap))
    if doubts:
        bound = replace(free, value=again, low=again, high=people)
    elif once:
        said = (msg("note.responded_once", k=once, n=people), *said)
    if people:
        said = (msg("note.coverage", share=free.coverage), *said)
    return Checked(bound, parts, (msg("note.lower_bound"), *doubts, *said))


def _checks(seen: Incidences, limits: Community) -> tuple[tuple[Part, ...], tuple[Message, ...]]:
    """What is seen of those who responded once, and of those who responded to exactly two posts."""
    once, twice, people = (seen.captures == 1).sum(), (seen.captures == 2).sum(), len(seen.captures)
    parts = [Part(kind="responded_once", value=float(once)), Part(kind="responded_again", value=float(people - once))]
    found = crowd(seen) if once >= limits.crowd_least else None
    together = same_two(seen) if twice >= limits.crowd_least else math.nan
    if found is not None:
        parts.append(
            Part(kind="once_on_one_post", value=float(found.seen), high=found.expected, strength=found.strength)
        )
    if not math.isnan(together):
        parts.append(Part(kind="same_two_posts", strength=together))
    notes = (msg("note.respond_together"),) if together > limits.together_strength else ()
    return tuple(parts), notes


def _doubts(
    once: int, people: float, parts: tuple[Part, ...], free: Estimate, count: float, limits: Community
) -> tuple[Message, ...]:
    """Why those who responded once say nothing of how many more there are; none where they may."""
    if once < limits.crowd_least:
        return ()
    doubts = []
    for part in (part for part in parts if part.kind == "once_on_one_post"):
        seen, expected = part.value or 0.0, part.high or 0.0
        if (part.strength or 0.0) > limits.crowd_strength and seen - expected >= limits.crowd_share * once:
            doubts.append(msg("note.crowd_on_one_post", k=seen, expected=expected))
    if once >= limits.once_share * people:
        doubts.append(msg("note.nearly_all_once", share=once / people))
    if 0 < count < free.low:
        doubts.append(msg("note.more_than_the_count", n=free.low))
    return (*doubts, msg("note.only_those_again")) if doubts else ()
