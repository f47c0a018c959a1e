"""Purchases in several lots and those that are topped up; the older deliveries stay as they were, byte for byte."""

from hashlib import sha256

import numpy as np
import pytest

from reachcheck.simulate.years import Years
from reachcheck.simulate.years.purchases import Delivery, bought

N, DAYS, START = 200, 365, 10_000.0


def years(days: int = DAYS) -> Years:
    shape = (N, days)
    return Years(
        world="by hand",
        start=np.full(N, START),
        gained=np.full(shape, 7.0),
        lost=np.full(shape, 7.0),
        bought=np.zeros(shape),
        reach=np.zeros(shape),
        visits=np.zeros(shape),
        responses=np.full(shape, np.nan),
        post_reach=np.full(shape, np.nan),
        event=np.zeros(shape, np.bool_),
        missing=np.zeros(shape, np.bool_),
        quantum=np.ones(N),
    )


@pytest.mark.parametrize(
    ("delivery", "digest"),
    [
        ("lot", "1b87955a76172056"),
        ("three days", "56826ec842053e06"),
        ("even drip", "ab4c1203d3dc5beb"),
        ("uneven drip", "85d964f626282c8b"),
    ],
)
def test_error_rates_measured_with_older_deliveries_still_hold(delivery: Delivery, digest: str) -> None:
    assert sha256(bought(years(), delivery, 0.2, 1).bought.tobytes()).hexdigest()[:16] == digest


def test_several_lots_come_weeks_apart_and_make_the_share_together() -> None:
    after = bought(years(), "several", 0.2, 1)
    assert (after.bought.sum(axis=1) == 0.2 * START).all()
    lots = [np.flatnonzero(row) for row in after.bought]
    assert {len(days) for days in lots} == {2, 3, 4}
    assert min(int(np.diff(days).min()) for days in lots) >= 21
    assert (after.lost == 7.0).all()


def test_a_refilled_lot_is_topped_up_to_the_share_again_and_again() -> None:
    after = bought(years(), "refill", 0.2, 1)
    left = after.lost - 7.0
    present = np.cumsum(after.bought - left, axis=1)
    for mine, row in zip(present, after.bought, strict=True):
        days = np.flatnonzero(row)
        assert 2 <= len(days) <= 13
        assert (mine[days] == 0.2 * START).all()
        assert set(np.diff(days)) <= set(range(14, 31)) and len(set(np.diff(days))) == 1
    assert (present >= 0).all() and (present.max(axis=1) == 0.2 * START).all()
    assert np.mean(present[:, -1] < 0.15 * START) > 0.5, "the guarantee ends"
    assert (after.bought.sum(axis=1) > 0.25 * START).all()
    assert (after.gained - after.bought == 7.0).all()


@pytest.mark.parametrize("delivery", ["several", "refill"])
def test_the_same_seed_buys_the_same(delivery: Delivery) -> None:
    one, again, other = (bought(years(), delivery, 0.2, seed) for seed in (1, 1, 2))
    assert one.gained.tobytes() == again.gained.tobytes() != other.gained.tobytes()
    assert one.lost.tobytes() == again.lost.tobytes()


@pytest.mark.parametrize("delivery", ["several", "refill", "even drip"])
def test_years_too_short_for_a_delivery_are_refused(delivery: Delivery) -> None:
    with pytest.raises(ValueError, match="low"):
        bought(years(days=40), delivery, 0.2, 1)
