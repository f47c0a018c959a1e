import pytest
from pollution.clean import Table
from pollution.score import NOTHING, PERFECT, normal, result, summary, ten

TWO = Table(("a", "b"), (("1", "x"), ("2", "y")))


def test_the_truth_against_itself_is_perfect() -> None:
    assert ten(TWO, TWO) == PERFECT


def test_a_reader_that_gave_up_gets_nothing_and_has_lost_no_row_in_silence() -> None:
    given_up = result("file", TWO, None, 1.0)
    assert given_up.numbers == NOTHING
    assert given_up.failed
    assert given_up.rows_lost == 0


def test_a_row_too_many_costs_recall_only() -> None:
    out = Table(("a", "b"), (*TWO.rows, ("3", "z")))
    # records: 2 of 2 wanted are there, 2 of 3 there were wanted; cells: 6 of 6, 6 of 8
    assert ten(TWO, out) == pytest.approx((1, 1, 1, 1, 1, 2 / 3, 4 / 5, 1, 6 / 8, 6 / 7))


def test_a_missing_row_costs_precision_only() -> None:
    out = Table(("a", "b"), TWO.rows[:1])
    # records: 1 of 2, 1 of 1; cells: 4 of 6, 4 of 4
    assert ten(TWO, out) == pytest.approx((1, 1, 1, 1, 1 / 2, 1, 2 / 3, 4 / 6, 1, 4 / 5))


def test_equal_rows_are_counted_as_often_as_they_stand() -> None:
    thrice = Table(("a",), (("1",), ("1",), ("1",)))
    once = Table(("a",), (("1",),))
    assert ten(thrice, once)[4:7] == pytest.approx((1 / 3, 1, 1 / 2))


def test_a_border_between_cells_in_the_wrong_place_costs_cells_but_not_the_record() -> None:
    truth = Table(("a", "b"), (("one", "two"),))
    out = Table(("a", "b"), (("onet", "wo"),))
    assert ten(truth, out) == pytest.approx((1, 1, 1, 1, 1, 1, 1, 2 / 4, 2 / 4, 1 / 2))


def test_records_are_compared_in_one_form_and_cells_as_they_stand() -> None:
    truth = Table(("Price",), (("$1.50",),))
    out = Table(("price",), (("1.5 $",),))
    assert ten(truth, out) == pytest.approx((1, 1, 1, 1, 1, 1, 1, 0, 0, 0))


def test_nothing_read_of_nothing_is_perfect_and_something_read_of_nothing_is_not() -> None:
    nothing = Table((), ())
    assert ten(nothing, nothing) == PERFECT
    assert ten(nothing, TWO) == (1.0, *(0.0,) * 9)
    assert ten(TWO, nothing) == (1.0, *(0.0,) * 9)


@pytest.mark.parametrize(
    ("cell", "same"),
    [
        ("ABC", "abc"),
        ("1.50", "1.5"),
        ("12", "12.0"),
        ("3/4/2021", "2021-04-03"),
        ("8:05", "08:05:00"),
        ("$2", "2.00 $"),
    ],
)
def test_one_value_has_one_form(cell: str, same: str) -> None:
    assert normal(cell) == normal(same)


@pytest.mark.parametrize(
    ("cell", "other"), [(" a", "a"), ("1", "1a"), ("", "0"), ('a"', "a"), ("1/2/2021", "2/1/2021")]
)
def test_different_values_stay_different(cell: str, other: str) -> None:
    assert normal(cell) != normal(other)


def test_simple_counts_files_and_weighted_their_weights() -> None:
    found = summary([result("good", TWO, TWO, 3.0), result("bad", TWO, None, 1.0)])
    assert (found.simple, found.weighted) == (5.0, 7.5)
    assert (found.errors, found.perfect, found.rows_lost) == (1, 1, 0)


def test_rows_lost_without_an_error_are_counted_by_file_and_by_row() -> None:
    found = summary([result("short", TWO, Table(("a", "b"), ()), 1.0), result("good", TWO, TWO, 1.0)])
    assert (found.files_with_rows_lost, found.rows_lost) == (1, 2)
