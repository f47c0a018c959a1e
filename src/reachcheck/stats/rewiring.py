"""Networks drawn at random in which everybody keeps as many ties: what number of ties alone would give."""

from collections.abc import Iterator

import numpy as np

from reachcheck.stats.arrays import Bools, Index
from reachcheck.stats.network import Network

FORGET = 30
"""Sweeps before the first draw, so that nothing is left of the network it began with."""
BETWEEN = 6
"""Sweeps between draws. In a sweep nearly every tie is offered another partner once."""


def rewirings(degrees: Index, draws: int, seed: int) -> Iterator[Network]:
    """Draw networks from all without loops and repeats in which the nodes have these degrees, each as likely.

    `degrees` are those of a network: (nodes,). Ties swap ends by chance (Maslov and Sneppen 2002), beginning with the
    network that Havel and Hakimi build of the degrees alone: so neither names nor the order of rows enter, and nodes
    are numbered by falling degree.
    """
    chance = np.random.PCG64(seed)
    first, second = realised(degrees)
    for sweeps in [FORGET, *[BETWEEN] * (draws - 1)][:draws]:
        for _ in range(sweeps):
            first, second = swept(first, second, chance)
        low, high = np.minimum(first, second), np.maximum(first, second)
        order = np.argsort(_keys(low, high))
        yield Network(len(degrees), low[order], high[order])


def realised(degrees: Index) -> tuple[Index, Index]:
    """The ends of the ties of one network with these degrees (Havel 1955, Hakimi 1962); nodes by falling degree.

    The node with most ties left is tied to those with most beside it. Of equals the last are taken, so that all stay
    in order. ValueError: no network has these degrees.
    """
    lacking = np.sort(-degrees)
    first, second = [], []
    for node in range(len(lacking)):
        wanted = -int(lacking[node])
        if not wanted:
            break
        partners = _most(lacking[node + 1 :], wanted) + node + 1
        lacking[partners] += 1
        first.append(np.full(wanted, node, np.int64))
        second.append(partners)
    nobody = [np.empty(0, np.int64)]
    return np.concatenate(first or nobody), np.concatenate(second or nobody)


def _most(lacking: Index, wanted: int) -> Index:
    """The places of those who lack most, of equal ones the last; `lacking` is below 0 and rises."""
    if wanted > len(lacking) or lacking[wanted - 1] >= 0:
        raise ValueError("no network has these numbers of ties")
    level = lacking[wanted - 1]
    begin, end = np.searchsorted(lacking, (level, level + 1)).tolist()
    return np.concatenate([np.arange(begin), np.arange(end - (wanted - begin), end)])


def swept(first: Index, second: Index, chance: np.random.PCG64) -> tuple[Index, Index]:
    """Pair all ties by chance and let those pairs swap ends that can, all at once.

    A pair can where none of its ties, old or new, is a loop or is also an old or a new tie of others. What can is the
    same seen from afterwards, so each sweep is as likely as its way back, and all networks become equally likely.
    """
    left, right, turned = _paired(len(first), chance)
    u, v = first[left], second[left]
    x, y = np.where(turned, second[right], first[right]), np.where(turned, first[right], second[right])
    old, new, other = _keys(first, second), _keys(u, y), _keys(x, v)
    alone = _alone(np.concatenate([old, new, other]))
    ties, pairs = len(old), len(new)
    free = (u != y) & (x != v) & alone[left] & alone[right] & alone[ties : ties + pairs] & alone[ties + pairs :]
    first, second = first.copy(), second.copy()
    second[left[free]] = y[free]
    first[right[free]], second[right[free]] = x[free], v[free]
    return first, second


def _paired(ties: int, chance: np.random.PCG64) -> tuple[Index, Index, Bools]:
    """Places of ties in pairs, of which one in eight sits out, and which of the two ways to swap each pair takes.

    Of the bits drawn the raw ones are used: those alone are promised to stay as they are.
    """
    order = np.argsort(chance.random_raw(ties))
    half = ties // 2
    bits = chance.random_raw(half)
    takes_part = (bits & np.uint64(7)) > 0
    turned: Bools = (bits[takes_part] & np.uint64(8)) > 0
    return order[:half][takes_part], order[half : 2 * half][takes_part], turned


def _alone(keys: Index) -> Bools:
    """Which numbers occur once."""
    order = np.argsort(keys)
    same = np.flatnonzero(np.diff(keys[order]) == 0)
    alone = np.ones(len(keys), np.bool_)
    alone[order[same]] = alone[order[same + 1]] = False
    return alone


def _keys(first: Index, second: Index) -> Index:
    """One number a tie, whichever end is named first."""
    return np.minimum(first, second) << np.int64(32) | np.maximum(first, second)
