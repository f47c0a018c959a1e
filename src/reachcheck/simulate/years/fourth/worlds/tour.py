"""A musician on tour.

One to three times a year they travel for some weeks and play in another town every day or two; rooms are as large as
they are known, and some evenings are festivals, where most people have never heard of them. Who liked it looks for
them that night or on the next two days. The day after they often post. An export shows it in visits and posts; reach
rises only as posts do. Three in five would name every concert, because the dates are on a list; the others name none.
"""

import numpy as np

from reachcheck.model.columns import Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import around, moments, over_days, some_of
from reachcheck.simulate.years.fourth.ordinary import habit, ordinary
from reachcheck.simulate.years.fourth.people import People

TOURS, STOPS = (1, 4), (4, 26)
ROOM = (25.0, 0.6)
"""Listeners: median is this and a share of the followers to the power of 0.72; log-sd."""
FESTIVAL, CROWD = 0.06, (3.0, 12.0)
"""How often an evening is a festival; how many times more listeners that has."""
LOOKS, FOLLOWS = (0.02, 0.14), (0.35, 0.75)
AFTER = np.array([0.5, 0.37, 0.09, 0.04])
POSTS = 0.7


def on_tour(people: People, days: int, rng: Rng) -> Cause:
    """Ordinary years, and concerts."""
    n = len(people)
    who, day = concerts(n, days, rng)
    posted = habit(people, days, rng)
    after = np.minimum(day + 1, days - 1)
    posted[who, after] |= rng.random(len(who)) < POSTS
    looking = over_days(rng, (n, days), (who, day), _listeners(people, who, rng), AFTER)
    came = some_of(rng, looking, rng.uniform(*FOLLOWS, n)[:, None])
    played = np.zeros((n, days), np.bool_)
    played[who, day] = True
    cause = ordinary(people, days, rng, posted).more(lookers=looking, came=came)
    return cause.naming(played & (rng.random(n) < 0.6)[:, None])


def concerts(n: int, days: int, rng: Rng) -> tuple[Index, Index]:
    """Who plays on which day."""
    played = np.zeros((n, days), np.bool_)
    tours = rng.integers(*TOURS, n)
    for tour in range(TOURS[1] - 1):
        day, stops = rng.integers(0, days, n), rng.integers(*STOPS, n)
        for stop in range(STOPS[1] - 1):
            plays = (tour < tours) & (stop < stops) & (day < days)
            played[np.flatnonzero(plays), day[plays]] = True
            day = day + rng.choice(5, n, p=[0.0, 0.5, 0.3, 0.13, 0.07])
    return moments(played)


def _listeners(people: People, who: Index, rng: Rng) -> Floats:
    """Who of each evening's listeners looks the musician up."""
    m = len(who)
    room = around(rng, ROOM[0] + 0.35 * people.start[who] ** 0.72, ROOM[1], m)
    crowd = np.where(rng.random(m) < FESTIVAL, rng.uniform(*CROWD, m), 1.0)
    return some_of(rng, np.rint(room * crowd), rng.uniform(*LOOKS, len(people))[who])
