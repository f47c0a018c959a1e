"""The verdict: label, confidence, for, against and what is missing, from findings, measures and real reach."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reachcheck.message import Message, msg
from reachcheck.method import Method
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure
from reachcheck.results.verdict import Conduct, Confidence, Label, Missing, RealReach, Side, Verdict
from reachcheck.verdict.exports import obtainable
from reachcheck.verdict.reach import figures_agree
from reachcheck.verdict.signs import Sign, enough, signs

Measures = Mapping[str, Measure]
CONTRADICTIONS = frozenset({"DAT001", "DAT003"})
"""Findings under which the files cannot speak for anyone: they contradict each other."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """All that the label is decided on."""

    findings: Sequence[Finding]
    conduct: Conduct
    reach: RealReach | None
    count: float
    signs: tuple[Sign, ...]
    seen: bool
    """Whether the files could show who responded."""
    strength: float
    """Score of the clearest unexplained step; 0 without one."""
    hollow: float | None
    """The hollow share at least, if it is known."""
    hollow_people: float
    """How many followers that is."""
    agreed: bool
    """Whether followers' own figures, if known, agree with the steps."""
    if_steps: float | None
    """The upper end if nobody is behind the unexplained steps, where that reading is not used."""
    visible: bool
    """Whether the files could show a count that is inflated."""


def judge(
    measures: Measures,
    findings: Sequence[Finding],
    conduct: Conduct,
    reach: RealReach | None,
    moves: Mapping[str, str | None],
    method: Method,
    withheld: Sequence[str] = (),
) -> Verdict:
    """The verdict by this method.

    `moves` says which end of real reach each measure could move; `withheld` names exports that the platform gives to
    nobody, so that nobody is sent to look for them.
    """
    count = measures["followers_count"].value or 0.0
    case = Case(
        findings=findings,
        conduct=conduct,
        reach=reach,
        count=count,
        signs=signs(measures, method.verdict),
        seen=measures["distinct_responders"].known,
        strength=max((p.strength or 0.0 for p in measures["unexplained_gain_share"].parts), default=0.0),
        hollow=measures["hollow_share"].low if measures["hollow_share"].known else None,
        hollow_people=_people(measures["hollow_share"], count),
        agreed=figures_agree(measures, method),
        if_steps=_if_steps(reach),
        visible=_visible(measures, reach, method),
    )
    label = _label(case, method)
    confidence, reason = _confidence(case, label, method)
    missing = _missing(measures.values(), moves, reach, withheld)
    return Verdict(
        label=label,
        confidence=confidence,
        confidence_reason=reason,
        summary=_summary(case, label, missing, method),
        for_=tuple(sign.text for sign in case.signs if sign.counts or sign.kind == "community"),
        against=tuple(f.observed for f in findings if f.status == "flagged" and f.observed is not None),
        missing=missing,
        without_readings=_without_readings(case, method),
    )


def _without_readings(case: Case, method: Method) -> Label | None:
    if case.reach is None or case.reach.without_readings is None:
        return None
    low, high = case.reach.without_readings
    return _label(replace(case, reach=replace(case.reach, low=low, high=high)), method)


def _visible(measures: Measures, reach: RealReach | None, method: Method) -> bool:
    """Whether the files could show a count that is inflated by as much as that label takes at least.

    A list of followers can. Without one growth can, where an arrival of that size would stand out over any stretch; and
    those who are there can, where they leave no room for so many others.
    """
    count, share = measures["followers_count"].value or 0.0, method.verdict.inflated_upper_share
    if measures["list_completeness"].known or (reach is not None and reach.low >= share * count > 0):
        return True
    smallest = [part.value for part in measures["smallest_visible_arrival"].parts if part.value is not None]
    return bool(smallest) and max(smallest) <= count - share * count


def _people(share: Measure, count: float) -> float:
    return (share.low or 0.0) * (share.n or count)


def _if_steps(reach: RealReach | None) -> float | None:
    bounds = () if reach is None else reach.bounds
    return next((b.value for b in bounds if (b.side, b.kind) == ("upper", "reading") and not b.used), None)


def _label(case: Case, method: Method) -> Label:
    limits = method.verdict
    flagged = case.conduct.level in ("to look at", "strong")
    hollow = (case.hollow or 0.0) >= limits.hollow_least and case.hollow_people >= limits.hollow_people
    if case.reach is None:
        return "mixed" if case.conduct.level == "to look at" else "not assessable"
    if flagged and (hollow or _clear_steps(case, method)) and _well_above(case, method):
        return "inflated count"
    if flagged or hollow:
        return "mixed"
    contradicted = any(f.status == "flagged" and f.code in CONTRADICTIONS for f in case.findings)
    if not contradicted and case.visible and enough(case.signs, limits.for_kinds):
        return "genuine community"
    return "not assessable"


def _clear_steps(case: Case, method: Method) -> bool:
    """Whether conduct is strong by steps so clear that one follower more or less changes nothing.

    Where followers' own figures are known they have to agree: a crowd of people shows none of their signs.
    """
    return case.conduct.level == "strong" and case.strength >= method.verdict.inflated_strength and case.agreed


def _well_above(case: Case, method: Method) -> bool:
    """Whether the count is well above real reach."""
    assert case.reach is not None
    return case.count > 0 and case.reach.high <= method.verdict.inflated_upper_share * case.count


def _confidence(case: Case, label: Label, method: Method) -> tuple[Confidence, Message]:
    """High only well inside a label; low where one more export could change it."""
    limits = method.verdict
    if case.reach is None or label == "not assessable":
        return "low", msg("confidence.not_assessable")
    if label == "inflated count":
        if case.conduct.level != "strong":
            return "medium", msg("confidence.inflated_hollow", share=case.hollow or 0.0)
        clear = case.seen and case.reach.high <= limits.high_upper_share * case.count
        share, kinds = limits.high_upper_share, len(case.conduct.pieces)
        if clear:
            return "high", msg("confidence.inflated_high", kinds=kinds, share=share)
        return "medium", msg("confidence.inflated_medium", kinds=kinds, share=share)
    if label == "genuine community":
        clear = case.reach.low >= limits.high_lower_share * case.count and enough(case.signs, limits.for_kinds + 1)
        share, kinds = limits.high_lower_share, limits.for_kinds + 1
        if clear:
            return "high", msg("confidence.genuine_high", kinds=kinds, share=share)
        return "medium", msg("confidence.genuine_medium", kinds=kinds, share=share)
    return "low", msg("confidence.mixed")


def _summary(case: Case, label: Label, missing: Sequence[Missing], method: Method) -> Message:
    if case.reach is None:
        return msg("summary.no_count")
    low, high = case.reach.low, case.reach.high
    if label == "inflated count":
        far = high <= case.count / 2
        return msg("summary.inflated" if far else "summary.inflated_less", low=low, high=high, n=case.count)
    if label == "mixed":
        return _mixed(case, low, high)
    if label == "genuine community":
        most = low > case.count / 2
        return msg("summary.genuine_most", low=low, n=case.count) if most else msg("summary.genuine", low=low)
    cure = next((each.export for each in missing), None)
    if not case.visible and enough(case.signs, method.verdict.for_kinds):
        share = round(1 - method.verdict.inflated_upper_share, 9)
        return msg("summary.unseen_cure", share=share, export=cure) if cure else msg("summary.unseen", share=share)
    if case.conduct.level == "unknown":
        return msg("summary.could_not_look_cure", export=cure) if cure else msg("summary.could_not_look")
    return msg("summary.looked_cure", export=cure) if cure else msg("summary.looked")


def _mixed(case: Case, low: float, high: float) -> Message:
    if case.conduct.level not in ("to look at", "strong"):
        return msg("summary.mixed_hollow", low=low, high=high, n=case.count, share=case.hollow or 0.0)
    if case.if_steps is not None and case.if_steps < high:
        return msg("summary.mixed_if", low=low, high=high, n=case.count, most=case.if_steps)
    return msg("summary.mixed", low=low, high=high, n=case.count)


def _missing(
    measures: Iterable[Measure], moves: Mapping[str, str | None], reach: RealReach | None, withheld: Sequence[str]
) -> tuple[Missing, ...]:
    """Each export that an unknown measure lacks, once, with the end of real reach it could move."""
    found: dict[str, Side | None] = {}
    for measure in measures:
        if measure.known or measure.id not in moves:
            continue
        side = _side(moves.get(measure.id))
        for export in obtainable(measure, withheld):
            found[export] = found.get(export) or side
    ordered = sorted(found, key=lambda export: found[export] is None)
    return tuple(Missing(export=e, moves=found[e], at_most=_at_most(found[e], reach)) for e in ordered)


def _side(word: str | None) -> Side | None:
    if word == "lower":
        return "lower"
    return "upper" if word == "upper" else None


def _at_most(side: Side | None, reach: RealReach | None) -> float | None:
    """The lower end could rise to the upper one, the upper one fall to the lower one."""
    if side is None or reach is None:
        return None
    return reach.high if side == "lower" else reach.low
