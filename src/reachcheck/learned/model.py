"""A fitted model: two ways to tell, what it was fitted on, and how it erred on marks that it had not seen."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from reachcheck.learned.cells import NOBODY, OPEN
from reachcheck.model.columns import Bools, Floats, Index


@dataclass(frozen=True, kw_only=True, eq=False)
class Boosting:
    """A sum of small trees, whose nodes stand one after the other.

    `starts` has shape (trees,), the rest (nodes,). A leaf has feature -1 and a value; any other node sends a row to
    `left` where its feature is at most `threshold` (infinite: whatever is known), and where it is missing as
    `missing_left` says. Children stand behind their parents.
    """

    baseline: float
    starts: Index
    feature: Index
    threshold: Floats
    missing_left: Bools
    left: Index
    right: Index
    value: Floats


@dataclass(frozen=True, kw_only=True, eq=False)
class Logistic:
    """A logistic regression of standardised inputs, all of shape (inputs,); what is missing stands at the mean."""

    mean: Floats
    scale: Floats
    coefficient: Floats
    intercept: float


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Of members with one mark, what models said that were fitted without them: the share in each cell (`cells.py`).

    Each member weighs as many of the list as it stands for; `effective` is how many members drawn plainly would be
    equally sure.
    """

    marked: int
    effective: float
    cells: tuple[float, ...]

    @property
    def as_nobody(self) -> float:
        """The share that both models took for nobody."""
        return min(float(np.array(self.cells)[NOBODY].sum()), 1.0)

    @property
    def undecided(self) -> float:
        """The share on which they disagreed."""
        return float(np.array(self.cells)[OPEN].sum())


@dataclass(frozen=True, kw_only=True)
class Model:
    """Two models over `inputs`; `missing` says of how many marked members each input was not known.

    `area` is the area under the curve out of fold. `name` is the hash of the rest.
    """

    name: str
    platform: str
    inputs: tuple[str, ...]
    missing: tuple[int, ...]
    nobody: Seen
    somebody: Seen
    area: float
    boosting: Boosting
    logistic: Logistic
    made_with: Mapping[str, str]
