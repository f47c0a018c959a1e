"""What marks say: hand-computed values, and limits that hold in nine of ten samples at least."""

import numpy as np
import pytest

from reachcheck.labels.estimate import bounds, estimate
from reachcheck.labels.sample import Stratum, allocate
from reachcheck.stats.intervals import wilson


def test_the_value_weighs_each_stratum_by_its_size() -> None:
    # .9 x 1/10 + .1 x 8/10
    found = estimate([Stratum(size=900, nobody=1, somebody=9), Stratum(size=100, nobody=8, somebody=2)], 0.9)
    assert found[0] == pytest.approx(0.17)


def test_the_limits_by_hand_for_one_stratum() -> None:
    # 6 of 30 of 1,000: p = 6.5 / 31, variance p (1 - p) / 30 x .97, effective .16 / variance
    p = 6.5 / 31
    effective = 0.16 / (p * (1 - p) / 30 * 0.97)
    low, high = wilson(np.array([0.2 * effective]), np.array([effective]), 0.9)
    found = estimate([Stratum(size=1000, nobody=6, somebody=24)], 0.9)
    assert found == pytest.approx((0.2, float(low[0]), float(high[0])))
    assert found[1:] == pytest.approx((0.108, 0.341), abs=2e-3)


def test_no_nobody_leaves_room_above_and_none_below() -> None:
    value, low, high = estimate([Stratum(size=1000, somebody=30)], 0.9)
    assert (value, low) == (0.0, 0.0)
    assert 0.03 < high < 0.2


def test_marks_of_nobody_alone_are_no_share_above_one() -> None:
    # the weights 12/52, 35/52 and 5/52 add up to a little more than 1
    value, low, high = estimate([Stratum(size=size, nobody=n) for size, n in ((12, 4), (35, 4), (5, 3))], 0.95)
    assert value == high == 1.0
    assert 0.2 < low < 1.0


def test_whoever_looked_at_everybody_knows() -> None:
    assert estimate([Stratum(size=20, nobody=5, somebody=15)], 0.9) == (0.25, 0.25, 0.25)


def test_a_stratum_nobody_looked_at_takes_the_share_of_the_others() -> None:
    alone = estimate([Stratum(size=900, nobody=3, somebody=27)], 0.9)
    assert estimate([Stratum(size=900, nobody=3, somebody=27), Stratum(size=100, unsure=3)], 0.9) == alone
    with pytest.raises(ValueError, match="nobody was marked"):
        estimate([Stratum(size=100, unsure=3)], 0.9)


def test_those_left_open_make_a_range_from_nobody_to_somebody() -> None:
    strata = [Stratum(size=1000, nobody=5, somebody=20, unsure=5)]
    least, most, low, high = bounds(strata, 0.9)
    assert (least, most) == (pytest.approx(5 / 30), pytest.approx(10 / 30))
    assert low == estimate([Stratum(size=1000, nobody=5, somebody=25)], 0.9)[1]
    assert high == estimate([Stratum(size=1000, nobody=10, somebody=20)], 0.9)[2]


@pytest.mark.parametrize("shares", [(0.05, 0.2, 0.6), (0.0, 0.0, 0.0), (0.1, 0.1, 0.1), (0.02, 0.5, 0.9)])
def test_limits_hold_in_nine_of_ten_samples(shares: tuple[float, float, float]) -> None:
    rng, sizes = np.random.default_rng(5), np.array([800, 150, 50])
    truth = np.round(sizes * shares).astype(int)
    taken = allocate(sizes, 50)
    held = 0
    for _ in range(400):
        nobody = [int(rng.hypergeometric(k, n - k, m)) for k, n, m in zip(truth, sizes, taken, strict=True)]
        strata = [
            Stratum(size=int(n), nobody=k, somebody=int(m) - k) for n, k, m in zip(sizes, nobody, taken, strict=True)
        ]
        _, low, high = estimate(strata, 0.9)
        held += low <= truth.sum() / sizes.sum() <= high
    assert held >= 0.88 * 400
