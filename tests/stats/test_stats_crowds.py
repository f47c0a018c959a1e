"""Pulls of a table with given totals, crowds of people seen once, and people seen together: by hand and by chance."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.capture import incidences
from reachcheck.stats.crowds import crowd, same_two
from reachcheck.stats.margins import odds, symmetric


def chances(rows, columns):
    x, y = odds(np.array(rows), np.array(columns))
    product = np.outer(x, y)
    return product / (1 + product)


def drawn(rng, size, held, spread, propensities):
    """Sightings of an honest audience: a person's readiness times the occasion's pull."""
    pull = np.exp(rng.normal(0, spread, held))
    return rng.random((size, held)) < np.clip(propensities(size)[:, None] * pull / pull.mean(), 0, 1)


def seen(table):
    people, occasions = np.nonzero(table)
    return incidences(people, occasions)


# ------------------------------------------------------------------------------------------------ chances


def test_equal_totals_have_equal_chances():
    np.testing.assert_allclose(chances([1, 1, 1, 1], [2, 2]), 0.5, rtol=1e-6)


def test_chances_sum_to_the_totals():
    rows, columns = [1, 1, 2, 3, 5, 2], [6, 3, 1, 2, 2]
    rows[4], columns[0] = 4, 5
    found = chances(rows, columns)
    np.testing.assert_allclose(found.sum(axis=1), rows, rtol=1e-6)
    np.testing.assert_allclose(found.sum(axis=0), columns, rtol=1e-6)


def test_a_total_of_everything_is_nearly_certain_and_one_of_nothing_is_not():
    found = chances([3, 1, 1, 1, 0], [2, 2, 2])
    assert (found[0] > 0.8).all()
    assert (found[4] == 0).all()


@settings(deadline=None)
@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=2, max_size=12), st.randoms())
def test_neither_order_nor_names_change_a_bit(rows, random):
    table = np.array(rows)
    down, across = list(range(len(rows))), list(range(4))
    random.shuffle(down)
    random.shuffle(across)
    x, y = odds(table.sum(axis=1), table.sum(axis=0))
    other_x, other_y = odds(table[down].sum(axis=1), table[:, across].sum(axis=0))
    assert (x[down] == other_x).all()
    assert (y[across] == other_y).all()


def test_symmetric_sums_by_hand():
    assert symmetric(np.array([1.0, 2.0, 3.0, 4.0])) == pytest.approx((10, 35, 50))
    assert symmetric(np.array([2.0])) == pytest.approx((2, 0, 0))


def test_symmetric_sums_of_one_that_dwarfs_the_others():
    # 1e9 + 3, 3e9 + 3 and 3e9 + 1: nothing is lost in differences of large numbers
    assert symmetric(np.array([1.0, 1e9, 1.0, 1.0])) == (1e9 + 3, 3e9 + 3, 3e9 + 1)
    assert symmetric(np.array([1e-6, 1e12, 1e-6]))[2] == pytest.approx(1.0, rel=1e-12)


# ------------------------------------------------------------------------------------------------ crowds


def test_who_was_seen_once_as_the_others_spread_is_no_crowd():
    # each of four occasions: ten seen there alone, and all pairs of occasions by five people
    rows = [np.eye(4, dtype=bool)[j] for j in range(4) for _ in range(10)]
    rows += [np.eye(4, dtype=bool)[i] | np.eye(4, dtype=bool)[j] for i in range(4) for j in range(i) for _ in range(5)]
    found = crowd(seen(np.array(rows)))
    assert (found.seen, found.expected) == (10, pytest.approx(10))
    error = math.sqrt(1 / 10.5 + 1 / 30.5 + 1 / 15.5 + 1 / 45.5)
    assert found.strength == pytest.approx((math.log(10.5 / 30.5) - math.log(1 / 3)) / error)


def test_a_crowd_on_one_occasion_by_hand():
    # the same with 60 more on one: 70 of 100 where 25 are expected; R_j = 15 of 60
    rows = [np.eye(4, dtype=bool)[j] for j in range(4) for _ in range(10 + 60 * (j == 2))]
    rows += [np.eye(4, dtype=bool)[i] | np.eye(4, dtype=bool)[j] for i in range(4) for j in range(i) for _ in range(5)]
    found = crowd(seen(np.array(rows)))
    assert (found.seen, found.expected) == (70, pytest.approx(25))
    error = math.sqrt(1 / 70.5 + 1 / 30.5 + 1 / 15.5 + 1 / 45.5)
    assert found.strength == pytest.approx((math.log(70.5 / 30.5) - math.log(1 / 3)) / error)


@pytest.mark.parametrize("table", [[[1, 0], [0, 1]], [[1, 1], [1, 1]], [[1], [1]]])
def test_nobody_once_or_nobody_again_is_no_crowd(table):
    assert crowd(seen(np.array(table, bool))) is None


@pytest.mark.parametrize("spread", [0.5, 1.0, 1.5])
def test_occasions_of_unequal_pull_make_no_crowd(spread):
    rng = np.random.default_rng(61)
    found = []
    for _ in range(60):
        one = seen(drawn(rng, 600, 12, spread, lambda n: rng.beta(0.5, 9.5, n)))
        clearest = crowd(one)
        found.append(clearest.strength > 4 and clearest.seen - clearest.expected > 0.25 * (one.captures == 1).sum())
    assert sum(found) == 0


def test_two_hundred_who_came_once_are_a_crowd():
    rng = np.random.default_rng(62)
    hits = 0
    for _ in range(30):
        table = drawn(rng, 600, 12, 0.5, lambda n: rng.beta(0.5, 9.5, n))
        crowd_of = np.zeros((200, 12), bool)
        crowd_of[:, 3] = True
        one = seen(np.vstack([table, crowd_of]))
        clearest = crowd(one)
        hits += clearest.strength > 4 and clearest.seen - clearest.expected > 0.25 * (one.captures == 1).sum()
    assert hits >= 28


# ------------------------------------------------------------------------------------------------ together


def test_seen_twice_by_hand():
    # three equal occasions: e = 3 y, 3 y^2, y^3. 30 seen once, 30 twice, 10 in all three
    eye = np.eye(3, dtype=bool)
    rows = [eye[j] for j in range(3) for _ in range(10)] + [~eye[j] for j in range(3) for _ in range(10)]
    rows += [np.ones(3, bool)] * 10
    expected = (math.log(30 / 30) - math.log(10 * 3 / 30)) / math.sqrt(4 / 30 + 1 / 30 + 1 / 10)
    assert same_two(seen(np.array(rows))) == pytest.approx(expected, abs=1e-6)


def test_without_one_of_the_three_it_cannot_be_told():
    assert math.isnan(same_two(seen(np.eye(3, dtype=bool))))
    assert math.isnan(same_two(seen(np.array([[1, 1, 0], [1, 0, 0]], bool))))


@pytest.mark.parametrize("spread", [0.5, 1.5])
def test_equal_people_under_unequal_occasions_are_a_mixture(spread):
    rng = np.random.default_rng(63)
    worst = max(same_two(seen(drawn(rng, 1000, 5, spread, lambda n: np.full(n, 0.3)))) for _ in range(60))
    assert worst < 3


def test_a_group_on_the_same_two_occasions_is_none():
    rng = np.random.default_rng(64)
    for _ in range(10):
        group = np.zeros((150, 12), bool)
        group[:, [3, 5]] = True
        table = np.vstack([drawn(rng, 600, 12, 0.5, lambda n: rng.beta(0.5, 9.5, n)), group])
        assert same_two(seen(table)) > 3
