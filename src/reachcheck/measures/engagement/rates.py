"""Rates over followers, accounts reached or impressions, never mixed.

A rate is the median over posts, with the distribution-free interval of a median; it is context and never flags.
"""

from dataclasses import replace
from typing import TypeAlias

import numpy as np

from reachcheck.facts.rates import middle_half
from reachcheck.measures.base import Context, Values, rounded
from reachcheck.measures.drawing import MOST_POINTS, evenly, series
from reachcheck.measures.engagement.responses import post_responses, ratio
from reachcheck.message import msg
from reachcheck.model.columns import Bools, Floats, Index, Times
from reachcheck.model.enums import Metric
from reachcheck.results.figure import Figure
from reachcheck.stats import segments
from reachcheck.stats.intervals import median_interval


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


def by_followers(context: Context, where: Bools) -> Values:
    """Over the followers at the time of the post; failing that, the level of that day, then today's count."""
    posts = context.dossiers.posts
    count = context.done["followers_count"].value[posts.profile]
    at_post = followers_at_post(context)
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
        lacks=dict.fromkeys(unknown, ("profile",)), over=over_today((replaced > 0) & (replaced == values.n)),
    )  # fmt: skip


def over_today(alone: Bools) -> dict[int, str]:
    """The denominator of profiles of which nothing but today's count was compared with."""
    return dict.fromkeys(np.flatnonzero(alone).tolist(), "count_today")


def followers_at_post(context: Context) -> Floats:
    """The followers at the time of each post: as its row states, else the level of that day; NaN where neither is."""
    posts = context.dossiers.posts
    by_day = level_at(context, context.dossiers.starts["posts"], posts.published_at)
    return np.where(np.isnan(posts.followers_at_post), by_day, posts.followers_at_post)


def level_at(context: Context, begins: Index, at: Times) -> Floats:
    """The last daily level on or before each moment, within a week; `begins` are the profiles' offsets in `at`."""
    daily = context.dossiers.daily
    level = daily.take(daily.metric == Metric.FOLLOWERS)
    starts = np.searchsorted(level.profile, np.arange(context.rows + 1))
    out = np.full(len(at), np.nan)
    for i in range(context.rows):
        mine, dates = slice(*begins[i : i + 2]), level.date[starts[i] : starts[i + 1]]
        if len(dates) and mine.stop > mine.start:
            out[mine] = _last_before(at[mine], dates, level.value[starts[i] : starts[i + 1]])
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
    """Responses to the middle post; the figure has those of each."""
    value = post_responses(context).value
    figures = {i: (figure,) for i in np.flatnonzero(where).tolist() if (figure := _by_post(context, i, value))}
    return replace(median_of(context, where, value), figures=figures)


def _by_post(context: Context, profile: int, value: Floats) -> Figure | None:
    """Responses of each dated post, in order of time and evenly picked up to the cap."""
    here = slice(*context.dossiers.starts["posts"][profile : profile + 2])
    at, responses = context.dossiers.posts.published_at[here], value[here]
    rows = np.flatnonzero(~np.isnat(at) & ~np.isnan(responses))
    if not len(rows):
        return None
    rows = rows[np.argsort(at[rows], kind="stable")]
    rows = rows[evenly(len(rows), MOST_POINTS)]
    times = tuple(np.datetime_as_string(at[rows].astype("datetime64[s]")).tolist())
    low, high = _elsewhere(context, profile, here.start + rows)
    return Figure(id="responses_by_post", kind="points", x=times, y=series(responses[rows]), low=low, high=high)


Series: TypeAlias = tuple[float | None, ...]


def _elsewhere(context: Context, profile: int, rows: Index) -> tuple[Series, Series]:
    """What the middle half of published rates would give at the followers of each post: context, and no more."""
    count = context.done["followers_count"].value[profile]
    usual = middle_half(context.dossiers.people.platform.decode()[profile], float(count))
    if usual is None or len(rows) < 2:
        return (), ()
    at_post = followers_at_post(context)[rows]
    followers = np.where(np.isnan(at_post), count, at_post)
    return series(rounded(usual[0] * followers)), series(rounded(usual[1] * followers))


def comments_per_like(context: Context, where: Bools) -> Values:
    """Comments for each like, middle post with a like."""
    posts = context.dossiers.posts
    own = post_responses(context).own
    values = median_of(context, where, np.where(own, ratio(posts.comments, posts.likes), np.nan))
    return Values(value=values.value, low=values.low, high=values.high, n=values.n, reasons=values.reasons)
