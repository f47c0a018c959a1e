"""Real reach by bounds: every piece of evidence says "at least" or "at most"; the ends are the tightest of them.

Lower ends are rounded down and upper ends up, away from each other.
"""

import math
from collections.abc import Mapping
from dataclasses import replace

from reachcheck.message import Message, msg
from reachcheck.method import Method
from reachcheck.results.measure import Measure
from reachcheck.results.verdict import Bound, Composition, RealReach, Side

Measures = Mapping[str, Measure]
Bounds = tuple[Bound, ...]


def real_reach(measures: Measures, method: Method, pieces: int) -> RealReach | None:
    """The interval with all its bounds; None where there is no count to bound.

    Facts and estimates set the ends; where they contradict each other only facts do, and `reach_gap` says so. A reading
    can tighten an end if it contradicts nothing. The reading that nobody is behind a step sets an end only where the
    `pieces` of evidence are as many as make conduct strong, and the followers' own figures do not speak against it:
    else people who came together and read in silence are as good a reading.
    """
    count = measures["followers_count"].value
    if count is None:
        return None
    bounds = _bounds(measures, method, count)
    sure = tuple(b for b in bounds if b.kind == "fact" or (b.kind == "estimate" and _gap(bounds) <= 0))
    low = min(max(_values(sure, "lower")), count)
    high = max(min(_values(sure, "upper")), low)
    usable, left = _readings(bounds, low, high, _doubt(measures, method, pieces))
    without = (low, high)
    low = max((low, *_values(usable, "lower")))
    high = min((high, *_values(usable, "upper")))
    return RealReach(
        low=low,
        high=high,
        bounds=_marked(bounds, sure + usable, left, low, high),
        without_readings=without if without != (low, high) else None,
    )


def figures_agree(measures: Measures, method: Method) -> bool:
    """Whether followers' own figures, where they are known at all, show signs that nobody is behind some of them.

    Where nobody knows who responded, a crowd of people who do looks like one that does not: then they have to be known,
    and to show as much as speaks for itself.
    """
    hollow, limits = measures["hollow_share"], method.verdict
    if measures["distinct_responders"].known:
        return not hollow.known or (hollow.low or 0.0) >= limits.hollow_some
    return hollow.known and (hollow.low or 0.0) >= limits.hollow_least


def _doubt(measures: Measures, method: Method, pieces: int) -> Message | None:
    """Why the reading that nobody is behind a step cannot set an end."""
    if pieces < method.verdict.strong_pieces:
        return msg("bound.one_piece")
    if figures_agree(measures, method):
        return None
    return msg("bound.figures_disagree" if measures["distinct_responders"].known else "bound.nobody_named")


def _readings(bounds: Bounds, low: float, high: float, doubt: Message | None) -> tuple[Bounds, Mapping[str, Message]]:
    """The readings that can set an end, and by measure why each of the others cannot."""
    readings = [b for b in bounds if b.kind == "reading"]
    left = {b.measure: msg("bound.contradicts") for b in readings if _beyond(b, low, high)}
    left |= {b.measure: doubt for b in readings if b.side == "upper" and doubt is not None}
    usable = tuple(b for b in readings if b.measure not in left)
    lower, upper = _values(usable, "lower"), _values(usable, "upper")
    if lower and upper and max(lower) > min(upper):
        return (), left | {b.measure: msg("bound.readings_contradict") for b in usable}
    return usable, left


def _beyond(bound: Bound, low: float, high: float) -> bool:
    return bound.value > high if bound.side == "lower" else bound.value < low


def reach_gap(measures: Measures, method: Method) -> Measure:
    """By how many people the strongest "at least" exceeds the tightest "at most", readings aside; 0 if they agree."""
    count = measures["followers_count"].value
    gap = None if count is None else max(_gap(_bounds(measures, method, count)), 0.0)
    return Measure(
        id="reach_gap",
        family="data",
        unit="people",
        denominator="none",
        status="unknown" if gap is None else "known",
        value=gap,
        reason=msg("unknown.no_count") if gap is None else None,
        no_interval=None if gap is None else msg("no_interval.counted"),
    )


def composition(measures: Measures) -> Composition:
    """Who is there, as far as the hollow share is known."""
    hollow = measures["hollow_share"]
    if not hollow.known:
        return Composition(status="unknown", reason=hollow.reason)
    return Composition(status="known", low=hollow.low, high=hollow.high)


def _bounds(measures: Measures, method: Method, count: float) -> Bounds:
    floor = Bound(side="lower", value=0.0, kind="fact", measure="followers_count", text=msg("bound.nothing"))
    return (*_lower(measures, method), floor, *_upper(measures, count))


def _values(bounds: Bounds, side: Side) -> list[float]:
    return [bound.value for bound in bounds if bound.side == side]


def _gap(bounds: Bounds) -> float:
    sure = tuple(bound for bound in bounds if bound.kind != "reading")
    return max(_values(sure, "lower")) - min(_values(sure, "upper"))


def _marked(bounds: Bounds, usable: Bounds, left: Mapping[str, Message], low: float, high: float) -> Bounds:
    """Mark for each side the first bound that sets the end, and say of the others why they do not."""
    set_by = {
        "lower": next((b for b in usable if b.side == "lower" and min(b.value, high) == low), None),
        "upper": next((b for b in usable if b.side == "upper" and b.value == high), None),
    }
    return tuple(
        replace(b, used=b is set_by[b.side], reason=_reason(b, set_by[b.side], b in usable, left.get(b.measure)))
        for b in bounds
    )


def _reason(bound: Bound, chosen: Bound | None, usable: bool, said: Message | None) -> Message:
    if bound is chosen:
        return msg("bound.sets_the_end")
    if said is not None and bound.kind == "reading":
        return said
    return msg("bound.another_is_tighter") if usable else msg("bound.contradicts")


def _lower(measures: Measures, method: Method) -> Bounds:
    bounds = []
    responders, listed = measures["distinct_responders"], measures["responsive_population"]
    if responders.value is not None and responders.value > 0 and _from_list(responders):
        text = msg("bound.responders", n=responders.value)
        bounds.append(Bound(side="lower", value=responders.value, kind="fact", measure=responders.id, text=text))
    if listed.value is not None and listed.low is not None and listed.value > 0 and _from_list(responders):
        text = msg("bound.responsive", n=listed.value, low=listed.low, high=listed.high or listed.value)
        bounds.append(Bound(side="lower", value=math.floor(listed.low), kind="estimate", measure=listed.id, text=text))
    likes, share = measures["typical_likes"], method.engagement.likes_from_followers
    if likes.value is not None and 1.0 <= likes.value * share <= (measures["followers_count"].value or 0.0):
        bounds.append(
            Bound(
                side="lower",
                value=math.floor(likes.value * share),
                kind="reading",
                measure=likes.id,
                text=msg("bound.likes", likes=likes.value, share=share),
                reading=msg("reading.likes", share=share),
            )
        )
    return tuple(bounds)


def _from_list(responders: Measure) -> bool:
    return all(note.key != "note.responders_unlisted" for note in responders.notes)


def _upper(measures: Measures, count: float) -> Bounds:
    bounds = [Bound(side="upper", value=count, kind="fact", measure="followers_count", text=msg("bound.count"))]
    complete = measures["list_completeness"]
    if complete.value is not None and complete.k is not None and complete.value >= _COMPLETE and complete.k < count:
        text = msg("bound.listed", n=complete.k)
        bounds.append(Bound(side="upper", value=complete.k, kind="fact", measure=complete.id, text=text))
    hollow = measures["hollow_share"]
    if hollow.low:
        hollow_n = hollow.low * min(hollow.n or count, count)
        value = math.ceil(count - hollow_n)
        text = msg("bound.hollow", n=count, hollow=count - value, share=hollow.low, of=hollow.n or count)
        bounds.append(Bound(side="upper", value=value, kind="estimate", measure=hollow.id, text=text))
    bounds.extend(_steps(measures, count))
    return tuple(bounds)


_COMPLETE = 0.99
"""A list of at least this share of the count is taken as complete; what it lacks left while it was made."""


def _steps(measures: Measures, count: float) -> Bounds:
    """The count less those of unexplained steps who are still there and never responded."""
    silent = measures["silent_newcomers"]
    if silent.low is None or silent.low <= 0:
        return ()
    value = math.ceil(count - silent.low)
    text = msg("bound.steps", n=count, silent=math.floor(silent.low))
    reading = msg("reading.steps")
    return (Bound(side="upper", value=value, kind="reading", measure=silent.id, text=text, reading=reading),)
