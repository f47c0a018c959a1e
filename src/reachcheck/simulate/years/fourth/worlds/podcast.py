"""A podcast with weekly episodes, whose guests bring people of their own.

It comes out on the same day of the week, in seasons with breaks between. Some episodes have a guest; some guests have
many people, most have few. Most guests tell their people, on the day or up to three days later, and those listen over
the week and look for the host. An export shows it in the post of the day, and in visits, from the day on which the
guest tells it; reach does not rise with it, because that happens on the guest's side. A third of the hosts would name
episodes with guests.
"""

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import about, moments, over_days, some_of, weekday
from reachcheck.simulate.years.fourth.ordinary import habit, ordinary
from reachcheck.simulate.years.fourth.people import People

SEASON, BREAK = (8, 20), (2, 8)
"""Weeks."""
WITH_GUEST, TELLS = (0.2, 1.0), 0.75
TOLD = np.array([0.55, 0.2, 0.15, 0.1])
"""When the guest tells their people, by days after the episode."""
LISTENS = np.array([0.34, 0.2, 0.13, 0.1, 0.08, 0.06, 0.04, 0.03, 0.02])
COMES = 0.012
"""Of the guest's people, how many come and look."""
FAME = 1.3
"""Tail of how many people guests have."""
MORE = 1.5
"""How much more likely than others those follow who heard the host for an hour."""


def podcast(people: People, days: int, rng: Rng) -> Cause:
    """Posts by habit and on days of episodes, and guests."""
    n = len(people)
    episodes = released(n, days, rng)
    cause = ordinary(people, days, rng, episodes | (habit(people, days, rng) & (rng.random((n, days)) < 0.5)))
    guests = episodes & (rng.random((n, days)) < rng.uniform(*WITH_GUEST, n)[:, None])
    lookers = _brought(people, guests, rng)
    regular = about(rng, episodes * (0.0015 * people.start**0.95 + 0.02)[:, None])
    lookers += over_days(rng, (n, days), moments(episodes), regular[episodes], LISTENS)
    came = some_of(rng, lookers, np.minimum(MORE * people.charm, 0.8)[:, None])
    return cause.more(lookers=lookers, came=came).naming(guests & (rng.random(n) < 0.33)[:, None])


def released(n: int, days: int, rng: Rng) -> Bools:
    """On which days episodes come out: every week of a season on the same day."""
    week = (np.arange(days) + 2) // 7
    on = np.zeros((n, week[-1] + 1), np.bool_)
    runs, running = rng.integers(0, SEASON[1], n), rng.random(n) < 0.7
    for each in range(on.shape[1]):
        runs -= 1
        over = runs <= 0
        running = running ^ over
        runs = np.where(over, np.where(running, rng.integers(*SEASON, n), rng.integers(*BREAK, n)), runs)
        on[:, each] = running
    return np.asarray(on[:, week] & (weekday(days) == rng.integers(0, 5, n)[:, None]))


def _brought(people: People, guests: Bools, rng: Rng) -> Floats:
    """Who looks because a guest told them to, by day."""
    who, day = moments(guests)
    theirs = (20.0 + 0.5 * people.start[who] ** 0.9) * (1.0 + rng.pareto(FAME, len(who)))
    tells = rng.random(len(who)) < TELLS
    come = about(rng, np.minimum(COMES * theirs * tells, 1e7))
    told = rng.choice(len(TOLD), len(who), p=TOLD)
    return over_days(rng, guests.shape, (who, day + told), come, LISTENS)
