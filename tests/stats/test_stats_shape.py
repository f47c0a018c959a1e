"""Shapes of one array, and robust location and scale."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from reachcheck.stats.robust import anscombe, robust_z, scaled_mad
from reachcheck.stats.shape import effective_number, h_index, top_share

counts = arrays(np.float64, st.integers(0, 30), elements=st.one_of(st.integers(0, 40).map(float), st.just(math.nan)))
values = arrays(np.float64, st.integers(1, 30), elements=st.floats(-1e6, 1e6))
NONE = np.empty(0)
HOLES = np.array([math.nan, math.nan])


@pytest.mark.parametrize(
    ("line", "expected"),
    [([10, 8, 5, 4, 3], 4), ([25, 8, 5, 3, 3], 3), ([0, 0], 0), ([1], 1), ([0.5], 0), ([2, 2, math.nan], 2), ([], 0)],
)
def test_h_index_by_hand(line, expected):
    found = h_index(np.array(line, np.float64))
    assert found == expected
    assert type(found) is int


@settings(deadline=None)
@given(counts)
def test_h_index_is_the_greatest_that_holds(line):
    h = h_index(line)
    assert (line >= h).sum() >= h or h == 0
    assert (line >= h + 1).sum() < h + 1


def test_top_share_by_hand():
    line = np.array([1.0, 4, math.nan, 0, 3, 2])
    assert [top_share(line, top) for top in (1, 2, 3, 4, 9)] == [0.4, 0.7, pytest.approx(0.9), 1.0, 1.0]


def test_effective_number_by_hand():
    assert effective_number(np.array([2.0, 1, 1, 0, math.nan])) == pytest.approx(2 * math.sqrt(2), rel=1e-14)
    assert effective_number(np.full(7, 3.0)) == pytest.approx(7, rel=1e-14)
    assert effective_number(np.array([0.0, 5.0])) == 1.0


@pytest.mark.parametrize("line", [NONE, HOLES, np.zeros(3), np.array([-1.0, 5.0]), np.array([-1.0])])
def test_no_total_or_a_negative_weight_has_no_share(line):
    assert math.isnan(top_share(line, 1))
    assert math.isnan(effective_number(line))


@pytest.mark.parametrize("top", [0, -3])
def test_the_greatest_are_at_least_one(top):
    with pytest.raises(ValueError, match=f"the {top} greatest are nobody"):
        top_share(np.ones(3), top)


def test_weights_of_very_unlike_size():
    line = np.array([5e-324, 1e300])
    assert effective_number(line) == 1.0
    assert top_share(line, 1) == 1.0


def test_all_hold_no_more_than_all_in_spite_of_rounding():
    line = np.array([4.0, 11, 14, 14, 16, 18])
    assert (line / line.sum()).sum() > 1
    assert top_share(line, 6) == 1.0


@settings(deadline=None)
@given(counts, st.integers(1, 40))
def test_shares_lie_within_their_ends(line, top):
    positive = (line > 0).sum()
    if positive:
        share = top_share(line, top)
        assert min(1, top / positive) - 1e-12 <= share <= 1
        assert share <= top_share(line, top + 1)
        assert 1 - 1e-12 <= effective_number(line) <= positive * (1 + 1e-12)


@settings(deadline=None)
@given(counts, st.randoms())
def test_the_order_of_rows_changes_no_bit(line, random):
    other = line.tolist()
    random.shuffle(other)
    for statistic in (effective_number, lambda each: top_share(each, 3)):
        pair = np.array([statistic(line), statistic(np.array(other, np.float64))])
        assert pair[:1].tobytes() == pair[1:].tobytes()


@settings(deadline=None)
@given(counts)
def test_effective_number_is_the_exponential_of_entropy(line):
    known = line[~np.isnan(line)]
    if known.sum() > 0:
        assert effective_number(line) == pytest.approx(math.exp(stats.entropy(known)), rel=1e-12)


def test_anscombe_by_hand_and_its_variance():
    np.testing.assert_allclose(anscombe(np.array([0.0, 3.625, math.nan])), [2 * math.sqrt(0.375), 4, math.nan])
    draws = np.random.default_rng(2).poisson(20, 20000).astype(float)
    assert anscombe(draws).var() == pytest.approx(1, abs=0.04)


def test_scaled_mad_by_hand():
    assert scaled_mad(np.array([1.0, math.nan, 2, 4, 9, 100])) == pytest.approx(1.4826 * 3)
    assert math.isnan(scaled_mad(NONE))
    assert math.isnan(scaled_mad(HOLES))


@settings(deadline=None)
@given(values)
def test_scaled_mad_agrees_with_scipy(line):
    expected = 1.4826 * stats.median_abs_deviation(line)
    assert scaled_mad(line) == pytest.approx(expected, rel=1e-12, abs=1e-9)


def test_robust_z_by_hand():
    sample = np.array([1.0, 2, math.nan, 4, 9, 100])
    assert robust_z(10, sample, 1.0) == pytest.approx(6 / (1.4826 * 3))
    assert robust_z(-2, sample, 12.0) == -0.5
    assert robust_z(9, np.full(5, 7.0), 0.5) == 4.0
    assert math.isnan(robust_z(9, HOLES, 0.5))


@pytest.mark.parametrize("floor", [0.0, -1.0, math.nan])
def test_robust_z_needs_a_least_scale(floor):
    with pytest.raises(ValueError, match=f"the least scale must be above 0, not {floor}"):
        robust_z(1.0, np.ones(3), floor)
