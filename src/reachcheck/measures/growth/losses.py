"""Who left after a step in sharp drops: told beside it, and counted by nothing.

The figures do not say who left. On days of a listed purge the platform took people off everybody's count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from reachcheck.facts.purges import Purge, during
from reachcheck.measures.base import Context
from reachcheck.measures.growth.attention import of_profile
from reachcheck.measures.growth.days import LONGEST_PERIOD, Days
from reachcheck.measures.growth.grown import Grown
from reachcheck.measures.growth.series import DAY
from reachcheck.measures.growth.steps import Step
from reachcheck.message import Message, msg
from reachcheck.model.columns import Floats, Times
from reachcheck.model.enums import Metric

AFTER = 60
"""Days after a step in which people may leave again."""
TAKES_BACK = 0.3
"""Share of the step that has to be lost for anything to be told."""
SHARP = 10.0
"""Times the usual loss of a day from which a loss is sharp ..."""
SHARE = 0.05
"""... if it is such a share of the step as well."""


@dataclass(frozen=True, kw_only=True)
class Drop:
    """A sharp drop on a day of the grid, and the purge of that day if one is listed."""

    at: int
    people: float
    purge: Purge | None


def lost_again(context: Context, grown: Grown, profile: int, step: Step) -> Iterator[Message]:
    """What to tell of a step: drops on days of each purge apart from all others, each from `TAKES_BACK` of it on."""
    drops = list(_drops(context, grown, profile, step))
    days, window = grown.days, step.window
    start, end = days.date(window.first), days.date(window.end - 1)
    for purge in dict.fromkeys(drop.purge for drop in drops):
        mine = [drop for drop in drops if drop.purge == purge]
        lost = sum(drop.people for drop in mine)
        if lost < TAKES_BACK * step.burst.gain:
            continue
        when = _when(days, [drop.at for drop in mine])
        if purge is None:
            share = round(lost / step.burst.gain, 6)
            yield msg("step.lost", start=start, end=end, lost=lost, days=when, share=share)
        else:
            told = {"platform": purge.platform, "what": purge.what, "source": purge.source, "year": str(purge.year)}
            yield msg("step.lost_purge", start=start, end=end, lost=lost, days=when, **told)


def _drops(context: Context, grown: Grown, profile: int, step: Step) -> Iterator[Drop]:
    lost = lost_by_day(context, grown, profile)
    known = lost[~np.isnan(lost)]
    if not len(known):
        return
    least = max(SHARP * float(np.median(known)), SHARE * step.burst.gain)
    (platform,) = context.dossiers.people.platform.take(np.array([profile])).decode()
    end = step.window.end
    for at in (end + np.flatnonzero(lost[end : end + AFTER] >= least)).tolist():
        first = grown.days.date(at - grown.days.cadence + 1)
        purge = next(during(platform, first, grown.days.date(at)), None)
        yield Drop(at=at, people=float(lost[at]), purge=purge)


def lost_by_day(context: Context, grown: Grown, profile: int) -> Floats:
    """Who left on each day of the grid, a period's on its last; NaN where unknown.

    As stated; else as the count fell, as far as it did not come back within a week.
    """
    daily = of_profile(context.dossiers, profile)
    stated = daily.take((daily.metric == Metric.LOST) & ~np.isnan(daily.value))
    if len(stated):
        return _laid_out(grown.days, stated.date, np.maximum(stated.value, 0.0))
    level = daily.take((daily.metric == Metric.FOLLOWERS) & ~np.isnan(daily.value))
    if len(level) < 2:
        return np.full(len(grown.days), np.nan)
    apart = np.diff(level.date.astype("datetime64[D]")) / DAY
    fallen = np.where(apart <= LONGEST_PERIOD, _fallen(level.date, level.value), np.nan)
    return _laid_out(grown.days, level.date[1:], fallen)


def _fallen(date: Times, level: Floats) -> Floats:
    """By how much each level but the first is below the one before, less what came back within a week."""
    last = np.searchsorted(date, date + LONGEST_PERIOD * DAY, side="right")
    highest = [float(level[at : last[at]].max()) for at in range(1, len(level))]
    return np.asarray(np.fmax(level[:-1] - np.array(highest), 0.0), dtype=np.float64)


def _laid_out(days: Days, date: Times, value: Floats) -> Floats:
    out, at = np.full(len(days), np.nan), days.positions(date)
    inside = (at >= 0) & (at < len(out))
    out[at[inside]] = value[inside]
    return out


def _when(days: Days, at: Sequence[int]) -> tuple[Message, ...]:
    """Days side by side as one stretch."""
    runs = (list(run) for _, run in groupby(enumerate(at), key=lambda pair: pair[1] - pair[0]))
    return tuple(msg("step.days", start=days.date(run[0][1]), end=days.date(run[-1][1])) for run in runs)
