"""The shift between two samples, by hand and against its own promise."""

import numpy as np
import pytest

from reachcheck.stats.shift import shift, shift_rank


def test_a_shift_is_the_middle_of_all_differences() -> None:
    # Differences of 10, 11, 12, 13 and 0, 1, 2, 4: from 10 - 4 to 13 - 0; U = 0 has 1 of 70 orders, 2 / 70 > .025
    before, after = np.array([4.0, 0, 2, 1]), np.array([13.0, 10, 12, 11])
    assert shift(before, after) == (10.0, 6.0, 13.0)
    assert shift(after, before) == (-10.0, -13.0, -6.0)


@pytest.mark.parametrize(
    ("m", "n", "rank"), [(3, 3, 0), (3, 5, 1), (4, 4, 1), (5, 5, 3), (6, 6, 6), (10, 10, 24), (6, 10, 12)]
)
def test_ranks_of_the_limits_at_ninety_five_per_cent(m: int, n: int, rank: int) -> None:
    # One more than the tabled critical values of U, two-sided .05: 0, 0, 2, 5, 23, 11
    assert shift_rank(m, n, 0.95) == shift_rank(n, m, 0.95) == rank


def test_too_few_values_have_no_limits() -> None:
    assert shift(np.zeros(3), np.ones(3)) is None
    with pytest.raises(ValueError, match="nothing"):
        shift(np.zeros(0), np.ones(9))


def test_the_limits_cover_the_shift_as_often_as_they_say() -> None:
    rng = np.random.default_rng(4)
    hit = 0
    for _ in range(2000):
        found = shift(rng.standard_exponential(8), 2 + rng.standard_exponential(8), 0.9)
        assert found is not None
        hit += found[1] <= 2 <= found[2]
    assert 0.89 <= hit / 2000 <= 0.93
