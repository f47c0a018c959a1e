"""Fitting, with scikit-learn; the only place that imports it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from threadpoolctl import threadpool_limits

from reachcheck.errors import UsageError
from reachcheck.learned.cells import CELLS, cells_of
from reachcheck.learned.inputs import DIRECTIONS, chosen, known
from reachcheck.learned.model import Boosting, Logistic, Model, Seen
from reachcheck.learned.predict import boosting_score, logistic_score, probability
from reachcheck.learned.stored import named
from reachcheck.message import msg
from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.version import __version__

LEAST = 30
"""Marks of each kind below which nothing is learned."""
FOLDS = 5
SEED = 0
TREES, LEAVES, LEAF = 60, 8, 10
"""How many trees, how many leaves each at most, and how many marked members a leaf has at least."""
SAME = 1e-12


def fit(inputs: Floats, nobody: Bools, stands_for: Floats, mostly: float, platform: str) -> Model:
    """Learn from marked members: all their inputs (`inputs.matrix`), which were marked as nobody, and their weights.

    `stands_for` is how many members of the list each stands for. It counts in how often the models err, not in the
    fit, where both marks weigh the same. UsageError: fewer than `LEAST` of a mark.
    """
    if min(found := (int(nobody.sum()), int((~nobody).sum()))) < LEAST:
        raise UsageError(
            msg("learned.few_marks", nobody=found[0], somebody=found[1], at_least=LEAST),
            remedy=msg("learned.mark_more"),
        )
    names = known(inputs, mostly)
    x = chosen(inputs, names)
    # Sums over threads come in any order; the same marks are to give the same bits.
    with threadpool_limits(limits=1):
        first, second = _out_of_fold(x, nobody, names)
        boosting, logistic = _extracted(*_fitted(x, nobody, names), x)
    cells = cells_of(first, second)
    return named(
        Model(
            name="",
            platform=platform,
            inputs=names,
            missing=tuple(np.isnan(x).sum(axis=0).tolist()),
            nobody=_seen(cells[nobody], stands_for[nobody]),
            somebody=_seen(cells[~nobody], stands_for[~nobody]),
            area=float(roc_auc_score(nobody, first)),
            boosting=boosting,
            logistic=logistic,
            made_with={"reachcheck": __version__, "scikit-learn": sklearn.__version__},
        )
    )


def _fitted(x: Floats, nobody: Bools, names: Sequence[str]) -> tuple[Any, Any]:
    """Both models as scikit-learn has them: small trees that go one way in each input, and the cross-check."""
    boosting = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=LEAF,
        early_stopping=False,
        monotonic_cst=[DIRECTIONS[name] for name in names],
        class_weight="balanced",
        random_state=SEED,
    )
    logistic = make_pipeline(
        StandardScaler(),
        SimpleImputer(strategy="constant", fill_value=0.0),
        LogisticRegression(class_weight="balanced", max_iter=1000),
    )
    return boosting.fit(x, nobody), logistic.fit(x, nobody)


def _out_of_fold(x: Floats, nobody: Bools, names: Sequence[str]) -> tuple[Floats, Floats]:
    """The log odds that each model gives each member, fitted on the other folds; shape (members,)."""
    said = np.empty((2, len(x)))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    for others, mine in folds.split(x, nobody):
        for at, model in enumerate(_fitted(x[others], nobody[others], names)):
            said[at, mine] = model.decision_function(x[mine])
    return said[0], said[1]


def _seen(cells: Index, weight: Floats) -> Seen:
    """What was said of members with one mark; the effective size is Kish's (1965)."""
    shares = np.bincount(cells, weight, minlength=CELLS) / weight.sum()
    return Seen(
        marked=len(cells),
        effective=float(weight.sum() ** 2 / (weight**2).sum()),
        cells=tuple(shares.tolist()),
    )


def _extracted(boosting: Any, logistic: Any, x: Floats) -> tuple[Boosting, Logistic]:
    """The numbers of both models. RuntimeError: with them, rows do not get what scikit-learn says of them."""
    trees, lines = trees_of(boosting), line_of(logistic)
    for model, ours in ((boosting, boosting_score(trees, x)), (logistic, logistic_score(lines, x))):
        if not np.allclose(model.predict_proba(x)[:, 1], probability(ours), rtol=0, atol=SAME):
            raise RuntimeError(f"scikit-learn {sklearn.__version__} keeps its models in another way")
    return trees, lines


def trees_of(model: Any) -> Boosting:
    """The trees of a fitted HistGradientBoostingClassifier of two classes."""
    nodes = [each[0].nodes for each in model._predictors]
    sizes = np.array([len(each) for each in nodes], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    every, before = np.concatenate(nodes), np.repeat(starts, sizes)
    leaf = every["is_leaf"] == 1
    return Boosting(
        baseline=float(model._baseline_prediction.ravel()[0]),
        starts=starts,
        feature=np.where(leaf, -1, every["feature_idx"]).astype(np.int64),
        threshold=np.where(leaf, 0.0, every["num_threshold"]),
        missing_left=~leaf & (every["missing_go_to_left"] == 1),
        left=np.where(leaf, 0, every["left"] + before).astype(np.int64),
        right=np.where(leaf, 0, every["right"] + before).astype(np.int64),
        value=np.where(leaf, every["value"], 0.0),
    )


def line_of(model: Any) -> Logistic:
    """The numbers of a fitted pipeline of scaler, imputer and logistic regression."""
    scaler, _, logistic = (step for _, step in model.steps)
    return Logistic(
        mean=scaler.mean_.astype(np.float64),
        scale=scaler.scale_.astype(np.float64),
        coefficient=logistic.coef_[0].astype(np.float64),
        intercept=float(logistic.intercept_[0]),
    )
