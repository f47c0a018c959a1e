"""Circles of people who respond to the same posts: a class, colleagues, a family. No rule looks at them."""

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import Heard, heard_by
from reachcheck.message import Message, msg
from reachcheck.method import Community
from reachcheck.model.columns import Bools
from reachcheck.results.measure import Part
from reachcheck.stats.capture import incidences
from reachcheck.stats.sets import among
from reachcheck.stats.together import Group, Limits, groups


def circle_response_share(context: Context, where: Bools) -> Values:
    """Share of the responses that come from circles: people who respond to the same posts more than totals explain."""
    limits = context.method.community
    k, n = context.blank(), context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    notes: dict[int, tuple[Message, ...]] = {}
    reasons: dict[int, Message] = {}
    for i, mine in heard_by(context, where).items():
        regulars = int((incidences(mine.who, mine.post).captures >= limits.circle_posts).sum())
        if regulars < limits.circle_least:
            reasons[i] = msg("unknown.few_regulars", found=regulars, posts=limits.circle_posts)
            continue
        circles = _circles(mine, limits)
        parts[i] = tuple(_part(circle, mine) for circle in circles)
        k[i], n[i] = sum(part.value or 0.0 for part in parts[i]), len(mine.who)
        told = tuple(part.note for part in parts[i] if part.note is not None)
        notes[i] = (*mine.notes, *told, *((msg("note.circles_are_ordinary"),) if told else ()))
    return Values(
        value=k / n, k=k, n=n, no_interval=msg("no_interval.described"), parts=parts, notes=notes, reasons=reasons
    )


def _circles(mine: Heard, limits: Community) -> tuple[Group, ...]:
    named = mine.post >= 0
    wanted = Limits(
        people=limits.circle_least,
        occasions=limits.circle_posts,
        lift=limits.circle_lift,
        level=limits.circle_level,
        most_occasions=limits.circle_most_posts,
    )
    return groups(mine.who[named], mine.post[named], wanted)


def _part(circle: Group, mine: Heard) -> Part:
    """A circle: `value` responses of its people, where `high` people would respond to the same posts."""
    gave = int(among(mine.who, circle.people).sum())
    people = len(circle.people)
    said = msg(
        "note.circle",
        people=people,
        share=gave / len(mine.who),
        posts=circle.occasions,
        expected=round(circle.expected),
    )
    return Part(
        kind="circle",
        value=float(gave),
        high=circle.expected,
        people=float(people),
        strength=circle.strength,
        note=said,
    )
