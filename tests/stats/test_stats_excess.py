"""The excess share of a month; what must not score comes first."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reachcheck.stats.excess import BEFORE, BOTH, NONE, excess_share

NAN = math.nan
tables = arrays(
    np.float64,
    st.tuples(st.integers(1, 4), st.integers(0, 20)),
    elements=st.one_of(st.integers(-80, 400).map(float), st.just(NAN)),
)


def one(*gains: float) -> tuple[list[float], list[int]]:
    """The shares and sides of one series; NaN as -1 to compare."""
    found = excess_share(np.array([gains], dtype=np.float64))
    return np.where(np.isnan(found.share[0]), -1.0, found.share[0]).tolist(), found.side[0].tolist()


def test_months_of_less_than_fifty_are_not_scored():
    share, side = one(1, 1, 1, 49.9, 1, 1, 1)
    assert share == [-1] * 7
    assert side == [NONE] * 7


def test_a_month_of_fifty_is_scored():
    """All gains are 56, and 1 was usual."""
    assert one(1, 1, 1, 50, 1, 1, 1)[0][3] == pytest.approx(49 / 56)


def test_a_first_month_is_not_scored_however_great():
    share, side = one(5000, 10, 10, 10, 10, 10, 10)
    assert share == [-1] * 7
    assert side == [NONE] * 7


def test_a_month_after_two_known_ones_is_not_scored_and_after_three_is():
    assert one(1, NAN, 1, 200, 1, 1, 1)[0][3] == -1
    assert one(1, 1, 1, 200, 1, 1, 1)[0][3] == pytest.approx(199 / 206)


def test_a_rise_that_stays_has_no_excess():
    share, side = one(10, 10, 10, 10, 10, 10, 500, 500, 500, 500, 500, 500)
    assert share[6] == 0
    assert side[6] == BOTH


def test_a_fall_that_stays_has_no_excess():
    assert one(500, 500, 500, 500, 500, 500, 10, 10, 10, 10, 10, 10)[0][:6] == [-1, -1, -1, 0, 0, 0]


def test_steady_growth_has_no_excess():
    share, _ = one(*(100.0 * 1.2**month for month in range(24)))
    assert max(share[3:21]) == 0


def test_one_month_above_both_sides_by_hand():
    """Before: the median of 10, 20, 30, 40, 50, 60 is 35; after: of 1, 2, 3, 4, 5, 6 it is 3.5; all gains are 531."""
    share, side = one(10, 20, 30, 40, 50, 60, 300, 1, 2, 3, 4, 5, 6)
    assert share[6] == pytest.approx((300 - 35) / 531)
    assert side[6] == BOTH


def test_the_side_that_gained_more_is_taken():
    """Before: 5; after: the median of 90, 80, 70 is 80; all gains are 455."""
    share, side = one(5, 5, 5, 200, 90, 80, 70)
    assert share[3] == pytest.approx((200 - 80) / 455)
    assert side[3] == BOTH


def test_at_the_end_the_months_before_speak_alone_and_it_is_said():
    share, side = one(10, 10, 10, 10, 200, 90, 80)
    assert share[4] == pytest.approx(190 / 410)
    assert side == [NONE, NONE, NONE, NONE, BEFORE, BEFORE, BEFORE]


def test_months_more_than_six_away_say_nothing():
    share, _ = one(900, 900, 900, 10, 10, 10, 10, 10, 10, 100, 10, 10, 10, 10, 10, 10, 900, 900)
    assert share[9] == pytest.approx(90 / 4720)


def test_missing_months_are_no_months_without_gain():
    share, side = one(100, NAN, 100, NAN, 100, 300, NAN, NAN, NAN, 100, 100, 100)
    assert share[5] == pytest.approx(200 / 900)
    assert side[5] == BOTH


def test_losses_are_no_part_of_what_was_gained():
    share, _ = one(-40, -40, -40, 100, -40, -40, -40)
    assert share[3] == 1


def test_one_series_is_no_table():
    with pytest.raises(ValueError, match="1 dimension"):
        excess_share(np.zeros(5))


@settings(deadline=None)
@given(tables)
def test_shares_lie_between_none_and_all_and_stand_where_a_side_does(gains):
    found = excess_share(gains)
    known = ~np.isnan(found.share)
    assert ((found.share[known] >= 0) & (found.share[known] <= 1)).all()
    assert (known == (found.side != NONE)).all()
    assert (gains[known] >= 50).all()
    assert (np.nansum(found.share, axis=1) <= 1 + 1e-9).all()


@settings(deadline=None)
@given(tables)
def test_a_series_alone_and_among_others_has_the_same_bytes(gains):
    together = excess_share(gains)
    for at in range(len(gains)):
        alone = excess_share(gains[at : at + 1])
        assert alone.share.tobytes() == together.share[at].tobytes()
        assert alone.side.tobytes() == together.side[at].tobytes()


@settings(deadline=None)
@given(tables, st.integers(0, 19), st.integers(1, 300))
def test_more_people_in_a_month_never_lower_its_share(gains, month, more):
    month %= max(gains.shape[1], 1)
    if not gains.size:
        return
    before = excess_share(gains).share[0, month]
    gains[0, month] += more
    after = excess_share(gains).share[0, month]
    assert math.isnan(before) or after >= before - 1e-12
