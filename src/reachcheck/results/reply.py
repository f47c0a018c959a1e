"""What a person says to findings, and what the results would be if it is accepted."""

from dataclasses import dataclass

from reachcheck.results.answer import Answer
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure
from reachcheck.results.verdict import Conduct, RealReach, Verdict


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """The results once more, with the events that were stated taken as true.

    `cleared` are the codes that the files alone flag and that would not be flagged then; `eased` those that would
    be for fewer stretches of days; `raised` those that would be flagged then alone.
    """

    verdict: Verdict
    conduct: Conduct
    real_reach: RealReach | None
    findings: tuple[Finding, ...]
    cleared: tuple[str, ...] = ()
    eased: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A sheet that came back: what it says of the whole report, and what fits no finding of today."""

    file: str
    general: tuple[Answer, ...] = ()
    unmatched: tuple[Answer, ...] = ()
    answered: int = 0
    """How many of the findings' parts it answers, matched or not."""
