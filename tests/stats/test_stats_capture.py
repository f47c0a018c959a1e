"""Chao's lower bound for occasions of unequal pull: by hand, its invariants, and simulated populations."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.capture import Estimate, chao, incidences
from reachcheck.stats.intervals import z_of

sightings = st.lists(st.tuples(st.integers(-1, 12), st.integers(-1, 6)), max_size=80)


def columns(rows):
    return np.array([who for who, _ in rows], np.int32), np.array([when for _, when in rows], np.int32)


def estimate(people, occasions, held, **more):
    seen = incidences(np.asarray(people), np.asarray(occasions))
    return chao(seen.captures, seen.singles, held, **more)


def draw(rng, propensities, pulls):
    """Who is seen on which occasion: a person's odds times the occasion's pull."""
    chances = np.clip(propensities[:, None] * pulls[None, :], 0, 1)
    return np.nonzero(rng.random(chances.shape) < chances)


def textbook(captures, held):
    once, twice = (captures == 1).sum(), (captures == 2).sum()
    return len(captures) + (held - 1) / held * once * (once - 1) / (2 * (twice + 1))


def test_incidences_by_hand():
    people = np.array([7, 7, 7, 2, 2, 9, 5, -1, 5], np.int32)
    occasions = np.array([1, 4, 1, 4, 4, 8, 1, 4, -1], np.int32)
    seen = incidences(people, occasions)
    np.testing.assert_array_equal(seen.people, [2, 5, 7, 9])
    np.testing.assert_array_equal(seen.captures, [1, 1, 2, 1])
    np.testing.assert_array_equal(seen.occasions, [1, 4, 8])
    np.testing.assert_array_equal(seen.singles, [1, 1, 1])
    assert {part.dtype for part in (seen.people, seen.captures, seen.occasions, seen.singles)} == {np.dtype(np.int64)}


def test_incidences_of_the_greatest_codes():
    top = 2**31 - 1
    seen = incidences(np.array([top, top, 0], np.int32), np.array([top, 0, top], np.int32))
    np.testing.assert_array_equal(seen.people, [0, top])
    np.testing.assert_array_equal(seen.captures, [1, 2])
    np.testing.assert_array_equal(seen.occasions, [0, top])
    np.testing.assert_array_equal(seen.singles, [0, 1])


@settings(deadline=None)
@given(sightings)
def test_incidences_agree_with_sets(rows):
    seen = incidences(*columns(rows))
    pairs = {(who, when) for who, when in rows if who >= 0 and when >= 0}
    by_person = {who: {when for w, when in pairs if w == who} for who, _ in pairs}
    held = sorted({when for _, when in pairs})
    assert seen.people.tolist() == sorted(by_person)
    assert seen.captures.tolist() == [len(by_person[who]) for who in sorted(by_person)]
    assert seen.occasions.tolist() == held
    assert seen.singles.tolist() == [sum(each == {when} for each in by_person.values()) for when in held]


def test_chao_by_hand():
    # D = 8: five seen once (2, 2, 1), two seen twice, one three times; f0 = (25 - 9) / (2 * 3)
    captures, singles = np.array([1, 1, 1, 1, 1, 2, 2, 3]), np.array([2, 2, 1])
    f0, a = 8 / 3, 16 / 25
    var = a * 5 * 4 / 6 + a**2 * 5 * 81 / 36 + a**2 * 25 * 2 * 16 / 324
    assert var > f0
    spread = math.exp(1.6448536269514722 * math.sqrt(math.log(1 + var / f0**2)))
    found = chao(captures, singles, 3)
    assert found.value == pytest.approx(8 + f0, rel=1e-12)
    assert found.low == math.floor(8 + f0 / spread) == 8
    assert found.high == pytest.approx(8 + f0 * spread, rel=1e-12)
    assert found.coverage == pytest.approx(1 - 5 / 12, rel=1e-12)


def test_chao_rounds_its_lower_limit_down():
    captures, singles = np.repeat([1, 2, 5], [60, 20, 10]), np.full(10, 6)
    f0, a = (3600 - 360) / 42, 0.9
    var = a * 60 * 59 / 42 + a**2 * 60 * 119**2 / (4 * 441) + a**2 * 3600 * 20 * 59**2 / (4 * 21**4)
    spread = math.exp(z_of(0.90) * math.sqrt(math.log(1 + var / f0**2)))
    exact = 90 + f0 / spread
    assert exact != math.floor(exact)
    assert chao(captures, singles, 10).low == math.floor(exact) > 90


def test_the_variance_is_at_least_f0():
    # two seen once on different occasions, thirty twice: the three terms sum to less than f0 = 2 / 62
    captures, singles = np.repeat([1, 2], [2, 30]), np.array([1, 1])
    f0, a = 2 / 62, 0.5
    assert a * 2 / 62 + a**2 * 2 * 9 / (4 * 961) + a**2 * 4 * 30 / (4 * 31**4) < f0
    spread = math.exp(z_of(0.90) * math.sqrt(math.log(1 + 1 / f0)))
    assert chao(captures, singles, 4).high == pytest.approx(32 + f0 * spread, rel=1e-12)


def test_a_wider_level_gives_wider_limits():
    captures, singles = np.repeat([1, 2], [60, 20]), np.full(10, 6)
    narrow, usual, wide = (chao(captures, singles, 10, level=level) for level in (0.5, 0.9, 0.99))
    assert narrow.value == usual.value == wide.value
    assert wide.low < usual.low < narrow.low
    assert wide.high > usual.high > narrow.high
    assert usual == chao(captures, singles, 10)


@pytest.mark.parametrize(
    ("captures", "singles", "held", "coverage"),
    [
        ([2, 2, 3], [0, 0, 0], 3, 1.0),
        ([1, 1, 1], [3], 1, 0.0),
        ([1, 1, 1, 2], [3, 0], 2, 0.4),
        ([1, 1, 1, 2], [2, 1], 1, 0.4),
        ([1, 2], [1, 0], 9, 2 / 3),
    ],
)
def test_where_nothing_can_be_said_of_the_unseen_all_are_the_seen(captures, singles, held, coverage):
    seen = float(len(captures))
    found = chao(np.array(captures), np.array(singles), held)
    assert found == Estimate(seen, seen, seen, pytest.approx(coverage))
    assert chao(np.array(captures), np.array(singles), held, cap=1.0) == Estimate(1.0, 1.0, 1.0, found.coverage)


def test_two_occasions_are_enough():
    assert chao(np.array([1, 1]), np.array([1, 1]), 2).value == 3


def test_nobody_seen():
    found = chao(np.empty(0, np.int64), np.empty(0, np.int64), 5)
    assert (found.value, found.low, found.high) == (0, 0, 0)
    assert math.isnan(found.coverage)


def test_everything_is_capped():
    captures, singles = np.repeat([1, 2], [60, 2]), np.full(10, 6)
    free = chao(captures, singles, 10)
    assert 70 < free.low < free.value < free.high
    low = chao(captures, singles, 10, cap=70.0)
    assert (low.value, low.low, low.high) == (70, 70, 70)
    middle = chao(captures, singles, 10, cap=free.value - 1)
    assert (middle.value, middle.low, middle.high) == (free.value - 1, free.low, free.value - 1)


@settings(deadline=None)
@given(sightings, st.integers(7, 20), st.sampled_from([0.5, 0.9, 0.99]))
def test_the_limits_hold_the_value_and_the_seen(rows, held, level):
    people, occasions = columns(rows)
    found = estimate(people, occasions, held, level=level)
    seen = len({who for who, when in rows if who >= 0 and when >= 0})
    assert seen <= found.low <= found.value <= found.high
    assert found.low == math.floor(found.low)


@settings(deadline=None)
@given(sightings, st.randoms())
def test_neither_order_nor_repeats_nor_names_matter(rows, random):
    people, occasions = columns(rows)
    again = rows + rows[::2]
    random.shuffle(again)
    other_people, other_occasions = columns(again)
    renamed = np.where(other_people >= 0, 100 - other_people, -1)
    first, second = estimate(people, occasions, 7), estimate(renamed, other_occasions, 7)
    assert (first.value, first.low, first.high) == (second.value, second.low, second.high)


EQUAL = [(1000, 5, 0.3), (300, 60, 0.1), (300, 12, 0.1), (1000, 30, 0.1)]
UNEQUAL = [(300, 12), (1000, 30), (30, 12)]


def share_right(rng, size, held, propensities):
    """In how many of 200 draws the lower limit is no more than all there are, with posts of log-sd .5."""
    right = []
    for _ in range(200):
        pulls = np.exp(rng.normal(0, 0.5, held))
        right.append(estimate(*draw(rng, propensities(), pulls / pulls.mean()), held).low <= size)
    return np.mean(right)


def test_the_lower_limit_is_below_the_truth_in_95_of_100_for_equal_people():
    rng = np.random.default_rng(41)
    shares = [share_right(rng, size, held, lambda n=size, p=p: np.full(n, p)) for size, held, p in EQUAL]
    assert np.mean(shares) >= 0.95
    assert min(shares) >= 0.92


def test_the_lower_limit_is_nearly_always_below_the_truth_for_unequal_people():
    rng = np.random.default_rng(41)
    shares = [share_right(rng, size, held, lambda n=size: rng.beta(0.5, 9.5, n)) for size, held in UNEQUAL]
    assert min(shares) >= 0.98


def test_the_textbook_form_is_larger_where_occasions_differ():
    rng = np.random.default_rng(7)
    ratio = []
    for _ in range(50):
        pulls = np.exp(rng.normal(0, 1, 12))
        seen = incidences(*draw(rng, np.full(500, 0.05), pulls / pulls.mean()))
        ratio.append((textbook(seen.captures, 12), chao(seen.captures, seen.singles, 12).value))
    assert all(book > ours for book, ours in ratio)
    assert np.mean([book for book, _ in ratio]) > 1.05 * np.mean([ours for _, ours in ratio])
    assert np.mean([ours for _, ours in ratio]) == pytest.approx(500, rel=0.05)
