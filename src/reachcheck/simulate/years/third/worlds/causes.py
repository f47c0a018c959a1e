"""Lives of those who speak for something."""

from reachcheck.simulate.years.third.kinds import Farewell, Occasion, When, World
from reachcheck.simulate.years.third.worlds.usual import advertised, tagged

POLITICIAN = World(
    posts_a_week=4.0,
    season=(1.2, 1.5, 2.0, 0.7, 0.8, 0.8, 0.4, 0.4, 0.9, 0.9, 1.0, 0.8),
    week=(1.1, 1.1, 1.1, 1.1, 1.0, 0.8, 0.8),
    closed=(((7, 20), (8, 18)), ((12, 23), (1, 2))),
    near=2.0,
    local=2.0,
    travels=0.25,
    searched=1.3,
    occasions=(
        Occasion(
            when=When(dates=((1, 25),), jitter=3),
            people=2_500,
            grows=0.65,
            lasts=56,
            shape="grows",
            circles=(0.02, 0.6, 0.2, 0.18),
            visit=0.08,
            named=0.9,
        ),
        Occasion(
            when=When(dates=((3, 22),)),
            people=800,
            grows=0.7,
            varies=1.1,
            lasts=5,
            circles=(0.02, 0.6, 0.2, 0.18),
            visit=0.15,
            named=1.0,
            among=0.6,
        ),
        Occasion(
            when=When(a_year=4),
            people=1_500,
            grows=0.65,
            varies=1.2,
            lasts=3,
            circles=(0.0, 0.5, 0.25, 0.25),
            visit=0.08,
            guests=0.15,
            named=0.6,
        ),
        advertised(2.0, 12_000, 20, among=0.6),
        tagged(1.5),
    ),
    farewells=(
        Farewell(when=When(dates=((3, 24),)), share=0.02, lasts=50, circles=(0.2, 1.0, 0.8, 1.6)),
        Farewell(when=When(a_year=0.4), share=0.012, lasts=5, circles=(0.1, 1.0, 1.0, 1.5)),
    ),
)
"""Somebody who stands for election: eight weeks that grow to a day, a result, and followers who lose interest.

Assumed: all have the same election, on 22 March; six in ten are elected or at least talked of that week; interviews and
debates all year, of which the owner remembers six in ten; one or another quarrel costs followers within days; the
advertisements reach a constant number a day.
"""

RELIEF = World(
    posts_a_week=3.5,
    season=(0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 0.8, 0.7, 1.0, 1.1, 1.3, 1.5),
    near=1.5,
    local=0.8,
    travels=0.3,
    late=2.0,
    occasions=(
        Occasion(
            when=When(dates=((11, 17), (2, 6), (6, 11)), jitter=1),
            people=2_500,
            grows=0.75,
            varies=1.2,
            lasts=14,
            circles=(0.0, 0.1, 0.5, 0.4),
            visit=0.12,
            guests=0.1,
            named=0.8,
        ),
        Occasion(
            when=When(dates=((12, 1),), jitter=6),
            people=9_000,
            grows=0.7,
            lasts=30,
            shape="even",
            circles=(0.01, 0.2, 0.5, 0.29),
            visit=0.03,
            reached=1.0,
            named=0.9,
        ),
        advertised(3.0, 6_000, 30, among=0.5),
        tagged(3.0, 6_000, named=0.5),
    ),
    farewells=(Farewell(when=When(dates=((1, 6),), jitter=8), share=0.008, lasts=30, circles=(0.1, 0.6, 1.0, 1.5)),),
)
"""An organisation for relief or rights: what happens in the world makes it grow, at the same time as all like it.

Assumed: three disasters a year that bring people for two weeks who search for whom to help, with no reach of the
organisation's own; an appeal in December and advertising grants of thirty days that bring as many every day; partners
that tag it; a few who go in January.
"""
