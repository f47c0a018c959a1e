"""Values of objects in JSON: what is no count and no date is missing, with a remark, and never nought."""

import pytest
from exports_made import days, plain

from reachcheck.readers.kit.objects import account, counts_of, dates_of


@pytest.mark.parametrize("value", [7, 7.0, "7", "0007"])
def test_counts_as_numbers_or_digits(value: object) -> None:
    rows = account([0])
    assert plain(counts_of([value], "likes", rows)) == [7.0]
    assert rows.warnings == ()


@pytest.mark.parametrize(
    "value", ["", "many", "-3", "1e3", "\u0663", "9" * 400, -1, 0.5, True, [], {}, 1e13, float("inf"), 10**400]
)
def test_what_is_no_count_is_missing_with_a_remark(value: object) -> None:
    rows = account([4])
    assert plain(counts_of([value], "likes", rows)) == [None]
    assert [(note.row, note.what.key, note.what.params["name"]) for note in rows.warnings] == [
        (4, "objects.count_unread", "likes")
    ]


def test_null_is_missing_without_a_remark() -> None:
    rows = account([0])
    assert plain(counts_of([None], "likes", rows)) == [None]
    assert rows.warnings == ()


def test_dates_written_out() -> None:
    rows = account([0, 1, 2, 3])
    assert days(dates_of(["2026-01-02T10:00:00Z", None, "soon", ""], "at", rows)) == ["2026-01-02", "NaT", "NaT", "NaT"]
    assert [(note.row, note.what.key) for note in rows.warnings] == [(2, "row.date_unread")]
