"""A private account: who wants to follow asks, and the owner lets them in by the dozen, once a week or so.

People look, see that it is locked, and some ask. The requests wait. On the owner's day of the week most owners go
through the list; sometimes they forget, and while away they let nobody in for weeks. Some clear out their followers
once or twice a year; of those some ask again in the days after and are let in again. An export shows it in visits, on
the days before people are let in, after a journey of the owner weeks before: on the day itself nothing rises but the
count. Posts reach followers alone.
"""

from dataclasses import replace

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause, nothing
from reachcheck.simulate.years.fourth.draws import around, in_company, moments, over_days, some_of, wandering, weekday
from reachcheck.simulate.years.fourth.ordinary import appeals, habit
from reachcheck.simulate.years.fourth.people import People

ASKS = 2.0
"""How many times more lightly one asks than follows: nothing of the account is seen before."""
ON_THE_DAY, ELSE = 0.85, 0.03
"""Chance that the owner goes through the list on their day of the week, and on others."""
AWAY = (14, 40)
TAGGED = 0.012
"""Chance of a day on which a friend with many friends mentions the account."""
CLEARS, SENT_OFF, AGAIN = 0.3, (0.03, 0.2), 0.3
"""Share of the owners who clear out; which share of the followers goes; how many of those ask again."""
ASKING_AGAIN = 0.75 ** np.arange(12.0)


def let_in_weekly(people: People, days: int, rng: Rng) -> Cause:
    """Requests by day, and who is let in of them when."""
    n = len(people)
    posted = habit(people, days, rng)
    quiet = replace(nothing(people, days), posted=posted, appeal=appeals(people, posted, rng))
    left = _cleared(people, days, rng)
    who, day = moments(left > 0)
    again = over_days(rng, (n, days), (who, day + 1), np.floor(AGAIN * left[left > 0]), ASKING_AGAIN)
    lookers = _looking(people, days, rng)
    asked = some_of(rng, lookers, np.minimum(ASKS * people.charm, 0.9)[:, None]) + again
    return quiet.more(lookers=lookers + again, came=let_in(asked, open_days(n, days, rng), rng), left=left)


def let_in(asked: Floats, opened: Bools, rng: Rng) -> Floats:
    """Who begins to follow: on days when the list is gone through most of those who wait; the others are refused."""
    kind = rng.beta(8.0, 2.0, len(asked))
    came, waiting = np.zeros_like(asked), np.zeros(len(asked))
    for day in range(asked.shape[1]):
        waiting += asked[:, day]
        came[:, day] = np.where(opened[:, day], some_of(rng, waiting, kind), 0.0)
        waiting[opened[:, day]] = 0.0
    return came


def open_days(n: int, days: int, rng: Rng) -> Bools:
    """When the owner goes through the list: their day of the week, most weeks; once a year not for a while."""
    mine = weekday(days) == rng.choice(7, n, p=[0.1, 0.08, 0.08, 0.08, 0.1, 0.2, 0.36])[:, None]
    opened = rng.random((n, days)) < np.where(mine, ON_THE_DAY, ELSE)
    gone, back = rng.integers(0, days, n), rng.integers(*AWAY, n)
    away = (np.arange(days) >= gone[:, None]) & (np.arange(days) < (gone + back)[:, None])
    return opened & ~away


def _looking(people: People, days: int, rng: Rng) -> Floats:
    """Who comes upon the locked profile: people who know the person, and friends of a friend all at once."""
    n = len(people)
    interest = np.exp(wandering(rng, n, days, memory=30.0, spread=0.4))
    lookers = in_company(rng, people.known[:, None] * interest, 1.0)
    who, day = moments(rng.random((n, days)) < TAGGED)
    friends = np.rint(around(rng, 4.0 + 0.3 * people.start[who] ** 0.7, 0.8, len(who)))
    return lookers + over_days(rng, (n, days), (who, day), friends, np.array([0.6, 0.3, 0.1]))


def _cleared(people: People, days: int, rng: Rng) -> Floats:
    n = len(people)
    times = np.where(rng.random(n) < CLEARS, rng.integers(1, 3, n), 0)
    left = np.zeros((n, days))
    for time in range(2):
        who = np.flatnonzero(times > time)
        left[who, rng.integers(0, days, len(who))] = np.rint(people.start * rng.uniform(*SENT_OFF, n))[who]
    return left
