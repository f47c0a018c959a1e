"""Networks by chance: everybody keeps as many ties, and every such network is as likely."""

import math
from itertools import combinations, pairwise, permutations, product

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse.csgraph import connected_components

from reachcheck.stats import rewiring
from reachcheck.stats.network import Network, closure
from reachcheck.stats.rewiring import realised, rewirings, swept

rows = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=60)


def net(pairs):
    return Network.of(np.array([a for a, _ in pairs], np.int32), np.array([b for _, b in pairs], np.int32))


def ends(first, second):
    return frozenset(frozenset(pair) for pair in zip(first.tolist(), second.tolist(), strict=True))


@settings(deadline=None, max_examples=20)
@given(rows, st.integers(0, 5))
def test_every_draw_keeps_all_numbers_of_ties_and_has_no_loop_or_repeat(pairs, seed):
    made = net(pairs)
    wanted = sorted(made.degrees().tolist(), reverse=True)
    draws = list(rewirings(made.degrees(), 3, seed))
    assert len(draws) == 3
    for draw in draws:
        assert draw.nodes == made.nodes
        assert draw.degrees().tolist() == wanted
        assert (draw.first < draw.second).all()
        steps = list(zip(draw.first.tolist(), draw.second.tolist(), strict=True))
        assert all(a < b for a, b in pairwise(steps))


def test_the_same_seed_gives_the_same_networks_and_another_gives_others():
    degrees = np.array([4, 3, 3, 3, 2, 2, 2, 2, 2, 1])
    first, again, other = (
        [ends(draw.first, draw.second) for draw in rewirings(degrees, 6, seed)] for seed in (1, 1, 2)
    )
    assert first == again != other
    assert len(set(first)) > 1
    assert [ends(draw.first, draw.second) for draw in rewirings(degrees[::-1], 6, 1)] == first


def test_what_has_one_form_only_stays_as_it_is():
    for degrees in ([5, 1, 1, 1, 1, 1], [3, 3, 3, 3], [1, 1], [0, 0], []):
        column = np.array(degrees, np.int64)
        alone = {ends(draw.first, draw.second) for draw in rewirings(column, 5, 1)}
        assert alone == {ends(*realised(column))}


def test_no_draw_is_asked_for():
    assert list(rewirings(np.array([1, 1]), 0, 1)) == []


@settings(deadline=None)
@given(st.lists(st.integers(0, 8), max_size=10))
def test_a_network_is_built_where_there_is_one(degrees):
    column = np.array(degrees, np.int64)
    if networkx.is_graphical(degrees):
        first, second = realised(column)
        made = np.bincount(np.concatenate([first, second]), minlength=len(degrees))
        assert made.tolist() == sorted(degrees, reverse=True)
        assert len(ends(first, second)) == len(first)
        assert (first != second).all()
    else:
        with pytest.raises(ValueError, match="no network has these numbers of ties"):
            realised(column)


@pytest.mark.parametrize("degrees", [(2, 2, 2, 1, 1), (3, 2, 2, 2, 1), (1, 1, 1, 1, 1, 1)])
def test_each_step_is_as_likely_as_its_way_back_and_leads_to_all(monkeypatch, degrees):
    # all ways to pair the ties, each pair idle (weight 1/8) or swapping in either way (7/16): exact, nothing is drawn
    possible = networks(degrees)
    place = {one: i for i, one in enumerate(possible)}
    ways = np.zeros((len(possible), len(possible)), np.int64)
    ties = sum(degrees) // 2
    for one in possible:
        first, second = (np.array(side) for side in zip(*sorted(tuple(sorted(tie)) for tie in one), strict=True))
        for order, *choices in product(permutations(range(ties)), *[(None, False, True)] * (ties // 2)):
            monkeypatch.setattr(rewiring, "_paired", lambda *_, o=order, c=choices: chosen(o, c))
            after = ends(*swept(first, second, np.random.PCG64(0)))
            ways[place[one], place[after]] += math.prod(2 if choice is None else 7 for choice in choices)
    assert (ways == ways.T).all()
    assert connected_components(ways)[0] == 1


def networks(degrees):
    pairs = combinations(range(len(degrees)), 2)
    found = list(combinations(pairs, sum(degrees) // 2))
    kept = [one for one in found if np.bincount(np.ravel(one), minlength=len(degrees)).tolist() == list(degrees)]
    assert len(kept) > 2
    return [frozenset(frozenset(tie) for tie in one) for one in kept]


def chosen(order, choices):
    half = len(choices)
    active = [i for i, choice in enumerate(choices) if choice is not None]
    left, right = (np.array(part, np.int64)[active] for part in (order[:half], order[half : 2 * half]))
    return left, right, np.array([choices[i] for i in active], np.bool_)


def test_a_sweep_offers_nearly_all_ties_a_swap_in_both_ways():
    left, right, turned = rewiring._paired(20_001, np.random.PCG64(3))
    assert len(set(left.tolist()) | set(right.tolist())) == 2 * len(left)
    assert len(left) == pytest.approx(10_000 * 7 / 8, abs=150)
    assert turned.mean() == pytest.approx(0.5, abs=0.03)


def test_two_rings_of_friends_are_more_closed_than_chance():
    # two groups of ten in which all know each other, and one tie between them
    pairs = [(a, b) for group in (range(10), range(10, 20)) for a in group for b in group] + [(0, 10)]
    made = net(pairs)
    found = closure(made)
    drawn = [closure(draw) for draw in rewirings(made.degrees(), 20, 1)]
    assert found.closed / found.triples > 0.95
    assert {draw.triples for draw in drawn} == {found.triples}
    assert max(draw.closed for draw in drawn) < 0.6 * found.closed
