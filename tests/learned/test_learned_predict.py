"""What numpy says of a stored model is what scikit-learn says of the fitted one, row by row."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from learned_made import figures, rows
from sklearn.ensemble import HistGradientBoostingClassifier

from reachcheck.errors import UsageError
from reachcheck.learned import fit as fitting
from reachcheck.learned.cells import NOBODY, OPEN, UNSAID, cells_of
from reachcheck.learned.inputs import DIRECTIONS, chosen, known, matrix
from reachcheck.learned.predict import boosting_score, decided, logistic_score, probability, said_of
from reachcheck.learned.stored import written

NAMES = tuple(DIRECTIONS)


@cache
def fitted(seed: int = 1, n: int = 300, **made: float):
    edges, nobody = figures(seed, n, **made)
    return fitting.fit(matrix(edges), nobody, np.ones(n), 0.9, "instagram")


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("n", [90, 400, 3000])
def test_both_models_say_what_scikit_learn_says_of_rows_with_holes(seed, n) -> None:
    edges, nobody = figures(seed, n)
    x = matrix(edges)
    boosting, logistic = fitting._fitted(x, nobody, NAMES)
    other = np.concatenate([x, rows(seed, 4000)])
    ours = boosting_score(fitting.trees_of(boosting), other)
    assert np.array_equal(ours, boosting.decision_function(other))
    np.testing.assert_allclose(probability(ours), boosting.predict_proba(other)[:, 1], rtol=0, atol=1e-12)
    line = logistic_score(fitting.line_of(logistic), other)
    np.testing.assert_allclose(probability(line), logistic.predict_proba(other)[:, 1], rtol=0, atol=1e-12)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(20, 200), st.floats(0, 0.9), st.integers(2, 31))
def test_any_trees_of_any_data_are_read_rightly(seed, n, missing, leaves) -> None:
    rng = np.random.default_rng(seed)
    x, y = rows(seed, n, missing), rng.random(n) < 0.5
    y[:2] = [True, False]
    model = HistGradientBoostingClassifier(max_iter=8, max_leaf_nodes=leaves, min_samples_leaf=2, random_state=0)
    other = rows(seed + 1, 300, missing)
    assert np.array_equal(
        boosting_score(
            fitting.trees_of(
                model.fit(x, y),
            ),
            other,
        ),
        model.decision_function(other),
    )


def test_a_split_of_known_from_missing_has_no_finite_limit_and_is_read_rightly() -> None:
    x = np.full((80, 5), 1.0)
    x[:40, 2] = np.nan
    x[40:, 2] = np.arange(40)
    y = np.arange(80) < 40
    model = HistGradientBoostingClassifier(max_iter=3, min_samples_leaf=5).fit(x, y)
    trees = fitting.trees_of(model)
    assert np.isinf(trees.threshold).any()
    assert np.array_equal(boosting_score(trees, x), model.decision_function(x))


def test_cells_by_hand() -> None:
    first, second = np.array([-3.0, -1.0, 0.0, 0.1, 2.5]), np.array([3.0, -1.0, 0.0, 0.1, -9.0])
    found = cells_of(first, second)
    assert found.tolist() == [5, 1, 2, 9, 6]
    assert NOBODY[found].tolist() == [False, False, False, True, False]
    assert OPEN[found].tolist() == [True, False, False, False, True]
    assert (NOBODY.sum(), OPEN.sum()) == (3, 6)


def test_a_row_gets_the_same_alone_and_among_others() -> None:
    model, x = fitted(), rows(9, 500)
    for at in range(0, 500, 50):
        assert boosting_score(model.boosting, x[at : at + 1])[0] == boosting_score(model.boosting, x)[at]
        assert logistic_score(model.logistic, x[at : at + 1])[0] == logistic_score(model.logistic, x)[at]


@pytest.mark.parametrize("name", NAMES)
def test_more_of_a_figure_never_speaks_the_other_way(name) -> None:
    model, x = fitted(n=1000), rows(4, 400, missing=0.0)
    more = x.copy()
    more[:, NAMES.index(name)] += 2.0
    change = boosting_score(model.boosting, more) - boosting_score(model.boosting, x)
    assert (change * DIRECTIONS[name] >= 0).all()
    assert change.any()


def test_rows_on_which_the_two_disagree_are_left_open() -> None:
    model, x = fitted(), matrix(figures(7, 2000)[0])
    nobody, undecided = decided(said_of(model, x))
    first, second = boosting_score(model.boosting, x) > 0, logistic_score(model.logistic, x) > 0
    assert undecided.any() and not (nobody & undecided).any()
    assert np.array_equal(undecided, first != second)
    assert np.array_equal(nobody, first & second)


def test_a_row_that_lacks_what_no_marked_member_lacked_is_left_open() -> None:
    model = fitted(missing=0.0)
    x = matrix(figures(7, 200, missing=0.0)[0])
    x[:50, 2] = np.nan
    assert (said_of(model, x)[:50] == UNSAID).all()
    assert decided(said_of(model, x))[1][:50].all()
    assert not decided(said_of(model, x))[0][:50].any()


def test_the_same_marks_give_the_same_bytes() -> None:
    assert written(fitted(3)) == written(fitted.__wrapped__(3))
    assert written(fitted(3)) != written(fitted(4))


def test_fewer_than_thirty_of_a_kind_teach_nothing() -> None:
    edges, _ = figures(1, 100)
    with pytest.raises(UsageError) as refused:
        fitting.fit(matrix(edges), np.arange(100) < 29, np.ones(100), 0.9, "")
    assert refused.value.problem.params == {"nobody": 29, "somebody": 71, "at_least": 30}


def test_inputs_by_hand() -> None:
    edges, _ = figures(1, 1)
    edges.followers[:], edges.following[:], edges.posts[:], edges.has_picture[:] = 9.0, 99.0, np.nan, -1
    found = matrix(edges)[0]
    assert found[:2] == pytest.approx(np.log([10.0, 100.0]))
    assert found[3] == pytest.approx(np.log(10.0))
    assert np.isnan(found[[2, 4]]).all()
    assert known(matrix(edges), 0.9) == ("followers", "following", "ratio")
    assert chosen(matrix(edges), ("ratio", "followers"))[0] == pytest.approx(np.log([10.0, 10.0]))


def test_figures_below_nought_are_none() -> None:
    edges, _ = figures(1, 1)
    edges.followers[:] = -1.0
    assert np.isnan(matrix(edges)[0, [0, 3]]).all()


def test_what_scikit_learn_keeps_in_another_way_is_no_model(monkeypatch) -> None:
    edges, nobody = figures(1, 100)
    right = fitting.trees_of

    def other(model):
        made = right(model)
        made.value[:] *= 1.001
        return made

    monkeypatch.setattr(fitting, "trees_of", other)
    with pytest.raises(RuntimeError, match="another way"):
        fitting.fit(matrix(edges), nobody, np.ones(100), 0.9, "")
