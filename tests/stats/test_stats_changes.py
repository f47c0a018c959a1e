"""Lasting changes of a series: what is none comes first."""

import numpy as np
import pytest
import ruptures
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.changes import Shape, agreed, changes, segmentation, winsorised, without_season


def noise(n: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(0.0, 1.0, n)


@pytest.mark.parametrize("seed", range(5))
def test_noise_has_no_change(seed: int) -> None:
    assert changes(noise(200, seed)) == ()


def test_a_trend_has_no_change() -> None:
    assert changes(0.5 * np.arange(200) + noise(200)) == ()


def test_a_week_has_no_change() -> None:
    assert changes(10.0 * (np.arange(210) % 7 >= 5) + noise(210)) == ()


def test_single_values_are_no_change() -> None:
    values = noise(200)
    values[[40, 90, 91, 160]] += 50.0
    assert changes(values) == ()


def test_neighbours_that_resemble_each_other_are_no_change() -> None:
    values = np.zeros(300)
    for at, step in enumerate(noise(300, seed=3)[1:], 1):
        values[at] = 0.8 * values[at - 1] + step
    assert changes(values) == ()


@pytest.mark.parametrize("values", [[], [5.0], [5.0] * 50, [1.0, 2.0, 3.0, 9.0, 9.0]])
def test_what_does_not_vary_or_is_too_short_has_none(values: list[float]) -> None:
    assert changes(np.array(values)) == ()


def test_a_step_and_a_bend_are_found_where_they_are() -> None:
    step = noise(200) + 6.0 * (np.arange(200) >= 120)
    (place,) = changes(step)
    assert abs(place - 120) <= 2
    bend = noise(200) + 0.6 * np.maximum(np.arange(200) - 80, 0)
    (place,) = changes(bend)
    assert abs(place - 80) <= 5


def test_a_season_that_explains_most_is_taken_out_whole() -> None:
    week = np.tile([3.0, -1.0, -2.0, 0.0, -3.0, 1.0, 2.0], 12)
    assert without_season(50 + week) == pytest.approx(np.full(84, 50.0))
    rough = noise(84)
    assert (without_season(rough) == rough).all()


@pytest.mark.parametrize("season", [[4.0, -2.0, 0.0, -2.0], [3.0, -1.0, -2.0, 0.0, -3.0, 1.0, 2.0]])
def test_a_season_on_a_bend_leaves_the_bend(season: list[float]) -> None:
    # the moving average of t^2 is t^2 and a constant, so that the season is what is left of it
    time = np.arange(84.0)
    bend = 0.25 * time**2 + 3 * time
    assert without_season(bend + np.tile(season, 84 // len(season))) == pytest.approx(bend, abs=1e-9)


def test_values_far_off_their_neighbours_are_drawn_in() -> None:
    values = noise(50)
    values[25] = 100.0
    drawn = winsorised(values)
    assert drawn[25] < 10.0
    assert (np.abs(drawn - values) < 1e-9).sum() >= 45


def test_segments_of_constants_are_the_best_that_there_are() -> None:
    """Of all partitions with as many changes, by another implementation."""
    values = np.concatenate([noise(40), noise(30, 2) + 4, noise(50, 3) - 3]) / 3.0
    found = segmentation(values, "constant", 4.0)
    best = ruptures.Dynp(model="l2", min_size=3, jump=1).fit(values).predict(n_bkps=len(found))
    assert list(found) == best[:-1]
    assert len(found) == 2


def test_segments_of_lines_are_the_lines_without_noise() -> None:
    values = np.concatenate([np.arange(30.0), 30.0 - 2.0 * np.arange(30)]) + 0.01 * noise(60)
    (place,) = segmentation(values / values.std(), "line", 6.0)
    assert abs(place - 30) <= 1


def test_six_values_are_enough_for_a_change() -> None:
    assert changes(np.array([0.0, 0.0, 0.0, 9.0, 9.0, 9.0])) == (3,)


@pytest.mark.parametrize(("shape", "least", "spike"), [("constant", 3, 2), ("line", 5, 4)])
def test_no_segment_is_shorter_than_it_may_be(shape: Shape, least: int, spike: int) -> None:
    values = np.array([0.0] * 20 + [9.0] * spike + [0.0] * 20)
    cuts = (0, *segmentation(values / values.std(), shape, 0.01), len(values))
    assert len(cuts) > 2
    assert min(np.diff(cuts)) >= least


def test_half_of_the_runs_are_enough_and_fewer_are_not() -> None:
    assert agreed([(50,), (52,), (), ()], 100) == (51,)
    assert agreed([(50,), (), (), ()], 100) == ()
    assert agreed([(50, 80), (52, 81), (51,), (50, 90)], 100) == (50, 81)


def test_runs_agree_up_to_ten_apart_and_on_the_middle() -> None:
    assert agreed([(50,), (60,)], 100) == (55,)
    assert agreed([(50,), (61,)], 100) == (50, 61)
    assert agreed([(2,), (2,), (97,), (97,)], 100) == (2, 97)


def test_changes_next_to_each_other_are_one() -> None:
    assert agreed([(50, 54), (50, 54)], 100) == (50,)


@settings(max_examples=30, deadline=None)
@given(scale=st.floats(1e-3, 1e6), shift=st.floats(-1e6, 1e6), seed=st.integers(0, 99))
def test_units_do_not_matter(scale: float, shift: float, seed: int) -> None:
    values = noise(80, seed) + 8.0 * (np.arange(80) >= 40)
    assert changes(np.round(values, 6)) == changes(np.round(values, 6) * scale + shift)


@pytest.mark.parametrize("values", [[1.0, np.nan, 2.0], [np.inf, 1.0]])
def test_missing_values_are_refused(values: list[float]) -> None:
    with pytest.raises(ValueError, match="finite"):
        changes(np.array(values))
