"""Windows of many series held against several exposures at once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.limits import Limits
from reachcheck.stats.scan import Held, Scan, margins, passing
from reachcheck.stats.surplus import Sums, Yard, may_stand_out, window_scores

SCAN = Scan(windows=(1, 7), drip=30, yard=Yard())


def flat(limit: float) -> Limits:
    return Limits(np.array([1000.0]), np.full((1, 3), limit))


def held(gains: np.ndarray, exposure: np.ndarray, limit: float = 3.0) -> Held:
    return Held(Sums.of(gains, exposure, np.full(gains.shape, 1000.0)), flat(limit), (0, 1, 2))


def one(gain_at_40: float = 500.0) -> np.ndarray:
    gains = np.full((1, 90), 5.0)
    gains[0, 40] = gain_at_40
    return gains


EVEN = np.full((1, 90), 100.0)


def test_what_one_exposure_carries_does_not_pass_whatever_the_other_leaves() -> None:
    carried = EVEN.copy()
    carried[0, 40] = 10_000.0
    found = margins([held(one(), EVEN), held(one(), carried)], SCAN)
    assert not any(passing(margin).any() for margin in found)
    again = margins([held(one(), carried), held(one(), EVEN)], SCAN)
    assert not any(passing(margin).any() for margin in again)


def test_a_window_that_no_exposure_knows_has_no_margin() -> None:
    (day, _, _) = margins([held(one(), np.full((1, 90), np.nan))], SCAN)
    assert np.isnan(day).all() and not passing(day).any()


def test_the_limit_is_that_of_the_first_that_knows_the_window() -> None:
    unknown = EVEN.copy()
    unknown[0, 39:42] = np.nan
    score = window_scores(Sums.of(one(), EVEN, np.full((1, 90), 1000.0)), 1, Yard())[0, 40]
    (day, _, _) = margins([held(one(), EVEN, 2.0), held(one(), EVEN, 4.0)], SCAN)
    assert day[0, 40] == pytest.approx(score / 2.0)
    (day, _, _) = margins([held(one(), unknown, 2.0), held(one(), EVEN, 4.0)], SCAN)
    assert day[0, 40] == pytest.approx(score / 4.0)


def test_from_the_limit_on_a_window_passes() -> None:
    margin = np.array([[0.99, 1.0, np.nan, -np.inf, 0.5]])
    assert passing(margin).tolist() == [[False, True, False, False, False]]
    assert passing(margin, 0.5).tolist() == [[True, True, False, False, True]]


def test_lengths_are_those_of_the_windows_and_last_the_drip() -> None:
    assert SCAN.lengths == (1, 7, 30)
    assert Scan(windows=(1,), drip=None, yard=Yard()).lengths == (1,)
    assert [margin.shape for margin in margins([held(one(), EVEN)], SCAN)] == [(1, 90), (1, 84), (1, 61)]


@pytest.mark.parametrize(("a_day", "may"), [(0.99, False), (1.0, True)])
def test_a_window_of_the_greatest_length_has_to_bring_enough(a_day: float, may: bool) -> None:
    """30 days bring 29.7 or 30, and 3 % of the level of 1000 are 30; losses take nothing off."""
    gains = np.full((1, 200), a_day)
    gains[0, 100:110] = -50.0
    assert may_stand_out(gains, np.full((1, 200), 1000.0), 30, Yard()).tolist() == [may]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_series_that_cannot_stand_out_has_no_score(seed: int) -> None:
    rng = np.random.default_rng(seed)
    gains = rng.poisson(rng.gamma(0.3, 30.0, (8, 60))).astype(float) - rng.poisson(2.0, (8, 60))
    gains[rng.random((8, 60)) < 0.05] = np.nan
    level = rng.uniform(20.0, 3000.0, (8, 1)) + np.zeros((8, 60))
    sums = Sums.of(gains, rng.gamma(2.0, 100.0, (8, 60)), level)
    found = np.array([np.isfinite(scores).any(axis=1) for scores in SCAN.scores(sums)]).any(axis=0)
    may = may_stand_out(gains, level, 30, SCAN.yard)
    assert not (found & ~may).any()
    assert may.any() or not found.any()
