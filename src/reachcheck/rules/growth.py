"""Rules about growth."""

from dataclasses import replace

from reachcheck.message import Message, msg
from reachcheck.method import Method
from reachcheck.results.finding import FindingPart, Span
from reachcheck.results.measure import Part
from reachcheck.rules.base import Measures, Rule, Seen, unknown

MOST_STEPS = 6


def _steps(parts: tuple[Part, ...]) -> tuple[Message, ...]:
    ordered = sorted(parts, key=lambda part: str(part.start))[:MOST_STEPS]
    return tuple(
        msg("step.observed", gain=p.value or 0.0, start=p.start, end=p.end)
        if p.start != p.end
        else msg("step.observed_day", gain=p.value or 0.0, day=p.start)
        for p in ordered
        if p.start is not None and p.end is not None
    )


def _with_responses(step: Part, compared: tuple[Part, ...]) -> Part:
    """A step with what its posts show told beside it: the same event, and no evidence of its own."""
    said = tuple(p.note for p in compared if p.note is not None and (p.start, p.end) == (step.start, step.end))
    return replace(step, details=(*step.details, *said))


def _attention(part: Part) -> float:
    """How far attention stood out around a step; the most favourable one is told of all."""
    ratio = part.note.params.get("ratio", 0.0) if part.note is not None else 0.0
    return ratio if isinstance(ratio, float) else 0.0


def _observed(parts: tuple[Part, ...]) -> Message:
    kindest = max(parts, key=_attention)
    return msg("gro101.observed", steps=_steps(parts), why=kindest.note or msg("step.no_context"))


def _expected(parts: tuple[Part, ...]) -> Message:
    low, high = [p.low for p in parts if p.low is not None], [p.high for p in parts if p.high is not None]
    if not high or not low:
        return msg("gro101.nothing_beside")
    return msg("gro101.expected", low=min(low), high=max(high))


class UnexplainedSteps(Rule):
    """Steps far above the account's own past, around which nothing in the files stands out."""

    code, family, feeds_conduct = "GRO101", "growth", True

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag any unexplained step; without any context, or a count to hold it against, it is unknown."""
        steps, share = measures["growth_steps"], measures["unexplained_gain_share"]
        if not steps.known:
            return unknown(steps)
        unexplained = tuple(p for p in steps.parts if p.kind == "unexplained")
        if unexplained and share.reason is not None and share.reason.key == "unknown.no_count":
            return unknown(share)
        if unexplained:
            told = tuple(_with_responses(p, measures["responses_after_step"].parts) for p in unexplained)
            return self._flagged(told, share.value)
        blind = tuple(p for p in steps.parts if p.kind == "no_context")
        if blind:
            said = msg("gro101.no_context", steps=_steps(blind))
            return Seen(status="unknown", observed=said, parts=blind)
        answering = tuple(p for p in steps.parts if p.kind == "answering")
        if answering:
            why = answering[0].note or msg("step.no_context")
            said = msg("gro101.answering", steps=_steps(answering), why=why)
            return Seen(status="clear", observed=said, parts=answering)
        unclear = tuple(p for p in steps.parts if p.kind == "unclear")
        if unclear:
            why = max(unclear, key=_attention).note or msg("step.no_context")
            return Seen(status="clear", observed=msg("gro101.unclear", steps=_steps(unclear), why=why), parts=unclear)
        return Seen(status="clear", observed=msg("gro101.clear", n=steps.n or 0.0))

    def _flagged(self, parts: tuple[Part, ...], share: float | None) -> Seen:
        return Seen(
            status="flagged",
            observed=_observed(parts),
            expected=_expected(parts),
            strength=share,
            parts=parts,
            followers_n=sum(p.people or 0.0 for p in parts),
        )

    def alone(self, part: Part, days: Span) -> FindingPart:
        """All who came in one step."""
        return replace(super().alone(part, days), observed=_observed((part,)), k=part.value)


class ExplainedSteps(Rule):
    """Steps with their explanation; this rule never flags."""

    code, family, feeds_conduct = "GRO104", "growth", False

    def see(self, measures: Measures, method: Method) -> Seen:
        """Name the steps that attention or a listed event explains."""
        steps = measures["growth_steps"]
        if not steps.known:
            return unknown(steps)
        explained = tuple(p for p in steps.parts if p.kind in ("explained", "named"))
        blind = tuple(p for p in steps.parts if p.kind == "no_context")
        if blind and not explained:
            return Seen(status="unknown", observed=msg("gro101.no_context", steps=_steps(blind)), parts=blind)
        said = msg("gro104.observed", steps=_steps(explained)) if explained else msg("gro104.none")
        return Seen(status="clear", observed=said, parts=explained)
