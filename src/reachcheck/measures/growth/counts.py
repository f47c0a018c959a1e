"""The count at the end of each day: as the files state it, and between as arrivals and departures lead to it."""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.growth.attention import of_profile
from reachcheck.measures.growth.series import DAY, ENOUGH, Series, day_of, last_of_each_day
from reachcheck.model.columns import Floats, Index, Times
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Metric


@dataclass(frozen=True, kw_only=True, eq=False)
class Counted:
    """A number of each day that it is known of; `what` names it as the figure of it is called.

    ``followers_by_time``: the count. ``listed_by_time``: those on the list who had come by then. ``net_by_time`` and
    ``gained_by_time``: all who came so far, less those who left or not, where the files do not say how many there were.
    """

    what: str
    day: Times
    value: Floats


def counted(dossiers: Dossiers, growth: Series, profile: int) -> Counted:
    """The count, or what the files say in its place where it reaches over too few of the days."""
    if growth.origin == "follow_dates":
        return Counted(what="listed_by_time", day=growth.end, value=np.cumsum(growth.gain))
    change = _change(dossiers, growth, profile)
    day, value = _count(growth, change, *_stated(dossiers, growth, profile))
    known = ~np.isnan(value)
    if _reaches(day[known], day):
        return Counted(what="followers_by_time", day=day[known], value=value[known])
    net = not np.isnan(change[~np.isnan(growth.gain)]).any()
    came = np.nan_to_num(change if net else growth.gain, nan=0.0)
    return Counted(what="net_by_time" if net else "gained_by_time", day=growth.end, value=np.cumsum(came))


def _stated(dossiers: Dossiers, growth: Series, profile: int) -> tuple[Times, Floats]:
    """The counts by the day; where there are none, those of profile rows that are of a day of the series."""
    daily = of_profile(dossiers, profile)
    level = last_of_each_day(daily.take((daily.metric == Metric.FOLLOWERS) & ~np.isnan(daily.value)))
    if len(level):
        return day_of(level.date), level.value
    start, end = dossiers.starts["profile"][profile : profile + 2]
    rows = dossiers.profile.take(np.arange(start, end))
    day, first = np.unique(day_of(rows.as_of), return_index=True)
    usable = np.isin(day, growth.end) & ~np.isnan(rows.followers[first])
    return day[usable], rows.followers[first][usable]


def _change(dossiers: Dossiers, growth: Series, profile: int) -> Floats:
    """By how much the count changed in each period; NaN where nobody states how many left."""
    if growth.origin != "arrivals":
        return growth.gain
    daily = of_profile(dossiers, profile)
    lost = last_of_each_day(daily.take((daily.metric == Metric.LOST) & ~np.isnan(daily.value)))
    left = np.full(len(growth), np.nan)
    _, mine, theirs = np.intersect1d(growth.end, day_of(lost.date), return_indices=True)
    left[mine] = lost.value[theirs]
    return np.asarray(growth.gain - left, dtype=np.float64)


def _count(growth: Series, change: Floats, stated_on: Times, stated: Floats) -> tuple[Times, Floats]:
    """The count on all days of a period's end or of a statement; NaN where neither leads to it."""
    day = np.union1d(growth.end, stated_on)
    at = np.searchsorted(day, growth.end)
    value, since_last = np.full(len(day), np.nan), np.full(len(day), np.nan)
    value[np.searchsorted(day, stated_on)] = stated
    follows = (at > 0) & (growth.start == day[at - 1] + DAY)
    since_last[at] = np.where(follows, change, np.nan)
    led = _led_to(value, since_last)
    return day, np.where(led >= 0, led, np.nan)


def _led_to(value: Floats, change: Floats) -> Floats:
    """Values, and those that changes lead to from the last one before, else from the first one after."""
    run = np.cumsum(np.isnan(change))
    total = np.cumsum(np.nan_to_num(change, nan=0.0))
    base = _last_known(value - total, run)
    base = np.where(np.isnan(base), _last_known(base[::-1], run[::-1])[::-1], base)
    return np.asarray(np.where(np.isnan(value), base + total, value), dtype=np.float64)


def _last_known(values: Floats, run: Index) -> Floats:
    """Values, where one is missing the last one known before it in the same run."""
    last = np.maximum.accumulate(np.where(np.isnan(values), -1, np.arange(len(values))))
    known = (last >= 0) & (run[last] == run)
    return np.where(known, values[last], np.nan)


def _reaches(known: Times, day: Times) -> bool:
    """Whether there are two days or more with a count, from about the first day to about the last."""
    return bool(len(known) > 1 and known[-1] - known[0] >= ENOUGH * (day[-1] - day[0]))
