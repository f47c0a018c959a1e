"""Lists of people whom newcomers follow whole, with one click.

Somebody puts a person on a list; on some lists nobody comes, on some many, most of them when others tell of the list,
and when crowds move to the platform, on the same days for all. An export shows nothing of it: no profile is opened
and no post is shown before. What it shows is that there are more followers.
"""

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import about, wandering
from reachcheck.simulate.years.fourth.ordinary import ordinary
from reachcheck.simulate.years.fourth.people import People

LISTS = 6
WAVES, FADES = 2.5, (2.0, 8.0)
"""How many times a year crowds move, and for how many days it fades."""
TOLD = 0.02
"""Chance of a day on which somebody well known tells of a list."""
USE = 0.0025
"""How many follow a usual list on a quiet day, times followers to the power of 0.8; beyond a tenth of one."""


def starter_packs(people: People, days: int, rng: Rng) -> Cause:
    """Ordinary years, and lists."""
    crowds = 1.0 + moving(days, rng)
    came = np.zeros((len(people), days))
    number = 1 + rng.poisson(1.2, len(people))
    for each in range(LISTS):
        on = (np.arange(days) >= rng.integers(-days, days, len(people))[:, None]) & (each < number)[:, None]
        came += about(rng, on * _use(people, days, rng) * crowds)
    return ordinary(people, days, rng).more(came=came)


def moving(days: int, rng: Rng) -> Floats:
    """How many times more people than usual come to the platform on a day, beyond one."""
    out = np.zeros(days)
    for _ in range(rng.poisson(WAVES * days / 365)):
        late = np.arange(days) - rng.integers(0, days)
        height, fades = rng.lognormal(1.8, 0.8), rng.uniform(*FADES)
        out += np.where(late >= 0, height * np.exp(-np.maximum(late, 0) / fades), 0.0)
    return out


def _use(people: People, days: int, rng: Rng) -> Floats:
    """How many follow one list a day: some are well known and most are not; told of, more do for days."""
    n = len(people)
    known = rng.lognormal(-0.5, 1.2, n)[:, None] * np.exp(wandering(rng, n, days, 20.0, 0.5))
    told = (rng.random((n, days)) < TOLD) * rng.lognormal(1.5, 0.8, (n, days))
    for day in range(1, days):
        told[:, day] += 0.6 * told[:, day - 1]
    return np.asarray((0.1 + USE * people.start**0.8)[:, None] * known * (1.0 + told), dtype=np.float64)
