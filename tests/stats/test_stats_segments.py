"""Statistics of segments: hand-computed values, numpy as the oracle, and the same bits alone as in a crowd."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reachcheck.stats import segments

VALUES = np.array([3.0, 1.0, np.nan, 2.0, 5.0, np.nan, 4.0, 4.0, 4.0, 0.0])
STARTS = np.array([0, 3, 3, 5, 6, 9, 10])
MISSING = math.nan

STATISTICS = {
    "total": segments.total,
    "count": segments.count,
    "median": segments.median,
    "quantile": lambda values, starts: segments.quantile(values, starts, 0.3),
    "mad": segments.mad,
    "gini": segments.gini,
    "smallest": segments.smallest,
    "largest": segments.largest,
}

numbers = st.one_of(st.floats(-1e6, 1e6), st.just(math.nan), st.just(-0.0), st.integers(0, 9).map(float))
columns = arrays(np.float64, st.integers(0, 40), elements=numbers)
counts = arrays(np.float64, st.integers(0, 40), elements=st.one_of(st.integers(0, 50).map(float), st.just(math.nan)))


def alone(values):
    return np.array([0, len(values)])


def known(values):
    return values[~np.isnan(values)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("total", [4, MISSING, 7, MISSING, 12, 0]),
        ("count", [2, 0, 2, 0, 3, 1]),
        ("median", [2, MISSING, 3.5, MISSING, 4, 0]),
        ("quantile", [1.6, MISSING, 2.9, MISSING, 4, 0]),
        ("mad", [1, MISSING, 1.5, MISSING, 0, 0]),
        ("gini", [0.5, MISSING, 3 / 7, MISSING, 0, MISSING]),
        ("smallest", [1, MISSING, 2, MISSING, 4, 0]),
        ("largest", [3, MISSING, 5, MISSING, 4, 0]),
    ],
)
def test_by_hand(name, expected):
    np.testing.assert_allclose(STATISTICS[name](VALUES, STARTS), expected, rtol=1e-15)


def test_ordered_sorts_inside_each_segment_with_missing_last():
    column, sizes = segments.ordered(VALUES, STARTS)
    np.testing.assert_array_equal(column, [1, 3, MISSING, 2, 5, MISSING, 4, 4, 4, 0])
    np.testing.assert_array_equal(sizes, [2, 0, 2, 0, 3, 1])
    assert sizes.dtype == np.int64


def test_statistics_leave_the_column_as_it_was():
    values = VALUES.copy()
    for statistic in STATISTICS.values():
        statistic(values, STARTS)
    np.testing.assert_array_equal(values, VALUES)


@pytest.mark.parametrize("name", STATISTICS)
def test_no_segments_give_no_results(name):
    result = STATISTICS[name](np.empty(0), np.array([0]))
    assert result.shape == (0,)


@pytest.mark.parametrize("name", STATISTICS)
def test_only_empty_segments(name):
    result = STATISTICS[name](np.empty(0), np.array([0, 0, 0]))
    np.testing.assert_array_equal(result, [0, 0] if name == "count" else [MISSING, MISSING])


@pytest.mark.parametrize("name", STATISTICS)
@pytest.mark.parametrize("starts", [[0, 2], [1, 3], [0, 4], [0, 1, 2]])
def test_segments_that_do_not_cover_the_column_are_an_error(name, starts):
    with pytest.raises(ValueError, match=f"segments from {starts[0]} to {starts[-1]} do not cover 3 values"):
        STATISTICS[name](np.array([1.0, 2.0, 3.0]), np.array(starts))


@pytest.mark.parametrize("q", [-0.01, 1.01, math.nan])
def test_a_quantile_outside_0_to_1_is_an_error(q):
    with pytest.raises(ValueError, match=f"between 0 and 1, not at {q}"):
        segments.quantile(VALUES, STARTS, q)


def test_quantiles_0_and_1_are_the_ends():
    np.testing.assert_array_equal(segments.quantile(VALUES, STARTS, 0), segments.smallest(VALUES, STARTS))
    np.testing.assert_array_equal(segments.quantile(VALUES, STARTS, 1), segments.largest(VALUES, STARTS))


@settings(deadline=None)
@given(columns, st.floats(0, 1))
def test_quantile_agrees_with_numpy(values, q):
    result = segments.quantile(values, alone(values), q)[0]
    if len(known(values)):
        assert result == pytest.approx(np.quantile(known(values), q), rel=1e-12, abs=1e-9)
    else:
        assert math.isnan(result)


@settings(deadline=None)
@given(columns, st.lists(st.floats(0, 1), min_size=2, max_size=2))
def test_quantiles_rise_and_stay_between_the_ends(values, levels):
    ends = segments.smallest(values, alone(values)), segments.largest(values, alone(values))
    low, high = (segments.quantile(values, alone(values), q) for q in sorted(levels))
    if len(known(values)):
        assert ends[0] <= low <= high <= ends[1]


@settings(deadline=None)
@given(columns)
def test_sums_and_ends_agree_with_numpy(values):
    there = known(values)
    assert segments.count(values, alone(values)) == len(there)
    if len(there):
        scale = 1e-12 * np.abs(there).sum() + 1e-12
        assert segments.total(values, alone(values))[0] == pytest.approx(there.sum(), abs=scale)
        assert segments.smallest(values, alone(values)) == there.min()
        assert segments.largest(values, alone(values)) == there.max()
        assert segments.median(values, alone(values))[0] == pytest.approx(np.median(there), abs=1e-9)
        spread = np.median(np.abs(there - np.median(there)))
        assert segments.mad(values, alone(values))[0] == pytest.approx(spread, abs=1e-9)


@settings(deadline=None)
@given(counts)
def test_gini_is_the_mean_difference_over_twice_the_mean(values):
    there = known(values)
    result = segments.gini(values, alone(values))[0]
    if len(there) < 2 or there.sum() == 0:
        assert math.isnan(result)
    else:
        pairs = np.abs(there[:, None] - there[None, :]).sum() / (len(there) * (len(there) - 1))
        assert result == pytest.approx(pairs / (2 * there.mean()), abs=1e-12)
        assert -1e-12 <= result <= 1 + 1e-12


def test_gini_of_one_who_has_all_is_1_and_of_equals_0():
    values = np.array([0.0, 0, 0, 8, 2, 2, 2, 0, 0.25])
    np.testing.assert_allclose(segments.gini(values, np.array([0, 4, 7, 9])), [1, 0, 1], atol=1e-15)


def test_gini_of_a_negative_value_is_missing():
    np.testing.assert_array_equal(segments.gini(np.array([-1.0, 5, 6, 1, 1]), np.array([0, 3, 5])), [MISSING, 0])


@pytest.mark.parametrize("name", STATISTICS)
@settings(deadline=None, max_examples=60)
@given(size=st.integers(0, 700), place=st.integers(0, 1000), seed=st.integers(0, 2**32 - 1), holes=st.booleans())
def test_a_segment_gives_the_same_bits_alone_as_among_a_thousand(name, size, place, seed, holes):
    draw = np.random.default_rng(seed)
    mine = np.exp(draw.normal(0, 6, size)) * draw.choice([1.0, 1.0, 0.0], size)
    if holes:
        mine[draw.random(size) < 0.2] = np.nan
    others = [np.exp(draw.normal(0, 6, n)) for n in draw.integers(0, 6, 1000)]
    crowd = [*others[:place], mine, *others[place:]]
    starts = np.concatenate(([0], np.cumsum([len(part) for part in crowd])))
    among = STATISTICS[name](np.concatenate(crowd), starts)[place]
    single = STATISTICS[name](mine.copy(), alone(mine))[0]
    assert among.tobytes() == single.tobytes()


def test_a_column_that_is_a_view_gives_the_same_bits():
    table = np.random.default_rng(3).lognormal(0, 6, (300, 2))
    starts = np.array([0, 100, 300])
    for statistic in STATISTICS.values():
        assert statistic(table[:, 1], starts).tobytes() == statistic(table[:, 1].copy(), starts).tobytes()


def test_each_runs_the_kernel_where_asked():
    calls = []

    def kernel(start, end):
        calls.append((start, end))
        assert type(start) is int
        assert type(end) is int
        return float(start), float(end)

    result = segments.each(kernel, STARTS, np.array([True, False, False, True, False, True]), 2)
    assert calls == [(0, 3), (5, 6), (9, 10)]
    gap = [MISSING, MISSING]
    np.testing.assert_array_equal(result, [[0, 3], gap, gap, [5, 6], gap, [9, 10]])


def test_each_of_nothing_keeps_the_width():
    assert segments.each(lambda start, end: (0.0,) * 3, np.array([0]), np.zeros(0, bool), 3).shape == (0, 3)
