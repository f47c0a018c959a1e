"""Intervals against scipy, and their exact values at the ends."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from reachcheck.stats import intervals, tails

levels = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99, 0.999])


def test_z_of_the_usual_levels():
    assert intervals.z_of(0.95) == pytest.approx(1.959963984540054, abs=1e-12)
    assert intervals.z_of(0.90) == pytest.approx(1.6448536269514722, abs=1e-12)


@pytest.mark.parametrize("level", [0.0, 1.0, -0.5, 1.5, math.nan])
def test_a_level_outside_0_to_1_is_an_error(level):
    calls = [
        lambda: intervals.z_of(level),
        lambda: intervals.wilson(np.ones(1), np.ones(1), level),
        lambda: intervals.median_ranks(9, level),
        lambda: intervals.clopper_pearson(0, 0 + 1, level),
        lambda: intervals.poisson_lower(0, level),
        lambda: intervals.poisson_upper(0, level),
    ]
    for call in calls:
        with pytest.raises(ValueError, match=f"a level lies between 0 and 1, not at {level}"):
            call()


def test_wilson_by_hand():
    # 8 of 10 at z = 1.96: (8 + 1.9207 -+ 1.96 sqrt(1.6 + .9604)) / 13.8415
    low, high = intervals.wilson(np.array([8.0]), np.array([10.0]))
    assert low[0] == pytest.approx(0.4901625, abs=1e-6)
    assert high[0] == pytest.approx(0.9433178, abs=1e-6)


def test_related_trials_count_as_fewer():
    # two clusters of 4, all hits and none: 8 trials are as good as 8 / 8 = 1 of its variance, sum of squares 2 x 4,
    # times 2 / 1 over 8 x .25
    k, n = np.array([4, 0]), np.array([4, 4])
    low, high = intervals.wilson(np.array([0.5]), np.array([1.0]))
    assert intervals.clustered(k, n) == (low[0], high[0])
    # spread evenly they are no more than single trials
    low, high = intervals.wilson(np.array([4.0]), np.array([8.0]))
    assert intervals.clustered(np.array([2, 2]), n) == (low[0], high[0])
    assert intervals.clustered(np.array([4]), np.array([8])) == (low[0], high[0])


def test_without_misses_or_hits_clusters_are_what_counts():
    low, high = intervals.wilson(np.array([3.0, 0.0]), np.array([3.0, 3.0]), 0.9)
    n = np.array([5, 5, 2])
    assert intervals.clustered(n, n, 0.9) == (low[0], 1.0)
    assert intervals.clustered(0 * n, n, 0.9) == (0.0, high[1])


def test_no_trials_have_no_share():
    assert np.isnan(intervals.clustered(np.zeros(0, np.int64), np.zeros(0, np.int64))).all()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=1, max_size=20), levels)
def test_related_trials_are_never_surer_than_single_ones(pairs, level):
    k, n = np.array([min(a, b) for a, b in pairs]), np.array([b for _, b in pairs])
    low, high = intervals.clustered(k, n, level)
    plain = intervals.wilson(np.array([float(k.sum())]), np.array([float(n.sum())]), level)
    assert low <= plain[0][0] + 1e-12
    assert high >= plain[1][0] - 1e-12


def test_wilson_has_exact_ends_and_no_share_of_nothing():
    k = np.array([0.0, 5, 0, math.nan, 2, 6, -1, 3])
    n = np.array([5.0, 5, 0, 5, math.nan, 5, 5, -3])
    low, high = intervals.wilson(k, n)
    assert low[0] == 0
    assert 0 < high[0] < 1
    assert 0 < low[1] < 1
    assert high[1] == 1
    assert low[0] == pytest.approx(1 - high[1], abs=0)
    assert low[1] == pytest.approx(1 - high[0], abs=1e-15)
    assert np.isnan(low[2:]).all()
    assert np.isnan(high[2:]).all()


def test_wilson_of_a_sliver_stays_within_0_and_1():
    for k in 10.0 ** -np.arange(8, 25):
        low, high = intervals.wilson(np.array([k, 1 - k]), np.array([1.0, 1.0]), 0.999999)
        assert (low >= 0).all()
        assert (high <= 1).all()


@settings(deadline=None)
@given(st.integers(1, 10**6), st.data(), levels)
def test_wilson_agrees_with_scipy(n, data, level):
    k = data.draw(st.integers(0, n))
    low, high = intervals.wilson(np.array([float(k)]), np.array([float(n)]), level)
    expected = stats.binomtest(k, n).proportion_ci(level, method="wilson")
    assert low[0] == pytest.approx(expected.low, abs=1e-12)
    assert high[0] == pytest.approx(expected.high, abs=1e-12)
    assert 0 <= low[0] <= k / n <= high[0] <= 1


@settings(deadline=None)
@given(st.integers(0, 3000), levels)
def test_median_ranks_are_the_innermost_that_cover(n, level):
    ranks = intervals.median_ranks(n, level)

    def covers(r):
        return 1 - 2 * stats.binom.cdf(r - 1, n, 0.5) >= level - 1e-12

    if ranks is None:
        assert n == 0 or not covers(1)
    else:
        low, high = ranks
        assert low + high == n + 1
        assert 1 <= low < high
        assert covers(low)
        assert low + 1 > n // 2 or not covers(low + 1)


@pytest.mark.parametrize(
    ("n", "level", "expected"),
    [
        (0, 0.95, None),
        (1, 0.95, None),
        (5, 0.95, None),
        (6, 0.95, (1, 6)),
        (8, 0.95, (1, 8)),
        (9, 0.95, (2, 8)),
        (100, 0.95, (40, 61)),
        (2, 0.5, (1, 2)),
        (3, 0.75, (1, 3)),
        (3, 0.5, (1, 3)),
        (10**6, 0.95, (499020, 500981)),
    ],
)
def test_median_ranks_by_the_table(n, level, expected):
    assert intervals.median_ranks(n, level) == expected


def test_median_interval_takes_those_order_statistics():
    nine = np.array([9.0, 1, 8, 2, 7, 3, 6, 4, 5])
    values = np.concatenate((nine[:5], nine, [math.nan], nine[:6], nine * 10))
    starts = np.array([0, 5, 15, 15, 21, 30])
    low, high = intervals.median_interval(values, starts)
    np.testing.assert_array_equal(low, [math.nan, 2, math.nan, 1, 20])
    np.testing.assert_array_equal(high, [math.nan, 8, math.nan, 9, 80])


def test_median_interval_heeds_the_level():
    values, starts = np.arange(1.0, 101), np.array([0, 100])
    assert [float(end[0]) for end in intervals.median_interval(values, starts, 0.5)] == [47, 54]
    assert [float(end[0]) for end in intervals.median_interval(values, starts)] == [40, 61]


def test_median_interval_covers_the_median():
    draws = np.random.default_rng(5).lognormal(1, 2, (4000, 20))
    low, high = intervals.median_interval(draws.ravel(), np.arange(0, 80001, 20))
    assert 0.95 <= np.mean((low <= math.e) & (math.e <= high)) < 0.98


@settings(deadline=None)
@given(st.one_of(st.integers(1, 300), st.integers(1, 10**6)), st.data(), levels)
def test_clopper_pearson_agrees_with_scipy(n, data, level):
    k = data.draw(st.integers(0, n))
    low, high = intervals.clopper_pearson(k, n, level)
    tail = (1 - level) / 2
    assert low == (pytest.approx(stats.beta.ppf(tail, k, n - k + 1), rel=1e-8) if k else 0.0)
    assert high == (pytest.approx(stats.beta.ppf(1 - tail, k + 1, n - k), rel=1e-8) if k < n else 1.0)


def test_clopper_pearson_by_hand_and_at_95_by_default():
    # none of n: 1 - (alpha / 2)^(1 / n)
    assert intervals.clopper_pearson(0, 4) == (0.0, pytest.approx(1 - 0.025**0.25, abs=1e-15))
    assert intervals.clopper_pearson(4, 4) == (pytest.approx(0.025**0.25, abs=1e-15), 1.0)


@pytest.mark.parametrize(("k", "n"), [(-1, 5), (6, 5), (0, 0)])
def test_clopper_pearson_of_no_share_is_an_error(k, n):
    with pytest.raises(ValueError, match=f"{k} of {n} is not a share"):
        intervals.clopper_pearson(k, n)


@settings(deadline=None)
@given(st.one_of(st.integers(0, 100), st.integers(0, 10**6)), levels)
def test_poisson_limits_agree_with_scipy(k, level):
    tail = (1 - level) / 2
    upper, lower = intervals.poisson_upper(k, level), intervals.poisson_lower(k, level)
    assert upper == pytest.approx(stats.chi2.ppf(1 - tail, 2 * k + 2) / 2, rel=1e-8)
    assert lower == (pytest.approx(stats.chi2.ppf(tail, 2 * k) / 2, rel=1e-8) if k else 0.0)


@pytest.mark.parametrize("level", [0.001, 0.01, 1 - 1e-6, 1 - 1e-10, 1 - 1e-13])
@pytest.mark.parametrize("k", [0, 1, 7, 400, 10**5])
def test_poisson_limits_at_extreme_levels(k, level):
    tail = (1 - level) / 2
    assert intervals.poisson_upper(k, level) == pytest.approx(stats.chi2.isf(tail, 2 * k + 2) / 2, rel=1e-8)
    if k:
        assert intervals.poisson_lower(k, level) == pytest.approx(stats.chi2.ppf(tail, 2 * k) / 2, rel=1e-8)


def test_poisson_limits_are_at_95_by_default():
    assert intervals.poisson_upper(0) == pytest.approx(-math.log(0.025), abs=1e-12)
    assert intervals.poisson_lower(1) == pytest.approx(-math.log(0.975), abs=1e-12)


def test_a_negative_count_is_an_error():
    for limit in (intervals.poisson_lower, intervals.poisson_upper):
        with pytest.raises(ValueError, match="-1 is not a count"):
            limit(-1)


@settings(deadline=None)
@given(st.integers(1, 5000), st.data())
def test_binomial_tails_agree_with_scipy(n, data):
    p = data.draw(st.floats(1e-6, 1 - 1e-6))
    below = data.draw(st.integers(0, math.floor(n * p)))
    above = data.draw(st.integers(math.ceil(n * p), n))
    assert tails.binomial_below(below, n, p) == pytest.approx(stats.binom.cdf(below, n, p), rel=1e-9, abs=1e-30)
    assert tails.binomial_above(above, n, p) == pytest.approx(stats.binom.sf(above - 1, n, p), rel=1e-9, abs=1e-30)


def test_far_binomial_tails_agree_with_exact_fractions():
    share = Fraction(5, 8)
    terms = [math.comb(1508, k) * share**k * (1 - share) ** (1508 - k) for k in range(1509)]
    assert tails.binomial_above(1470, 1508, 0.625) == pytest.approx(float(sum(terms[1470:])), rel=1e-11)
    assert tails.binomial_below(300, 1508, 0.625) == pytest.approx(float(sum(terms[:301])), rel=1e-11)


@settings(deadline=None)
@given(st.floats(0.01, 1e4), st.data())
def test_poisson_tails_agree_with_scipy(mean, data):
    below = data.draw(st.integers(0, math.floor(mean)))
    above = data.draw(st.integers(math.ceil(mean), math.ceil(3 * mean)))
    assert tails.poisson_below(below, mean) == pytest.approx(stats.poisson.cdf(below, mean), rel=1e-9, abs=1e-30)
    assert tails.poisson_above(above, mean) == pytest.approx(stats.poisson.sf(above - 1, mean), rel=1e-9, abs=1e-30)


def test_crossing_is_found_to_the_last_bit():
    assert tails.crossing(lambda x: x * x < 2, 0.0, 2.0) == pytest.approx(math.sqrt(2), abs=4.5e-16)
    assert tails.crossing(lambda x: x < 1e-200, 0.0, 1.0) == pytest.approx(1e-200, rel=1e-15)
