"""Dates as people and platforms write them, a whole column at once."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.readers.values import Dates, dates


def same(found: Dates, expected: Sequence[str]) -> bool:
    wanted = np.array([value or "NaT" for value in expected], dtype="datetime64[s]")
    return found.values.dtype == wanted.dtype and bool(
        np.all((found.values == wanted) | (np.isnat(found.values) & np.isnat(wanted)))
    )


@pytest.mark.parametrize(
    ("cell", "value", "order"),
    [
        ("2024-01-02", "2024-01-02", "ymd"),
        ("2024/1/2", "2024-01-02", "ymd"),
        ("2024.01.02", "2024-01-02", "ymd"),
        ("20240229", "2024-02-29", "ymd"),
        ("20/3/2024", "2024-03-20", "dmy"),
        ("3/20/2024", "2024-03-20", "mdy"),
        ("12/13/2024", "2024-12-13", "mdy"),
        ("13/12/2024", "2024-12-13", "dmy"),
        ("20.03.2024", "2024-03-20", "dmy"),
        ("20. 3. 2024", "2024-03-20", "dmy"),
        ("20-03-69", "2069-03-20", "dmy"),
        ("20-03-90", "1990-03-20", "dmy"),
        ("01/01/2024", "2024-01-01", "dmy"),
        ("Tue 20/03/2024", "2024-03-20", "dmy"),
        ("mer. 20/03/2024", "2024-03-20", "dmy"),
        ("8 Feb 2026", "2026-02-08", "named"),
        ("08 Feb 2026", "2026-02-08", "named"),
        ("Feb 8, 2026", "2026-02-08", "named"),
        ("February 8th, 2026", "2026-02-08", "named"),
        ("2026 Feb 8", "2026-02-08", "named"),
        ("2 janv. 2024", "2024-01-02", "named"),
        ("1er mars 2024", "2024-03-01", "named"),
        ("mar. 3 févr. 2026", "2026-02-03", "named"),
        ("mar 10 mar 2026", "2026-03-10", "named"),
        ("10 mar 2026", "2026-03-10", "named"),
        ("2 de enero de 2024", "2024-01-02", "named"),
        ("1º de março de 2024", "2024-03-01", "named"),
        ("3. März 2026", "2026-03-03", "named"),
        ("Dienstag, 3. MÄRZ 2026", "2026-03-03", "named"),
        ("domenica 1 giugno 2025", "2025-06-01", "named"),
        ("ma 3 mrt 2026", "2026-03-03", "named"),
        ("12-Apr-22", "2022-04-12", "named"),
        ("30-oct-09", "2009-10-30", "named"),
        ("28\u202fsept.\u00a02026", "2026-09-28", "named"),
        ("Tue, Aug 26, 2025", "2025-08-26", "named"),
    ],
)
def test_one_day(cell: str, value: str, order: str) -> None:
    found = dates([cell])
    assert same(found, [value])
    assert (found.bad, found.has_time, found.order, found.note) == ([], False, order, None)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2024-01-02T03:04:05", "2024-01-02T03:04:05"),
        ("2024-01-02 03:04", "2024-01-02T03:04"),
        ("2024-01-02T03:04:05Z", "2024-01-02T03:04:05"),
        ("2024-01-02t03:04:05.678z", "2024-01-02T03:04:05"),
        ("2024-01-02 03:04:05,678", "2024-01-02T03:04:05"),
        ("2024-01-02T03:04:05+02:00", "2024-01-02T01:04:05"),
        ("2024-01-02T03:04:05-0530", "2024-01-02T08:34:05"),
        ("2024-01-02T03:04:05+14:00", "2024-01-01T13:04:05"),
        ("2024-01-02 03:04:05 +05", "2024-01-01T22:04:05"),
        ("2024-01-02 03:04:05 UTC+1", "2024-01-02T02:04:05"),
        ("2024-12-31 23:00:00 EST", "2025-01-01T04:00:00"),
        ("2021-05-01 10:00:00 EDT", "2021-05-01T14:00:00"),
        ("2024/01/02 03:04:05 UTC", "2024-01-02T03:04:05"),
        ("4/13/18, 9:41 AM", "2018-04-13T09:41"),
        ("1/29/26, 2:37 PM", "2026-01-29T14:37"),
        ("1/29/26, 2:37\u202fp.m.", "2026-01-29T14:37"),
        ("1/29/26 12:05 am", "2026-01-29T00:05"),
        ("1/29/26 12:05 pm", "2026-01-29T12:05"),
        ("29/1/2026 22:15", "2026-01-29T22:15"),
        ("mar. 3 févr. 2026 à 22h15", "2026-02-03T22:15"),
        ("3 févr. 2026 à 22 h 15", "2026-02-03T22:15"),
        ("14. Nov. 2023, 22:13", "2023-11-14T22:13"),
        ("3. März 2026 um 9:05 Uhr", "2026-03-03T09:05"),
        ("Nov 20, 2025 1:46 am", "2025-11-20T01:46"),
        ("Feb 8, 2026 at 9:41 AM", "2026-02-08T09:41"),
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19:24"),
        ("Tue Mar 19 10:11:12 UTC 2024", "2024-03-19T10:11:12"),
        ("1700000000", "2023-11-14T22:13:20"),
        ("1700000000123", "2023-11-14T22:13:20"),
        ("1700000000.75", "2023-11-14T22:13:20"),
    ],
)
def test_one_moment(cell: str, value: str) -> None:
    found = dates([cell])
    assert same(found, [value])
    assert (found.bad, found.has_time, found.note) == ([], True, None)


@pytest.mark.parametrize("cell", ["", "-", "N/A", "null", " "])
def test_missing_is_not_bad(cell: str) -> None:
    found = dates([cell, "2024-01-02"])
    assert same(found, ["", "2024-01-02"])
    assert found.bad == []


@pytest.mark.parametrize(
    "cell",
    [
        "x",
        "yesterday",
        "2024-02-30",
        "31/02/2024",
        "13/13/2024",
        "2024-13-01",
        "2024-00-10",
        "1989-12-31",
        "2101-01-01",
        "Lifetime",
        "19 avril",
        "Apr 2024",
        "32 Apr 2024",
        "123 Apr 2024",
        "8 Feb 126",
        "8 Feb 02026",
        "20-03-70",
        "8 Feb Mar 2024",
        "8 foo 2024",
        "8 Feb 2024!",
        "8feb2026",
        "8 9 Feb 2024",
        "2024-01-02 25:00",
        "2024-01-02 24:00",
        "2024-01-02 10:60",
        "2024-01-02 10:10:60",
        "2024-01-02 13:00 pm",
        "2024-01-02 0:30 am",
        "2024-01-02 10:10 +14:01",
        "2024-01-02 10:10 +15:00",
        "2024-01-02 10:10 XST",
        "10:30",
        "1700000000",
        "0",
        "May 29 - Aug 26",
        "١/٢/٢٠٢٤",
    ],
)
def test_what_is_no_date_is_bad(cell: str) -> None:
    found = dates(["2024-01-02", cell, "2024-01-03"])
    assert same(found, ["2024-01-02", "", "2024-01-03"])
    assert found.bad == [1]


def test_an_epoch_column_has_bad_cells_too() -> None:
    cells = ["1700000000", *["1600000000"] * 9, "Lifetime", "0000000000"]
    assert dates(cells).bad == [10, 11]
    assert dates(cells).order == "epoch"


@pytest.mark.parametrize("cells", [[], [""], ["-", "N/A"], ["x"]])
def test_a_column_without_dates(cells: list[str]) -> None:
    found = dates(cells)
    assert np.isnat(found.values).all()
    assert (found.order, found.has_time, found.note) == ("", False, None)


@pytest.mark.parametrize(
    ("cells", "order", "first"),
    [
        (["01/02/2026", "13/02/2026"], "dmy", "2026-02-01"),
        (["01/02/2026", "02/13/2026"], "mdy", "2026-01-02"),
        (["01/02/2026", "02/02/2026", "03/02/2026"], "dmy", "2026-02-01"),
        (["02/03/2026", "02/02/2026", "02/01/2026"], "mdy", "2026-02-03"),
        (["01/02/2026", "01/02/2026", "", "02/02/2026"], "dmy", "2026-02-01"),
        (["01/02/26 10:00", "02/02/26 08:00", "03/02/26 23:00"], "dmy", "2026-02-01T10:00"),
        (["01.02.2026", *["13.02.2026"] * 9, "02.13.2026"], "dmy", "2026-02-01"),
    ],
)
def test_the_column_decides_between_day_and_month(cells: list[str], order: str, first: str) -> None:
    found = dates(cells)
    assert found.order == order
    assert found.values[0] == np.datetime64(first, "s")


def test_cells_against_a_clear_majority_are_bad() -> None:
    assert dates(["01.02.2026", *["13.02.2026"] * 9, "02.13.2026"]).bad == [10]


@pytest.mark.parametrize("cells", [["01/02/2026"], ["01/02/2026", "2026-01-01", "05/07/2026"], ["3.4.26", "5.6.26"]])
def test_an_order_that_nothing_decides_is_said(cells: list[str]) -> None:
    found = dates(cells)
    assert found.order == "ambiguous"
    assert np.isnat(found.values).all()
    assert len(found.values) == len(cells)
    assert (found.bad, found.has_time) == ([], False)
    assert found.note is not None
    assert found.note.key == "values.day_order_ambiguous"
    assert found.note.params == {"example": cells[0]}


def test_a_user_may_say_what_nothing_else_decides() -> None:
    assert same(dates(["01/02/2026", "05/07/2026"], order="dmy"), ["2026-02-01", "2026-07-05"])
    assert same(dates(["01/02/2026", "05/07/2026"], order="mdy"), ["2026-01-02", "2026-05-07"])
    assert dates(["01/02/2026", "05/07/2026"], order="mdy").order == "mdy"
    assert dates(["01/02/2026", "05/07/2026"], order="mdy").note is None
    assert dates(["01/02/2026", "13/02/2026"], order="mdy").order == "dmy"
    assert dates(["13/02/2026", "02/13/2026"], order="mdy").bad == [0]


def test_the_example_is_one_that_could_be_two_days() -> None:
    found = dates(["01/01/2026", "02/03/2026"])
    assert found.note is not None
    assert found.note.params == {"example": "02/03/2026"}


def test_orders_that_contradict_each_other_are_said() -> None:
    found = dates(["13/02/2026", "02/13/2026", "02/14/2026"])
    assert found.order == "ambiguous"
    assert found.note is not None
    assert found.note.key == "values.day_order_conflict"
    assert found.note.params == {"day_first": 1, "month_first": 2}


def test_forms_may_be_mixed() -> None:
    found = dates(["08 Feb 2026", "12-Apr-22", "30-oct-09", "2026-01-01"])
    assert same(found, ["2026-02-08", "2022-04-12", "2009-10-30", "2026-01-01"])
    assert found.order == "named"


LATER = st.dates(date(1990, 1, 2), date(2100, 12, 30))
MOMENTS = st.datetimes(datetime(1990, 1, 2), datetime(2068, 12, 30)).map(lambda moment: moment.replace(microsecond=0))
FRENCH = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")


@settings(deadline=None)
@given(st.lists(MOMENTS, min_size=1), st.sampled_from(["T", " "]), st.sampled_from(["", "Z", "+00:00", " UTC"]))
def test_iso_moments_are_recovered(moments: list[datetime], between: str, zone: str) -> None:
    found = dates([moment.isoformat(between) + zone for moment in moments])
    assert found.values.tolist() == moments
    assert found.bad == []


@settings(deadline=None)
@given(st.lists(MOMENTS, min_size=1), st.integers(-14 * 60, 14 * 60))
def test_offsets_lead_to_utc(moments: list[datetime], minutes: int) -> None:
    sign, (hours, rest) = "+" if minutes >= 0 else "-", divmod(abs(minutes), 60)
    found = dates([f"{moment.isoformat()}{sign}{hours:02}:{rest:02}" for moment in moments])
    assert found.values.tolist() == [moment - timedelta(minutes=minutes) for moment in moments]


@settings(deadline=None)
@given(st.lists(st.datetimes(datetime(2001, 9, 10), datetime(2100, 12, 31), timezones=st.just(UTC)), min_size=1))
def test_epochs_are_recovered(moments: list[datetime]) -> None:
    seconds = [int(moment.timestamp()) for moment in moments]
    expected = [datetime.fromtimestamp(second, UTC).replace(tzinfo=None) for second in seconds]
    assert dates([str(second) for second in seconds]).values.tolist() == expected
    assert dates([f"{second}999" for second in seconds]).values.tolist() == expected


@settings(deadline=None)
@given(
    st.lists(LATER, min_size=1),
    st.sampled_from(
        ["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%d %b %Y", "%B %d, %Y", "%a %d %b %Y"]
    ),
)
def test_formatted_days_are_recovered_or_said_to_be_ambiguous(days: list[date], form: str) -> None:
    found = dates([day.strftime(form) for day in days])
    decided = any(day.day > 12 for day in days) or "%m/" not in form.replace(".", "/").replace("-", "/")
    decided = decided or form.startswith("%Y")
    if found.order == "ambiguous":
        assert not decided
    elif decided:
        assert [moment.date() for moment in found.values.tolist()] == days


@settings(deadline=None)
@given(st.lists(LATER, min_size=1))
def test_french_days_are_recovered(days: list[date]) -> None:
    found = dates([f"{day.day} {FRENCH[day.month - 1]} {day.year}" for day in days])
    assert [moment.date() for moment in found.values.tolist()] == days


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2069, 1, 1)), st.integers(3, 90), st.sampled_from(["%d/%m/%y", "%m/%d/%Y"]))
def test_a_daily_series_decides_its_own_order(first: date, length: int, form: str) -> None:
    days = [first + timedelta(days=number) for number in range(length)]
    found = dates([day.strftime(form) for day in days])
    assert found.order != "ambiguous"
    assert [moment.date() for moment in found.values.tolist()] == days


@settings(deadline=None)
@given(st.lists(st.text() | st.text("0123456789-/:. TZ+apmjuneéc")))
def test_any_cell_is_a_date_missing_or_bad(cells: list[str]) -> None:
    found = dates(cells)
    assert len(found.values) == len(cells)
    assert np.isnat(found.values[found.bad]).all()
