"""The count, the list beside it, and whether the sources agree."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import RECORD, Direction, Metric, days, dossier, followers, measured, people, table
from reachcheck.measures.count import followers_of, listed
from reachcheck.message import msg
from reachcheck.model.dossiers import Dossiers


def names(n: int) -> list[str]:
    return [f"p{i}" for i in range(n)]


# ------------------------------------------------------------------------------------------------ followers_count


def test_the_count_is_the_newest_statement() -> None:
    profile = table("profile", 2, followers=[900, 950], as_of=["2026-03-01", "2026-04-01"])
    count = measured(dossier(profile))["followers_count"]
    assert (count.value, count.n, count.unit, count.denominator) == (950.0, 950.0, "people", "none")
    assert (count.low, count.high, count.k) == (None, None, None)
    assert count.no_interval == msg("no_interval.counted")
    assert count.notes == ()


def test_a_newer_daily_level_beats_an_older_profile_row_and_not_the_reverse() -> None:
    profile = table("profile", 1, followers=[900], as_of=["2026-03-01"])
    assert measured(dossier(profile, days("2026-03-01", [700, 800])))["followers_count"].value == 800.0
    assert measured(dossier(profile, days("2026-02-27", [700, 800])))["followers_count"].value == 900.0


def test_of_the_same_day_the_profile_row_counts() -> None:
    profile = table("profile", 1, followers=[900], as_of=["2026-03-02"])
    assert measured(dossier(profile, days("2026-03-01", [700, 800])))["followers_count"].value == 900.0


def test_a_statement_without_a_date_is_older_than_one_with() -> None:
    profile = table("profile", 2, followers=[900, 950], as_of=["1999-03-02", None])
    assert measured(dossier(profile))["followers_count"].value == 900.0
    undated = table("profile", 1, followers=[900], as_of=[None])
    assert measured(dossier(undated, days("1999-03-01", [700, 800])))["followers_count"].value == 800.0


def test_an_empty_cell_is_no_statement() -> None:
    profile = table("profile", 2, followers=[900, None], as_of=["2026-03-01", "2026-04-01"])
    assert measured(dossier(profile))["followers_count"].value == 900.0
    assert measured(dossier(profile, days("2026-02-01", [700, None])))["followers_count"].value == 900.0
    alone = table("profile", 1, followers=[None], as_of=["2026-03-01"])
    assert measured(dossier(alone, days("2026-02-01", [700, None])))["followers_count"].value == 700.0


def test_of_rows_of_one_day_the_later_row_counts() -> None:
    profile = table("profile", 2, followers=[900, 950], as_of=["2026-03-01"] * 2)
    assert measured(dossier(profile))["followers_count"].value == 950.0


def test_only_levels_state_a_count() -> None:
    count = measured(dossier(days("2026-03-01", [7, 8], metric=Metric.GAINED)))["followers_count"]
    assert (count.status, count.reason, count.lacks) == ("unknown", msg("unknown.no_count"), ("profile",))
    assert (count.value, count.n) == (None, None)


def test_without_a_statement_the_list_stands_for_the_count_and_says_so() -> None:
    count = measured(dossier(followers(names(12))))["followers_count"]
    assert (count.value, count.notes) == (12.0, (msg("note.count_from_list"),))


def test_the_list_for_a_count_holds_followers_who_are_still_there() -> None:
    gone = followers(["x", "y"], until=["2026-01-01", None])
    friends = followers(["f"], direction=Direction.MUTUAL)
    outward = followers(names(5), direction=Direction.OUT)
    assert measured(dossier(gone, friends, outward, mutual=1))["followers_count"].value == 1.0
    assert measured(dossier(gone, outward, mutual=1))["followers_count"].value == 1.0
    more = followers(["g", "h"], direction=Direction.MUTUAL, until=[None, "2026-01-01"])
    assert measured(dossier(gone, friends, more, outward, mutual=1))["followers_count"].value == 2.0
    assert measured(dossier(gone, friends, outward))["followers_count"].value == 1.0
    assert measured(dossier(outward))["followers_count"].status == "unknown"


def test_zero_is_a_count() -> None:
    count = measured(dossier(table("profile", 1, followers=[0], as_of=["2026-03-01"])))["followers_count"]
    assert (count.status, count.value) == ("known", 0.0)


# ------------------------------------------------------------------------------------------------ list_completeness


def test_the_list_over_the_count() -> None:
    profile = table("profile", 1, followers=[200], as_of=["2026-03-01"])
    share = measured(dossier(profile, followers(names(150))))["list_completeness"]
    assert (share.value, share.k, share.n, share.denominator) == (0.75, 150.0, 200.0, "count")
    assert (share.low, share.no_interval) == (None, msg("no_interval.counted"))


def test_a_list_longer_than_the_count_is_complete() -> None:
    profile = table("profile", 1, followers=[200], as_of=["2026-03-01"])
    share = measured(dossier(profile, followers(names(210))))["list_completeness"]
    assert (share.value, share.k, share.n) == (1.0, 200.0, 200.0)


def test_the_list_is_held_against_the_count_that_is_reported() -> None:
    old = table("profile", 1, followers=[100], as_of=["2020-03-01"])
    made = measured(dossier(old, days("2026-03-01", [300.0] * 3), followers(names(240))))
    assert made["followers_count"].value == 300.0
    assert (made["list_completeness"].value, made["list_completeness"].k) == (0.8, 240.0)
    assert made["list_completeness"].n == 300.0


def test_ties_that_are_mutual_by_design_are_a_list_of_followers() -> None:
    profile = table("profile", 1, followers=[20], as_of=["2026-03-01"])
    friends = followers(names(10), direction=Direction.MUTUAL)
    share = measured(dossier(profile, friends, mutual=1, platform="facebook"))["list_completeness"]
    assert share.value == 0.5


@pytest.mark.parametrize("given", [[], [followers(["a"], direction=Direction.OUT)], [followers([""])]])
def test_without_a_list_of_followers_it_asks_for_one(given: list[object]) -> None:
    profile = table("profile", 1, followers=[20], as_of=["2026-03-01"])
    share = measured(dossier(profile, *given))["list_completeness"]  # type: ignore[arg-type]
    assert (share.status, share.value, share.k, share.n) == ("unknown", None, None, None)
    assert (share.reason, share.lacks) == (msg("unknown.absent", export="followers"), ("followers",))


def test_without_a_stated_count_it_asks_for_the_profile() -> None:
    share = measured(dossier(followers(names(12))))["list_completeness"]
    assert (share.status, share.value, share.n) == ("unknown", None, None)
    assert (share.reason, share.lacks) == (msg("unknown.absent", export="profile"), ("profile",))


# ------------------------------------------------------------------------------------------------ count_agreement


def agreement(profile: float, *tables: object, at: str = "2026-03-10"):  # type: ignore[no-untyped-def]
    row = table("profile", 1, followers=[profile], as_of=[at])
    return measured(dossier(row, *tables))["count_agreement"]  # type: ignore[arg-type]


def test_agreement_is_the_gap_over_the_larger_statement() -> None:
    found = agreement(1000, days("2026-03-10", [800]))
    assert (found.value, found.unit, found.denominator) == (0.2, "share", "count")
    (part,) = found.parts
    assert (part.kind, part.value, part.low, part.high) == ("disagreement", 800.0, 1000.0, 1000.0)
    assert part.evidence == ("data.csv:2", "data.csv:2")


@pytest.mark.parametrize(
    ("stated", "daily", "apart"),
    [
        (1000, 950, False),  # 5 % of the larger: at the limit
        (1000, 949, True),
        (950, 1000, False),
        (949, 1000, True),
        (100, 90, False),  # 10 people: at the limit
        (100, 89, True),
        (0, 10, False),
        (0, 11, True),
    ],
)
def test_a_disagreement_is_above_both_limits(stated: float, daily: float, apart: bool) -> None:
    found = agreement(stated, days("2026-03-10", [daily]))
    assert bool(found.parts) is apart
    assert found.status == "known"


@pytest.mark.parametrize(("day", "near"), [("2026-03-06", False), ("2026-03-07", True), ("2026-03-13", True)])
def test_only_a_level_of_the_same_days_is_compared(day: str, near: bool) -> None:
    found = agreement(1000, days(day, [800]))
    assert (found.status == "known") is near


def test_a_level_far_from_the_date_says_nothing() -> None:
    found = agreement(1000, days("2026-03-14", [800]))
    assert (found.status, found.reason) == ("unknown", msg("unknown.one_source"))


def test_other_metrics_of_the_day_are_no_level() -> None:
    assert agreement(1000, days("2026-03-10", [8], metric=Metric.GAINED)).status == "unknown"


def test_a_list_is_compared_only_where_it_is_longer() -> None:
    assert agreement(100, followers(names(100))).status == "unknown"
    longer = agreement(100, followers(names(125)))
    assert longer.value == 0.2
    assert [(p.value, p.low, p.evidence) for p in longer.parts] == [(125.0, 100.0, ("data.csv:2", ""))]


def test_the_largest_gap_counts_and_each_is_kept() -> None:
    found = agreement(100, days("2026-03-10", [80]), followers(names(200)))
    assert found.value == 0.5
    assert [p.value for p in found.parts] == [80.0, 200.0]


def statements(values: list[float | None], at: list[str | None], *tables: object):  # type: ignore[no-untyped-def]
    rows = table("profile", len(values), followers=values, as_of=at)
    return measured(dossier(rows, *tables))["count_agreement"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "compared"),
    [("2026-03-10", True), ("2026-03-07", True), ("2026-03-06T23:59:59", False), ("2025-03-10", False)],
)
def test_profile_rows_of_the_same_days_are_compared_with_the_newest(other: str, compared: bool) -> None:
    found = statements([500, 1000], [other, "2026-03-10"])
    assert (found.status == "known") is compared
    if compared:
        assert found.value == 0.5
        assert [(p.value, p.low, p.evidence) for p in found.parts] == [(500.0, 1000.0, ("data.csv:3", "data.csv:2"))]


def test_the_level_nearest_to_the_day_is_compared() -> None:
    # 700 three days before, 800 on the day before, 900 two days after
    levels = days("2026-03-07", [700.0, None, 800.0, None, None, 900.0])
    assert statements([1000], ["2026-03-10"], levels).value == 0.2


def test_levels_among_themselves_are_growth() -> None:
    assert measured(dossier(days("2026-03-10", [800, 1600])))["count_agreement"].reason == msg("unknown.one_source")


def test_a_list_and_a_level_of_other_days_are_growth() -> None:
    found = measured(dossier(days("2026-03-10", [70, 80]), followers(names(200))))["count_agreement"]
    assert found.reason == msg("unknown.one_source")


def test_one_statement_alone_agrees_with_nothing() -> None:
    assert measured(dossier(days("2026-03-10", [800])))["count_agreement"].reason == msg("unknown.one_source")
    assert measured(dossier(followers(names(5))))["count_agreement"].reason == msg("unknown.one_source")


def test_without_any_count_there_is_nothing_to_agree_on() -> None:
    assert measured(dossier())["count_agreement"].reason == msg("unknown.no_count")


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(list(Direction)), st.booleans()), min_size=1, max_size=30),
    st.data(),
)
def test_the_listed_followers_of_one_are_those_of_all_that_are_theirs(ties, data) -> None:
    ties.sort(key=lambda tie: tie[0])
    profile = [tie[0] for tie in ties]
    edges = table(
        "edges", len(ties), profile=profile, direction=[int(tie[1]) for tie in ties],
        until=["2026-01-01" if tie[2] else None for tie in ties],
    )  # fmt: skip
    mutual = data.draw(st.lists(st.integers(-1, 1), min_size=3, max_size=3))
    owners = people().take(np.zeros(3, np.int64))
    owners = replace(owners, profile=np.arange(3, dtype=np.int32), mutual=np.array(mutual, np.int8))
    made = Dossiers.build(owners, {"edges": edges}, [RECORD])
    alone = np.concatenate([followers_of(made, i) for i in range(3)])
    assert alone.tolist() == np.flatnonzero(listed(made)).tolist()
