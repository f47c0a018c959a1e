"""What the two models say of rows, with numpy alone; each row by itself, so that a list gives what its parts give."""

import numpy as np

from reachcheck.learned.cells import NOBODY, OPEN, UNSAID, cells_of
from reachcheck.learned.model import Boosting, Logistic, Model
from reachcheck.model.columns import Bools, Floats, Index


def boosting_score(model: Boosting, inputs: Floats) -> Floats:
    """The log odds of nobody behind each row, shape (rows,); NaN is a missing input."""
    score = np.full(len(inputs), model.baseline)
    for start in model.starts.tolist():
        at = np.full(len(inputs), start, dtype=np.int64)
        moving = np.arange(len(inputs))
        while len(moving := moving[model.feature[at[moving]] >= 0]):
            node = at[moving]
            given = inputs[moving, model.feature[node]]
            left = np.where(np.isnan(given), model.missing_left[node], given <= model.threshold[node])
            at[moving] = np.where(left, model.left[node], model.right[node])
        score += model.value[at]
    return score


def logistic_score(model: Logistic, inputs: Floats) -> Floats:
    """The log odds of nobody behind each row, shape (rows,); a missing input stands at its mean."""
    standard = np.nan_to_num((inputs - model.mean) / model.scale, nan=0.0, posinf=np.inf, neginf=-np.inf)
    score = np.full(len(inputs), model.intercept)
    for at, coefficient in enumerate(model.coefficient.tolist()):
        score += coefficient * standard[:, at]
    return score


def probability(score: Floats) -> Floats:
    """What log odds are as probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(score, -700, 700))))


def said_of(model: Model, inputs: Floats) -> Index:
    """The cell of each row; `UNSAID` where an input is missing that no marked member lacked."""
    found = cells_of(boosting_score(model.boosting, inputs), logistic_score(model.logistic, inputs))
    never = np.array(model.missing) == 0
    return np.where(np.isnan(inputs[:, never]).any(axis=1), UNSAID, found)


def decided(cells: Index) -> tuple[Bools, Bools]:
    """Which rows both models take for nobody, and which are left open: they disagree there, or say nothing."""
    said = cells != UNSAID
    return said & NOBODY[cells], ~said | OPEN[cells]
