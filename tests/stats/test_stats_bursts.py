"""Bursts: which windows are taken, how they are joined and trimmed, and what is said of them, by hand."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reachcheck.stats.bursts import Window, describe, extended, joined, overlap, taken, trimmed

FLAT = np.full(70, 2.0)
EXPOSURE = np.full(70, 100.0)


def test_nothing_stands_out_of_nothing() -> None:
    assert taken([]) == joined([]) == ()


def test_the_clearest_window_is_taken_and_none_that_overlaps_it() -> None:
    assert taken([Window(10, 13, 1.2), Window(11, 12, 2.0), Window(14, 19, 1.9)]) == (
        Window(11, 12, 2.0),
        Window(14, 19, 1.9),
    )


def test_windows_side_by_side_are_one_and_those_apart_are_two() -> None:
    assert taken([Window(3, 5, 1.5), Window(5, 7, 1.1)]) == (Window(3, 7, 1.5),)
    assert taken([Window(3, 5, 1.5), Window(6, 7, 1.1)]) == (Window(3, 5, 1.5), Window(6, 7, 1.1))


def test_of_equally_clear_windows_the_earlier_comes_first_then_the_shorter() -> None:
    assert taken([Window(4, 8, 1.0), Window(3, 9, 1.0), Window(3, 5, 1.0)])[0].first == 3
    assert taken([Window(3, 9, 1.0), Window(3, 5, 1.0)]) == (Window(3, 5, 1.0),)


def test_to_touch_is_not_to_overlap() -> None:
    assert not overlap(Window(3, 5, 1.0), Window(5, 6, 1.0))
    assert overlap(Window(3, 6, 1.0), Window(5, 6, 1.0))
    assert overlap(Window(5, 6, 1.0), Window(3, 9, 1.0))


def test_overlapping_windows_are_joined_to_their_whole_length() -> None:
    assert joined([Window(5, 9, 1.0), Window(0, 30, 2.0), Window(20, 40, 1.5)]) == (Window(0, 40, 2.0),)


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(1, 9), st.floats(1, 5)).map(
            lambda w: Window(w[0], w[0] + w[1], w[2])
        ),
        max_size=30,
    )
)
def test_bursts_never_overlap_and_are_in_order(windows: list[Window]) -> None:
    found = taken(windows)
    assert all(a.end < b.first for a, b in pairwise(found))
    assert max((w.margin for w in windows), default=None) == max((w.margin for w in found), default=None)


def test_a_window_takes_in_what_is_beside_it_and_no_longer_than_itself() -> None:
    window = Window(10, 13, 2.0)
    assert extended(window, []) == window
    assert extended(window, [Window(14, 15, 0.9), Window(6, 9, 0.9)]) == window
    assert extended(window, [Window(13, 17, 0.9)]) == window
    assert extended(window, [Window(13, 14, 0.6), Window(14, 17, 0.5), Window(9, 10, 0.7)]) == Window(9, 17, 2.0)
    assert extended(window, [Window(12, 14, 0.9)]) == window


def test_days_at_the_ends_that_hardly_take_part_are_no_part() -> None:
    # 3 days with 100 in all: a twentieth of the pace is 1.66...
    gains = np.array([0.0, 1.6, 96.7, 1.7, 0.0])
    assert trimmed(gains, Window(1, 4, 1.0)) == Window(2, 4, 1.0)


def test_missing_days_at_the_ends_are_no_part() -> None:
    gains = np.array([np.nan, 50.0, np.nan, 50.0, np.nan])
    assert trimmed(gains, Window(0, 5, 1.0)) == Window(1, 4, 1.0)
    assert trimmed(np.full(5, np.nan), Window(1, 3, 1.0)) == Window(1, 3, 1.0)


def test_a_burst_by_hand() -> None:
    """2 a day at 100 reached, outside the window; in it 300 reached: 6 were to be expected."""
    gains, exposure = FLAT.copy(), EXPOSURE.copy()
    gains[30], exposure[30] = 406.0, 300.0
    burst = describe(gains, exposure, Window(30, 31, 1.0))
    assert (burst.gain, burst.expected, burst.excess) == pytest.approx((406.0, 6.0, 400.0))
    assert (burst.expected_low, burst.expected_high) == pytest.approx((6.0, 6.0))
    noise = 1.645 * math.sqrt(406)
    assert (burst.excess_low, burst.excess_high) == pytest.approx((400 - noise, 400 + noise))


def test_what_is_usual_varies_from_week_to_week() -> None:
    """Weeks of 0.1, 0.2, ... 1 for each reached: the .1 and .9 quantiles are .19 and .91."""
    gains, exposure = np.repeat(np.arange(1.0, 11.0), 7) / 10, np.ones(70)
    gains, exposure = np.append(gains, [500.0] * 7), np.append(exposure, [10.0] * 7)
    burst = describe(gains, exposure, Window(70, 77, 1.0))
    assert (burst.expected_low, burst.expected, burst.expected_high) == pytest.approx((13.3, 38.5, 63.7))


def test_more_than_was_to_be_expected_is_never_less_than_nothing() -> None:
    gains = FLAT.copy()
    gains[30] = 2.5
    assert describe(gains, EXPOSURE, Window(30, 31, 1.0)).excess_low == 0.0


@pytest.mark.parametrize(("gain", "excess_high"), [(0.0, -2.0), (-5.0, -7.0)])
def test_where_nobody_came_no_chance_is_added(gain: float, excess_high: float) -> None:
    gains = FLAT.copy()
    gains[30] = gain
    burst = describe(gains, EXPOSURE, Window(30, 31, 1.0))
    assert (burst.excess_low, burst.excess_high) == (0.0, pytest.approx(excess_high))


def test_days_that_are_missing_are_neither_gained_nor_expected() -> None:
    gains, exposure = FLAT.copy(), EXPOSURE.copy()
    gains[30:33] = [100.0, np.nan, 100.0]
    exposure[32] = np.nan
    burst = describe(gains, exposure, Window(30, 33, 1.0))
    assert (burst.gain, burst.expected) == pytest.approx((100.0, 2.0))


def test_another_series_may_say_what_is_usual() -> None:
    gains = FLAT.copy()
    gains[30] = 100.0
    assert describe(gains, EXPOSURE, Window(30, 31, 1.0), FLAT + 3).expected == pytest.approx(5.0)


def test_with_nothing_outside_nothing_is_expected() -> None:
    burst = describe(np.full(5, 9.0), np.ones(5), Window(0, 5, 1.0))
    assert burst.gain == 45.0
    assert math.isnan(burst.expected) and math.isnan(burst.excess_high)
    assert burst.excess_low == 0.0
