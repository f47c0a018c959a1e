"""What a rule is: a code, a family, and one function from the measures of a profile to a finding.

Adding one takes a class in its family's file, a line in `registry.py`, its innocent events in the method, and its
texts in each language.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from reachcheck.message import Message
from reachcheck.method import Method
from reachcheck.results.finding import DaysOf, Finding, FindingPart, FindingStatus, Span
from reachcheck.results.measure import Measure, Part

Measures = Mapping[str, Measure]


class Rule(ABC):
    """A rule sees measures and the method, never tables or files."""

    code: ClassVar[str]
    family: ClassVar[str]
    feeds_conduct: ClassVar[bool]
    days_of: ClassVar[DaysOf] = "what happened"
    innocent: ClassVar[tuple[str, ...]] = ()
    """Innocent events of a rule that the method does not know, which is one of a plug-in."""

    @abstractmethod
    def see(self, measures: Measures, method: Method) -> "Seen":
        """Say flagged, clear or unknown of these measures."""

    def check(self, measures: Measures, method: Method) -> Finding:
        """The finding, with title, days, evidence and innocent explanations filled in."""
        seen = self.see(measures, method)
        parts, flagged = seen.parts, seen.status == "flagged"
        title = "title" if seen.status == "unknown" else seen.status
        dated = tuple((p, Span(start=p.start, end=p.end)) for p in parts if p.start is not None and p.end is not None)
        innocent = method.innocent.get(self.code, self.innocent) if flagged else ()
        return Finding(
            code=self.code,
            family=self.family,
            status=seen.status,
            title=Message(f"rule.{self.code}.{title}"),
            observed=seen.observed,
            expected=seen.expected,
            strength=seen.strength,
            days=tuple(days for _, days in dated),
            days_of=self.days_of,
            parts=tuple(self.alone(part, days) for part, days in dated) if flagged else (),
            followers_n=seen.followers_n,
            evidence=tuple(dict.fromkeys(place for part in parts for place in part.evidence if place)),
            details=tuple(said for part in parts for said in part.details),
            innocent=tuple(Message(f"innocent.{event}") for event in innocent),
            feeds_conduct=self.feeds_conduct,
        )

    def alone(self, part: Part, days: Span) -> FindingPart:
        """One part of what is flagged by itself; its days and rows, where a rule has no more to say of it."""
        return FindingPart(days=days, came=part.came, evidence=tuple(place for place in part.evidence if place))


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a rule saw: the status and what goes with it."""

    status: FindingStatus
    observed: Message | None = None
    expected: Message | None = None
    strength: float | None = None
    parts: tuple[Part, ...] = ()
    followers_n: float | None = None


def unknown(measure: Measure) -> Seen:
    """Unknown, for the measure's own reason."""
    return Seen(status="unknown", observed=measure.reason)
