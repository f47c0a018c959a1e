"""Two profiles side by side, or one profile on two days; never a ranking."""

from dataclasses import dataclass
from typing import Literal

from reachcheck.message import Message
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results

How = Literal["newcombe", "intervals", "counted"]
Became = Literal["stayed", "other days", "went", "out of sight", "not looked at", "came", "into sight", "looked at"]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A measure of both, and by how much the second differs from the first.

    `how` says by what the limits were made, and is None where there is no difference: `reason` says why.
    """

    first: Measure
    second: Measure
    value: float | None = None
    low: float | None = None
    high: float | None = None
    how: How | None = None
    reason: Message | None = None


@dataclass(frozen=True, kw_only=True)
class Between:
    """The least and greatest difference of two quantities that are intervals themselves."""

    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Turnover:
    """Which followers are on both lists, on the second alone and on the first alone; or why nobody can tell.

    `came` and `went` are in the order of their names. Somebody who changed the name by which a list knows them is in
    both.
    """

    stayed: int = 0
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    reason: Message | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """A rule that flags the first or the second, and what became of it between the two.

    `other days` are flags of both that share no day; `out of sight` are days that the second's files do not cover, and
    `into sight` days that the first's do not; `not looked at` is a rule that the second's files leave unknown, and
    `looked at` one that the first's do.
    """

    first: Finding
    second: Finding
    became: Became


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Both results and what is between them; `turnover` and `changes` are of one profile on two days alone."""

    first: Results
    second: Results
    one_profile: bool
    same_files: bool
    """Whether both are of the very same files, and so of one day."""
    differences: tuple[Difference, ...]
    real_reach: Between | None = None
    without_readings: Between | None = None
    """The difference of real reach if no reading set an end; None where none does."""
    turnover: Turnover | None = None
    changes: tuple[Change, ...] = ()
