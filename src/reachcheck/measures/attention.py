"""What the files know of the attention around given days: posts and accounts reached, against the account's usual."""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context, rounded
from reachcheck.model.columns import Floats, Times
from reachcheck.model.enums import Metric

DAY = np.timedelta64(1, "D")
ALWAYS = np.datetime64("9999-12-31", "s")
"""The last day of which posts speak: a file of posts does not show whether silence followed or the file was cut."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Attention:
    """Dated signals of one kind (posts, or days with accounts reached), each over the account's usual (`ratio`).

    The usual of posts is the middle post; that of days the middle of the best days of each week, since a day with a
    post always stands out from a day without. The files speak of the days from `first` to `last`, but not of those
    `untold`: days without a figure, and days of a post that has none.
    """

    at: Times
    ratio: Floats
    first: np.datetime64
    last: np.datetime64
    untold: Times

    def around(self, start: np.datetime64, end: np.datetime64) -> float:
        """The highest ratio between two days, both included; 0 where nothing is known to have happened."""
        inside = (self.at >= start) & (self.at < end + DAY)
        return float(self.ratio[inside].max(initial=0.0))

    def tells(self, start: np.datetime64, end: np.datetime64) -> bool:
        """Whether all that happened between two days is known: nothing known is not nothing."""
        holes = (self.untold >= start) & (self.untold < end + DAY)
        return bool(self.first <= start and end <= self.last and not holes.any())


def of_posts(context: Context, responses: Floats, profile: int) -> Attention | None:
    """Each post by the best-known of its counts; None where too few posts are dated and counted."""
    here = slice(*context.dossiers.starts["posts"][profile : profile + 2])
    posts = context.dossiers.posts.take(np.arange(here.start, here.stop))
    dated = posts.take(~np.isnat(posts.published_at))
    counted = (dated.reach, dated.views, dated.impressions, responses[here][~np.isnat(posts.published_at)])
    least = context.method.growth.least_context_posts
    ratios = [ratio for ratio in (_over_median(count, least) for count in counted) if ratio is not None]
    if not ratios:
        return None
    best = np.fmax.reduce(ratios)
    own = (dated.is_reply != 1) & (dated.is_repost != 1)
    return Attention(
        at=dated.published_at,
        ratio=rounded(np.nan_to_num(best, nan=0.0)),
        first=dated.published_at.min().astype("datetime64[D]"),
        last=ALWAYS,
        untold=dated.published_at[np.isnan(best) & own],
    )


def of_days(context: Context, profile: int) -> Attention | None:
    """Each day's accounts reached (or times shown); None where too few days are known."""
    here = slice(*context.dossiers.starts["daily"][profile : profile + 2])
    daily = context.dossiers.daily.take(np.arange(here.start, here.stop))
    for metric in (Metric.REACH, Metric.IMPRESSIONS):
        days = daily.take((daily.metric == metric) & ~np.isnan(daily.value))
        if len(days) >= context.method.growth.least_context_days:
            usual = max(float(np.median(_best_of_weeks(days.date, days.value))), 1.0)
            return Attention(
                at=days.date,
                ratio=rounded(days.value / usual),
                first=days.date[0],
                last=days.date[-1],
                untold=_between(days.date),
            )
    return None


def _between(known: Times) -> Times:
    """The days between known ones that lie further apart than usual."""
    apart = np.diff(known) / DAY
    wide = apart > max(float(np.median(apart)), 1.0)
    holes = [np.arange(day + DAY, after, DAY) for day, after in zip(known[:-1][wide], known[1:][wide], strict=True)]
    return np.concatenate([known[:0], *holes])


def _best_of_weeks(date: Times, value: Floats) -> Floats:
    """The best day of each week of seven days since the first, weeks without a value left out."""
    week = ((date - date[0]) / DAY).astype(np.int64) // 7
    best = np.full(int(week[-1]) + 1, -1.0)
    np.maximum.at(best, week, value)
    return best[best >= 0]


def _over_median(values: Floats, least: int) -> Floats | None:
    known = values[~np.isnan(values)]
    return values / max(float(np.median(known)), 1.0) if len(known) >= least else None
