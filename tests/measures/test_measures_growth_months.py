"""Figures by the month: whatever they look like, growth is unknown; first the months of which nothing is told."""

from datetime import date

import numpy as np
import pytest

from build import EASY, Metric, Table, days, dossier, measured, table
from reachcheck.message import Message, msg
from reachcheck.results.measure import Measure
from reachcheck.rules.registry import check_all

LACKS = ("daily", "followers_dated")
FIRST = np.datetime64("2024-01", "M")


def ends(n: int) -> list[str]:
    """The last days of months, from December 2023 on."""
    return [str((FIRST + i).astype("datetime64[D]") - 1) for i in range(n)]


def levels(gains: list[float], start: float = 2000.0) -> Table:
    """The count on the last day of each month, which brings these gains from January 2024 on."""
    values = np.cumsum([start, *gains]).tolist()
    found = days("2000-01-01", values)
    found.date[:] = np.array(ends(len(values)), dtype="datetime64[s]")
    return found


def usual(n: int = 24, **on: float) -> list[float]:
    """97 or 103 a month, and another number in some: `at_12=3000`."""
    gains = [97.0 if i % 2 else 103.0 for i in range(n)]
    for name, value in on.items():
        gains[int(name.removeprefix("at_"))] = value
    return gains


def event(day: str) -> Table:
    return table("events", 1, date=[day], what=["on the radio"], stated=[1])


def growth(*tables: Table) -> Measure:
    return measured(dossier(*tables), method=EASY)["growth_steps"]


def told(*tables: Table) -> tuple[Message, ...]:
    """The months of the reason; growth is unknown whatever they are."""
    found = growth(*tables)
    assert (found.status, found.value, found.lacks, found.parts) == ("unknown", None, LACKS, ())
    assert found.reason is not None
    if found.reason.key == "unknown.sparse_periods":
        return ()
    assert found.reason.key == "unknown.monthly"
    months = found.reason.params["months"]
    assert isinstance(months, tuple)
    return tuple(month for month in months if isinstance(month, Message))


@pytest.mark.parametrize(
    "gains",
    [
        usual(),
        usual(at_0=9000.0),
        usual(at_2=9000.0),
        [100.0 * 1.3**i for i in range(24)],
        [10.0] * 12 + [500.0] * 12,
        [*usual(12), *([3000.0] * 6), *usual(6)],
    ],
)
def test_steady_growth_a_start_and_a_rise_that_stays_are_not_told(gains: list[float]) -> None:
    assert told(levels(gains)) == ()


def test_a_level_that_only_came_back_brings_nobody() -> None:
    assert told(levels(usual(at_11=-3000.0, at_12=3000.0), start=9000.0)) == ()
    assert len(told(levels(usual(at_11=-3000.0, at_12=9000.0), start=9000.0))) == 1


def test_what_a_platform_rounds_to_stands_out_nowhere() -> None:
    rare, once = [0.0] * 24, [0.0] * 24
    rare[4] = rare[12] = rare[20] = once[12] = 1000.0
    assert told(levels(rare, start=100000.0)) == ()
    assert told(levels(once, start=100000.0)) == ()


@pytest.mark.parametrize(("on", "n"), [("2024-12-28", 1), ("2024-12-29", 0), ("2025-01-31", 0), ("2025-02-01", 1)])
def test_a_month_with_a_listed_event_is_not_told(on: str, n: int) -> None:
    # January 2025 is the month of the step; an event may bring people for three days after it
    assert len(told(levels(usual(at_12=3000.0)), event(on))) == n


@pytest.mark.parametrize("apart", [10, 26, 33, 91])
def test_periods_that_are_no_months_are_not_told(apart: int) -> None:
    found = levels(usual(at_12=3000.0))
    found.date[:] = np.datetime64("2020-01-01", "s") + np.arange(25) * np.timedelta64(apart, "D")
    assert growth(found).reason == msg("unknown.sparse_periods", days=apart)


@pytest.mark.parametrize("apart", [27, 30, 32])
def test_periods_of_about_a_month_are_months(apart: int) -> None:
    found = levels(usual(at_12=3000.0))
    found.date[:] = np.datetime64("2020-01-01", "s") + np.arange(25) * np.timedelta64(apart, "D")
    reason = growth(found).reason
    assert reason is not None and (reason.key, reason.params["days"]) == ("unknown.monthly", apart)


@pytest.mark.parametrize(("gains", "n"), [((7.0, 300.0), 0), ((7.0, 11.0, 300.0), 1)])
def test_where_hardly_a_month_brought_anybody_nobody_knows_what_is_rounded(gains: tuple[float, ...], n: int) -> None:
    line = [0.0] * 24
    line[12 - 4 * (len(gains) - 1) : 13 : 4] = gains
    assert len(told(levels(line))) == n


@pytest.mark.parametrize(("size", "n"), [(200.0, 0), (300.0, 1), (400.0, 1)])
def test_a_month_stands_out_by_three_times_what_is_rounded_to(size: float, n: int) -> None:
    # four months of 100 and one of 200 to 400: all are more than three tenths of what came
    line = [0.0] * 24
    line[0:24:5], line[12] = [100.0, 100.0, 0.0, 100.0, 100.0], size
    assert len(told(levels(line, start=100000.0))) == n


def test_of_a_level_that_came_back_and_rose_only_the_rise_counts() -> None:
    # 10103 before the fall of 3000, and 6000 beyond it after; 1103 came before and 1097 later
    (month,) = told(levels(usual(at_11=-3000.0, at_12=9000.0), start=9000.0))
    assert month.params["share"] == round((6000 - 100) / (1103 + 6000 + 1097), 6)


def test_months_of_a_gap_are_places_of_which_nothing_is_known() -> None:
    whole = levels(usual(at_12=3000.0))
    # of the six months before January 2025 three are known, and their middle is 97; the 303 of the gap are no month's
    (month,) = told(whole.take(np.flatnonzero(~np.isin(np.arange(25), [9, 10]))))
    assert month.params["share"] == round((3000 - 100) / (1200 - 303 + 3000 + 1097), 6)
    # of six only one is known
    assert told(whole.take(np.flatnonzero(~np.isin(np.arange(25), [8, 9, 10, 11])))) == ()


def test_a_month_by_hand() -> None:
    # twelve months before January 2025 and eleven after it bring 1200 and 1097; around it the median is 100
    (month,) = told(levels(usual(at_12=3000.0)))
    share = round((3000 - 100) / (1200 + 3000 + 1097), 6)
    assert month == msg("unknown.month", share=share, start=date(2025, 1, 1), end=date(2025, 1, 31))


def test_arrivals_by_the_month_are_read_as_levels_are() -> None:
    gains = usual(at_12=3000.0)
    arrivals = days("2000-01-01", gains, Metric.GAINED)
    arrivals.date[:] = np.array(ends(25)[1:], dtype="datetime64[s]")
    (month,) = told(arrivals)
    assert (month.params["share"], month.params["end"]) == (round(2900 / 5297, 6), date(2025, 1, 31))


def test_a_gap_of_months_is_no_month() -> None:
    whole = levels(usual(at_12=3000.0))
    gone = whole.take(np.flatnonzero(~np.isin(np.arange(25), [12, 14])))
    # the level before January 2025 is missing: its people came in two months, of which nobody knows which
    assert told(gone) == ()


@pytest.mark.parametrize(("size", "n"), [(1125.0, 0), (1130.0, 1)])
def test_a_month_is_told_from_three_tenths_of_all_who_came_on(size: float, n: int) -> None:
    # (size - 100) / (2297 + size) is .29953 and .30055
    assert len(told(levels(usual(at_12=size)))) == n


@pytest.mark.parametrize("size", [3000.0, 30000.0, 3e6])
def test_no_month_is_ever_flagged(size: float) -> None:
    gap = Measure(id="reach_gap", family="data", unit="people", denominator="none", status="known", value=0.0)
    found = check_all({**measured(dossier(levels(usual(at_12=size))), method=EASY), "reach_gap": gap}, EASY)
    by_code = {finding.code: finding for finding in found}
    assert {code: by_code[code].status for code in ("GRO101", "GRO104")} == {"GRO101": "unknown", "GRO104": "unknown"}
    assert by_code["GRO101"].observed is not None
    assert by_code["GRO101"].observed.key == "unknown.monthly"
    assert "flagged" not in {finding.status for finding in found}
