"""Somebody who changed jobs, where colleagues follow colleagues.

Two in three do so once in the year, some twice. On their first day, a Monday, or up to some days later, they post the
news, which goes further than anything else they post. In two weeks of working days those colleagues come who will,
and at smaller firms nearly everybody; a few former ones look as well, and follow already. With the large it is not
colleagues alone but their trade. Some connect from a card of suggestions, without a look at the profile. An export
shows it in visits, in the post and its reach; half of them would name the day.
"""

from dataclasses import replace

import numpy as np

from reachcheck.model.columns import Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause, nothing
from reachcheck.simulate.years.fourth.draws import MONDAY, around, over_days, some_of, weekday
from reachcheck.simulate.years.fourth.ordinary import appeals, by_posts, habit, looked_up
from reachcheck.simulate.years.fourth.people import People

CHANGES = np.array([0.33, 0.57, 0.1])
"""How many people change jobs never, once and twice in a year."""
FIRM, MOST = (60.0, 1.6), 3_000.0
"""Colleagues whom one could meet: median and log-sd; and at most."""
FOLLOW, CARDS = (0.15, 0.8), (0.1, 0.5)
"""Which share of them follows; which share of those from a card."""
TRADE = 0.15
"""How many of the trade come with it, times followers to the power of 0.75."""
FALLS = 0.87
WEEKEND = 0.15
FORMER = 10.0
"""Former colleagues who look."""
NEWS = (3.0, 7.0)
"""How many times further the news goes than a usual post."""


def new_job(people: People, days: int, rng: Rng) -> Cause:
    """Ordinary years, and who comes with a new job."""
    n = len(people)
    who, day = changes(n, days, rng)
    told = np.minimum(day + rng.integers(0, 5, len(day)), days - 1)
    posted = habit(people, days, rng)
    posted[who, told] = True
    appeal = appeals(people, posted, rng)
    appeal[who, told] = rng.uniform(*NEWS, len(who))
    cause = looked_up(by_posts(replace(nothing(people, days), posted=posted, appeal=appeal), people, rng), people, rng)
    named = np.zeros((n, days), np.bool_)
    named[who, told] = (rng.random(n) < 0.5)[who]
    came = _colleagues(people, who, day, days, rng)
    by_card = some_of(rng, came, rng.uniform(*CARDS, n)[:, None])
    looked = came - by_card
    former = np.rint(around(rng, FORMER, 0.8, len(who)))
    others = some_of(rng, came, 0.9) + over_days(rng, (n, days), (who, told), former, _fading())
    return cause.more(lookers=looked + others, came=came).naming(named)


def changes(n: int, days: int, rng: Rng) -> tuple[Index, Index]:
    """Who begins a job on which Monday."""
    mondays = np.flatnonzero(weekday(days) == MONDAY)
    who = np.repeat(np.arange(n), rng.choice(len(CHANGES), n, p=CHANGES))
    return (who, rng.choice(mondays, len(who))) if len(mondays) else (who[:0], who[:0])


def _colleagues(people: People, who: Index, day: Index, days: int, rng: Rng) -> Floats:
    """Who follows, over two weeks or three, hardly any at weekends."""
    n, m = len(people), len(who)
    firm = np.minimum(around(rng, FIRM[0], FIRM[1], m), MOST) + TRADE * people.start[who] ** 0.75
    share = rng.uniform(*FOLLOW, m) * np.minimum(1.0, (120.0 / firm) ** 0.3)
    return over_days(rng, (n, days), (who, day), np.rint(firm * share), _fading())


def _fading() -> Floats:
    """From a Monday on."""
    late = np.arange(24)
    return np.asarray(FALLS**late * np.where(late % 7 >= 5, WEEKEND, 1.0), dtype=np.float64)
