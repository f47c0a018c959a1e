"""What the platform counts of a cause: who is there, who goes, whom the account reaches and who opens the profile."""

from collections.abc import Sequence

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import about, some_of
from reachcheck.simulate.years.fourth.people import People
from reachcheck.simulate.years.year import Years

SETTLES = 1.0 / 20.0
"""Which share of those who came lately is settled on a day."""
AGAIN = 0.2
"""Visits of strangers beyond the first."""
READ_ON = (1.0, 0.3, 0.1)
"""Of the followers whom a post reaches: how many see it on its day, and something of it on the days after."""
REMINDED = 1.0
"""How much more followers leave, and open the profile, on the day of a post."""


def booked(people: People, cause: Cause, clean_ups: Sequence[tuple[int, float]], world: str, rng: Rng) -> Years:
    """The years as they were, without what an export fails to show; `clean_ups` are (day, share of followers)."""
    lost, before = _ties(people, cause, dict(clean_ups), rng)
    readers = people.reads[:, None] * _unevenly(cause, people, rng)
    post_reach = some_of(rng, before, np.minimum(people.reads[:, None] * cause.appeal, 0.95)) + cause.carried
    opened = people.curious[:, None] * (1.0 + REMINDED * cause.posted)
    n = len(people)
    return Years(
        world=world,
        start=people.start,
        gained=cause.came,
        lost=lost,
        bought=np.zeros_like(lost),
        reach=some_of(rng, before, np.minimum(readers, 0.97)) + cause.strangers,
        visits=cause.lookers + about(rng, AGAIN * cause.lookers) + some_of(rng, before, opened),
        responses=_of_posts(some_of(rng, post_reach, people.likes[:, None]), cause.posted),
        post_reach=_of_posts(post_reach, cause.posted),
        event=cause.named,
        missing=np.zeros(lost.shape, np.bool_),
        quantum=np.ones(n),
    )


def _ties(people: People, cause: Cause, clean_ups: dict[int, float], rng: Rng) -> tuple[Floats, Floats]:
    """Who leaves on each day, and how many follow at its beginning; who came lately goes more easily."""
    settled, late = people.start.copy(), np.zeros(len(people))
    lost, before = np.zeros_like(cause.came), np.zeros_like(cause.came)
    for day in range(cause.came.shape[1]):
        before[:, day] = settled + late
        reminded, removed = 1.0 + REMINDED * cause.posted[:, day], clean_ups.get(day, 0.0)
        settled -= some_of(rng, settled, people.restless * reminded + removed)
        late -= some_of(rng, late, people.fickle * reminded + removed)
        settled, late = _without(settled, late, cause.left[:, day])
        lost[:, day] = before[:, day] - settled - late
        settling = some_of(rng, late, SETTLES)
        settled, late = settled + settling, late - settling + cause.came[:, day]
    return lost, before


def _without(settled: Floats, late: Floats, left: Floats) -> tuple[Floats, Floats]:
    """Without so many, or all if there are fewer: up to half of them from those who came lately."""
    young = np.minimum(late, np.floor(left / 2.0))
    old = np.minimum(settled, left - young)
    return settled - old, late - np.minimum(late, left - old)


def _unevenly(cause: Cause, people: People, rng: Rng) -> Floats:
    """Which multiple of the usual readers is there on a day: some always, and those of the last posts."""
    seen = people.stories[:, None] * rng.gamma(6.0, 1.0 / 6.0, cause.appeal.shape)
    for late, share in enumerate(READ_ON):
        seen[:, late:] += share * cause.appeal[:, : cause.appeal.shape[1] - late]
    return np.asarray(seen, dtype=np.float64)


def _of_posts(values: Floats, posted: Bools) -> Floats:
    return np.where(posted, values, np.nan)
