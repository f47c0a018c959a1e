"""Groups of people who were seen on the same occasions more than totals explain.

Everybody's activity and every occasion's pull stay as they were seen (`margins.odds`): with fixed sizes of groups, some
of an honest audience always looks like one, the more so the larger it is and the more its occasions differ.
"""

import math
from dataclasses import dataclass

import numpy as np

from reachcheck.stats.arrays import Bools, Floats, Index
from reachcheck.stats.margins import odds
from reachcheck.stats.sets import among, distinct, grouped

SEEDS = 10
"""Pairs of occasions from which a group is grown."""
MOST = 5
"""Groups that are looked for, one after the other, each without the people of those before."""
BLOCK = 16384


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What makes a group: so many people on so many occasions, `lift` times the expected, by chance at most `level`."""

    people: int
    occasions: int
    lift: float
    level: float
    most_occasions: int


@dataclass(frozen=True, eq=False)
class Group:
    """People all seen on the same `occasions` occasions, where `expected` of all would be.

    `strength` is the negative logarithm (base 10) of the bound of its chance, over all sets of that many occasions.
    """

    people: Index
    occasions: int
    expected: float
    strength: float


@dataclass(frozen=True, eq=False)
class Table:
    """Who was seen when: people with enough occasions and the most attended occasions, in an order free of names.

    `chance[c, j]` is that of a person of class c on occasion j, `size[c]` how many there are; `held` are all occasions.
    """

    people: Index
    seen: Bools
    chance: Floats
    size: Index
    held: int


def groups(people: Index, occasions: Index, limits: Limits) -> tuple[Group, ...]:
    """The groups in sightings (one a row, codes from 0; repeats count once), the clearest first."""
    pairs = distinct((people << 32) | occasions)
    found: list[Group] = []
    while len(found) < MOST:
        table = tabled(pairs >> 32, pairs & 0xFFFFFFFF, limits)
        group = _clearest(table, limits) if table is not None else None
        if group is None:
            break
        found.append(group)
        pairs = pairs[~among(pairs >> 32, group.people)]
    return tuple(found)


def tabled(people: Index, occasions: Index, limits: Limits) -> Table | None:
    """The table of distinct sightings; None where too few people or occasions could make a group."""
    who, row, activity = grouped(people)
    _, column, attended = grouped(occasions)
    regular = activity >= limits.occasions
    if regular.sum() < limits.people or (attended >= limits.people).sum() < limits.occasions:
        return None
    x, y = odds(activity, attended)
    moments = [np.bincount(column, weights=activity[row].astype(np.float64) ** power) for power in (2, 1)]
    order = np.lexsort((*moments, attended))[::-1]
    order = order[attended[order] >= limits.people][: limits.most_occasions]
    place = np.full(len(attended), -1)
    place[order] = np.arange(len(order))
    index = np.cumsum(regular) - 1
    used = regular[row] & (place[column] >= 0)
    seen = np.zeros((int(regular.sum()), len(order)), dtype=np.bool_)
    seen[index[row[used]], place[column[used]]] = True
    factors, _, size = grouped(x[regular])
    product = np.outer(factors, y[order])
    return Table(who[regular], seen, product / (1 + product), size, len(attended))


def _clearest(table: Table, limits: Limits) -> Group | None:
    """The clearest group that is grown from any of the pairs of occasions that share the most people."""
    grown = (_grown(table, seed, limits) for seed in _seeds(table))
    found = [group for group in grown if group is not None]
    return max(found, key=lambda group: (group.strength, len(group.people))) if found else None


def _seeds(table: Table) -> list[tuple[int, int]]:
    width = table.seen.shape[1]
    shared = np.zeros((width, width))
    for start in range(0, len(table.seen), BLOCK):
        block = table.seen[start : start + BLOCK].astype(np.float32)
        shared += block.T @ block
    expected = (table.chance * table.size[:, None]).T @ table.chance
    one, other = np.triu_indices(width, 1)
    excess = _surprise(shared[one, other], expected[one, other])
    best = np.argsort(-excess, kind="stable")[:SEEDS]
    return list(zip(one[best].tolist(), other[best].tolist(), strict=True))


def _grown(table: Table, seed: tuple[int, int], limits: Limits) -> Group | None:
    """Add the occasion that makes the group most surprising, for as long as one does."""
    chosen = list(seed)
    members = table.seen[:, seed[0]] & table.seen[:, seed[1]]
    weight = table.size * table.chance[:, seed[0]] * table.chance[:, seed[1]]
    strength = -math.inf
    while len(chosen) < table.seen.shape[1]:
        count, expected = table.seen[members].sum(axis=0), weight @ table.chance
        surprise = _surprise(count.astype(np.float64), expected) - _choices(table.held, len(chosen) + 1)
        surprise[chosen] = -math.inf
        surprise[count < limits.people] = -math.inf
        best = int(surprise.argmax())
        if surprise[best] <= max(strength, 0.0) and (len(chosen) >= limits.occasions or surprise[best] == -math.inf):
            break
        strength = float(surprise[best])
        chosen.append(best)
        members, weight = members & table.seen[:, best], weight * table.chance[:, best]
    likely, found = float(weight.sum()), int(members.sum())
    if len(chosen) < limits.occasions or strength < -math.log(limits.level) or found < limits.lift * likely:
        return None
    return Group(table.people[members], len(chosen), likely, strength / math.log(10))


def _surprise(count: Floats, expected: Floats) -> Floats:
    """Minus the logarithm of Chernoff's bound of the chance of so many, for a sum of independent chances."""
    above = count > expected
    ratio = np.divide(count, expected, out=np.ones_like(count), where=above)
    return np.where(above, count * np.log(ratio) - count + expected, 0.0)


def _choices(held: int, size: int) -> float:
    """The logarithm of how many sets of so many occasions there are, and of how many sizes."""
    return math.lgamma(held + 1) - math.lgamma(size + 1) - math.lgamma(held - size + 1) + math.log(held)
