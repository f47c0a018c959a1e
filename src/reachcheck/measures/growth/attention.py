"""The attention that could have brought people, day by day: profile visits, accounts reached, posts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.measures.growth.days import LONGEST_PERIOD, Days
from reachcheck.measures.growth.series import DAY
from reachcheck.model.columns import Bools, Floats, Times
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Completeness, Metric, TableName
from reachcheck.model.tables import Daily

Kind = Literal["visits", "reach", "posts"]
"""From the one that tells most on: who follows has looked at the profile before, and who looks was reached before."""
METRICS: Mapping[Kind, tuple[Metric, ...]] = {
    "visits": (Metric.PROFILE_VISITS,),
    "reach": (Metric.REACH, Metric.VIEWS, Metric.IMPRESSIONS),
}
ZONE = np.timedelta64(12, "h")
"""How far a platform's day may end behind that of UTC, in which posts are dated."""
KEEPS = 0.7
"""Share of a post's attention that is left a day later."""
LASTS = (KEEPS**2, KEEPS, 1.0, 1.0, 1.0)
"""What a day has of the attention of the third day before it, the second, the first, its own and the next."""
CALM = 0.3
"""Attention of a day without any post, as a share of that of the average day."""
LONGEST_FIGURE = 31
"""Days of which a figure speaks at most; those of more than `LONGEST_PERIOD` can explain a step, but carry nothing."""
LULL = 100.0
"""Zeros in a row are days without data where the calmest quarter of other days would have made so many of them.

The one that each of these days has at least, or it were a zero itself, is left aside.
"""


@dataclass(frozen=True, kw_only=True, eq=False)
class Attention:
    """One kind of attention on each of some days, in units of its own.

    `by_day` is all that may have brought people on a day, NaN where the files do not tell all of it. `seen` is the best
    that they tell of a day itself, 0 where nothing, and `usual` what is usual of that.
    """

    kind: Kind
    by_day: Floats
    seen: Floats
    usual: float
    apart: int = 1
    """Days of which each figure speaks: within them nobody knows when the attention was."""

    def told_enough(self, least: int) -> "Attention":
        """With fewer than so many days told, none is: nobody could say what is usual."""
        enough = np.count_nonzero(~np.isnan(self.by_day)) >= least
        return self if enough else replace(self, by_day=np.full(len(self.by_day), np.nan))

    def ratio(self, begin: int, end: int) -> float:
        """The best seen from one position up to another, over the usual."""
        return float(self.seen[max(begin, 0) : max(end, 0)].max(initial=0.0)) / self.usual


def attention(context: Context, days: Days, drawn: Floats, profile: int) -> tuple[Attention, ...]:
    """Every kind that the files tell of some days of, the most telling first; `drawn` is the response to each post."""
    found = (
        *(_of_days(context, days, profile, kind, metric) for kind, metrics in METRICS.items() for metric in metrics),
        _of_posts(context, days, drawn, profile),
    )
    least = context.method.growth.least_context_days
    return tuple(each.told_enough(least) for each in found if each is not None)


def _of_days(context: Context, days: Days, profile: int, kind: Kind, metric: Metric) -> Attention | None:
    """A daily figure, or what is left of one on a day near it where that is the greater.

    Who sees it at night follows in the morning or some days later, and a platform may date it a day after the gain.
    None where too few days are known, or nothing but zeros is.
    """
    daily = of_profile(context.dossiers, profile)
    known = daily.take((daily.metric == metric) & ~np.isnan(daily.value))
    if len(known) < context.method.growth.least_context_days or not (known.value > 0).any():
        return None
    apart = int(np.clip(np.median(np.diff(known.date) / DAY), 1, LONGEST_FIGURE))
    value = _laid_out(days, known.date, _without_lulls(known.value), apart)
    by_day = _lasting(value) if apart <= LONGEST_PERIOD else value * np.nan
    seen, usual = np.nan_to_num(value, nan=0.0), _best_of_weeks(value)
    return Attention(kind=kind, by_day=by_day, seen=seen, usual=usual, apart=apart)


def _lasting(value: Floats) -> Floats:
    """The greatest of a day's figure and what the days near it leave; NaN where the day or the one before is untold."""
    untold = np.isnan(value) | np.isnan(np.append(np.nan, value[:-1]))
    padded = np.concatenate([np.zeros(len(LASTS) - 2), np.nan_to_num(value, nan=0.0), [0.0]])
    near = np.lib.stride_tricks.sliding_window_view(padded, len(LASTS)) * LASTS
    return np.where(untold, np.nan, near.max(axis=1))


def _without_lulls(value: Floats) -> Floats:
    """Figures with zeros missing where so many in a row only say that nothing was counted; a loss is nobody."""
    value = np.maximum(value, 0.0)
    starts = np.flatnonzero(np.append(True, np.diff(value == 0)))
    lengths = np.diff(np.append(starts, len(value)))
    calm = float(np.quantile(value[value > 0], 0.25)) - 1.0
    long = (value[starts] == 0) & (lengths * calm >= LULL)
    return np.where(np.repeat(long, lengths), np.nan, value)


def _best_of_weeks(value: Floats) -> float:
    """The middle of the best days of each week: a day with a post always stands out from a day without."""
    whole = np.append(value, np.full(-len(value) % 7, np.nan))
    best = np.fmax.reduce(whole.reshape(-1, 7), axis=1)
    known = best[~np.isnan(best)]
    return max(float(np.median(known)), 1.0) if len(known) else 1.0


def of_profile(dossiers: Dossiers, profile: int) -> Daily:
    """The daily figures of one profile."""
    return dossiers.daily.take(np.arange(*dossiers.starts["daily"][profile : profile + 2]))


def _laid_out(days: Days, date: Times, value: Floats, apart: int) -> Floats:
    """Figures by day; those of a slower cadence are spread over the days up to their own or from it on.

    Nobody knows which of both they speak of: known are days of which both ways know, by the greater.
    """
    at = days.positions(date)
    last, first = (np.full(len(days), np.nan) for _ in range(2))
    for ahead in range(apart):
        for out, day in ((last, at - ahead), (first, at + ahead)):
            inside = (day >= 0) & (day < len(out))
            out[day[inside]] = value[inside] / apart
    return np.asarray(np.maximum(last, first), dtype=np.float64)


def _of_posts(context: Context, days: Days, drawn: Floats, profile: int) -> Attention | None:
    """Each post or reply by the best-known of its counts over the account's usual, fading over the days after it.

    None where too few posts are dated and counted. What a repost drew is due to somebody else's post. Unknown are days
    that the file does not speak of, and those after a post that has no count.
    """
    limits = context.method.growth
    here = slice(*context.dossiers.starts["posts"][profile : profile + 2])
    posts = context.dossiers.posts.take(np.arange(here.start, here.stop))
    mine = ~np.isnat(posts.published_at) & (posts.is_repost != 1)
    dated, own = posts.take(mine), posts.is_reply[mine] != 1
    counted = (dated.reach, dated.views, dated.impressions, drawn[here][mine])
    ratios = [r for r in (_over_median(count, own, limits.least_context_posts) for count in counted) if r is not None]
    if not ratios:
        return None
    best = np.fmax.reduce(ratios)
    ratio, by_day, seen = np.nan_to_num(best, nan=0.0), np.zeros(len(days)), np.zeros(len(days))
    at = days.positions(dated.published_at - ZONE)
    for later in range(limits.days_before + 1):
        inside = (at + later >= 0) & (at + later < len(days))
        np.add.at(by_day, (at + later)[inside], ratio[inside] * KEEPS**later)
    for when in (at, days.positions(dated.published_at)):
        inside = (when >= 0) & (when < len(days))
        np.maximum.at(seen, when[inside], ratio[inside])
    untold = _untold(context, days, dated.published_at, np.isnan(best) & own, profile)
    whole = np.where(untold, np.nan, by_day + CALM * by_day.mean())
    return Attention(kind="posts", by_day=whole, seen=seen, usual=1.0)


def _untold(context: Context, days: Days, at: Times, uncounted: Bools, profile: int) -> Bools:
    """Days that the posts do not speak of: before the first can have told, after the last, or beside one uncounted."""
    span = context.method.growth.days_before
    when = np.arange(len(days)) * DAY + days.first
    early = when < at.min().astype("datetime64[D]") + span * DAY
    late = when > _last(context, at, profile)
    return np.asarray(early | late | days.marked(at[uncounted] - ZONE, after=span), dtype=np.bool_)


def _last(context: Context, at: Times, profile: int) -> np.datetime64:
    """The last day of which posts speak: a silence longer than any before it may be the end of the file.

    Of a selection of posts the usual is not that of the account, so that it speaks of no day.
    """
    coverage = context.dossiers.coverage
    known = coverage.completeness[(coverage.profile == profile) & (coverage.table == TableName.POSTS)]
    if (known == Completeness.ALL).any():
        return np.datetime64("9999-12-31", "s")
    if len(known) and (known == Completeness.TOP).all():
        return np.datetime64("0001-01-01", "s")
    silences = np.append(np.diff(at), context.method.growth.days_before * DAY)
    last: np.datetime64 = at[-1] + silences.max()
    return last


def _over_median(values: Floats, own: Bools, least: int) -> Floats | None:
    known = values[own & ~np.isnan(values)]
    return values / max(float(np.median(known)), 1.0) if len(known) >= least else None
