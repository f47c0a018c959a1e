"""Shares of a list: what must not be claimed first, then hand-computed limits."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.composition import Kinds, Rate, at_least, band
from reachcheck.stats.intervals import clopper_pearson

ORDINARY = ((Rate(20, 400), Rate(10, 100)),)
PLAIN = Kinds(counted=np.array([1.0, 3.0, 16.0]), others=np.array([150.0, 40.0, 10.0]))


def test_a_list_like_the_references_has_nobody_at_least() -> None:
    assert at_least([Rate(25, 500)], [(Rate(20, 400),)], 1.0, 0.9) == 0.0
    assert at_least([Rate(0, 500)], ORDINARY, 1.0, 0.9) == 0.0


def test_what_the_most_signed_reference_shows_is_ordinary() -> None:
    # 16 of 100 is more than 20 of 400, and less than the upper limit of 10 of 100
    assert at_least([Rate(80, 500)], [(Rate(20, 400),)], 1.0, 0.9) > 0
    assert at_least([Rate(80, 500)], ORDINARY, 1.0, 0.9) == 0.0


def test_the_share_at_least_by_hand() -> None:
    # 300 of 500; of two signs the other shows nothing, so 2.5 % are left below: .5556...; usual 1.5 x .0721...
    low = clopper_pearson(300, 500, 0.95)[0]
    usual = 1.5 * clopper_pearson(20, 400, 0.9)[1]
    found = at_least([Rate(300, 500), Rate(0, 500)], [(Rate(20, 400),), (Rate(20, 400),)], 1.5, 0.9)
    assert found == pytest.approx((low - usual) / (1 - usual), rel=1e-12)
    assert found == pytest.approx(0.5015, abs=5e-4)


def test_a_sign_that_half_of_all_people_show_can_say_nothing() -> None:
    assert at_least([Rate(500, 500)], [(Rate(300, 400),)], 1.5, 0.9) == 0.0


@given(st.integers(1, 400), st.integers(0, 400), st.integers(1, 400), st.integers(0, 399))
def test_more_that_is_seen_never_says_less_and_more_that_is_usual_never_says_more(
    n: int, k: int, m: int, j: int
) -> None:
    seen, usual = Rate(min(k, n), n), Rate(min(j, m), m)
    found = at_least([seen], [(usual,)], 1.5, 0.9)
    assert 0 <= found <= seen.k / seen.n
    if seen.k < n:
        assert at_least([Rate(seen.k + 1, n)], [(usual,)], 1.5, 0.9) >= found
    if usual.k < m:
        assert at_least([seen], [(Rate(usual.k + 1, m),)], 1.5, 0.9) <= found


def test_a_band_without_drift_holds_the_share_of_a_mixture() -> None:
    for share in (0.0, 0.2, 0.6, 1.0):
        mixed = share * PLAIN.counted / PLAIN.counted.sum() + (1 - share) * PLAIN.others / PLAIN.others.sum()
        low, high = band(1000 * mixed, [PLAIN], 0.0, 0.9)
        assert low <= share <= high or abs(share - np.clip(share, low, high)) < 0.03
        assert high - low < 0.12


def test_an_empty_list_leaves_everything_open() -> None:
    assert band(np.zeros(3), [PLAIN], 0.5, 0.9) == (0.0, 1.0)


@settings(max_examples=30)
@given(st.lists(st.integers(0, 60), min_size=3, max_size=3), st.floats(0, 1), st.floats(0, 0.5))
def test_drift_and_a_further_reference_only_widen_the_band(scores: list[int], drift: float, more: float) -> None:
    counts = np.array(scores, dtype=np.float64)
    low, high = band(counts, [PLAIN], 0.0, 0.9)
    wider = band(counts, [PLAIN, Kinds(counted=PLAIN.counted[::-1], others=PLAIN.others)], 0.0, 0.9)
    assert 0 <= wider[0] <= low <= high <= wider[1] <= 1
    drifted = band(counts, [PLAIN], drift, 0.9)
    assert drifted[0] <= low + 1e-9 and drifted[1] >= high - 1e-9
    assert more >= 0


def test_the_band_by_hand() -> None:
    # one score only: all have it, so that no share is more likely than another
    one = Kinds(counted=np.array([5.0]), others=np.array([7.0]))
    assert band(np.array([100.0]), [one], 0.75, 0.9) == (0.0, 1.0)
    # two scores: counted .9 and others .1 of the upper, 50 of 100: the likelihood is that of .1 + .8 p at one half
    two = Kinds(counted=np.array([0.5, 8.5]), others=np.array([8.5, 0.5]))
    low, high = band(np.array([50.0, 50.0]), [two], 0.0, 0.9)
    assert low + high == pytest.approx(1.0, abs=0.006)
    # within 1.3528 of the maximum: .1 + .8 p between .4181 and .5819
    assert (low, high) == (pytest.approx(0.4, abs=0.006), pytest.approx(0.6, abs=0.006))
