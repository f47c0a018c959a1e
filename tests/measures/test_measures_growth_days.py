"""The grid of days: how periods are laid out on it, by hand; and what a day's people are held against."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from build import dossier, followers
from reachcheck.measures.growth.days import Days, cadence, lay_out
from reachcheck.measures.growth.grown import Grown, later
from reachcheck.measures.growth.series import DAY, Origin, Series, of_profile

START = np.datetime64("2026-01-01", "s")
NAN = math.nan


def at(*days: float) -> np.ndarray:
    return np.array([START + np.timedelta64(round(day * 86400), "s") for day in days])


def series(*periods: tuple[int, int, float, float], origin: Origin = "arrivals") -> Series:
    """Periods as first and last day, gain and the level before."""
    first, last, gain, level = (np.array(column, dtype=np.float64) for column in zip(*periods, strict=True))
    n = len(periods)
    return Series(
        origin=origin,
        start=at(*first),
        end=at(*last),
        gain=gain,
        level=level,
        source=np.zeros(n, np.int64),
        row=np.arange(2, n + 2),
    )


def daily(*gains: float, level: float = NAN, origin: Origin = "arrivals") -> Series:
    return series(*((i, i, gain, level) for i, gain in enumerate(gains)), origin=origin)


def same(found: np.ndarray, expected: list[float]) -> None:
    np.testing.assert_array_equal(found, expected)


# ------------------------------------------------------------------------------------------------ laying out


def test_the_gain_of_a_period_is_spread_evenly_and_the_level_rises_with_it() -> None:
    days = lay_out(series((0, 2, 6.0, 100.0), (3, 3, 5.0, 106.0)))
    assert (days.first, len(days), days.cadence) == (START, 4, 2)
    same(days.gain, [2.0, 2.0, 2.0, 5.0])
    same(days.level, [100.0, 102.0, 104.0, 106.0])
    same(days.period, [0, 0, 0, 1])


def test_nobody_knows_on_which_days_of_more_than_a_week_people_came() -> None:
    days = lay_out(series((0, 6, 7.0, 100.0), (7, 14, 8.0, 107.0), (15, 15, 1.0, 115.0)))
    same(days.gain, [1.0] * 7 + [NAN] * 8 + [1.0])
    same(days.period, [0] * 7 + [-1] * 8 + [2])
    same(days.level, [100.0, 101.0, 102.0, 103.0, 104.0, 105.0, *[106.0] * 9, 115.0])


def test_a_day_of_two_periods_belongs_to_the_first() -> None:
    days = lay_out(series((0, 2, 6.0, 50.0), (2, 4, 8.0, 60.0)))
    same(days.gain, [2.0, 2.0, 2.0, 4.0, 4.0])
    same(days.level, [50.0, 52.0, 54.0, 60.0, 64.0])
    same(days.period, [0, 0, 0, 1, 1])


def test_days_between_periods_are_unknown_and_keep_the_level() -> None:
    days = lay_out(series((0, 0, 4.0, NAN), (2, 2, 5.0, 80.0), (4, 4, 6.0, NAN)))
    same(days.gain, [4.0, NAN, 5.0, NAN, 6.0])
    same(days.level, [NAN, NAN, 80.0, 80.0, 80.0])
    same(days.period, [0, -1, 1, -1, 2])


def test_the_grid_begins_with_the_earliest_day_of_all() -> None:
    days = lay_out(series((3, 3, 5.0, 100.0), (1, 4, 9.0, 100.0), (6, 6, 2.0, 100.0)))
    assert (days.first, len(days)) == (START + DAY, 6)


@pytest.mark.parametrize(
    ("lengths", "middle"), [((1, 1, 7), 1), ((1, 7, 7), 7), ((1, 2), 1), ((2, 3), 2), ((7, 30, 30, 31), 30)]
)
def test_the_cadence_is_the_middle_length(lengths: tuple[int, ...], middle: int) -> None:
    ends = np.cumsum(lengths) - 1
    periods = [(int(end) - length + 1, int(end), 1.0, NAN) for end, length in zip(ends, lengths, strict=True)]
    assert cadence(series(*periods)) == middle


def test_each_day_of_a_list_stands_in_the_row_of_the_first_who_came_on_it_or_after() -> None:
    since = [str(START.astype("datetime64[D]") + i) for i in (2, 0, 0, 2, 5)]
    growth = of_profile(dossier(followers(["a", "b", "c", "d", "e"], since=since)), 0)
    assert growth is not None
    assert growth.gain.tolist() == [2.0, 0.0, 2.0, 0.0, 0.0, 1.0]
    assert growth.row.tolist() == [3, 2, 2, 6, 6, 6]
    assert growth.level.tolist() == [0.0, 2.0, 2.0, 4.0, 4.0, 4.0]


# ------------------------------------------------------------------------------------------------ on the grid


def grid(n: int = 5, *, period: list[int] | None = None, level: float = NAN, gains: list[float] | None = None) -> Days:
    return Days(
        first=START,
        gain=np.array(gains or [1.0] * n),
        level=np.full(n, level),
        period=np.array(period or range(n)),
        cadence=1,
    )


def test_a_moment_lies_on_its_own_day() -> None:
    days = grid()
    assert days.positions(at(0, 0.999, 1, 4.5, 5, -0.001, -1.5)).tolist() == [0, 0, 1, 4, 5, -1, -2]
    assert (days.day(2), days.date(2)) == (START + 2 * DAY, date(2026, 1, 3))


@pytest.mark.parametrize(
    ("moment", "after", "marked"),
    [(1.5, 0, "1"), (1.5, 2, "123"), (3.0, 9, "34"), (-2.0, 3, "01"), (-2.0, 1, ""), (-9.0, 2, ""), (5.0, 1, "")],
)
def test_a_mark_reaches_so_many_days_on_and_not_around_the_end(moment: float, after: int, marked: str) -> None:
    assert "".join(str(i) for i in np.flatnonzero(grid().marked(at(moment), after))) == marked


def test_several_moments_mark_the_days_of_all() -> None:
    assert grid().marked(at(0.0, 3.2), 1).tolist() == [True, True, False, True, True]


def test_values_of_one_period_become_its_mean_and_others_stay() -> None:
    values = np.array([1.0, 5.0, 7.0, 9.0, 2.0])
    same(grid(period=[0, 0, 1, -1, 2]).evened(values), [3.0, 3.0, 7.0, 9.0, 2.0])
    same(grid(period=[0, 0, 1, 1, 1]).evened(np.array([NAN, 5.0, 7.0, 9.0, 2.0])), [NAN, NAN, 6.0, 6.0, 6.0])
    same(values, [1.0, 5.0, 7.0, 9.0, 2.0])


# ------------------------------------------------------------------------------------------------ held against


def grown(growth: Series, count: float = NAN, named: list[int] | None = None) -> Grown:
    days = lay_out(growth)
    marks = np.zeros(len(days), np.bool_)
    marks[named or []] = True
    return Grown(
        series=growth,
        days=days,
        attention=(),
        named=marks,
        listed=bool(named),
        grain=np.ones(len(days), np.int64),
        count=count,
    )


def test_where_no_level_is_known_the_account_may_have_begun_with_its_arrivals() -> None:
    same(grown(daily(3.0, NAN, 4.0, 5.0)).before, [0.0, 3.0, 3.0, 7.0])
    same(grown(daily(3.0, 4.0, level=50.0)).before, [50.0, 50.0])


def test_the_count_of_today_tells_how_many_were_there_before_all_who_came() -> None:
    # 12 came in all: of 100 today 88 were there before, and 91 after the first three
    same(grown(daily(3.0, NAN, 4.0, 5.0), count=100.0).size, [88.0, 91.0, 91.0, 95.0])
    same(grown(daily(3.0, NAN, 4.0, 5.0), count=2.0).size, [0.0, 3.0, 3.0, 7.0])
    same(grown(daily(3.0, 4.0)).size, [0.0, 3.0])


def test_a_level_that_is_known_stands_unless_a_list_made_it() -> None:
    gains = (3.0, 4.0, 5.0)
    for origin in ("arrivals", "net", "levels"):
        same(grown(daily(*gains, level=50.0, origin=origin), count=100.0).size, [50.0] * 3)  # type: ignore[arg-type]
    same(grown(daily(*gains, level=50.0, origin="follow_dates"), count=100.0).size, [88.0, 91.0, 95.0])
    same(grown(daily(*gains, origin="levels"), count=100.0).size, [0.0, 3.0, 7.0])


@pytest.mark.parametrize(("origin", "more"), [("levels", 0.5), ("net", 0.5), ("arrivals", 0.0), ("follow_dates", 0.0)])
def test_only_net_figures_hide_those_who_left(origin: Origin, more: float) -> None:
    # a hundredth of 50 followers a day
    same(grown(daily(3.0, -4.0, NAN, level=50.0, origin=origin)).arrivals(0.01), [3.0 + more, more - 4.0, NAN])


def test_without_any_level_nobody_is_taken_to_have_left() -> None:
    same(grown(daily(3.0, -4.0, origin="net"), count=NAN).arrivals(0.01), [3.0, -4.0 + 0.03])


def test_without_any_attention_no_day_is_judged() -> None:
    same(grown(daily(3.0, 4.0)).judged, [NAN, NAN])


@pytest.mark.parametrize(("origin", "days"), [("arrivals", 6), ("net", 6), ("levels", 0), ("follow_dates", 0)])
def test_attention_of_the_week_after_a_figure_may_be_its_own_where_it_bears_its_first_day(
    origin: Origin, days: int
) -> None:
    weekly = series(*((7 * i, 7 * i + 6, 7.0, 100.0) for i in range(3)), origin=origin)
    assert later(weekly, lay_out(weekly)) == days
    assert later(weekly, replace(lay_out(weekly), cadence=1)) == 0
