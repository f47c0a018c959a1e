"""Lives of people who make something for an audience."""

from reachcheck.simulate.years.third.kinds import ALL_WEEK, Occasion, When, World
from reachcheck.simulate.years.third.worlds.usual import advertised, raffle, tagged

MUSICIAN = World(
    posts_a_week=3.0,
    season=(0.7, 0.8, 1.0, 1.1, 1.2, 1.4, 1.4, 1.3, 1.1, 1.0, 1.0, 1.0),
    week=(0.7, 0.8, 0.9, 1.1, 1.4, 1.3, 0.8),
    recommended=2.0,
    travels=0.28,
    cards=True,
    occasions=(
        Occasion(
            when=When(a_year=18),
            people=120,
            grows=0.65,
            lasts=3,
            circles=(0.1, 0.5, 0.4, 0.0),
            visit=0.35,
            strange=0.3,
            named=0.9,
            among=0.8,
        ),
        Occasion(
            when=When(a_year=1.5),
            people=9_000,
            grows=0.75,
            varies=1.2,
            lasts=25,
            circles=(0.0, 0.1, 0.6, 0.3),
            visit=0.03,
            named=0.7,
        ),
        tagged(2.5, 8_000),
        advertised(1.0, 8_000, 14),
    ),
)
"""A musician: concerts in summer, a release or two that playlists carry for weeks, friends' bands that tag them.

Assumed: 18 concerts a year of which the owner knows the dates, each with people who follow the same night; a release is
heard on another service, so that its listeners come without any reach here, fading over 25 days.
"""

NEWSLETTER = World(
    posts_a_week=2.5,
    week=(1.2, 1.3, 1.2, 1.2, 1.0, 0.5, 0.6),
    local=0.6,
    occasions=(
        Occasion(
            when=When(every=7),
            people=160,
            grows=0.75,
            varies=0.4,
            lasts=2,
            circles=(0.02, 0.2, 0.6, 0.18),
            visit=0.15,
            visited=False,
            named=0.0,
        ),
        Occasion(
            when=When(a_year=2),
            people=5_000,
            grows=0.7,
            varies=1.1,
            lasts=3,
            circles=(0.0, 0.1, 0.7, 0.2),
            visit=0.08,
            visited=False,
            named=0.6,
        ),
        tagged(1.2),
        raffle(0.5, 400, among=0.2),
    ),
)
"""Somebody who writes to subscribers every week, with a button in each issue by which to follow.

Assumed: each issue brings followers on its day and the next who are in no reach and no visits; twice a year another
newsletter recommends this one to its own readers, often without a word to the author.
"""

ELSEWHERE = World(
    posts_a_week=4.0,
    week=(*ALL_WEEK[:4], 1.1, 1.3, 1.3),
    recommended=2.5,
    travels=0.3,
    cards=True,
    late=3.0,
    occasions=(
        Occasion(
            when=When(a_year=3),
            people=30_000,
            grows=0.75,
            varies=1.5,
            lasts=9,
            circles=(0.0, 0.03, 0.37, 0.6),
            visit=0.04,
            visited=False,
            guests=0.2,
            named=0.5,
        ),
        Occasion(when=When(a_year=3), people=3_000, lasts=3, circles=(0.0, 0.1, 0.6, 0.3), visit=0.08, reached=0.5),
        tagged(2.0),
    ),
)
"""Somebody whose videos live on another platform: one of them does well there, and people come over.

Assumed: three times a year, of wildly different sizes, over nine days; a link in a profile there leads to following
here, so that neither reach nor visits show anything; the owner names half of them. A few days a year the platform
books on the next one. Three collaborations a year, which count half as reached by this profile.
"""
