"""Which windows are looked at, and by which limits; a series alone, by hand."""

from dataclasses import replace
from math import log, sqrt

import numpy as np
import pytest

from build import EASY, METHOD
from reachcheck.measures.growth.attention import Attention, Kind
from reachcheck.measures.growth.days import Days
from reachcheck.measures.growth.grown import Grown
from reachcheck.measures.growth.scanning import Scanned, limits_of, scan_all, scan_of, steps_of
from reachcheck.measures.growth.series import DAY, Series
from reachcheck.stats.bursts import Window

START = np.datetime64("2026-01-01", "s")
N = 91


def test_no_window_is_shorter_than_a_period() -> None:
    growth = METHOD.growth
    assert [scan_of(growth, days).windows for days in (1, 3, 4, 7)] == [
        (1, 3, 7, 14, 30),
        (3, 7, 14, 30),
        (7, 14, 30),
        (7, 14, 30),
    ]
    assert [steps_of(growth, days).windows for days in (1, 3, 4)] == [(1, 3, 7), (3, 7), (7,)]
    assert (scan_of(growth, 1).drip, steps_of(growth, 1).drip) == (30, None)


def test_a_scan_takes_its_yard_from_the_method() -> None:
    growth = METHOD.growth
    against, past = scan_of(growth, 1).yard, steps_of(growth, 1).yard
    assert (against.least, past.least) == (growth.least, growth.step_least) == (50.0, 20.0)
    assert replace(against, least=20.0) == past
    assert (past.scale, past.pseudo_share, past.pseudo_least, past.least_share) == (0.7, 0.005, 2.0, 0.1)
    assert (past.drip_scale, past.drip_pseudo_share, past.drip_pseudo_least) == (0.5, 0.0002, 0.067)


@pytest.mark.parametrize("kind", ["named", "reach", "posts"])
def test_limits_are_those_of_the_kind_by_size_and_window(kind: str) -> None:
    limits = limits_of(METHOD.growth, kind)
    rows = getattr(METHOD.growth, f"limits_{kind}")
    for row, size in enumerate(METHOD.growth.sizes):
        for column in range(6):
            assert limits.at(np.array([size]), column)[0] == pytest.approx(rows[row][column])


def alike(kind: Kind, **on: float) -> Attention:
    """100 a day, and another number on some: `at_45=9000`."""
    by_day = np.full(N, 100.0)
    for name, value in on.items():
        by_day[int(name.removeprefix("at_"))] = value
    return Attention(kind=kind, by_day=by_day, seen=by_day, usual=100.0)


def grown(
    gain: float, *attention: Attention, named: int | None = None, listed: bool = False, eve: float = 2.0
) -> Grown:
    """2 a day of a level of 1000, and other numbers on days 44 and 45."""
    gains = np.full(N, 2.0)
    gains[44:46] = eve, gain
    at = START + np.arange(N) * DAY
    none, rows, marks = np.zeros(N, np.int64), np.arange(N), np.zeros(N, np.bool_)
    level = np.full(N, 1000.0)
    if named is not None:
        marks[named] = True
    series = Series(origin="arrivals", start=at, end=at, gain=gains, level=level, source=none, row=rows)
    days = Days(first=START, gain=gains, level=level, period=rows, cadence=1)
    return Grown(series=series, days=days, attention=attention, named=marks, listed=listed, grain=none + 1)


def scanned(made: Grown) -> Scanned:
    return scan_all(EASY.growth, {7: made})[7]


def score(gain: float, length: int, expected: float = 2.0) -> float:
    """Of a window of so many days around a gain: .5 expected above the usual, and 5 added to both."""
    mean = expected * length + 0.5
    return log((gain + 2.0 * (length - 1) + 5) / (mean + 5)) / sqrt(0.49 + 1 / (mean + 5))


def test_a_series_that_cannot_stand_out_is_not_looked_at() -> None:
    # 30 days with 41 on one of them bring 99, and a tenth of the level is 100
    assert scanned(grown(41.0, alike("posts"))).lengths == ()
    looked = scanned(grown(42.0, alike("posts")))
    assert (looked.lengths, looked.steps, looked.left_over) == ((1, 3, 7, 14, 30, 30), (), ())


def test_a_gain_stands_out_in_every_window_that_holds_it_by_its_score_over_the_limit() -> None:
    found = scanned(grown(402.0))
    assert (found.left_over, found.nearly, found.carried) == ((), (), ())
    margins = {window.end - window.first: window.margin for window in found.steps}
    assert margins == {length: pytest.approx(score(402.0, length) / 3.0) for length in (1, 3, 7)}
    assert [(w.first, w.end) for w in found.steps if w.end - w.first == 1] == [(45, 46)]
    assert {w.first for w in found.steps if w.end - w.first == 3} == {43, 44, 45}


def test_what_attention_carries_is_not_left_over() -> None:
    plain = scanned(grown(402.0, alike("posts")))
    assert Window(45, 46, pytest.approx(score(402.0, 1) / 4.9)) in plain.left_over  # type: ignore[arg-type]
    assert plain.carried[0][45] == pytest.approx(score(402.0, 1) / 4.9)
    assert plain.lengths == (1, 3, 7, 14, 30, 30)
    carried = scanned(grown(402.0, alike("posts"), alike("reach", at_45=20000.0)))
    assert carried.steps == plain.steps
    assert (carried.left_over, carried.nearly) == ((), ())


@pytest.mark.parametrize(("eve", "near"), [(45.0, [45]), (50.0, [44, 45])])
def test_a_day_beside_what_is_left_over_comes_near_from_a_share_of_the_limit_on(eve: float, near: list[int]) -> None:
    # half of 4.9: ln(50 / 7.5) and ln(55 / 7.5) are 2.40 and 2.52 times the spread of .79; neither is a tenth of 1000
    method = replace(EASY.growth, join=0.5)
    found = scan_all(method, {7: grown(402.0, alike("posts"), eve=eve)})[7]
    assert [window.first for window in found.nearly] == near
    assert scan_all(method, {7: grown(2.0, alike("posts"), eve=eve)})[7].nearly == ()


def test_days_of_an_event_are_left_out_of_what_attention_is_held_against() -> None:
    found = scanned(grown(402.0, alike("posts"), named=45, listed=True))
    assert (found.left_over, len(found.steps) > 0) == ((), True)
    assert np.isnan(found.carried[0][45])


def test_series_of_several_lengths_and_kinds_of_attention_keep_their_places() -> None:
    made = {3: grown(402.0, alike("posts")), 1: grown(402.0), 9: grown(2.0, alike("posts")), 4: grown(600.0)}
    together = scan_all(EASY.growth, made)
    assert list(together) == [3, 9, 1, 4]
    for i, each in made.items():
        alone = scan_all(EASY.growth, {i: each})[i]
        assert (together[i].steps, together[i].left_over) == (alone.steps, alone.left_over)
    assert (together[9].lengths, together[9].steps) == ((), ())
