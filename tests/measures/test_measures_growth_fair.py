"""Growth that its files explain, if with gaps, in other units or on other days: none of it is held against anybody."""

import numpy as np
import pytest

from build import METHOD, Metric, Table, days, dossier, measured, posts, table
from reachcheck.measures.registry import measure_all
from reachcheck.results.measure import Measure

START = np.datetime64("2026-01-01", "D")
N = 200


def day(offset: int) -> str:
    return str(START + offset)


def chance(mean: float, n: int = N, seed: int = 1) -> list[float]:
    return np.random.default_rng(seed).poisson(mean, n).astype(float).tolist()


def curve(gains: list[float], level: float = 1000.0) -> Table:
    return days(day(-1), np.cumsum([level, *gains]).tolist())


def every(apart: int, values: list[float], metric: Metric, first: int = 0) -> Table:
    """A figure that is given every so many days."""
    made = days(day(first), values, metric)
    made.date[:] = (START + first + apart * np.arange(len(values))).astype("datetime64[s]")
    return made


def steps_of(*tables: Table) -> Measure:
    return measured(dossier(*tables))["growth_steps"]


def kinds(*tables: Table) -> list[str]:
    return [part.kind for part in steps_of(*tables).parts]


# ------------------------------------------------------------------------------------------------ levels


def test_a_level_that_is_missing_is_not_a_level_of_nobody() -> None:
    # a day of 300 is no step for 20 000 followers, whether the level stands in the row of the day or of a later one
    gains = chance(20, 90)
    gains[60] = 300.0
    visits = days(day(0), chance(200, 90, seed=2), Metric.PROFILE_VISITS)
    for known in ([20000.0] * 90, [None] * 70 + [20000.0] * 20, [20000.0] * 50 + [None] * 20 + [20000.0] * 20):
        assert kinds(days(day(0), gains, Metric.GAINED), days(day(0), known), visits) == []


def test_of_several_levels_of_a_day_the_last_counts() -> None:
    # every six hours three more: twelve a day, of which the first reading of a day tells only three
    at = [str(START.astype("datetime64[s]") + np.timedelta64(6 * i, "h")) for i in range(4 * 30)]
    levels: list[float | None] = [1000.0 + 3 * i for i in range(4 * 30)]
    levels[4 * 20 + 3] = None
    several = table("daily", len(at), date=at, value=levels, metric=[Metric.FOLLOWERS] * len(at), kind=[0] * len(at))
    (figure,) = measure_all(dossier(several), METHOD)["growth_steps"].made.figures[0]
    assert (len(figure.x), figure.x[0], figure.x[-1]) == (29, "2026-01-02", "2026-01-30")
    expected = [1000.0 + 3 * (4 * i + 3) for i in range(1, 30)]
    expected[19] -= 3
    assert list(figure.y) == expected


# ------------------------------------------------------------------------------------------------ attention


@pytest.mark.parametrize("metric", [Metric.REACH, Metric.PROFILE_VISITS])
@pytest.mark.parametrize(("begin", "end"), [(0, 100), (90, 120), (170, 200)])
def test_zeros_for_days_without_data_do_not_make_usual_gains_stand_out(metric: Metric, begin: int, end: int) -> None:
    seen = chance(500, seed=2)
    seen[begin:end] = [0.0] * (end - begin)
    assert kinds(curve(chance(100), level=10000.0), days(day(0), seen, metric)) == []


def test_days_on_which_hardly_anybody_ever_looks_may_well_have_nobody() -> None:
    # ten days without a visit at two or three a day are no lull in the counting
    visits, gains = [3.0, 2.0] * (N // 2), [0.0] * N
    visits[100:110], gains[105] = [0.0] * 10, 500.0
    assert kinds(curve(gains), days(day(0), visits, Metric.PROFILE_VISITS)) == ["unexplained"]
    visits[100:150] = [0.0] * 50
    assert kinds(curve(gains), days(day(0), visits, Metric.PROFILE_VISITS)) == ["no_context"]


def test_views_explain_what_accounts_reached_do_not_speak_of() -> None:
    gains, views = chance(10), chance(1500, seed=2)
    gains[100], views[100] = 2000.0, 300000.0
    seen = posts([f"{day(i)}T12:00:00" for i in range(N)], likes=[10.0] * N)
    views_, reach = days(day(0), views, Metric.VIEWS), days(day(110), chance(500, 90, seed=3), Metric.REACH)
    assert kinds(curve(gains), seen, reach) == ["unexplained"]
    assert kinds(curve(gains), seen, reach, views_) == ["explained"]
