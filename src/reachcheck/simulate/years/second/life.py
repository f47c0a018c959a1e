"""The days one by one: attention brings people, people bring people, and some leave."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.second.attention import FADE, FALL, RISE, Attention, Seen
from reachcheck.simulate.years.second.draws import counted, some, spread, uneven
from reachcheck.simulate.years.second.fallout import Fallout
from reachcheck.simulate.years.second.owners import Owners
from reachcheck.simulate.years.second.rhythms import Calendar
from reachcheck.simulate.years.second.ties import Ties
from reachcheck.simulate.years.second.worlds import World

MEMORY = np.array([1.2, 7.0, 40.0])
WEIGHT = np.array([0.55, 0.3, 0.15])
"""Mean days after which somebody brings others along, and how many of them so: a sum of exponentials in place of the
power law of Crane and Sornette (2008)."""
LOOSE, LOOSE_BY_HIT = 0.2, 0.5
"""Share of newcomers who do not mean to stay."""
TOLD = 3.0
"""People who look at a profile for each who follows because of somebody they know."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Drawn:
    """What a day's attention comes to, one entry a profile."""

    post: Seen
    shown: Floats
    """Strangers who are shown the profile."""
    visits: Floats
    stayers: Floats
    passers: Floats
    """Those of the newcomers who do not mean to stay."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Recorded:
    """Arrays of shape (days, profiles)."""

    gained: Floats
    lost: Floats
    reach: Floats
    visits: Floats
    responses: Floats
    post_reach: Floats


class Life:
    """All profiles of a world, from day to day."""

    def __init__(self, rng: Rng, world: World, who: Owners, when: Calendar) -> None:
        self.rng, self.who, self.when = rng, who, when
        worth = who.visit * who.follow
        often = np.maximum(when.posts.sum(axis=1) / np.maximum(when.about.sum(axis=1), 1), 0.03)
        immigrants = who.rate * (1 - who.branching)
        self.outside = immigrants * (1 - who.by_posts) / worth
        self.attention = Attention(rng, world, who, immigrants * who.by_posts / often / worth)
        self.ties = Ties.at(rng, who)
        self.memory = np.outer(MEMORY * WEIGHT, who.rate)
        self.before = np.zeros_like(who.start)

    def warm(self, days: int) -> None:
        """Days before those recorded: what is under way gets under way, the count stays."""
        for day in range(days):
            self._attention(day, np.ones_like(self.who.start))

    def live(self, first: int, days: int, causes: Fallout, found: Floats) -> Recorded:
        """Days from some day of the calendar on; `found` is the share of hollow accounts removed on each."""
        made = Recorded(**{name: np.empty((days, len(self.who.start))) for name in Recorded.__dataclass_fields__})
        for day in range(days):
            each = self._day(first + day, causes, day, found[day], days - day)
            for name, values in each.items():
                getattr(made, name)[day] = values
        return made

    def _day(self, day: int, causes: Fallout, at: int, found: Floats, left: int) -> dict[str, Floats]:
        level, awake = self.ties.level, self.ties.awake
        drawn = self._attention(day, np.sqrt(level / self.who.start))
        stayers, passers = drawn.stayers + causes.stayers[:, at], drawn.passers + causes.passers[:, at]
        told = self._echo(stayers + passers)
        back = self.ties.come_back(self.rng)
        self.ties.join(stayers + told, passers)
        own = self._own(drawn.post, awake, day)
        reach = own + drawn.shown + causes.reach[:, at] + self.who.heard * told
        return {
            "gained": stayers + passers + told + back,
            "lost": self._leave(day, found),
            "reach": np.rint(reach * spread(self.rng, self.who.blur, len(level))),
            "visits": drawn.visits + causes.visits[:, at] + told + counted(self.rng, TOLD * told + 0.01 * own),
            **self._posted(drawn.post, day, level, left),
        }

    def _attention(self, day: int, size: Floats) -> Drawn:
        """Some of the strangers who are shown the profile look at it, some of those follow."""
        rng, who, n = self.rng, self.who, len(self.who.start)
        post = self.attention.post(self.when.posts[:, day], self.ties.awake)
        by_posts, worth = self.attention.day()
        usual = self.outside + by_posts
        keen = (self.outside + worth) / np.maximum(usual, 1e-9)
        shown = usual * self.when.mood[:, day] * size * uneven(rng, who.nerves, n)
        visits = counted(rng, shown * who.visit)
        follow = who.follow * self.when.appeal[:, day] * keen * uneven(rng, 2 * who.nerves, n)
        follows = some(rng, visits, np.minimum(follow, 0.7))
        passers = some(rng, follows, LOOSE * keen + LOOSE_BY_HIT * (1 - keen))
        return Drawn(post=post, shown=shown, visits=visits, stayers=follows - passers, passers=passers)

    def _echo(self, came: Floats) -> Floats:
        """Whom those who came before bring along: a self-exciting process in days (Hawkes, 1971)."""
        due = self.memory / MEMORY[:, None]
        told = counted(self.rng, self.who.branching * due.sum(axis=0))
        self.memory = self.memory - due + WEIGHT[:, None] * (came + told)
        return told

    def _own(self, post: Seen, awake: Floats, day: int) -> Floats:
        """Followers reached: by today's post, by the one before, by stories; each counted once."""
        today, before = post.followers / np.maximum(awake, 1), self.before
        stories = self.who.stories * self.when.about[:, day]
        self.before = 0.3 * today
        return np.asarray(awake * (1 - (1 - today) * (1 - before) * (1 - stories)), dtype=np.float64)

    def _posted(self, post: Seen, day: int, level: Floats, left: int) -> dict[str, Floats]:
        """What is seen of a day's post by the end: responses by followers, and by few of the others."""
        posts = self.when.posts[:, day]
        others = np.rint(post.others * _by_then(left, post.slow))
        keen = 1 - 0.6 * self.ties.passing / np.maximum(level, 1)
        chance = np.minimum(self.who.respond * keen * post.liked, 0.8)
        responses = some(self.rng, post.followers, chance) + some(self.rng, others, 0.3 * chance)
        return {
            "responses": np.where(posts, responses, np.nan),
            "post_reach": np.where(posts, post.followers + others, np.nan),
        }

    def _leave(self, day: int, found: Floats) -> Floats:
        """A post reminds people that they could leave; a return after months of silence does so all the more."""
        since = day - self.when.back
        reminded = np.where((self.when.back >= 0) & (since >= 0), 4 * np.exp(-np.maximum(since, 0) / 10), 0.0)
        chance = self.who.leave * (1 + 0.7 * self.when.posts[:, day] + reminded)
        return self.ties.leave(self.rng, chance, self.who.brevity, found)


def _by_then(left: int, slow: Bools) -> Floats:
    """Share of the others who have come upon a post by the end of so many days."""
    return np.asarray(-np.expm1(-left / np.where(slow, RISE + FALL, FADE)), dtype=np.float64)
