"""Profiles of the second generator agree with themselves, whatever the world, seed and size."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.simulate.files import COLUMNS, render, write
from reachcheck.simulate.invented import Invented
from reachcheck.simulate.whole import BOUGHT, HONEST, WORLDS, Told, profile

pytestmark = pytest.mark.slow
"""The generator is frozen: test_frozen holds its bytes in every run, this what they are made of."""

MOMENT = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")
HANDLE = re.compile(r"[a-z_0-9]+")
EVERY = (*HONEST, *BOUGHT)


def told(invented: Invented) -> Told:
    assert isinstance(invented.truth, Told)
    return invented.truth


def check(invented: Invented, followers: int) -> None:
    assert set(invented.tables) == set(COLUMNS)
    for name, rows in invented.tables.items():
        assert all(len(row) == len(COLUMNS[name]) for row in rows), name
    counts_agree(invented, followers)
    days_agree(invented)
    posts_agree(invented)
    people_agree(invented)
    responses_agree(invented)
    truth_agrees(invented)


def counts_agree(invented: Invented, wanted: int) -> None:
    ((handle, platform, followers, following, posts, opened, as_of),) = invented.tables["profile"]
    assert HANDLE.fullmatch(str(handle)) and (platform, as_of) == ("instagram", "2026-09-30")
    assert wanted == followers == invented.tables["daily"][-1][1] == len(invented.tables["followers"])
    assert following == len(invented.tables["following"]) <= 12_000
    assert int(posts) >= len(invented.tables["posts"]) >= 2
    assert "2010-10-06" <= str(opened) < "2025-10-01"


def days_agree(invented: Invented) -> None:
    daily = invented.tables["daily"]
    for (day, before, *_), (next_day, after, gained, lost, reach) in pairwise(daily):
        apart = (date.fromisoformat(str(next_day)) - date.fromisoformat(str(day))).days
        assert apart >= 1 and min(int(after), int(gained), int(lost), int(reach)) >= 0
        if apart == 1:
            assert int(after) - int(before) == int(gained) - int(lost)
    assert (daily[0][0], daily[-1][0]) == ("2025-10-01", "2026-09-30") and len(daily) > 300


def posts_agree(invented: Invented) -> None:
    seen = Counter((post, kind) for post, _, kind, _, _ in invented.tables["responses"])
    posts = invented.tables["posts"]
    for post, at, likes, comments, shares, reach, followers in posts:
        assert MOMENT.fullmatch(str(at)) and int(followers) >= 0
        assert int(likes) >= seen[post, "like"]
        assert int(comments) >= seen[post, "comment"] + seen[post, "reply"]
        assert int(shares) >= seen[post, "repost"]
        assert int(reach) >= int(likes)
    assert [row[0] for row in posts] == [f"p{i:04d}" for i in range(len(posts), 0, -1)]
    assert newest_first([str(row[1]) for row in posts])
    assert all("2025-10-01" <= str(row[1]) <= "2026-09-30T23:59:59Z" for row in posts)


def people_agree(invented: Invented) -> None:
    followers, following = invented.tables["followers"], invented.tables["following"]
    opened = str(invented.tables["profile"][0][5])
    for rows in (followers, following):
        assert newest_first([str(row[1]) for row in rows])
        assert len({row[0] for row in rows}) == len(rows)
        assert all(HANDLE.fullmatch(str(row[0])) and MOMENT.fullmatch(str(row[1])) for row in rows)
        assert all(opened <= str(row[1])[:10] <= "2026-09-30" for row in rows)
    for _, followed_at, created_at, *figures in followers:
        assert "2010-10-06" <= str(created_at) <= str(followed_at)[:10]
        assert min(map(int, figures)) >= 0


def responses_agree(invented: Invented) -> None:
    """Nobody responds before following, unless to a post that brought them."""
    published = {row[0]: str(row[1]) for row in invented.tables["posts"]}
    came = {row[0]: str(row[1]) for row in invented.tables["followers"]}
    rows = invented.tables["responses"]
    assert newest_first([str(row[3]) for row in rows])
    for post, who, kind, at, direction in rows:
        assert HANDLE.fullmatch(str(who)) and MOMENT.fullmatch(str(at))
        assert kind in {"like", "comment", "repost", "reply"} and direction in {"in", "out"}
        assert published[post] <= str(at) <= "2026-09-30T23:59:59Z"
        followed = came.get(who, "")
        assert followed <= str(at) or published[post] <= followed
    likes = [row[:3] for row in rows if row[2] == "like"]
    assert len(set(likes)) == len(likes)


def newest_first(moments: list[str]) -> bool:
    return all(first >= second for first, second in pairwise(moments))


def truth_agrees(invented: Invented) -> None:
    truth, followers = told(invented), invented.tables["followers"]
    assert truth.real + truth.hollow + truth.bought == truth.followers == len(followers)
    assert truth.abandoned <= truth.hollow and max(truth.exchanged, truth.silent) <= truth.real
    assert truth.bought == len(truth.lot_of) == sum(lot.still_there for lot in truth.lots)
    dates = {row[0]: (str(row[1])[:10], str(row[2])) for row in followers}
    for index, lot in enumerate(truth.lots):
        members = [dates[who] for who, which in truth.lot_of.items() if which == index]
        assert all(lot.first_day.isoformat() <= came <= lot.last_day.isoformat() for came, _ in members)
        assert all(lot.created_from.isoformat() <= made <= lot.created_to.isoformat() for _, made in members)
        assert len(members) == lot.still_there <= lot.delivered and lot.created_together in (0, lot.still_there)
    responders = {row[1] for row in invented.tables["responses"] if row[4] == "in"} & set(dates)
    assert truth.responders == len(responders)
    assert truth.bought_responders == len(responders & set(truth.lot_of))
    assert truth.responders - truth.bought_responders <= truth.real - truth.silent
    assert (truth.label == "genuine community") == (truth.paid == "nothing") == (invented.scenario in HONEST)


@pytest.mark.parametrize("followers", [30, 1000])
@pytest.mark.parametrize("world", EVERY)
def test_every_world_agrees_with_itself(world: str, followers: int) -> None:
    check(profile(world, 7, followers), followers)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(EVERY), st.integers(0, 2**31), st.integers(1, 1500))
def test_every_profile_agrees_with_itself(world: str, seed: int, followers: int) -> None:
    check(profile(world, seed, followers), followers)


@pytest.mark.parametrize("world", ["association", "several lots", "twice round"])
def test_forty_thousand_followers_are_all_listed_and_their_newest_responses(world: str) -> None:
    invented = profile(world, 2, 40_000)
    check(invented, 40_000)
    rows, truth = invented.tables["responses"], told(invented)
    listed = {row[0] for row in rows}
    assert len(rows) < 800_000
    assert sorted(listed) == sorted(row[0] for row in invented.tables["posts"][: len(listed)])
    assert (truth.unlisted > 0) == (len(listed) < len(invented.tables["posts"]))


def test_same_world_seed_and_size_give_the_same_profile_and_another_of_each_gives_another() -> None:
    one = profile("shop", 4, 300)
    assert one == profile("shop", 4, 300)
    for other in (profile("shop", 5, 300), profile("shop", 4, 301), profile("musician", 4, 300)):
        assert other.tables["followers"] != one.tables["followers"]


def test_the_first_generators_writer_writes_it(tmp_path: Path) -> None:
    invented = profile("teacher", 1, 60)
    write(invented, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.csv" for name in COLUMNS}
    for name, rows in invented.tables.items():
        assert (tmp_path / f"{name}.csv").read_bytes() == render(name, rows)


def test_worlds_are_honest_or_bought() -> None:
    assert set(WORLDS) == set(HONEST) | set(BOUGHT) and not set(HONEST) & set(BOUGHT)
    assert len(HONEST) >= 14


def test_nobody_follows_an_unknown_world_and_no_profile_is_empty() -> None:
    with pytest.raises(KeyError):
        profile("nowhere", 1, 30)
    with pytest.raises(ValueError, match="no profile without followers"):
        profile("shop", 1, 0)
