"""Each mechanism of the third generator does what it says; worlds here have nothing else in them."""

from dataclasses import replace

import numpy as np
import pytest

from reachcheck.simulate.years import Years
from reachcheck.simulate.years.third import WORLDS, third
from reachcheck.simulate.years.third.crowd import Crowd
from reachcheck.simulate.years.third.days import begins, between, calendar, returns
from reachcheck.simulate.years.third.generate import year
from reachcheck.simulate.years.third.kinds import Farewell, Occasion, When, World
from reachcheck.simulate.years.third.ledger import booked, gaps
from reachcheck.simulate.years.third.owners import owners
from reachcheck.simulate.years.third.spread import Spread
from reachcheck.simulate.years.third.stimuli import recommendations, weights
from reachcheck.simulate.years.year import FIRST_DAY

pytestmark = pytest.mark.slow
"""The generator is frozen: test_frozen holds its bytes in every run, this what they are made of."""

QUIET = World(posts_a_week=0.0, searched=0.0, recommended=0.0, gaps=0.0)
SHOW = Occasion(when=When(dates=((12, 10),)), people=2_000, grows=0.0, varies=0.1, visit=0.5, named=1.0)
DECEMBER_10 = 70
"""Which day that is, counted from 1 October."""


def lived(n: int = 40, seed: int = 5, size: float = 1_000, days: int = 120, **circumstances: object) -> Years:
    return year(replace(QUIET, **circumstances), "a world", n, seed, (size, size + 1), days)


def rng() -> np.random.Generator:
    return np.random.default_rng(1)


def dates(days: int = 365, world: World = QUIET):
    return calendar(world, FIRST_DAY, days, rng())


def test_where_nothing_happens_only_followers_by_accident_come_and_nobody_is_reached_but_followers():
    years = lived()
    assert 0 < years.gained.sum(axis=1).mean() < 0.05 * 1_000
    assert (years.reach < years.level).all()
    assert np.isnan(years.responses).all()
    assert not years.event.any()


def test_an_occasion_brings_people_from_its_day_on_and_none_before():
    with_it, without = lived(occasions=(SHOW,)), lived()
    assert with_it.gained[:, :DECEMBER_10].sum() == without.gained[:, :DECEMBER_10].sum()
    assert with_it.gained[:, DECEMBER_10].min() > 50
    assert (np.flatnonzero(with_it.event.any(axis=0)) == [DECEMBER_10]).all()


def test_an_occasion_that_the_platform_does_not_count_shows_in_visits_and_not_in_reach():
    years = lived(occasions=(SHOW,))
    day, before = slice(DECEMBER_10, DECEMBER_10 + 3), slice(DECEMBER_10 - 3, DECEMBER_10)
    assert years.visits[:, day].sum() > 20 * years.visits[:, before].sum()
    assert years.reach[:, day].sum() < 2 * years.reach[:, before].sum()


def test_who_follows_by_a_button_elsewhere_shows_in_no_figure():
    years = lived(occasions=(replace(SHOW, visited=False),))
    assert years.gained[:, DECEMBER_10].min() > 50
    assert (years.visits[:, DECEMBER_10] < years.gained[:, DECEMBER_10] / 2).all()


def test_people_whom_the_platform_counts_as_reached_are_in_reach():
    years = lived(occasions=(replace(SHOW, reached=1.0),))
    assert (years.reach[:, DECEMBER_10] > 5 * years.reach[:, DECEMBER_10 - 1]).all()


def test_guests_go_when_it_is_over_and_others_stay():
    raffle = replace(SHOW, shape="even", lasts=8, guests=0.8)
    during, after = slice(DECEMBER_10, DECEMBER_10 + 8), slice(DECEMBER_10 + 8, DECEMBER_10 + 20)
    guests, others = lived(occasions=(raffle,)), lived(occasions=(replace(raffle, guests=0.0),))
    came = guests.gained[:, during].sum()
    assert guests.lost[:, during].sum() < 0.1 * came
    assert 0.5 * came < guests.lost[:, after].sum() < 0.8 * came
    assert others.lost[:, after].sum() < 0.1 * came


def test_a_campaign_is_even_a_build_up_grows_and_a_mention_fades():
    assert weights("even", 4) == pytest.approx([0.25] * 4)
    assert weights("grows", 4) == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert weights("fades", 3) == pytest.approx([0.6652, 0.2447, 0.0900], abs=1e-4)


def test_people_run_out_where_all_have_heard():
    often = replace(SHOW, when=When(every=5), people=3_000, circles=(1.0, 0.0, 0.0, 0.0))
    years = lived(size=100, occasions=(often,))
    assert years.gained[:, :20].sum() > 20 * years.gained[:, -20:].sum()


def test_new_people_do_not_run_out():
    often = replace(SHOW, when=When(every=5), people=300, circles=(1.0, 0.0, 0.0, 0.0), strange=1.0)
    years = lived(size=100, occasions=(often,))
    assert years.gained[:, -20:].sum() == pytest.approx(years.gained[:, :20].sum(), rel=0.2)


def test_farewells_take_their_share_of_followers_and_only_then():
    years = lived(farewells=(Farewell(when=When(dates=((12, 10),)), share=0.2, lasts=10),))
    usual = lived()
    assert years.lost[:, :DECEMBER_10].sum() == usual.lost[:, :DECEMBER_10].sum()
    assert years.lost[:, DECEMBER_10 : DECEMBER_10 + 10].sum() / 40_000 == pytest.approx(0.2, rel=0.35)


def test_followers_see_posts_and_respond_and_strangers_see_more_of_a_post_that_travels():
    dull, hot = (lived(posts_a_week=5.0, travels=travels, size=5_000) for travels in (0.0, 1.5))
    assert np.nansum(dull.responses) > 0
    assert np.nanmax(hot.post_reach) > 5 * np.nanmax(dull.post_reach)
    assert hot.gained.sum() > 1.5 * dull.gained.sum()


def test_a_post_goes_further_the_hotter_it_is_and_nowhere_where_all_know_of_it():
    def reach(heat: float, found: float) -> int:
        spread = Spread.still(1)
        spread.begin(0, np.array([True]), np.array([heat]), np.array([[0, 1_000, 0, 0]]), rng())
        return sum(int(spread.go_on(np.full((1, 4), found), rng()).sum()) for _ in range(30))

    assert 500 < reach(0.0, 1.0) < 950
    assert reach(1.8, 1.0) > 4 * reach(0.5, 1.0) > 4 * reach(0.0, 1.0)
    assert reach(1.8, 0.0) == 0


def test_what_goes_round_ends():
    spread = Spread.still(1)
    spread.begin(0, np.array([True]), np.array([2.2]), np.array([[0, 10_000, 0, 0]]), rng())
    for _ in range(40):
        spread.go_on(np.ones((1, 4)), rng())
    assert spread.passing_on.sum() == 0


def test_the_platform_takes_a_profile_up_for_weeks_and_drops_it():
    who = owners(World(), 300, (1_000, 1_001), rng())
    shown = recommendations(World(), who, dates(), rng())
    taken_up = shown > 6 * np.median(shown, axis=1)[:, None]
    assert 0.03 < taken_up.mean() < 0.2
    again = (taken_up[:, 1:] & taken_up[:, :-1]).sum() / taken_up[:, :-1].sum()
    assert again > 0.75
    assert (shown.max(axis=1) > 20 * np.median(shown, axis=1)).mean() > 0.2


def test_recommendations_bring_reach_and_followers_and_cards_bring_more_without_visits():
    none, some = lived(days=365), lived(days=365, recommended=3.0)
    cards = lived(days=365, recommended=3.0, cards=True)
    assert some.reach.sum() > 1.5 * none.reach.sum()
    assert cards.gained.sum() > 1.2 * some.gained.sum() > 1.5 * none.gained.sum()


def test_a_private_profile_lets_in_who_waits_when_its_owner_looks():
    who = owners(QUIET, 2, (1_000, 1_001), rng())
    crowd = Crowd.around(who, np.array([True, False]))
    new, guests = np.array([[0, 100, 0, 0]] * 2), np.zeros((2, 4), np.int64)
    shut, open_ = np.array([False, False]), np.array([True, False])
    assert crowd.admit(new, guests, shut, rng()).tolist() == [0, 100]
    assert crowd.admit(new, guests, shut, rng()).tolist() == [0, 100]
    private, public = crowd.admit(new, guests, open_, rng()).tolist()
    assert public == 100
    assert 260 < private <= 300
    assert crowd.waiting.sum() == 0
    assert crowd.level.tolist() == [who.start[0] + private, who.start[1] + 300]


def test_a_removal_of_accounts_takes_followers_by_accident_first():
    who = owners(QUIET, 50, (100_000, 100_001), rng())
    crowd = Crowd.around(who, np.zeros(50, dtype=np.bool_))
    gone = crowd.leave(np.zeros((50, 4)), np.zeros(50, dtype=np.bool_), np.full(50, 0.5), rng())
    assert (crowd.drifters < 0.55 * who.drifters).all()
    assert (crowd.followers[:, :3] == who.followers[:, :3]).all()
    assert (crowd.followers[:, 3] > 0.98 * who.followers[:, 3]).all()
    assert (gone == who.start - crowd.level).all()


def test_a_late_day_is_booked_on_the_next_and_nothing_is_lost():
    happened = np.array([[1.0, 2.0, 3.0, 4.0, 5.0]])
    assert booked(happened, np.array([False, True, True, False, False])).tolist() == [[1, 0, 0, 9, 5]]


def test_exports_lack_days_of_the_share_of_profiles_that_it_says():
    missing = gaps((2_000, 365), 0.1, rng())
    assert missing.any(axis=1).mean() == pytest.approx(0.1, abs=0.02)
    assert not gaps((200, 365), 0.0, rng()).any()


def test_days_of_the_year_are_where_they_belong():
    days = dates()
    assert (days.stamp[[0, DECEMBER_10, 364]] == [1001, 1210, 930]).all()
    assert (days.weekday[:7] == [2, 3, 4, 5, 6, 0, 1]).all()
    assert between(days, (((12, 30), (1, 2)),)).sum() == 4


def test_things_begin_when_they_say():
    days, here = dates(), np.zeros((500, 365), dtype=np.bool_)
    assert begins(When(a_year=4), days, here, rng()).sum(axis=1).mean() == pytest.approx(4, rel=0.1)
    weekly = begins(When(every=7), days, here, rng())
    assert (weekly[:, :-7] == weekly[:, 7:]).all()
    assert set(weekly.sum(axis=1)) == {52, 53}
    dated = begins(When(dates=((12, 10),), jitter=3), days, here, rng())
    assert set(np.nonzero(dated)[1]) == set(range(DECEMBER_10 - 3, DECEMBER_10 + 4))
    assert (dated.sum(axis=1) == 1).all()


def test_a_date_just_outside_a_short_year_does_not_come_round():
    days, here = dates(30), np.zeros((200, 30), dtype=np.bool_)
    assert not begins(When(dates=((11, 20),), jitter=3), days, here, rng()).any()
    assert set(np.nonzero(begins(When(dates=((10, 2),), jitter=3), days, here, rng()))[1]) == {0, 1, 2, 3, 4}


def test_one_is_back_from_a_leave_and_not_from_a_holiday():
    gone = np.zeros((1, 100), dtype=np.bool_)
    gone[0, :40] = gone[0, 60:75] = True
    assert np.flatnonzero(returns(gone)[0]).tolist() == [40]


def test_nobody_posts_while_a_school_is_closed_and_september_and_summer_show():
    years = third("school", 150, 2, (300, 10_000))
    stamp = dates().stamp
    closed = between(dates(), WORLDS["school"].closed)
    assert np.isnan(years.responses[:, closed]).all()
    gained = years.gained.sum(axis=0)
    assert gained[stamp // 100 == 9].mean() > 1.5 * gained[stamp // 100 == 4].mean()
    lost = years.lost.sum(axis=0)
    assert np.median(lost[stamp // 100 == 7]) > 2 * np.median(lost[stamp // 100 == 5])


def test_a_campaign_grows_to_the_election_and_followers_lose_interest():
    years = third("politician", 150, 2, (300, 10_000))
    gained, lost = years.gained.sum(axis=0), years.lost.sum(axis=0)
    election = int(np.flatnonzero(dates().stamp == 322)[0])
    assert gained[election - 10 : election + 1].mean() > 2 * gained[60:80].mean()
    assert gained[election - 14 : election].mean() > gained[election - 56 : election - 42].mean()
    assert lost[election + 2 : election + 16].mean() > 1.3 * lost[election - 16 : election - 2].mean()


def test_disasters_bring_followers_to_all_organisations_on_the_same_days():
    gained = third("relief", 150, 2, (1_000, 100_000)).gained
    share = np.median(gained / gained.mean(axis=1)[:, None], axis=0)
    assert share[47:50].mean() > 1.5 * share[20:40].mean()


def test_the_dormant_hardly_post_and_those_back_do_so_only_then():
    dormant, returned = third("dormant", 100, 2, (100, 10_000)), third("returned", 100, 2, (100, 10_000))
    assert np.sum(~np.isnan(dormant.responses), axis=1).mean() < 5
    posted = ~np.isnan(returned.responses)
    assert (posted[:, :25].any(axis=1)).mean() < 0.2
    assert (posted[:, 300:].any(axis=1)).mean() > 0.7
