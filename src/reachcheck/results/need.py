"""What an employer looks for, and what the measures of one profile say of it; it feeds nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reachcheck.message import Message
from reachcheck.results.measure import Measure

Met = Literal["met", "not met", "unknown"]
Texts = Mapping[str, str]
"""An employer's own words by language; under the empty name where they are of none in particular."""


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One measure with the threshold that is asked for: `at_least` or `at_most`, never both.

    `least_n` is the n of the measure below which nothing is said; `weight` is what the file gives it in a total.
    """

    name: str
    measure: str
    at_least: float | None = None
    at_most: float | None = None
    least_n: float | None = None
    weight: float | None = None
    purpose: Texts


@dataclass(frozen=True, kw_only=True)
class Need:
    """A named list of criteria."""

    name: str
    title: Texts
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A criterion with what was found; `reason` says why it is unknown.

    `exports` would tell, and `withheld` would if the platform gave them to anybody. `if_accepted` is what it would be
    with the events that the person states, where there are any.
    """

    criterion: Criterion
    status: Met
    found: Measure
    reason: Message | None = None
    exports: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    if_accepted: Met | None = None


@dataclass(frozen=True, kw_only=True)
class Total:
    """The share of the weight that is met: `low` with all that is unknown left out, `high` with it."""

    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class NeedResult:
    """A need with each criterion looked at, and a total only where somebody asked for one."""

    need: Need
    criteria: tuple[Checked, ...]
    total: Total | None = None
