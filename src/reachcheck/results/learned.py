"""What was learned from marks, and what it says of a list; it feeds nothing else."""

from dataclasses import dataclass

from reachcheck.message import Message


@dataclass(frozen=True, kw_only=True)
class Learned:
    """Of n followers with figures, how many a model takes for nobody, for somebody, and leaves open.

    `low` and `high` are the share with nobody behind them, corrected for how the model erred. They are None where the
    list is of another kind than the marks, and all figures where it lacks what the model looks at: `reason` says why,
    `lacks` names the export that would help. `name` is the model's hash.
    """

    name: str
    platform: str
    marked_nobody: int
    marked_somebody: int
    n: int | None = None
    nobody: int | None = None
    somebody: int | None = None
    undecided: int | None = None
    low: float | None = None
    high: float | None = None
    reason: Message | None = None
    lacks: str | None = None


@dataclass(frozen=True, kw_only=True)
class Called:
    """Of members with one mark, the share that models fitted without them call the other, leave open, or get right.

    `low` and `high` are limits of the share that they get wrong.
    """

    marked: int
    wrong: float
    low: float
    high: float
    undecided: float


@dataclass(frozen=True, kw_only=True)
class Fitting:
    """What a model was learned from, and how it errs on marks that it had not seen."""

    name: str
    inputs: tuple[str, ...]
    nobody: Called
    somebody: Called
    unsure: int
    without_figures: int
    area: float
    area_low: float
    area_high: float
