"""What is told beside a step: first what must not be told, and that it counts for nothing."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from build import EASY, Metric, SinceKind, Table, days, dossier, followers, measured, posts
from reachcheck.message import Message, msg
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure, Part
from reachcheck.rules.registry import check_all

START = "2018-06-01"
N = 120
AT = 30
"""The day of the step, 1 July 2018."""


def day(offset: int) -> date:
    found: date = (np.datetime64(START, "D") + offset).item()
    return found


def seen(**changed: float) -> Table:
    """A post with 10 likes on every day; another number on some: `on_29=300`."""
    likes = [10.0] * (N + 30)
    for name, value in changed.items():
        likes[int(name.removeprefix("on_")) + 30] = value
    return posts([f"{day(i - 30)}T12:00:00" for i in range(N + 30)], likes=likes)


def gains(step: float = 1003.0, width: int = 1, usual: tuple[float, ...] = (1.0, 3.0)) -> list[float]:
    """Some a day, and as many as `step` from day 30 on."""
    found = [usual[i % len(usual)] for i in range(N)]
    found[AT : AT + width] = [step] * width
    return found


def came(values: list[float], level: float = 2000.0) -> tuple[Table, Table]:
    return days(START, values, Metric.GAINED), days(str(day(-1)), np.cumsum([level, *values]).tolist())


def lost(**on: float) -> Table:
    """One a day, and more on some: `on_42=400`."""
    values: list[float | None] = [1.0] * N
    for name, value in on.items():
        values[int(name.removeprefix("on_"))] = value
    return days(START, values, Metric.LOST)


def step(*tables: Table, **person: object) -> Part:
    (found,) = measured(dossier(*tables, **person), method=EASY)["growth_steps"].parts
    return found


def said(*tables: Table, key: str, **person: object) -> list[Message]:
    return [each for each in step(*tables, **person).details if each.key == key]


def findings(*tables: Table) -> dict[str, Finding]:
    gap = Measure(id="reach_gap", family="data", unit="people", denominator="none", status="known", value=0.0)
    return {f.code: f for f in check_all({**measured(dossier(*tables), method=EASY), "reach_gap": gap}, EASY)}


# ------------------------------------------------------------------------------------------------ who was lost again


def test_nothing_is_told_of_a_step_that_stayed() -> None:
    assert step(*came(gains()), seen()).kind == "unexplained"
    assert step(*came(gains()), seen()).details == ()
    assert step(*came(gains()), seen(), lost()).details == ()


def test_people_who_leave_little_by_little_are_no_drop() -> None:
    slowly = days(START, [1.0] * 31 + [20.0] * (N - 31), Metric.LOST)
    assert said(*came(gains()), seen(), slowly, key="step.lost") == []


@pytest.mark.parametrize(
    ("on", "people", "told"),
    [
        ("on_29", 900.0, 0),
        ("on_30", 900.0, 0),
        ("on_31", 900.0, 1),
        ("on_90", 900.0, 1),
        ("on_91", 900.0, 0),
        ("on_70", 300.0, 0),
        ("on_70", 301.0, 1),
    ],
)
def test_a_drop_is_told_from_a_third_nearly_of_the_step_on_and_within_sixty_days(
    on: str, people: float, told: int
) -> None:
    found = said(*came(gains()), seen(), lost(**{on: people}), key="step.lost")
    assert len(found) == told


@pytest.mark.parametrize(("people", "told"), [(199.0, 0), (200.0, 1)])
def test_a_drop_is_ten_times_what_is_lost_on_a_usual_day(people: float, told: int) -> None:
    values = [20.0] * N
    values[50] = values[70] = people
    assert len(said(*came(gains()), seen(), days(START, values, Metric.LOST), key="step.lost")) == told


def test_a_drop_is_a_twentieth_of_the_step_at_least() -> None:
    (found,) = said(*came(gains(1000.0)), seen(), lost(on_60=300.0, on_62=50.0, on_64=49.9), key="step.lost")
    assert (found.params["lost"], found.params["share"]) == (350.0, 0.35)


def test_a_loss_that_is_stated_below_none_is_none_and_days_without_one_say_nothing() -> None:
    # two days are known beside the drop: the middle is 2, ten times that is 20, which a twentieth of the step exceeds
    values: list[float | None] = [None] * N
    values[10], values[11], values[60] = -500.0, 2.0, 400.0
    (found,) = said(*came(gains()), seen(), days(START, values, Metric.LOST), key="step.lost")
    assert found.params["lost"] == 400.0


def test_losses_stated_for_days_before_and_after_the_figures_are_left_aside() -> None:
    early = days(str(day(-40)), [900.0] * 10, Metric.LOST)
    late = days(str(day(N)), [900.0] * 10, Metric.LOST)
    assert said(*came(gains()), seen(), early, lost(), late, key="step.lost") == []


def test_a_drop_on_a_day_of_a_purge_is_told_as_that_alone() -> None:
    # 12 July 2018 is day 41
    found = step(*came(gains()), seen(), lost(on_41=800.0), platform="x").details
    when = (msg("step.days", start=date(2018, 7, 12), end=date(2018, 7, 12)),)
    told = {"platform": "x", "what": "locked_accounts", "source": "Twitter, The New York Times", "year": "2018"}
    assert found == (msg("step.lost_purge", start=day(AT), end=day(AT), lost=800.0, days=when, **told),)


@pytest.mark.parametrize("platform", ["instagram", None])
def test_a_purge_elsewhere_says_nothing(platform: str | None) -> None:
    (found,) = step(*came(gains()), seen(), lost(on_41=800.0), platform=platform).details
    assert found.key == "step.lost"


def test_what_was_lost_on_days_of_a_purge_is_not_added_to_what_was_lost_on_others() -> None:
    both = step(*came(gains()), seen(), lost(on_41=250.0, on_60=250.0), platform="x")
    assert both.details == ()


def test_drops_by_hand() -> None:
    (found,) = step(*came(gains()), seen(), lost(on_60=250.0, on_61=101.0, on_70=150.15, on_80=50.0)).details
    when = (msg("step.days", start=day(60), end=day(61)), msg("step.days", start=day(70), end=day(70)))
    share = round((250 + 101 + 150.15) / 1003, 6)  # day 80: 50 are less than a twentieth of the step
    assert found == msg("step.lost", start=day(AT), end=day(AT), lost=501.15, days=when, share=share)


def levels(*back: float) -> Table:
    """The step in levels alone; on day 50 600 fewer, some of whom come back in the days after."""
    values = gains()
    values[50] = -600.0
    values[51 : 51 + len(back)] = back
    return days(str(day(-1)), np.cumsum([2000.0, *values]).tolist())


def test_a_fall_of_the_level_is_a_drop_and_one_that_comes_back_is_none() -> None:
    (found,) = said(levels(), seen(), key="step.lost")
    # the seven days after the fall bring 3, 1, 3, 1, 3, 1, 3: these 15 are taken to have come back
    assert found.params["lost"] == 600.0 - 15.0
    assert said(levels(600.0), seen(), key="step.lost") == []
    assert said(levels(3.0, 1.0, 3.0, 1.0, 400.0), seen(), key="step.lost") == []


@pytest.mark.parametrize(("apart", "lost_"), [(7, 600.0), (8, None)])
def test_of_a_fall_over_more_than_a_week_nobody_knows_the_day(apart: int, lost_: float | None) -> None:
    # 600 fewer on day 60 than the last level before it, so many days earlier, and nobody came meanwhile or after
    values = gains()
    values[AT + 1 :] = [0.0] * (N - AT - 1)
    values[60] = -600.0
    whole = days(str(day(-1)), np.cumsum([2000.0, *values]).tolist())
    keep = [i for i in range(N + 1) if not 61 - apart < i < 61]
    found = said(whole.take(np.array(keep)), seen(), key="step.lost")
    assert [each.params["lost"] for each in found] == ([] if lost_ is None else [lost_])


@pytest.mark.parametrize(("back", "lost_"), [(57, 200.0), (58, 600.0)])
def test_who_comes_back_within_seven_days_of_a_fall_was_not_lost(back: int, lost_: float) -> None:
    values = gains()
    values[AT + 1 :] = [0.0] * (N - AT - 1)
    values[50], values[back] = -600.0, 400.0
    found = said(days(str(day(-1)), np.cumsum([2000.0, *values]).tolist()), seen(), key="step.lost")
    assert [each.params["lost"] for each in found] == [lost_] * (lost_ >= 301)


def test_the_purge_of_a_week_is_that_of_any_of_its_days() -> None:
    # the purge of 11 to 19 July 2018 is that of days 40 to 48; the fall is that of days `first` + 36 to `first` + 42
    weeks = [10.0, 12.0] * 10
    weeks[3], weeks[6] = 3000.0, -2000.0
    table = days(START, np.cumsum([3000.0, *weeks]).tolist())
    for first, key in ((-3, "step.lost"), (-2, "step.lost_purge"), (12, "step.lost_purge"), (13, "step.lost")):
        table.date[:] = np.datetime64(START, "s") + (first + 7 * (np.arange(21) - 1)) * np.timedelta64(1, "D")
        assert [each.key for each in step(table, seen(), platform="x").details] == [key]


def test_nothing_told_beside_a_step_counts_for_anything() -> None:
    plain, told = (findings(*came(gains(1000.0)), seen(), left) for left in (lost(), lost(on_60=700.0)))
    assert [each.key for each in plain["GRO101"].details] == ["step.round_days", "step.responses_less"]
    assert [each.key for each in told["GRO101"].details] == ["step.lost", "step.round_days", "step.responses_less"]
    assert {code: replace(f, details=()) for code, f in plain.items()} == {
        code: replace(f, details=()) for code, f in told.items()
    }


def test_nothing_is_told_of_a_step_that_attention_explains() -> None:
    explained = step(*came(gains(500.0)), seen(on_29=300.0), lost(on_60=500.0))
    assert (explained.kind, explained.details) == ("explained", ())


# ------------------------------------------------------------------------------------------------ round lots


@pytest.mark.parametrize(("size", "told"), [(1003.0, 0), (950.0, 0), (1000.0, 1), (1100.0, 1)])
def test_a_round_number_is_a_multiple_of_a_hundred(size: float, told: int) -> None:
    found = said(*came(gains(size)), seen(), key="step.round_days")
    day_of = (msg("step.observed_day", gain=size, day=day(AT)),)
    assert found == [msg("step.round_days", start=day(AT), end=day(AT), days=day_of, k=1, n=1)] * told


@pytest.mark.parametrize(("size", "told"), [(200.0, 0), (300.0, 1)])
def test_small_numbers_are_round_too_often(size: float, told: int) -> None:
    assert len(said(*came(gains(size, usual=(0.0, 1.0)), level=300.0), seen(), key="step.round_days")) == told


def test_a_platform_that_rounds_makes_round_numbers() -> None:
    assert step(*came(gains(10000.0, usual=(10.0, 30.0)), level=20000.0), seen()).details == ()


def test_days_and_the_step_as_a_whole_may_be_round() -> None:
    values = gains()
    values[AT : AT + 3] = [500.0, 333.0, 367.0]
    found = step(*came(values), seen())
    assert found.details == (
        msg(
            "step.round_days",
            start=day(AT),
            end=day(AT + 2),
            days=(msg("step.observed_day", gain=500.0, day=day(AT)),),
            k=1,
            n=3,
        ),
        msg("step.round_all", start=day(AT), end=day(AT + 2), gain=1200.0),
    )


# ------------------------------------------------------------------------------------------------ evenness


def test_a_short_step_has_no_evenness() -> None:
    assert said(*came(gains(333.0, width=6)), seen(), key="step.even") == []


def test_evenness_by_hand() -> None:
    # ten days of 399 and 401 in turn: they differ by 1, of 400; chance gives 1 / sqrt(400); 1 and 3 differ by half
    values = gains()
    values[AT : AT + 10] = [399.0, 401.0] * 5
    (found,) = said(*came(values), seen(), key="step.even")
    assert found == msg(
        "step.even", start=day(AT), end=day(AT + 9), n=10, spread=0.0025, chance=0.05, usual=0.5
    )  # fmt: skip


def test_what_is_usual_of_evenness_is_the_middle_of_stretches_each_by_its_own_mean() -> None:
    # stretches of ten days: 1 and 3 in turn differ by half, 9 and 11 by a tenth, 40 and 60 by a fifth
    values = gains()
    values[:10], values[50:60] = [9.0, 11.0] * 5, [40.0, 60.0] * 5
    values[60:] = [9.0, 11.0] * 30
    values[AT : AT + 10] = [399.0, 401.0] * 5
    (found,) = said(*came(values), seen(), key="step.even")
    # halves of days 10 to 29 and 40 to 49, a fifth, and tenths of the other seven
    assert found.params["usual"] == 0.1


def test_evenness_needs_stretches_to_compare_with() -> None:
    values = gains()[: AT + 20]
    values[AT : AT + 10] = [399.0, 401.0] * 5
    arrivals, level = came(values)
    # stretches of ten days: three before the step, one after it
    assert len(said(arrivals, level, seen(), key="step.even")) == 1
    assert said(arrivals.take(np.arange(AT + 19)), level, seen(), key="step.even") == []


# ------------------------------------------------------------------------------------------------ hours


def timed(inside: int, beside: int) -> Table:
    """On the day of the step all at nine; of the others one in each hour of the day, in turn."""
    at = [f"{day(AT)}T09:00:{i % 60:02}" for i in range(inside)]
    at += [f"{day(AT + 5 + i // 24)}T{i % 24:02}:30:00" for i in range(beside)]
    return followers([f"p{i}" for i in range(len(at))], since=at, since_kind=[SinceKind.EXACT] * len(at))


def test_hours_by_hand() -> None:
    (found,) = said(*came(gains()), seen(), timed(60, 240), key="step.hours")
    assert found == msg("step.hours", start=day(AT), end=day(AT), hours=3, n=60, share=1.0, usual=0.125)


@pytest.mark.parametrize(("inside", "beside"), [(49, 240), (60, 49), (0, 240)])
def test_few_times_say_nothing_of_hours(inside: int, beside: int) -> None:
    assert said(*came(gains()), seen(), timed(inside, beside), key="step.hours") == []


def test_days_without_a_time_are_not_midnight() -> None:
    table = timed(60, 240)
    dated = replace(table, since_kind=np.full(len(table), SinceKind.DAY, np.int8))
    assert said(*came(gains()), seen(), dated, key="step.hours") == []
