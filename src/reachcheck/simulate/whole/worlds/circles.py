"""People who know each other. Where the profile is large, so are their institutions: a school becomes a university."""

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
from reachcheck.simulate.whole.life import Life, Opened, Stream
from reachcheck.simulate.whole.worlds.everyday import everyday


def classmates(rng: Rng, n: int) -> Life:
    """A class, or several, open their accounts together and follow within days; telling does most of it."""
    life = everyday(rng, n)
    for _ in range(int(rng.integers(1, 4))):
        day = some_day(rng)
        life = life.plus(float(rng.uniform(0.08, 0.25)), _joining(rng, day, "together"), day)
    return life


def colleagues(rng: Rng, n: int) -> Life:
    """A firm takes to the platform: on a training day all at once, or department after department."""
    trained = [some_day(rng) for _ in range(int(rng.integers(1, 5)))]
    days = sum((shock(day, 0.7) for day in trained), np.zeros(DAYS))
    joined = replace(_joining(rng, 0, "together"), days=days * _office(), close=0.1, told=float(rng.uniform(0.3, 0.7)))
    silent, reads = float(rng.uniform(0.4, 0.8)), float(rng.uniform(0.3, 0.7))
    joined = replace(joined, silent=silent, reads=reads)
    return everyday(rng, n).plus(float(rng.uniform(0.15, 0.5)), joined, *trained)


def association(rng: Rng, n: int) -> Life:
    """Members follow each other and the association; many come on the days of assemblies."""
    held = [some_day(rng, 20, 350) for _ in range(int(rng.integers(2, 6)))]
    meetings = sum((shock(day, 1.5) for day in held), np.zeros(DAYS))
    members = Stream(
        weight=1.0,
        days=meetings + 0.05 * ordinary(rng) / DAYS,
        before=float(rng.uniform(0.4, 0.85)),
        told=float(rng.uniform(0.5, 0.85)),
        delay=float(rng.uniform(0.5, 8)),
        attach=1.8,
        close=float(rng.uniform(0.3, 0.9)),
        silent=float(rng.uniform(0.2, 0.5)),
        reads=float(rng.uniform(0.4, 0.8)),
        back=float(rng.uniform(0.8, 1.0)),
        churn=float(rng.uniform(0.01, 0.06)),
        opened="fresh" if rng.random() < 0.3 else "ever",
        seen=1.5,
    )
    return everyday(rng, n).plus(float(rng.uniform(0.4, 0.8)), members, *held)


def friends(rng: Rng, n: int) -> Life:
    """A circle that answers everything: nearly nobody silent, nearly everybody followed back."""
    life = everyday(rng, n)
    close = replace(
        life.streams[0],
        silent=float(rng.uniform(0.0, 0.12)),
        back=float(rng.uniform(0.9, 1.0)),
        churn=0.01,
        before=float(rng.uniform(0.75, 0.97)),
    )
    life = replace(life, warmth=float(rng.uniform(1.4, 3.0)), talk=float(rng.uniform(0.05, 0.25)), empty=life.empty / 4)
    return replace(life, unequal=float(rng.uniform(0.4, 1.0))).plus(float(rng.uniform(0.75, 0.93)), close)


def teacher(rng: Rng, n: int) -> Life:
    """New pupils come as school begins, and those who finished leave in summer."""
    school = between(0, 12) + between(day_of(9, 1), DAYS - 1) + 0.1 * between(day_of(1, 7), day_of(1, 20))
    pupils = Stream(
        weight=1.0,
        days=school * mood(rng, 2, 0.5) * (0.2 + _office()),
        before=float(rng.uniform(0.3, 0.6)),
        told=float(rng.uniform(0.4, 0.8)),
        delay=float(rng.uniform(0.3, 3)),
        close=float(rng.uniform(-0.2, 0.6)),
        silent=float(rng.uniform(0.3, 0.7)),
        reads=float(rng.uniform(0.4, 0.8)),
        back=float(rng.uniform(0.0, 0.4)),
        churn=float(rng.uniform(0.5, 1.2)),
        leaving=wave(day_of(7, 4), 5) + 0.05,
        opened="together" if rng.random() < 0.3 else "fresh",
        fades=0.5,
    )
    life = everyday(rng, n).plus(float(rng.uniform(0.3, 0.65)), pupils, day_of(9, 1), day_of(7, 4))
    holidays = between(day_of(7, 8), day_of(8, 28)) + between(day_of(12, 21), day_of(1, 4))
    return replace(life, posting=replace(life.posting, days=np.maximum(1 - holidays, 0.03)))


def quiet(rng: Rng, n: int) -> Life:
    """Somebody who posts a few times a year, is read by friends, and grows by hearsay."""
    life = everyday(rng, n)
    posting = replace(life.posting, a_week=float(rng.uniform(0.08, 0.35)), earlier=int(rng.integers(4, 60)))
    streams = tuple(replace(one, pulled=one.pulled / 4, told=0.5, churn=one.churn / 2) for one in life.streams)
    return replace(life, posting=posting, streams=streams, others=life.others * 2)


def newcomer_in_town(rng: Rng, n: int) -> Life:
    """Somebody moves, or changes the firm: a second circle grows beside the old one, which cools down."""
    day = some_day(rng, 60, 250)
    life = everyday(rng, n)
    second = replace(_joining(rng, day, "ever"), days=shock(day, 25.0, 1.1) + 0.3 * ramp(rng, day, 10.0))
    old = tuple(replace(one, churn=one.churn * 2, fades=0.3) for one in life.streams)
    return replace(life, streams=old).plus(float(rng.uniform(0.2, 0.5)), replace(second, told=0.7, delay=9.0), day)


def _joining(rng: Rng, day: int, opened: Opened) -> Stream:
    return Stream(
        weight=1.0,
        days=shock(day, float(rng.uniform(0.2, 1.5)), 2.0),
        told=float(rng.uniform(0.6, 0.95)),
        delay=float(rng.uniform(0.1, 1.5)),
        attach=float(rng.uniform(0.7, 1.6)),
        close=float(rng.uniform(0.3, 1.0)),
        silent=float(rng.uniform(0.1, 0.5)),
        reads=float(rng.uniform(0.5, 0.9)),
        back=float(rng.uniform(0.6, 0.98)),
        churn=float(rng.uniform(0.0, 0.05)),
        opened=opened,
        seen=1.1,
    )


def _office() -> Floats:
    """Working days."""
    return np.where(weekdays() < 5, 1.0, 0.08)
