"""What can be grown: the scenarios, and the worlds of each generator of years."""

from collections.abc import Callable, Mapping

from reachcheck.simulate.scenarios import SCENARIOS
from reachcheck.simulate.years import Years
from reachcheck.simulate.years import first as one
from reachcheck.simulate.years import second as two
from reachcheck.simulate.years import third as three

Grow = Callable[[str, int, int, tuple[float, float], int], Years]

GENERATORS: Mapping[str, tuple[Grow, tuple[str, ...]]] = {
    "first": (one.first, tuple(one.WORLDS)),
    "second": (two.second, tuple(two.WORLDS)),
    "third": (three.third, tuple(three.WORLDS)),
}
"""Each generator of years, and its worlds."""


def scenarios() -> tuple[str, ...]:
    """The names of scenarios, which have lists of followers."""
    return tuple(sorted(SCENARIOS))


def worlds() -> tuple[str, ...]:
    """The names of worlds as a person writes them, `generator/world`."""
    return tuple(f"{name}/{world.replace(' ', '-')}" for name, (_, known) in GENERATORS.items() for world in known)


def grown(name: str, n: int, seed: int, followers: float, days: int = 365) -> Years:
    """Years of profiles of a world that begin with so many followers; raises KeyError for a name not in `worlds()`."""
    generator, _, asked = name.partition("/")
    grow, known = GENERATORS[generator]
    (world,) = [world for world in known if world.replace(" ", "-") == asked] or [asked]
    return grow(world, n, seed, (followers, followers), days)
