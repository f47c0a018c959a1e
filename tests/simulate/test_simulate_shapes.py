"""The shapes that people's accounts have."""

from datetime import date
from itertools import pairwise
from statistics import mean, median

import pytest

from reachcheck.simulate.invented import Invented
from reachcheck.simulate.profiles import invent

pytestmark = pytest.mark.slow
"""The generator is frozen: test_frozen holds its bytes in every run, this what they are made of."""

SEEDS = range(6)


def responses_by_post(invented: Invented) -> list[int]:
    own = {row[0] for row in invented.tables["followers"]}
    rows = [row for row in invented.tables["responses"] if row[1] in own and row[4] == "in"]
    return [len({who for post, who, *_ in rows if post == wanted}) for wanted, *_ in reversed(invented.tables["posts"])]


def gained(invented: Invented, first: str, last: str) -> int:
    return sum(int(row[2]) for row in invented.tables["daily"] if first <= str(row[0]) <= last)


@pytest.mark.parametrize("scenario", ["circle-594", "nathan-3000", "brand-page", "viral-week"])
def test_a_few_posts_reach_far_more_than_most(scenario: str) -> None:
    for seed in SEEDS:
        reach = [int(row[5]) for row in invent(scenario, seed).tables["posts"]]
        assert max(reach) > 3 * median(reach)


def test_weekends_differ_from_other_days() -> None:
    days: dict[bool, list[int]] = {True: [], False: []}
    for seed in SEEDS:
        for day, _, gain, *_ in invent("brand-page", seed).tables["daily"]:
            days[date.fromisoformat(str(day)).weekday() >= 5].append(int(gain))
    assert mean(days[True]) < 0.95 * mean(days[False])


@pytest.mark.parametrize("seed", SEEDS)
def test_gains_follow_what_posts_reach(seed: int) -> None:
    page = invent("brand-page", seed).tables
    busy = sorted(page["daily"], key=lambda row: int(row[4]))
    quarter = len(busy) // 4
    assert mean(int(r[2]) for r in busy[-quarter:]) > 1.5 * mean(int(r[2]) for r in busy[:quarter])


@pytest.mark.parametrize("seed", SEEDS)
def test_nathan_has_two_lots_with_no_post_around_and_one_rise_with_a_post(seed: int) -> None:
    nathan = invent("nathan-3000", seed)
    posted = {str(row[1])[:10] for row in nathan.tables["posts"]}
    assert [(lot.first_day, lot.last_day, lot.delivered) for lot in nathan.truth.lots] == [
        (date(2026, 2, 12), date(2026, 2, 14), 1480),
        (date(2026, 6, 3), date(2026, 6, 4), 1130),
    ]
    assert all(0.6 <= lot.created_together / lot.still_there <= 0.9 for lot in nathan.truth.lots)
    for quiet in (("2026-02-07", "2026-02-14"), ("2026-05-29", "2026-06-04")):
        assert not {day for day in posted if quiet[0] <= day <= quiet[1]}
    assert "2026-04-09" in posted and 50 <= gained(nathan, "2026-04-09", "2026-04-11") <= 95
    assert 85 <= nathan.truth.responders <= 150 and len(nathan.tables["posts"]) == 71


@pytest.mark.parametrize("seed", SEEDS)
def test_responses_do_not_follow_bought_followers(seed: int) -> None:
    counts = responses_by_post(invent("nathan-3000", seed))
    grew = 3000 / 214
    assert median(counts[-15:]) < 0.5 * grew * median(counts[:15])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_circle_is_mutual_and_comes_back(seed: int) -> None:
    circle = invent("circle-594", seed)
    own = {row[0] for row in circle.tables["followers"]}
    follows = {row[0] for row in circle.tables["following"]}
    assert len(own) == 594 and len(own & follows) / len(own) == pytest.approx(0.9, abs=0.01)
    assert circle.truth.responders > 340 and circle.truth.bought == 0
    said = {(r[0], r[1]) for r in circle.tables["responses"] if r[2] == "comment"}
    answered = {(r[0], r[1]) for r in circle.tables["responses"] if r[4] == "out"}
    assert len(said & answered) > 0.8 * len(said)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_viral_week_shows_in_reach_and_wears_off(seed: int) -> None:
    viral = invent("viral-week", seed)
    assert 750 <= gained(viral, "2026-03-17", "2026-03-23") <= 1000
    reach = {str(row[0]): int(row[4]) for row in viral.tables["daily"]}
    week = [n for day, n in reach.items() if "2026-03-17" <= day <= "2026-03-19"]
    assert max(week) > 20 * median(reach.values())
    came = [row for row in viral.tables["followers"] if "2026-03-17" <= str(row[1])[:10] <= "2026-03-23"]
    assert len({str(row[2])[:4] for row in came}) >= 12


@pytest.mark.parametrize("seed", SEEDS)
def test_the_expert_is_never_silent_for_long(seed: int) -> None:
    days = sorted(date.fromisoformat(str(row[1])[:10]) for row in invent("quiet-expert", seed).tables["posts"])
    assert len(days) == 18
    assert max((b - a).days for a, b in pairwise(days)) <= 45


def test_the_new_account_has_little_to_say() -> None:
    new = invent("new-account", 2).tables
    assert (len(new["daily"]), len(new["posts"])) == (5, 3)
    assert 35 <= len(new["followers"]) <= 45
