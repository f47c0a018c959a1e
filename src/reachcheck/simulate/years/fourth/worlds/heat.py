"""A local news outlet in a year with a heat wave.

Everybody who lives in the region is a possible reader. On most days news is mild. Each region has spells of alarm -
storms in winter, heat and fires in summer, in every region at least one of the latter - that build up and ease over
days and fall on all outlets of a region alike. In a spell the outlet posts every day, links are passed on in groups
of neighbours, and people look for it by name; who did not know it before is fewer each time. When it is over some go
again. An export shows it in reach, in posts and in visits; about half of the owners would name the day on which it
began.
"""

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import around, day_of, moments, over_days, some_of
from reachcheck.simulate.years.fourth.ordinary import ordinary
from reachcheck.simulate.years.fourth.people import People

REGIONS = 12
STORMS, WAVES = 2.0, 1.2
"""How many a winter, and beyond the first a summer."""
WINTER, SUMMER = (day_of(11, 1), day_of(3, 10)), (day_of(6, 8), day_of(9, 5))
BUILDS, EASES = (0.3, 4.3), (1.0, 4.5)
"""Days in which alarm becomes e times larger before its height, and e times smaller after."""
SHOWN, OPENS, BY_NAME, KEEN = 0.05, 0.08, 0.001, 1.3
"""Of the region, at an alarm of 1: who is shown a post; of them who looks; who looks it up by name; and how much more
likely than others those follow."""
EVERY_DAY = 0.3
"""From which alarm on there is a post every day."""
NEWS_DAYS = 0.55
THANKS = 0.12
"""Of those who came in a spell: how many leave in the weeks after."""
LEAVING = np.concatenate([np.zeros(6), 0.93 ** np.arange(40)])


def heat_wave(people: People, days: int, rng: Rng) -> Cause:
    """News by habit, and spells of alarm that all outlets of a region share."""
    n = len(people)
    region = rng.integers(0, REGIONS, n)
    alarms = alarm(days, rng)[region]
    posted = (rng.random((n, days)) < NEWS_DAYS) | (alarms > EVERY_DAY)
    cause = ordinary(people, days, rng, posted)
    shown, lookers, came = _alarmed(people, alarms * posted, rng)
    who, day = moments(came > 0)
    left = over_days(rng, (n, days), (who, day), some_of(rng, came[who, day], THANKS), LEAVING)
    begins = (alarms > EVERY_DAY) & (np.pad(alarms, ((0, 0), (1, 0)))[:, :-1] <= EVERY_DAY)
    named = begins & (rng.random(n) < 0.5)[:, None]
    return cause.more(strangers=shown, carried=shown, lookers=lookers, came=came, left=left).naming(named)


def alarm(days: int, rng: Rng) -> Floats:
    """How alarmed each region is, of shape (regions, days); 1 is the height of an ordinary spell."""
    out = np.zeros((REGIONS, days))
    day = np.arange(days)
    for region in range(REGIONS):
        heights = [int(rng.integers(*WINTER)) for _ in range(rng.poisson(STORMS))]
        heights += [int(rng.integers(*SUMMER)) for _ in range(1 + rng.poisson(WAVES))]
        for height in heights:
            builds, eases = rng.uniform(*BUILDS), rng.uniform(*EASES)
            late = day - height
            shape = np.where(late < 0, np.exp(np.minimum(late, 0) / builds), np.exp(-np.maximum(late, 0) / eases))
            out[region] += rng.lognormal(-0.2, 0.6) * shape
    return out


def _alarmed(people: People, alarms: Floats, rng: Rng) -> tuple[Floats, Floats, Floats]:
    """Who of the region is shown a post because of the alarm, who looks, and who follows."""
    n, days = alarms.shape
    strangers = np.rint(around(rng, 400.0 + 5.0 * people.start, 0.8, n))
    shown, lookers, came = (np.zeros((n, days)) for _ in range(3))
    for day in range(days):
        shown[:, day] = some_of(rng, strangers, np.minimum(SHOWN * alarms[:, day], 0.4))
        lookers[:, day] = some_of(rng, shown[:, day], OPENS) + some_of(rng, strangers, BY_NAME * alarms[:, day])
        came[:, day] = some_of(rng, lookers[:, day], np.minimum(KEEN * people.charm, 0.7))
        strangers = np.maximum(strangers - came[:, day], 0.0)
    return shown, lookers, came
