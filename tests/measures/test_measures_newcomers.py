"""Who of an unexplained step may still be there: every doubt takes somebody off the low end."""

import numpy as np
import pytest

from build import EASY, Direction, Dossiers, Metric, days, dossier, followers, measured, posts, responses, table
from reachcheck.model.enums import Kind

# 60 days of +2 from 1000; on 2026-01-31 the count gains 1002 instead. What was usual is 2 (of 2 to 2), so the excess is
# at least 1002 - 2 - 1.645 sqrt(1002) = 947.928539.
AT = 30
LOW = 947.928539


def levels(after: list[float | None] | None = None) -> list[float | None]:
    made: list[float | None] = [1000.0 + 2 * i + (1000.0 if i >= AT else 0.0) for i in range(60)]
    for offset, value in enumerate(after or [], start=AT + 1):
        made[offset] = value
    return made


ORDINARY = posts([f"{np.datetime64('2025-12-10') + d}T12:00:00" for d in range(90)], likes=[10.0] * 90)
"""One every day, all alike: they carry the same on each day."""


def made(*tables: object) -> Dossiers:
    return dossier(ORDINARY, *tables)  # type: ignore[arg-type]


def test_a_step_without_any_loss_stays_whole() -> None:
    silent = measured(made(days("2026-01-01", levels())), method=EASY)["silent_newcomers"]
    assert (silent.low, silent.high, silent.n) == (LOW, 1002.0, 1002.0)
    assert silent.value == pytest.approx((LOW + 1002.0) / 2)


def test_those_who_left_the_day_after_are_no_longer_there() -> None:
    # 2060 at the end of the step, 1260 the day after: 800 left
    silent = measured(made(days("2026-01-01", levels([1260.0 + 2 * i for i in range(29)]))), method=EASY)[
        "silent_newcomers"
    ]
    assert silent.low == pytest.approx(LOW - 800)
    assert silent.high == 1002.0


def test_a_day_without_a_level_hides_no_loss() -> None:
    silent = measured(made(days("2026-01-01", levels([None] + [1260.0 + 2 * i for i in range(28)]))), method=EASY)
    assert silent["silent_newcomers"].low == pytest.approx(LOW - 800)


def test_losses_that_are_stated_count_from_the_first_day_of_the_step() -> None:
    lost = days("2026-01-31", [100.0, None, 50.0], metric=Metric.LOST)
    before = days("2026-01-20", [77.0], metric=Metric.LOST)
    silent = measured(made(days("2026-01-01", levels()), lost, before), method=EASY)["silent_newcomers"]
    assert silent.low == pytest.approx(LOW - 150)


def test_of_stated_losses_and_drops_of_the_level_the_larger_counts() -> None:
    gone = [1260.0 + 2 * i for i in range(29)]
    for stated, taken in ((300.0, 800.0), (900.0, 900.0)):
        lost = days("2026-02-01", [stated], metric=Metric.LOST)
        silent = measured(made(days("2026-01-01", levels(gone)), lost), method=EASY)["silent_newcomers"]
        assert silent.low == pytest.approx(LOW - taken)


def test_net_gains_below_zero_are_losses() -> None:
    net = [2.0] * AT + [1002.0] + [2.0] * 10 + [-400.0, -300.0] + [2.0] * 17
    daily = days("2026-01-01", net, metric=Metric.GAINED)
    daily.kind[:] = Kind.FLOW_NET
    level = days("2025-12-31", [1000.0])
    today = table("profile", 1, followers=[1000.0 + sum(net)], as_of=["2026-03-01"])
    silent = measured(made(daily, level, today), method=EASY)["silent_newcomers"]
    assert silent.low == pytest.approx(LOW - 700)


def test_a_count_from_before_the_step_holds_none_of_its_people() -> None:
    gains = days("2026-01-01", [2.0] * AT + [1002.0] + [2.0] * 29, metric=Metric.GAINED)
    silent = measured(made(gains, days("2025-12-31", [1000.0])), method=EASY)["silent_newcomers"]
    assert (silent.low, silent.high) == (0.0, 1002.0)


def test_those_who_are_not_in_todays_count_have_left() -> None:
    # 2060 after the step and 2118 at the end of the curve; a later profile row states 1500: 560 of those 2060 left
    profile = table("profile", 1, followers=[1500.0], as_of=["2026-06-01"])
    silent = measured(made(days("2026-01-01", levels()), profile), method=EASY)["silent_newcomers"]
    assert silent.low == pytest.approx(LOW - 560)


@pytest.mark.parametrize(("today", "left"), [(2120.0, 0.0), (2119.0, 1.0), (1320.0, 800.0)])
def test_arrivals_that_are_not_in_todays_count_have_left(today: float, left: float) -> None:
    # 1000 before, 60 until the step, 1002 in it, 58 after it: 2120
    gains = [2.0] * AT + [1002.0] + [2.0] * 29
    profile = table("profile", 1, followers=[today], as_of=["2026-06-01"])
    arrivals = days("2026-01-01", gains, metric=Metric.GAINED)
    silent = measured(made(arrivals, days("2026-01-30", [1060.0]), profile), method=EASY)["silent_newcomers"]
    assert silent.low == pytest.approx(LOW - left)


@pytest.mark.parametrize(("today", "left"), [(1060.0, 0.0), (1059.0, 1.0), (900.0, 160.0), (100.0, 960.0)])
def test_gross_arrivals_above_the_count_leave_nobody_for_sure(today: float, left: float) -> None:
    # 1002 came in the step and 58 after it
    arrivals = days("2026-01-01", [2.0] * AT + [1002.0] + [2.0] * 29, metric=Metric.GAINED)
    profile = table("profile", 1, followers=[today], as_of=["2026-06-01"])
    silent = measured(made(arrivals, profile), method=EASY)["silent_newcomers"]
    assert silent.low == pytest.approx(max(LOW - left, 0.0))


def test_without_a_dated_list_every_responder_may_be_one_of_them() -> None:
    given = responses([(f"r{i}", f"p{i % 3}") for i in range(40)])
    silent = measured(made(days("2026-01-01", levels()), given), method=EASY)["silent_newcomers"]
    assert silent.low == pytest.approx(LOW - 40)
    assert silent.high == 1002.0


def test_the_low_end_never_falls_below_nobody() -> None:
    silent = measured(made(days("2026-01-01", levels([900.0] * 29))), method=EASY)["silent_newcomers"]
    assert silent.low == 0.0


def test_in_a_dated_list_those_who_responded_or_left_are_not_counted() -> None:
    # 120 with a follow date on the day of the step, 20 of whom responded and 10 of whom left; 5 came the day after
    names = [f"n{i}" for i in range(120)] + [f"late{i}" for i in range(5)]
    since = ["2026-01-31T08:00:00"] * 120 + ["2026-02-01"] * 5
    until = [None] * 110 + ["2026-02-03"] * 10 + [None] * 5
    given = responses([(f"n{i}", "p1") for i in range(20)])
    silent = measured(
        made(days("2026-01-01", levels()), followers(names, since=since, until=until), given), method=EASY
    )
    assert silent["silent_newcomers"].high == 90.0
    # 2 usual arrivals may be among the 90
    assert silent["silent_newcomers"].low == pytest.approx(88.0)


def test_the_last_second_of_the_step_belongs_to_it() -> None:
    since = ["2026-01-30T23:59:59", "2026-01-31T00:00:00", "2026-01-31T23:59:59", "2026-02-01T00:00:00"]
    silent = measured(made(days("2026-01-01", levels()), followers(["a", "b", "c", "d"], since=since)), method=EASY)
    assert silent["silent_newcomers"].high == 2.0


def test_accounts_followed_are_no_newcomers() -> None:
    outward = followers([f"n{i}" for i in range(50)], direction=Direction.OUT, since=["2026-01-31"] * 50)
    silent = measured(made(days("2026-01-01", levels()), outward), method=EASY)["silent_newcomers"]
    assert silent.high == 1002.0  # from the curve, not from the list of those followed


def test_without_unexplained_steps_nobody_is_counted() -> None:
    silent = measured(made(days("2026-01-01", [1000.0 + i for i in range(30)])), method=EASY)["silent_newcomers"]
    assert (silent.value, silent.low, silent.high) == (0.0, 0.0, 0.0)


def test_unknown_for_the_reason_of_the_steps() -> None:
    without_posts = measured(dossier(days("2026-01-01", levels())), method=EASY)["silent_newcomers"]
    assert (without_posts.status, without_posts.reason.key) == ("unknown", "unknown.no_context")
    short = measured(made(days("2026-01-01", levels()[:8])), method=EASY)["silent_newcomers"]
    assert short.reason.key == "unknown.few_periods"
