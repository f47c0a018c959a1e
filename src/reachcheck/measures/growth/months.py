"""Figures by the month, in which nobody knows when people came: which months stand out is told, and no more."""

import numpy as np

from reachcheck.measures.growth.series import DAY, Series
from reachcheck.message import Message, msg
from reachcheck.method import Growth
from reachcheck.model.columns import Bools, Floats, Index, Times
from reachcheck.stats.excess import excess_share
from reachcheck.stats.rounding import LEAST, quantum

SHORTEST, LONGEST = 27, 32
"""Days of a month, with one on either side for figures that are not taken on the same hour."""
ROUNDED = 3
"""Times the most that the platform rounds to: below it nothing stands out."""


def sparse(growth: Series, apart: int, events: Times, method: Growth) -> Message:
    """Why a series of periods of more than a week cannot be judged, and which of its months stand out, if any."""
    told = _standing_out(growth, apart, events, method) if SHORTEST <= apart <= LONGEST else ()
    if not told:
        return msg("unknown.sparse_periods", days=apart)
    return msg("unknown.monthly", days=apart, months=told)


def _standing_out(growth: Series, apart: int, events: Times, method: Growth) -> tuple[Message, ...]:
    """The months whose excess share is great enough, without those of a listed event.

    None where so few gained anything that nobody knows what the platform rounds to.
    """
    if np.count_nonzero(np.nan_to_num(growth.gain, nan=0.0)) < LEAST:
        return ()
    usable = (growth.days >= SHORTEST) & (growth.days <= LONGEST)
    gains = np.where(usable, _beyond_before(growth), np.nan)
    at = _months(growth, apart)
    line = np.full(int(at[-1]) + 1, np.nan)
    line[at] = gains
    share = excess_share(line[None]).share[0][at]
    least = ROUNDED * float(quantum(growth.gain).max()) / max(float(np.nansum(np.maximum(gains, 0.0))), 1.0)
    clear = ~np.isnan(share) & (share >= np.fmax(method.month_share, least)) & ~_named(growth, events, method)
    return tuple(_month(growth, n, float(share[n])) for n in np.flatnonzero(clear).tolist())


def _beyond_before(growth: Series) -> Floats:
    """Gains; of levels only what lies beyond the highest before: a level that comes back brings nobody."""
    if growth.origin != "levels":
        return growth.gain
    peak = np.fmax.accumulate(growth.level)
    return np.where(growth.gain > 0, np.clip(growth.level + growth.gain - peak, 0.0, growth.gain), growth.gain)


def _months(growth: Series, apart: int) -> Index:
    """The place of each period in a line of months, in which a gap leaves places empty."""
    steps = np.rint(np.diff(growth.end) / DAY / apart).astype(np.int64)
    return np.append(np.int64(0), np.cumsum(np.maximum(steps, 1)))


def _named(growth: Series, events: Times, method: Growth) -> Bools:
    """Which periods hold a day of an event, or a day after it on which it may still bring people."""
    until = events + (method.event_days + 1) * DAY
    begins, ends = growth.start[:, None], growth.end[:, None] + DAY
    return np.asarray(((events < ends) & (until > begins)).any(axis=1))


def _month(growth: Series, n: int, share: float) -> Message:
    start, end = (moment.astype("datetime64[D]").item() for moment in (growth.start[n], growth.end[n]))
    return msg("unknown.month", share=round(share, 6), start=start, end=end)
