"""A year, day by day: who is shown what, visits, follows, responds, passes on, and leaves."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.third import circles
from reachcheck.simulate.years.third.crowd import Crowd
from reachcheck.simulate.years.third.draws import about, column, some, total
from reachcheck.simulate.years.third.kinds import World
from reachcheck.simulate.years.third.ledger import Ledger
from reachcheck.simulate.years.third.owners import Owners
from reachcheck.simulate.years.third.posting import Posting
from reachcheck.simulate.years.third.spread import Spread
from reachcheck.simulate.years.third.stimuli import Stimulus

SEARCHED, SEARCHED_POWER = 0.004, 0.93
REMINDED = 0.6
"""How much more followers leave on the day of a post."""
DRIFTING = 0.0006
"""Accounts that follow anybody, a day and follower**0.8, in the mean of good and bad weeks."""
CURIOUS, CURIOUS_SEEN = 0.002, 0.02
"""Of followers, and of followers who saw a post, who visits the profile."""
BROWSING = 0.12
"""Of followers who would be shown a usual post, who sees something of the profile on a day without one."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Given:
    """All that was decided before the year begins; arrays of shape (profiles, days) unless said."""

    world: World
    who: Owners
    posting: Posting
    stimuli: Sequence[Stimulus]
    recommended: Floats
    searched: Floats
    """How much more than usual people look things up; by day."""
    drifting: Floats
    going: Floats
    """Share of a circle's followers who go because of farewells, of shape (profiles, days, 4)."""
    purge: Floats
    over: Bools
    opens: Bools
    """Days on which the owner of a private profile answers those who asked."""
    private: Bools


@dataclass(frozen=True, eq=False)
class Arrivals:
    """Who follows on a day, by circle, and how many of them for a while only; added up in place."""

    new: Index
    guests: Index
    appeal: Floats
    rng: Rng = field(repr=False)

    def of(self, visits: Index, readily: float, guests: Floats | float) -> Index:
        """Who of the visitors follows."""
        follow = some(self.rng, visits, circles.FOLLOW * readily * column(self.appeal))
        self.new[:] += follow
        self.guests[:] += some(self.rng, follow, guests)
        return follow


def live(given: Given, rng: Rng) -> Ledger:
    """What happened in the year."""
    crowd = Crowd.around(given.who, given.private)
    spread = Spread.still(len(given.who))
    ledger = Ledger.blank(given.posting.posted)
    for day in range(given.posting.posted.shape[1]):
        _day(given, crowd, spread, ledger, day, rng)
    return ledger


def _day(given: Given, crowd: Crowd, spread: Spread, ledger: Ledger, day: int, rng: Rng) -> None:
    posted = given.posting.posted[:, day]
    shares = circles.LEAVE * (1 + REMINDED * column(posted.astype(np.float64))) + given.going[:, day]
    ledger.lost[:, day] = crowd.leave(shares, given.over[:, day], given.purge[:, day], rng)
    arrivals = Arrivals(np.zeros_like(crowd.followers), np.zeros_like(crowd.followers), given.who.appeal, rng)
    _own_posts(given, crowd, spread, arrivals, ledger, day, rng)
    _recommended(given, crowd, arrivals, ledger, day, rng)
    _searched(given, crowd, arrivals, ledger, day, rng)
    for stimulus in given.stimuli:
        if stimulus.people[:, day].any():
            _stimulated(stimulus, crowd, arrivals, ledger, day, rng)
    drifting = about(rng, given.drifting[:, day] * crowd.level**0.8)
    ledger.visits[:, day] += drifting * given.world.needs_visit
    ledger.gained[:, day] = drifting + crowd.admit(arrivals.new, arrivals.guests, given.opens[:, day], rng)
    crowd.drifters[:] += drifting


def _own_posts(
    given: Given, crowd: Crowd, spread: Spread, arrivals: Arrivals, ledger: Ledger, day: int, rng: Rng
) -> None:
    """Followers see a post and respond; some pass it on to strangers, who may pass it on in turn."""
    posted, feed = given.posting.posted[:, day], given.who.feed
    seen = some(rng, crowd.followers, column(posted * feed * given.posting.quality[:, day]))
    warm = circles.RESPOND * column(given.who.warmth)
    responded = some(rng, seen, warm)
    spread.begin(day, posted, given.posting.travels[:, day], responded, rng)
    exposed = spread.go_on(crowd.found, rng)
    visits = some(rng, exposed, circles.VISIT)
    crowd.decide(exposed, arrivals.of(visits, 1.0, circles.GUESTS), rng)
    browsed = some(rng, crowd.followers - seen, column(feed * BROWSING))
    followers = total(seen) + some(rng, crowd.guests, posted * feed)
    curious = about(rng, CURIOUS * crowd.level + CURIOUS_SEEN * followers)
    ledger.reach[:, day] += followers + total(browsed) + total(exposed)
    ledger.visits[:, day] += total(visits) + curious
    strange = some(rng, exposed, warm * circles.RESPOND_STRANGE)
    ledger.post(spread.post, followers * posted + total(exposed), total(responded) + total(strange))


def _recommended(given: Given, crowd: Crowd, arrivals: Arrivals, ledger: Ledger, day: int, rng: Rng) -> None:
    """The platform shows the profile to strangers, some of whom may follow without a visit."""
    open_to = np.where(crowd.private, 0.05, 1.0)
    aware = about(rng, column(given.recommended[:, day] * crowd.level * open_to) * circles.DISCOVER * crowd.found)
    visits = some(rng, aware, circles.VISIT)
    follow = arrivals.of(visits, 1.0, circles.GUESTS)
    if given.world.cards:
        follow += arrivals.of(some(rng, aware - visits, circles.VISIT), 0.5, circles.GUESTS)
    crowd.decide(aware, follow, rng)
    ledger.reach[:, day] += total(aware)
    ledger.visits[:, day] += total(visits)


def _searched(given: Given, crowd: Crowd, arrivals: Arrivals, ledger: Ledger, day: int, rng: Rng) -> None:
    """People look the profile up, having heard of it elsewhere: those like its followers, and nearer ones."""
    like = (crowd.followers + 1) / column(total(crowd.followers) + 4.0)
    mean = SEARCHED * crowd.level**SEARCHED_POWER * given.searched[day]
    visits = about(rng, column(mean) * like * crowd.found)
    crowd.decide(visits, arrivals.of(visits, 1.2, 0.0), rng)
    ledger.visits[:, day] += total(visits)


def _stimulated(stimulus: Stimulus, crowd: Crowd, arrivals: Arrivals, ledger: Ledger, day: int, rng: Rng) -> None:
    """People become aware of the profile by something else than its posts."""
    occasion = stimulus.occasion
    found = np.maximum(crowd.found, occasion.strange) * np.array(occasion.circles)
    aware = about(rng, column(stimulus.people[:, day]) * found)
    visits = some(rng, aware, occasion.visit)
    crowd.decide(aware, arrivals.of(visits, occasion.follow, occasion.guests), rng)
    ledger.reach[:, day] += some(rng, total(aware), occasion.reached)
    ledger.visits[:, day] += total(visits) * occasion.visited
