"""What a stretch of a spoilt row may be, and what it costs to believe that."""

import pytest

from reachcheck.readers.table.records import Dialect
from reachcheck.readers.table.units import BORDER, JOINED, LITERAL, LONGER, UNDOUBLED, Cell, one_cell, two_cells

COMMA = Dialect(",")
ESCAPED = Dialect(",", escape="\\")


@pytest.mark.parametrize("raw", [",", "a,", ",b", " , b", "a, b, ", 'a "b", c', '"a, b', '"a" b, c'])
def test_what_cannot_be_one_cell(raw: str) -> None:
    assert one_cell(raw, COMMA) is None


@pytest.mark.parametrize(
    ("raw", "text", "likened", "cost"),
    [
        ("  a b ", "a b", "a b", 0.0),
        ("", "", "", 0.0),
        ("a, b", "a, b", "a, b", JOINED),
        ("a, b, c,d", "a, b, c,d", "a, b, c,d", JOINED + 2 * LONGER),
        ('a "b" c', 'a "b" c', 'a "b" c', 0.0),
        ('"a"', "a", "a", 0.0),
        (' "a, b" ', "a, b", "a, b", 0.0),
        ('""', "", "", 0.0),
        ('"a ""b"" c"', 'a "b" c', 'a "b" c', 0.0),
        ('"a "b" c"', 'a "b" c', "a b c", UNDOUBLED),
        ('"a "b", c"', 'a "b", c', "a b, c", UNDOUBLED + BORDER),
        ('"a,"b" c"', 'a,"b" c', "a,b c", UNDOUBLED + BORDER),
        ('"a,"b", c"', 'a,"b", c', "a,b, c", UNDOUBLED + 2 * BORDER),
        ('"a,"', "a,", "a,", BORDER),
        ('",b"', ",b", ",b", BORDER),
        ('"', '"', "", LITERAL),
        ('"a', '"a', "a", LITERAL),
        ('"a" b', "a b", "a b", LITERAL),
    ],
)
def test_one_cell_and_its_cost(raw: str, text: str, likened: str, cost: float) -> None:
    assert one_cell(raw, COMMA) == Cell(text, likened, cost)


@pytest.mark.parametrize(
    ("raw", "text", "likened", "cost"),
    [
        ('"a \\"b\\" c"', 'a "b" c', 'a "b" c', 0.0),
        ('"a\\\\b"', "a\\b", "a\\b", 0.0),
        ('"a\\b"', "a\\b", "a\\b", 0.0),
        ('"a "b" c"', 'a "b" c', "a b c", UNDOUBLED),
    ],
)
def test_one_cell_in_which_quotes_are_escaped(raw: str, text: str, likened: str, cost: float) -> None:
    assert one_cell(raw, ESCAPED) == Cell(text, likened, cost)


@pytest.mark.parametrize(
    ("raw", "pairs"),
    [
        ("abc", []),
        ("two words", []),
        ("noon70", [("noon", "70"), ("noon7", "0")]),
        ("70kept", [("7", "0kept"), ("70", "kept")]),
        ("123", [("1", "23"), ("12", "3")]),
        ("DayPost", [("Day", "Post")]),
        ("DAY", []),
        ("jourÉté", [("jour", "Été")]),
        ("ahttps://x", [("a", "https://x"), ("ahttps", "://x"), ("ahttps://", "x")]),
        ('p1"noon, sun"', [("p1", "noon, sun")]),
        ('"noon, sun"70', [("noon, sun", "70")]),
        ('"noon""sun"', [("noon", "sun"), ('noon"', 'sun"')]),
        ('"noon, sun', []),
    ],
)
def test_two_cells_meet_where_letters_figures_and_quotes_do(raw: str, pairs: list[tuple[str, str]]) -> None:
    assert [(first.text, second.text) for first, second in two_cells(raw, COMMA)] == pairs
