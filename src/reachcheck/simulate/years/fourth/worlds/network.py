"""Word of mouth as an epidemic on a network of acquaintances with communities.

Around somebody are a few communities (a school, a village, a trade). Who lately began to follow talks about it,
mostly within the community, rarely across, however they came; posts start talk too. In some communities it dies out,
in some it runs through and is then used up, weeks or months apart. An export shows it in visits: who hears of
somebody looks first. Reach knows nothing of talk.
"""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import about, around, some_of
from reachcheck.simulate.years.fourth.ordinary import ordinary
from reachcheck.simulate.years.fourth.people import People

COMMUNITIES = 8
TALKS = 6.0
"""Days for which a newcomer talks about it."""
ACROSS = 0.03
"""Share of the talk that crosses to the other communities."""
LOOKED_ENOUGH = 0.5
"""Of those who looked and did not follow, so many do not look again."""
SPARK = 0.001
"""Share of a community that a post of the person makes talk, in effect."""
MOVE_IN = 0.0004


@dataclass(frozen=True, kw_only=True, eq=False)
class Circle:
    """Arrays of shape (people, communities)."""

    size: Floats
    spreads: Floats
    """To how many a newcomer passes it on while all are new to it, counting those who follow."""


def circles(people: People, rng: Rng) -> Circle:
    """Communities of very different sizes, two to eight; in most of them each newcomer brings less than one more."""
    n = len(people)
    pool = around(rng, 0.6 * people.start + 40.0, 0.7, n)
    shares = rng.dirichlet(np.full(COMMUNITIES, 0.8), n)
    shares *= np.arange(COMMUNITIES) < rng.integers(2, COMMUNITIES + 1, n)[:, None]
    spreads = np.exp(rng.normal(np.log(0.7), 0.45, shares.shape))
    return Circle(size=np.rint(pool[:, None] * shares), spreads=spreads)


def by_word_of_mouth(people: People, days: int, rng: Rng) -> Cause:
    """Ordinary years, and talk."""
    cause = ordinary(people, days, rng)
    lookers, came = talk(people, circles(people, rng), cause, rng)
    return cause.more(lookers=lookers, came=came)


def talk(people: People, circle: Circle, cause: Cause, rng: Rng) -> tuple[Floats, Floats]:
    """Who looks on each day because others talk, and who follows then."""
    lookers, came = np.zeros_like(cause.came), np.zeros_like(cause.came)
    unaware, talking = circle.size.copy(), np.zeros_like(circle.size)
    part = circle.size / np.maximum(circle.size.sum(axis=1, keepdims=True), 1.0)
    rate = circle.spreads / (TALKS * people.charm[:, None])
    for day in range(came.shape[1]):
        heard = (1.0 - ACROSS) * talking + ACROSS * talking.mean(axis=1, keepdims=True)
        sparks = SPARK * circle.size * cause.appeal[:, day, None]
        looking = some_of(rng, unaware, -np.expm1(-rate * (heard + sparks) / np.maximum(circle.size, 1.0)))
        following = some_of(rng, looking, people.charm[:, None])
        done = following + some_of(rng, looking - following, LOOKED_ENOUGH)
        moved_in = some_of(rng, circle.size - unaware + done, MOVE_IN)
        unaware += moved_in - done
        talking += following + about(rng, part * cause.came[:, day, None]) - some_of(rng, talking, 1.0 / TALKS)
        lookers[:, day], came[:, day] = looking.sum(axis=1), following.sum(axis=1)
    return lookers, came
