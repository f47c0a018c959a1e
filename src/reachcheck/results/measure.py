"""A measure: one number about one profile, with its interval, n and denominator, or the reason why it is unknown."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from reachcheck.message import Message
from reachcheck.results.span import Span

Unit = Literal["share", "count", "days", "ratio", "per_post", "people"]
Status = Literal["known", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One piece of what a measure found: a step of growth, a block of accounts, a contradiction.

    `kind` names it; `value` was observed, `low` to `high` expected; `people` is how many followers it concerns. They
    came on the days `came`, where its own are others.
    """

    kind: str
    start: date | None = None
    end: date | None = None
    came: Span | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    people: float | None = None
    strength: float | None = None
    evidence: tuple[str, ...] = ()
    note: Message | None = None
    details: tuple[Message, ...] = ()
    """What else there is to see of it, which nothing counts."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A number with interval, n, unit and denominator.

    `k` of `n` where the value is a share of counted things. `reason` says why the status is unknown; `no_interval`
    why a known value has none. Numbers are rounded to 9 significant digits before they come here.
    """

    id: str
    family: str
    unit: Unit
    denominator: str
    status: Status
    value: float | None = None
    low: float | None = None
    high: float | None = None
    k: float | None = None
    n: float | None = None
    reason: Message | None = None
    no_interval: Message | None = None
    parts: tuple[Part, ...] = ()
    notes: tuple[Message, ...] = ()
    lacks: tuple[str, ...] = field(default=())
    """The exports that would make an unknown measure known."""
    either: bool = False
    """Whether one of them is enough; else all are needed together."""
    asked: bool = True
    """Whether the report asks for them; not for what only some people have."""

    @property
    def known(self) -> bool:
        """Whether there is a value to speak of."""
        return self.status == "known"
