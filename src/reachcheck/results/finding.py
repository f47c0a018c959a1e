"""A finding: what a rule says of measures."""

from dataclasses import dataclass
from typing import Literal

from reachcheck.message import Message
from reachcheck.results.answer import Answer
from reachcheck.results.span import Span

__all__ = ["ErrorRate", "Finding", "FindingPart", "FindingStatus", "Span"]

FindingStatus = Literal["flagged", "clear", "unknown"]
DaysOf = Literal["what happened", "accounts created"]
"""What the days of a finding are: of what happened, or those on which the accounts of followers were opened."""


@dataclass(frozen=True, kw_only=True)
class ErrorRate:
    """Share of invented honest years, or whole profiles, that a rule flags, in the worst of so many worlds of `n` each.

    Of years, `unseen` is the worst share where people come by ways that no figure shows, which nothing tells from a
    purchase; `profiles` is what was measured on whole profiles as well. Of these, such worlds are among the others,
    `overall` is the share of all worlds together, and `looked` the share in which the rule could look.
    """

    share: float
    low: float
    high: float
    n: int
    worlds: int
    world: str
    """The worst of them, as its generator calls it."""
    unseen: float | None = None
    overall: float | None = None
    looked: float | None = None
    profiles: "ErrorRate | None" = None

    @property
    def most(self) -> float:
        """The largest share that was measured in any world."""
        return max(self.share, self.profiles.share if self.profiles is not None else 0.0)


@dataclass(frozen=True, kw_only=True)
class FindingPart:
    """One of the stretches of a finding by itself: its days, what was seen in it, and its rows.

    `k` followers of `n` are in it; they `came` on these days, where the days of the finding are others.
    """

    days: Span
    observed: Message | None = None
    k: float | None = None
    n: float | None = None
    came: Span | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Flagged, clear or unknown, with what was observed and expected, the rows behind it and innocent explanations.

    `days` and `followers_n` are what it rests on; `piece` names the innocent event under which the verdict counted it.
    Where it is flagged, `parts` are its days one by one, in the same order.
    `details` are told beside it and counted by nothing; so is `reply`, what the person says to it.
    """

    code: str
    family: str
    status: FindingStatus
    title: Message
    observed: Message | None = None
    expected: Message | None = None
    strength: float | None = None
    days: tuple[Span, ...] = ()
    days_of: DaysOf = "what happened"
    parts: tuple[FindingPart, ...] = ()
    followers_n: float | None = None
    piece: str | None = None
    evidence: tuple[str, ...] = ()
    details: tuple[Message, ...] = ()
    innocent: tuple[Message, ...] = ()
    feeds_conduct: bool = True
    error_rate: ErrorRate | None = None
    reply: tuple[Answer, ...] = ()
    plugin: str | None = None
    """The package whose rule it is, where it is none of ours: then it is no part of the verdict."""
