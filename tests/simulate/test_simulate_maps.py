"""Invented follower maps: nobody follows before having an account, and the truth about a lot is told."""

import numpy as np
import pytest

from reachcheck.simulate.maps import FOUNDED, drawn, organic, started, with_block, with_newcomers


@pytest.mark.parametrize("seed", range(3))
def test_nobody_follows_before_the_account_was_created(seed: int) -> None:
    for made in (organic(seed, 400), started(seed, 400)):
        assert (made.created <= made.world.times).all()
        assert (made.created >= FOUNDED).all()
        assert (np.diff(made.world.times) >= 0).all()
        assert not made.put_in.any()


def test_the_same_seed_gives_the_same_map_and_another_seed_another() -> None:
    assert (organic(5, 300).created == organic(5, 300).created).all()
    assert (organic(5, 300).created != organic(6, 300).created).any()


def test_a_block_lies_where_it_is_said_to_lie() -> None:
    made = with_block(1, 1_000, size=200, share=0.5, spread=30)
    ranks = np.flatnonzero(made.put_in)
    assert len(ranks) == 200
    assert made.end - made.start == 400
    assert ranks[0] >= made.start and ranks[-1] < made.end
    assert abs(made.created[made.put_in].mean() - made.middle) < 15
    assert 24 < made.created[made.put_in].std() < 36


def test_a_block_was_made_well_before_it_came() -> None:
    for seed in range(5):
        made = with_block(seed, 2_000, size=100, share=0.5, spread=20)
        before = made.created[: made.start].max()
        assert (before - made.created[made.put_in] > 60).mean() > 0.9


def test_the_others_are_those_of_the_map_without_the_block() -> None:
    made = with_block(2, 1_000, size=200, share=0.5, spread=30)
    assert (made.created[~made.put_in] == organic(2, 800).created).all()


def test_newcomers_lie_side_by_side_and_are_young() -> None:
    made = with_newcomers(1, 1_000, size=100, age=5.0)
    ranks = np.flatnonzero(made.put_in)
    assert (len(ranks), ranks[-1] - ranks[0]) == (100, 99)
    assert (made.world.times[made.start] - made.created[made.put_in]).max() <= 16


def test_the_first_followers_of_an_account_that_started_up_are_younger_than_the_last() -> None:
    young = []
    for seed in range(5):
        made = started(seed, 1_000)
        ages = made.world.times - made.created
        young.append((np.median(ages[:50]), np.median(ages[-200:])))
    assert all(first < last for first, last in young)


def test_ages_drawn_anew_are_of_the_same_kind() -> None:
    world = organic(3, 2_000).world
    who = np.arange(2_000)
    again = drawn(np.random.default_rng(0), world, who)
    ages = np.median(world.times - again), np.median(world.times - organic(3, 2_000).created)
    assert 0.7 < ages[0] / ages[1] < 1.4
