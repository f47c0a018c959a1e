"""Somebody who teaches, and whose new classes follow each term.

Teachers at schools get a few classes in January and September, lecturers hundreds of people in October and April, and
those with large accounts sell a course to a cohort three or four times a year. On the first days the name goes
through the chat of the class, and nearly everybody who looks follows. After the last term, or when the course is
over, some leave. An export shows it in visits, which rise on the same days but hardly by more than the arrivals; in
nothing else.
"""

import numpy as np

from reachcheck.model.columns import Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import around, day_of, moments, over_days, some_of
from reachcheck.simulate.years.fourth.ordinary import ordinary
from reachcheck.simulate.years.fourth.people import People

SCHOOL = (day_of(1, 8), day_of(9, 3))
UNIVERSITY = (day_of(10, 13), day_of(4, 13))
CLASSES, PUPILS = (1, 5), (18, 33)
LECTURE = 80.0
COHORTS, APART = (3, 5), 85
LARGE = 8_000
"""From which size on people sell courses."""
FIRST_DAYS = np.array([0.35, 0.3, 0.14, 0.08, 0.05, 0.03, 0.02, 0.01, 0.01, 0.01])
LOOKS, FOLLOWS = (0.3, 0.95), (0.75, 0.97)
LEAVES = (0.05, 0.5)
LEAVING = np.concatenate([np.zeros(100), 0.97 ** np.arange(90)])
"""When those who leave do, by days after they came."""


def new_class(people: People, days: int, rng: Rng) -> Cause:
    """Ordinary years, and classes."""
    n = len(people)
    who, day, members = begun(people, days, rng)
    looks, follows = rng.uniform(*LOOKS, n), rng.uniform(*FOLLOWS, n)
    looking = over_days(rng, (n, days), (who, day), some_of(rng, members, looks[who]), FIRST_DAYS)
    came = some_of(rng, looking, follows[:, None])
    at = moments(came > 0)
    left = over_days(rng, (n, days), at, some_of(rng, came[at], rng.uniform(*LEAVES, n)[at[0]]), LEAVING)
    return ordinary(people, days, rng).more(lookers=looking, came=came, left=left)


def begun(people: People, days: int, rng: Rng) -> tuple[Index, Index, Floats]:
    """Who, on which day, meets how many new people."""
    n = len(people)
    kind = np.where(people.start >= LARGE, 2, rng.integers(0, 2, n))
    parts = [
        *(_school(np.flatnonzero(kind == 0), date, rng) for date in SCHOOL),
        *(_lecture(np.flatnonzero(kind == 1), date, rng) for date in UNIVERSITY),
        *_cohorts(np.flatnonzero(kind == 2), people, days, rng),
    ]
    who, day, members = (np.concatenate(each) for each in zip(*parts, strict=True))
    there = (day >= 0) & (day < days)
    return who[there], day[there], members[there]


def _school(who: Index, date: int, rng: Rng) -> tuple[Index, Index, Floats]:
    """Classes that meet for the first time on one of the first days of a term, each on its own."""
    classes, begins = rng.integers(*CLASSES, len(who)), date + rng.integers(-3, 8, len(who))
    each = np.repeat(who, classes)
    return (
        each,
        np.repeat(begins, classes) + rng.integers(0, 5, len(each)),
        rng.integers(*PUPILS, len(each)).astype(np.float64),
    )


def _lecture(who: Index, date: int, rng: Rng) -> tuple[Index, Index, Floats]:
    return who, date + rng.integers(0, 9, len(who)), np.rint(around(rng, LECTURE, 0.7, len(who)))


def _cohorts(who: Index, people: People, days: int, rng: Rng) -> list[tuple[Index, Index, Floats]]:
    """Cohorts of a course that is sold by advertisement elsewhere: some hundreds for the smallest of the large."""
    first, number = rng.integers(0, APART, len(who)), rng.integers(*COHORTS, len(who))
    parts = []
    for cohort in range(COHORTS[1] - 1):
        members = np.rint(around(rng, 0.5 * people.start[who] ** 0.7, 0.6, len(who)))
        day = first + cohort * APART + rng.integers(0, 10, len(who))
        parts.append((who, np.where(cohort < number, day, days), members))
    return parts
