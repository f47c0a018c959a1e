"""Running medians and changes, by hand."""

import math

import numpy as np
import pytest

from reachcheck.stats.robust import running_median, spread_of_changes, window_starts


def test_a_running_median_stays_inside_at_the_ends() -> None:
    values = np.array([5.0, 1, 9, 2, 7, 3])
    # Windows of three: 5 1 9, 1 9 2, 9 2 7, 2 7 3; the first two positions have the first, the last two the last
    assert running_median(values, 3).tolist() == [5.0, 5.0, 2.0, 7.0, 3.0, 3.0]
    assert running_median(values, 1).tolist() == values.tolist()
    assert running_median(values, 6).tolist() == [4.0] * 6
    assert window_starts(6, 3).tolist() == [0, 0, 1, 2, 3, 3]
    assert window_starts(5, 4).tolist() == [0, 0, 0, 1, 1]


@pytest.mark.parametrize("width", [0, 7])
def test_a_running_median_needs_as_many_values_as_its_window(width: int) -> None:
    with pytest.raises(ValueError, match="6 values have no window"):
        running_median(np.arange(6.0), width)


def test_how_far_changes_are_from_the_middle_one() -> None:
    # Changes 1, 2, -4, 1: middle 1, distances 0, 1, 5, 0; at lag 2 they are 3, -2, -3: middle -2, distances 5, 0, 1
    values, scale = np.array([0.0, 1, 3, -1, 0]), 1.4826 / math.sqrt(2)
    assert spread_of_changes(values) == pytest.approx(scale * np.array([0.0, 1, 5, 0]))
    assert spread_of_changes(values, 2) == pytest.approx(scale * np.array([5.0, 0, 1]))


def test_a_steady_rise_does_not_spread() -> None:
    assert spread_of_changes(np.arange(9.0), 3).tolist() == [0.0] * 6


def test_the_spread_of_normal_values_is_their_standard_deviation() -> None:
    values = 3 * np.random.default_rng(2).standard_normal(20_000)
    assert np.median(spread_of_changes(values)) == pytest.approx(3, rel=0.03)
