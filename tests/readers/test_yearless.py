"""Days without a year: what names one, and which year it is given."""

from datetime import date

import pytest

from reachcheck.readers.values.yearless import latest, month_and_day, with_years


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("August 9", (8, 9)), ("9 August", (8, 9)), ("Aug 9th", (8, 9)), ("19 avril", (4, 19)), ("1er août", (8, 1)),
        ("18 tháng Sáu", (6, 18)), ("2 tháng Mười Hai", (12, 2)), ("3 tháng Mười", (10, 3)), ("5 tháng Giêng", (1, 5)),
        ("5 tháng 8", (8, 5)), ("28 de agosto", (8, 28)), ("9. März", (3, 9)), ("8月9日", (8, 9)), ("8월 9일", (8, 9)),
        (" 29 FÉVRIER ", (2, 29)), ("Aug. 9", (8, 9)), ("August, 9", (8, 9)), ("9-Aug.", (8, 9)),
    ],
)  # fmt: skip
def test_a_day_is_named_in_many_languages(cell: str, found: tuple[int, int]) -> None:
    assert month_and_day(cell) == found


@pytest.mark.parametrize(
    "cell",
    [
        "", "undefined", "12", "August", "31 février", "9 August 2025", "2025-08-09", "08/09", "9 of 10 August",
        "tháng 8", "August 99", "9" * 50 + " August", "sáu 18", "August August 9", "\u202e9 August\0",
    ],
)  # fmt: skip
def test_anything_else_is_no_day(cell: str) -> None:
    assert month_and_day(cell) is None


TURN = [(12, 30), (12, 31), (1, 1), (1, 2)]
YEARS = [date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2)]


def test_the_year_turns_where_the_months_begin_again() -> None:
    assert with_years(TURN, date(2025, 12, 30), None) == YEARS
    assert with_years(TURN, None, date(2026, 1, 2)) == YEARS
    assert with_years(TURN, date(2025, 12, 30), date(2026, 1, 4)) == YEARS


def test_a_file_may_have_the_newest_day_first() -> None:
    assert with_years(TURN[::-1], date(2025, 12, 30), date(2026, 1, 2)) == YEARS[::-1]


def test_two_days_are_enough_to_see_that_the_newest_is_first() -> None:
    assert with_years([(8, 10), (8, 9)], None, date(2026, 8, 18)) == [date(2026, 8, 10), date(2026, 8, 9)]


def test_months_may_lie_between_two_days() -> None:
    assert with_years([(1, 1), (6, 1)], None, date(2026, 6, 5)) == [date(2026, 1, 1), date(2026, 6, 1)]
    assert with_years([(6, 1), (1, 1)], None, date(2026, 6, 5)) == [date(2026, 6, 1), date(2026, 1, 1)]


def test_the_oldest_is_first_unless_most_steps_lead_back() -> None:
    days = [date(2025, 8, 9), date(2025, 8, 10), date(2026, 8, 9)]
    assert with_years([(8, 9), (8, 10), (8, 9)], None, date(2026, 8, 18)) == days


@pytest.mark.parametrize(
    ("day", "first", "found"),
    [
        ((12, 31), date(2026, 1, 1), date(2025, 12, 31)),
        ((1, 1), date(2026, 1, 2), date(2026, 1, 1)),
        ((1, 1), date(2026, 1, 3), date(2027, 1, 1)),
        ((1, 2), date(2025, 12, 31), date(2026, 1, 2)),
    ],
)
def test_the_first_day_is_the_next_of_its_name_give_or_take_a_zone(
    day: tuple[int, int], first: date, found: date
) -> None:
    assert with_years([day], first, None) == [found]


def test_the_day_of_a_leap_year_has_its_place_in_the_order() -> None:
    days = [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)]
    assert with_years([(2, 28), (2, 29), (3, 1)], date(2024, 2, 28), None) == days
    assert with_years([(3, 1), (2, 29), (2, 28)], None, date(2024, 3, 5)) == days[::-1]


def test_what_is_no_day_keeps_its_place() -> None:
    assert with_years([None, (12, 31), None, (1, 1)], None, date(2026, 1, 1)) == [None, YEARS[1], None, YEARS[2]]


def test_a_window_of_a_whole_year_ends_on_the_day_it_began_with() -> None:
    days = [(8, 28), *((9, n) for n in range(1, 31)), (12, 31), (3, 1), (8, 27), (8, 28)]
    found = with_years(days, date(2025, 8, 28), date(2026, 8, 28))
    assert found is not None
    assert (found[0], found[-1]) == (date(2025, 8, 28), date(2026, 8, 28))


def test_the_local_day_may_be_one_ahead_of_that_of_the_file() -> None:
    assert with_years([(8, 16), (8, 17)], None, date(2026, 8, 16)) == [date(2026, 8, 16), date(2026, 8, 17)]


def test_many_days_alike_are_of_one_year() -> None:
    assert with_years([(8, 16)] * 24, None, date(2026, 8, 18)) == [date(2026, 8, 16)] * 24


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (TURN, None, None),
        (TURN, date(2026, 1, 1), date(2026, 12, 31)),
        (TURN, date(2026, 6, 1), date(2026, 8, 1)),
        ([(8, 1), (3, 1), (7, 1), (2, 1)], date(2026, 6, 1), date(2026, 8, 1)),
        ([(2, 29)], None, date(2026, 3, 1)),
        ([(2, 29)], date(2026, 3, 1), None),
        ([(2, 28), (2, 29)], date(2026, 2, 1), None),
        ([], date(2026, 6, 1), None),
    ],
)
def test_days_that_do_not_fit_what_is_known_have_no_year(
    days: list[tuple[int, int] | None], first: date | None, last: date | None
) -> None:
    assert with_years(days, first, last) is None


def test_the_latest_day_of_a_name_is_not_after_the_last() -> None:
    assert latest((8, 17), date(2026, 8, 16)) == date(2026, 8, 17)
    assert latest((8, 18), date(2026, 8, 16)) == date(2025, 8, 18)
    assert latest((1, 1), date(2025, 12, 31)) == date(2026, 1, 1)
    assert latest((2, 29), date(2026, 8, 16)) is None
