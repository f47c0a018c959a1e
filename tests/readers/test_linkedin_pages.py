"""LinkedIn: the workbooks of a company page, as XLS and as XLSX, and the account of their rows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from exports_made import checked, days, fragment, member, plain, raw_workbook, told, workbook
from legacy_made import legacy

from reachcheck.model.enums import Completeness, Kind, Metric
from reachcheck.model.tables import Daily, Posts
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.linkedin import READER

Sheets = Mapping[str, Sequence[Sequence[Any]]]

HEADER = ["Date", "Sponsored followers", "Organic followers", "Auto-invited followers", "Total followers"]
POSTS = ["Post title", "Post link", "Created date", "Impressions", "Views", "Likes", "Comments", "Reposts", "Follows"]
LINK = "https://www.linkedin.com/feed/update/urn:li:activity:7/"
NAME = "acme_followers_1756771200000.xls"


def read(sheets: Sheets, name: str = NAME) -> Reading:
    found = member(name, legacy(sheets) if name.endswith("xls") else workbook(sheets))
    assert READER.claims(found)
    return checked(READER.read(found, ReadOptions()))


def daily(reading: Reading) -> list[tuple[str, str, str, float]]:
    found = fragment(reading, Daily).rows
    rows = zip(days(found.date), found.metric, found.kind, found.value.tolist(), strict=True)
    return [(day, Metric(metric).name, Kind(kind).name, value) for day, metric, kind, value in rows]


def keys(reading: Reading) -> list[str]:
    return [note.what.key for note in reading.record.warnings]


def test_totals_that_are_the_sum_of_their_parts_are_of_those_who_came() -> None:
    rows = [["08/30/2025", 0, 3, 1, 4], ["08/31/2025", 12, 2, 0, 14]]
    for name in (NAME, NAME + "x"):
        reading = read({"New followers": [HEADER, *rows]}, name)
        assert daily(reading) == [
            ("2025-08-30", "GAINED", "FLOW_GROSS", 4.0),
            ("2025-08-31", "GAINED", "FLOW_GROSS", 14.0),
        ]
        assert {found.noun for found in reading.fragments} == {"followers"}
        assert reading.exported_at == "2025-09-02"
        (note,) = reading.record.warnings
        assert (note.what.key, note.what.params) == ("linkedin.sponsored", {"sponsored": 12.0, "gained": 18.0})


def test_totals_that_rise_by_their_parts_are_of_all_there_are_in_either_order() -> None:
    rows = [["08/30/2025", 0, 3, 0, 4820], ["08/31/2025", 1, 4, 0, 4825], ["09/01/2025", 0, 1, 0, 4826]]
    for ordered in (rows, rows[::-1]):
        reading = read({"New followers": [HEADER, *ordered]})
        assert sorted(daily(reading)) == [
            ("2025-08-30", "FOLLOWERS", "GAUGE", 4820.0),
            ("2025-08-31", "FOLLOWERS", "GAUGE", 4825.0),
            ("2025-09-01", "FOLLOWERS", "GAUGE", 4826.0),
        ]
        assert keys(reading) == []


def test_totals_that_fit_neither_are_not_guessed_at() -> None:
    rows = [["08/30/2025", 0, 3, 0, 90], ["08/31/2025", 1, 4, 0, 17], ["09/01/2025", 0, 1, 0, 55]]
    reading = read({"New followers": [HEADER, *rows]})
    assert reading.record.rows_kept == 0
    assert told(reading.record) == [(f"{NAME}:New followers:{n}", "row.no_value") for n in (2, 3, 4)]
    assert keys(reading) == ["linkedin.total_unclear"]


def test_a_year_without_arrivals_is_one_of_zeros_and_not_of_levels() -> None:
    rows = [["08/30/2025", 0, 0, 0, 0], ["08/31/2025", 0, 0, 0, 0]]
    assert {row[1] for row in daily(read({"New followers": [HEADER, *rows]}))} == {"GAINED"}


def test_older_workbooks_have_no_column_of_invited_followers() -> None:
    rows = [["08/30/2025", 0, 3, 3], ["08/31/2025", 12, 2, 14]]
    header = [title for title in HEADER if "invited" not in title]
    assert [row[3] for row in daily(read({"New followers": [header, *rows]}))] == [3.0, 14.0]


def test_sheets_that_are_not_read_are_reported_row_by_row_with_their_places() -> None:
    sheets = {
        "Location": [["Location", "Total followers"], ["Lyon", 320]],
        "New followers": [["note"], [], HEADER, ["08/30/2025", 0, 3, 1, 4], [], ["08/31/2025", 0, 1, 0, 1]],
        "Seniority": [["Seniority", "Total followers"]],
    }
    reading = read(sheets)
    assert told(reading.record) == [
        (f"{NAME}:Location:1", "books.unknown_sheet"),
        (f"{NAME}:Location:2", "books.unknown_sheet"),
        (f"{NAME}:Seniority:1", "books.unknown_sheet"),
    ]
    rows = fragment(reading, Daily).rows.row.tolist()
    assert [reading.record.place(row) for row in rows] == [f"{NAME}:New followers:4", f"{NAME}:New followers:6"]
    assert reading.record.columns["New followers: Total followers"] == "gained"


def test_posts_of_a_page_are_known_by_their_address_and_never_by_their_title() -> None:
    rows = [
        ["note"], POSTS,
        ["Bread", LINK, date(2025, 8, 30), 90, 0, 3, 1, 0, None],
        ["Rye", "", "08/31/2025", 540, 31, 2, 0, 1, 12],
        ["Again", LINK, "08/30/2025", 90, 0, 3, 1, 0, None],
        ["Odd", LINK + "x", "soon", "many", 0, 3, 1, 0, None],
    ]  # fmt: skip
    reading = read({"All posts": rows}, "acme_content_1756771200000.xlsx")
    found = fragment(reading, Posts)
    assert found.rows.key.decode() == ["https://www.linkedin.com/feed/update/urn:li:activity:7", None]
    assert days(found.rows.published_at) == ["2025-08-30", "2025-08-31"]
    assert (plain(found.rows.impressions), plain(found.rows.follows)) == ([90.0, 540.0], [None, 12.0])
    assert plain(found.rows.views) == [None, None]
    assert found.rows.scope.tolist() == [-1, -1]
    assert found.coverage.completeness.tolist() == [Completeness.WINDOW]
    assert [key for _, key in told(reading.record)] == ["row.repeated", "row.not_a_number"]
    assert "Bread" not in repr(reading)


def test_figures_by_day_may_be_below_zero_where_something_was_taken_back() -> None:
    header = ["Date", "Impressions (organic)", "Impressions (total)", "Reactions (total)", "Comments (total)"]
    rows = [["note"], header, ["08/30/2025", 1, 90, -2, 0], ["08/31/2025", 1, -5, 0, 0]]
    reading = read({"Metrics": rows}, "acme_updates_1756771200.xls")
    assert daily(reading) == [
        ("2025-08-30", "IMPRESSIONS", "FLOW_GROSS", 90.0),
        ("2025-08-30", "LIKES", "FLOW_NET", -2.0),
        ("2025-08-30", "COMMENTS", "FLOW_NET", 0.0),
    ]
    assert [key for _, key in told(reading.record)] == ["row.negative"]


def test_visitors_are_views_of_the_page() -> None:
    header = ["Date", "Total page views (desktop)", "Total page views (total)", "Total unique visitors (total)"]
    reading = read({"Visitor metrics": [header, ["08/30/2025", 7, 9, 5]]}, "acme_visitors_1756771200000.xls")
    assert daily(reading) == [("2025-08-30", "PROFILE_VISITS", "FLOW_GROSS", 9.0)]


def test_posts_saved_as_text_are_of_the_page_and_not_of_their_addresses() -> None:
    row = f"Bread,{LINK},08/30/2025,90,,3,1,0,\nRye,{LINK}2,08/31/2025,9,,3,1,0,\n"
    found = member("All posts.csv", "note,,,,,,,,\n" + ",".join(POSTS) + "\n" + row)
    assert READER.claims(found)
    (read_posts,) = checked(READER.read(found, ReadOptions())).fragments
    assert (read_posts.handle, read_posts.owners) == (None, None)
    assert fragment(READER.read(found, ReadOptions()), Posts).rows.key.decode()[0] == LINK.rstrip("/")


def test_a_sheet_saved_as_text_is_read_as_well() -> None:
    content = ",".join(HEADER) + "\n08/30/2025,0,3,1,4\n08/31/2025,0,2,0,2\n"
    found = member("New followers.csv", content)
    assert READER.claims(found)
    reading = checked(READER.read(found, ReadOptions()))
    assert [row[3] for row in daily(reading)] == [4.0, 2.0]
    assert reading.record.place(2) == "New followers.csv:2"


@pytest.mark.parametrize(
    "sheets",
    [
        {"COMPETITORS": [["Page", "Total Followers", "New Followers"], ["Acme", 10, 1]]},
        {"A": [["Date", "Total followers"], ["08/30/2025", 4]]},
        {"A": [["Date", "Impressions"], ["08/30/2025", 4]]},
        {"A": []},
    ],
)
def test_other_workbooks_are_not_claimed(sheets: Sheets) -> None:
    assert not READER.claims(member(NAME, legacy(sheets)))


def test_a_workbook_that_cannot_be_read_shows_nothing() -> None:
    far = raw_workbook('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    assert not READER.claims(member(NAME, far))
    assert not READER.claims(member(NAME, legacy({"A": [HEADER]})[:600]))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("acme_followers_1756771200000.xls", True),
        ("x/acme-gmbh_updates_1756771200000 (1).xls", True),
        ("acme_content_1756771200000 1.xlsx", True),
        ("acme_visitors_1756771200.xls", True),
        ("acme_competitor_analytics_1756771200000.xls", False),
        ("followers.xls", False),
        ("salaries_1756771200000.xls", False),
    ],
)
def test_only_names_of_exports_of_a_page_may_be_opened(name: str, wanted: bool) -> None:
    assert READER.wants(name) is wanted


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("1756771200000", "2025-09-02"), ("1756771200", "2025-09-02"), ("17567712000", None),
        ("0000000000", None), ("9999999999999", None), ("4102444800000", None),
    ],
)  # fmt: skip
def test_the_name_says_when_the_workbook_was_made_if_it_can_be_so(stamp: str, day: str | None) -> None:
    sheets = {"New followers": [HEADER, ["08/30/2025", 0, 3, 1, 4]]}
    assert read(sheets, f"acme_followers_{stamp}.xls").exported_at == day
