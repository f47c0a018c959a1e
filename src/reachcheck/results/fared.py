"""What invented profiles of which everything is known got: labels and flags, and how often."""

from dataclasses import dataclass
from typing import Literal

Who = Literal["honest", "lots", "aged", "two_exports"]
"""Honest ones, ones with bought lots, with bought accounts that look like anybody's; and honest ones exported twice."""


@dataclass(frozen=True, kw_only=True)
class World:
    """A share of the `n` profiles of one invented world, with its 95 % limits."""

    world: str
    n: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Fared:
    """The share of `n` profiles with all exports that got a label or a flag, with each of so many worlds counted alike.

    Their counts lie from `start` up to but not including `end`, which are 0 and infinity where sizes were not told
    apart. `least` and `most` are the worlds in which the share is smallest and largest; the upper limit of `most` is
    the largest of any world. `looked` is the share in which the rule could look at all, where that is known.
    """

    who: Who
    got: str
    start: float
    end: float
    worlds: int
    n: int
    share: float
    looked: float | None
    least: World
    most: World
