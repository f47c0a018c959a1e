"""Whether a list is in the order in which its members came, told from the birthdays of its members alone.

Nobody comes before having been born. So in a list in order of arrival the latest birthday so far rises again and again,
in a shuffled list hardly ever.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from reachcheck.stats.arrays import Floats

SUPPORT = 3
"""How many members must have reached a day before it counts as reached: two misdated ones move nothing."""
LEVELLED = 10
"""Members at the head of a list that are taken to have come together."""

Found = Literal["oldest_first", "newest_first", "by_birthday", "none"]


@dataclass(frozen=True)
class Order:
    """What was found, how often the level of birthdays rose in that direction, and how often it would by chance.

    `p`: an upper bound of the chance that a shuffled list rises so often in either direction.
    """

    found: Found
    rises: int
    by_chance: float
    p: float


def reached(born: Floats) -> Floats:
    """For each member of a list, oldest tie first: the day that three members up to it have reached; shape (n,).

    A lower bound of the day on which the member came; the first ten share one.
    """
    level = _third(born)
    head = min(LEVELLED, len(born))
    level[:head] = level[head - 1] if head else 0.0
    return level


def order(born: Floats, level: float, sorted_share: float) -> Order:
    """Test both directions of a list without missing values; shape (n,).

    The statistic is how often the third latest birthday so far rises. In a list without order a member enters the three
    latest with chance min(1, 3 / i), independently of all before it (Renyi 1962), whatever the birthdays; equal days
    make it rarer. So no shuffling is needed: the chance of k rises or more is at most exp(k - m - k ln(k / m)), m the
    sum of these chances (Chernoff). A direction is shown if twice this bound is at most `level` and the other direction
    is not shown. A list of which `sorted_share` of the steps do not fall is sorted by birthday, and tells nothing.
    """
    mean = expected_rises(len(born))
    counts = {"oldest_first": rises(born), "newest_first": rises(born[::-1])}
    chances = {name: min(1.0, 2 * _at_least(count, mean)) for name, count in counts.items()}
    best: Found = "oldest_first" if counts["oldest_first"] >= counts["newest_first"] else "newest_first"
    found: Found = best
    if _is_sorted(born if best == "oldest_first" else born[::-1], sorted_share):
        found = "by_birthday"
    elif chances[best] > level or max(chances.values()) <= level:
        found = "none"
    return Order(found, counts[best], mean, chances[best])


def rises(born: Floats) -> int:
    """How often the third latest birthday so far rises, the first three members counted as rises."""
    return min(SUPPORT, len(born)) + int((np.diff(_third(born)[SUPPORT - 1 :]) > 0).sum())


def expected_rises(n: int) -> float:
    """The mean of `rises` over all orders of n different birthdays."""
    return float(np.minimum(1.0, SUPPORT / np.arange(1, n + 1)).sum())


def _third(born: Floats) -> Floats:
    """The third latest so far; before the third member, the earliest so far."""
    passed = np.array(born, dtype=np.float64)
    for _ in range(SUPPORT - 1):
        latest = np.maximum.accumulate(passed)
        passed[1:] = np.minimum(passed[1:], latest[:-1])
        passed[0] = -np.inf
    level = np.maximum.accumulate(passed)
    head = min(SUPPORT - 1, len(level))
    level[:head] = np.minimum.accumulate(born[:head])
    return level


def _at_least(count: int, mean: float) -> float:
    """A bound of the chance that a sum of independent events of that mean reaches the count."""
    if count <= mean:
        return 1.0
    return float(np.exp(count - mean - count * np.log(count / mean)))


def _is_sorted(born: Floats, share: float) -> bool:
    return len(born) > 1 and float((np.diff(born) >= 0).mean()) >= share
