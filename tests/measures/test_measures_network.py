"""A whole network by hand: its parts, how closed it is, its core, and what chance gives beside it."""

from dataclasses import replace
from math import comb

import numpy as np
import pytest

from build import METHOD, Direction, Dossiers, Table, dossier, followers, measured, table
from reachcheck.measures.network import draws_for
from reachcheck.measures.registry import MEASURES, measure_all
from reachcheck.message import msg
from reachcheck.method import Method
from reachcheck.pipeline import analyze_one
from reachcheck.results.measure import Measure

SHAPE = (
    "largest_component_share",
    "clustering_coefficient",
    "deepest_core",
    "clustering_by_chance",
    "core_by_chance",
)
ALL = (*SHAPE, "edge_reciprocity", "reciprocity_rho")
COUNTED = msg("no_interval.counted")
Pairs = list[tuple[str, str]]


def network(pairs: Pairs) -> Table:
    return table("graph", len(pairs), from_=[a for a, _ in pairs], to=[b for _, b in pairs])


def of(pairs: Pairs, method: Method = METHOD) -> dict[str, Measure]:
    found = measure_all(dossier(network(pairs)), method)
    return {name: found[name].one(0) for name in ALL}


def group(names: str) -> Pairs:
    return [(a, b) for a in names for b in names if a < b]


KITE: Pairs = [("a", "b"), ("b", "a"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("x", "y"), ("z", "z")]


def test_a_network_of_three_parts_by_hand() -> None:
    # a triangle a-b-c with a tail d-e, a pair x-y, and z who is tied to nobody else
    found = of(KITE)
    part, closed, core = (found[name] for name in SHAPE[:3])
    assert (part.value, part.k, part.n, part.denominator) == (0.625, 5.0, 8.0, "network_people")
    assert part.notes == (msg("note.network_parts", people=8.0, parts=3.0),)
    assert (closed.value, closed.k, closed.n, closed.denominator) == (0.5, 3.0, 6.0, "pairs_of_ties")
    assert (core.value, core.n, core.unit) == (2.0, 8.0, "count")
    assert core.notes == (msg("note.core_people", people=3.0, depth=2.0),)
    assert [one.no_interval for one in (part, closed, core)] == [COUNTED] * 3


def test_two_circles_of_friends_are_more_closed_than_chance_and_that_is_no_reproach() -> None:
    found = of([*group("abcdefgh"), *group("ijklmnop"), ("h", "i")])
    seen, chance = found["clustering_coefficient"], found["clustering_by_chance"]
    assert (seen.k, seen.n) == (2 * 3 * comb(8, 3), 14 * comb(7, 2) + 2 * comb(8, 2))
    assert chance.low is not None
    assert chance.value is not None
    assert chance.high is not None
    assert seen.value is not None
    assert 0.3 < chance.low < chance.value < chance.high < seen.value
    assert (chance.n, chance.k, chance.denominator) == (39.0, None, "drawn_networks")
    assert chance.notes == (msg("note.closed_by_chance", k=0.0, n=39.0),)


def test_a_family_with_many_contacts_elsewhere_has_a_deeper_core_than_chance() -> None:
    # six who all know each other, each of them with four contacts among sixty others, who know two more each
    others = [(f"{i}", f"{(i + 1) % 60}") for i in range(60)]
    found = of([*group("abcdef"), *others, *(("abcdef"[i % 6], f"{2 * i}") for i in range(24))])
    core, chance = found["deepest_core"], found["core_by_chance"]
    assert (core.value, core.notes) == (5.0, (msg("note.core_people", people=6.0, depth=5.0),))
    assert (chance.low, chance.high, chance.n) == (2.0, 3.0, 39.0)
    assert chance.notes == (msg("note.core_by_chance", k=0.0, n=39.0),)


@pytest.mark.parametrize(
    "pairs", [group("abcde"), [("hub", name) for name in "abcdef"]], ids=["all know all", "one knows all"]
)
def test_where_numbers_of_ties_leave_one_form_chance_gives_just_that(pairs: Pairs) -> None:
    found = of(pairs)
    for seen, chance in (("clustering_coefficient", "clustering_by_chance"), ("deepest_core", "core_by_chance")):
        assert found[seen].value is not None
        assert {found[chance].value, found[chance].low, found[chance].high} == {found[seen].value}


def test_there_are_as_many_draws_as_the_level_takes() -> None:
    # one more of n + 1 equal chances lies outside n of them with 2 / (n + 1)
    assert [draws_for(level) for level in (0.5, 0.8, 0.9, 0.95, 0.99)] == [3, 9, 19, 39, 199]
    found = of(KITE, replace(METHOD, level=0.8))
    assert found["clustering_by_chance"].n == found["core_by_chance"].n == 9.0


def test_large_networks_are_not_drawn_and_say_why() -> None:
    small = replace(METHOD, network=replace(METHOD.network, most_ties=5))
    reason = msg("unknown.network_too_large", ties=6.0, most=5.0)
    found = of(KITE, small)
    for name in ("clustering_by_chance", "core_by_chance"):
        assert (found[name].status, found[name].reason, found[name].n) == ("unknown", reason, None)
    assert [found[name].status for name in SHAPE[:3]] == ["known"] * 3
    at_most = of(KITE, replace(METHOD, network=replace(METHOD.network, most_ties=6)))
    assert at_most["clustering_by_chance"].status == "known"


def test_another_seed_draws_other_networks() -> None:
    pairs = [(f"p{a}", f"p{b}") for a, b in np.random.default_rng(1).integers(0, 30, (120, 2)).tolist()]
    other = replace(METHOD, network=replace(METHOD.network, seed=2))
    one, again, changed = of(pairs), of(pairs), of(pairs, other)
    assert one == again
    assert one["clustering_by_chance"] != changed["clustering_by_chance"]
    assert one["clustering_coefficient"] == changed["clustering_coefficient"]


def test_names_order_repeats_and_loops_change_nothing() -> None:
    rng = np.random.default_rng(2)
    rows = rng.integers(0, 30, (150, 2)).tolist()
    names = [f"n{i}" for i in rng.permutation(30)]
    first = [(f"p{a}", f"p{b}") for a, b in rows]
    mixed = [(names[a], names[b]) for a, b in [*rows, *rows[:40], *[[a, a] for a, _ in rows[:20]]]]
    again = [mixed[i] for i in rng.permutation(len(mixed))]
    assert of(first) == of(again)


def test_the_direction_of_ties_matters_for_none_of_the_shape() -> None:
    found, turned = of(KITE), of([(b, a) for a, b in KITE])
    assert found == turned
    one_way = of([(min(pair), max(pair)) for pair in KITE])
    assert [found[name] for name in SHAPE] == [one_way[name] for name in SHAPE]
    assert found["edge_reciprocity"] != one_way["edge_reciprocity"]


def test_no_network_is_unknown_and_nobody_is_asked_for_one() -> None:
    found = measured(dossier(followers(["a"])))
    for name in ALL:
        one = found[name]
        assert (one.status, one.reason, one.asked) == ("unknown", msg("unknown.absent", export="graph"), False)
        assert (one.value, one.low, one.k, one.n, one.notes) == (None, None, None, None, ())
    half = measured(dossier(table("graph", 1, from_=["a"], to=[None])))
    assert half["largest_component_share"].reason == msg("unknown.absent", export="graph")


def test_people_without_ties_to_others_have_parts_and_no_more() -> None:
    found = of([("a", "a"), ("b", "b"), ("b", "b")])
    part = found["largest_component_share"]
    assert (part.value, part.k, part.n) == (0.5, 1.0, 2.0)
    reasons = [found[name].reason for name in SHAPE[1:]]
    assert reasons == [msg("unknown.no_pair_of_ties"), msg("unknown.no_ties")] * 2
    assert found["reciprocity_rho"].reason == msg("unknown.not_computable")


def test_pairs_alone_have_a_core_and_nothing_that_could_close() -> None:
    found = of([("a", "b"), ("c", "d")])
    assert found["clustering_coefficient"].reason == msg("unknown.no_pair_of_ties")
    assert found["clustering_by_chance"].reason == msg("unknown.no_pair_of_ties")
    assert (found["deepest_core"].value, found["core_by_chance"].value) == (1.0, 1.0)


def test_several_profiles_each_have_their_own_network() -> None:
    two = [*group("abcd"), ("d", "e")]
    together = measure_all(Dossiers.join([dossier(network(pairs)) for pairs in (KITE, two, KITE)]), METHOD)
    for i, pairs in enumerate((KITE, two, KITE)):
        assert {name: together[name].one(i) for name in ALL} == of(pairs)


def test_rho_by_hand() -> None:
    # a-b both ways and a to c: 3 of 6 possible ties, 2 of them returned: (2/3 - 1/2) / (1 - 1/2)
    found = of([("a", "b"), ("b", "a"), ("a", "c"), ("a", "c"), ("c", "c")])["reciprocity_rho"]
    assert found.value == pytest.approx(1 / 3, abs=1e-9)
    assert (found.k, found.n, found.unit, found.denominator) == (2.0, 3.0, "ratio", "edges")
    assert found.no_interval == COUNTED


def test_rho_at_its_ends() -> None:
    assert of([("a", "b"), ("b", "a"), ("c", "a"), ("a", "c")])["reciprocity_rho"].value == 1.0
    # a ring of three, one way: half of what could be is there, none is returned: -1/2 / (1 - 1/2)
    assert of([("a", "b"), ("b", "c"), ("c", "a")])["reciprocity_rho"].value == -1.0
    everybody = of([(a, b) for a in "abc" for b in "abc"])["reciprocity_rho"]
    assert (everybody.status, everybody.reason, everybody.n) == ("unknown", msg("unknown.all_follow_all"), 6.0)


def test_a_network_moves_no_finding_no_bound_and_no_verdict() -> None:
    assert {spec.moves for spec in MEASURES if spec.id in ALL} == {None}
    lists = followers([f"p{i}" for i in range(40)]), followers([f"p{i}" for i in range(30)], Direction.OUT)
    plain, shaped = (analyze_one(dossier(*lists, *more)) for more in ((), (network(KITE),)))
    assert shaped.measure("deepest_core").known
    assert (plain.findings, plain.real_reach, plain.verdict) == (shaped.findings, shaped.real_reach, shaped.verdict)
    assert (plain.conduct, plain.composition) == (shaped.conduct, shaped.composition)
