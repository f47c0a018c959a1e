"""What kind of thing a cell is, in the writings of many countries; and its shape."""

import pytest

from reachcheck.readers.table.kinds import LONGEST, is_value, kind, shape


@pytest.mark.parametrize(
    ("what", "cells"),
    [
        ("empty", ["", "  ", "-", "N/A", "null", "None"]),
        ("int", ["7", "-7", "+7", "\u22127", " 007 "]),
        (
            "number",
            ["1.5", "1,234", "1 234", "1\u202f234", "12 %", "$5", "5 €", "1.2K", "3,4 Mio", "1e-5", "< 5", "10+"],
        ),
        (
            "date",
            ["2026-02-03", "3.2.26", "3/2/2026", "8 Feb 2026", "Feb 8, 2026", "8 févr. 2026", "2 de enero de 2024"],
        ),
        ("date", ["Tue, Aug 26, 2025", "1st March 2026"]),
        ("time", ["9:41", "22:15:03", "22:15:03.250", "9:41 PM", "9:41 p.m."]),
        ("moment", ["2026-02-03 22:15", "2026-02-03T22:15:03Z", "8 Feb 2026 at 9:41", "2026-02-03 22:15 +02:00"]),
        ("url", ["https://example.org/a?b=1", "www.example.org", "ftp://x"]),
        ("email", ["ann@example.org"]),
        ("handle", ["@ann", "@ann.b-2"]),
        ("odd", ['say "hi"', '"']),
        ("word", ["Ann", "été", "Jean-Paul", "J'aime", "Mr."]),
        ("code", ["K-1", "a_b", "#1", "a/b"]),
        ("text", ["two words", "Ann, Bea", "1 apple", "x" * (LONGEST + 1), "7" * (LONGEST + 1)]),
    ],
)
def test_a_cell_is_of_a_kind(what: str, cells: list[str]) -> None:
    assert {cell: kind(cell) for cell in cells} == dict.fromkeys(cells, what)


def test_of_what_is_longest_the_kind_is_still_told() -> None:
    assert kind("7" * LONGEST) == "int"
    assert shape("7" * LONGEST) == "9" * LONGEST


def test_words_and_codes_may_be_names_and_values_may_not() -> None:
    assert not any(map(is_value, ["", "Ann", "K-1", "two words", 'say "hi"']))
    assert all(map(is_value, ["7", "1.5", "2026-02-03", "9:41", "2026-02-03 22:15", "www.x.org", "a@b.org", "@ann"]))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("K-1", "a-9"), ("Ké-12", "a-99"), ("two words, 3", "a, 9"), ("Mary-Ann O'Neil 7", "a 9"), ("a_1", "a_9"),
        ("2026-02-03", "9999-99-99"), ("", ""), ("x" * 401, "text"), ("1" * 401, "text"),
    ],
)  # fmt: skip
def test_a_shape_has_a_nine_for_a_digit_and_an_a_for_words(cell: str, found: str) -> None:
    assert shape(cell) == found
