"""Each world of the second generator of profiles makes what it says."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest

from reachcheck.simulate.invented import Invented
from reachcheck.simulate.whole import BOUGHT, WORLDS, Told, profile
from reachcheck.simulate.whole.calendar import FIRST_DAY

pytestmark = pytest.mark.slow
"""The generator is frozen: test_frozen holds its bytes in every run, this what they are made of."""

SEEDS = range(1, 6)
SIZE = 1500


def several(world: str, size: int = SIZE) -> list[tuple[Invented, Told]]:
    out = []
    for seed in SEEDS:
        invented = profile(world, seed, size)
        assert isinstance(invented.truth, Told)
        out.append((invented, invented.truth))
    return out


def gained(invented: Invented) -> np.ndarray:
    """Who of today's followers came on each day of the year."""
    days = [(date.fromisoformat(str(row[1])[:10]) - FIRST_DAY).days for row in invented.tables["followers"]]
    return np.bincount([day for day in days if day >= 0], minlength=365)


def lost(invented: Invented) -> np.ndarray:
    out = np.zeros(365)
    for row in invented.tables["daily"]:
        out[(date.fromisoformat(str(row[0])) - FIRST_DAY).days] = int(row[3])
    return out


def responders(invented: Invented) -> set[str | int]:
    return {row[1] for row in invented.tables["responses"] if row[4] == "in"}


def followed_back(invented: Invented) -> float:
    back = {row[0] for row in invented.tables["followers"]} & {row[0] for row in invented.tables["following"]}
    return len(back) / len(invented.tables["followers"])


def busiest(per_day: np.ndarray, days: int) -> tuple[int, int]:
    """First day of the window with the most, and how many these are."""
    sums = np.convolve(per_day, np.ones(days))[days - 1 :]
    return int(np.argmax(sums)), int(sums.max())


def index(month: int, day: int) -> int:
    return (date(2025 if month > 9 else 2026, month, day) - FIRST_DAY).days


def opened_to_follow(invented: Invented) -> float:
    """Share whose account was opened in the three days before they followed."""
    rows = invented.tables["followers"]
    ages = [(date.fromisoformat(str(row[1])[:10]) - date.fromisoformat(str(row[2]))).days for row in rows]
    return float(np.mean(np.array(ages) <= 3))


def test_classmates_and_colleagues_open_accounts_to_follow_together() -> None:
    usual = max(opened_to_follow(invented) for invented, _ in several("everyday"))
    for world in ("classmates", "colleagues"):
        for invented, _ in several(world):
            assert opened_to_follow(invented) > max(usual, 0.05)
            assert busiest(gained(invented), 4)[1] > 0.02 * SIZE


def test_members_of_an_association_are_followed_back() -> None:
    assert all(followed_back(invented) > 0.35 for invented, _ in several("association"))


def test_friends_answer_everything() -> None:
    for invented, truth in several("friends", 250):
        assert truth.responders > 0.7 * truth.real and followed_back(invented) > 0.65


def test_pupils_leave_in_summer_and_come_when_school_begins() -> None:
    for invented, _ in several("teacher"):
        summer, march = lost(invented)[index(7, 1) : index(7, 31)], lost(invented)[index(3, 1) : index(3, 31)]
        assert summer.sum() > 3 * march.sum()
        came = gained(invented)
        assert came[index(9, 1) :].sum() + came[:14].sum() > 2 * came[index(3, 1) : index(4, 15)].sum()


def test_the_quiet_one_posts_rarely() -> None:
    assert all(len(invented.tables["posts"]) <= 40 for invented, _ in several("quiet"))


def test_a_second_circle_comes_after_the_move() -> None:
    for invented, truth in several("new in town"):
        (moved,) = truth.named
        day = (date.fromisoformat(moved) - FIRST_DAY).days
        assert gained(invented)[day : day + 60].sum() > 2 * gained(invented)[max(day - 80, 0) : day - 20].sum()


def test_who_comes_by_a_broadcast_reads_and_never_responds() -> None:
    for invented, truth in several("broadcast"):
        (day,) = truth.named
        until = (date.fromisoformat(day) + timedelta(days=2)).isoformat()
        crowd = [row[0] for row in invented.tables["followers"] if day <= str(row[1])[:10] <= until]
        assert len(crowd) > 0.04 * SIZE
        assert len(responders(invented) & set(crowd)) < 0.15 * len(crowd)


def test_shops_and_musicians_have_seasons() -> None:
    for invented, _ in several("shop"):
        came = gained(invented)
        assert came[index(12, 1) : index(12, 29)].sum() > 1.5 * came[index(8, 3) : index(8, 31)].sum()
        assert not [row for row in invented.tables["posts"] if "2026-08-04" <= str(row[1])[:10] <= "2026-08-20"]
    for invented, _ in several("musician"):
        best = busiest(gained(invented), 120)[1]
        assert best > 0.45 * gained(invented).sum()


def test_a_candidate_gains_until_the_election() -> None:
    for invented, truth in several("candidate"):
        election = (date.fromisoformat(truth.named[-1]) - FIRST_DAY).days
        came = gained(invented)
        assert came[election - 60 : election + 8].sum() > 2 * came[:60].sum()


def test_players_come_to_the_giveaway_comment_once_and_leave() -> None:
    for invented, truth in several("giveaway"):
        (day,) = truth.named
        first = (date.fromisoformat(day) - FIRST_DAY).days
        (those,) = [row for row in invented.tables["posts"] if str(row[1])[:10] == day and busy(invented, row[0])][:1]
        comments = sorted(int(row[3]) for row in invented.tables["posts"])
        assert int(those[3]) > 2 * comments[len(comments) // 2]
        assert gained(invented)[first : first + 15].sum() > 0.06 * SIZE
        assert lost(invented)[first : first + 45].sum() > 2 * lost(invented)[max(first - 45, 0) : first].sum()


def busy(invented: Invented, post: str | int) -> bool:
    """Whether it has the most comments of its day."""
    rows = {row[0]: row for row in invented.tables["posts"]}
    same = [row for row in rows.values() if str(row[1])[:10] == str(rows[post][1])[:10]]
    return max(same, key=lambda row: int(row[3]))[0] == post


def test_two_posts_go_round_and_bring_people() -> None:
    for invented, truth in several("twice round"):
        assert len(truth.named) == 2
        reach = {}
        for row in invented.tables["posts"]:
            reach[str(row[1])[:10]] = max(reach.get(str(row[1])[:10], 0), int(row[5]))
        usual = float(np.median(list(reach.values())))
        assert all(reach[day] > 4 * usual for day in truth.named)
        for day in truth.named:
            first = (date.fromisoformat(day) - FIRST_DAY).days
            assert gained(invented)[first : first + 10].sum() > 0.04 * SIZE


def test_a_bilingual_page_has_two_publics() -> None:
    """Of two posts in one language the responders are more alike than of two in both."""
    for invented, _ in several("bilingual"):
        by_post: dict[str | int, set[str | int]] = {}
        for post, who, _, _, direction in invented.tables["responses"]:
            if direction == "in":
                by_post.setdefault(post, set()).add(who)
        sets = [who for who in by_post.values() if len(who) > 15]
        alike = [len(a & b) / min(len(a), len(b)) for i, a in enumerate(sets) for b in sets[:i]]
        assert not alike or np.quantile(alike, 0.9) > 1.7 * np.quantile(alike, 0.1)


def test_advertisements_reach_many_and_people_come_with_them() -> None:
    for invented, truth in several("advertised"):
        first = [(date.fromisoformat(day) - FIRST_DAY).days for day in truth.named]
        reach = {row[0]: int(row[4]) for row in invented.tables["daily"]}
        shown = [reach.get((FIRST_DAY + timedelta(days=d + 1)).isoformat(), 0) for d in first]
        assert max(shown) > 2 * np.median(list(reach.values()))


def test_guests_bring_a_public() -> None:
    for invented, truth in several("guest"):
        for day in truth.named:
            first = (date.fromisoformat(day) - FIRST_DAY).days
            assert gained(invented)[first : first + 15].sum() > 0.03 * SIZE


def test_a_merged_account_comes_over_within_an_hour() -> None:
    for invented, truth in several("merged"):
        hours = Counter(str(row[1])[:13] for row in invented.tables["followers"])
        ((hour, number),) = hours.most_common(1)
        assert number > 0.1 * SIZE and (hour[:10],) == truth.named


def test_a_suggestion_brings_a_wave_of_the_silent() -> None:
    for invented, truth in several("suggested"):
        _, came = busiest(gained(invented), 60)
        assert came > 1.5 * gained(invented).sum() * 60 / 365
        assert truth.named == ()


def test_a_purge_takes_accounts_away_within_a_day() -> None:
    for invented, _ in several("purged"):
        counts = [int(row[1]) for row in invented.tables["daily"]]
        assert max(before - after for before, after in pairwise(counts)) > 0.02 * SIZE


def test_who_returns_was_away() -> None:
    for invented, truth in several("returning"):
        assert truth.named[0] <= min(str(row[1])[:10] for row in invented.tables["posts"])
        assert truth.named[0] > "2026-01-01"


def test_a_deserted_account_has_followers_who_left_the_platform() -> None:
    usual = max(truth.abandoned for _, truth in several("everyday"))
    assert all(truth.abandoned > max(0.15 * SIZE, usual) for _, truth in several("deserted"))


@pytest.mark.parametrize("world", [world for world in BOUGHT if world not in ("likes only", "exchange ring")])
@pytest.mark.parametrize("size", [30, SIZE])
def test_three_to_eight_of_ten_followers_are_bought(world: str, size: int) -> None:
    for _, truth in several(world, size):
        assert 0.29 <= truth.bought / size <= 0.81 and truth.paid == "followers"
        for lot in truth.lots:
            days = (lot.last_day - lot.first_day).days + 1
            assert 60 <= days <= 120 if "drip" in world else days <= 4
        assert len(truth.lots) == 1 or world == "several lots"


def test_an_even_drip_is_even_and_an_uneven_one_is_not() -> None:
    spread = {}
    for world in ("even drip", "uneven drip"):
        spread[world] = []
        for invented, truth in several(world, 5_000):
            came = Counter(str(row[1])[:10] for row in invented.tables["followers"] if row[0] in truth.lot_of)
            days = (truth.lots[0].last_day - truth.lots[0].first_day).days + 1
            counts = np.array([*came.values(), *[0] * (days - len(came))])
            spread[world].append(counts.std() / counts.mean())
    assert max(spread["even drip"]) < 0.3 < 0.8 < min(spread["uneven drip"])


def test_crude_accounts_are_opened_together_and_aged_ones_long_before() -> None:
    for _, truth in several("crude lot"):
        (lot,) = truth.lots
        assert lot.created_together == lot.still_there and (lot.created_to - lot.created_from).days < 200
    for invented, truth in several("aged lot"):
        rows = [row for row in invented.tables["followers"] if row[0] in truth.lot_of]
        ages = [date.fromisoformat(str(row[1])[:10]) - date.fromisoformat(str(row[2])) for row in rows]
        assert min(ages) > timedelta(days=690) and truth.lots[0].created_together == 0


def test_bought_likes_come_in_packages_from_accounts_that_do_not_follow() -> None:
    for invented, truth in several("likes only"):
        assert truth.bought == 0 and truth.lots == () and truth.paid == "likes"
        came = {row[0] for row in invented.tables["followers"]}
        strangers = [row for row in invented.tables["responses"] if row[2] == "like" and row[1] not in came]
        assert truth.bought_likes > 0.3 * len(strangers)


def test_the_ring_is_followed_before_it_follows() -> None:
    for invented, truth in several("exchange ring"):
        assert truth.bought == 0 and truth.paid == "exchange" and 0.25 * SIZE < truth.exchanged < 0.8 * SIZE
        out = {row[0]: str(row[1]) for row in invented.tables["following"]}
        both = [(out[row[0]], str(row[1])) for row in invented.tables["followers"] if row[0] in out]
        apart = [datetime.fromisoformat(came) - datetime.fromisoformat(mine) for mine, came in both]
        assert sum(timedelta(0) <= gap <= timedelta(days=5) for gap in apart) > 0.45 * len(both)


def test_every_world_says_what_it_is() -> None:
    assert all(live.__doc__ for live in WORLDS.values())
