"""What a column knows of its cells: which are missing, which are values, and how odd another cell would be."""

from collections.abc import Sequence
from math import log

import pytest

from reachcheck.readers.table.profile import LEAST, STRANGE, Profile

NUMBERS = [str(number) for number in range(100, 120)]
TOWNS = ["Rome", "Oslo"] * 10


def column(cells: Sequence[str]) -> Profile:
    return Profile([[cell] for cell in cells], 1)


def test_few_rows_tell_nothing() -> None:
    assert not column(NUMBERS[: LEAST - 1]).tells
    assert column(NUMBERS[:LEAST]).tells
    nothing = Profile([], 2)
    assert (nothing.tells, nothing.cost(1, "Rome"), nothing.contradicts(["a", "1"])) == (False, 0.0, False)


@pytest.mark.parametrize(
    ("cells", "filled"),
    [(["a"], True), (["a", "b"], True), (["a", " "], False), (["a", "N/A"], False), (["", ""], False), ([], False)],
)
def test_a_column_is_filled_where_every_row_holds_something(cells: list[str], filled: bool) -> None:
    assert column(cells).is_filled(0) == filled


@pytest.mark.parametrize(
    ("cells", "typed"),
    [
        (["1", "2,5", "3 %"], [0]),
        (["", "5", "", ""], [0]),
        (["1"] * 9 + ["Rome"], [0]),
        (["1"] * 9 + ["Rome"] + [""] * 20, [0]),
        (["1"] * 8 + ["Rome"], []),
        (["", "-"], []),
        (TOWNS, []),
        ([], []),
    ],
)
def test_a_column_of_values_is_one_where_nine_of_ten_filled_cells_are(cells: list[str], typed: list[int]) -> None:
    assert column(cells).typed() == typed


def test_what_belongs_to_another_column_is_strange() -> None:
    profile = Profile(list(zip(NUMBERS, TOWNS, strict=True)), 2)
    assert not profile.contradicts(["120", "Rome"])
    assert not profile.contradicts(["7", ""])
    assert profile.contradicts(["Rome", "Rome"])
    assert profile.contradicts(["120", 'say "hi"'])
    assert profile.cost(0, "120") < profile.cost(0, "7") < profile.cost(0, "7.5") < STRANGE <= profile.cost(0, "Rome")
    assert profile.cost(1, "Rome") < profile.cost(1, "Bonn") < profile.cost(1, "120")


@pytest.mark.parametrize(
    ("cells", "cell", "probability"),
    [
        (NUMBERS, "120", 0.5 + 0.01 + 0.01),  # its shape, its kind, and a kind that is seen
        (NUMBERS, "7", 0.01 + 0.01),  # its kind, and a kind that is seen
        (NUMBERS, "7.5", 0.01),  # numbers are like whole ones
        (NUMBERS, "Rome", 0.0001),
        (NUMBERS, "", 0.03),
        (["a1", "b-1", "c_1", "d/1", "e+1", "f=1", "g#1", "h~1"], "i&1", 0.01 + 0.1 + 0.01),  # all shapes are new
        (["a1", "a2", "a3", "b-1", "b-2", "b-3", "b-4", "c_1"], "i&1", 0.01 + 0.1 / 8 + 0.01),  # one of eight was
        (TOWNS, "Rome", 0.5 + 0.01 + 0.2 / 2 + 0.01),  # half of the cells are this one
        (TOWNS, "Bonn", (0.5 + 0.01 + 0.01) / 10),  # each came ten times: there are no others
        (TOWNS, "", 0.03),
        (TOWNS, "7", 0.01 / 10),  # among words anything may stand
        (TOWNS, 'a "b"', 0.0001 / 10),  # but no quote
    ],
)
def test_how_odd_a_cell_is_follows_from_its_shape_its_kind_and_itself(
    cells: list[str], cell: str, probability: float
) -> None:
    assert column(cells).cost(0, cell) == pytest.approx(-log(probability))
    assert column(cells).contradicts([cell]) == (probability < 1 / 400)
