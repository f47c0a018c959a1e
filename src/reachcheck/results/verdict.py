"""Real reach, composition, conduct and the verdict of one profile."""

from dataclasses import dataclass
from typing import Literal

from reachcheck.message import Message
from reachcheck.results.fared import Fared
from reachcheck.results.learned import Learned
from reachcheck.results.review import Review

Side = Literal["lower", "upper"]
BoundKind = Literal["fact", "estimate", "reading"]
Level = Literal["none seen", "to look at", "strong", "unknown"]
Label = Literal["genuine community", "mixed", "inflated count", "not assessable"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, kw_only=True)
class Bound:
    """One statement "at least" or "at most"; `used` marks the one that sets an end, `reason` says why or why not."""

    side: Side
    value: float
    kind: BoundKind
    measure: str
    text: Message
    reading: Message | None = None
    used: bool = False
    reason: Message | None = None


@dataclass(frozen=True, kw_only=True)
class RealReach:
    """The followers with someone behind them, as an interval whose ends name their evidence."""

    low: float
    high: float
    bounds: tuple[Bound, ...]
    without_readings: tuple[float, float] | None = None
    """The ends by facts and estimates alone; None where no reading sets an end."""


@dataclass(frozen=True, kw_only=True)
class Composition:
    """Who is there: the share of followers that nothing suggests anyone is behind.

    `review` is what a person's marks of some of them say; it stands beside the share and moves nothing.
    """

    status: Literal["known", "unknown"]
    low: float | None = None
    high: float | None = None
    reason: Message | None = None
    review: Review | None = None
    learned: Learned | None = None
    """What a model says that was learned from marks; it moves nothing either."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One innocent event that explains the findings named."""

    innocent_event: str
    findings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Conduct:
    """What was done to the count: a level, the pieces of evidence and the rules that could look."""

    level: Level
    pieces: tuple[Piece, ...] = ()
    could_look: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Missing:
    """An export that is not there, the end of real reach it could move and how far at most.

    `measures` are those that it could make known, alone or with others.
    """

    export: str
    moves: Side | None = None
    at_most: float | None = None
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The label with its reasons for and against, what is missing, and how sure it is."""

    label: Label
    confidence: Confidence
    confidence_reason: Message
    summary: Message
    for_: tuple[Message, ...] = ()
    against: tuple[Message, ...] = ()
    missing: tuple[Missing, ...] = ()
    error_rate: float | None = None
    """How often invented profiles of this size get the label that should not, in the worst world; None: unmeasured."""
    tested: tuple[Fared, ...] = ()
    """Which labels invented profiles of this size got."""
    tested_without: tuple[str, ...] = ()
    """Exports that those had and these files lack: how often the label errs then was not measured."""
    without_readings: Label | None = None
    """What the label would be if no reading set an end of real reach; None where none does."""
