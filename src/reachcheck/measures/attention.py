"""What the files know of the attention around given days: posts and accounts reached, against the account's usual."""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.model.columns import Floats, Times
from reachcheck.model.enums import Metric

DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, kw_only=True, eq=False)
class Attention:
    """Dated signals of one kind (posts, or days with accounts reached), each over the account's usual (`ratio`).

    The usual of posts is the middle post; that of days the middle of the best days of each week, since a day with a
    post always stands out from a day without.
    """

    at: Times
    ratio: Floats

    def around(self, start: np.datetime64, end: np.datetime64) -> float:
        """The highest ratio between two days, both included; 0 where nothing happened."""
        inside = (self.at >= start) & (self.at < end + DAY)
        return float(self.ratio[inside].max(initial=0.0))


def of_posts(context: Context, responses: Floats, profile: int) -> Attention | None:
    """Each post by the best-known of its counts; None where too few posts are dated and counted."""
    here = slice(*context.dossiers.starts["posts"][profile : profile + 2])
    posts = context.dossiers.posts
    least = context.method.growth.least_context_posts
    at = posts.published_at[here]
    signals = [c[here] for c in (posts.reach, posts.views, posts.impressions, responses)]
    ratios = [r for r in (_over_median(np.where(np.isnat(at), np.nan, s), least) for s in signals) if r is not None]
    if not ratios:
        return None
    best = np.nanmax(np.vstack([np.nan_to_num(r, nan=0.0) for r in ratios]), axis=0)
    return Attention(at=at, ratio=np.where(np.isnat(at), 0.0, best))


def of_days(context: Context, profile: int) -> Attention | None:
    """Each day's accounts reached (or times shown); None where too few days are known."""
    here = slice(*context.dossiers.starts["daily"][profile : profile + 2])
    daily = context.dossiers.daily.take(np.arange(here.start, here.stop))
    for metric in (Metric.REACH, Metric.IMPRESSIONS):
        days = daily.take(daily.metric == metric)
        if (~np.isnan(days.value)).sum() >= context.method.growth.least_context_days:
            usual = max(float(np.median(_best_of_weeks(days.date, days.value))), 1.0)
            return Attention(at=days.date, ratio=np.nan_to_num(days.value / usual, nan=0.0))
    return None


def _best_of_weeks(date: Times, value: Floats) -> Floats:
    """The best day of each week of seven days since the first, weeks without a value left out."""
    week = ((date - date[0]) / DAY).astype(np.int64) // 7
    best = np.full(int(week[-1]) + 1, -1.0)
    np.maximum.at(best, week, np.nan_to_num(value, nan=-1.0))
    return best[best >= 0]


def _over_median(values: Floats, least: int) -> Floats | None:
    known = values[~np.isnan(values)]
    if len(known) < least:
        return None
    return np.nan_to_num(values / max(float(np.median(known)), 1.0), nan=0.0)
