"""From what a model calls nobody to a share: by hand, and so that it holds."""

import numpy as np
import pytest

from reachcheck.learned.cells import CELLS
from reachcheck.learned.errs import area_limits
from reachcheck.learned.model import Seen
from reachcheck.learned.share import limits, share_between

SURELY_NOBODY, DISAGREE, SURELY_SOMEBODY = 11, 5, 0


def seen(share: float, undecided: float = 0.0, n: float = 50.0) -> Seen:
    cells = np.zeros(CELLS)
    cells[[SURELY_NOBODY, DISAGREE, SURELY_SOMEBODY]] = share, undecided, 1 - share - undecided
    return Seen(marked=int(n), effective=n, cells=tuple(cells.tolist()))


def test_the_ends_by_hand_where_nothing_is_left_open() -> None:
    q, s, f = limits(0.26, 1000, 0.9), limits(0.9, 50, 0.9), limits(0.1, 50, 0.9)
    low, high = share_between(1000, 260, 0, (seen(0.9), seen(0.1)), 0.9)
    assert low == pytest.approx((q[0] - f[1]) / (s[1] - f[1]))
    assert high == pytest.approx((q[1] - f[0]) / (s[0] - f[0]))
    # .26 = .9 x .2 + .1 x .8
    assert low < 0.2 < high


def test_those_left_open_widen_it_to_both_sides() -> None:
    plain = share_between(1000, 260, 0, (seen(0.9), seen(0.1)), 0.9)
    of = (seen(0.8, 0.1), seen(0.05, 0.15))
    low, high = share_between(1000, 200, 140, of, 0.9)
    assert high - low > plain[1] - plain[0]
    assert low < 0.2 < high


def test_a_model_that_cannot_tell_them_apart_says_nothing() -> None:
    assert share_between(1000, 300, 0, (seen(0.5), seen(0.4)), 0.9) == (0.0, 1.0)
    assert share_between(1000, 300, 0, (seen(0.1), seen(0.9)), 0.9) == (0.0, 1.0)


def test_without_doubt_nobody_and_everybody_are_told() -> None:
    sure = (seen(1.0, n=1e9), seen(0.0, n=1e9))
    assert share_between(10**9, 0, 0, sure, 0.9)[0] == 0.0
    assert share_between(10**9, 10**9, 0, sure, 0.9) == (pytest.approx(1.0), 1.0)


@pytest.mark.parametrize("share", [0.0, 0.05, 0.3, 0.8])
@pytest.mark.parametrize(("hollow", "other"), [((0.8, 0.1), (0.05, 0.1)), ((0.6, 0.2), (0.2, 0.2))])
def test_it_holds_in_nine_of_ten_lists(share, hollow, other) -> None:
    rng, held = np.random.default_rng(3), 0
    for _ in range(400):
        of = []
        for as_nobody, undecided in (hollow, other):
            k, a, _ = rng.multinomial(40, [as_nobody, undecided, 1 - as_nobody - undecided])
            of.append(seen(k / 40, a / 40, 40))
        n = rng.binomial(500, share)
        called = [rng.multinomial(m, [p, u, 1 - p - u]) for m, (p, u) in ((n, hollow), (500 - n, other))]
        k, a = (int(called[0][at] + called[1][at]) for at in (0, 1))
        low, high = share_between(500, k, a, (of[0], of[1]), 0.9)
        held += low <= n / 500 <= high
    assert held >= 0.9 * 400


def test_limits_of_the_area_by_hand() -> None:
    # .9 of 50 and 80: Q1 = .9 / 1.1, Q2 = 1.62 / 1.9
    variance = (0.09 + 49 * (0.9 / 1.1 - 0.81) + 79 * (1.62 / 1.9 - 0.81)) / 4000
    low, high = area_limits(0.9, 50, 80, 0.9)
    assert (high - low) / 2 == pytest.approx(1.6448536 * variance**0.5)
    assert area_limits(1.0, 50, 80, 0.9) == (1.0, 1.0)
