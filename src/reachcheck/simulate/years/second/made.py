"""Years of many profiles, put together."""

from datetime import timedelta
from math import ceil
from typing import Any

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng, stream
from reachcheck.simulate.years.second.causes import causes
from reachcheck.simulate.years.second.fallout import fallout
from reachcheck.simulate.years.second.life import Life
from reachcheck.simulate.years.second.owners import owners
from reachcheck.simulate.years.second.rhythms import Calendar, calendar
from reachcheck.simulate.years.second.worlds import WORLDS, World
from reachcheck.simulate.years.year import FIRST_DAY, Years

BEFORE = 60
"""Days that pass before those recorded."""
POOR = 0.05
"""Share of profiles whose export lacks days, and share whose export rounds."""
SAYS_BACK = 0.5
"""Share of owners who would name their return after months of silence."""


def second(world: str, n: int, seed: int, sizes: tuple[float, float] = (30, 1_000_000), days: int = 365) -> Years:
    """Years of `n` honest profiles of a world; raises ValueError for a world that is not in `WORLDS`.

    Start counts are log-uniform between both `sizes`. Nothing is bought.
    """
    if world not in WORLDS:
        raise ValueError(f"no such world: {world}")
    of = WORLDS[world]

    def rng(name: str) -> Rng:
        return stream(seed, "second", world, name)

    who = owners(rng("owners"), of, n, sizes)
    when = calendar(rng("calendar"), of, who, FIRST_DAY - timedelta(days=BEFORE), BEFORE + days, BEFORE)
    outside = fallout(rng("fallout"), causes(rng("causes"), of, who, days), n, days)
    life = Life(rng("life"), of, who, when)
    life.warm(BEFORE)
    made = life.live(BEFORE, days, outside, _clean_ups(rng("clean-ups"), of, n, days))
    missing, quantum = _export(rng("export"), who.start, days)
    recorded: dict[str, Any] = {name: np.ascontiguousarray(values.T) for name, values in vars(made).items()}
    return Years(
        world=world,
        start=who.start,
        bought=np.zeros((n, days)),
        event=outside.event | _returns(rng("returns"), when, n, days),
        missing=missing,
        quantum=quantum,
        **recorded,
    )


def _clean_ups(rng: Rng, world: World, n: int, days: int) -> Floats:
    """Share of the hollow accounts that are removed on each day, which is the same for all; shape (days, profiles)."""
    found = np.zeros((days, n))
    for day in rng.choice(days, ceil(world.clean_ups * days / 365), replace=False):
        strength = rng.gamma(2.0, 0.5)
        found[day] = np.minimum(world.clean * strength * rng.gamma(3.0, 1 / 3, n), 0.9)
    return found


def _returns(rng: Rng, when: Calendar, n: int, days: int) -> Bools:
    """The day on which owners say that they began anew."""
    named = (when.back >= 0) & (rng.random(n) < SAYS_BACK)
    return np.asarray(named[:, None] & (np.arange(days) == when.back[:, None] - BEFORE))


def _export(rng: Rng, start: Floats, days: int) -> tuple[Bools, Floats]:
    """Stretches of days without a row, and counts to three digits; each for a few."""
    n = len(start)
    missing = np.zeros((n, days), np.bool_)
    for profile in np.flatnonzero(rng.random(n) < POOR):
        for first in rng.integers(0, days, rng.integers(1, 7)):
            missing[profile, first : first + 1 + rng.geometric(0.2)] = True
    digits = np.floor(np.log10(np.maximum(start, 1)))
    rounds = (rng.random(n) < POOR) & (digits >= 3)
    return missing, np.where(rounds, 10.0 ** (digits - 2), 1.0)
