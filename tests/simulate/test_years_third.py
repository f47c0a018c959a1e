"""What holds for the honest years of every world of the third generator."""

from dataclasses import fields

import numpy as np
import pytest

from reachcheck.simulate.years import Years, shown
from reachcheck.simulate.years.third import WORLDS, third
from reachcheck.simulate.years.third.kinds import Occasion, When, World

pytestmark = pytest.mark.slow
"""The generator is frozen: test_frozen holds its bytes in every run, this what they are made of."""

N, DAYS = 60, 365
MADE: dict[str, Years] = {}


@pytest.fixture(params=WORLDS)
def years(request) -> Years:
    world = request.param
    if world not in MADE:
        MADE[world] = third(world, N, 3)
    return MADE[world]


def test_all_arrays_have_one_row_a_profile_and_one_entry_a_day(years):
    for name in ("gained", "lost", "bought", "reach", "visits", "responses", "post_reach", "event", "missing"):
        assert getattr(years, name).shape == (N, DAYS), name
    assert years.start.shape == years.quantum.shape == (N,)
    assert (years.start.min() >= 30) and (years.start.max() <= 1_000_000)


def test_nobody_bought_anything(years):
    assert not years.bought.any()


def test_counts_of_people_are_whole_and_never_negative(years):
    for name in ("start", "gained", "lost", "reach", "visits", "responses", "post_reach"):
        values = getattr(years, name)
        there = values[~np.isnan(values)]
        assert (there >= 0).all(), name
        assert (there == np.rint(there)).all(), name


def test_no_more_leave_than_follow(years):
    assert years.level.min() >= 0


def test_what_people_did_is_known_for_every_day_and_figures_lack_on_missing_days_only(years):
    for name in ("gained", "lost"):
        assert not np.isnan(getattr(years, name)).any(), name
    for name in ("reach", "visits"):
        assert (np.isnan(getattr(years, name)) == years.missing).all(), name
    assert (np.isnan(years.responses) == np.isnan(years.post_reach)).all()


def test_no_more_respond_to_a_post_than_it_reached(years):
    posted = ~np.isnan(years.responses)
    assert (years.responses[posted] <= years.post_reach[posted]).all()


def test_who_follows_has_visited_before_where_following_needs_a_visit(years):
    if WORLDS[years.world].needs_visit:
        whole = ~years.missing.any(axis=1)
        assert whole.any()
        visits, gained = np.cumsum(years.visits[whole], axis=1), np.cumsum(years.gained[whole], axis=1)
        assert (visits >= gained).all()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(years):
    again, other = (third(years.world, 5, seed, days=40) for seed in (3, 4))
    first = third(years.world, 5, 3, days=40)
    names = [field.name for field in fields(Years) if field.name not in ("world", "first_day")]
    assert all(getattr(first, name).tobytes() == getattr(again, name).tobytes() for name in names)
    assert first.gained.tobytes() != other.gained.tobytes()


def test_years_can_be_shown_as_dossiers(years):
    assert len(shown(years.take(np.arange(2))).daily) > 0


def test_there_are_seven_worlds_or_more_and_an_everyday_one():
    assert len(WORLDS) >= 7
    assert "everyday" in WORLDS


def test_worlds_in_which_one_may_follow_without_a_visit_are_told_apart():
    button = Occasion(when=When(every=7), people=10, visited=False)
    assert World().needs_visit
    assert not World(cards=True).needs_visit
    assert not World(occasions=(button,)).needs_visit
    assert {WORLDS[name].needs_visit for name in WORLDS} == {True, False}


def test_an_unknown_world_is_refused():
    with pytest.raises(KeyError, match="nowhere"):
        third("nowhere", 1, 0)


@pytest.mark.parametrize("n", [0, 1])
def test_there_may_be_one_profile_or_none(n):
    assert third("everyday", n, 0, days=20).gained.shape == (n, 20)


def test_only_profiles_of_ten_thousand_or_more_are_rounded():
    large, small = third("everyday", 80, 1, (20_000, 1_000_000), 3), third("everyday", 80, 1, (30, 9_000), 3)
    assert set(large.quantum) == {1.0, 100.0}
    assert set(small.quantum) == {1.0}


def test_of_the_large_a_post_reaches_a_smaller_share_and_more_is_posted():
    small, large = third("everyday", 80, 1, (100, 300)), third("everyday", 80, 1, (100_000, 300_000))
    share = [np.nanmedian(years.post_reach / years.start[:, None]) for years in (small, large)]
    posts = [np.sum(~np.isnan(years.responses)) for years in (small, large)]
    assert share[0] > 2 * share[1]
    assert posts[1] > 1.3 * posts[0]


def test_days_of_the_small_are_more_uneven_than_days_of_the_large():
    small, large = third("everyday", 80, 1, (100, 300)), third("everyday", 80, 1, (100_000, 300_000))
    uneven = [np.median(years.gained.std(axis=1) / years.gained.mean(axis=1)) for years in (small, large)]
    assert uneven[0] > 1.3 * uneven[1]
