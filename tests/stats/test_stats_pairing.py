"""How near two sets of times are by chance, by hand and by trying all ways of pairing."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.pairing import near_by_chance

times = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=6)


def test_times_far_apart_are_never_near():
    assert near_by_chance(np.array([0, 1, 2]), np.array([100, 200, 300]), 7) == 0


def test_times_of_one_week_are_always_near():
    assert near_by_chance(np.array([0, 3, 5]), np.array([1, 6, 7]), 7) == 1


def test_by_hand():
    """Of the nine pairs, 0-7, 10-7 and 10-16, and 90-95 are at most 7 apart."""
    assert near_by_chance(np.array([0, 10, 90]), np.array([95, 7, 16]), 7) == pytest.approx(4 / 9)


def test_nobody_has_no_share_and_uneven_sets_cannot_be_paired():
    assert np.isnan(near_by_chance(np.array([], np.int64), np.array([], np.int64), 7))
    with pytest.raises(ValueError, match="1 times cannot be paired with 2"):
        near_by_chance(np.array([1]), np.array([1, 2]), 7)


@settings(deadline=None)
@given(times, st.integers(0, 10))
def test_it_is_the_mean_over_all_ways_of_pairing(pairs, span):
    first, second = (np.array(side) for side in zip(*pairs, strict=True))
    shares = [(np.abs(first - second[list(way)]) <= span).mean() for way in permutations(range(len(first)))]
    assert near_by_chance(first, second, span) == pytest.approx(np.mean(shares))


@settings(deadline=None)
@given(times, st.integers(0, 10))
def test_order_and_sides_do_not_matter(pairs, span):
    first, second = (np.array(side) for side in zip(*pairs, strict=True))
    assert near_by_chance(first, second, span) == near_by_chance(second[::-1], np.sort(first), span)
