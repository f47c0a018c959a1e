"""Limits between given sizes, and beyond them."""

import numpy as np
import pytest

from reachcheck.stats.limits import Limits

LIMITS = Limits(np.array([100.0, 10_000.0]), np.array([[3.0, 5.0], [4.0, 1.0]]))


@pytest.mark.parametrize(
    ("level", "column", "limit"),
    [
        (100.0, 0, 3.0),
        (1000.0, 0, 3.5),
        (10_000.0, 0, 4.0),
        (1000.0, 1, 3.0),
        (1.0, 0, 3.0),
        (0.0, 0, 3.0),
        (1e9, 1, 1.0),
    ],
)
def test_limits_lie_on_straight_lines_in_the_logarithm_and_are_flat_beyond(
    level: float, column: int, limit: float
) -> None:
    assert LIMITS.at(np.array([level]), column).tolist() == pytest.approx([limit])


def test_an_unknown_level_has_the_highest_limit() -> None:
    assert LIMITS.at(np.array([np.nan]), 0).tolist() == [4.0]
    assert LIMITS.at(np.array([np.nan]), 1).tolist() == [5.0]


def test_any_shape_comes_back() -> None:
    assert LIMITS.at(np.full((2, 3), 1000.0), 0).shape == (2, 3)
