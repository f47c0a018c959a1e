"""Measures, findings and the method by hand, for tests of rules and of the verdict."""

from dataclasses import replace
from datetime import date
from typing import Any

from build import METHOD
from reachcheck.measures.registry import MEASURES
from reachcheck.message import Message, msg
from reachcheck.method import Method
from reachcheck.results.finding import Finding, FindingStatus
from reachcheck.results.measure import Measure, Part
from reachcheck.results.span import Span
from reachcheck.rules.registry import RULES

SPEC = {spec.id: spec for spec in MEASURES}
WHY = msg("unknown.absent", export="daily")
CAME = Span(start=date(2026, 5, 1), end=date(2026, 5, 3))
"""The days on which a group came."""


def absent(name: str, *lacks: str, reason: Message = WHY, **given: Any) -> Measure:
    spec = SPEC.get(name)
    return Measure(
        id=name,
        family=spec.family if spec else "data",
        unit=spec.unit if spec else "people",
        denominator=spec.denominator if spec else "none",
        status="unknown",
        reason=reason,
        lacks=lacks,
        asked=spec.asks if spec else True,
        **given,
    )


def known(name: str, value: float, **given: Any) -> Measure:
    return replace(absent(name), status="known", value=value, reason=None, **given)


def measures(*given: Measure) -> dict[str, Measure]:
    """All measures unknown but those given."""
    return {**{name: absent(name) for name in (*SPEC, "reach_gap")}, **{measure.id: measure for measure in given}}


def part(kind: str, **given: Any) -> Part:
    return Part(kind=kind, **{"start": date(2026, 1, 31), "end": date(2026, 1, 31), **given})


def check(code: str, *given: Measure, method: Method = METHOD) -> Finding:
    (rule,) = (rule for rule in RULES if rule.code == code)
    return rule.check(measures(*given), method)


def finding(
    code: str, status: FindingStatus = "flagged", feeds: bool = True, observed: Message | None = None
) -> Finding:
    return Finding(
        code=code, family="data", status=status, title=msg("x"), observed=observed or msg(f"{code}.observed"),
        feeds_conduct=feeds,
    )  # fmt: skip


def with_limits(section: str, **limits: Any) -> Method:
    """The method with other thresholds in one section."""
    return replace(METHOD, **{section: replace(getattr(METHOD, section), **limits)})  # type: ignore[arg-type]
