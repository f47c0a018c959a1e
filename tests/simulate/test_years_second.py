"""Honest profiles by mechanisms of their own: contracts, what each world is named for, and dispersion."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from reachcheck.model.columns import Bools, Floats
from reachcheck.model.enums import Metric
from reachcheck.simulate.chance import stream
from reachcheck.simulate.years import Years, shown
from reachcheck.simulate.years.purchases import bought
from reachcheck.simulate.years.second import WORLDS, second
from reachcheck.simulate.years.second.causes import Causes
from reachcheck.simulate.years.second.fallout import fallout
from reachcheck.simulate.years.second.ties import Ties

pytestmark = pytest.mark.slow
"""The generator is frozen: test_frozen holds its bytes in every run, this what they are made of."""

SALE = slice(52, 61)
"""The last days of November, of days since the first of October."""


@cache
def some_years(world: str) -> Years:
    return second(world, 250, 3)


@cache
def small(world: str) -> Years:
    return second(world, 200, 3, (30, 300))


def large(world: str) -> Years:
    years = some_years(world)
    return years.take(years.start > 50_000)


def before(years: Years) -> Floats:
    return np.concatenate([years.start[:, None], years.level[:, :-1]], axis=1)


def peak(years: Years) -> Floats:
    """Share of a year's gains that came on its greatest three days."""
    greatest = np.sort(years.gained, axis=1)[:, -3:].sum(axis=1)
    return np.asarray(greatest / np.maximum(years.gained.sum(axis=1), 1))


def joined(years: Years) -> Bools:
    """Days on which many came and reach was no greater than usual."""
    usual = np.median(years.reach, axis=1, keepdims=True)
    return np.asarray((years.gained >= 8) & (years.reach < 3 * usual + 30))


@pytest.mark.parametrize("world", WORLDS)
def test_people_are_whole_and_the_count_is_never_negative(world: str) -> None:
    years = some_years(world)
    assert years.world == world and years.start.shape == (250,) and years.quantum.shape == (250,)
    for name in ("gained", "lost", "bought", "reach", "visits", "responses", "post_reach", "event", "missing"):
        values = getattr(years, name)
        assert values.shape == (250, 365)
        kept = values[~np.isnan(values)]
        assert (kept >= 0).all() and (kept == np.rint(kept)).all()
    for name in ("gained", "lost", "bought", "reach", "visits"):
        assert not np.isnan(getattr(years, name)).any()
    assert (years.level >= 0).all() and not years.bought.any()
    assert (years.lost <= before(years) + years.gained).all()
    assert (np.isnan(years.responses) == np.isnan(years.post_reach)).all()
    posted = ~np.isnan(years.responses)
    assert (years.responses[posted] <= years.post_reach[posted]).all()


def test_the_same_seed_gives_the_same_and_another_does_not() -> None:
    one, again, other = (second("everyday", 20, seed, days=50) for seed in (1, 1, 2))
    assert all((getattr(one, name) == getattr(again, name)).all() for name in ("start", "gained", "reach", "event"))
    assert (one.gained != other.gained).any() and (one.start != other.start).any()


def test_sizes_and_days_are_as_asked_for() -> None:
    years = second("mentions", 300, 1, (1000, 2000), 40)
    assert years.gained.shape == (300, 40)
    assert years.start.min() >= 1000 and years.start.max() <= 2000
    assert np.median(years.start) == pytest.approx(1000 * 2**0.5, rel=0.1)
    with pytest.raises(ValueError, match="no such world: elsewhere"):
        second("elsewhere", 1, 1)


@pytest.mark.parametrize("world", WORLDS)
def test_large_profiles_vary_far_more_than_by_chance_and_remember_yesterday(world: str) -> None:
    gained = large(world).gained
    assert np.median(gained.var(axis=1) / gained.mean(axis=1)) > 5
    with_yesterday = [np.corrcoef(row[:-1], row[1:])[0, 1] for row in gained]
    assert np.median(with_yesterday) > 0.2


def test_small_profiles_gain_nobody_on_most_days() -> None:
    assert np.median((small("everyday").gained == 0).mean(axis=1)) > 0.6


def test_growth_differs_between_profiles_and_some_shrink() -> None:
    years = some_years("everyday")
    growth = years.level[:, -1] / years.start - 1
    assert 0.05 < (growth < 0).mean() < 0.6
    assert -0.1 < np.median(growth) < 0.4
    assert np.quantile(growth, 0.95) > 0.5


def test_mentions_bring_people_at_once_and_their_owners_know() -> None:
    plain, mentioned = (small(world) for world in ("everyday", "mentions"))
    greatest = [np.median((years.gained / years.start[:, None]).max(axis=1)) for years in (plain, mentioned)]
    assert greatest[1] > 1.3 * greatest[0]
    great = mentioned.gained.max(axis=1) >= 10
    assert great.sum() > 50
    assert mentioned.event[great, mentioned.gained.argmax(axis=1)[great]].mean() > 0.45


def test_some_mentions_are_not_seen_in_reach() -> None:
    years = some_years("mentions")
    rows, day = np.arange(250), years.gained.argmax(axis=1)
    lift = years.reach[rows, day] / np.maximum(np.median(years.reach, axis=1), 1)
    great = peak(years) > 0.3
    assert (lift[great] < 2).any() and (lift[great] > 5).any()


def test_trade_has_its_sales_and_its_week() -> None:
    ratio, week = {}, {}
    for world in ("everyday", "seasonal trade"):
        gained = large(world).gained
        ratio[world] = np.median(np.median(gained[:, SALE], axis=1) / np.median(gained, axis=1))
        by_weekday = np.stack([np.median(gained[:, day::7], axis=1) for day in range(7)])
        week[world] = np.median(by_weekday.max(axis=0) / by_weekday.min(axis=0))
    assert ratio["seasonal trade"] > 1.6 > 1.3 > ratio["everyday"]
    assert week["seasonal trade"] - 1 > 1.5 * (week["everyday"] - 1) > 0.1


def test_groups_join_within_days_without_reach_and_half_are_listed() -> None:
    plain, campus = (small(world) for world in ("everyday", "campus or firm"))
    assert joined(campus).any(axis=1).mean() > 1.5 * joined(plain).any(axis=1).mean() > 0.1
    profile, day = np.nonzero(joined(campus))
    listed = [campus.event[one, max(when - 2, 0) : when + 3].any() for one, when in zip(profile, day, strict=True)]
    assert 0.25 < np.mean(listed) < 0.7


def test_who_comes_back_was_silent_for_months() -> None:
    posted = ~np.isnan(some_years("comeback").responses)
    first = np.where(posted.any(axis=1), posted.argmax(axis=1), 365)
    assert first.min() >= 91
    assert posted.any(axis=1).mean() > 0.95


def test_clean_ups_remove_followers_of_all_profiles_on_the_same_days() -> None:
    years = large("comeback")
    great = years.lost > 10 * np.median(years.lost, axis=1, keepdims=True)
    together = great.mean(axis=0)
    assert 1 <= (together > 0.5).sum() <= 4
    assert np.median(together) < 0.05


def test_promotion_is_declared_and_lasts() -> None:
    years = large("advertiser")
    assert np.median(years.event.sum(axis=1)) > 20
    during = np.where(years.event, years.gained, np.nan)[years.event.any(axis=1)]
    otherwise = np.where(years.event, np.nan, years.gained)[years.event.any(axis=1)]
    assert np.median(np.nanmean(during, axis=1) / np.nanmean(otherwise, axis=1)) > 1.5
    assert (years.gained.sum() + years.start.sum() - years.lost.sum()) == years.level[:, -1].sum()


def test_recommended_posts_go_farther() -> None:
    far = {}
    for world in ("everyday", "recommended"):
        reach = some_years(world).post_reach
        often = reach[(~np.isnan(reach)).sum(axis=1) > 30]
        far[world] = np.median(np.nanmax(often, axis=1) / np.nanmedian(often, axis=1))
    assert far["recommended"] > 2 * far["everyday"]


def test_those_who_do_not_mean_to_stay_leave_sooner() -> None:
    one = np.array([1.0])
    ties = Ties(10_000 * one, 10_000 * one, 0 * one, 0 * one, 0 * one)
    rng = stream(1, "test")
    lost = sum(ties.leave(rng, 0.0002 * one, one / 30, 0 * one)[0] for _ in range(60))
    assert 9_600 < ties.settled[0] < 9_950
    assert ties.passing[0] == pytest.approx(10_000 * np.exp(-2), rel=0.35)
    assert ties.level[0] == 20_000 - lost


def promotion(**more: object) -> Causes:
    """A thousand people, a hundred a day from day 5 on, all of whom look and follow."""
    one = np.array([1.0])
    plain = Causes(
        profile=np.array([1]),
        day=np.array([5]),
        length=np.array([10]),
        fade=np.inf * one,
        exposed=1000 * one,
        seen=np.array([True]),
        visit=one,
        follow=one,
        loose=0 * one,
        calm=1e9 * one,
        named=np.array([True]),
        throughout=np.array([True]),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def test_promotion_brings_as_many_each_day() -> None:
    made = fallout(stream(1, "test"), promotion(), 2, 20)
    assert not made.stayers[0].any() and not made.passers.any()
    assert not made.stayers[1, :5].any() and not made.stayers[1, 15:].any()
    assert made.stayers[1, 5:15] == pytest.approx(np.full(10, 100), abs=50)
    assert made.reach[1, 5:15] == pytest.approx(np.full(10, 100), rel=0.01)
    assert np.flatnonzero(made.event[1]).tolist() == list(range(5, 15)) and not made.event[0].any()


def test_what_reach_does_not_count_brings_people_all_the_same() -> None:
    unseen = promotion(seen=np.array([False]), named=np.array([False]), loose=np.array([1.0]), fade=np.array([1.0]))
    made = fallout(stream(1, "test"), unseen, 2, 20)
    assert not made.reach.any() and not made.event.any() and not made.stayers.any()
    assert made.passers[1].sum() == pytest.approx(1000, abs=150)
    assert made.passers[1, 5] > 500 > made.passers[1, 7]


def test_what_goes_on_after_the_last_day_is_not_there() -> None:
    made = fallout(stream(1, "test"), promotion(), 2, 8)
    assert made.stayers.shape == (2, 8) and made.stayers[1, 5:].sum() == pytest.approx(300, abs=90)


def test_a_few_exports_lack_days_or_round() -> None:
    years = some_years("everyday")
    lacking, rounded = years.missing.any(axis=1), years.quantum > 1
    assert 0.03 < (lacking | rounded).mean() < 0.2
    assert (years.quantum[rounded] <= years.start[rounded] / 100).all()
    assert years.missing.mean(axis=1).max() < 0.5


def test_years_can_be_shown_and_bought_on_top_of() -> None:
    years = second("everyday", 30, 5, days=120)
    daily = shown(years).daily
    assert (daily.metric == Metric.REACH).sum() == (~years.missing).sum()
    more = bought(years, "lot", 0.5, seed=1)
    assert (more.level[:, -1] > years.level[:, -1]).all()
