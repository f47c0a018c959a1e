"""Lives of persons."""

from reachcheck.simulate.years.third.kinds import ALL_WEEK, Farewell, Occasion, When, World
from reachcheck.simulate.years.third.worlds.usual import advertised, raffle, tagged

EVERYDAY = World(
    cards=True,
    occasions=(
        tagged(0.6),
        Occasion(when=When(a_year=3), people=25, grows=0.3, circles=(0.6, 0.4, 0.0, 0.0), visit=0.6, strange=0.5),
        advertised(0.3, 3_000, 7, among=0.1),
        raffle(0.2, 300, among=0.1),
    ),
)
"""Anybody: one or two posts a week, a party or a course now and then where a few people meet, seldom a mention.

Assumed: three occasions a year at which some 25 people meet the owner, about as many for the known as for the unknown;
one mention in two years; one in ten ever pays for an advertisement or raffles something off.
"""

ENGINEER = World(
    posts_a_week=0.8,
    week=(1.2, 1.3, 1.2, 1.1, 0.9, 0.4, 0.4),
    near=2.5,
    local=1.4,
    travels=0.25,
    cards=True,
    occasions=(
        Occasion(when=When(a_year=2), people=90, grows=0.3, circles=(0.3, 0.5, 0.2, 0.0), visit=0.5, follow=1.5),
        Occasion(
            when=When(a_year=2.5), people=120, grows=0.45, lasts=9, circles=(0.5, 0.4, 0.1, 0.0), visit=0.6, named=0.2
        ),
        Occasion(
            when=When(a_year=0.7),
            people=15_000,
            grows=0.7,
            varies=1.3,
            lasts=6,
            circles=(0.01, 0.3, 0.5, 0.19),
            visit=0.04,
            reached=1.0,
            named=0.7,
        ),
        tagged(0.8, named=0.4),
    ),
)
"""Somebody in a trade who looks for work: silent, then adding contacts by the dozen, then silent again.

Assumed: two fairs or talks a year; two or three times a year the owner goes through old contacts and adds over a
hundred in some days, of whom many follow back, which no figure of reach shows and hardly anybody remembers; now
and then a post that the whole trade reads for a week; weekends are dead.
"""

RETURNED = World(
    posts_a_week=1.2,
    leave=0.9,
    near=1.5,
    searched=0.6,
    recommended=0.5,
    occasions=(
        Occasion(
            when=When(back=True),
            people=250,
            grows=0.6,
            lasts=12,
            circles=(0.5, 0.35, 0.15, 0.0),
            visit=0.5,
            reached=0.5,
            named=0.6,
        ),
        Occasion(when=When(a_year=4), people=30, grows=0.45, circles=(0.6, 0.3, 0.1, 0.0), visit=0.5, strange=0.3),
        tagged(0.4),
    ),
)
"""Somebody back from parental leave, illness or a sabbatical: nothing for months, then everybody says welcome.

Assumed: nine in ten are away when the year begins and come back in its course; a few hundred people take notice over
twelve days when they do; the platform has half forgotten them.
"""

DORMANT = World(
    posts_a_week=0.03,
    searched=0.5,
    recommended=0.15,
    gaps=0.2,
    occasions=(tagged(0.3, named=0.3), Occasion(when=When(a_year=0.5), people=20, grows=0.45, named=0.2)),
    farewells=(Farewell(when=When(a_year=0.3), share=0.01, lasts=20),),
)
"""A profile whose owner hardly posts any more: a post or two a year, and otherwise what others do.

Assumed: people still look it up, half as often; followers by accident come as to everybody, so that they make a large
part of what comes; a mention or a link in an old article may bring people whom the owner does not even notice.
"""

PRIVATE = World(
    posts_a_week=2.0,
    approves=0.9,
    near=3.0,
    local=2.0,
    week=(*ALL_WEEK[:5], 1.6, 1.5),
    liked=1.5,
    occasions=(
        Occasion(when=When(a_year=5), people=45, grows=0.45, circles=(0.5, 0.5, 0.0, 0.0), visit=0.7, strange=0.6),
        Occasion(
            when=When(dates=((9, 8), (2, 10)), jitter=10),
            people=150,
            grows=0.45,
            lasts=14,
            circles=(0.5, 0.5, 0.0, 0.0),
            visit=0.6,
            strange=0.9,
            named=0.8,
        ),
    ),
)
"""A profile that strangers have to ask: a class, a club, a choir, or somebody careful.

Assumed: nine in ten of them are private; those who ask are let in on one day together, about once a week and often
when the owner posts anyway, so that many come on a day without anything happening on it; two terms a year begin.
"""
