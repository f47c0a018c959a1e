"""JSON objects as tables, ids that tell their own birth, and responses that stand inside other rows."""

import numpy as np
import pytest

from reachcheck.model.enums import Direction, KeyKind, Response
from reachcheck.readers.kit.acts import Act, acts, to_others
from reachcheck.readers.kit.picked import NESTED, cell, first, path, picked
from reachcheck.readers.kit.snowflakes import born


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("1541815603606036480", "2022-06-28T16:07:40"),
        ("1050118621198921728", "2018-10-10T20:19:24"),
        ("1000000000000001", "2010-11-06T19:56:33"),
        ("1000000000000000", "NaT"),
        ("783214", "NaT"),
        ("9223372036854775807", "2080-07-10T17:30:30"),
        ("99999999999999999999", "NaT"),
        ("1.05E+18", "NaT"),
        ("-1050118621198921728", "NaT"),
        ("١٠٥٠١١٨٦٢١١٩٨٩٢١٧٢٨", "NaT"),
        ("", "NaT"),
        (None, "NaT"),
    ],
)
def test_an_id_since_late_2010_says_when_it_was_given_out(name: str | None, at: str) -> None:
    assert [str(time) for time in born([name])] == [at]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" 7 ", "7"),
        (7, "7"),
        (0, "0"),
        (1541815603606036480, "1541815603606036480"),
        (1e22, "1e+22"),
        (0.5, "0.5"),
        (None, ""),
        ([], ""),
        ({}, ""),
        (True, "true"),
        (False, "false"),
        ([7], NESTED),
        ({"a": 1}, NESTED),
    ],
)
def test_a_value_is_the_text_that_it_was_written_as(value: object, text: str) -> None:
    assert cell(value) == text


def test_chosen_values_are_the_columns_and_what_is_no_object_is_reported() -> None:
    items: list[object] = [{"a": {"b": 1}, "c": 2}, "text", {"a": 5}, None]
    table = picked(items, {"a.b": path("a", "b"), "c": first(path("x"), path("c"))})
    assert (table.header, table.rows, table.lines) == (("a.b", "c"), [["1", "2"], ["", ""]], [0, 2])
    assert [(note.row, note.what.key) for note in table.reported] == [
        (1, "table.not_an_object"),
        (3, "table.not_an_object"),
    ]
    assert table.rows_read == len(items)


def test_responses_stand_at_their_rows_in_the_order_of_the_file() -> None:
    times = np.array(["2026-01-03", "2026-01-02"], dtype="datetime64[s]")
    found = [Act(1, "5", Response.MENTION), Act(0, None, Response.LIKE, "9"), Act(1, "6", Response.REPLY, "8")]
    (draft,) = acts(found, times, Direction.OUT, KeyKind.ID)
    assert draft.at.tolist() == [0, 1, 1]
    rows = draft.rows
    assert vars(rows)["peer"].decode() == [None, "5", "6"]
    assert vars(rows)["key_kind"].tolist() == [-1, KeyKind.ID, KeyKind.ID]
    assert vars(rows)["post"].decode() == ["9", None, "8"]
    assert [str(day) for day in vars(rows)["at"]] == [
        "2026-01-03T00:00:00",
        "2026-01-02T00:00:00",
        "2026-01-02T00:00:00",
    ]
    assert acts([], times, Direction.OUT, KeyKind.ID) == []


def test_whoever_is_answered_under_a_post_of_ones_own_is_oneself() -> None:
    thread, other = Act(0, "1", Response.REPLY, "90"), Act(1, "2", Response.REPLY, "77")
    mention, like = Act(2, "1", Response.MENTION), Act(3, None, Response.LIKE)
    assert to_others([thread, other, mention, like], {"90", "91"}) == [other, like]
    assert to_others([thread, mention], {"91"}) == [thread, mention]
