"""Engagement: what each post drew, over followers, accounts reached or impressions, never mixed.

A rate is the median over posts, with the distribution-free interval of a median; it is context and never flags.
"""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context, Need, Spec, Values, per_profile
from reachcheck.measures.count import newest
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats, Times
from reachcheck.model.enums import Metric
from reachcheck.stats import segments, shape
from reachcheck.stats.intervals import median_interval

PARTS = ("likes", "comments", "shares", "saves")


@dataclass(frozen=True, kw_only=True, eq=False)
class PostResponses:
    """Responses to each own post, and to any row (NaN where a part is missing), which are own, the parts counted."""

    value: Floats
    drawn: Floats
    own: Bools
    numerator: dict[int, Message]


def post_responses(context: Context) -> PostResponses:
    """The platform's own total where given, else the sum of the parts the profile has; a missing part makes it missing.

    Replies and reposts are no posts of one's own and are left out.
    """
    posts = context.dossiers.posts
    own = (posts.is_reply != 1) & (posts.is_repost != 1)
    summed, has = np.zeros(len(posts)), np.zeros((context.rows, len(PARTS)), dtype=np.bool_)
    for p, name in enumerate(PARTS):
        column = getattr(posts, name)
        has[:, p] = np.bincount(posts.profile[~np.isnan(column)], minlength=context.rows) > 0
        summed += np.where(has[posts.profile, p], column, 0.0)
    any_part: Bools = np.asarray(has.any(axis=1))
    summed[~any_part[posts.profile]] = np.nan
    total = ~np.isnan(posts.interactions)
    drawn = np.where(total, posts.interactions, summed)
    given = np.bincount(posts.profile[total], minlength=context.rows)
    numerator = {
        i: msg("numerator.total") if given[i] else msg("numerator.parts", parts=_parts(has, i))
        for i in range(context.rows)
    }
    return PostResponses(value=np.where(own, drawn, np.nan), drawn=drawn, own=own, numerator=numerator)


def _parts(has: Bools, profile: int) -> tuple[str, ...]:
    return tuple(name for part, name in enumerate(PARTS) if has[profile, part])


def median_of(context: Context, where: Bools, rates: Floats) -> Values:
    """Median over a profile's posts with its interval and the number of posts that have a rate."""
    starts = context.dossiers.starts["posts"]
    low, high = median_interval(rates, starts, context.method.level)
    n = segments.count(rates, starts).astype(np.float64)
    responses = post_responses(context)
    return Values(
        value=np.where(where, segments.median(rates, starts), np.nan),
        low=low,
        high=high,
        n=n,
        notes={i: (responses.numerator[i],) for i in np.flatnonzero(where).tolist()},
        reasons={i: msg("unknown.no_post_complete") for i in np.flatnonzero(where & (n == 0)).tolist()},
    )


def ratio(numerator: Floats, denominator: Floats) -> Floats:
    """Row by row, missing where either is missing or the denominator is not above 0."""
    out = np.full(len(numerator), np.nan)
    usable = ~np.isnan(numerator) & (denominator > 0)
    out[usable] = numerator[usable] / denominator[usable]
    return out


def by_followers(context: Context, where: Bools) -> Values:
    """Over the followers at the time of the post; failing that, the level of that day, then today's count."""
    posts = context.dossiers.posts
    count = context.done["followers_count"].value[posts.profile]
    at_post = np.where(np.isnan(posts.followers_at_post), _level_at_post(context), posts.followers_at_post)
    stand_in = np.isnan(at_post)
    rates = ratio(post_responses(context).value, np.where(stand_in, count, at_post))
    values = median_of(context, where, rates)
    replaced = np.bincount(posts.profile[stand_in & ~np.isnan(rates)], minlength=context.rows)
    notes = {
        i: (*said, *((msg("note.count_today", n=int(replaced[i])),) if replaced[i] else ()))
        for i, said in values.notes.items()
    }
    unknown = np.flatnonzero(where & np.isnan(values.value) & np.isnan(context.done["followers_count"].value)).tolist()
    reasons = {**values.reasons, **{i: msg("unknown.no_count") for i in unknown}}
    return Values(
        value=values.value, low=values.low, high=values.high, n=values.n, notes=notes, reasons=reasons,
        lacks=dict.fromkeys(unknown, ("profile",)),
    )  # fmt: skip


def _level_at_post(context: Context) -> Floats:
    """The last daily level on or before each post, within a week."""
    posts, daily = context.dossiers.posts, context.dossiers.daily
    level = daily.take(daily.metric == Metric.FOLLOWERS)
    starts = np.searchsorted(level.profile, np.arange(context.rows + 1))
    out = np.full(len(posts), np.nan)
    for i in range(context.rows):
        mine, dates = slice(*context.dossiers.starts["posts"][i : i + 2]), level.date[starts[i] : starts[i + 1]]
        if len(dates) and mine.stop > mine.start:
            out[mine] = _last_before(posts.published_at[mine], dates, level.value[starts[i] : starts[i + 1]])
    return out


def _last_before(at: Times, dates: Times, values: Floats) -> Floats:
    position = np.searchsorted(dates, at, side="right") - 1
    found = np.maximum(position, 0)
    near = (position >= 0) & (at - dates[found] < np.timedelta64(7, "D"))
    return np.where(near, values[found], np.nan)


def by_reach(context: Context, where: Bools) -> Values:
    """Over the accounts reached by the post."""
    return median_of(context, where, ratio(post_responses(context).value, context.dossiers.posts.reach))


def by_impressions(context: Context, where: Bools) -> Values:
    """Over the times the post was shown."""
    return median_of(context, where, ratio(post_responses(context).value, context.dossiers.posts.impressions))


def responses_per_post(context: Context, where: Bools) -> Values:
    """Responses to the middle post."""
    return median_of(context, where, post_responses(context).value)


def comments_per_like(context: Context, where: Bools) -> Values:
    """Comments for each like, middle post with a like."""
    posts = context.dossiers.posts
    own = post_responses(context).own
    values = median_of(context, where, np.where(own, ratio(posts.comments, posts.likes), np.nan))
    return Values(value=values.value, low=values.low, high=values.high, n=values.n, reasons=values.reasons)


def concentration(context: Context, where: Bools) -> Values:
    """Gini coefficient of responses over posts, corrected for small n (0: all alike, 1: one post has all)."""
    value = post_responses(context).value
    starts = context.dossiers.starts["posts"]
    gini = np.where(where, segments.gini(value, starts), np.nan)
    return Values(
        value=gini,
        n=segments.count(value, starts).astype(np.float64),
        no_interval=msg("no_interval.described"),
        reasons={i: msg("unknown.no_post_complete") for i in np.flatnonzero(where & np.isnan(gini)).tolist()},
    )


def h_index(context: Context, where: Bools) -> Values:
    """The largest h so that h posts drew at least h responses each."""
    value = post_responses(context).value
    starts = context.dossiers.starts["posts"]

    def kernel(i: int) -> tuple[float]:
        mine = value[starts[i] : starts[i + 1]]
        return (float(shape.h_index(mine[~np.isnan(mine)])),)

    counted = segments.count(value, starts).astype(np.float64)
    here = where & (counted > 0)
    return Values(
        value=per_profile(context, here, kernel, 1)[:, 0],
        n=counted,
        no_interval=msg("no_interval.counted"),
        reasons={i: msg("unknown.no_post_complete") for i in np.flatnonzero(where & ~here).tolist()},
    )


def typical_likes(context: Context, where: Bools) -> Values:
    """Lower quartile of likes over one's own posts: a cautious end in itself."""
    likes = np.where(post_responses(context).own, context.dossiers.posts.likes, np.nan)
    starts = context.dossiers.starts["posts"]
    return Values(
        value=np.where(where, segments.quantile(likes, starts, 0.25), np.nan),
        n=segments.count(likes, starts).astype(np.float64),
        no_interval=msg("no_interval.cautious_end"),
        reasons={i: msg("unknown.no_post_complete") for i in range(context.rows)},
    )


def stated_average_rate(context: Context, where: Bools) -> Values:
    """The average responses that a sheet states, over its followers; the posts behind it are not there."""
    table = context.dossiers.profile
    parts = np.where(np.isnan(table.average_comments), 0.0, table.average_comments)
    rate = ratio(table.average_likes + parts, table.followers)
    stated = newest(context.rows, table.profile, table.as_of, rate, table.source, table.row)
    return Values(
        value=np.where(where, stated.value, np.nan),
        no_interval=msg("no_interval.stated_average"),
        reasons={i: msg("unknown.no_count") for i in range(context.rows)},
    )


POSTS = Need(export="posts", table="posts")
LIKES = Need(export="posts_likes", table="posts", columns=("likes",))


SPECS = (
    Spec(
        id="engagement_rate_by_followers",
        family="engagement",
        unit="share",
        denominator="followers",
        needs=(POSTS,),
        compute=by_followers,
    ),
    Spec(
        id="engagement_rate_by_reach",
        family="engagement",
        unit="share",
        denominator="accounts_reached",
        needs=(POSTS, Need(export="posts_reach", table="posts", columns=("reach",))),
        compute=by_reach,
    ),
    Spec(
        id="engagement_rate_by_impressions",
        family="engagement",
        unit="share",
        denominator="impressions",
        needs=(POSTS, Need(export="posts_impressions", table="posts", columns=("impressions",))),
        compute=by_impressions,
        asks=False,
    ),
    Spec(
        id="responses_per_post",
        family="engagement",
        unit="per_post",
        denominator="posts",
        needs=(POSTS,),
        compute=responses_per_post,
    ),
    Spec(
        id="comments_per_like",
        family="engagement",
        unit="ratio",
        denominator="likes",
        needs=(LIKES, Need(export="posts_likes", table="posts", columns=("comments",))),
        compute=comments_per_like,
    ),
    Spec(
        id="engagement_concentration",
        family="engagement",
        unit="ratio",
        denominator="posts",
        needs=(POSTS,),
        compute=concentration,
    ),
    Spec(id="post_h_index", family="engagement", unit="count", denominator="posts", needs=(POSTS,), compute=h_index),
    Spec(
        id="typical_likes",
        family="engagement",
        unit="per_post",
        denominator="posts",
        needs=(LIKES,),
        compute=typical_likes,
        moves="lower",
    ),
    Spec(
        id="stated_average_rate",
        family="engagement",
        unit="share",
        denominator="followers",
        needs=(Need(export="profile_averages", table="profile", columns=("average_likes", "followers")),),
        compute=stated_average_rate,
        asks=False,
    ),
)
