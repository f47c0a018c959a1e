"""Handles of nobody: neutral words and digits."""

from collections.abc import Iterator
from itertools import islice

from reachcheck.simulate.chance import Rng

_NEUTRAL = """
acorn alder amber apple april arch ash aspen atlas autumn basil bay beech birch bloom boat book breeze brick
bridge brook canvas cedar chalk cherry clay cliff cloud clover coast cobalt copper coral cove creek daisy dawn
delta dew dune dust echo elm ember fern field fig flint fog forest garden glade granite grove harbor hazel
heath hill honey indigo iris island ivy jade june juniper kite lake lantern lark leaf lemon lilac linen maple
marble march meadow mist moss north oak ocean olive opal orchard paper path pear pebble pine plum pond poppy
quartz quill rain reed ridge river robin rose rust sage sand shore silver sky slate snow south spruce star
stone storm stream summer swift tea thistle tide timber tulip umber vale velvet violet walnut wave wheat
willow winter wren
"""
WORDS = tuple(_NEUTRAL.split())


def handles(rng: Rng, n: int) -> tuple[str, ...]:
    """So many different handles."""
    different = dict.fromkeys(_drawn(rng, n))
    while len(different) < n:
        different.update(dict.fromkeys(_drawn(rng, n)))
    return tuple(islice(different, n))


def _drawn(rng: Rng, n: int) -> Iterator[str]:
    """Somewhat more than so many, of which some are the same."""
    k = n + n // 3 + 60
    first, second = rng.integers(0, len(WORDS), k), rng.integers(0, len(WORDS), k)
    digits, long = rng.integers(1, 10 ** rng.integers(2, 5, k)), rng.random(k) < 0.15
    parts = zip(first.tolist(), second.tolist(), digits.tolist(), long.tolist(), strict=True)
    return (f"{WORDS[a]}_{WORDS[b]}{c}" if d else f"{WORDS[a]}{c}" for a, b, c, d in parts)
