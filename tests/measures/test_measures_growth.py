"""Growth: first what must not be flagged, then what is, by hand."""

from dataclasses import replace
from datetime import date
from math import ceil, exp, log, sqrt

import numpy as np
import pytest

from build import EASY, METHOD, Direction, Metric, SinceKind, Table, days, dossier, followers, measured, posts, table
from reachcheck.measures.registry import measure_all
from reachcheck.message import msg
from reachcheck.model.enums import Completeness, TableName
from reachcheck.results.measure import Measure
from reachcheck.rules.registry import check_all

START = "2026-01-01"


def day(offset: int, start: str = START) -> str:
    return str(np.datetime64(start, "D") + offset)


def curve(gains: list[float], level: float = 1000.0, start: str = START) -> Table:
    """Levels that give these gains; the first gain is the one of `start`."""
    return days(day(-1, start), np.cumsum([level, *gains]).tolist())


def usual(n: int = 60) -> list[float]:
    """2 a day: every week gains 14, and the numbers share no divisor."""
    gains = [2.0] * n
    gains[5], gains[6] = 1.0, 3.0
    return gains


def arrivals(gains: list[float], level: float = 1000.0) -> tuple[Table, Table]:
    """The same as arrivals, beside the levels."""
    return days(START, gains, Metric.GAINED), curve(gains, level)


def lot(size: float, at: int = 30, n: int = 60, width: int = 1) -> list[float]:
    gains = usual(n)
    gains[at : at + width] = [size / width] * width
    return gains


def daily_posts(n: int = 75, start: int = -15, **changed: float | None) -> Table:
    """A post with 10 likes every day at noon, from day -15; `at_29=300` for another number on day 29."""
    likes: list[float | None] = [10.0] * n
    for name, value in changed.items():
        likes[int(name.removeprefix("at_")) - start] = value
    return posts([f"{day(start + i)}T12:00:00" for i in range(n)], likes=likes)


def steps_of(*tables: Table, **person: object) -> Measure:
    return measured(dossier(*tables, **person), method=EASY)["growth_steps"]


def flags(*tables: Table, code: str = "GRO101") -> str:
    return {f.code: f.status for f in check_all(_all(*tables), EASY)}[code]


def _all(*tables: Table) -> dict[str, Measure]:
    gap = Measure(id="reach_gap", family="data", unit="people", denominator="none", status="known", value=0.0)
    return {**measured(dossier(*tables), method=EASY), "reach_gap": gap}


# ------------------------------------------------------------------------------------------------ never flagged


def test_a_viral_post_explains_its_followers() -> None:
    found = steps_of(curve(lot(500)), daily_posts(at_29=300.0))
    assert [p.kind for p in found.parts] == ["explained"]
    assert found.parts[0].note == msg("step.explained", ratio=30.0)
    assert flags(curve(lot(500)), daily_posts(at_29=300.0)) == "clear"


@pytest.mark.parametrize("column", ["reach", "views", "impressions", "interactions"])
def test_any_of_the_counts_of_a_post_may_show_that_it_went_round(column: str) -> None:
    went_round = [50.0] * 75
    went_round[15 + 29] = 50 * 40.0
    seen = posts([day(i - 15) for i in range(75)], likes=[10.0] * 75, **{column: went_round})
    assert flags(curve(lot(500)), seen) == "clear"


def test_accounts_reached_explain_a_step_without_any_post() -> None:
    reach: list[float | None] = [100.0] * 75
    reach[15 + 30] = 1500.0
    found = steps_of(curve(lot(500)), days(day(-15), reach, Metric.REACH))
    assert [(p.kind, p.note) for p in found.parts] == [("explained", msg("step.explained", ratio=15.0))]


def test_times_shown_stand_in_for_accounts_reached() -> None:
    shown: list[float | None] = [100.0] * 75
    shown[15 + 30] = 1500.0
    assert flags(curve(lot(500)), days(day(-15), shown, Metric.IMPRESSIONS)) == "clear"


@pytest.mark.parametrize("first", [[300.0], [150.0, 100.0, 50.0], [60.0] * 5])
def test_the_first_followers_of_an_account_are_no_step(first: list[float]) -> None:
    young = curve([*first, *usual()], level=0.0)
    assert steps_of(young, daily_posts()).parts == ()
    assert flags(young, daily_posts()) == "clear"


def test_the_first_followers_are_no_step_where_only_arrivals_are_known() -> None:
    arrivals = days(START, [60.0, 40, 25, 10, 5, *usual()], Metric.GAINED)
    assert steps_of(arrivals, daily_posts()).parts == ()
    level = days(day(-1), [0.0])
    assert steps_of(arrivals, level, daily_posts()).parts == ()


def test_the_first_followers_are_no_step_by_follow_dates() -> None:
    since = [day(i) for i, n in enumerate([150.0, 100, 50, *usual()]) for _ in range(int(n))]
    listed = followers([f"p{i}" for i in range(len(since))], since=since)
    assert steps_of(listed, daily_posts()).parts == ()


@pytest.mark.parametrize("level", [60.0, 500.0, 5000.0, 100000.0])
@pytest.mark.parametrize("week", [[5, 5, 5, 5, 5, 40, 60], [0, 0, 0, 0, 0, 0, 70], [30, 20, 0, 0, 1, 2, 3]])
def test_the_same_week_again_and_again_is_no_step(level: float, week: list[float]) -> None:
    assert steps_of(curve(week * 12, level=level)).parts == ()


@pytest.mark.parametrize(("at", "kind"), [(26, "unexplained"), (27, "named"), (31, "named"), (32, "unexplained")])
def test_a_step_from_the_day_before_an_event_to_three_days_after_it_is_named(at: int, kind: str) -> None:
    event = table("events", 1, date=[day(at)], what=["a talk"], stated=[1])
    found = steps_of(curve(lot(500)), daily_posts(), event)
    assert [p.kind for p in found.parts] == [kind]
    assert flags(curve(lot(500)), daily_posts(), event) == ("clear" if kind == "named" else "flagged")


def test_without_any_count_a_step_cannot_be_held_against_it() -> None:
    came = days(START, lot(900), Metric.GAINED)
    assert steps_of(came, daily_posts()).parts[0].kind == "unexplained"
    assert flags(came, daily_posts()) == "unknown"
    assert flags(came, daily_posts(), table("profile", 1, followers=[3000], as_of=["2026-09-01"])) == "flagged"


def test_arrivals_that_are_rounded_say_nothing_without_levels() -> None:
    gains = [0.0, 1000.0, 0.0, 2000.0] * 20
    assert steps_of(days(START, gains, Metric.GAINED)).reason == msg("unknown.rounded_arrivals")
    levels = np.cumsum([50_000.0, *gains]).tolist()
    assert steps_of(days(START, gains, Metric.GAINED), days(day(-1), levels)).n == 80.0


@pytest.mark.parametrize("quantum", [10, 100, 1000])
def test_a_platform_that_rounds_makes_no_steps(quantum: int) -> None:
    true = np.cumsum([12.0 * quantum, *[quantum / 9.0] * 120])
    rounded = (np.round(true / quantum) * quantum).tolist()
    assert steps_of(days(START, rounded), daily_posts(140)).parts == ()


@pytest.mark.parametrize(("gain", "found"), [(1500.0, 0), (1600.0, 1)])
def test_figures_rounded_to_hundreds_need_a_larger_step(gain: float, found: int) -> None:
    # 100 a week: c = 14.29, a = 2 x 100, so a step passes from 214.79 exp(3 sqrt(.49 + 1 / 214.79)) - 200 = 1570
    gains = [100.0 if i % 7 == 0 else 0.0 for i in range(91)]
    gains[42] = gain
    assert len(steps_of(curve(gains, level=1000.0), daily_posts(120)).parts) == found


def test_steady_doubling_is_no_step() -> None:
    levels = [round(100 * 2 ** (i / 30)) for i in range(180)]
    assert steps_of(days(START, levels), daily_posts(200)).parts == ()


def test_growth_in_proportion_to_chance_is_no_step() -> None:
    for seed in range(20):
        gains = np.random.default_rng(seed).poisson(12, 365).astype(float).tolist()
        assert steps_of(curve(gains, level=900.0), daily_posts(400)).parts == ()


def test_a_month_without_a_level_is_one_long_period_and_no_step() -> None:
    levels = np.cumsum([1000.0, *usual(90)])
    known = [float(v) if not 30 <= i < 60 else None for i, v in enumerate(levels)]
    gone = days(START, known)
    dropped = gone.take(~np.isnan(gone.value))
    assert steps_of(dropped, daily_posts(130)).parts == ()
    assert steps_of(dropped, daily_posts(130)).n == 59.0, "of the month nobody knows when its people came"
    assert steps_of(gone, daily_posts(130)).parts == ()


def test_departures_and_their_return_after_a_purge_are_not_arrivals() -> None:
    gains = usual()
    gains[30] = -500.0
    assert steps_of(curve(gains, level=2000.0), daily_posts()).parts == ()


def dip(at: int, size: float = 2000.0, back: float = 2002.0) -> Table:
    """2000 fewer from day `at` on, until all are back on day 30."""
    gains = usual()
    gains[at] -= size
    gains[30] = back
    return curve(gains, level=5000.0)


@pytest.mark.parametrize(("at", "found"), [(29, 0), (25, 0), (23, 0), (22, 1), (10, 1)])
def test_a_level_that_comes_back_within_a_week_is_a_slip_of_the_figures(at: int, found: int) -> None:
    assert len(steps_of(dip(at), daily_posts()).parts) == found


@pytest.mark.parametrize(("back", "found"), [(2000.0, 0), (2499.0, 0), (2520.0, 1)])
def test_what_comes_beyond_the_level_there_was_is_a_step_again(back: float, found: int) -> None:
    # 5058 before the dip on day 29: a tenth of it more is 506
    assert len(steps_of(dip(29, back=back), daily_posts()).parts) == found


def test_people_who_come_after_others_left_are_arrivals() -> None:
    gains = usual()
    gains[28], gains[30] = 0.0, 2002.0
    level = table(
        "daily", 2, date=[day(-1), day(29)], value=[5000.0, 3000.0], metric=[Metric.FOLLOWERS] * 2, kind=[0, 0]
    )
    assert len(steps_of(days(START, gains, Metric.GAINED), level, daily_posts()).parts) == 1


def test_weekly_figures_are_compared_with_weeks() -> None:
    weekly = curve([14.0, 13, 15, 14, 16, 12, 14, 14, 15, 13], level=1000.0)
    dates = np.array([np.datetime64(START, "s") + 7 * i * np.timedelta64(1, "D") for i in range(11)])
    weekly.date[:] = dates
    assert steps_of(weekly, daily_posts()).parts == ()


def test_arrivals_by_the_week_cover_the_week() -> None:
    arrivals = days(START, [14.0, 13, 15, 14, 16, 12, 14, 14, 400, 13], Metric.GAINED)
    arrivals.date[:] = np.array([np.datetime64(START, "s") + 7 * i * np.timedelta64(1, "D") for i in range(10)])
    (step,) = steps_of(arrivals, days("2025-12-01", [1000.0]), daily_posts(120, -30)).parts
    assert (step.start, step.end) == (date(2026, 2, 20), date(2026, 2, 26))
    assert step.high == pytest.approx(16.0, abs=1)


@pytest.mark.parametrize(
    ("posted", "kind"),
    [(-12, "unclear"), (-11, "explained"), (0, "explained"), (6, "explained"), (7, "unclear")],
)
def test_a_week_may_be_named_by_its_first_day_or_its_last(posted: int, kind: str) -> None:
    # the week of the step bears 26 February: it may be that of 20 to 26 February or that of 26 February to 4 March
    arrivals = days(START, [14.0, 13, 15, 14, 16, 12, 14, 14, 400, 13], Metric.GAINED)
    arrivals.date[:] = np.array([np.datetime64(START, "s") + 7 * i * np.timedelta64(1, "D") for i in range(10)])
    seen = daily_posts(150, -30, **{f"at_{56 + posted}": 300.0})
    (step,) = steps_of(arrivals, days("2025-12-01", [1000.0]), seen).parts
    assert (step.kind, step.end) == (kind, date(2026, 2, 26))


@pytest.mark.parametrize(("posted", "kind"), [(51, "unclear"), (52, "explained"), (63, "explained"), (64, "unclear")])
def test_a_level_bears_its_own_day(posted: int, kind: str) -> None:
    # levels of 26 February (day 56) and 5 March (day 63): the step lies in the seven days after the first
    weekly = curve([14.0, 13, 15, 14, 16, 12, 14, 14, 400, 13], level=1000.0)
    weekly.date[:] = np.array([np.datetime64(START, "s") + 7 * i * np.timedelta64(1, "D") for i in range(11)])
    (step,) = steps_of(weekly, daily_posts(150, -30, **{f"at_{posted}": 300.0})).parts
    assert (step.start, step.end, step.kind) == (date(2026, 2, 27), date(2026, 3, 5), kind)


def test_without_posts_or_accounts_reached_a_step_is_not_held_against_anybody() -> None:
    found = measured(dossier(curve(lot(500))))
    (step,) = found["growth_steps"].parts
    assert (step.kind, step.note) == ("no_context", msg("step.no_context"))
    assert flags(curve(lot(500))) == "unknown"
    for name in ("unexplained_gain_share", "explained_gain_share"):
        assert (found[name].status, found[name].reason) == ("unknown", msg("unknown.no_context"))
        assert (found[name].lacks, found[name].parts) == (("posts_dated",), ())


@pytest.mark.parametrize("counted", [0, 4])
def test_posts_without_enough_counts_are_no_context(counted: int) -> None:
    likes = [10.0 if i < counted else None for i in range(75)]
    assert flags(curve(lot(500)), posts([day(i - 15) for i in range(75)], likes=likes)) == "unknown"


@pytest.mark.parametrize(("first", "said"), [(25, "flagged"), (26, "unknown"), (31, "unknown"), (35, "unknown")])
def test_posts_that_begin_later_say_nothing_of_the_days_before(first: int, said: str) -> None:
    assert flags(curve(lot(500)), daily_posts(40, first)) == said


def test_a_later_post_that_went_round_explains_nothing() -> None:
    assert flags(curve(lot(500)), daily_posts(at_31=900.0)) == "flagged"


@pytest.mark.parametrize(
    ("at", "said"), [("at_24", "flagged"), ("at_25", "unknown"), ("at_30", "unknown"), ("at_31", "flagged")]
)
def test_a_post_whose_counts_are_missing_may_be_what_went_round(at: str, said: str) -> None:
    assert flags(curve(lot(500)), daily_posts(**{at: None})) == said


def beside(likes: float | None, **kind: int) -> Table:
    """A post a day, and one row more on the day before the step."""
    flags_ = {name: [0] * 75 + [value] for name, value in kind.items()}
    return posts([day(i - 15) for i in range(75)] + [day(29)], likes=[10.0] * 75 + [likes], **flags_)


def test_a_reply_that_went_round_explains_its_followers() -> None:
    assert flags(curve(lot(500)), beside(300.0, is_reply=1)) == "clear"
    assert flags(curve(lot(500)), beside(20.0, is_reply=1)) == "flagged"


def test_many_replies_that_nobody_liked_do_not_make_an_ordinary_post_stand_out() -> None:
    replies = posts([day(i - 15) for i in range(75)] * 3, likes=[0.0] * 225, is_reply=[1] * 225)
    assert flags(curve(lot(500)), daily_posts(), replies) == "flagged"
    assert flags(curve(lot(500)), replies) == "unknown"


def test_what_a_repost_drew_belongs_to_somebody_else() -> None:
    assert flags(curve(lot(500)), beside(300.0, is_repost=1)) == "flagged"


def test_replies_and_reposts_without_counts_do_not_veil_the_posts() -> None:
    assert flags(curve(lot(500)), beside(None, is_reply=1)) == "flagged"
    assert flags(curve(lot(500)), beside(None, is_repost=1)) == "flagged"
    assert flags(curve(lot(500)), beside(None, is_reply=0)) == "unknown"


@pytest.mark.parametrize(("moment", "said"), [("T00:00:00", "clear"), ("T11:59:59", "clear"), ("T12:00:00", "flagged")])
def test_a_day_may_end_twelve_hours_after_that_of_utc(moment: str, said: str) -> None:
    seen = posts([*(day(i - 15) for i in range(75)), f"{day(31)}{moment}"], likes=[10.0] * 75 + [300.0])
    assert flags(curve(lot(500)), seen) == said
    veiled = posts([*(day(i - 15) for i in range(75)), f"{day(31)}{moment}"], likes=[10.0] * 75 + [None])
    assert flags(curve(lot(500)), veiled) == ("unknown" if said == "clear" else "flagged")


@pytest.mark.parametrize(
    ("every", "last", "said"),
    [
        (4, 25, "flagged"),
        (4, 24, "unknown"),
        (9, 21, "flagged"),
        (9, 20, "unknown"),
        (30, 0, "flagged"),
        (30, -1, "unknown"),
    ],
)
def test_a_silence_longer_than_any_before_may_be_the_end_of_the_file(every: int, last: int, said: str) -> None:
    # the step is on day 30; posts may be silent for five days, or as long as ever before
    at = [day(last - every * n) for n in range(8)]
    assert flags(curve(lot(500)), posts(at, likes=[10.0] * 8)) == said


def test_all_posts_are_all_posts_and_a_selection_has_no_usual() -> None:
    early, viral = daily_posts(30), daily_posts(at_29=300.0)

    def kept(*completeness: Completeness) -> Table:
        n = len(completeness)
        return table("coverage", n, table=[TableName.POSTS] * n, completeness=list(completeness))

    assert flags(curve(lot(500)), early) == "unknown"
    assert flags(curve(lot(500)), early, kept(Completeness.ALL)) == "flagged"
    assert flags(curve(lot(500)), early, kept(Completeness.WINDOW, Completeness.ALL)) == "flagged"
    assert flags(curve(lot(500)), daily_posts(), kept(Completeness.TOP)) == "unknown"
    assert flags(curve(lot(500)), daily_posts(), kept(Completeness.TOP, Completeness.WINDOW)) == "flagged"
    assert flags(curve(lot(500)), daily_posts(), kept(Completeness.WINDOW)) == "flagged"
    assert flags(curve(lot(500)), viral, kept(Completeness.TOP)) == "clear"
    other = table("coverage", 1, table=[TableName.EDGES], completeness=[Completeness.TOP])
    assert flags(curve(lot(500)), daily_posts(), other) == "flagged"


@pytest.mark.parametrize(
    ("covered", "said"),
    [
        (range(-15, 60), "flagged"),
        (range(-15, 31), "flagged"),
        (range(-15, 30), "unknown"),
        (range(29, 60), "flagged"),
        (range(30, 60), "unknown"),
        ([d for d in range(-15, 60) if d != 29], "unknown"),
        ([d for d in range(-15, 60) if d != 28], "flagged"),
        ([d for d in range(-15, 60) if d != 31], "flagged"),
    ],
)
def test_accounts_reached_speak_only_of_the_days_they_cover_and_those_after(covered: list[int], said: str) -> None:
    reach = days(day(-15), [100.0 if d in covered else None for d in range(-15, 60)], Metric.REACH)
    assert flags(curve(lot(500)), reach) == said
    assert flags(curve(lot(500)), reach.take(~np.isnan(reach.value))) == said


def test_accounts_reached_by_the_week_have_no_gaps_between_the_weeks() -> None:
    reach = days("2025-09-01", [100.0] * 40, Metric.REACH)
    reach.date[:] = np.array([np.datetime64("2025-09-01", "s") + 7 * i * np.timedelta64(1, "D") for i in range(40)])
    assert flags(curve(lot(900)), reach) == "flagged"
    assert flags(curve(lot(500)), reach) == "clear"  # all that a week reached may have been reached on that day


@pytest.mark.parametrize(("known", "said"), [(28, "unknown"), (29, "flagged")])
def test_few_days_of_accounts_reached_are_no_context(known: int, said: str) -> None:
    assert flags(curve(lot(500)), days(day(10), [100.0] * known, Metric.REACH)) == said


def test_one_context_is_enough_and_either_may_explain() -> None:
    reach: list[float | None] = [100.0] * 75
    reach[15 + 30] = 1500.0
    for context in (days(day(-15), reach, Metric.REACH), days(day(26), reach[41:] + [100.0] * 40, Metric.REACH)):
        assert flags(curve(lot(500)), daily_posts(), context) == "clear"
    assert flags(curve(lot(500)), daily_posts(), days(day(-15), [100.0] * 75, Metric.REACH)) == "flagged"
    assert flags(curve(lot(500)), daily_posts(), days(day(26), [100.0] * 75, Metric.REACH)) == "flagged"


# ------------------------------------------------------------------------------------------------ steps by hand


def test_a_step_by_hand() -> None:
    # Level before: 1000 + 30 x 2 = 1060. Posts alike every day carry the usual 2 a day, lowest and highest week alike.
    # a = max(2, .005 x 1060) = 5.3; score = ln((402 + 5.3) / (2 + .5 + 5.3)) / sqrt(.7^2 + 1 / 7.8) = 5.03...
    found = steps_of(*arrivals(lot(402)), daily_posts())
    assert (found.status, found.value, found.n) == ("known", 1.0, 60.0)
    assert (found.unit, found.denominator, found.no_interval) == ("count", "periods", msg("no_interval.counted"))
    (step,) = found.parts
    assert (step.kind, step.start, step.end) == ("unexplained", date(2026, 1, 31), date(2026, 1, 31))
    assert (step.value, step.low, step.high) == (402.0, 2.0, 2.0)
    assert step.people == pytest.approx(400 - 1.645 * sqrt(402), rel=1e-8)
    assert step.strength == pytest.approx(log(407.3 / 7.8) / sqrt(0.49 + 1 / 7.8) / 4.9, rel=1e-8)
    assert step.note == msg("step.ordinary_around", ratio=1.0, kinds=("posts",))
    assert step.evidence == ("data.csv:32",)


def test_where_only_levels_are_known_some_are_taken_to_have_left_unseen() -> None:
    # of 1000 to 1460 followers .0005 a day: more were to be expected than the 2 a day that the levels show
    leaving = replace(EASY, growth=replace(EASY.growth, churn=0.0005))
    (step,) = measured(dossier(curve(lot(402)), daily_posts()), method=leaving)["growth_steps"].parts
    assert step.low == pytest.approx(2 + 0.0005 * 1020, abs=0.02)
    assert step.high == pytest.approx(2 + 0.0005 * 1510, abs=0.02)
    assert step.evidence == ("data.csv:33",)  # row 2 is the level before the first gain


def test_a_step_of_three_days_is_one_part_with_its_rows() -> None:
    (step,) = steps_of(*arrivals(lot(600, width=3)), daily_posts()).parts
    assert (step.start, step.end, step.value) == (date(2026, 1, 31), date(2026, 2, 2), 600.0)
    assert (step.low, step.high) == (6.0, 6.0)
    assert step.evidence == ("data.csv:32", "data.csv:33", "data.csv:34")


def test_two_steps_apart_are_two_parts_in_order_of_time() -> None:
    gains = lot(402)
    gains[50] = 500.0
    found = steps_of(curve(gains), daily_posts())
    assert found.value == 2.0
    assert [p.start for p in found.parts] == [date(2026, 1, 31), date(2026, 2, 20)]


@pytest.mark.parametrize(("level", "found"), [(49.0 - 60, 0), (50.0 - 60, 1)])
def test_a_step_needs_fifty_followers_before_it(level: float, found: int) -> None:
    # level + 30 days of 2 stand before the step
    assert len(steps_of(curve(lot(402), level=level), daily_posts()).parts) == found


def quiet(gain: float) -> list[float]:
    return [0.0] * 30 + [gain] + [0.0] * 29


@pytest.mark.parametrize(("gain", "found"), [(100.4, 0), (100.5, 1)])
def test_a_step_is_a_tenth_of_the_level_above_the_usual(gain: float, found: int) -> None:
    # level 1000, nobody comes otherwise, expected .5
    assert len(steps_of(curve(quiet(gain)), daily_posts()).parts) == found


@pytest.mark.parametrize(("gain", "found"), [(20.4, 0), (20.5, 1)])
def test_a_step_is_twenty_people_above_the_usual(gain: float, found: int) -> None:
    # level 100, nobody comes otherwise, expected .5; the score, which asks for more, is put aside
    lenient = replace(EASY, growth=replace(EASY.growth, step_threshold=1.0))
    made = measured(dossier(curve(quiet(gain), level=100.0), daily_posts()), method=lenient)
    assert len(made["growth_steps"].parts) == found


def test_a_step_has_a_score_of_three() -> None:
    # level 100 throughout, c = 0: passes from g = 2.5 exp(3 sqrt(.49 + .4)) - 2 = 40.4...
    least = 2.5 * exp(3 * sqrt(0.49 + 1 / 2.5)) - 2
    for gain, found in ((least - 0.01, 0), (least + 0.01, 1)):
        assert len(steps_of(curve(quiet(gain), level=100.0), daily_posts()).parts) == found


@pytest.mark.parametrize(("ratio", "kind"), [(29.9, "unclear"), (30.0, "explained")])
def test_a_post_explains_from_three_times_the_usual_what_attention_might_carry(ratio: float, kind: str) -> None:
    found = steps_of(curve(lot(150)), daily_posts(at_30=ratio))
    assert [p.kind for p in found.parts] == [kind]


@pytest.mark.parametrize(("likes", "kind"), [(10.0, "unexplained"), (40.0, "unexplained"), (300.0, "explained")])
def test_attention_explains_only_gains_in_proportion(likes: float, kind: str) -> None:
    (step,) = steps_of(curve(lot(500)), daily_posts(at_30=likes)).parts
    assert step.kind == kind
    assert step.note.key == ("step.explained" if kind == "explained" else "step.ordinary_around")


@pytest.mark.parametrize(("likes", "kind"), [(52.4, "no_context"), (52.5, "explained")])
def test_of_a_selection_a_post_explains_gains_up_to_forty_times_what_it_stood_out(likes: float, kind: str) -> None:
    # gain 420 is 210 times the usual 2: 210 / 40 = 5.25 times the usual attention
    top = table("coverage", 1, table=[TableName.POSTS], completeness=[Completeness.TOP])
    assert [p.kind for p in steps_of(curve(lot(420)), daily_posts(at_30=likes), top).parts] == [kind]
    # 240 is 120 times 2, where hardly anybody comes otherwise: it takes 3 times the usual attention
    again = 30.0 if kind == "explained" else 29.9
    assert [p.kind for p in steps_of(curve(quiet(240)), daily_posts(at_30=again), top).parts] == [kind]


@pytest.mark.parametrize(("at", "kind"), [(24, "unclear"), (25, "explained"), (30, "explained"), (31, "unclear")])
def test_a_post_explains_within_five_days_before_and_on_the_day(at: int, kind: str) -> None:
    found = steps_of(curve(lot(150)), daily_posts(**{f"at_{at}": 300.0}))
    assert [p.kind for p in found.parts] == [kind]


def test_a_post_in_the_middle_or_at_the_last_minute_of_the_step_explains_it() -> None:
    for moment in (f"{day(31)}T10:00:00", f"{day(32)}T23:59:59"):
        seen = posts([*(day(i - 15) for i in range(75)), moment], likes=[10.0] * 75 + [300.0])
        assert [p.kind for p in steps_of(curve(lot(600, width=3)), seen).parts] == ["explained"]


@pytest.mark.parametrize(("posted", "kind"), [(4, "no_context"), (5, "unexplained")])
def test_from_five_counted_posts_on_they_are_a_context(posted: int, kind: str) -> None:
    at = (
        [day(-15), day(-10), day(-5), day(0), day(40)][5 - posted :]
        if posted < 5
        else [day(d) for d in (-15, -10, -5, 0, 40)]
    )
    assert [p.kind for p in steps_of(curve(lot(500)), posts(at, likes=[10.0] * posted)).parts] == [kind]


def test_nothing_around_is_told_apart_from_little_around() -> None:
    seen = posts([day(d) for d in (-15, -10, -5, 0, 40)], likes=[10.0] * 5)
    (step,) = steps_of(curve(lot(500)), seen).parts
    assert step.note == msg("step.nothing_around", days=5)


def test_the_usual_of_accounts_reached_is_the_best_day_of_a_week() -> None:
    # 500 on each seventh day, 100 otherwise: usual 500, so 1400 is 2.8 times it and 1500 three times
    for top, kind in ((1400.0, "unclear"), (1500.0, "explained")):
        reach: list[float | None] = [500.0 if i % 7 == 0 else 100.0 for i in range(75)]
        reach[15 + 30] = top
        found = steps_of(curve(lot(150)), days(day(-15), reach, Metric.REACH))
        assert [p.kind for p in found.parts] == [kind]


@pytest.mark.parametrize(("most", "kind"), [(2.0, "unclear"), (3.0, "explained")])
def test_usual_attention_of_nobody_counts_as_one(most: float, kind: str) -> None:
    # a post with 2 likes, or a day with 2 accounts reached, is twice the usual, not infinitely more
    seen: list[float | None] = [0.0] * 75
    seen[15 + 29] = most
    for context in (posts([day(i - 15) for i in range(75)], likes=seen), days(day(-15), seen, Metric.REACH)):
        assert [p.kind for p in steps_of(curve(lot(150)), context).parts] == [kind]


def test_the_first_second_of_five_days_before_is_among_them() -> None:
    for moment, kind in ((f"{day(25)}T00:00:00", "explained"), (f"{day(24)}T23:59:59", "unclear")):
        seen = posts([*(day(i - 15) for i in range(75)), moment], likes=[10.0] * 75 + [300.0])
        assert [p.kind for p in steps_of(curve(lot(150)), seen).parts] == [kind]


def test_days_on_which_nobody_came_are_arrivals_of_nobody() -> None:
    assert msg("note.gross_gains") in steps_of(days(START, [0.0, 9.0] * 15, Metric.GAINED)).notes


# ------------------------------------------------------------------------------------------------ shares


def test_shares_of_the_count_by_hand() -> None:
    # count today 1060 + 402 + 29 x 2 = 1520; the step brought 400 - 1.645 sqrt(402) above the usual to 402 in all
    found = measured(dossier(*arrivals(lot(402)), daily_posts()), method=EASY)
    share = found["unexplained_gain_share"]
    low, high = (400 - 1.645 * sqrt(402)) / 1520, 402 / 1520
    assert (share.low, share.high) == pytest.approx((low, high), rel=1e-8)
    assert share.value == pytest.approx((low + high) / 2, rel=1e-8)
    assert (share.n, share.denominator, share.no_interval) == (1520.0, "count", None)
    assert len(share.parts) == 1
    other = found["explained_gain_share"]
    assert (other.value, other.low, other.high, other.parts) == (0.0, None, None, ())
    assert other.no_interval == msg("no_interval.no_step")


def test_explained_steps_have_their_own_share() -> None:
    found = measured(dossier(curve(lot(402)), daily_posts(at_29=300.0)), method=EASY)
    assert found["explained_gain_share"].high == pytest.approx(402 / 1520)
    assert found["unexplained_gain_share"].value == 0.0


def test_each_kind_of_step_counts_in_its_own_share() -> None:
    gains = lot(402)
    gains[50] = 500.0
    found = measured(dossier(curve(gains), daily_posts(at_49=300.0)), method=EASY)
    assert [p.value for p in found["unexplained_gain_share"].parts] == [402.0]
    assert [p.value for p in found["explained_gain_share"].parts] == [500.0]


def test_a_share_is_never_above_the_whole_count() -> None:
    gains = lot(402)
    gains[31:] = [-40.0] * 29  # 1462 - 1160 = 302 remain
    share = measured(dossier(curve(gains), daily_posts()), method=EASY)["unexplained_gain_share"]
    assert (share.high, share.low, share.value) == (1.0, 1.0, 1.0)


def test_a_share_needs_a_count() -> None:
    arrivals = days(START, usual(), Metric.GAINED)
    share = measured(dossier(arrivals))["unexplained_gain_share"]
    assert (share.status, share.reason, share.lacks) == ("unknown", msg("unknown.no_count"), ("profile",))
    nobody = measured(dossier(arrivals, table("profile", 1, followers=[0], as_of=["2026-09-01"])))
    assert nobody["unexplained_gain_share"].reason == msg("unknown.no_count")


@pytest.mark.parametrize(("points", "status"), [(7, "unknown"), (8, "known")])
def test_fewer_than_eight_periods_say_nothing(points: int, status: str) -> None:
    found = measured(dossier(curve(usual(points))))
    for name in ("growth_steps", "unexplained_gain_share", "explained_gain_share", "smallest_visible_arrival"):
        assert found[name].status == status
        if status == "unknown":
            assert found[name].reason == msg("unknown.few_periods", found=7, at_least=8)
            assert found[name].lacks == ("daily", "followers_dated")


def test_a_period_without_a_gain_is_not_looked_at() -> None:
    levels: list[float | None] = [1000.0 + i for i in range(11)]
    assert steps_of(days(START, levels)).n == 10.0
    levels[5] = None  # the gain over two days is one
    assert steps_of(days(START, levels)).n == 9.0
    levels[0] = levels[8] = None
    assert steps_of(days(START, levels)).reason == msg("unknown.few_periods", found=7, at_least=8)


def test_nothing_about_growth_is_known_without_dates() -> None:
    found = measured(dossier(followers(["a", "b"])))
    for name in ("growth_steps", "unexplained_gain_share", "explained_gain_share", "smallest_visible_arrival"):
        assert (found[name].status, found[name].reason) == ("unknown", msg("unknown.no_growth"))
        assert found[name].lacks == ("daily", "followers_dated")
        assert found[name].parts == ()


def stated(count: float) -> Table:
    return table("profile", 1, followers=[count], as_of=["2026-09-01"])


def test_an_account_that_has_always_been_small_is_not_looked_at() -> None:
    # 400 came on one day to 39 followers: the first arrivals of an account are no steps, and no sign of anything
    for growth in (days(START, [*range(40), 439.0]), days(START, [*range(51)])):
        found = measured(dossier(growth, daily_posts()))
        for name in ("growth_steps", "unexplained_gain_share", "explained_gain_share", "smallest_visible_arrival"):
            assert found[name].reason == msg("unknown.always_small", at_least=50)
            assert (found[name].lacks, found[name].parts) == ((), ())


def test_days_that_begin_with_fewer_than_fifty_are_named_and_left_out() -> None:
    levels = [*(20.0 + i for i in range(31)), *(50.0 + i for i in range(1, 30))]
    found = measured(dossier(days(START, levels), daily_posts()))
    assert found["growth_steps"].n == 29.0  # of 59 gains the first thirty
    said = msg("note.begun_small", k=30, n=59, at_least=50)
    assert said in found["growth_steps"].notes and said in found["smallest_visible_arrival"].notes


def test_arrivals_without_a_level_begin_with_those_who_are_counted_today_and_did_not_come_since() -> None:
    came = days(START, [1.0] * 40, Metric.GAINED)
    for count, left_out in ((12_000, 0), (90, 0), (70, 20)):
        notes = steps_of(came, daily_posts(), stated(count)).notes
        assert [note.params["k"] for note in notes if note.key == "note.begun_small"] == [left_out] * (left_out > 0)
    assert steps_of(came, daily_posts(), stated(40)).reason == msg("unknown.always_small", at_least=50)


# ------------------------------------------------------------------------------------------------ which series


def test_follow_dates_say_that_those_who_left_are_not_seen() -> None:
    since = [day(i) for i, n in enumerate(lot(402)) for _ in range(int(n))]
    listed = followers([f"p{i}" for i in range(len(since))], since=since)
    found = steps_of(listed, daily_posts())
    assert found.notes == (
        msg("note.survivors_only"),
        msg("note.days_universal"),
        msg("note.begun_small", k=25, n=60, at_least=50),
        msg("note.held_against", kinds=("posts",)),
    )
    assert found.n == 35.0
    (step,) = found.parts
    assert (step.value, step.start) == (402.0, date(2026, 1, 31))
    assert step.evidence == ("data.csv:62",)  # 60 followers before it, in rows 2 to 61


@pytest.mark.parametrize("kind", [SinceKind.LOWER_BOUND, SinceKind.NONE, None])
def test_dates_that_are_no_follow_dates_make_no_curve(kind: SinceKind | None) -> None:
    listed = followers([f"p{i}" for i in range(60)], since=[day(i) for i in range(60)], since_kind=[kind] * 60)
    assert steps_of(listed).reason == msg("unknown.no_growth")


def test_only_followers_who_are_still_there_make_the_curve() -> None:
    outward = followers([f"p{i}" for i in range(60)], direction=Direction.OUT, since=[day(i) for i in range(60)])
    assert steps_of(outward).reason == msg("unknown.no_growth")
    left = followers([f"p{i}" for i in range(60)], since=[day(i) for i in range(60)], until=["2026-08-01"] * 60)
    assert steps_of(left).reason == msg("unknown.no_growth")


def test_times_of_one_day_are_one_day() -> None:
    since = [f"{day(i)}T{hour:02d}:30:00" for i in range(40) for hour in (1, 12, 23)]
    # the first 17 days begin with 0 to 48 followers
    assert steps_of(followers([f"p{i}" for i in range(120)], since=since)).n == 23.0


def test_arrivals_come_before_levels_and_levels_before_follow_dates() -> None:
    listed = followers([f"p{i}" for i in range(68)], since=[day(0)] * 50 + [day(1 + i) for i in range(18)])
    came, levels = days(START, usual(20), Metric.GAINED), curve(usual(19))
    assert steps_of(levels, came, listed).n == 20.0
    assert msg("note.gross_gains") in steps_of(levels, came, listed).notes
    assert steps_of(levels, listed).n == 19.0
    assert steps_of(listed).n == 18.0
    assert steps_of(listed, days(START, [30.0])).n == 18.0


@pytest.mark.parametrize(("known", "origin"), [(54, "levels"), (55, "arrivals")])
def test_levels_come_first_where_a_tenth_of_the_arrivals_lack(known: int, origin: str) -> None:
    # 61 levels: nine tenths are 54.9
    found = steps_of(curve(usual(60)), days(START, usual(known), Metric.GAINED))
    assert (msg("note.gross_gains") in found.notes) is (origin == "arrivals")


def test_arrivals_above_the_count_say_that_levels_are_lost() -> None:
    arrivals = days(START, [9.0, 11.0] * 15, Metric.GAINED)
    for count, lost in ((299.0, True), (300.0, False)):
        found = steps_of(arrivals, table("profile", 1, followers=[count], as_of=["2026-09-01"]))
        assert (msg("note.level_lost", gained=300.0, n=count) in found.notes) is lost
        assert msg("note.gross_gains") in found.notes


def test_where_a_level_is_known_it_is_not_lost() -> None:
    came, level = days(START, [9.0, 11.0] * 15, Metric.GAINED), days(START, [5.0])
    assert msg("note.level_lost", gained=300.0, n=float("nan")) not in steps_of(came, level).notes


def test_net_figures_are_no_arrivals() -> None:
    assert msg("note.gross_gains") not in steps_of(days(START, [10.0, -1.0] * 15, Metric.GAINED)).notes


def test_the_level_before_a_gain_is_the_last_one_known() -> None:
    # 40 followers until day 29, then a level of 400 is stated: the arrivals of day 30 are no first followers
    arrivals = days(START, [*[1.0] * 30, 300.0, *[1.0] * 29], Metric.GAINED)
    small = days(START, [10.0])
    assert steps_of(arrivals, small, daily_posts()).parts == ()
    large = table("daily", 2, date=[START, day(29)], value=[10.0, 400.0], metric=[Metric.FOLLOWERS] * 2, kind=[0, 0])
    assert len(steps_of(arrivals, large, daily_posts()).parts) == 1
    same_day = table("daily", 2, date=[START, day(30)], value=[10.0, 400.0], metric=[Metric.FOLLOWERS] * 2, kind=[0, 0])
    assert steps_of(arrivals, same_day, daily_posts()).parts == ()
    later = days(day(50), [400.0])
    assert len(steps_of(arrivals, later, daily_posts()).parts) == 1


# ------------------------------------------------------------------------------------------------ power and figure


def test_the_smallest_visible_arrival_by_hand() -> None:
    # Level 100, nobody comes: (0 + .5 + 2) exp(3 sqrt(.49 + 1 / 2.5)) - 2 = 40.4..., whole people: 41, in one day or
    # in three; of an even stream over 30 days a week shows no more than 7 / 30, so that it takes 41 x 30 / 7
    flat = measured(dossier(days(START, [100.0] * 365)))["smallest_visible_arrival"]
    assert (flat.value, flat.unit, flat.denominator) == (41.0, "people", "none")
    assert (flat.low, flat.no_interval) == (None, msg("no_interval.power"))
    least = 2.5 * exp(3 * sqrt(0.49 + 1 / 2.5)) - 2
    assert [(part.kind, part.value) for part in flat.parts] == [
        ("1d", 41.0),
        ("3d", 41.0),
        ("30d", ceil(least * 30 / 7)),
    ]


def test_in_a_short_year_weeks_of_arrivals_are_what_is_usual() -> None:
    short = measured(dossier(days(START, [100.0] * 60)))["smallest_visible_arrival"]
    assert [(part.kind, part.value) for part in short.parts] == [("1d", 41.0), ("3d", 41.0)]


def test_the_power_of_weekly_figures_is_not_that_of_a_day() -> None:
    weekly = days(START, [100.0] * 30)
    weekly.date[:] = np.array([np.datetime64(START, "s") + 7 * i * np.timedelta64(1, "D") for i in range(30)])
    found = measured(dossier(weekly))["smallest_visible_arrival"]
    assert [part.kind for part in found.parts] == ["30d"]


def test_a_lot_of_that_size_is_seen_and_a_smaller_one_is_not() -> None:
    for size, seen in ((41.0, 1), (40.0, 0)):
        gains = [0.0] * 29
        gains[15] = size
        assert len(steps_of(curve(gains, level=100.0), daily_posts()).parts) == seen


def test_the_figure_is_the_curve_with_the_steps_as_marks() -> None:
    made = measure_all(dossier(curve(lot(402)), daily_posts()), EASY)["growth_steps"].made
    (figure,) = made.figures[0]
    assert (figure.id, figure.kind) == ("followers_by_time", "line")
    assert (len(figure.x), figure.x[0], figure.x[-1]) == (61, "2025-12-31", "2026-03-01")
    assert (figure.y[0], figure.y[30], figure.y[31], figure.y[-1]) == (1000.0, 1060.0, 1462.0, 1520.0)
    (mark,) = figure.marks
    assert (mark.kind, mark.start, mark.end, mark.value) == ("unexplained", "2026-01-31", "2026-01-31", 402.0)


def test_the_figure_of_arrivals_alone_is_their_sum() -> None:
    made = measure_all(dossier(days(START, [2.0, None, 3.0, *[1.0] * 8], Metric.GAINED)), METHOD)["growth_steps"].made
    assert made.figures[0][0].y[:4] == (2.0, 5.0, 6.0, 7.0)
    assert made.figures[0][0].id == "gained_by_time"


def test_a_figure_has_at_most_a_thousand_points_with_both_ends() -> None:
    made = measure_all(dossier(days("2020-01-01", [1000.0 + i for i in range(1501)])), METHOD)["growth_steps"].made
    (figure,) = made.figures[0]
    assert 950 < len(figure.x) == len(figure.y) <= 1000
    assert (figure.y[0], figure.y[-1]) == (1000.0, 2500.0)
