"""Churn by hand: who follows whom back how soon, and who was gone by a later export."""

from datetime import date

import numpy as np
import pytest

from build import METHOD, Direction, KeyKind, SinceKind, Table, dossier, followers, measured, table
from reachcheck.measures.base import Context, measure
from reachcheck.measures.registry import MEASURES
from reachcheck.message import msg
from reachcheck.results.measure import Measure
from reachcheck.stats.intervals import wilson

FIRST = "2026-01-31"
INDEX = "follow_for_follow_index"
GONE = ("unfollowed_since", "unfollowed_by_owner")
SIDES = [(GONE[0], Direction.IN), (GONE[1], Direction.OUT)]


def ties(
    direction: Direction, since: dict[str, str | None], kind: SinceKind = SinceKind.DAY, **columns: object
) -> Table:
    kinds = [SinceKind.NONE if day is None else kind for day in since.values()]
    return followers(list(since), direction, since=list(since.values()), since_kind=kinds, **columns)  # type: ignore[arg-type]


def index(
    received: dict[str, str | None], given: dict[str, str | None], kind: SinceKind = SinceKind.DAY, **person: object
) -> Measure:
    tables = (ties(Direction.IN, received, kind), ties(Direction.OUT, given, kind))
    return measured(dossier(*tables, **person))[INDEX]


def spread(n: int, shift: int = 0, every: int = 30) -> dict[str, str | None]:
    start = np.datetime64("2020-01-01", "D")
    return {f"p{i}": str(start + i * every + shift) for i in range(n)}


def interval(k: float, n: float) -> tuple[float, float]:
    low, high = wilson(np.array([k]), np.array([n]))
    return float(low[0]), float(high[0])


def directions(found: Measure) -> dict[str, float | None]:
    return {part.kind: part.value for part in found.parts}


# ------------------------------------------------------------------------- follows that answer each other


def test_follows_that_have_nothing_to_do_with_each_other_have_no_index() -> None:
    found = index(spread(40), dict(zip(spread(40), reversed(spread(40).values()), strict=True)))
    assert (found.value, found.low) == (0.0, 0.0)


def test_a_whole_list_of_one_week_says_nothing() -> None:
    """A class joins on one day, and the teacher follows it back on the next: any pairing would be as near."""
    found = index({f"p{i}": "2026-09-01" for i in range(30)}, {f"p{i}": "2026-09-02" for i in range(30)})
    assert (found.value, found.low, found.high, found.n) == (0.0, 0.0, 0.0, 30.0)


def test_follows_that_answer_each_other_by_hand() -> None:
    """Ten ties thirty days apart, each answered within two days: all ten are near, by chance one in ten would be."""
    found = index(spread(10), spread(10, shift=2))
    low, high = interval(10, 10)
    assert (found.value, found.n, found.k, found.denominator) == (0.9, 10.0, None, "dated_mutual")
    assert (found.low, found.high) == (pytest.approx(low - 0.1), pytest.approx(high - 0.1))
    assert directions(found) == {"owner_first": 0.0, "other_first": 10.0, "same_day": 0.0}
    assert found.notes == (
        msg("note.near_by_chance", k=10.0, n=10.0, days=7, share=0.1),
        msg("note.who_followed_first", owner=0.0, other=10.0, same=0.0),
    )


def test_who_followed_first_is_told_and_one_day_tells_nothing() -> None:
    given = {**spread(10, shift=-3), "p0": spread(10)["p0"], "p1": spread(10, shift=1)["p1"]}
    assert directions(index(spread(10), given)) == {"owner_first": 8.0, "other_first": 1.0, "same_day": 1.0}


def test_seconds_of_one_day_tell_who_was_first() -> None:
    received = {"a": "2026-01-01T10:00:00", "b": "2026-03-01T10:00:00"}
    given = {"a": "2026-01-01T09:00:00", "b": "2026-03-01T11:00:00"}
    assert directions(index(received, given, SinceKind.EXACT)) == {
        "owner_first": 1.0, "other_first": 1.0, "same_day": 0.0,
    }  # fmt: skip


@pytest.mark.parametrize(("shift", "near"), [(7, 1.0), (8, 0.0), (-7, 1.0), (-8, 0.0)])
def test_seven_days_are_near_and_eight_are_not(shift: int, near: float) -> None:
    found = index(spread(10), spread(10, shift=shift))
    assert found.notes[0] == msg("note.near_by_chance", k=10 * near, n=10.0, days=7, share=near / 10)


def test_only_dated_mutual_ties_that_last_count() -> None:
    received = {**spread(10), "fan": "2026-01-01", "q": None}
    given = {**spread(10, shift=2), "star": "2026-01-01", "q": "2026-01-01"}
    left = ties(Direction.IN, {"x": "2026-01-01"}, until=["2026-02-01"])
    bound = ties(Direction.IN, {"y": "2026-01-01"}, SinceKind.LOWER_BOUND)
    out = ties(Direction.OUT, {"x": "2026-01-02", "y": "2026-01-02"})
    tables = (ties(Direction.IN, received), ties(Direction.OUT, given), left, bound, out)
    assert measured(dossier(*tables))[INDEX].n == 10.0


def test_without_a_dated_mutual_tie_there_is_no_index() -> None:
    found = index({"a": "2026-01-01"}, {"b": "2026-01-01"})
    assert (found.status, found.reason) == ("unknown", msg("unknown.no_dated_mutual"))


def test_it_takes_dates_on_both_lists() -> None:
    found = index({"a": "2026-01-01"}, {"a": None})
    assert (found.reason, found.lacks) == (msg("unknown.absent", export="following_dated"), ("following_dated",))
    assert index({"a": None}, {"a": None}).lacks == ("followers_dated", "following_dated")


def test_where_ties_are_mutual_by_design_nobody_answers() -> None:
    found = index(spread(10), spread(10), mutual=1, platform="facebook")
    assert (found.reason, found.lacks) == (msg("unknown.mutual_by_design"), ())


def test_lists_that_name_people_differently_are_not_compared() -> None:
    by_id = ties(Direction.IN, spread(10))
    by_id.key_kind[:] = KeyKind.ID  # type: ignore[attr-defined]
    found = measured(dossier(by_id, ties(Direction.OUT, spread(10))))[INDEX]
    assert found.reason == msg("unknown.key_kinds")


def test_independent_follows_hardly_ever_have_a_lower_end_above_none() -> None:
    """Two hundred accounts with bursts on both sides: at most one in forty stands above chance."""
    above = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        bursts = np.concatenate([rng.integers(0, 700, 20), np.full(10, 300), np.full(10, 600)])
        sides = [
            {f"p{i}": str(np.datetime64("2024-01-01", "D") + int(day)) for i, day in enumerate(rng.permutation(bursts))}
            for _ in range(2)
        ]
        lists = dossier(ties(Direction.IN, sides[0]), ties(Direction.OUT, sides[1]))
        (spec,) = (each for each in MEASURES if each.id == INDEX)
        found = measure(spec, Context(dossiers=lists, method=METHOD, done={})).one(0)
        assert found.low is not None
        above += found.low > 0
    assert above <= 5


# ------------------------------------------------------------------------- who was gone by a later export


def lists(direction: Direction, stayed: int, left: int, fresh: int = 0) -> list[Table]:
    names = [*(f"k{i}" for i in range(stayed)), *(f"g{i}" for i in range(left)), *(f"f{i}" for i in range(fresh))]
    seen = [FIRST] * (stayed + left) + [None] * fresh
    until = [None] * stayed + ["2026-06-30"] * left + [None] * fresh
    return [followers(names, direction, listed_at=seen, until=until)]


@pytest.mark.parametrize(("name", "side"), SIDES)
def test_one_export_does_not_tell_who_left(name: str, side: Direction) -> None:
    found = measured(dossier(followers(["a", "b"], side)))[name]
    assert (found.status, found.reason, found.lacks) == ("unknown", msg("unknown.one_export"), ())


@pytest.mark.parametrize(("name", "side"), SIDES)
def test_nobody_gone_is_a_known_share_of_none(name: str, side: Direction) -> None:
    found = measured(dossier(*lists(side, 20, 0, 5)))[name]
    assert (found.value, found.k, found.n, found.low) == (0.0, 0.0, 20.0, 0.0)


@pytest.mark.parametrize(
    ("name", "side", "over"),
    [
        (GONE[0], Direction.IN, "listed_followers_before"),
        (GONE[1], Direction.OUT, "listed_following_before"),
    ],
)
def test_who_left_by_hand(name: str, side: Direction, over: str) -> None:
    other = Direction.OUT if side == Direction.IN else Direction.IN
    found = measured(dossier(*lists(side, 15, 5, 30), *lists(other, 7, 1)))[name]
    assert (found.value, found.k, found.n, found.denominator) == (0.25, 5.0, 20.0, over)
    assert (found.low, found.high) == (pytest.approx(interval(5, 20)[0]), pytest.approx(interval(5, 20)[1]))
    assert found.notes == (msg("note.between_exports", day=date(2026, 1, 31)),)


def test_a_list_of_those_whom_the_owner_left_is_no_second_export() -> None:
    left = followers(["a", "b"], Direction.OUT, until=["2026-03-03"] * 2)
    found = measured(dossier(left, followers(["c"], Direction.OUT)))["unfollowed_by_owner"]
    assert found.reason == msg("unknown.one_export")


def test_friends_leave_and_it_is_not_said_who_ended_it() -> None:
    friends = lists(Direction.MUTUAL, 9, 1)
    found = measured(dossier(*friends, mutual=1, platform="facebook"))
    assert (found["unfollowed_since"].value, found["unfollowed_since"].n) == (0.1, 10.0)
    assert found["unfollowed_by_owner"].reason == msg("unknown.mutual_by_design")


def test_connections_beside_followers_are_not_counted_among_them() -> None:
    found = measured(dossier(*lists(Direction.IN, 9, 1), *lists(Direction.MUTUAL, 1, 9)))["unfollowed_since"]
    assert (found.value, found.n) == (0.1, 10.0)


def test_of_three_exports_the_first_day_is_named() -> None:
    edges = followers(["a", "b"], listed_at=["2026-04-30", "2026-01-31"])
    found = measured(dossier(edges))["unfollowed_since"]
    assert found.notes == (msg("note.between_exports", day=date(2026, 1, 31)),)


def test_a_list_without_names_has_no_churn() -> None:
    found = measured(dossier(table("edges", 2, direction=[Direction.IN] * 2)))
    assert found[INDEX].lacks == ("followers_dated", "following_dated")
    assert found["unfollowed_since"].reason == msg("unknown.absent", export="followers")
