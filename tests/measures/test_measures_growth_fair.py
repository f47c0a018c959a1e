"""Growth that its files explain, if with gaps, in other units or on other days: none of it is held against anybody."""

import numpy as np
import pytest

from build import METHOD, Metric, Table, days, dossier, followers, measured, posts, table
from reachcheck.measures.registry import measure_all
from reachcheck.message import msg
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


# ------------------------------------------------------------------------------------------------ days


def test_of_two_figures_of_arrivals_of_a_day_the_last_counts_and_it_is_said() -> None:
    gains = chance(20, 60)
    twice = days(day(0), gains, Metric.GAINED)
    again = days(day(30), [500.0, 7.0], Metric.GAINED)
    first_is_wrong = dossier(again, twice, days(day(0), [2000.0]))
    found = measured(first_is_wrong)["growth_steps"]
    assert found.n == 60.0
    assert msg("note.several_a_day", k=2) in found.notes
    assert found.parts == ()


def test_days_that_listed_events_explain_are_counted() -> None:
    # an event, the day before it, and the three after
    event = table("events", 1, date=[day(20)])
    found = steps_of(days(day(-1), np.cumsum([1000.0, *chance(20, 60)]).tolist()), event)
    assert msg("note.days_of_events", k=5, n=60) in found.notes
    assert all(note.key != "note.days_of_events" for note in steps_of(curve(chance(20, 60))).notes)


def test_how_often_figures_were_taken_and_what_is_missing_is_said() -> None:
    gains: list[float | None] = [float(20 + i % 7) for i in range(60)]
    gains[10] = gains[40] = gains[41] = None
    came = steps_of(days(day(0), gains, Metric.GAINED), days(day(-1), [2000.0] * 61)).notes
    assert msg("note.missing_days", k=3, n=60) in came
    levels = np.cumsum([2000.0, *(20.0 + i % 7 for i in range(60))]).tolist()
    # two gaps, of one level and of three, are bridged; one of eight is not, and its nine days are missing
    gone = [10, 20, 21, 22, *range(30, 38)]
    notes = steps_of(days(day(-1), [None if i in gone else v for i, v in enumerate(levels)])).notes
    assert [note for note in notes if note.key in ("note.bridged", "note.missing_days", "note.cadence")] == [
        msg("note.missing_days", k=9, n=60),
        msg("note.bridged", k=2, most=7),
    ]
    weekly = steps_of(every(7, levels[::2], Metric.FOLLOWERS)).notes
    assert [note for note in weekly if note.key == "note.cadence"] == [msg("note.cadence", days=7)]


@pytest.mark.parametrize("late", [1, 2, 3, -1])
def test_attention_that_stands_a_day_after_or_some_before_carries_a_gain(late: int) -> None:
    # 200 times the usual attention; the people it brought stand on another day
    seen, gains = chance(200, seed=3), chance(10)
    seen[100], gains[100 + late] = 200 * 200.0, 1500.0
    assert "unexplained" not in kinds(curve(gains), days(day(0), seen, Metric.REACH))
    # without it the same people stand out
    seen[100] = 200.0
    assert "unexplained" in kinds(curve(gains), days(day(0), seen, Metric.REACH))


def test_where_no_other_day_is_known_nothing_is_expected_and_the_share_has_no_nan() -> None:
    gains: list[float | None] = [None] * 90
    gains[40:50] = [400.0] * 10
    visits = days(day(0), [100.0] * 90, Metric.PROFILE_VISITS)
    found = measured(dossier(days(day(0), gains, Metric.GAINED), days(day(0), [1000.0] * 90), visits))
    assert all((part.low is None) == (part.high is None) for part in found["growth_steps"].parts)
    assert found["unexplained_gain_share"].value == found["unexplained_gain_share"].value


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
    assert (len(figure.x), figure.x[0], figure.x[-1]) == (30, "2026-01-01", "2026-01-30")
    expected = [1000.0 + 3 * (4 * i + 3) for i in range(30)]
    expected[20] -= 3
    assert list(figure.y) == expected


@pytest.mark.parametrize(("pace", "level"), [(3, 300.0), (10, 1000.0), (100, 10000.0)])
@pytest.mark.parametrize("still", [30, 60])
def test_a_level_that_is_repeated_where_nobody_read_it_makes_no_step(pace: int, level: float, still: int) -> None:
    levels = np.cumsum([level, *chance(pace, 365)])
    true = levels.copy()
    levels[150 : 150 + still] = levels[149]
    visits = days(day(0), chance(500, 365, seed=2), Metric.PROFILE_VISITS)
    assert kinds(days(day(-1), levels.tolist()), visits) == []
    # what comes beyond the usual pace is a step all the same
    levels[150 + still :] = true[150 + still :] + level
    assert kinds(days(day(-1), levels.tolist()), visits) == ["unexplained"]


def test_a_quiet_account_that_many_people_come_to_in_a_day_has_not_caught_up() -> None:
    gains = [float(i % 10 == 0) for i in range(N)]
    gains[100] = 500.0
    assert kinds(curve(gains), days(day(0), chance(500, seed=2), Metric.PROFILE_VISITS)) == ["unexplained"]


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
    visits = [2.0 * visit for visit in visits]  # 4 on calm days, so that 34 zeros are 102 people too few
    for zeros, kind in ((33, "unexplained"), (34, "no_context")):
        visits[100 : 100 + zeros] = [0.0] * zeros
        assert kinds(curve(gains), days(day(0), visits, Metric.PROFILE_VISITS)) == [kind]


def test_visits_that_are_rare_may_be_none_for_a_season() -> None:
    visits, gains = [float(i % 3 == 0) for i in range(N)], [0.0] * N
    visits[40:160], gains[105] = [0.0] * 120, 500.0
    assert kinds(curve(gains), days(day(0), visits, Metric.PROFILE_VISITS)) == ["unexplained"]


def test_views_explain_what_accounts_reached_do_not_speak_of() -> None:
    gains, views = chance(10), chance(1500, seed=2)
    gains[100], views[100] = 2000.0, 300000.0
    seen = posts([f"{day(i)}T12:00:00" for i in range(N)], likes=[10.0] * N)
    views_, reach = days(day(0), views, Metric.VIEWS), days(day(110), chance(500, 90, seed=3), Metric.REACH)
    assert kinds(curve(gains), seen, reach) == ["unexplained"]
    assert kinds(curve(gains), seen, reach, views_) == ["explained"]


# ------------------------------------------------------------------------------------------------ slower figures


def viral(values: list[float], at: int, times: float) -> list[float]:
    """A figure that is so many times the usual on a day, a third of that a day later, and gone the day after."""
    return [value * {at: times, at + 1: times / 3}.get(i, 1.0) for i, value in enumerate(values)]


def weekly_levels(more: float) -> Table:
    """A level each week from the day before the first on; more come in the week of days 98 to 104."""
    gains = chance(70, 28)
    gains[14] += more
    return every(7, np.cumsum([1000.0, *gains]).tolist(), Metric.FOLLOWERS, -1)


@pytest.mark.parametrize("metric", [Metric.REACH, Metric.PROFILE_VISITS])
def test_on_whichever_day_of_a_week_attention_was_it_carries_the_gain_of_the_week(metric: Metric) -> None:
    usual = chance(500, seed=2)
    assert kinds(weekly_levels(20000), days(day(0), usual, metric)) == ["unexplained"]
    for at in range(98, 105):
        assert kinds(weekly_levels(20000), days(day(0), viral(usual, at, 2000), metric)) == ["explained"]


def test_on_whichever_day_of_a_week_a_post_went_round_it_carries_the_gain_of_the_week() -> None:
    for at in range(98, 105):
        seen = posts([f"{day(i)}T12:00:00" for i in range(N)], likes=viral([10.0] * N, at, 20000))
        assert kinds(weekly_levels(20000), seen) == ["explained"]


def test_an_event_names_the_whole_week_that_it_fell_into() -> None:
    reach = days(day(0), chance(500, seed=2), Metric.REACH)
    for at in range(98, 106):
        assert kinds(weekly_levels(20000), reach, table("events", 1, date=[day(at)], what=["talk"])) == ["named"]
    for at in (94, 106):
        assert kinds(weekly_levels(20000), reach, table("events", 1, date=[day(at)], what=["talk"])) == ["unexplained"]


@pytest.mark.parametrize("named_by", [0, 6])
@pytest.mark.parametrize("level", [1000.0, 10000.0, 100000.0])
def test_attention_by_the_week_may_all_have_been_on_the_day_on_which_people_came(level: float, named_by: int) -> None:
    gains, visits = chance(level / 100, 203), chance(level / 20, 203, seed=2)
    weekly = every(7, np.add.reduceat(visits, np.arange(0, 203, 7)).tolist(), Metric.PROFILE_VISITS, named_by)
    for at in (98, 101, 104):
        came, seen = viral(gains, at, 300), np.add.reduceat(viral(visits, at, 300), np.arange(0, 203, 7)).tolist()
        assert "unexplained" in kinds(curve(came, level), weekly)
        assert "unexplained" not in kinds(curve(came, level), every(7, seen, Metric.PROFILE_VISITS, named_by))


@pytest.mark.parametrize("named_by", [0, 29])
def test_attention_by_the_month_does_not_tell_on_which_days_nobody_looked(named_by: int) -> None:
    gains, visits = chance(100, 900), chance(500, 900, seed=2)
    for at in (420, 435, 449):
        seen = np.add.reduceat(viral(visits, at, 300), np.arange(0, 900, 30)).tolist()
        found = kinds(curve(viral(gains, at, 300), 10000.0), every(30, seen, Metric.PROFILE_VISITS, named_by))
        assert found and "unexplained" not in found


def test_what_a_week_of_attention_could_have_carried_in_a_day_was_to_be_expected_in_it() -> None:
    # 10 visits and 2 people a day; of the week of the step all 70 visits may have been on its day, and bring 14
    gains = [2.0] * N
    gains[100] = 3000.0
    came = (days(day(0), gains, Metric.GAINED), days(day(-1), [1000.0] * (N + 1)))
    (step,) = steps_of(*came, every(7, [70.0] * 31, Metric.PROFILE_VISITS, -7)).parts
    assert (step.kind, step.value, step.low, step.high) == ("unexplained", 3000.0, 14.0, 14.0)


def test_a_step_on_the_first_day_stands_in_the_first_row() -> None:
    gains = [2.0] * N
    gains[0] = 3000.0
    visits = days(day(-7), [100.0] * (N + 7), Metric.PROFILE_VISITS)
    (step,) = steps_of(days(day(0), gains, Metric.GAINED), days(day(-1), [1000.0] * (N + 1)), visits).parts
    assert (step.kind, str(step.start), step.evidence) == ("no_context", day(0), ("data.csv:2",))


# ------------------------------------------------------------------------------------------------ what is judged


def drip() -> list[float]:
    gains = chance(5)
    return [gain + 80 * (100 <= i < 130) for i, gain in enumerate(gains)]


def test_people_of_an_event_are_not_counted_into_a_step_around_it() -> None:
    visits = days(day(0), chance(500, seed=2), Metric.PROFILE_VISITS)
    gains = drip()
    left_out = sum(gains[114:119])  # the day before the event, its own, and three after
    gains[115:119] = [3000.0, 1500.0, 700.0, 300.0]
    event = table("events", 1, date=[day(115)], what=["talk"])
    (step,) = steps_of(curve(gains), visits, event).parts
    assert (step.kind, str(step.start), str(step.end)) == ("unexplained", day(100), day(129))
    assert step.value == sum(drip()[100:130]) - left_out


def test_people_of_an_event_within_a_step_are_no_silent_newcomers() -> None:
    visits = days(day(0), chance(500, seed=2), Metric.PROFILE_VISITS)
    gains = drip()
    left_out = sum(gains[114:119])  # the day before the event, its own, and three after
    gains[115:119] = [900.0] * 4
    since = [day(i) for i, n in enumerate([1000.0, *gains], start=-1) for _ in range(int(n))]
    listed = followers([f"p{i}" for i in range(len(since))], since=since)
    found = measured(dossier(listed, visits, table("events", 1, date=[day(115)], what=["talk"])))["silent_newcomers"]
    assert found.high == sum(drip()[100:130]) - left_out


def test_a_step_does_not_reach_into_days_of_which_nothing_is_known() -> None:
    # 12 of 30 days are without visits, and on these come the most
    gains, visits = drip(), [*chance(500, seed=2)]
    gains[118:130] = [10000.0] * 12
    known = days(day(0), [None if 118 <= i < 130 else v for i, v in enumerate(visits)], Metric.PROFILE_VISITS)
    came = days(day(0), gains, Metric.GAINED)
    (step,) = steps_of(days(day(0), [1000.0]), came, known).parts
    assert (step.kind, str(step.start), str(step.end)) == ("unexplained", day(100), day(117))
    assert step.value == sum(gains[100:118])


# ------------------------------------------------------------------------------------------------ the count


def test_arrivals_of_a_few_months_are_held_against_all_who_were_there_before() -> None:
    # 1500 in a day are less than a tenth of 20 000, and more than a tenth of the 600 who came in the month before
    gains, visits = chance(20, 90), days(day(0), chance(200, 90, seed=2), Metric.PROFILE_VISITS)
    gains[30] = 1500.0
    came = days(day(0), gains, Metric.GAINED)
    stated = table("profile", 1, followers=[20000], as_of=[day(90)])
    assert kinds(came, visits) == ["unexplained"]
    assert kinds(came, visits, stated) == []
    assert kinds(came, visits, table("profile", 1, followers=[4000], as_of=[day(90)])) == ["unexplained"]


def test_a_list_cut_to_some_months_is_held_against_the_count_as_well() -> None:
    gains, visits = chance(20, 90), days(day(0), chance(200, 90, seed=2), Metric.PROFILE_VISITS)
    gains[30] = 1500.0
    since = [day(i) for i, n in enumerate(gains) for _ in range(int(n))]
    listed = followers([f"p{i}" for i in range(len(since))], since=since)
    assert kinds(listed, visits) == ["unexplained"]
    assert kinds(listed, visits, table("profile", 1, followers=[20000], as_of=[day(90)])) == []


def test_the_first_followers_of_an_account_stay_the_first_whatever_the_count_says() -> None:
    since = [day(i) for i, n in enumerate([150.0, 100.0, 50.0, *chance(2, 90)]) for _ in range(int(n))]
    listed = followers([f"p{i}" for i in range(len(since))], since=since)
    visits = days(day(-40), chance(200, 140, seed=2), Metric.PROFILE_VISITS)
    assert kinds(listed, visits, table("profile", 1, followers=[len(since) + 60], as_of=[day(95)])) == []


def test_the_smallest_visible_arrival_says_of_how_many_days_it_speaks() -> None:
    gains = chance(5)
    for begin, notes in ((0, ()), (8, ()), (100, (msg("note.judged_days", k=99, n=N),))):
        visits = days(day(begin), chance(100, N - begin, seed=2), Metric.PROFILE_VISITS)
        assert measured(dossier(curve(gains), visits))["smallest_visible_arrival"].notes == notes
    assert measured(dossier(curve(gains)))["smallest_visible_arrival"].notes == ()


# ------------------------------------------------------------------------------------------------ which series


def test_a_few_daily_figures_do_not_hide_what_a_long_list_shows() -> None:
    since = [day(i) for i in range(200) for _ in range(1 + 399 * (i == 60))]
    listed = followers([f"p{i}" for i in range(len(since))], since=since)
    for figures in (
        days(day(190), [1.0] * 5, Metric.GAINED),
        days(day(180), [590.0 + i for i in range(20)]),
        days(day(190), [3.0, None], Metric.GAINED),
    ):
        found = steps_of(listed, figures)
        assert (found.n, len(found.parts)) == (150.0, 1)  # the first fifty days begin with fewer than 50


def test_daily_figures_as_long_as_the_list_or_a_quarter_speak_before_it() -> None:
    since = [day(i) for i in range(400) for _ in range(2)]
    listed = followers([f"p{i}" for i in range(len(since))], since=since)
    assert msg("note.gross_gains") in steps_of(listed, days(day(310), [2.0] * 90, Metric.GAINED)).notes
    short = followers([f"p{i}" for i in range(80)], since=[day(i // 4) for i in range(80)])
    assert msg("note.gross_gains") in steps_of(short, days(day(0), [4.0] * 20, Metric.GAINED)).notes


def test_an_arrival_that_is_missing_makes_no_net_figures() -> None:
    gains: list[float | None] = list(chance(20, 60))
    gains[30] = None
    found = steps_of(days(day(0), gains, Metric.GAINED), days(day(0), [2000.0]))
    assert msg("note.gross_gains") in found.notes
    assert found.n == 59.0
