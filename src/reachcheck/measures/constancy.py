"""Constancy: how regularly somebody publishes, and how long they fell silent."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from reachcheck.measures.base import Context, Need, Spec, Values
from reachcheck.measures.drawing import MOST_POINTS
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Times
from reachcheck.model.enums import Completeness, TableName
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.measure import Part
from reachcheck.stats.sets import distinct

DAY = np.timedelta64(1, "D")
WEEK = 7


def truncated(context: Context) -> Bools:
    """Profiles all of whose files of posts are only a best-of or an excerpt."""
    coverage = context.dossiers.coverage
    posts = coverage.table == TableName.POSTS
    top = posts & (coverage.completeness == Completeness.TOP)
    files, excerpts = (np.bincount(coverage.profile[rows], minlength=context.rows) for rows in (posts, top))
    return np.asarray((files > 0) & (files == excerpts))


def days_of_posts(context: Context, profile: int) -> Times:
    """The distinct days with a post, reposts left out, in order."""
    posts = context.dossiers.posts
    here = slice(*context.dossiers.starts["posts"][profile : profile + 2])
    at = posts.published_at[here][posts.is_repost[here] != 1]
    return distinct(at[~np.isnat(at)].astype("datetime64[D]")).astype("datetime64[s]")


def _each(
    context: Context, where: Bools, kernel: Callable[[Times, np.datetime64], tuple[float, float, tuple[Part, ...]]]
) -> Values:
    """Run a kernel over the days of posts up to as-of; a best-of list cannot tell."""
    cut = truncated(context)
    value, n = context.blank(), context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    reasons: dict[int, Message] = {}
    for i in np.flatnonzero(where).tolist():
        if cut[i]:
            reasons[i] = msg("unknown.posts_truncated")
            continue
        days = days_of_posts(context, i)
        if not len(days):
            reasons[i] = msg("unknown.absent", export="posts_dated")
            continue
        value[i], n[i], parts[i] = kernel(days, np.fmax(context.dossiers.people.as_of[i], days[-1]))
    return Values(
        value=value,
        n=n,
        parts=parts,
        reasons=reasons,
        no_interval=msg("no_interval.counted"),
        lacks={i: ("posts_all" if cut[i] else "posts_dated",) for i in reasons},
    )


def weekly(days: Times, end: np.datetime64) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Days with a post in each week of seven days, counted back from the end to the first post."""
    back = ((end.astype("datetime64[D]").astype("datetime64[s]") - days) / DAY).astype(np.int64) // WEEK
    return np.bincount(back)


def weeks_with_a_post(context: Context, where: Bools) -> Values:
    """Share of the weeks from the first post to as-of that have one."""

    def kernel(days: Times, end: np.datetime64) -> tuple[float, float, tuple[Part, ...]]:
        weeks = weekly(days, end)
        return float((weeks > 0).sum()) / len(weeks), float(len(weeks)), ()

    values = _each(context, where, kernel)
    k = values.value * (values.n if values.n is not None else np.nan)
    return Values(
        value=values.value, n=values.n, k=np.round(k), reasons=values.reasons,
        no_interval=values.no_interval, lacks=values.lacks,
    )  # fmt: skip


def posting_regularity(context: Context, where: Bools) -> Values:
    """1 less the Gini coefficient of days with a post over weeks: 1 is the same every week."""

    def kernel(days: Times, end: np.datetime64) -> tuple[float, float, tuple[Part, ...]]:
        weeks = np.sort(weekly(days, end)).astype(np.float64)
        rank = np.arange(1, len(weeks) + 1)
        gini = float(((2 * rank - len(weeks) - 1) * weeks).sum() / (len(weeks) * weeks.sum()))
        return 1.0 - gini, float(len(weeks)), ()

    return _each(context, where, kernel)


def longest_silence_days(context: Context, where: Bools) -> Values:
    """The longest stretch of days without a post, the one up to as-of included; the figure has posts by week."""

    def kernel(days: Times, end: np.datetime64) -> tuple[float, float, tuple[Part, ...]]:
        edges = np.append(days, end.astype("datetime64[D]").astype("datetime64[s]") + DAY)
        gaps = (np.diff(edges) / DAY).astype(np.int64) - 1
        at = int(np.argmax(gaps))
        longest = int(gaps[at])
        if not longest:
            return 0.0, float(len(days)), ()
        first, last = (days[at] + DAY).astype("datetime64[D]").item(), (edges[at + 1] - DAY).astype("datetime64[D]")
        return float(longest), float(len(days)), (Part(kind="silence", start=first, end=last.item()),)

    values = _each(context, where, kernel)
    figures = {i: (_by_week(context, i, values.parts[i]),) for i in values.parts}
    return replace(values, figures=figures)


def _by_week(context: Context, profile: int, silence: tuple[Part, ...]) -> Figure:
    """Days with a post in each week up to as-of, the newest weeks up to the cap, with the longest silence marked."""
    days = days_of_posts(context, profile)
    end = np.fmax(context.dossiers.people.as_of[profile], days[-1]).astype("datetime64[D]")
    weeks = weekly(days, end)[:MOST_POINTS]
    first = end - WEEK * np.arange(len(weeks))[::-1] - (WEEK - 1)
    return Figure(
        id="posts_by_week",
        kind="bars",
        x=tuple(np.datetime_as_string(first).tolist()),
        y=tuple(weeks[::-1].astype(np.float64).tolist()),
        marks=tuple(Mark(kind=part.kind, start=str(part.start), end=str(part.end)) for part in silence),
    )


DATED = Need(export="posts_dated", table="posts", columns=("published_at",))
SPECS = (
    Spec(
        id="weeks_with_a_post",
        family="constancy",
        unit="share",
        denominator="weeks",
        needs=(DATED,),
        compute=weeks_with_a_post,
    ),
    Spec(
        id="posting_regularity",
        family="constancy",
        unit="ratio",
        denominator="weeks",
        needs=(Need(export="posts_dated", table="posts", columns=("published_at",), at_least=2),),
        compute=posting_regularity,
    ),
    Spec(
        id="longest_silence_days",
        family="constancy",
        unit="days",
        denominator="posts",
        needs=(DATED,),
        compute=longest_silence_days,
    ),
)
