"""Accounts of X numbered one by one: known ones to the day, others between two of them, with a stated error."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reachcheck.facts.account_ids import created, known


def about(number: int) -> tuple[np.datetime64, int]:
    day, error = created([number])
    return day[0].astype("datetime64[D]"), int(error[0])


def test_numbers_and_days_rise_together() -> None:
    table = known()
    assert all(one.id < other.id and one.day < other.day for one, other in pairwise(table))


def test_a_known_account_has_its_day() -> None:
    for one in known():
        assert about(one.id) == (one.day, one.within_days)


def test_a_day_between_two_by_hand() -> None:
    # a quarter of the way from 813286 (2007-03-05) to 6253282 (2007-05-23), 79 days later: 19.75 days, the day begun
    number = 813_286 + (6_253_282 - 813_286) // 4
    assert about(number) == (np.datetime64("2007-03-24"), 60 + 1)


@pytest.mark.parametrize("number", [None, 0, 11, 4_950_000_001, 10**15, 10**18])
def test_other_numbers_tell_no_day(number: int | None) -> None:
    day, error = created([number])
    assert np.isnat(day[0]) and error[0] == 0


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (807_095, "2007-03-02", "2007-03-02"),
        (23_022_687, "2009-03-01", "2009-03-31"),
        (18_839_785, "2009-01-01", "2009-01-31"),
        (1_180_379_185, "2013-02-01", "2013-02-28"),
    ],
)
def test_accounts_that_are_not_in_the_table_lie_within_the_error(number: int, first: str, last: str) -> None:
    day, error = about(number)
    assert np.datetime64(first) - error <= day <= np.datetime64(last) + error


@given(st.integers(12, 4_950_000_000))
def test_no_error_is_longer_than_the_way_to_a_known_account(number: int) -> None:
    day, error = about(number)
    table = known()
    low = max(one.day for one in table if one.id <= number)
    high = min(one.day for one in table if one.id >= number)
    assert low <= day <= high
    assert error >= max(int((day - low).astype(int)), int((high - day).astype(int)))
