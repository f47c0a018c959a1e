"""Numbers as people and platforms write them, a whole column at once."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.message import msg
from reachcheck.readers.values import Numbers, numbers

NAN = math.nan


def same(found: Numbers, expected: Sequence[float]) -> bool:
    return bool(np.array_equal(found.values, np.array(expected, dtype=np.float64), equal_nan=True))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", 12),
        (" 12 ", 12),
        ("007", 7),
        ("-3", -3),
        ("\u22123", -3),
        ("+ 3", 3),
        ("'5", 5),
        ("-0", 0),
        ("1.5", 1.5),
        ("1,5", 1.5),
        (".5", 0.5),
        ("0,123", 0.123),
        ("1234,567", 1234.567),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("12,34,567", 1234567),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1\u202f234\u202f567", 1234567),
        ("1 234,567", 1234.567),
        ("1'234.5", 1234.5),
        ("1’234", 1234),
        ("12,5 %", 0.125),
        ("12.5%", 0.125),
        ("3,125 %", 0.03125),
        ("-0,6%", -0.006),
        ("+10.5%", 0.105),
        ("1.2K", 1200),
        ("1,2 k", 1200),
        ("2,3 mil", 2300),
        ("63.3K", 63300),
        ("1.1K", 1100),
        ("1.5M", 1500000),
        ("2 Mrd", 2e9),
        ("2,5 Mio.", 2500000),
        ("3 milhões", 3000000),
        ("1.2e+05", 120000),
        ("1.234E3", 1234),
        ("9007199254740992", 2**53),
        ("-9007199254740992", -(2**53)),
    ],
)
def test_one_cell(cell: str, value: float) -> None:
    found = numbers([cell])
    assert same(found, [value])
    assert found.bad == []
    assert found.note is None


@pytest.mark.parametrize(
    "cell", ["", " ", "-", "--", "\u2014", "N/A", "n/a", "NA", "null", "None", "undefined", "NaN", "#N/A"]
)
def test_missing_is_neither_zero_nor_bad(cell: str) -> None:
    found = numbers([cell, "1"])
    assert same(found, [NAN, 1])
    assert found.bad == []


@pytest.mark.parametrize(
    "cell",
    [
        "abc",
        "12 apples",
        "X5",
        "1 23",
        "1,23,45",
        "1.2.3",
        "1,2345,678",
        "12 34",
        "1.5,5.5",
        "1,234.567.890,1",
        "inf",
        "-Infinity",
        "1e400",
        "1e999",
        "9" * 5000,
        "9007199254740993" + "0",
        "1,5" + "0" * 5000 + "1x",
        "(5)",
        "1 2 3 4",
        "1..5",
        "%",
        "K",
        "١٢",
        "²",
        "2024-01-01",
        "--5",
    ],
)
def test_what_is_no_number_is_bad(cell: str) -> None:
    found = numbers(["1", cell, "2"])
    assert same(found, [1, NAN, 2])
    assert found.bad == [1]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1,234", "1.5"], [1234, 1.5]),
        (["1,234", "1,5"], [1.234, 1.5]),
        (["1.234", "1,5"], [1234, 1.5]),
        (["1.234", "1.5"], [1.234, 1.5]),
        (["1,234", "1,234,567"], [1234, 1234567]),
        (["1.234", "2.345.678"], [1234, 2345678]),
        (["1.234", "12345"], [1.234, 12345]),
        (["1.234", "12 345"], [1.234, 12345]),
        (["1.234", "12 345", "5 %"], [1.234, 12345, 0.05]),
        (["1.234", "12345", "12 345"], [1.234, 12345, 12345]),
        (["1,234", *(f"{n}.5" for n in range(9)), "1,5"], [1234, *(n + 0.5 for n in range(9)), 1.5]),
        (["1.234", "2.500 %"], [1.234, 0.025]),
        (["1,234", *["1.5"] * 9, "1,5"], [1234, *[1.5] * 9, 1.5]),
    ],
)
def test_other_cells_decide_what_a_mark_means(cells: list[str], values: list[float]) -> None:
    found = numbers(cells)
    assert same(found, values)
    assert found.bad == []
    assert found.note is None


@pytest.mark.parametrize(("cell", "other"), [("1,234", "999"), ("12.345", "1234"), ("123,456", "x")])
def test_a_mark_that_nothing_decides_is_thousands_with_a_note(cell: str, other: str) -> None:
    found = numbers([other, cell])
    assert found.values[1] == int(cell.replace(",", "").replace(".", ""))
    assert found.note is not None
    assert found.note.key == "values.mark_ambiguous"
    assert found.note.params == {"example": cell}


@pytest.mark.parametrize("cells", [["1,234", "1.234"], ["1,234", "1.5", "1,5"]])
def test_a_column_that_contradicts_itself_is_not_guessed(cells: list[str]) -> None:
    found = numbers(cells)
    assert math.isnan(found.values[0])
    assert 0 in found.bad
    assert found.note == msg("values.mark_conflict", example=cells[0])


def test_malformed_cells_have_no_say() -> None:
    assert same(numbers(["1,234", "1,23,45", "5,6,7"]), [1234, NAN, NAN])


@pytest.mark.parametrize("cell", ["< 1%", "<1", "1000+", "10K+", "≥ 5", "~100", "> 1,000"])
def test_a_bound_is_missing_with_a_note(cell: str) -> None:
    found = numbers(["5", cell, cell])
    assert same(found, [5, NAN, NAN])
    assert found.bad == []
    assert found.note is not None
    assert found.note.key == "values.bounds"
    assert found.note.params == {"count": 2, "example": cell}


def test_doubt_about_marks_comes_before_bounds() -> None:
    note = numbers(["< 1", "1,234"]).note
    assert note is not None
    assert note.key == "values.mark_ambiguous"
    note = numbers(["< 1", "1,234", "1.5"]).note
    assert note is not None
    assert note.key == "values.bounds"


def test_a_mark_that_the_file_settles() -> None:
    found = numbers(["1.234", "1,5", "2", "1.234.5", "1,234.5"], decimal=".")
    assert same(found, [1.234, NAN, 2, NAN, 1234.5])
    assert found.bad == [1, 3]
    assert found.note is None


def test_nothing_below_zero_is_zero_itself() -> None:
    assert not np.signbit(numbers(["-0", "\u22120,0", "-0 %", "1"]).values).any()


def test_an_empty_column() -> None:
    found = numbers([])
    assert len(found.values) == 0
    assert found.bad == []


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@settings(deadline=None)
@given(
    wanted=st.lists(st.integers(-(10**12), 10**12), min_size=1),
    mark=st.sampled_from(["", ",", ".", " ", "\u202f", "'"]),
)
def test_formatted_integers_are_recovered(wanted: list[int], mark: str) -> None:
    found = numbers([grouped(number, mark) for number in wanted])
    assert found.values.tolist() == wanted
    assert found.bad == []
    assert found.note is None or mark in (".", ",")


@settings(deadline=None)
@given(wanted=st.lists(st.decimals(0, 10**6, places=2), min_size=1), mark=st.sampled_from([",", "."]))
def test_formatted_decimals_are_recovered(wanted: list[object], mark: str) -> None:
    found = numbers([f"{number:.2f}".replace(".", mark) for number in wanted])
    assert found.values.tolist() == [float(f"{number:.2f}") for number in wanted]


@settings(deadline=None)
@given(st.lists(st.text() | st.text("0123456789.,' %KMe+-<")))
def test_any_cell_is_a_number_missing_or_bad(cells: list[str]) -> None:
    found = numbers(cells)
    assert len(found.values) == len(cells)
    assert np.isnan(found.values[found.bad]).all()
    assert not np.isinf(found.values).any()
