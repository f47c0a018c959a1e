"""What holds for the honest years of every world of the fourth generator, and what trace each cause leaves."""

from dataclasses import fields

import numpy as np
import pytest

from reachcheck.simulate.years import Years, shown
from reachcheck.simulate.years.fourth import UNSEEN, WORLDS, fourth
from reachcheck.simulate.years.year import FIRST_DAY

pytestmark = pytest.mark.slow
"""The generator is frozen: test_frozen holds its bytes in every run, this what they are made of."""

N, DAYS = 80, 365
NEEDS_NO_LOOK = {"recommended", "new job", "starter packs", "late figures"}
"""In which some follow without opening the profile, or in which visits are dated late."""
WEEKDAY = (FIRST_DAY.weekday() + np.arange(DAYS)) % 7
MADE: dict[tuple[str, str], Years] = {}


def lived(world: str, size: str = "all") -> Years:
    sizes = {"all": (30.0, 1e6), "small": (30.0, 300.0), "large": (30_000.0, 300_000.0)}[size]
    if (world, size) not in MADE:
        MADE[world, size] = fourth(world, N, 3, sizes)
    return MADE[world, size]


@pytest.fixture(params=WORLDS)
def years(request) -> Years:
    return lived(request.param)


def moved(values, by: int):
    """Each day's value put so many days later."""
    return np.pad(values, ((0, 0), (by, 0)))[:, : values.shape[1]]


def within_a_week(values):
    """The sum of each day and the six before it."""
    return sum(moved(values, by) for by in range(7))


def likeness(one, other, years: Years) -> float:
    """The median over profiles without gaps of the correlation over days."""
    whole = ~years.missing.any(axis=1) & (one.std(axis=1) > 0) & (other.std(axis=1) > 0)
    return float(np.median([np.corrcoef(one[row], other[row])[0, 1] for row in np.flatnonzero(whole)]))


def on_the_best_day(values, years: Years) -> float:
    """How many times the profile's median day a figure is on the day of most gains; the median over profiles."""
    whole = np.flatnonzero(~years.missing.any(axis=1))
    return float(np.median(values[whole, years.gained[whole].argmax(axis=1)] / np.median(values[whole], axis=1)))


def test_there_are_between_eight_and_twelve_worlds_and_few_of_them_are_unseen():
    assert 8 <= len(WORLDS) <= 12
    assert "everyday" in WORLDS
    assert set(UNSEEN) < set(WORLDS)


def test_all_arrays_have_one_row_a_profile_and_one_entry_a_day(years):
    for name in ("gained", "lost", "bought", "reach", "visits", "responses", "post_reach", "event", "missing"):
        assert getattr(years, name).shape == (N, DAYS), name
    assert years.start.shape == years.quantum.shape == (N,)
    assert (years.start.min() >= 30) and (years.start.max() <= 1_000_000)


def test_nobody_bought_anything(years):
    assert not years.bought.any()


def test_counts_of_people_are_whole_and_never_negative(years):
    for name in ("start", "gained", "lost", "reach", "visits", "responses", "post_reach"):
        values = getattr(years, name)
        there = values[~np.isnan(values)]
        assert (there >= 0).all(), name
        assert (there == np.rint(there)).all(), name


def test_the_level_is_that_of_the_day_before_with_who_came_and_without_who_left(years):
    before = np.column_stack([years.start, years.level[:, :-1]])
    assert (years.level == before + years.gained - years.lost).all()
    assert years.level.min() >= 0
    assert (years.lost <= before).all()


def test_figures_lack_on_missing_days_only_and_posts_have_both_or_neither(years):
    assert not np.isnan(years.gained).any() and not np.isnan(years.lost).any()
    for name in ("reach", "visits"):
        assert (np.isnan(getattr(years, name)) == years.missing).all(), name
    assert (np.isnan(years.responses) == np.isnan(years.post_reach)).all()
    assert 0.03 < years.missing.any(axis=1).mean() < 0.35
    assert years.missing.mean() < 0.02


def test_no_more_respond_to_a_post_than_it_reached(years):
    posted = ~np.isnan(years.responses)
    assert posted.any()
    assert (years.responses[posted] <= years.post_reach[posted]).all()


def test_who_follows_has_looked_before_where_following_needs_a_look(years):
    if years.world not in NEEDS_NO_LOOK:
        whole = ~years.missing.any(axis=1)
        visits, gained = np.cumsum(years.visits[whole], axis=1), np.cumsum(years.gained[whole], axis=1)
        assert (visits >= gained).all()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(years):
    first, again, other = (fourth(years.world, 5, seed, days=60) for seed in (3, 3, 4))
    names = [field.name for field in fields(Years) if field.name not in ("world", "first_day")]
    assert all(getattr(first, name).tobytes() == getattr(again, name).tobytes() for name in names)
    assert first.visits.tobytes() != other.visits.tobytes()


@pytest.mark.parametrize("n", [0, 1])
@pytest.mark.parametrize("world", WORLDS)
def test_there_may_be_one_profile_or_none_and_few_days(world, n):
    assert fourth(world, n, 0, days=20).gained.shape == (n, 20)


def test_years_can_be_shown_as_dossiers(years):
    assert len(shown(years.take(np.arange(2))).daily) > 0


def test_an_unknown_world_is_refused():
    with pytest.raises(KeyError, match="nowhere"):
        fourth("nowhere", 1, 0)


def test_sizes_are_spread_evenly_over_orders_of_magnitude():
    start = fourth("everyday", 2_000, 1, days=10).start
    assert np.median(np.log10(start)) == pytest.approx((np.log10(30) + 6) / 2, abs=0.15)


def test_only_large_profiles_are_rounded_where_the_platform_does_not_round_all():
    for world in set(WORLDS) - {"late figures"}:
        assert set(lived(world, "small").quantum) == {1.0}
    assert {1.0, 100.0} == set(lived("podcast", "large").quantum)


def test_most_grow_and_few_more_than_tenfold(years):
    growth = years.level[:, -1] / years.start
    assert np.median(growth) > 1.0
    assert np.mean(growth > 10) < 0.1


@pytest.mark.parametrize("world", ["everyday", "recommended", "several authors", "heat wave", "podcast", "on tour"])
def test_visits_rise_with_gains_on_the_day(world):
    years = lived(world, "large")
    assert likeness(years.gained, years.visits, years) > 0.5


@pytest.mark.parametrize("world", UNSEEN)
def test_in_unseen_worlds_neither_visits_nor_reach_nor_posts_rise_with_gains(world):
    years = lived(world, "large")
    posted = (~np.isnan(years.responses)).astype(np.float64)
    for figure in (years.visits, years.reach, posted, moved(years.visits, 1), within_a_week(years.visits)):
        assert abs(likeness(years.gained, figure, years)) < 0.3
    assert on_the_best_day(years.gained, years) > 5 > 1.5 > on_the_best_day(years.visits, years)
    assert not years.event.any()


def test_talk_leaves_reach_alone_and_a_recommender_does_not():
    talked, recommended = lived("everyday", "large"), lived("recommended", "large")
    assert likeness(recommended.gained, recommended.reach, recommended) > 0.9
    assert likeness(talked.gained, talked.reach, talked) < likeness(talked.gained, talked.visits, talked)


def test_what_a_recommender_shows_is_in_the_posts_own_reach():
    years = lived("recommended", "large")
    most = np.nanmax(years.post_reach, axis=1) / np.nanmedian(years.post_reach, axis=1)
    plain = lived("everyday", "large")
    assert np.median(most) > 2 * np.median(np.nanmax(plain.post_reach, axis=1) / np.nanmedian(plain.post_reach, axis=1))


def test_several_authors_post_unevenly_and_more_come_on_days_of_posts():
    years = lived("several authors")
    posted = ~np.isnan(years.responses)
    assert years.gained[posted].mean() > 1.2 * years.gained[~posted].mean()
    weeks = posted[:, :364].reshape(N, 52, 7).sum(axis=2)
    assert np.median(weeks.var(axis=1)) > 1.5


def test_people_are_let_in_on_few_days_whose_visits_are_those_of_the_week_before():
    years = lived("let in weekly", "large")
    assert (years.gained > 0).mean() < 0.25
    weekdays = np.stack([years.gained[:, day == WEEKDAY].sum(axis=1) for day in range(7)])
    assert np.median(weekdays.max(axis=0) / weekdays.sum(axis=0)) > 0.7
    alike = []
    for row in np.flatnonzero(~years.missing.any(axis=1)):
        days = np.flatnonzero(years.gained[row])
        waited = np.diff(np.cumsum(years.visits[row])[days])
        alike.append(np.corrcoef(waited, years.gained[row, days[1:]])[0, 1])
    assert np.median(alike) > 0.5
    assert abs(likeness(years.gained, years.visits, years)) < 0.2


def test_a_locked_account_reaches_followers_alone():
    years = lived("let in weekly")
    before = np.column_stack([years.start, years.level[:, :-1]])
    assert (years.reach <= before)[~years.missing].all()


def test_some_owners_clear_out_and_let_part_of_them_in_again():
    years = lived("let in weekly", "large")
    share = years.lost / np.column_stack([years.start, years.level[:, :-1]])
    assert 0.1 < np.mean((share > 0.025).any(axis=1)) < 0.6
    cleared = np.argwhere(share[:, :300] > 0.025)
    after = [
        years.visits[who, day + 1 : day + 8].sum() > years.visits[who, day - 8 : day - 1].sum() for who, day in cleared
    ]
    assert np.mean(after) > 0.7


def test_alarm_shows_in_reach_and_posts_and_half_of_the_owners_name_it():
    years = lived("heat wave", "large")
    assert likeness(years.gained, years.reach, years) > 0.3
    assert on_the_best_day(years.reach, years) > 2
    best = years.gained.argmax(axis=1)
    assert (~np.isnan(years.responses))[np.arange(N), best].mean() > 0.9
    assert 0.25 < years.event.any(axis=1).mean() < 0.75


def test_outlets_of_a_region_have_their_best_days_together():
    best = lived("heat wave", "large").gained.argmax(axis=1)
    assert len(set(best.tolist())) < N / 2


def test_episodes_come_out_on_one_weekday_and_guests_bring_people_to_the_profile():
    years = lived("podcast", "large")
    posted = ~np.isnan(years.responses)
    most = np.stack([posted[:, day == WEEKDAY].sum(axis=1) for day in range(7)]).max(axis=0)
    assert np.median(most / 52) > 0.6
    assert on_the_best_day(years.visits, years) > 1.3
    assert (~posted[years.event]).sum() == 0 and 0.1 < years.event.any(axis=1).mean() < 0.6


def test_skiers_come_in_winter_when_more_is_posted_and_look_first():
    years = lived("ski school", "small")
    winter = (np.arange(DAYS) >= 80) & (np.arange(DAYS) < 195)
    for figure in (years.gained, years.visits, (~np.isnan(years.responses)).astype(float)):
        in_winter, else_ = np.nanmean(figure[:, winter], axis=1), np.nanmean(figure[:, ~winter], axis=1)
        assert np.mean(in_winter > 1.2 * else_) > 0.6
    by_weekday = [years.gained[:, winter & (day == WEEKDAY)].mean() for day in range(7)]
    assert max(by_weekday[3:5]) > 2 * by_weekday[6]


def test_a_class_looks_and_nearly_all_of_it_follows():
    years = lived("new class", "small")
    whole = np.flatnonzero(~years.missing.any(axis=1))
    best = years.gained[whole].argmax(axis=1)
    gained, visits = years.gained[whole, best], years.visits[whole, best]
    assert 1.0 <= np.median(visits / gained) < 2.0
    assert likeness(years.gained, years.visits, years) > 0.7
    assert not years.event.any()


def test_colleagues_come_on_working_days_and_look_and_the_news_goes_far():
    years = lived("new job", "small")
    weekend = WEEKDAY >= 5
    best = years.gained.argmax(axis=1)
    assert weekend[best].mean() < 0.15
    assert likeness(years.gained, years.visits, years) > 0.3
    named = np.argwhere(years.event)
    ratio = [years.post_reach[who, day] / np.nanmedian(years.post_reach[who]) for who, day in named]
    assert len(named) > 10 and np.median(ratio) > 1.4


def test_concerts_bring_people_that_night_and_on_the_day_after_and_some_owners_name_them():
    years = lived("on tour", "small")
    names = years.event.any(axis=1)
    assert 0.4 < names.mean() < 0.8
    near = years.event | moved(years.event, 1)
    for figure in (years.gained, years.visits):
        assert np.nanmean(figure[names][near[names]]) > 2 * np.nanmean(figure[names][~near[names]])


def test_late_figures_rise_on_the_day_or_up_to_two_days_later_or_over_the_week():
    years = lived("late figures", "large")
    whole = years.take(~years.missing.any(axis=1))
    week = within_a_week(whole.gained)
    pairs = [(moved(whole.gained, by), figure) for by in range(3) for figure in (whole.visits, whole.reach)]
    pairs.append((week, whole.reach))
    alike = np.array([[np.corrcoef(one[row], other[row])[0, 1] for one, other in pairs] for row in range(len(whole))])
    assert np.median(alike.max(axis=1)) > 0.7
    assert {1.0, 100.0, 1_000.0} == set(years.quantum)
