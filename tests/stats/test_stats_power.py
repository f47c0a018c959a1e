"""The smallest arrival that passes: put in, it does, and a little less does not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.power import drips, lots
from reachcheck.stats.surplus import Sums, Yard, drip_scores, window_scores

YARD = Yard()
DAYS = 120


def year(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A series whose usual gain does not depend on what a few days hold: most weeks are alike."""
    rng = np.random.default_rng(seed)
    gains = np.tile(np.array([3.0, 1.0, 2.0, 5.0, 4.0, 1.0, 2.0]), DAYS // 7 + 1)[:DAYS][None]
    return gains, np.full((1, DAYS), 50.0), np.full((1, DAYS), float(rng.integers(300, 5000)))


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), first=st.integers(0, DAYS - 8), length=st.sampled_from([1, 3, 7]))
def test_a_lot_of_that_size_passes_and_a_smaller_one_does_not(seed: int, first: int, length: int) -> None:
    gains, exposure, level = year(seed)
    limit = 3.0
    needed = lots(Sums.of(gains, exposure, level), length, YARD, np.full((1, DAYS - length + 1), limit))[0, first]
    for people, passes in ((needed * 1.001, True), (needed * 0.98, False)):
        more = gains.copy()
        more[0, first : first + length] += people / length
        score = window_scores(Sums.of(more, exposure, level), length, YARD)[0, first]
        assert bool(score >= limit) is passes


@pytest.mark.parametrize("first", [0, 31, 60])
def test_an_even_stream_of_that_size_passes_and_a_smaller_one_does_not(first: int) -> None:
    gains, exposure, level = year(3)
    needed = drips(Sums.of(gains, exposure, level), 30, YARD, np.full((1, DAYS - 29), 2.0))[0, first]
    for people, passes in ((needed * 1.15, True), (needed * 0.8, False)):
        more = gains.copy()
        more[0, first : first + 30] += people / 30
        score = drip_scores(Sums.of(more, exposure, level), 30, YARD)[0, first]
        assert bool(score >= 2.0) is passes


def test_a_window_that_passes_as_it_is_needs_nobody() -> None:
    gains, exposure, level = year(1)
    gains[0, 50] = 5000.0
    assert lots(Sums.of(gains, exposure, level), 1, YARD, np.full((1, DAYS), 3.0))[0, 50] == 0.0


def test_a_stream_that_passes_as_it_is_needs_nobody() -> None:
    gains, exposure, level = year(1)
    gains[0, 20:50] += 500.0
    assert drips(Sums.of(gains, exposure, level), 30, YARD, np.full((1, DAYS - 29), 2.0))[0, 20] == 0.0


def test_of_an_unknown_window_nobody_can_tell() -> None:
    gains, exposure, level = year(1)
    gains[0, 50] = np.nan
    needed = lots(Sums.of(gains, exposure, level), 1, YARD, np.full((1, DAYS), 3.0))[0]
    assert np.isnan(needed[50]) and np.isfinite(needed[49])
    assert np.isnan(lots(Sums.of(gains, exposure, level), 1, YARD, np.full((1, DAYS), np.nan))).all()


def test_rounded_gains_need_three_times_the_step() -> None:
    gains, exposure, level = year(1)
    gains[:] = 0.0
    grain = np.full(gains.shape, 1000)
    needed = lots(Sums.of(gains, exposure, level, grain), 1, YARD, np.full((1, DAYS), 0.01))
    assert needed[0, 10] == pytest.approx(3000.5)
