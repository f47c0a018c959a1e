"""Invented years, and what an export shows of them; two profiles of 60 days, made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from build import METHOD
from reachcheck.measures.registry import measure_all
from reachcheck.model.enums import Metric
from reachcheck.simulate.years import Years, shown
from reachcheck.simulate.years.purchases import Delivery, bought

DAYS = 60


def years(start: float = 1000.0, **more: object) -> Years:
    shape = (2, DAYS)
    gained = np.full(shape, 5.0)
    gained[1, 10] = 300.0
    plain = Years(
        world="by hand",
        start=np.array([start, start]),
        gained=gained,
        lost=np.full(shape, 1.0),
        bought=np.zeros(shape),
        reach=np.full(shape, 250.0),
        visits=np.full(shape, 20.0),
        responses=np.where(np.arange(DAYS) % 4 == 0, 12.0, np.nan) * np.ones(shape),
        post_reach=np.where(np.arange(DAYS) % 4 == 0, 180.0, np.nan) * np.ones(shape),
        event=np.zeros(shape, np.bool_),
        missing=np.zeros(shape, np.bool_),
        quantum=np.ones(2),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def test_an_export_shows_levels_flows_and_posts() -> None:
    dossiers = shown(years())
    daily = dossiers.daily.take(dossiers.daily.profile == 0)
    of = {metric: daily.value[daily.metric == metric] for metric in Metric}
    assert of[Metric.FOLLOWERS].tolist() == [1000 + 4 * (day + 1) for day in range(DAYS)]
    assert of[Metric.GAINED].tolist() == [5.0] * DAYS
    assert of[Metric.REACH].tolist() == [250.0] * DAYS
    assert dossiers.profile.followers.tolist() == [1240.0, 1535.0]
    assert len(dossiers.posts) == 30 and set(dossiers.posts.likes) == {12.0}
    assert str(dossiers.people.as_of[0]) == "2025-11-29T00:00:00"


def test_what_somebody_does_not_have_is_not_there() -> None:
    dossiers = shown(years(), ["gains"])
    assert set(dossiers.daily.metric.tolist()) == {Metric.GAINED, Metric.LOST}
    assert not len(dossiers.posts) and not len(dossiers.events)
    with pytest.raises(ValueError, match="such tables"):
        shown(years(), ["likes"])


def test_missing_days_have_no_row_and_rounding_is_shown() -> None:
    missing = np.zeros((2, DAYS), np.bool_)
    missing[:, 3] = True
    daily = shown(years(missing=missing, quantum=np.array([10.0, 1.0]))).daily
    mine = daily.take((daily.profile == 0) & (daily.metric == Metric.FOLLOWERS))
    assert len(mine) == DAYS - 1
    assert mine.value[:4].tolist() == [1000.0, 1000.0, 1010.0, 1020.0]


def test_events_are_shown_on_their_days() -> None:
    event = np.zeros((2, DAYS), np.bool_)
    event[1, 10] = True
    events = shown(years(event=event)).events
    assert (events.profile.tolist(), str(events.date[0])) == ([1], "2025-10-11T00:00:00")


@pytest.mark.parametrize("delivery", ["lot", "three days", "even drip", "uneven drip"])
def test_a_purchase_is_its_share_of_the_day_before(delivery: Delivery) -> None:
    before = years(start=100_000.0)
    after = bought(before, delivery, 0.2, seed=1)
    assert after.bought.sum(axis=1) == pytest.approx(0.2 * 100_000, rel=0.01)
    assert (after.gained - after.bought == before.gained).all()
    most = {"lot": 3, "three days": 3, "even drip": 30, "uneven drip": 30}[delivery]
    days = [np.flatnonzero(row) for row in after.bought]
    assert all(len(each) <= most and each[-1] - each[0] < most for each in days)
    assert (bought(before, delivery, 0.2, seed=1).gained == after.gained).all()
    assert (bought(before, delivery, 0.2, seed=2).gained != after.gained).any()


def test_a_profile_is_measured_like_any_other() -> None:
    steps = measure_all(shown(years()), METHOD)["growth_steps"]
    assert [steps.one(n).value for n in (0, 1)] == [0.0, 1.0]


def test_some_profiles_and_several_worlds() -> None:
    both = Years.join([years(), years(start=50.0)], "both")
    assert (len(both), both.world, both.days) == (4, "both", DAYS)
    assert both.take(np.array([3])).start.tolist() == [50.0]
