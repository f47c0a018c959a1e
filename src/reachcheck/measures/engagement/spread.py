"""How responses spread over posts, and what a modest post draws."""

import numpy as np

from reachcheck.measures.base import Context, Values, per_profile
from reachcheck.measures.count import newest
from reachcheck.measures.engagement.responses import post_responses, ratio
from reachcheck.message import msg
from reachcheck.model.columns import Bools
from reachcheck.stats import segments, shape


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
