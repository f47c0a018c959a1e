"""Parts of the fourth generator by themselves: arrivals over days, late figures, a list that is gone through."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from reachcheck.simulate.years.fourth import fourth
from reachcheck.simulate.years.fourth.draws import day_of, over_days, weekday
from reachcheck.simulate.years.fourth.report import late
from reachcheck.simulate.years.fourth.worlds.queue import let_in
from reachcheck.simulate.years.year import FIRST_DAY

pytestmark = pytest.mark.slow
"""The generator is frozen: test_frozen holds its bytes in every run, this what they are made of."""


def test_figures_that_come_late_are_the_same_people_on_later_days():
    plain = fourth("everyday", 100, 1, (3_000.0, 30_000.0), days=40)
    once = np.zeros((100, 40))
    once[:, 20] = 700.0
    made = late(replace(plain, reach=once, visits=once), np.random.default_rng(1))
    assert (made.visits.sum(axis=1) == 700).all() and (made.visits[:, 20:23].sum(axis=1) == 700).all()
    over_a_week = made.reach[:, 26] > 0
    same = (made.reach[over_a_week, 20:27] == made.reach[over_a_week, 20:21]).all()
    assert same and (made.reach[over_a_week].sum(axis=1) == 7 * made.reach[over_a_week, 20]).all()
    assert (made.reach[~over_a_week, 20:23].sum(axis=1) == 700).all()
    delayed = made.reach[~over_a_week, 20] < 700
    assert 0.15 < over_a_week.mean() < 0.35 and 0.5 < delayed.mean() < 0.85
    assert (made.gained == plain.gained).all()


def test_who_was_not_let_in_when_the_list_was_gone_through_does_not_wait_on():
    asked, opened = np.zeros((500, 5)), np.zeros((500, 5), np.bool_)
    asked[:, 0], opened[:, [2, 4]] = 10.0, True
    came = let_in(asked, opened, np.random.default_rng(1))
    assert (came[:, [0, 1, 3, 4]] == 0).all()
    assert 7 < came[:, 2].mean() < 9 and came.max() <= 10


def test_arrivals_are_spread_over_their_delays_and_end_with_the_days():
    at = (np.array([0, 0, 1]), np.array([1, 1, 4]))
    spread = over_days(np.random.default_rng(1), (2, 5), at, np.array([5.0, 2.0, 9.0]), np.array([0.0, 1.0]))
    assert spread.tolist() == [[0, 0, 7, 0, 0], [0, 0, 0, 0, 0]]


def test_dates_and_weekdays_are_those_of_the_calendar():
    assert FIRST_DAY + timedelta(days=day_of(1, 8)) == date(2026, 1, 8)
    assert (day_of(10, 1), day_of(9, 30)) == (0, 364)
    assert weekday(7).tolist() == [2, 3, 4, 5, 6, 0, 1]
