"""One account with several authors: an association, a department, a collective.

Two to five people take turns of one to three weeks; each posts as often and as well as they can, and each has people
of their own, who are told "it is my turn now" and come to look, until they are used up. During some years an author
joins, with people who never heard of the account; during some one leaves, and some go along. An export shows it in
posts, whose number and success change with the turn, in reach, and in visits.
"""

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import around, over_days, some_of
from reachcheck.simulate.years.fourth.ordinary import ordinary
from reachcheck.simulate.years.fourth.people import People

AUTHORS = 5
TURN = (6, 22)
TOLD = 0.1
"""Share of an author's own people whom a first post of a turn makes look; later posts of it make fewer look."""
SINCE = 0.35
JOINS = 0.6
GOES_ALONG = (0.005, 0.05)
"""Share of the followers who leave with an author, over a week or two."""
GOING = 0.8 ** np.arange(14.0)


def several_authors(people: People, days: int, rng: Rng) -> Cause:
    """Posts by turns, and the people of those whose turn it is."""
    n = len(people)
    turn, first = turns(n, days, rng)
    rate = rng.beta(1.5, 2.5, (n, AUTHORS))
    cause = ordinary(people, days, rng, rng.random((n, days)) < np.take_along_axis(rate, turn, axis=1))
    lookers, came = own_people(people, cause.posted, turn, first, rng)
    return cause.more(lookers=lookers, came=came, left=_gone_along(people, days, rng))


def turns(n: int, days: int, rng: Rng) -> tuple[Index, Bools]:
    """Whose turn it is on each day, and on which days a turn begins; the last author joins during the year or never."""
    authors = rng.integers(2, AUTHORS, n)
    joins = np.where(rng.random(n) < JOINS, rng.integers(0, days, n), days)
    turn, first = np.zeros((n, days), np.int64), np.zeros((n, days), np.bool_)
    current, left = rng.integers(0, authors), rng.integers(1, TURN[1], n)
    for day in range(days):
        left -= 1
        over = (left <= 0) | (day == joins)
        following = rng.integers(0, authors + (day >= joins))
        current = np.where(day == joins, authors, np.where(over, following, current))
        left = np.where(over, rng.integers(*TURN, n), left)
        turn[:, day], first[:, day] = current, over
    return turn, first


def own_people(people: People, posted: Bools, turn: Index, first: Bools, rng: Rng) -> tuple[Floats, Floats]:
    """Who looks because somebody they know writes, and who follows then; who looked does not look again for that."""
    n, days = posted.shape
    size = around(rng, np.repeat(25.0 + people.start**0.65, AUTHORS), 0.8, n * AUTHORS)
    left = np.rint(size).reshape(n, AUTHORS)
    lookers, came = np.zeros((n, days)), np.zeros((n, days))
    told = np.zeros(n)
    for day in range(days):
        told = np.where(first[:, day], TOLD, told)
        who = turn[:, day]
        looking = some_of(rng, left[np.arange(n), who], told * posted[:, day])
        left[np.arange(n), who] -= looking
        told = np.where(posted[:, day], told * SINCE, told)
        lookers[:, day] = looking
        came[:, day] = some_of(rng, looking, np.minimum(2.5 * people.charm, 0.8))
    return lookers, came


def _gone_along(people: People, days: int, rng: Rng) -> Floats:
    n = len(people)
    leaves = np.where(rng.random(n) < 0.3, rng.integers(0, days, n), days)
    going = np.rint(people.start * rng.uniform(*GOES_ALONG, n))
    return over_days(rng, (n, days), (np.arange(n), leaves), going, GOING)
