"""Rows kept by column read, compare and print as the tuple of rows that they stand for."""

import numpy as np
import pytest

from reachcheck.simulate.by_column import ByColumn

ROWS = (("ann", "2026-01-02T03:04:05Z", "2019-05-06", 7), ("bob", "2026-01-01T00:00:00Z", "2020-02-29", 0))


def kept() -> ByColumn:
    return ByColumn(
        np.array(["ann", "bob"], dtype=object),
        np.array(["2026-01-02T03:04:05", "2026-01-01T00:00:00"], dtype="datetime64[s]"),
        np.array(["2019-05-06", "2020-02-29"], dtype="datetime64[D]"),
        np.array([7, 0]),
    )


def test_they_are_the_rows() -> None:
    rows = kept()
    assert (len(rows), tuple(rows), repr(rows)) == (2, ROWS, repr(ROWS))
    assert type(rows[0][3]) is int


@pytest.mark.parametrize("at", [0, 1, -1, -2])
def test_one_row(at: int) -> None:
    assert kept()[at] == ROWS[at]


@pytest.mark.parametrize("at", [2, -3])
def test_a_row_that_is_not_there(at: int) -> None:
    with pytest.raises(IndexError):
        kept()[at]


def test_several_rows() -> None:
    assert kept()[1:] == ROWS[1:]
    assert kept()[:0] == ()
    first, *others = kept()
    assert (first, others) == (ROWS[0], [ROWS[1]])


def test_they_equal_the_same_rows_and_no_others() -> None:
    assert kept() == kept()
    assert kept() == ROWS
    assert kept() != ROWS[:1]
    assert kept() != "ann"


def test_rows_by_column_and_back() -> None:
    assert tuple(ByColumn.of(ROWS, 4)) == ROWS
    rows = kept()
    assert ByColumn.of(rows, 4) is rows


def test_no_rows_have_their_columns_all_the_same() -> None:
    none = ByColumn.of((), 3)
    assert (len(none), len(none.columns), tuple(none)) == (0, 3, ())
