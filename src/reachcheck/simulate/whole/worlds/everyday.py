"""The life that all worlds begin with."""

import numpy as np

from reachcheck.simulate.chance import DAY, Floats, Rng
from reachcheck.simulate.whole.calendar import DAYS, START, between, mood, ordinary, some_day
from reachcheck.simulate.whole.life import Life, Posting, Stream


def everyday(rng: Rng, n: int) -> Life:
    """A circle that knows the owner, a public that posts bring, and people passing by, each in its own proportion.

    The larger the profile, the smaller the circle.
    """
    circle = float(np.clip(0.6 * (n / 300) ** -0.35 * rng.lognormal(0, 0.4), 0.01, 0.9))
    public, passing = (1 - circle) * rng.dirichlet([6.0, 2.0])
    grown = float(rng.beta(2.0, 7.0))
    streams = (
        _circle(rng, circle, 1 - grown * rng.uniform(0.2, 0.8)),
        _public(rng, public, 1 - grown),
        _passing(rng, passing, 1 - grown * rng.uniform(0.5, 1.0)),
    )
    return Life(
        opened=START // DAY - int(rng.uniform(1.2, 12.0) * 365),
        streams=streams,
        posting=posting(rng, np.ones(DAYS)),
        warmth=float(rng.lognormal(0.0, 0.25)),
        unequal=float(rng.uniform(0.9, 2.0)),
        talk=float(rng.beta(2.0, 40.0)),
        answers=float(rng.beta(2.0, 1.5)),
        empty=float(np.clip(rng.beta(1.5, 24.0) + 0.006 * np.log10(max(n, 30) / 30), 0.0, 0.3)),
        others=int(np.clip(rng.lognormal(5.0, 0.8), 8, 3000)),
        outside=float(rng.lognormal(-4.8, 0.6)),
        purges=((some_day(rng, 5, 360), float(rng.uniform(0.0005, 0.006))),) if rng.random() < 0.5 else (),
    )


def posting(rng: Rng, days: Floats) -> Posting:
    """Anything between one post in three weeks and one a day, with holidays from it."""
    away = int(rng.integers(0, DAYS - 30))
    holiday = between(away, away + int(rng.integers(5, 30))) * (rng.random() < 0.6)
    return Posting(
        a_week=float(np.clip(rng.lognormal(0.4, 0.7), 0.3, 7.0)),
        days=days * (1 - holiday),
        spread=float(rng.uniform(0.22, 0.75)),
        memory=float(rng.uniform(0.0, 0.7)),
        earlier=int(rng.lognormal(4.8, 1.0)),
    )


def _circle(rng: Rng, weight: float, before: float) -> Stream:
    return Stream(
        weight=weight,
        days=ordinary(rng),
        before=before,
        pulled=0.1,
        told=float(rng.uniform(0.3, 0.75)),
        delay=float(rng.uniform(3, 40)),
        attach=float(rng.uniform(0.6, 1.5)),
        close=float(rng.uniform(0.6, 1.3)),
        silent=float(rng.uniform(0.12, 0.45)),
        reads=float(rng.uniform(0.45, 0.85)),
        back=float(rng.uniform(0.6, 0.97)),
        churn=float(rng.uniform(0.005, 0.05)),
        sleeps=float(rng.uniform(0.005, 0.03)),
        seen=1.2,
    )


def _public(rng: Rng, weight: float, before: float) -> Stream:
    return Stream(
        weight=weight,
        days=ordinary(rng),
        before=before,
        pulled=float(rng.uniform(0.2, 0.75)),
        told=float(rng.uniform(0.05, 0.3)),
        close=float(rng.uniform(-0.5, 0.2)),
        silent=float(rng.uniform(0.4, 0.8)),
        reads=float(rng.uniform(0.2, 0.55)),
        back=float(rng.uniform(0.0, 0.2)),
        churn=float(rng.uniform(0.03, 0.18)),
        sleeps=float(rng.uniform(0.01, 0.05)),
        opened="ever",
        seen=float(rng.uniform(4, 40)),
        fades=float(rng.uniform(0.0, 0.8)),
    )


def _passing(rng: Rng, weight: float, before: float) -> Stream:
    return Stream(
        weight=weight,
        days=ordinary(rng) * mood(rng, 2, 0.4),
        before=before,
        told=0.1,
        close=float(rng.uniform(-1.2, -0.3)),
        silent=float(rng.uniform(0.7, 0.95)),
        reads=float(rng.uniform(0.08, 0.3)),
        back=float(rng.uniform(0.0, 0.08)),
        churn=float(rng.uniform(0.1, 0.4)),
        sleeps=float(rng.uniform(0.03, 0.12)),
        opened="fresh" if rng.random() < 0.25 else "ever",
        seen=float(rng.uniform(3, 15)),
    )
