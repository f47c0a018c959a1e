"""Parts, closed triples and cores: by hand, against networkx, and whatever people are called."""

import networkx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reachcheck.stats import network
from reachcheck.stats.network import Closure, Core, Network, closure, component_sizes, core_numbers, deepest_core

rows = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=70)


def net(pairs):
    return Network.of(np.array([a for a, _ in pairs], np.int32), np.array([b for _, b in pairs], np.int32))


def oracle(pairs):
    made = networkx.Graph(pairs)
    made.remove_edges_from([(a, a) for a in list(made)])
    return made


def seen(pairs):
    made = net(pairs)
    return component_sizes(made).tolist(), closure(made), deepest_core(made), sorted(core_numbers(made).tolist())


def test_a_triangle_with_a_tail_a_pair_and_one_alone():
    # 1-2-3 tied to one another, 3-4 and 4-5 a tail, 7-8 a pair, 9 only with itself; both directions, repeats, half rows
    pairs = [(1, 2), (2, 1), (2, 3), (3, 1), (1, 3), (3, 4), (5, 4), (7, 8), (7, 8), (9, 9), (-1, 2), (2, -1)]
    made = net(pairs)
    assert (made.nodes, made.ties, made.degrees().tolist()) == (8, 6, [2, 2, 3, 2, 1, 1, 1, 0])
    assert list(zip(made.first.tolist(), made.second.tolist(), strict=True)) == [
        (0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (5, 6),
    ]  # fmt: skip
    assert component_sizes(made).tolist() == [5, 2, 1]
    assert closure(made) == Closure(closed=3, triples=6)
    assert core_numbers(made).tolist() == [2, 2, 2, 1, 1, 1, 1, 0]
    assert deepest_core(made) == Core(depth=2, nodes=3)


def test_four_who_all_know_each_other_are_closed_and_a_star_is_open():
    four = [(a, b) for a in range(4) for b in range(4)]
    assert (closure(net(four)), deepest_core(net(four))) == (Closure(12, 12), Core(3, 4))
    star = [(0, b) for b in range(1, 6)]
    assert (closure(net(star)), deepest_core(net(star))) == (Closure(0, 10), Core(1, 6))


@pytest.mark.parametrize(("pairs", "nodes"), [([], 0), ([(-1, 3), (3, -1)], 0), ([(2, 2)], 1)])
def test_without_ties_there_is_nothing_to_see(pairs, nodes):
    made = net(pairs)
    assert (made.nodes, made.ties) == (nodes, 0)
    assert seen(pairs) == ([1] * nodes, Closure(0, 0), Core(0, nodes), [0] * nodes)


@pytest.mark.parametrize("small", [network.SMALL, 0])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=rows)
def test_agrees_with_networkx(monkeypatch, small, pairs):
    monkeypatch.setattr(network, "SMALL", small)
    made, other = net(pairs), oracle(pairs)
    assert made.nodes == other.number_of_nodes()
    assert made.ties == other.number_of_edges()
    sizes = sorted((len(part) for part in networkx.connected_components(other)), reverse=True)
    assert component_sizes(made).tolist() == sizes
    found = closure(made)
    assert found.closed == sum(networkx.triangles(other).values())
    if found.triples:
        assert found.closed / found.triples == pytest.approx(networkx.transitivity(other), rel=1e-12)
    names = sorted(other)
    numbers = networkx.core_number(other) if names else {}
    assert core_numbers(made).tolist() == [numbers[name] for name in names]


@settings(deadline=None)
@given(rows, st.permutations(range(12)), st.randoms(use_true_random=False))
def test_names_order_direction_repeats_and_loops_change_nothing(pairs, names, chance):
    turned = [(names[a], names[b]) if chance.random() < 0.5 else (names[b], names[a]) for a, b in pairs]
    more = [(a, a) for a, _ in turned] + turned[::2]
    mixed = [*turned, *more]
    chance.shuffle(mixed)
    assert seen(mixed) == seen(pairs)


@pytest.mark.parametrize("chunk", [1, 2, 7, 50])
def test_triangles_do_not_depend_on_how_many_paths_are_looked_at_together(monkeypatch, chunk):
    rng = np.random.default_rng(3)
    made = Network.of(rng.integers(0, 40, 300), rng.integers(0, 40, 300))
    whole = closure(made)
    assert whole.closed > 0
    monkeypatch.setattr(network, "SMALL", 0)
    monkeypatch.setattr(network, "CHUNK", chunk)
    assert closure(made) == whole


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("name", "nodes", "sizes", "triangles"),
    [("congress_twitter", 475, [475], 52_333), ("email_eu_core", 1_005, [986, *[1] * 19], 105_461)],
)
def test_public_networks(shared_data, name, nodes, sizes, triangles):
    table = np.loadtxt(shared_data / "graphs" / f"{name}.csv", delimiter=",", skiprows=1, dtype=np.int64)
    made = Network.of(table[:, 0], table[:, 1])
    assert (made.nodes, component_sizes(made).tolist()) == (nodes, sizes)
    assert closure(made).closed == 3 * triangles
