"""Edge counts: by hand, against networkx, and on public networks."""

import csv
import math

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.stats import graph
from reachcheck.stats.graph import EdgeCount, Overlap, edge_reciprocity, overlap

rows = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=60)
codes = st.lists(st.integers(-2, 30), max_size=40)


def ends(pairs, kind=np.int32):
    return np.array([a for a, _ in pairs], kind), np.array([b for _, b in pairs], kind)


def test_by_hand():
    pairs = [(0, 1), (1, 0), (1, 2), (1, 2), (1, 2), (3, 3), (3, 3), (4, 2), (2, 4), (2, 4), (-1, 2), (5, -1)]
    found = edge_reciprocity(*ends(pairs))
    assert found == EdgeCount(edges=5, mutual_edges=4, loops=2, repeats=3, nodes=5)
    assert found.reciprocity == 0.8


def test_an_edge_is_not_its_own_reverse():
    assert edge_reciprocity(*ends([(0, 1), (0, 1)])) == EdgeCount(1, 0, 0, 1, 2)
    assert edge_reciprocity(*ends([(1, 0)])) == EdgeCount(1, 0, 0, 0, 2)
    assert edge_reciprocity(*ends([(1, 0), (0, 1)])) == EdgeCount(2, 2, 0, 0, 2)


@pytest.mark.parametrize("pairs", [[], [(-1, 3)], [(2, 2)]])
def test_no_edges_have_no_reciprocity(pairs):
    found = edge_reciprocity(*ends(pairs))
    assert (found.edges, found.mutual_edges, found.repeats) == (0, 0, 0)
    assert found.loops == found.nodes == sum(a == b for a, b in pairs)
    assert math.isnan(found.reciprocity)


def test_reciprocity_beyond_chance_by_hand():
    # 5 of 12 possible edges among four, 2 of them returned: (2/5 - 5/12) / (1 - 5/12)
    found = edge_reciprocity(*ends([(0, 1), (1, 0), (1, 2), (2, 3), (3, 0), (0, 0)]))
    assert (found.density, found.rho) == (5 / 12, pytest.approx(-1 / 35))
    assert edge_reciprocity(*ends([(0, 1), (1, 0), (2, 2)])).rho == 1.0
    assert edge_reciprocity(*ends([(0, 1), (1, 2), (2, 0)])).rho == -1.0


@pytest.mark.parametrize("pairs", [[], [(2, 2)], [(0, 0), (1, 1)], [(0, 1), (1, 0)]])
def test_where_chance_has_no_other_way_nothing_is_beyond_it(pairs):
    assert math.isnan(edge_reciprocity(*ends(pairs)).rho)


@settings(deadline=None)
@given(rows)
def test_reciprocity_is_beyond_chance_where_it_exceeds_the_density(pairs):
    found = edge_reciprocity(*ends(pairs))
    if not math.isnan(found.rho):
        assert np.sign(found.rho) == np.sign(found.mutual_edges * found.nodes * (found.nodes - 1) - found.edges**2)
        assert -1 <= found.rho <= 1


def test_great_codes_are_kept_apart():
    top = 2**24
    pairs = [(top, top - 1), (top - 1, top), (top, 0), (1, top), (0, 1)]
    assert edge_reciprocity(*ends(pairs, np.int64)) == EdgeCount(5, 2, 0, 0, 4)


@settings(deadline=None)
@given(rows)
def test_agrees_with_networkx(pairs):
    found = edge_reciprocity(*ends(pairs))
    net = networkx.DiGraph(pairs)
    assert found.nodes == net.number_of_nodes()
    assert found.loops == sum(a == b for a, b in pairs)
    net.remove_edges_from([(a, a) for a in list(net)])
    assert found.edges == net.number_of_edges()
    assert found.edges + found.loops + found.repeats == len(pairs)
    if found.edges:
        assert found.reciprocity == pytest.approx(networkx.overall_reciprocity(net), rel=1e-12)


@settings(deadline=None)
@given(rows)
def test_turning_every_edge_round_changes_nothing(pairs):
    source, target = ends(pairs)
    assert edge_reciprocity(source, target) == edge_reciprocity(target, source)


@settings(deadline=None)
@given(rows)
def test_with_every_reverse_added_all_are_returned(pairs):
    found = edge_reciprocity(*ends(pairs + [(b, a) for a, b in pairs]))
    assert found.mutual_edges == found.edges
    assert 0 <= edge_reciprocity(*ends(pairs)).mutual_edges <= found.edges


def test_overlap_by_hand():
    assert overlap(np.array([3, 1, 1, -1, 0]), np.array([1, 5, 5, 0, 7, -1])) == Overlap(left=3, right=4, both=2)
    assert overlap(np.empty(0, np.int32), np.array([2], np.int32)) == Overlap(0, 1, 0)


@settings(deadline=None)
@given(codes, codes)
def test_overlap_agrees_with_sets(left, right):
    first, second = ({code for code in side if code >= 0} for side in (left, right))
    found = overlap(np.array(left, np.int32), np.array(right, np.int32))
    assert found == Overlap(len(first), len(second), len(first & second))


@pytest.mark.shared_data
@pytest.mark.parametrize(("name", "expected"), [("congress_twitter", 0.4616), ("email_eu_core", 0.711)])
def test_public_networks(shared_data, name, expected):
    with (shared_data / "graphs" / f"{name}.csv").open(encoding="utf-8") as file:
        pairs = [(int(row["source"]), int(row["target"])) for row in csv.DictReader(file)]
    assert edge_reciprocity(*ends(pairs)).reciprocity == pytest.approx(expected, abs=6e-4)


def test_pairs_of_the_greatest_codes_have_keys_of_their_own():
    top = 2**31 - 1
    pairs = [
        (top, 2**30),
        (2**30, top),
        (top, 0),
        (0, top),
        (top - 1, top),
        (2**30, 2**30 + 1),
        (0, 2**30),
        (1, 2**30),
        (1, 5),
        (0, 2**30 + 5),
    ]
    keys = graph._keys(*ends(pairs))
    assert len(np.unique(keys)) == len(pairs)
    assert len(np.unique(keys >> np.uint64(1))) == 8
    assert (np.sort(keys) == keys).all()
