"""Worlds of whole profiles: of the size asked, with the truth they say, the same for the same seed."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from reachcheck.simulate.plans import Group
from reachcheck.simulate.profiles import run_plan
from reachcheck.simulate.scenarios import CIRCLE
from reachcheck.simulate.worlds import BOUGHT, COMINGS, DELIVERED, HONEST, profile


@pytest.mark.parametrize("world", HONEST)
def test_nothing_is_bought_in_an_honest_world(world: str) -> None:
    for size in (30, 400):
        truth = profile(world, 1, size).truth
        assert truth.bought == 0
        assert truth.followers == pytest.approx(size, abs=3)


@pytest.mark.parametrize("world", sorted(DELIVERED))
def test_bought_accounts_are_in_the_count(world: str) -> None:
    made = profile(world, 2, 1000)
    assert made.truth.bought > 150
    assert (
        made.truth.bought + made.truth.real + made.truth.hollow == made.truth.followers == len(made.tables["followers"])
    )


def test_bought_likes_change_likes_alone() -> None:
    likes = [int(row[2]) for row in profile("bought likes", 3, 800).tables["posts"]]
    assert max(likes) > 4 * np.median(likes[len(likes) // 2 :])
    assert profile("bought likes", 3, 800).truth.bought == 0


def test_the_same_seed_gives_the_same_profile() -> None:
    for world in (*COMINGS, *BOUGHT):
        assert profile(world, 5, 200).tables == profile(world, 5, 200).tables
        assert profile(world, 5, 200).tables != profile(world, 6, 200).tables


def test_a_world_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        profile("elsewhere", 1, 100)


def test_a_group_comes_on_its_days_had_joined_together_and_is_followed_back() -> None:
    group = Group(day=100, days=3, size=400, silent=1.0, together=1.0, joined=300, followed=1.0)
    plan = replace(CIRCLE, groups=(group,))
    made, alone = run_plan(plan, "test", 4), run_plan(CIRCLE, "test", 4)
    first = plan.first_day + timedelta(days=100)
    days = [date.fromisoformat(str(row[1])[:10]) for row in made.tables["followers"]]
    came = [row for row, day in zip(made.tables["followers"], days, strict=True) if 0 <= (day - first).days < 3]
    opened = [date.fromisoformat(str(row[2])) for row in came]
    assert len(came) == pytest.approx(400, abs=12)
    assert sum((first - day).days in range(299, 358) for day in opened) >= 380
    followed = {row[0] for row in made.tables["following"]}
    assert sum(row[0] in followed for row in came) >= 380
    assert len(made.tables["followers"]) == pytest.approx(len(alone.tables["followers"]) + 400, abs=8)
