"""A series of gains laid out day by day: the grid on which gains, attention and events meet."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.measures.growth.series import DAY, Series
from reachcheck.model.columns import Bools, Floats, Index, Times

LONGEST_PERIOD = 7
"""Days of the longest period whose gain is spread over its days; of a longer one nobody knows when its people came."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Days:
    """Arrays of shape (days,), from `first` on.

    `gain`: who came on a day, a period's gain spread evenly over its days; NaN where unknown. `level`: the count before
    it. `period`: the position in the series of what it was taken from, -1 where there is none.
    """

    first: np.datetime64
    gain: Floats
    level: Floats
    period: Index
    cadence: int
    """Days of the middle period: shorter windows are not looked at."""

    def __len__(self) -> int:
        return len(self.gain)

    def day(self, position: int) -> np.datetime64:
        """The date at a position."""
        found: np.datetime64 = self.first + position * DAY
        return found

    def date(self, position: int) -> date:
        """The same as a date of the calendar."""
        found: date = self.day(position).astype("datetime64[D]").item()
        return found

    def positions(self, at: Times) -> Index:
        """Where moments lie; below 0 or from the length on for those outside."""
        return np.asarray((at - self.first) // DAY, dtype=np.int64)

    def evened(self, values: Floats) -> Floats:
        """Values by day, those of one period made its mean, as its gain is spread; NaN where any of them is."""
        inside = self.period >= 0
        period = self.period[inside]
        total, count = np.bincount(period, values[inside]), np.bincount(period)
        out = values.copy()
        out[inside] = total[period] / count[period]
        return out

    def marked(self, at: Times, after: int) -> Bools:
        """The days of some moments, with so many days after each."""
        marks = np.zeros(len(self), np.bool_)
        for position in self.positions(at).tolist():
            marks[max(position, 0) : max(position + after + 1, 0)] = True
        return marks


def lay_out(series: Series) -> Days:
    """The days of a series, from the first to the last."""
    first = series.start.min()
    start = np.asarray((series.start - first) // DAY, dtype=np.int64)
    end = np.asarray((series.end - first) // DAY, dtype=np.int64)
    start = np.maximum(start, np.append(np.int64(0), np.maximum.accumulate(end)[:-1] + 1))
    length = end - start + 1
    usable = (length >= 1) & (length <= LONGEST_PERIOD)
    which = np.repeat(np.flatnonzero(usable), length[usable])
    into = np.arange(len(which)) - np.repeat(np.cumsum(length[usable]) - length[usable], length[usable])
    day, days = start[which] + into, int(end.max()) + 1
    gain, level = np.full(days, np.nan), np.full(days, np.nan)
    period = np.full(days, -1)
    each = series.gain[which] / length[which]
    gain[day], level[day], period[day] = each, series.level[which] + into * each, which
    return Days(first=first, gain=gain, level=_known_before(level), period=period, cadence=cadence(series))


def cadence(series: Series) -> int:
    """Days of the middle period."""
    return max(int(np.median(series.days)), 1)


def _known_before(level: Floats) -> Floats:
    """Levels, on days without one the last known before."""
    last = np.maximum.accumulate(np.where(np.isnan(level), -1, np.arange(len(level))))
    return np.where(last >= 0, level[np.maximum(last, 0)], np.nan)
