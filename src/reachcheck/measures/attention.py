"""What the files know of the attention around given days: posts and accounts reached, against the account's usual."""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context, rounded
from reachcheck.model.columns import Bools, Floats, Times
from reachcheck.model.enums import Completeness, Metric, TableName

DAY = np.timedelta64(1, "D")
ALWAYS, NEVER = np.datetime64("9999-12-31", "s"), np.datetime64("0001-01-01", "s")
ZONE = np.timedelta64(12, "h")
"""How far a platform's day may end behind that of UTC, in which posts are dated."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Attention:
    """Dated signals of one kind (posts, or days with accounts reached), each over the account's usual (`ratio`).

    The usual of posts is the middle one of the account's own posts; that of days the middle of the best days of each
    week, since a day with a post always stands out from a day without. The files speak of the days from `first` to
    `last`, but not of those `untold`: days without a figure, and days of a post that has none. `late` is by how much a
    signal may be dated after the day that it belongs to.
    """

    at: Times
    ratio: Floats
    first: np.datetime64
    last: np.datetime64
    untold: Times
    late: np.timedelta64 = ZONE - ZONE

    def around(self, start: np.datetime64, end: np.datetime64) -> float:
        """The highest ratio between two days, both included; 0 where nothing is known to have happened."""
        return float(self.ratio[self._inside(self.at, start, end)].max(initial=0.0))

    def tells(self, start: np.datetime64, end: np.datetime64) -> bool:
        """Whether all that happened between two days is known: nothing known is not nothing."""
        return bool(self.first <= start and end <= self.last and not self._inside(self.untold, start, end).any())

    def _inside(self, at: Times, start: np.datetime64, end: np.datetime64) -> Bools:
        return np.asarray((at >= start) & (at < end + DAY + self.late))


def of_posts(context: Context, drawn: Floats, profile: int) -> Attention | None:
    """Each post or reply by the best-known of its counts; None where too few posts are dated and counted.

    `drawn` are the responses to each row of posts. What a repost drew is due to somebody else's post.
    """
    here = slice(*context.dossiers.starts["posts"][profile : profile + 2])
    posts = context.dossiers.posts.take(np.arange(here.start, here.stop))
    mine = ~np.isnat(posts.published_at) & (posts.is_repost != 1)
    dated, own = posts.take(mine), posts.is_reply[mine] != 1
    counted = (dated.reach, dated.views, dated.impressions, drawn[here][mine])
    least = context.method.growth.least_context_posts
    ratios = [ratio for ratio in (_over_median(count, own, least) for count in counted) if ratio is not None]
    if not ratios:
        return None
    best = np.fmax.reduce(ratios)
    return Attention(
        at=dated.published_at,
        ratio=rounded(np.nan_to_num(best, nan=0.0)),
        first=dated.published_at.min().astype("datetime64[D]"),
        last=_last(context, dated.published_at, profile),
        untold=dated.published_at[np.isnan(best) & own],
        late=ZONE,
    )


def _last(context: Context, at: Times, profile: int) -> np.datetime64:
    """The last day of which posts speak: a silence longer than any before it may be the end of the file.

    Of a selection of posts the usual is not that of the account, so that it speaks of no day.
    """
    coverage = context.dossiers.coverage
    known = coverage.completeness[(coverage.profile == profile) & (coverage.table == TableName.POSTS)]
    if (known == Completeness.ALL).any():
        return ALWAYS
    if len(known) and (known == Completeness.TOP).all():
        return NEVER
    silences = np.append(np.diff(at), context.method.growth.days_before * DAY)
    last: np.datetime64 = at[-1] + silences.max()
    return last


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


def _over_median(values: Floats, own: Bools, least: int) -> Floats | None:
    known = values[own & ~np.isnan(values)]
    return values / max(float(np.median(known)), 1.0) if len(known) >= least else None
