"""A block of accounts created together: first what must not be flagged, then one by hand."""

from datetime import date
from math import log, sqrt

import numpy as np
import pytest

from build import METHOD, Direction, SinceKind, Table, days, dossier, followers, measured, table
from reachcheck.message import msg
from reachcheck.results.measure import Measure
from reachcheck.results.span import Span
from reachcheck.rules.registry import check_all

START = np.datetime64("2026-01-01", "D")
TOGETHER = START + 45
Z = 1.959963984540054


def wilson_high(k: float, n: float) -> float:
    return (k + Z * Z / 2 + Z * sqrt(k * (n - k) / n + Z * Z / 4)) / (n + Z * Z)


def spread(n: int, first: str = "2016-01-01", every: int = 25) -> list[str | None]:
    """Creation dates so far apart that no eight weeks hold more than three."""
    return [str(np.datetime64(first) + i * every) for i in range(n)]


def rest(n: int = 120, created: list[str | None] | None = None) -> Table:
    """Two a day for 60 days, none on the day of the group."""
    at = [str(START + (day if day != 45 else 46)) for day in range(60) for _ in range(2)][:n]
    return followers([f"r{i}" for i in range(n)], since=at, created_at=created or spread(n))


def group(created: list[str | None], at: np.datetime64 = TOGETHER) -> Table:
    n = len(created)
    return followers([f"g{i}" for i in range(n)], since=[str(at)] * n, created_at=created)


def of(*tables: Table) -> Measure:
    return measured(dossier(*tables))["creation_block"]


def says(*tables: Table) -> str:
    gap = Measure(id="reach_gap", family="data", unit="people", denominator="none", status="known", value=0.0)
    found = check_all({**measured(dossier(*tables)), "reach_gap": gap}, METHOD)
    return {f.code: f.status for f in found}["AUD201"]


def before(n: int, days_before: int) -> list[str | None]:
    return [str(TOGETHER - days_before)] * n


# ------------------------------------------------------------------------------------------------ never flagged


def test_people_of_mixed_ages_who_come_together_are_no_block() -> None:
    for seed in range(10):
        ages = np.random.default_rng(seed).integers(100, 4000, 100)
        assert says(rest(), group([str(TOGETHER - int(age)) for age in ages])) == "clear"


@pytest.mark.parametrize("age", [0, 1, 10, 30, 59])
def test_a_class_that_joins_the_platform_and_follows_is_no_block(age: int) -> None:
    found = of(rest(), group(before(100, age)))
    (block,) = found.parts
    assert (block.value, block.people, block.strength) == (0.0, 100.0, 0.0)
    assert says(rest(), group(before(100, age))) == "clear"


def test_accounts_of_sixty_days_are_old() -> None:
    assert says(rest(), group(before(100, 60))) == "flagged"


def test_a_block_says_on_which_days_its_group_came() -> None:
    (block,) = of(rest(), group(before(100, 60))).parts
    day = TOGETHER.item()
    assert block.came == Span(start=day, end=day)


def test_accounts_created_after_they_followed_are_no_block() -> None:
    assert says(rest(), group([str(TOGETHER + 400)] * 100)) == "clear"


def test_when_everybody_joined_in_the_same_spring_nobody_stands_out() -> None:
    wave: list[str | None] = [str(np.datetime64("2020-03-15") + i % 50) for i in range(120)]
    assert says(rest(created=wave), group([str(np.datetime64("2020-04-01") + i % 20) for i in range(100)])) == "clear"


def test_the_usual_is_the_fullest_weeks_of_the_rest_wherever_they_lie() -> None:
    # half of the rest were created in one summer, so a group of half of another summer is nothing special
    rest_wave = rest(created=[*["2018-07-01"] * 60, *spread(60)])
    mixed = [*["2022-07-01"] * 55, *spread(45, "2016-01-01", 40)]
    assert says(rest_wave, group(mixed)) == "clear"


@pytest.mark.parametrize(("size", "status"), [(29, "unknown"), (30, "flagged")])
def test_a_group_has_thirty_people(size: int, status: str) -> None:
    # the level before must be small enough for 29 to be a step: 60 followers, and one of the rest a day
    at = [str(START + (d if d != 45 else 46)) for d in range(70)]
    others = followers([f"r{i}" for i in range(70)], since=at, created_at=spread(70))
    level = days(str(START - 1), np.cumsum([60.0, *[1.0] * 45, 200.0, *[1.0] * 30]).tolist())
    found = of(others, level, group(before(size, 400)))
    assert says(others, level, group(before(size, 400))) == status
    assert bool(found.parts) is (size == 30)
    if size == 29:
        assert (found.value, found.k, found.n) == (None, None, None)
        assert (found.reason, found.lacks) == (msg("unknown.nobody_together"), ())


@pytest.mark.parametrize(("others", "status"), [(29, "unknown"), (30, "flagged")])
def test_the_rest_to_compare_with_has_thirty_people(others: int, status: str) -> None:
    unaged = followers([f"u{i}" for i in range(90)], since=[str(START + i % 45) for i in range(90)])
    tables = (unaged, rest(others), group(before(100, 400)))
    found = of(*tables)
    assert says(*tables) == status
    if status == "unknown":
        assert found.reason == msg("unknown.no_rest", found=29, at_least=30)
        assert (found.lacks, found.parts, found.value, found.n) == ((), (), None, None)


def test_nobody_together_where_there_is_no_step() -> None:
    found = of(rest())
    assert (found.value, found.parts, found.reason) == (None, (), msg("unknown.nobody_together"))
    assert says(rest()) == "unknown"


@pytest.mark.parametrize("kind", [SinceKind.LOWER_BOUND, SinceKind.NONE])
def test_dates_that_are_no_follow_dates_put_nobody_into_the_group(kind: SinceKind) -> None:
    level = days(str(START - 1), np.cumsum([100.0, *[2.0] * 45, 100.0, *[2.0] * 30]).tolist())
    vague = group(before(100, 400))
    vague.since_kind[:] = kind
    assert of(rest(), level, vague).parts == ()


def test_those_who_left_are_in_no_group() -> None:
    level = days(str(START - 1), np.cumsum([100.0, *[2.0] * 45, 100.0, *[2.0] * 30]).tolist())
    gone = group(before(100, 400))
    gone.until[:] = np.datetime64("2026-03-01", "s")
    assert of(rest(), level, gone).parts == ()


def test_without_growth_nobody_came_together() -> None:
    undated = followers([f"r{i}" for i in range(60)], since=[str(START)] * 60, created_at=spread(60))
    found = of(undated)
    assert (found.status, found.reason) == ("unknown", msg("unknown.no_growth"))
    assert found.lacks == ("followers_dated",)


def test_it_takes_sixty_dated_followers() -> None:
    assert (of(rest(60)).reason, of(rest(60)).lacks) == (msg("unknown.nobody_together"), ())
    assert of(rest(59)).reason == msg("unknown.too_few", export="followers_dated", found=59, at_least=60)


@pytest.mark.parametrize(("count", "lacks"), [(59, ()), (60, ("followers_dated",))])
def test_it_asks_for_a_longer_list_only_where_there_are_so_many(count: int, lacks: tuple[str, ...]) -> None:
    stated = table("profile", 1, followers=[count], as_of=["2026-09-01"])
    assert of(rest(59), stated).lacks == lacks


def test_a_small_account_is_not_asked_for_what_would_not_help_it_either() -> None:
    assert of(followers([f"r{i}" for i in range(59)], since=[str(START + i) for i in range(59)])).lacks == ()


def test_without_creation_dates_it_asks_for_them() -> None:
    found = of(followers([f"r{i}" for i in range(60)], since=[str(START + i) for i in range(60)]))
    assert (found.reason, found.lacks) == (msg("unknown.absent", export="followers_created"), ("followers_created",))
    assert of().lacks == ("followers_dated", "followers_created")


def test_accounts_followed_are_no_audience() -> None:
    outward = followers(
        [f"r{i}" for i in range(60)],
        direction=Direction.OUT,
        since=[str(START + i) for i in range(60)],
        created_at=spread(60),
    )
    assert of(outward).lacks == ("followers_dated", "followers_created")


def test_friends_with_both_dates_are_an_audience() -> None:
    friends = followers(
        [f"r{i}" for i in range(60)],
        direction=Direction.MUTUAL,
        since=[str(START + i) for i in range(60)],
        created_at=spread(60),
    )
    assert measured(dossier(friends, mutual=1))["creation_block"].reason == msg("unknown.nobody_together")
    assert of(friends).lacks == ("followers_dated", "followers_created")


# ------------------------------------------------------------------------------------------------ a block by hand


def block_of_sixty() -> Table:
    # 60 accounts of 1 February to 28 March 2025 (56 days: eight weeks), 40 others far apart
    together = [str(np.datetime64("2025-02-01") + i % 56) for i in range(60)]
    return group([*together, *spread(40, "2014-01-01", 60)])


def test_a_block_by_hand() -> None:
    found = of(rest(), block_of_sixty())
    (block,) = found.parts
    # the rest: at most 3 of 120 within eight weeks; at the upper end of its interval of the group of 100
    expected = wilson_high(3, 120) * 100
    assert (block.kind, block.value, block.people) == ("block", 60.0, 100.0)
    assert block.high == pytest.approx(expected, rel=1e-8)
    low = (3 + Z * Z / 2 - Z * sqrt(3 * 117 / 120 + Z * Z / 4)) / (120 + Z * Z) * 100
    assert block.low == pytest.approx(low, rel=1e-8)
    assert block.strength == pytest.approx(sqrt(2 * (60 * log(60 / expected) - 60 + expected)), rel=1e-8)
    assert (block.start, block.end) == (date(2025, 2, 1), date(2025, 3, 28))
    assert (found.value, found.k, found.n) == (0.6, 60.0, 100.0)
    assert (found.unit, found.denominator) == ("share", "followed_together")
    half = Z * sqrt(60 * 40 / 100 + Z * Z / 4)
    assert found.low == pytest.approx((60 + Z * Z / 2 - half) / (100 + Z * Z), rel=1e-8)
    assert found.high == pytest.approx((60 + Z * Z / 2 + half) / (100 + Z * Z), rel=1e-8)
    assert says(rest(), block_of_sixty()) == "flagged"


def test_the_evidence_is_the_first_and_the_last_of_the_block() -> None:
    (block,) = of(rest(), block_of_sixty()).parts
    assert block.evidence == ("data.csv:2", "data.csv:61")
    single = of(rest(), group(["2025-02-01", *spread(99, "1990-01-01", 60)])).parts[0]
    assert (single.value, single.start) == (1.0, date(1990, 1, 1))
    assert single.evidence == ("data.csv:3",)


def test_the_day_after_eight_weeks_is_outside() -> None:
    edge = group([*["2025-02-01"] * 30, *["2025-03-28"] * 20, *["2025-03-29"] * 10, *spread(40, "2014-01-01", 60)])
    (block,) = of(rest(), edge).parts
    assert (block.value, block.start) == (50.0, date(2025, 2, 1))


def test_the_time_of_day_of_a_creation_does_not_matter() -> None:
    late = group([*["2025-02-01T23:00:00"] * 30, *["2025-03-28T01:00:00"] * 20, *spread(40, "2014-01-01", 60)])
    (block,) = of(rest(), late).parts
    assert block.value == 50.0


def test_only_the_old_ones_of_a_group_are_counted() -> None:
    half_new = group([*before(40, 400), *before(40, 3), *spread(20, "2014-01-01", 60)])
    (block,) = of(rest(), half_new).parts
    assert (block.value, block.people) == (40.0, 100.0)


def test_new_accounts_of_the_rest_raise_the_usual() -> None:
    # 30 of the 120 others were created within eight weeks before they followed: their share is the usual
    fresh = [*[str(START - 20)] * 30, *spread(90)]
    (block,) = of(rest(created=fresh), block_of_sixty()).parts
    assert block.high == pytest.approx(wilson_high(30, 120) * 100, rel=1e-8)


def test_of_several_groups_each_is_a_part_and_the_strongest_counts() -> None:
    second = followers([f"h{i}" for i in range(150)], since=[str(START + 55)] * 150, created_at=["2021-05-05"] * 150)
    found = of(rest(), block_of_sixty(), second)
    # two of the rest came on the same day
    assert [(part.value, part.people) for part in found.parts] == [(60.0, 100.0), (150.0, 152.0)]
    assert (found.k, found.n) == (150.0, 152.0)
    reverse = of(rest(), block_of_sixty(), second.take(np.arange(20)))
    assert (reverse.k, reverse.n) == (60.0, 100.0)


def test_other_groups_are_not_part_of_the_rest() -> None:
    second = followers([f"h{i}" for i in range(150)], since=[str(START + 55)] * 150, created_at=["2021-05-05"] * 150)
    first = of(rest(), block_of_sixty(), second).parts[0]
    assert first.high < wilson_high(10, 120) * 100
