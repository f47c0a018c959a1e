"""An instructor, or a school, of skiing: guests for a week, from the middle of December to the middle of April.

Every Sunday a new week begins; at its end, on Thursday and Friday, come the race and the photographs, and the guests
are told where to find them. How full the weeks are follows the holidays, which differ between those who teach. In
autumn some look for whom to book. The rest of the year is quiet. An export shows it in visits, since guests look
first, in posts, of which there are more in winter, and in their responses; reach rises only as posts do.
"""

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.draws import SUNDAY, about, around, day_of, moments, over_days, some_of, weekday
from reachcheck.simulate.years.fourth.ordinary import ordinary
from reachcheck.simulate.years.fourth.people import People

OPENS, CLOSES = day_of(12, 13), day_of(4, 19)
CHRISTMAS, EASTER = (day_of(12, 20), day_of(1, 4)), (day_of(3, 29), day_of(4, 12))
FEBRUARY = (day_of(2, 7), day_of(3, 7))
FULL, QUIET = 1.0, 0.35
"""How full weeks are in holidays and else."""
DAYS = np.array([0.05, 0.05, 0.1, 0.2, 0.3, 0.2, 0.1])
"""When guests look, by days after the first of their week; their last is the sixth."""
LOOKS, FOLLOWS = 0.35, (0.25, 0.7)
BOOKING = (day_of(10, 1), day_of(11, 30))


def ski_school(people: People, days: int, rng: Rng) -> Cause:
    """A winter of weeks."""
    n = len(people)
    winter = (np.arange(days) >= OPENS) & (np.arange(days) < CLOSES)
    posting = people.diligence[:, None] * np.where(winter, 1.4, 0.25)
    cause = ordinary(people, days, rng, rng.random((n, days)) < np.minimum(posting, 0.97))
    guests = np.rint(around(rng, 8.0 + 0.6 * people.start**0.7, 0.5, n))
    looking = over_days(rng, (n, days), *_weeks(guests, fullness(n, days, rng), rng), DAYS)
    curious = about(rng, _booking(days) * (0.03 * guests)[:, None])
    came = some_of(rng, looking, rng.uniform(*FOLLOWS, n)[:, None]) + some_of(rng, curious, people.charm[:, None])
    return cause.more(lookers=looking + curious, came=came)


def fullness(n: int, days: int, rng: Rng) -> Floats:
    """How full the week of each day is: two weeks of holidays in February, by where guests are from; snow."""
    day = np.arange(days)
    february = rng.integers(*FEBRUARY, n)[:, None]
    holidays = ((day >= february) & (day < february + 14)) | _within(day, CHRISTMAS) | _within(day, EASTER)
    week = (day + 3) // 7
    snow = rng.beta(6.0, 2.0, week[-1] + 1)[week]
    open_ = (day >= OPENS) & (day < CLOSES)
    return np.where(open_, np.where(holidays, FULL, QUIET) * snow, 0.0)


def _weeks(guests: Floats, full: Floats, rng: Rng) -> tuple[tuple[Index, Index], Floats]:
    """The (person, Sunday) of each week with guests, and how many of them look for the account in all."""
    who, day = moments((full > 0) & (weekday(full.shape[1]) == SUNDAY))
    return (who, day), some_of(rng, about(rng, guests[who] * full[who, day]), LOOKS)


def _booking(days: int) -> Floats:
    return _within(np.arange(days), BOOKING).astype(np.float64)


def _within(day: Index, span: tuple[int, int]) -> Bools:
    return np.asarray((day >= span[0]) & (day <= span[1]))
