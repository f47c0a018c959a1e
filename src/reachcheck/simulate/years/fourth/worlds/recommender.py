"""A recommender that explores and then exploits.

Every post is shown to a trial group. If enough of them respond it goes to a group several times larger on the next
day, and so on until a group responds too little, when it stops from one day to the next; or until it has filled what
room there is for its subject, where it stays on a plateau until people tire. After one that went far, the trial
groups of the following weeks are larger. An export shows all of it in reach and in the post's own reach. Some of
those who are shown a post follow by the button on it and open no profile; others look first, so visits rise as well,
but less.
"""

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import around, some_of
from reachcheck.simulate.years.fourth.ordinary import ordinary
from reachcheck.simulate.years.fourth.people import People

SLOTS = 6
"""How many posts are on trial at once; a newer one takes the place of the oldest."""
GROWS = 3.5
PASS = 1.6
"""How many times the usual response is enough."""
LEAST = 2.0
"""Fewer responses are never enough."""
TIRES = 0.07
"""By how much a post is liked less on each day that it stays on a plateau."""
TRUST, FORGETS = 3.0, 0.93
"""How many times larger trial groups are after a post that went far; what is left of that a day later."""
FAR = 4
"""Groups that a post must pass to have gone far."""
OPENS, COOL = 0.015, 0.6
"""Who of them opens the profile, and how much less likely than others those follow."""


def recommended(people: People, days: int, rng: Rng) -> Cause:
    """Ordinary years, and whom the recommender shows the posts."""
    cause = ordinary(people, days, rng)
    shown, carried = recommendations(people, cause, rng)
    lookers = some_of(rng, shown, OPENS)
    by_button = some_of(rng, shown, (OPENS * COOL * people.charm * rng.uniform(0.0, 0.7, len(people)))[:, None])
    came = some_of(rng, lookers, COOL * people.charm[:, None]) + by_button
    return cause.more(strangers=shown, carried=carried, lookers=lookers, came=came)


def recommendations(people: People, cause: Cause, rng: Rng) -> tuple[Floats, Floats]:
    """Whom it shows the person on a day, and whom each post was shown in all."""
    n, days = cause.posted.shape
    trials = _Trials(people, rng)
    shown, carried = np.zeros((n, days)), np.zeros((n, days))
    for day in range(days):
        trials.begin(cause.posted[:, day], cause.appeal[:, day], day)
        groups = trials.round(rng)
        shown[:, day] = groups.sum(axis=1)
        for slot in range(SLOTS):
            carried[np.arange(n), trials.day[:, slot]] += groups[:, slot]
    return shown, carried


class _Trials:
    """Posts on trial, in arrays of shape (people, slots)."""

    def __init__(self, people: People, rng: Rng) -> None:
        n = len(people)
        self.usual = people.likes
        self.first = np.rint(around(rng, 15.0 + 0.5 * people.start**0.75, 0.4, n))
        self.room = around(rng, 1_000.0 + 8.0 * people.start**0.9, 1.0, n)
        self.trust = np.ones(n)
        self.liked, self.group = np.zeros((n, SLOTS)), np.zeros((n, SLOTS))
        self.passed, self.day = np.zeros((n, SLOTS), np.int64), np.zeros((n, SLOTS), np.int64)

    def begin(self, posted: Bools, appeal: Floats, day: int) -> None:
        """Put the posts of a day on trial."""
        who, slot = np.flatnonzero(posted), day % SLOTS
        self.liked[who, slot] = (self.usual * appeal)[who]
        self.group[who, slot] = np.rint(self.first * self.trust)[who]
        self.passed[who, slot], self.day[who, slot] = 0, day

    def round(self, rng: Rng) -> Floats:
        """Show each to its group and decide how large its next one is; returns the groups."""
        groups = self.group.copy()
        responses = some_of(rng, groups, np.minimum(self.liked, 0.9))
        on = (groups > 0) & (responses >= np.maximum(PASS * self.usual[:, None] * groups, LEAST))
        full = on & (groups * GROWS >= self.room[:, None])
        self.passed += on
        self.liked *= np.where(full, 1.0 - TIRES, 0.98)
        self.group = np.where(on, np.minimum(np.rint(groups * GROWS), np.rint(self.room)[:, None]), 0.0)
        far = (on & (self.passed == FAR)).any(axis=1)
        self.trust = np.where(far, TRUST, 1.0 + (self.trust - 1.0) * FORGETS)
        return groups
