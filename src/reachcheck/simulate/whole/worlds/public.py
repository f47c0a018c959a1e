"""What happens in public: on a stage, in the press, at the polls, in a shop."""

from dataclasses import replace

import numpy as np

from reachcheck.simulate.chance import Floats, Rng
from reachcheck.simulate.whole.calendar import (
    DAYS,
    between,
    day_of,
    mood,
    ordinary,
    ramp,
    shock,
    some_day,
    wave,
    weekdays,
)
from reachcheck.simulate.whole.life import Life, Mark, Stream
from reachcheck.simulate.whole.worlds.everyday import everyday


def broadcast(rng: Rng, n: int) -> Life:
    """Named on the radio, on television or in a newspaper: a crowd comes that reads and never responds.

    The platform knows nothing of the cause; it counts those who looked, or half of them.
    """
    day = some_day(rng)
    crowd = _crowd(rng, shock(day, float(rng.uniform(0.3, 2.5)), float(rng.uniform(1.2, 2.2))))
    share = float(rng.uniform(0.15, 0.6))
    seen = float(rng.choice([0.0, 1.5, 8.0]))
    return everyday(rng, n).plus(share, replace(crowd, silent=float(rng.uniform(0.93, 1.0)), seen=seen), day)


def musician(rng: Rng, n: int) -> Life:
    """A tour in summer or in winter, each concert with its evening; two releases."""
    season = wave(day_of(7, 10), 35) if rng.random() < 0.6 else wave(day_of(12, 5), 30)
    nights = (rng.random(DAYS) < 0.25 * season) & (weekdays() >= 3)
    concerts = np.where(nights, rng.lognormal(0, 0.8, DAYS), 0.0)
    days = np.convolve(concerts, [0.5, 1.0, 0.35, 0.15, 0.05])[:DAYS] + 0.02 * ordinary(rng)
    fans = replace(_crowd(rng, days), close=0.2, silent=float(rng.uniform(0.4, 0.75)), fades=0.9, told=0.25)
    marks = tuple(Mark(day=some_day(rng), far=float(rng.uniform(6, 25))) for _ in range(2))
    life = everyday(rng, n).plus(float(rng.uniform(0.2, 0.5)), fans)
    posting = replace(life.posting, days=0.3 + 2 * season, a_week=life.posting.a_week * 1.5)
    return replace(life, marks=marks, posting=posting)


def shop(rng: Rng, n: int) -> Life:
    """A shop lives by its season: the weeks before Christmas, sales, closed in August; customers rarely respond."""
    season = 0.3 + 1.5 * wave(day_of(12, 14), 12) + wave(day_of(6, 28), 7) + 0.8 * wave(day_of(1, 10), 5)
    closed = between(day_of(8, 3), day_of(8, 21))
    buyers = replace(_crowd(rng, season * (1 - 0.8 * closed) * ordinary(rng)), before=float(rng.uniform(0.4, 0.8)))
    life = everyday(rng, n).plus(float(rng.uniform(0.3, 0.7)), replace(buyers, told=0.15, seen=12.0))
    return replace(life, posting=replace(life.posting, days=season * (1 - closed)), talk=life.talk / 2)


def candidate(rng: Rng, n: int) -> Life:
    """A local politician: ever more until the election, press on some days, people who leave after it."""
    day = some_day(rng, 120, 300)
    stages = rng.integers(day - 70, day, 4).tolist()
    press = sum((shock(stage, 1.0) for stage in stages), np.zeros(DAYS))
    days = ramp(rng, day, float(rng.uniform(8, 30))) + 0.3 * press + 0.8 * shock(day + 1, 1.5)
    voters = replace(
        _crowd(rng, days),
        close=0.0,
        silent=float(rng.uniform(0.6, 0.85)),
        back=float(rng.uniform(0.1, 0.6)),
        churn=float(rng.uniform(0.1, 0.3)),
        leaving=shock(day + 1, 12.0, 1.2),
        tastes=(1.0, 0.4),
    )
    life = everyday(rng, n).plus(float(rng.uniform(0.3, 0.6)), voters, *stages)
    posting = replace(life.posting, days=0.15 + ramp(rng, day, 25.0), a_week=2.5, topics=(0.7, 0.3))
    return replace(life, posting=posting, marks=(Mark(day=day, far=8.0, words=2.0),))


def giveaway(rng: Rng, n: int) -> Life:
    """To win one has to follow and comment: many come within days, comment once, stay silent, and some leave."""
    day, lasts = some_day(rng, 60, 300), int(rng.integers(4, 12))
    days = between(day, day + lasts) * (1.0 + 1.5 * (np.arange(DAYS) == day + lasts) + shock(day, 1.0))
    players = replace(
        _crowd(rng, days),
        pulled=0.85,
        mark=0,
        silent=float(rng.uniform(0.3, 0.6)),
        close=-0.8,
        churn=float(rng.uniform(0.3, 0.8)),
        leaving=shock(day + lasts + 1, 4.0, 1.2),
        fades=1.5,
        seen=float(rng.uniform(3, 12)),
    )
    life = everyday(rng, n).plus(float(rng.uniform(0.15, 0.5)), players)
    return replace(life, marks=(Mark(day=day, far=float(rng.uniform(5, 20)), pull=2.5, words=8.0),))


def goes_round_twice(rng: Rng, n: int) -> Life:
    """Two posts that go round, months apart; who comes by them cools down."""
    first = some_day(rng, 30, 160)
    second = some_day(rng, first + 60, 345)
    life = everyday(rng, n)
    for index in range(2):
        come = replace(_crowd(rng, ordinary(rng)), pulled=1.0, mark=index, told=0.1, fades=float(rng.uniform(0.3, 1.4)))
        come = replace(come, silent=float(rng.uniform(0.5, 0.85)), seen=float(rng.uniform(10, 120)))
        life = life.plus(float(rng.uniform(0.12, 0.4)), come)
    far = rng.lognormal(4.3, 0.5, 2)
    marks = tuple(Mark(day=day, far=float(f), pull=1.8) for day, f in zip((first, second), far, strict=True))
    return replace(life, marks=marks)


def bilingual(rng: Rng, n: int) -> Life:
    """A page in two languages: each half responds to its own, and the second language came later."""
    life = everyday(rng, n)
    strict = float(rng.uniform(0.02, 0.2))
    one = tuple(replace(stream, tastes=(1.0, strict)) for stream in life.streams)
    came = ordinary(rng) * between(int(rng.integers(20, 200)), DAYS - 1)
    other = replace(life.streams[1], tastes=(strict, 1.0), days=came, before=float(rng.uniform(0.0, 0.6)), told=0.35)
    share = float(rng.uniform(0.3, 0.6))
    posting = replace(life.posting, topics=(1 - share, share))
    return replace(life, streams=one, posting=posting).plus(float(rng.uniform(0.3, 0.6)), other)


def advertised(rng: Rng, n: int) -> Life:
    """Advertisements, paid to the platform and shown as such: they reach many, of whom a steady few follow."""
    paid = np.zeros(DAYS)
    begun = [some_day(rng, 10, 340) for _ in range(int(rng.integers(2, 6)))]
    for first in begun:
        paid = paid + between(first, first + int(rng.integers(4, 25))) * rng.lognormal(0, 0.6)
    shown = paid * mood(rng, 2, 0.15)
    come = replace(_crowd(rng, shown), told=0.04, silent=float(rng.uniform(0.75, 0.95)), close=-0.8, seen=0.0)
    life = everyday(rng, n).plus(float(rng.uniform(0.2, 0.55)), come, *begun)
    return replace(life, paid=shown / shown.sum() * float(rng.uniform(5, 60)))


def guest(rng: Rng, n: int) -> Life:
    """Posts together with somebody larger, whose public looks in; some of it stays and responds."""
    days = [some_day(rng) for _ in range(int(rng.integers(1, 4)))]
    life = everyday(rng, n)
    for index in range(len(days)):
        come = replace(_crowd(rng, shock(days[index], 1.0)), pulled=0.7, mark=index, close=-0.1, silent=0.6)
        life = life.plus(float(rng.uniform(0.08, 0.25)), replace(come, seen=float(rng.uniform(10, 60))))
    return replace(life, marks=tuple(Mark(day=day, far=float(rng.uniform(10, 50))) for day in days))


def _crowd(rng: Rng, days: Floats) -> Stream:
    """Strangers who come for one reason."""
    return Stream(
        weight=1.0,
        days=np.maximum(days, 0.0),
        told=float(rng.uniform(0.0, 0.2)),
        delay=float(rng.uniform(1, 8)),
        close=float(rng.uniform(-0.9, -0.2)),
        silent=float(rng.uniform(0.6, 0.9)),
        reads=float(rng.uniform(0.15, 0.5)),
        back=float(rng.uniform(0.0, 0.06)),
        churn=float(rng.uniform(0.05, 0.25)),
        opened="fresh" if rng.random() < 0.15 else "ever",
        seen=float(rng.uniform(2, 20)),
    )
