"""Rules about the audience."""

from dataclasses import replace
from typing import ClassVar

from reachcheck.message import Message, msg
from reachcheck.method import Method
from reachcheck.results.finding import FindingPart, Span
from reachcheck.results.measure import Measure, Part
from reachcheck.rules.base import Measures, Rule, Seen, unknown


class BlockCreatedTogether(Rule):
    """Of those who followed together, far more than elsewhere have accounts created in the same weeks."""

    code, family, feeds_conduct = "AUD201", "audience", True
    days_of = "accounts created"

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flag blocks that stand out in number, share and strength."""
        block = measures["creation_block"]
        if not block.known:
            return unknown(block)
        standing = tuple(part for part in block.parts if self._stands_out(part, method))
        flagged = tuple(part for part in standing if part.kind == "block")
        if flagged:
            return self._seen(flagged, method)
        if standing:
            return Seen(status="clear", observed=self._answering(standing[0]), parts=standing)
        return Seen(status="clear", observed=msg("aud201.clear"))

    def _answering(self, part: Part) -> Message:
        assert part.start is not None and part.end is not None and part.note is not None
        return msg("aud201.answering", k=part.value or 0.0, start=part.start, end=part.end, why=part.note)

    def _stands_out(self, part: Part, method: Method) -> bool:
        limits = method.audience
        above = (part.value or 0.0) - (part.high or 0.0)
        share = above / part.people if part.people else 0.0
        strength = part.strength or 0.0
        return above >= limits.block_least and share >= limits.block_share and strength >= limits.block_strength

    def _seen(self, parts: tuple[Part, ...], method: Method) -> Seen:
        worst = max(parts, key=lambda part: part.strength or 0.0)
        return Seen(
            status="flagged",
            observed=self._observed(worst, len(parts)),
            expected=msg("aud201.expected", low=worst.low or 0.0, high=worst.high or 0.0, weeks=method.audience.weeks),
            strength=worst.strength,
            parts=parts,
            followers_n=sum(part.value or 0.0 for part in parts),
        )

    def _observed(self, part: Part, parts: int) -> Message:
        """How many of those who came together were created from when to when."""
        assert part.start is not None and part.end is not None and part.came is not None
        return msg(
            "aud201.observed",
            k=part.value or 0.0,
            n=part.people or 0.0,
            first=part.came.start,
            last=part.came.end,
            start=part.start,
            end=part.end,
            blocks=parts,
        )

    def alone(self, part: Part, days: Span) -> FindingPart:
        """One block."""
        return _of_people(part, super().alone(part, days), self._observed(part, 1))


def _of_people(part: Part, alone: FindingPart, observed: Message) -> FindingPart:
    return replace(alone, observed=observed, k=part.value, n=part.people)


class _MapRule(Rule):
    """Flags the parts of one kind of the follower map; the measure applies the thresholds."""

    family: ClassVar[str] = "audience"
    days_of = "accounts created"
    kind: ClassVar[str]

    def see(self, measures: Measures, method: Method) -> Seen:
        """Flagged where the map has such a part."""
        found = measures["follower_map"]
        if not found.known:
            return unknown(found)
        parts = tuple(part for part in found.parts if part.kind == self.kind)
        if not parts:
            return self.clear(found)
        worst = max(parts, key=lambda part: part.strength or 0.0)
        return Seen(
            status="flagged",
            observed=self.observed(worst, len(parts)),
            expected=self.expected(worst),
            strength=worst.strength,
            parts=parts,
            followers_n=sum(part.value or 0.0 for part in parts),
        )

    def clear(self, found: Measure) -> Seen:
        """What is said of a map without such a part."""
        raise NotImplementedError

    def observed(self, part: Part, parts: int) -> Message:
        """What is said of the clearest part."""
        raise NotImplementedError

    def alone(self, part: Part, days: Span) -> FindingPart:
        """One block or stretch."""
        return _of_people(part, super().alone(part, days), self.observed(part, 1))

    def expected(self, part: Part) -> Message:
        """What would be usual there."""
        raise NotImplementedError


class BlockInTheMap(_MapRule):
    """Among followers who came one after another, far more than before and after have accounts of the same weeks."""

    code, feeds_conduct, kind = "AUD202", True, "interior"

    def clear(self, found: Measure) -> Seen:
        """No block, or only such as respond as the others do."""
        answering = tuple(part for part in found.parts if part.kind == "answering")
        if not answering:
            return Seen(status="clear", observed=msg("aud202.clear", n=found.n or 0.0))
        first = answering[0]
        assert first.start is not None and first.end is not None
        said = msg("aud201.answering", k=first.value or 0.0, start=first.start, end=first.end, why=first.details[0])
        return Seen(status="clear", observed=said, parts=answering)

    def observed(self, part: Part, parts: int) -> Message:
        """How many of how many were created from when to when, and when they followed."""
        assert part.start is not None and part.end is not None and part.note is not None
        return msg(
            "aud202.observed",
            k=part.value or 0.0,
            n=part.people or 0.0,
            start=part.start,
            end=part.end,
            blocks=parts,
            followed=part.note,
        )

    def expected(self, part: Part) -> Message:
        """What the followers before and after make one expect."""
        return msg("aud202.expected", low=part.low or 0.0, high=part.high or 0.0)


class NewcomersInTheMap(_MapRule):
    """Among followers who came one after another, far more than before and after had just opened their account.

    It never feeds conduct: a wave of people who discover the platform looks the same.
    """

    code, feeds_conduct, kind = "AUD203", False, "newcomers"

    def clear(self, found: Measure) -> Seen:
        """No stretch."""
        return Seen(status="clear", observed=msg("aud203.clear", n=found.n or 0.0))

    def observed(self, part: Part, parts: int) -> Message:
        """How many of how many were at most so many days old."""
        assert part.start is not None and part.end is not None and part.note is not None
        days = part.note.params["days"]
        k, n = part.value or 0.0, part.people or 0.0
        return msg("aud203.observed", k=k, n=n, days=days, start=part.start, end=part.end, stretches=parts)

    def expected(self, part: Part) -> Message:
        """The share beside it, as a number."""
        return msg("aud203.expected", high=part.high or 0.0)
