"""Positive evidence: what speaks for the audience, by kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reachcheck.message import Message, msg
from reachcheck.method import Judging
from reachcheck.results.measure import Measure

Measures = Mapping[str, Measure]


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One observation for the audience; only signs of `strong` kinds can carry a verdict on their own side."""

    kind: str
    text: Message
    counts: bool


def signs(measures: Measures, limits: Judging) -> tuple[Sign, ...]:
    """All observations worth naming, each with whether it is evidence enough to count."""
    found = (look(measures, limits) for look in LOOKS)
    return tuple(sign for sign in found if sign is not None)


def _repeat(measures: Measures, limits: Judging) -> Sign | None:
    rate = measures["repeat_responder_rate"]
    if rate.low is None or not rate.k:
        return None
    listed = all(note.key != "note.responders_unlisted" for note in rate.notes)
    counts = listed and rate.low >= limits.repeat_rate_low and rate.k >= limits.repeat_least
    n, k, low, high = rate.n or 0.0, rate.k, rate.low, rate.high or 1.0
    if listed:
        return Sign(kind="community", text=msg("for.repeat", n=n, k=k, low=low, high=high), counts=counts)
    return Sign(kind="community", text=msg("for.repeat_unlisted", n=n, k=k, low=low, high=high), counts=counts)


def _answered(measures: Measures, limits: Judging) -> Sign | None:
    share = measures["comments_answered_share"]
    if share.low is None or not share.k:
        return None
    counts = share.low >= limits.answered_low and share.k >= limits.answered_least
    text = msg("for.answered", k=share.k, n=share.n or 0.0, low=share.low, high=share.high or 1.0)
    return Sign(kind="community", text=text, counts=counts)


def _mutual(measures: Measures, limits: Judging) -> Sign | None:
    share = measures["reciprocity_of_followers"]
    if share.low is None or not share.k:
        return None
    counts = share.low >= limits.reciprocity_low and share.k >= limits.mutual_least
    text = msg("for.mutual", k=share.k, n=share.n or 0.0, low=share.low, high=share.high or 1.0)
    return Sign(kind="reciprocity", text=text, counts=counts)


def _explained(measures: Measures, limits: Judging) -> Sign | None:
    gain = measures["explained_gain_share"]
    if not gain.parts:
        return None
    people = sum(part.people or 0.0 for part in gain.parts)
    text = msg("for.explained", steps=len(gain.parts), gain=people)
    return Sign(kind="growth", text=text, counts=people >= limits.explained_least)


def _constant(measures: Measures, limits: Judging) -> Sign | None:
    weeks, silence = measures["weeks_with_a_post"], measures["longest_silence_days"]
    if weeks.value is None or silence.value is None:
        return None
    enough = (weeks.n or 0.0) >= limits.weeks_least
    often = weeks.value >= limits.weeks_share or silence.value <= limits.silence_days
    text = msg("for.constant", k=weeks.k or 0.0, n=weeks.n or 0.0, days=silence.value)
    return Sign(kind="constancy", text=text, counts=enough and often)


LOOKS: tuple[Callable[[Measures, Judging], Sign | None], ...] = (_repeat, _answered, _mutual, _explained, _constant)
CARRYING = frozenset({"community", "reciprocity"})
"""At least one kind of positive evidence must be of these."""


def enough(found: tuple[Sign, ...], kinds: int) -> bool:
    """Whether the counting signs are of so many kinds, one of them about people."""
    counted = {sign.kind for sign in found if sign.counts}
    return len(counted) >= kinds and bool(counted & CARRYING)
