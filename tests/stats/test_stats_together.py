"""Groups seen on the same occasions: what honest audiences must not show, what is found, and by hand."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats.together import Limits, groups, tabled

LIMITS = Limits(people=10, occasions=3, lift=2.0, level=0.001, most_occasions=300)


def honest(rng, size, held, spread):
    pull = np.exp(rng.normal(0, spread, held))
    ready = rng.beta(0.5, 9.5, size)
    return rng.random((size, held)) < np.clip(ready[:, None] * pull / pull.mean(), 0, 1)


def found(table, limits=LIMITS):
    return groups(*(axis.astype(np.int64) for axis in np.nonzero(table)), limits)


def group(size, held, on):
    table = np.zeros((size, held), bool)
    table[:, on] = True
    return table


# ------------------------------------------------------------------------------------------------ what is none


@pytest.mark.parametrize("spread", [0.5, 1.0, 1.5])
@pytest.mark.parametrize(("size", "draws"), [(600, 20), (5000, 5)])
def test_an_honest_audience_has_no_group_however_unequal_its_posts(size, draws, spread):
    rng = np.random.default_rng(71)
    assert [found(honest(rng, size, 12, spread)) for _ in range(draws)] == [()] * draws


def test_the_most_active_are_no_group():
    rng = np.random.default_rng(72)
    assert found(np.vstack([honest(rng, 600, 12, 0.5), np.ones((40, 12), bool)])) == ()


def test_posts_that_all_answer_are_no_group():
    rng = np.random.default_rng(73)
    table = honest(rng, 600, 12, 0.5)
    table[:, :4] |= rng.random((600, 4)) < 0.9
    assert found(table) == ()


@pytest.mark.parametrize(("size", "on"), [(9, 4), (150, 2)])
def test_too_few_people_or_posts_are_no_group(size, on):
    rng = np.random.default_rng(74)
    assert found(np.vstack([honest(rng, 300, 12, 0.5), group(size, 12, range(on))])) == ()


def test_nobody_is_no_group():
    assert found(np.zeros((3, 3), bool)) == ()
    assert found(np.ones((30, 3), bool)) == ()


# ------------------------------------------------------------------------------------------------ what is found


def test_a_group_is_found_with_its_people_and_hardly_anybody_else():
    rng = np.random.default_rng(75)
    for _ in range(5):
        table = np.vstack([honest(rng, 600, 12, 0.5), group(40, 12, range(2, 8))])
        (one,) = found(table)
        assert set(range(600, 640)) <= set(one.people.tolist())
        assert len(one.people) <= 42
        assert one.occasions == 6
        assert one.expected < 20
        assert one.strength > 3


def test_two_groups_are_found_one_after_the_other():
    rng = np.random.default_rng(76)
    table = np.vstack([honest(rng, 600, 30, 0.5), group(40, 30, range(6)), group(25, 30, range(10, 15))])
    one, other = found(table)
    assert (len(one.people), len(other.people)) == (40, 25)
    assert not set(one.people.tolist()) & set(other.people.tolist())


def test_a_group_with_ways_of_its_own_is_found_in_part():
    rng = np.random.default_rng(77)
    loose = group(60, 12, range(6)) & (rng.random((60, 12)) < 0.9) | (rng.random((60, 12)) < 0.1)
    one, *_ = found(np.vstack([honest(rng, 600, 12, 0.5), loose]))
    assert len(one.people) >= 20
    assert (one.people >= 600).mean() > 0.9


def test_the_chance_of_a_group_by_hand():
    # 20 people on posts 0 to 2 and 20 on 3 to 5: all totals are equal, so every chance is 1 / 2, and of 40 people 5
    # would answer three given posts; 20 do. 20 sets of three posts, 6 sizes
    table = np.vstack([group(20, 6, [0, 1, 2]), group(20, 6, [3, 4, 5])])
    one, *rest = found(table)
    assert (len(one.people), one.occasions) == (20, 3)
    assert one.expected == pytest.approx(5, rel=1e-6)
    chance = 20 * math.log(4) - 20 + 5 - math.log(20) - math.log(6)
    assert one.strength == pytest.approx(chance / math.log(10), rel=1e-6)
    # without them the others are all there is, and answer all posts that are left
    assert rest == []


@pytest.mark.parametrize(
    ("changed", "hits"),
    [({}, 1), ({"people": 21}, 0), ({"occasions": 4}, 0), ({"lift": 4.1}, 0), ({"lift": 3.9}, 1), ({"level": 1e-9}, 0)],
)
def test_each_limit_counts(changed, hits):
    base = {"people": 10, "occasions": 3, "lift": 2.0, "level": 0.001, "most_occasions": 300}
    table = np.vstack([group(20, 6, [0, 1, 2]), group(20, 6, [3, 4, 5])])
    assert len(found(table, Limits(**{**base, **changed}))) == hits


def test_only_the_most_attended_posts_are_looked_at():
    rng = np.random.default_rng(78)
    table = np.vstack([honest(rng, 600, 12, 0.5), group(40, 12, range(6))])
    limits = Limits(people=10, occasions=3, lift=2.0, level=0.001, most_occasions=4)
    people, occasions = (axis.astype(np.int64) for axis in np.nonzero(table))
    made = tabled(people, occasions, limits)
    assert made is not None
    assert made.seen.shape == ((table.sum(axis=1) >= 3).sum(), 4)
    most = np.argsort(table.sum(axis=0))[-4:]
    assert sorted(made.seen.sum(axis=0)) == sorted(table[table.sum(axis=1) >= 3][:, most].sum(axis=0))


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 2**32 - 1))
def test_names_and_order_change_nothing(seed):
    rng = np.random.default_rng(seed)
    table = np.vstack([honest(rng, 300, 10, 0.5), group(30, 10, range(5))])
    down, across = rng.permutation(330), rng.permutation(10)
    people, occasions = np.nonzero(table)
    order = rng.permutation(len(people))
    renamed = groups(down[people][order], across[occasions][order], LIMITS)
    plain = found(table)
    assert len(plain) == len(renamed) > 0
    for one, other in zip(plain, renamed, strict=True):
        assert sorted(down[one.people].tolist()) == other.people.tolist()
        assert (one.occasions, one.expected) == (other.occasions, pytest.approx(other.expected, rel=1e-12))
