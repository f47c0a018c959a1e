"""Every invented profile agrees with itself, whatever the scenario, seed and scale."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.simulate.files import COLUMNS
from reachcheck.simulate.invented import Invented
from reachcheck.simulate.profiles import invent
from reachcheck.simulate.scenarios import SCENARIOS

MOMENT = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")
HANDLE = re.compile(r"[a-z_0-9]+")


def check(invented: Invented) -> None:
    assert set(invented.tables) == set(COLUMNS)
    for name, rows in invented.tables.items():
        assert all(len(row) == len(COLUMNS[name]) for row in rows), name
    counts_agree(invented)
    days_agree(invented)
    posts_agree(invented)
    people_agree(invented)
    truth_agrees(invented)


def counts_agree(invented: Invented) -> None:
    ((_, platform, followers, following, posts, _, as_of),) = invented.tables["profile"]
    assert (platform, as_of) == ("instagram", "2026-09-30")
    assert followers == invented.tables["daily"][-1][1] == len(invented.tables["followers"])
    assert following == len(invented.tables["following"])
    assert int(posts) >= len(invented.tables["posts"])


def days_agree(invented: Invented) -> None:
    daily = invented.tables["daily"]
    for (day, before, *_), (next_day, after, gained, lost, reach) in pairwise(daily):
        apart = (date.fromisoformat(str(next_day)) - date.fromisoformat(str(day))).days
        assert apart >= 1 and min(int(gained), int(lost), int(reach)) >= 0
        if apart == 1:
            assert int(after) - int(before) == int(gained) - int(lost)
    assert daily[-1][0] == "2026-09-30"


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
    published = {row[0]: str(row[1]) for row in posts}
    assert all(published[row[0]] <= str(row[3]) <= "2026-09-30T23:59:59Z" for row in invented.tables["responses"])


def people_agree(invented: Invented) -> None:
    followers, following = invented.tables["followers"], invented.tables["following"]
    since = str(invented.tables["profile"][0][5])
    assert newest_first([str(row[1]) for row in followers]) and newest_first([str(row[1]) for row in following])
    for rows in (followers, following):
        assert len({row[0] for row in rows}) == len(rows)
        assert all(HANDLE.fullmatch(str(row[0])) and MOMENT.fullmatch(str(row[1])) for row in rows)
        assert all(since <= str(row[1])[:10] <= "2026-09-30" for row in rows)
    for _, followed_at, created_at, *figures in followers:
        assert "2010-10-06" <= str(created_at) <= str(followed_at)[:10]
        assert min(map(int, figures)) >= 0
    for _, who, kind, at, direction in invented.tables["responses"]:
        assert HANDLE.fullmatch(str(who)) and MOMENT.fullmatch(str(at))
        assert kind in {"like", "comment", "repost", "reply"} and direction in {"in", "out"}
    likes = [row[:3] for row in invented.tables["responses"] if row[2] == "like"]
    assert len(set(likes)) == len(likes)


def newest_first(moments: list[str]) -> bool:
    return all(first >= second for first, second in pairwise(moments))


def truth_agrees(invented: Invented) -> None:
    truth, followers = invented.truth, invented.tables["followers"]
    assert truth.real + truth.hollow + truth.bought == truth.followers == len(followers)
    assert truth.bought == len(truth.lot_of) == sum(lot.still_there for lot in truth.lots)
    dates = {row[0]: (str(row[1])[:10], str(row[2])) for row in followers}
    for index, lot in enumerate(truth.lots):
        members = [dates[who] for who, which in truth.lot_of.items() if which == index]
        assert all(lot.first_day.isoformat() <= came <= lot.last_day.isoformat() for came, _ in members)
        together = sum(lot.created_from.isoformat() <= made <= lot.created_to.isoformat() for _, made in members)
        assert len(members) == lot.still_there <= lot.delivered and together >= lot.created_together
    responders = {row[1] for row in invented.tables["responses"] if row[4] == "in"}
    assert not responders & set(truth.lot_of)
    assert truth.responders == len(responders & set(dates)) <= truth.real


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(sorted(SCENARIOS)), st.integers(0, 2**31), st.floats(0.3, 1.6))
def test_every_profile_agrees_with_itself(scenario: str, seed: int, scale: float) -> None:
    check(invent(scenario, seed, scale))
