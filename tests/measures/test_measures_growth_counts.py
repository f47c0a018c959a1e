"""The line of growth: what the files state, and what follows from arrivals and departures, by hand."""

import numpy as np
import pytest

from build import METHOD, Metric, Table, days, dossier, followers, table
from reachcheck.measures.registry import measure_all
from reachcheck.results.figure import Figure

START = "2026-01-01"
GAINED = [5.0, 0.0, 6.0, 4.0, 2.0, 1.0, 3.0, 0.0, 7.0, 2.0]
LOST = [1.0, 2.0, 1.0, 0.0, 5.0, 0.0, 0.0, 1.0, 0.0, 2.0]
COUNT = [9304.0, 9302.0, 9307.0, 9311.0, 9308.0, 9309.0, 9312.0, 9311.0, 9318.0, 9318.0]
"""What each day's arrivals and departures leave of 9,300."""
gained, lost = days(START, GAINED, Metric.GAINED), days(START, LOST, Metric.LOST)


def line(*tables: Table) -> Figure:
    (figure,) = measure_all(dossier(*tables), METHOD)["growth_steps"].made.figures[0]
    return figure


def stated(on: str, count: float) -> Table:
    return table("profile", 1, followers=[count], as_of=[on])


@pytest.mark.parametrize("flows", [(), (gained,), (gained, lost)])
def test_counts_of_a_file_are_drawn_as_it_states_them(flows: tuple[Table, ...]) -> None:
    figure = line(days(START, COUNT), *flows)
    assert (figure.id, figure.x[0], figure.x[-1]) == ("followers_by_time", START, "2026-01-10")
    assert figure.y == tuple(COUNT)


@pytest.mark.parametrize("at", [0, 4, 9])
def test_one_count_and_all_who_came_and_left_lead_to_the_others(at: int) -> None:
    known = days(f"2026-01-{at + 1:02d}", [COUNT[at]])
    assert line(known, gained, lost).y == tuple(COUNT)
    profile = stated(f"2026-01-{at + 1:02d}T12:00:00", COUNT[at])
    assert line(profile, gained, lost).y == tuple(COUNT)


def test_a_day_without_a_count_lies_between_those_that_have_one() -> None:
    holes: list[float | None] = [*COUNT]
    holes[3] = holes[4] = None
    assert line(days(START, holes), gained, lost).y == tuple(COUNT)
    figure = line(days(START, holes), gained)
    assert figure.y == (*COUNT[:3], *COUNT[5:])
    assert figure.x[2:4] == ("2026-01-03", "2026-01-06")


def test_arrivals_of_weeks_lead_from_one_week_to_the_next() -> None:
    def weekly(values: list[float], metric: Metric) -> Table:
        made = days("2026-01-04", values, metric)
        made.date[:] = made.date[0] + 7 * np.arange(10) * np.timedelta64(1, "D")
        return made

    arrived, left = weekly(GAINED, Metric.GAINED), weekly(LOST, Metric.LOST)
    assert line(days("2026-01-04", [9304.0]), arrived, left).y == tuple(COUNT)


def test_arrivals_and_departures_without_a_count_are_set_against_each_other() -> None:
    figure = line(gained, lost)
    assert (figure.id, figure.y) == ("net_by_time", (4.0, 2.0, 7.0, 11.0, 8.0, 9.0, 12.0, 11.0, 18.0, 18.0))


def test_departures_of_some_days_alone_are_not_taken_off() -> None:
    figure = line(gained, days(START, LOST[:-1], Metric.LOST))
    assert (figure.id, figure.y[-1]) == ("gained_by_time", 30.0)


def test_a_gap_cannot_be_crossed_from_one_count() -> None:
    holes: list[float | None] = [*GAINED]
    holes[5] = None
    figure = line(days("2026-01-10", [9318.0]), days(START, holes, Metric.GAINED), lost)
    assert (figure.id, figure.y) == ("net_by_time", (4.0, 2.0, 7.0, 11.0, 8.0, 11.0, 10.0, 17.0, 17.0))


def test_figures_that_contradict_each_other_lead_to_no_count_below_0() -> None:
    assert line(days("2026-01-10", [10.0]), gained, lost).id == "net_by_time"


def test_follow_dates_are_those_still_listed() -> None:
    since = [f"2026-01-{1 + n:02d}" for n in (0, 0, 1, 2, 3, 4, 5, 6, 7, 9)]
    figure = line(followers([f"p{n}" for n in range(10)], since=since), stated("2026-01-10", 500.0))
    assert (figure.id, figure.y) == ("listed_by_time", (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 9.0, 10.0))


def test_the_last_day_of_each_month_is_among_those_of_many_years() -> None:
    figure = line(days("2018-01-01", [1000.0 + n for n in range(3000)]))
    assert len(figure.x) <= 1000
    assert {"2018-01-31", "2020-02-29", "2026-02-28"} <= set(figure.x)
    assert figure.y[figure.x.index("2018-01-31")] == 1030.0
