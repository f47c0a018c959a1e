"""The hollow share: of the listed followers, how many nothing suggests anyone is behind, at least.

Followers who only read show the same signs. So the share is what even a list of many readers would not show, and how
many more there are nobody can tell from such figures: marks of some followers tell more (`reachcheck review`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from reachcheck.facts.marked_lists import MarkedList
from reachcheck.measures.answering import responding
from reachcheck.measures.base import Context, Need, Spec, Values
from reachcheck.measures.card import POINTS, SIGNS, Card, card
from reachcheck.message import Message, msg
from reachcheck.method import Composition
from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.model.enums import Direction
from reachcheck.results.figure import Figure
from reachcheck.results.measure import Part
from reachcheck.stats.composition import Kinds, Rate, at_least, band

SEEN_TOGETHER: tuple[tuple[str, ...], ...] = (
    ("no_picture",),
    ("one_sided", "few_followers"),
    ("few_posts", "follows_many"),
)
"""Signs that are counted by themselves, beside two points and three of the card."""
COUNTED_POINTS = (2, 3)


@dataclass(frozen=True, kw_only=True)
class Ends:
    """The share at least, and the band that holds if those counted look like marked ones."""

    low: float
    band_low: float
    band_high: float


def ends(found: Card, references: Sequence[MarkedList], method: Composition) -> Ends:
    """What a card says beside some reference populations that have all its signs."""
    everybody = np.ones(len(found.rows))
    ordinary = [_rates(_bits(each, found), each.others, found.known) for each in references]
    by_sign = list(zip(*ordinary, strict=True))
    low = at_least(_rates(found.bits, everybody, found.known), by_sign, method.allowance, method.level)
    kinds = [
        Kinds(counted=_points(bits, each.hollow, found.known), others=_points(bits, each.others, found.known))
        for each, bits in ((each, _bits(each, found)) for each in references)
    ]
    first, last = band(_points(found.bits, everybody, found.known), kinds, method.drift, method.level)
    return Ends(low=low, band_low=max(first, low), band_high=max(last, low))


def hollow_share(context: Context, where: Bools) -> Values:
    """At least: above what a list of people would show. The upper end holds if those counted look like marked ones."""
    method = context.method.composition
    low, high, n = context.blank(), context.blank(), context.blank()
    count = context.done["followers_count"].value
    reasons: dict[int, Message] = {}
    made: dict[int, tuple[Card, tuple[MarkedList, ...], Ends]] = {}
    for i in np.flatnonzero(where).tolist():
        found = card(context.dossiers, i, method)
        comparable = tuple(each for each in context.references if set(found.known) <= set(each.signs))
        reason = _unfit(found, comparable, method.least_followers)
        if reason is not None:
            reasons[i] = reason
            continue
        told = _without_responders(ends(found, comparable, method), responding(context, i, found.rows))
        made[i] = (found, comparable, told)
        low[i], high[i], n[i] = told.low, told.band_high, len(found.rows)
    return Values(
        value=low,
        low=low,
        high=high,
        n=n,
        parts={i: (Part(kind="band", low=e.band_low, high=e.band_high),) for i, (_, _, e) in made.items()},
        notes={i: _notes(found, references, e) for i, (found, references, e) in made.items()},
        reasons=reasons,
        figures={i: (_figure(found),) for i, (found, _, _) in made.items()},
        lacks={i: ("followers_figures",) for i in reasons if not count[i] < method.least_followers},
    )


def _without_responders(told: Ends, responded: float) -> Ends:
    """The same where a share of them responded: somebody is behind those."""
    high = max(told.low, min(told.band_high, 1.0 - responded))
    return replace(told, band_low=min(told.band_low, high), band_high=high)


def _unfit(found: Card, comparable: Sequence[MarkedList], least: int) -> Message | None:
    """Why a card cannot be compared: too few followers, too few signs to count any, or no reference that has them."""
    if len(found.rows) < least:
        return msg("unknown.few_figures", found=len(found.rows), at_least=least)
    counted = _rates(found.bits, np.ones(len(found.rows)), found.known)
    if not comparable or not set(found.known) & set(POINTS) or not counted:
        return msg("unknown.no_marked_list")
    return None


def _bits(reference: MarkedList, found: Card) -> Bools:
    """The cells of a reference, with the signs alone that a card has."""
    return reference.bits[:, [reference.signs.index(sign) for sign in found.known]]


def _rates(bits: Bools, weight: Floats | Index, known: Sequence[str]) -> list[Rate]:
    """How often each sign that is counted shows."""
    points = bits[:, [sign in POINTS for sign in known]].sum(axis=1)
    checkable = sum(sign in POINTS for sign in known)
    seen = [points >= least for least in COUNTED_POINTS if least <= checkable]
    together = (signs for signs in SEEN_TOGETHER if set(signs) <= set(known))
    seen += [bits[:, [known.index(sign) for sign in signs]].all(axis=1) for signs in together]
    total = int(weight.sum())
    return [Rate(int(weight[each].sum()), total) for each in seen]


def _points(bits: Bools, weight: Floats | Index, known: Sequence[str]) -> Floats:
    """Followers by points."""
    which = [sign in POINTS for sign in known]
    points = bits[:, which].sum(axis=1)
    return np.bincount(points, weight, minlength=sum(which) + 1).astype(np.float64)


def _notes(found: Card, references: Sequence[MarkedList], told: Ends) -> tuple[Message, ...]:
    abstain = tuple(sign for sign in SIGNS if sign not in found.known)
    return (
        msg("note.card_of", k=len(found.rows), n=found.listed),
        msg("note.card_signs", k=len(found.known), n=len(SIGNS), signs=found.known),
        *((msg("note.card_abstains", signs=abstain),) if abstain else ()),
        msg("note.hollow_readers"),
        msg("note.hollow_band", low=told.band_low, high=told.band_high, references=tuple(r.name for r in references)),
        msg("note.hollow_review"),
    )


def _figure(found: Card) -> Figure:
    """Followers by points of the card."""
    by_points = _points(found.bits, np.ones(len(found.rows)), found.known)
    return Figure(
        id="followers_by_points",
        kind="bars",
        x=tuple(str(points) for points in range(len(by_points))),
        y=tuple(by_points.tolist()),
    )


FIGURES = Need(export="followers_figures", table="edges", columns=("followers",), direction=Direction.IN)
SPECS = (
    Spec(
        id="hollow_share",
        family="audience",
        unit="share",
        denominator="followers_with_figures",
        needs=(FIGURES,),
        compute=hollow_share,
        moves="upper",
    ),
)
