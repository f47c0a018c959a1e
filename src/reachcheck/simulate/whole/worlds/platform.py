"""What the platform does, and what time does."""

from dataclasses import replace

import numpy as np

from reachcheck.simulate.chance import DAY, Rng
from reachcheck.simulate.whole.calendar import DAYS, START, between, mood, shock, some_day, wave
from reachcheck.simulate.whole.life import Life
from reachcheck.simulate.whole.worlds.everyday import everyday


def merged(rng: Rng, n: int) -> Life:
    """Another account of the owner is merged into this one: its followers come over in one night.

    They are a community of their own and of any age; those of them who were tired of the other account stay silent.
    """
    life, day = everyday(rng, n), some_day(rng)
    over = replace(
        life.streams[int(rng.integers(0, 2))],
        days=shock(day, 0.01, 8.0),
        before=0.0,
        pulled=0.0,
        machine=True,
        silent=float(rng.uniform(0.3, 0.85)),
        sleeps=float(rng.uniform(0.01, 0.1)),
        churn=float(rng.uniform(0.02, 0.2)),
        back=float(rng.uniform(0.0, 0.5)),
        seen=0.0,
    )
    return life.plus(float(rng.uniform(0.15, 0.7)), over, day)


def suggested(rng: Rng, n: int) -> Life:
    """For days or weeks the platform suggests the account to others: a wave of strangers, with or without a trace."""
    life = everyday(rng, n)
    days = np.zeros(DAYS)
    for _ in range(int(rng.integers(1, 4))):
        days = days + wave(some_day(rng), float(rng.uniform(0.6, 14))) * rng.lognormal(0, 0.7)
    wave_of = replace(
        life.streams[2],
        days=days * mood(rng, 2, 0.25),
        before=0.0,
        silent=float(rng.uniform(0.7, 0.95)),
        opened="fresh" if rng.random() < 0.4 else "ever",
        seen=float(rng.choice([0.3, 6.0, 40.0])),
        fades=0.7,
    )
    return life.plus(float(rng.uniform(0.15, 0.6)), wave_of)


def purged(rng: Rng, n: int) -> Life:
    """The platform removes accounts, once or several times: on one day many followers are gone."""
    life = everyday(rng, n)
    days = [some_day(rng, 20, 350) for _ in range(int(rng.integers(1, 4)))]
    purges = tuple((day, float(np.exp(rng.uniform(np.log(0.03), np.log(0.25))))) for day in days)
    return replace(life, purges=purges, empty=max(life.empty, float(rng.uniform(0.02, 0.08))))


def returning(rng: Rng, n: int) -> Life:
    """Back after years, or after months: nothing is posted, then a flurry, and old acquaintances look in."""
    day = some_day(rng, 120, 290)
    life = everyday(rng, n)
    old = tuple(
        replace(one, sleeps=one.sleeps * 2, before=0.8 + 0.2 * one.before, days=one.days * (0.05 + between(day, DAYS)))
        for one in life.streams
    )
    again = replace(life.streams[0], days=shock(day, 4.0, 1.2), before=0.0, told=0.6, delay=3.0)
    posting = replace(life.posting, days=between(day, DAYS) * (1 + 3 * shock(day, 10.0)), a_week=3.0)
    return replace(life, streams=old, posting=posting).plus(float(rng.uniform(0.05, 0.3)), again, day)


def deserted(rng: Rng, n: int) -> Life:
    """An old account: of those who followed it once, many left the platform long ago and are in the list still."""
    life = everyday(rng, n)
    streams = tuple(
        replace(one, sleeps=float(rng.uniform(0.08, 0.3)), before=0.9 + 0.1 * one.before) for one in life.streams
    )
    opened = START // DAY - int(rng.uniform(9.0, 13.0) * 365)
    return replace(life, streams=streams, opened=opened, posting=replace(life.posting, earlier=1500))
