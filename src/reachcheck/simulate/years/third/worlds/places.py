"""Lives of places that people go to."""

from reachcheck.simulate.years.third.kinds import Farewell, Occasion, When, World
from reachcheck.simulate.years.third.worlds.usual import advertised, raffle, tagged

SCHOOL = World(
    posts_a_week=2.0,
    season=(1.0, 1.0, 1.1, 0.9, 1.1, 1.3, 0.4, 0.3, 1.5, 1.1, 1.0, 0.9),
    week=(1.1, 1.2, 1.2, 1.2, 1.1, 0.3, 0.3),
    closed=(((12, 20), (1, 5)), ((7, 8), (8, 25)), ((10, 18), (11, 1)), ((4, 4), (4, 19))),
    near=6.0,
    local=1.8,
    travels=0.15,
    liked=1.4,
    occasions=(
        Occasion(
            when=When(dates=((9, 1),), jitter=4),
            people=220,
            grows=0.5,
            varies=0.4,
            lasts=25,
            circles=(0.7, 0.3, 0.0, 0.0),
            visit=0.5,
            strange=1.0,
            named=0.9,
        ),
        Occasion(
            when=When(dates=((1, 24), (3, 14)), jitter=7),
            people=150,
            grows=0.5,
            lasts=4,
            circles=(0.3, 0.7, 0.0, 0.0),
            visit=0.4,
            strange=0.8,
            named=0.9,
        ),
        Occasion(when=When(a_year=6), people=60, grows=0.5, lasts=3, circles=(0.5, 0.5, 0.0, 0.0), visit=0.4),
        tagged(0.3, 2_000),
    ),
    farewells=(Farewell(when=When(dates=((7, 3),), jitter=5), share=0.06, lasts=90, circles=(1.0, 0.7, 0.1, 0.0)),),
)
"""A school: pupils and parents come with September and its open days, leavers go over the summer.

Assumed: a new year's families within 25 days; two open days that the school can name; sports days and plays; no posts
in the holidays; one in seventeen of those near follows no longer three months after the end of the year.
"""

BAKERY = World(
    posts_a_week=3.0,
    season=(0.8, 0.9, 0.9, 1.1, 1.0, 1.0, 0.9, 0.7, 1.0, 1.1, 1.2, 1.8),
    week=(0.5, 0.8, 0.9, 1.0, 1.3, 1.7, 0.8),
    closed=(((8, 3), (8, 21)),),
    near=2.0,
    local=2.5,
    travels=0.15,
    occasions=(
        Occasion(
            when=When(every=7),
            people=25,
            grows=0.45,
            varies=0.3,
            lasts=2,
            circles=(0.1, 0.9, 0.0, 0.0),
            visit=0.3,
            strange=0.4,
            named=0.0,
        ),
        Occasion(
            when=When(dates=((12, 6), (5, 16)), jitter=9),
            people=200,
            grows=0.5,
            lasts=3,
            circles=(0.05, 0.95, 0.0, 0.0),
            visit=0.3,
            strange=0.5,
            named=0.8,
        ),
        advertised(2.0, 4_000, 10, among=0.6),
        raffle(1.2, 350, among=0.6),
        tagged(1.0, 5_000, named=0.5),
    ),
)
"""A bakery, or any small shop: a sign at the till, a market, a raffle at Easter, Christmas.

Assumed: its Saturdays bring customers who scan the sign; two fairs a year; six in ten pay for advertisements of ten
days and raffle something off, after which most who came for the prize go; a food blogger once a year.
"""
