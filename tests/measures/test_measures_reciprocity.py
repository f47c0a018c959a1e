"""Reciprocity by hand, and where it says nothing."""

from math import sqrt

import pytest

from build import Direction, KeyKind, Table, dossier, followers, measured, table
from reachcheck.message import msg
from reachcheck.results.measure import Measure

TIES = ("reciprocity_of_followers", "reciprocity_of_following", "mutual_count")
Z = 1.959963984540054


def wilson(k: float, n: float) -> tuple[float, float]:
    half = Z * sqrt(k * (n - k) / n + Z * Z / 4)
    return (k + Z * Z / 2 - half) / (n + Z * Z), (k + Z * Z / 2 + half) / (n + Z * Z)


def lists(followed_by: list[str], follows: list[str], *more: Table, **person: object) -> dict[str, Measure]:
    out = followers(follows, direction=Direction.OUT)
    return measured(dossier(followers(followed_by), out, *more, **person))


def test_both_directions_by_hand() -> None:
    # followers a to e, following d to k: d and e are both
    found = lists(list("abcde"), list("defghijk"))
    mine, theirs, both = (found[name] for name in TIES)
    assert (mine.value, mine.k, mine.n, mine.denominator) == (0.4, 2.0, 5.0, "listed_followers")
    assert (mine.low, mine.high) == pytest.approx(wilson(2, 5), rel=1e-8)
    assert (theirs.value, theirs.k, theirs.n, theirs.denominator) == (0.25, 2.0, 8.0, "listed_following")
    assert (theirs.low, theirs.high) == pytest.approx(wilson(2, 8), rel=1e-8)
    assert (both.value, both.n, both.unit, both.denominator) == (2.0, 5.0, "people", "none")
    assert (both.low, both.no_interval) == (None, msg("no_interval.counted"))


def test_nobody_in_common_is_a_known_share_of_none() -> None:
    found = lists(["a"], ["b"])
    assert [found[name].value for name in TIES] == [0.0, 0.0, 0.0]
    assert found["reciprocity_of_followers"].low == 0.0


def test_repeats_count_once_and_those_who_left_not_at_all() -> None:
    gone = followers(["x", "y"], until=["2026-01-01"] * 2)
    found = lists(["a", "a", "b"], ["a", "x"], gone)
    assert (found["reciprocity_of_followers"].k, found["reciprocity_of_followers"].n) == (1.0, 2.0)
    assert found["reciprocity_of_following"].n == 2.0
    assert found["mutual_count"].n == 2.0


def test_connections_beside_a_count_of_followers_are_neither_followers_nor_followed_back() -> None:
    connections = followers(["m", "n"], direction=Direction.MUTUAL)
    found = lists(["a", "b"], ["b"], connections)
    assert (found["reciprocity_of_followers"].k, found["reciprocity_of_followers"].n) == (1.0, 2.0)
    assert (found["reciprocity_of_following"].k, found["reciprocity_of_following"].n) == (1.0, 1.0)
    alone = measured(dossier(connections, platform="linkedin"))
    for name in TIES:
        assert (alone[name].status, alone[name].lacks) == ("unknown", ("followers", "following"))


@pytest.mark.parametrize("name", TIES)
def test_ties_that_are_mutual_by_design_say_nothing_and_ask_for_nothing(name: str) -> None:
    friends = followers(["a", "b"], direction=Direction.MUTUAL)
    for made in (
        measured(dossier(friends, mutual=1, platform="facebook"))[name],
        lists(["a"], ["a"], mutual=1, platform="linkedin")[name],
        measured(dossier(mutual=1))[name],
    ):
        assert (made.status, made.reason, made.lacks) == ("unknown", msg("unknown.mutual_by_design"), ())
        assert (made.value, made.low, made.k, made.n) == (None, None, None, None)


@pytest.mark.parametrize("name", TIES)
def test_it_takes_both_lists(name: str) -> None:
    one, other = followers(["a"]), followers(["a"], direction=Direction.OUT)
    for tables, lacks in (
        ([], ("followers", "following")),
        ([one], ("following",)),
        ([other], ("followers",)),
    ):
        found = measured(dossier(*tables))[name]
        assert (found.status, found.lacks) == ("unknown", lacks)
        assert found.reason == msg("unknown.absent", export=lacks[0])


@pytest.mark.parametrize("name", TIES[:2])
def test_lists_of_those_who_left_are_no_lists(name: str) -> None:
    gone = followers(["a"], until=["2026-01-01"])
    out = followers(["a"], direction=Direction.OUT, until=["2026-01-01"])
    found = measured(dossier(gone, out))[name]
    assert (found.reason, found.lacks) == (msg("unknown.absent", export="followers"), ("followers", "following"))


def test_followers_beside_those_whom_the_owner_left_do_not_go_unanswered() -> None:
    left = followers(["a", "x"], direction=Direction.OUT, until=["2026-01-01"] * 2)
    found = measured(dossier(followers(["a", "b"]), left))
    for name in TIES:
        assert (found[name].status, found[name].lacks) == ("unknown", ("following",))


def test_ties_of_a_whole_network() -> None:
    # a-b both ways, a to c, b to c twice, a loop: 4 edges, 2 of them returned
    pairs = [("a", "b"), ("b", "a"), ("a", "c"), ("b", "c"), ("b", "c"), ("c", "c")]
    graph = table("graph", 6, from_=[a for a, _ in pairs], to=[b for _, b in pairs])
    found = measured(dossier(graph))["edge_reciprocity"]
    assert (found.value, found.k, found.n, found.denominator) == (0.5, 2.0, 4.0, "edges")
    assert found.no_interval == msg("no_interval.counted")


def test_a_network_of_loops_or_none_has_no_share() -> None:
    loops = measured(dossier(table("graph", 1, from_=["a"], to=["a"])))["edge_reciprocity"]
    assert (loops.status, loops.reason, loops.n) == ("unknown", msg("unknown.not_computable"), 0.0)
    none = measured(dossier())["edge_reciprocity"]
    assert (none.reason, none.lacks) == (msg("unknown.absent", export="graph"), ("graph",))
    half = measured(dossier(table("graph", 1, from_=["a"], to=[None])))["edge_reciprocity"]
    assert half.reason == msg("unknown.absent", export="graph")


def test_lists_that_name_people_differently_cannot_be_compared() -> None:
    by_id = followers(["1", "2"])
    by_id.key_kind[:] = KeyKind.ID
    by_name = followers(["ann", "bob"], direction=Direction.OUT)
    found = measured(dossier(by_id, by_name))
    for name in ("reciprocity_of_followers", "reciprocity_of_following", "mutual_count"):
        assert (found[name].status, found[name].reason, found[name].lacks) == ("unknown", msg("unknown.key_kinds"), ())


def test_a_list_of_unknown_kind_may_be_of_any() -> None:
    unsaid = followers(["ann", "eve"])
    unsaid.key_kind[:] = -1
    found = measured(dossier(unsaid, followers(["ann"], direction=Direction.OUT)))
    assert found["mutual_count"].value == 1.0
