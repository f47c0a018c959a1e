"""What everybody has beside the cause of their world: posts by habit, strangers they reach, people who look one up."""

from dataclasses import replace

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause, nothing
from reachcheck.simulate.years.fourth.draws import about, in_company, moments, over_days, some_of, wandering
from reachcheck.simulate.years.fourth.people import People

LINGERS = np.array([0.55, 0.25, 0.1, 0.05, 0.03, 0.02])
"""When strangers come upon a post, by days since."""
STAYS, AWAY = (15.0, 120.0), (3.0, 30.0)
"""Mean days of a diligent phase and of a silent one, by person."""
OUTSIDE, OPENS = 0.12, 0.02
"""Strangers that a usual post reaches, of each reader; which share of them open the profile."""
COMPANY = 0.4
"""How many friends come along with somebody who looks a person up."""


def habit(people: People, days: int, rng: Rng) -> Bools:
    """On which days people post: diligent phases, in each a rate of their own, and silent ones between."""
    n = len(people)
    stops, starts = 1.0 / rng.uniform(*STAYS, n), 1.0 / rng.uniform(*AWAY, n)
    diligent = rng.random(n) < starts / (starts + stops)
    posted = np.zeros((n, days), np.bool_)
    for day in range(days):
        diligent ^= rng.random(n) < np.where(diligent, stops, starts)
        posted[:, day] = diligent & (rng.random(n) < people.diligence)
    return posted


def appeals(people: People, posted: Bools, rng: Rng) -> Floats:
    """How far each post goes: mostly near 1, for some people far more uneven than for others."""
    uneven = rng.uniform(0.2, 0.9, len(people))[:, None]
    drawn = np.exp(uneven * rng.normal(0.0, 1.0, posted.shape) - uneven**2 / 2)
    return np.where(posted, drawn, 0.0)


def ordinary(people: People, days: int, rng: Rng, posted: Bools | None = None) -> Cause:
    """The year of somebody to whom nothing in particular happens, with posts by habit if none are given."""
    posted = habit(people, days, rng) if posted is None else posted
    quiet = replace(nothing(people, days), posted=posted, appeal=appeals(people, posted, rng))
    return looked_up(by_posts(quiet, people, rng), people, rng)


def by_posts(cause: Cause, people: People, rng: Rng) -> Cause:
    """Strangers come upon what was posted, now and on the days after; what many like is passed on more than that."""
    usual = OUTSIDE * people.reads * people.start
    carried = about(rng, usual[:, None] * cause.appeal**1.6)
    at = moments(cause.posted)
    strangers = over_days(rng, cause.posted.shape, at, carried[at], LINGERS)
    lookers = some_of(rng, strangers, OPENS)
    return cause.more(
        strangers=strangers, carried=carried, lookers=lookers, came=some_of(rng, lookers, people.charm[:, None])
    )


def looked_up(cause: Cause, people: People, rng: Rng) -> Cause:
    """People who heard of somebody, now more and now less over weeks, and rarely alone."""
    interest = np.exp(wandering(rng, len(people), cause.posted.shape[1], memory=25.0, spread=0.35))
    lookers = in_company(rng, people.known[:, None] * interest, COMPANY)
    return cause.more(lookers=lookers, came=some_of(rng, lookers, people.charm[:, None]))
