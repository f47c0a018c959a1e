"""TikTok Studio: years given back, zeros that mean nothing, and a column that says something else than its name."""

from collections.abc import Sequence
from typing import Any

import pytest
from exports_made import checked, days, fragment, member, plain, told, warned, workbook

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Kind, Metric, Scope
from reachcheck.model.tables import Breakdown, Daily, Posts
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.tiktok import READER

ZIP = "{}_2025-12-30_1767312000_lin.bakes.zip/"
"""A window from 30 December 2025 on, downloaded on 2 January 2026."""
DAYS = ("December 30", "December 31", "January 1", "January 2")
HISTORY = ("Date", "Followers", "Difference in followers from previous day")
OVERVIEW = ("Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares")
VIEWERS = ("Date", "Total Viewers", "New Viewers", "Returning Viewers")
CONTENT = ("Video title", "Video link", "Post time", "Total likes", "Total comments", "Total shares", "Total views")

Rows = Sequence[Sequence[str]]


def table(header: Sequence[str], rows: Rows) -> str:
    return "\ufeff" + "\n".join(",".join(f'"{cell}"' for cell in row) for row in (header, *rows)) + "\n"


def read(file: str, header: Sequence[str], rows: Rows, folder: str = ZIP, *, book: bool = False) -> Reading:
    download = {"FollowerHistory": "Followers", "FollowerGender": "Followers", "FollowerActivity": "Followers"}
    content = workbook({file: [header, *rows]}) if book else table(header, rows)
    name = folder.format(download.get(file, file)) + file + (".xlsx" if book else ".csv")
    found = member(name, content, path=name.rpartition("/")[2])
    assert READER.claims(found)
    assert READER.wants(found.path)
    return checked(READER.read(found, ReadOptions()))


def levels(reading: Reading) -> dict[str, float]:
    found = fragment(reading, Daily).rows
    assert set(found.metric.tolist()) == {Metric.FOLLOWERS}
    assert set(found.kind.tolist()) == {Kind.GAUGE}
    return dict(zip(days(found.date), found.value.tolist(), strict=True))


# ---------------------------------------------------------------- followers by day


@pytest.mark.parametrize("book", [False, True])
def test_followers_are_levels_with_the_year_of_their_window(book: bool) -> None:
    rows = list(zip(DAYS, ("100", "110", "108", "undefined"), ("10", "-2", "0", "0"), strict=True))
    reading = read("FollowerHistory", HISTORY, rows, book=book)
    assert levels(reading) == {"2025-12-30": 100.0, "2025-12-31": 110.0, "2026-01-01": 108.0}
    found = reading.fragments[0]
    assert (found.handle, reading.exported_at) == ("lin.bakes", "2026-01-02")
    assert [key for _, key in told(reading.record)] == ["row.no_value"]
    assert [key for _, key in warned(reading.record)] == ["tiktok.not_final"]


@pytest.mark.parametrize(
    ("difference", "noted"),
    [
        (("10", "-2", "5", "0"), []),
        (("0", "10", "-2", "5"), []),
        (("undefined", "undefined", "undefined", "undefined"), []),
        (("7", "7", "7", "7"), ["tiktok.difference"]),
    ],
)
def test_the_column_of_differences_is_never_read(difference: tuple[str, ...], noted: list[str]) -> None:
    for order in (1, -1):
        rows = list(zip(DAYS, ("100", "110", "108", "113"), difference, strict=True))[::order]
        reading = read("FollowerHistory", HISTORY, rows)
        assert sorted(levels(reading).values()) == [100.0, 108.0, 110.0, 113.0]
        assert reading.record.unmatched == (HISTORY[2],)
        assert [key for _, key in warned(reading.record) if key != "tiktok.not_final"] == noted


@pytest.mark.parametrize(
    ("named", "first"),
    [
        (("28 August", "29 August"), "2025-08-28"),
        (("28 août", "29 août"), "2025-08-28"),
        (("28 tháng Tám", "29 tháng Tám"), "2025-08-28"),
        (("2025-08-28", "2025-08-29"), "2025-08-28"),
        (("28 de agosto", "29 de agosto"), "2025-08-28"),
    ],
)
def test_days_are_read_in_the_language_of_the_page(named: tuple[str, str], first: str) -> None:
    rows = [(named[0], "1", "1"), (named[1], "2", "0")]
    reading = read("FollowerHistory", HISTORY, rows, "Followers_2025-08-28_1756771200_lin.zip/")
    assert list(levels(reading)) == [first, "2025-08-29"]
    assert warned(reading.record) == []


@pytest.mark.parametrize(
    ("folder", "handle", "made"),
    [
        ("Followers_2025-08-28_1756771200_a_b.c (1).zip/", "a_b.c", "2025-09-02"),
        ("x/Followers_2025-08-28_1756771200_Lin/", "lin", "2025-09-02"),
        ("Followers_2025-08-28_1756771200.zip/", None, "2025-09-02"),
        ("Followers_2025-08-28.zip/", None, None),
    ],
)
def test_the_name_of_a_download_says_whose_it_is_and_when_it_was_made(
    folder: str, handle: str | None, made: str | None
) -> None:
    reading = read("FollowerHistory", HISTORY, [("28 August", "1", "1"), ("29 August", "2", "0")], folder)
    assert (reading.fragments[0].handle, reading.exported_at) == (handle, made)
    assert list(levels(reading)) == ["2025-08-28", "2025-08-29"]


def test_without_a_name_nothing_tells_the_year() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("FollowerHistory", HISTORY, [("28 August", "1", "1")], "")
    assert (caught.value.problem.key, caught.value.place) == ("tiktok.no_year", "FollowerHistory.csv")
    assert caught.value.remedy is not None
    assert list(levels(read("FollowerHistory", HISTORY, [("2025-08-28", "1", "1")], ""))) == ["2025-08-28"]


@pytest.mark.parametrize(
    "folder", ["Followers_2025-09-28_1760000000_lin.zip/", "Followers_2024-01-01_1756000000_lin.zip/"]
)
def test_days_outside_the_window_of_the_name_are_refused(folder: str) -> None:
    rows = [("28 August", "1", "1"), ("29 September", "2", "0"), ("28 August", "3", "1"), ("1 July", "3", "1")]
    with pytest.raises(UnreadableError) as caught:
        read("FollowerHistory", HISTORY, rows, folder)
    assert caught.value.problem.key == "tiktok.outside"


def test_cells_that_are_no_days_or_no_figures_are_reported() -> None:
    rows = [
        ("December 30", "many", "1"),
        ("soon", "2", "0"),
        ("", "3", "0"),
        ("January 1", "-4", "0"),
        (*DAYS[3:], "5", "0"),
    ]
    reading = read("FollowerHistory", HISTORY, rows)
    assert [key for _, key in told(reading.record)] == [
        "row.not_a_number", "row.not_a_date", "row.no_date", "row.negative",
    ]  # fmt: skip
    assert levels(reading) == {"2026-01-02": 5.0}


# ---------------------------------------------------------------- figures by day


def test_figures_may_be_below_zero_and_zeros_beside_nothing_are_nothing() -> None:
    rows = [
        (DAYS[0], "200", "9", "30", "-2", "0"),
        (DAYS[1], "0", "0", "0", "0", "0"),
        (DAYS[2], "undefined", "0", "3", "0", "0"),
        (DAYS[3], "undefined", "0", "0", "0", "0"),
    ]
    reading = read("Overview", OVERVIEW, rows)
    found = fragment(reading, Daily).rows
    values = [
        (day, Metric(metric).name, value)
        for day, metric, value in zip(days(found.date), found.metric, found.value.tolist(), strict=True)
    ]
    assert values[:5] == [
        ("2025-12-30", "PROFILE_VISITS", 9.0),
        ("2025-12-30", "VIEWS", 200.0),
        ("2025-12-30", "LIKES", 30.0),
        ("2025-12-30", "COMMENTS", -2.0),
        ("2025-12-30", "SHARES", 0.0),
    ]
    assert [value for day, _, value in values if day == "2025-12-31"] == [0.0] * 5
    assert values[10:] == [("2026-01-01", "LIKES", 3.0)]
    kinds = dict(zip((Metric(m).name for m in found.metric), found.kind.tolist(), strict=True))
    assert kinds["VIEWS"] == Kind.FLOW_GROSS
    assert {kinds[name] for name in ("LIKES", "COMMENTS", "SHARES")} == {Kind.FLOW_NET}
    assert [key for _, key in told(reading.record)] == ["row.no_value"]


def test_viewers_are_accounts_reached() -> None:
    rows = [(DAYS[0], "70", "60", "10"), (DAYS[1], "undefined", "0", "0")]
    found = fragment(read("Viewers", VIEWERS, rows), Daily).rows
    assert (found.metric.tolist(), found.value.tolist()) == ([Metric.REACH], [70.0])


def test_active_followers_are_counted_and_used_for_nothing() -> None:
    rows = [("January 1", str(hour), str(40 + hour)) for hour in range(24)]
    reading = read("FollowerActivity", ("Date", "Hour", "Active followers"), rows)
    assert reading.fragments == ()
    assert {key for _, key in told(reading.record)} == {"tiktok.hour"}
    (note,) = [note for note in reading.record.warnings if note.row < 0]
    assert note.what.params == {"low": 40.0, "high": 63.0, "start": "2026-01-01", "end": "2026-01-01"}


# ---------------------------------------------------------------- shares


def test_how_followers_divide_is_kept_as_it_is_given() -> None:
    rows = [("Female", "0.59"), ("Male", "< 0.5"), ("", "0.1"), ("Female", "0.2")]
    reading = read("FollowerGender", ("Gender", "Distribution"), rows)
    found = fragment(reading, Breakdown).rows
    assert (found.dimension.decode(), found.value.decode()) == (["Gender"] * 2, ["Female", "Male"])
    assert (plain(found.share), found.share_text.decode()) == ([0.59, None], ["0.59", "< 0.5"])
    assert [key for _, key in told(reading.record)] == ["row.missing", "row.repeated"]


def test_a_sheet_of_gender_of_anybody_else_is_not_claimed() -> None:
    assert not READER.claims(member("survey.csv", table(("Gender", "Distribution"), [("Female", "0.59")])))
    assert not READER.claims(member("FollowerHistory.csv", table(("Date", "Followers"), [("9 August", "3")])))


# ---------------------------------------------------------------- videos


def content(*posts: tuple[str, str]) -> Any:
    rows = [("bread", link, day, "95", "9", "12", "1900") for link, day in posts]
    return fragment(read("Content", CONTENT, rows), Posts)


def link(seconds: int) -> str:
    return f"https://www.tiktok.com/@lin.bakes/video/{seconds << 32}?lang=en"


def test_videos_are_a_selection_with_figures_until_now() -> None:
    found = content((link(1_766_000_000), "December 17"))
    assert found.coverage.completeness.tolist() == [Completeness.TOP]
    assert found.rows.scope.tolist() == [Scope.LIFETIME]
    assert found.rows.key.decode() == [str(1_766_000_000 << 32)]
    assert (plain(found.rows.views), plain(found.rows.likes)) == ([1900.0], [95.0])
    assert (plain(found.rows.comments), plain(found.rows.shares)) == ([9.0], [12.0])


def test_the_year_of_a_video_is_that_of_its_id_where_the_day_bears_it_out() -> None:
    found = content(
        (link(1_700_000_000), "November 14"),  # made on 14 November 2023
        (link(1_700_000_001), "May 3"),
        ("https://www.tiktok.com/@lin.bakes/video/1", "January 3"),
        ("https://www.tiktok.com/@lin.bakes/video/2", "January 4"),
        ("https://www.tiktok.com/@lin.bakes/video/3", "someday"),
    )
    assert days(found.rows.published_at) == ["2023-11-14", "2025-05-03", "2026-01-03", "2025-01-04", "NaT"]


def test_without_the_day_of_the_download_only_an_id_gives_a_year() -> None:
    rows = [
        ("bread", link(1_700_000_000), "November 14", "1", "1", "1", "1"),
        ("rye", "https://www.tiktok.com/@lin.bakes/video/1", "May 3", "1", "1", "1", "1"),
    ]
    found = fragment(read("Content", CONTENT, rows, "Content_2025-12-30.zip/"), Posts)
    assert days(found.rows.published_at) == ["2023-11-14", "NaT"]
