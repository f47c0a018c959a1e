"""What one profile's growth is judged on: arrivals, attention and named events on one grid of days."""

from dataclasses import dataclass, replace

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.measures.growth import series
from reachcheck.measures.growth.attention import Attention, attention
from reachcheck.measures.growth.days import LONGEST_PERIOD, Days, cadence, lay_out
from reachcheck.measures.growth.months import sparse
from reachcheck.measures.growth.series import DAY, Series
from reachcheck.message import Message, msg
from reachcheck.method import Growth
from reachcheck.model.columns import Bools, Floats, Index, Times

EVE = 1
"""Days before an event that may be its own: the owner's day may begin before the platform's."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Grown:
    """One profile: its series, the same by days, and for each day what else is known."""

    series: Series
    days: Days
    attention: tuple[Attention, ...]
    named: Bools
    """Days of events, and those after them on which they may still bring people."""
    listed: bool
    """Whether a file lists events. What a person states names days and lowers no limit: it makes no list complete."""
    grain: Index
    """What the platform rounds gains to."""
    count: float = np.nan
    """The count as it is stated today; NaN where it is not."""

    @property
    def before(self) -> Floats:
        """The count before each day; where no level is known the account may have started with the series."""
        came = np.cumsum(np.nan_to_num(self.days.gain, nan=0.0))
        return np.where(np.isnan(self.days.level), np.append(0.0, came[:-1]), self.days.level)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of attention that are known of any day, the most telling first."""
        return tuple(dict.fromkeys(each.kind for each in self.attention if not np.isnan(each.by_day).all()))

    def looked_at(self, least: float) -> Bools:
        """Days on which a step may begin: so many are known before them. The first arrivals of an account are none.

        Whoever is counted today and did not come since was there before; of a list that is only true of those on it.
        """
        return np.asarray(np.where(np.isnan(self.days.level), self.size, self.before) >= least)

    @property
    def size(self) -> Floats:
        """The count before each day that gains are held against: at least those stated today who did not come since.

        Arrivals and lists may begin long after the account, so that all who came in them are few of those there are.
        """
        if self.series.origin == "levels":
            return self.before
        since = np.cumsum(np.nan_to_num(self.days.gain, nan=0.0)[::-1])[::-1]
        begun_later = np.isnan(self.days.level) | (self.series.origin == "follow_dates")
        return np.where(begun_later, np.fmax(self.before, self.count - since), self.before)

    @property
    def judged(self) -> Floats:
        """Who came on each day that some attention is known of and no event is listed for; NaN on all others."""
        told = np.zeros(len(self.days), dtype=np.bool_)
        for each in self.attention:
            told |= ~np.isnan(each.by_day)
        return np.where(told & ~self.named, self.days.gain, np.nan)

    def arrivals(self, churn: float) -> Floats:
        """Who came on each day; in net figures as many more as usually leave, a share `churn` of the count a day."""
        net = self.series.origin in ("levels", "net")
        return self.days.gain + churn * np.nan_to_num(self.size, nan=0.0) if net else self.days.gain


def known(growth: Series) -> int:
    """How many periods have a gain."""
    return int((~np.isnan(growth.gain)).sum())


def periods_looked_at(grown: Grown, method: Growth) -> int:
    """How many periods with a gain have a day on which a step may begin."""
    days = grown.days
    return len(np.unique(days.period[grown.looked_at(method.least_level) & ~np.isnan(days.gain)]))


def grown(context: Context, drawn: Floats, profile: int) -> Grown | Message:
    """The growth of a profile, or why it cannot be judged; `drawn` is the response to each row of posts."""
    growth = series.of_profile(context.dossiers, profile)
    least = context.method.growth.least_points
    if growth is None:
        return msg("unknown.no_growth")
    if (found := known(growth)) < least:
        return msg("unknown.few_periods", found=found, at_least=least)
    events = _events(context, profile)
    if (apart := cadence(growth)) > LONGEST_PERIOD:
        return sparse(growth, apart, events, context.method.growth)
    if growth.origin in ("arrivals", "net") and growth.coarse:
        return msg("unknown.rounded_arrivals")
    days = lay_out(growth)
    named = days.marked(events - EVE * DAY, after=EVE + context.method.growth.event_days)
    return Grown(
        series=growth,
        days=days,
        attention=tuple(
            replace(each, by_day=_by_period(each.by_day, days, growth))
            for each in attention(context, days, drawn, profile)
        ),
        named=_by_period(named.astype(np.float64), days, growth) > 0,
        listed=_listed(context, profile),
        grain=np.append(growth.grain, 1)[days.period],
        count=float(context.done["followers_count"].value[profile]),
    )


def _events(context: Context, profile: int) -> Times:
    here = slice(*context.dossiers.starts["events"][profile : profile + 2])
    dates = context.dossiers.events.date[here]
    return np.asarray(dates[~np.isnat(dates)])


def _listed(context: Context, profile: int) -> bool:
    here = slice(*context.dossiers.starts["events"][profile : profile + 2])
    rows = context.dossiers.events
    return bool((~np.isnat(rows.date[here]) & (rows.stated[here] != 1)).any())


def later(growth: Series, days: Days) -> int:
    """Days after a period whose attention may belong to it: arrivals of a week may bear its first day or its last."""
    return days.cadence - 1 if growth.origin in ("arrivals", "net") else 0


def _by_period(by_day: Floats, days: Days, growth: Series) -> Floats:
    """Figures of the days of a period spread evenly over it, as its gain is.

    Of the days that it speaks of by its last day and by its first, those with the greater figures.
    """
    span = later(growth, days)
    first = days.evened(np.append(by_day, np.full(span, np.nan))[span:])
    return np.fmax(days.evened(by_day), first)
