"""From a world to years: people, what befalls them, what is counted of it, what is exported."""

from reachcheck.simulate.chance import Rng, stream
from reachcheck.simulate.years.fourth.ledger import booked
from reachcheck.simulate.years.fourth.people import people
from reachcheck.simulate.years.fourth.report import exported, late
from reachcheck.simulate.years.fourth.worlds import LATE, WORLDS
from reachcheck.simulate.years.year import Years

CLEAN_UPS, REMOVED = 2.0, (0.0005, 0.006)
"""How often a year the platform removes closed accounts from everybody on one day, and which share of followers."""


def fourth(world: str, n: int, seed: int, sizes: tuple[float, float] = (30.0, 1_000_000.0), days: int = 365) -> Years:
    """Honest years of so many people in a world; raises KeyError for a world that is not in `WORLDS`."""
    live = WORLDS[world]

    def draw(what: str) -> Rng:
        return stream(seed, "fourth", world, what)

    those = people(n, sizes, draw("people"))
    clean_ups = _clean_ups(draw("platform"), days)
    years = booked(those, live(those, days, draw("causes")), clean_ups, world, draw("ledger"))
    return exported(late(years, draw("late")) if world in LATE else years, draw("report"))


def _clean_ups(rng: Rng, days: int) -> list[tuple[int, float]]:
    number = int(rng.poisson(CLEAN_UPS * days / 365))
    return [(int(rng.integers(0, days)), float(rng.uniform(*REMOVED))) for _ in range(number)]
