"""How many accounts are reached beside the number of followers: context, as all rates are."""

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.engagement.rates import followers_at_post, level_at, over_today
from reachcheck.measures.engagement.responses import own_posts, ratio
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats, Index, Ints, Times
from reachcheck.model.enums import Metric
from reachcheck.stats import segments
from reachcheck.stats.intervals import median_interval


def reach_per_follower(context: Context, where: Bools) -> Values:
    """Accounts reached over followers at the time, middle post; of days where no post states them."""
    posts, days = _of_posts(context), _of_days(context)
    told = segments.count(*posts[:2])
    by_day = where & (told == 0) & (segments.count(*days[:2]) > 0)
    columns = [np.where(by_day, b, a) for a, b in zip(_middle(context, *posts), _middle(context, *days), strict=True)]
    value, low, high, n, at_the_time = (np.where(where, column, np.nan) for column in columns)
    lacking = np.flatnonzero(where & np.isnan(value)).tolist()
    reasons, lacks = _lacking(context, lacking)
    notes: dict[int, tuple[Message, ...]] = {i: (msg("note.reached_by_day"),) for i in np.flatnonzero(by_day).tolist()}
    over = over_today((n > 0) & (at_the_time == 0))
    return Values(value=value, low=low, high=high, n=n, notes=notes, reasons=reasons, lacks=lacks, over=over)


def _middle(context: Context, shares: Floats, starts: Index, at: Floats) -> tuple[Floats, ...]:
    """The middle share with its interval, of how many, and how many of them are over the followers at the time."""
    low, high = median_interval(shares, starts, context.method.level)
    n = segments.count(shares, starts).astype(np.float64)
    at_the_time = segments.count(np.where(np.isnan(at), np.nan, shares), starts).astype(np.float64)
    return segments.median(shares, starts), low, high, n, at_the_time


def _of_posts(context: Context) -> tuple[Floats, Index, Floats]:
    """Of each post, the offsets of the profiles, and the followers at the time; NaN where a figure is missing."""
    posts = context.dossiers.posts
    at = followers_at_post(context)
    shares = ratio(posts.reach, _or_today(context, at, posts.profile))
    return np.where(own_posts(context), shares, np.nan), context.dossiers.starts["posts"], at


def _of_days(context: Context) -> tuple[Floats, Index, Floats]:
    """The same of each day with a figure of accounts reached."""
    daily = context.dossiers.daily
    reached = daily.take(daily.metric == Metric.REACH)
    starts = np.searchsorted(reached.profile, np.arange(context.rows + 1)).astype(np.int64)
    at = level_at(context, starts, reached.date)
    shares = ratio(reached.value, _or_today(context, at, reached.profile))
    return np.where(_daily(reached.date, starts)[reached.profile], shares, np.nan), starts, at


def _daily(dates: Times, starts: Index) -> Bools:
    """Profiles whose figures are of single days: of a week or a month they count people several times or once."""
    apart = np.append(np.nan, np.diff(dates) / np.timedelta64(1, "D")) if len(dates) else np.zeros(0)
    apart[starts[:-1][np.diff(starts) > 0]] = np.nan
    return np.asarray(segments.median(apart, starts) <= 1)


def _or_today(context: Context, followers: Floats, profile: Ints) -> Floats:
    """Today's count where that of the time is not known."""
    return np.where(np.isnan(followers), context.done["followers_count"].value[profile], followers)


def _lacking(context: Context, profiles: list[int]) -> tuple[dict[int, Message], dict[int, tuple[str, ...]]]:
    """Why it is unknown, and what would tell: the count, where accounts reached are there and it is not."""
    posts, daily = context.dossiers.posts, context.dossiers.daily
    told = np.bincount(posts.profile[~np.isnan(posts.reach)], minlength=context.rows)
    told = told + np.bincount(daily.profile[daily.metric == Metric.REACH], minlength=context.rows)
    uncounted = (told > 0) & np.isnan(context.done["followers_count"].value)
    absent, no_count = msg("unknown.absent", export="posts_reach"), msg("unknown.no_count")
    reasons = {i: no_count if uncounted[i] else absent for i in profiles}
    return reasons, {i: ("profile",) if uncounted[i] else ("posts_reach",) for i in profiles}
