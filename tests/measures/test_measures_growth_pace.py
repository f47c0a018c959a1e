"""A pace that changed for good is told with its day; noise, one good week, and gaps are none."""

import numpy as np
import pytest

from build import days, dossier, measured
from reachcheck.measures.growth import pace
from reachcheck.measures.growth.days import lay_out
from reachcheck.measures.growth.pace import changes_of_pace
from reachcheck.measures.growth.series import of_profile
from reachcheck.message import Message, msg
from reachcheck.model.enums import Metric

START = "2026-01-01"


def told(gains: list[float]) -> tuple[Message, ...]:
    series = of_profile(dossier(days(START, gains, Metric.GAINED)), 0)
    assert series is not None
    return changes_of_pace(lay_out(series))


def poisson(mean: float, n: int, seed: int = 1) -> list[float]:
    return np.random.default_rng(seed).poisson(mean, n).astype(float).tolist()


def test_an_even_pace_has_no_change() -> None:
    for seed in range(20):
        assert told(poisson(10, 365, seed)) == ()
    assert told([0.0] * 365) == ()


def test_one_good_week_is_no_lasting_change() -> None:
    gains = poisson(10, 365)
    gains[140:147] = [200.0] * 7
    assert told(gains) == ()


def test_a_pace_that_tripled_for_good_is_told_with_its_day_and_both_paces() -> None:
    # 26 weeks of 2 a day, then 26 of 6; days 182 on are the second half
    assert told([2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0] * 26 + [6.0] * (7 * 26 + 3)) == (
        msg("note.pace_changed", day=np.datetime64("2026-07-02").item(), before=2.0, after=6.0),
    )


def test_a_pace_that_went_back_is_told_with_the_day_on_which_it_ended() -> None:
    first, second = told([2.0] * 182 + [6.0] * 182 + [2.0] * 182)
    start, end, after = (np.datetime64(day).item() for day in ("2026-07-02", "2026-12-30", "2026-12-31"))
    assert first == msg("note.pace_ended", start=start, end=end, before=2.0, after=6.0)
    assert second == msg("note.pace_changed", day=after, before=6.0, after=2.0)


def test_a_small_change_later_on_does_not_end_a_stretch() -> None:
    rising = poisson(2, 182) + poisson(10, 182) + poisson(14, 182)
    (found,) = told(rising)
    assert (found.key, found.params["day"]) == ("note.pace_changed", np.datetime64("2026-07-02").item())
    assert found.params["after"] == pytest.approx(np.mean(rising[182:]))


def test_a_small_change_is_not_told() -> None:
    assert told([10.0] * 182 + [14.0] * 182) == ()


def test_weeks_with_a_missing_day_are_left_out_and_the_day_is_still_right() -> None:
    gains = np.array([2.0] * 182 + [6.0] * 182)
    gains[[3, 40, 41]] = np.nan
    series = of_profile(dossier(days(START, gains.tolist(), Metric.GAINED)), 0)
    assert series is not None
    (found,) = changes_of_pace(lay_out(series))
    assert found.params["day"] == np.datetime64("2026-07-02").item()


def test_the_note_stands_beside_the_steps_and_makes_none() -> None:
    levels = np.cumsum([1000.0, *[2.0] * 182, *[6.0] * 182]).tolist()
    found = measured(dossier(days(START, levels)))["growth_steps"]
    assert [note.key for note in found.notes].count("note.pace_changed") == 1


def test_too_few_weeks_tell_nothing() -> None:
    assert told([2.0] * 28 + [60.0] * (7 * pace.MONTH - 1)) == ()
