"""The growth of one profile as a series of gains: from daily arrivals, levels, or the follow dates of its list."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from reachcheck.measures.count import followers_of
from reachcheck.model.columns import Floats, Index, Times
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Metric, SinceKind
from reachcheck.model.tables import Daily
from reachcheck.stats.rounding import quantum

DAY = np.timedelta64(1, "D")
ENOUGH = 0.9
"""Share of the days with a level that have arrivals as well, for arrivals to be the better series."""
LONG_ENOUGH = 90.0
"""Days of figures that say more than any list, which has only those who stayed."""
TENTH = 10
"""Platforms keep two digits of a count at least: what they round to is no more than a tenth of it."""
HALF = 0.5
Origin = Literal["arrivals", "levels", "net", "follow_dates"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Series:
    """Gains in consecutive periods.

    `start` and `end` are the first and last day of each period (both included), `days` its length, `gain` the people
    who came in it, `level` the count before it (NaN where unknown). `source` and `row` say where each gain stands.
    """

    origin: Origin
    start: Times
    end: Times
    gain: Floats
    level: Floats
    source: Index
    row: Index

    @property
    def days(self) -> Floats:
        """Length of each period in days."""
        return ((self.end - self.start) / DAY + 1).astype(np.float64)

    @cached_property
    def grain(self) -> Index:
        """What the gain of each period was rounded to, a power of ten; 1 where it was not.

        Lots of one size have a divisor in common as well, but hardly such a one.
        """
        steps, found = quantum(self.gain), np.ones(len(self), dtype=np.int64)
        level = np.where(np.isnan(self.level), np.inf, self.level)
        for power in 10 ** np.arange(1, 10):
            found[(steps % power == 0) & (power * TENTH <= level)] = power
        return found

    @property
    def coarse(self) -> bool:
        """Whether more than half of the gains are rounded."""
        return bool(np.mean(self.grain > 1) > HALF)

    def __len__(self) -> int:
        return len(self.gain)


def of_profile(dossiers: Dossiers, profile: int) -> Series | None:
    """The best series there is: arrivals, before levels, before follow dates.

    Levels hide who left the same day. But a missing day does not break them, and where both are rounded they still add
    up, so they come first where arrivals lack or are rounded. A row without a figure is a day that nobody read. A list
    comes first where figures are of fewer days than it and than `LONG_ENOUGH`: they could hide what is in it.
    """
    start, end = dossiers.starts["daily"][profile : profile + 2]
    daily = dossiers.daily.take(np.arange(start, end))
    level = daily.take((daily.metric == Metric.FOLLOWERS) & ~np.isnan(daily.value))
    gained = daily.take((daily.metric == Metric.GAINED) & ~np.isnan(daily.value))
    figures, listed = _figures(gained, level), _follow_dates(dossiers, profile)
    if figures is None or listed is None:
        return figures or listed
    short = min(LONG_ENOUGH, float(listed.days.sum()))
    return listed if figures.days.sum() < short else figures


def _figures(gained: Daily, level: Daily) -> Series | None:
    """The series of daily figures, if there are any."""
    if not len(gained):
        return _levels(level) if len(level) >= 2 else None
    arrivals = _flows(gained, level)
    lacking = len(gained) < ENOUGH * len(level) or arrivals.coarse
    return _levels(level) if len(level) >= 2 and lacking else arrivals


def doubled(dossiers: Dossiers, profile: int, growth: Series) -> int:
    """Days of which the files give more than one figure, of the kind that a series was made of."""
    start, end = dossiers.starts["daily"][profile : profile + 2]
    daily = dossiers.daily.take(np.arange(start, end))
    metric = Metric.FOLLOWERS if growth.origin == "levels" else Metric.GAINED
    _, times = np.unique(day_of(daily.take((daily.metric == metric) & ~np.isnan(daily.value)).date), return_counts=True)
    return int((times > 1).sum())


def _flows(gained: Daily, level: Daily) -> Series:
    gained = last_of_each_day(gained)
    day = day_of(gained.date)
    known = np.searchsorted(level.date, day, side="left") - 1
    before = np.full(len(gained), np.nan)
    if len(level):
        before = np.where(known >= 0, level.value[np.maximum(known, 0)], level.value[0])
    return Series(
        origin="arrivals" if np.all(gained.value >= 0) else "net",
        start=_since(day),
        end=day,
        gain=gained.value,
        level=before,
        source=gained.source.astype(np.int64),
        row=gained.row.astype(np.int64),
    )


def day_of(moments: Times) -> Times:
    """The beginnings of the days of some moments."""
    return np.asarray(moments.astype("datetime64[D]").astype("datetime64[s]"))


def _since(day: Times) -> Times:
    """Flows of a cadence slower than daily cover the days since the one before; a gap in a daily series does not."""
    cadence = np.median(np.diff(day) / DAY) if len(day) > 1 else 1.0
    return np.asarray(day - (max(int(cadence), 1) - 1) * DAY, dtype="datetime64[s]")


def _levels(level: Daily) -> Series:
    level = last_of_each_day(level)
    day = day_of(level.date)
    return Series(
        origin="levels",
        start=np.asarray(day[:-1] + DAY, dtype="datetime64[s]"),
        end=day[1:],
        gain=np.diff(level.value),
        level=level.value[:-1],
        source=level.source[1:].astype(np.int64),
        row=level.row[1:].astype(np.int64),
    )


def last_of_each_day(daily: Daily) -> Daily:
    """Where a day has several figures, the last that is known.

    Of levels, what came between two of them came on that day too; of arrivals, a later export has the better figure.
    """
    day = day_of(daily.date)
    order = np.lexsort((np.arange(len(daily)), ~np.isnan(daily.value), day))
    last = np.append(day[order][1:] != day[order][:-1], True)[: len(day)]
    return daily.take(order[last])


def _follow_dates(dossiers: Dossiers, profile: int) -> Series | None:
    edges, rows = dossiers.edges, followers_of(dossiers, profile)
    mine = rows[np.isin(edges.since_kind[rows], (SinceKind.EXACT, SinceKind.DAY)) & ~np.isnat(edges.since[rows])]
    if not len(mine):
        return None
    day = edges.since[mine].astype("datetime64[D]")
    first, last = day.min(), day.max()
    index = ((day - first) / DAY).astype(np.int64)
    gain = np.bincount(index, minlength=int((last - first) / DAY) + 1).astype(np.float64)
    days = (first + np.arange(len(gain)) * DAY).astype("datetime64[s]")
    came = np.searchsorted(np.sort(index), np.arange(len(gain)))
    order = mine[np.argsort(index, kind="stable")]
    at = order[np.minimum(came, len(order) - 1)]
    return Series(
        origin="follow_dates",
        start=days,
        end=days,
        gain=gain,
        level=np.concatenate([[0.0], np.cumsum(gain)[:-1]]),
        source=edges.source[at].astype(np.int64),
        row=edges.row[at].astype(np.int64),
    )
