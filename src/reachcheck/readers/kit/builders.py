"""Profiles, posts and days: from the columns of a table to rows of the model."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import MISSING, Floats, Text, Times
from reachcheck.model.enums import Completeness, Kind, Metric, Scope, TableName
from reachcheck.model.tables import Daily, Posts, Profile
from reachcheck.readers.aliases import normal, word
from reachcheck.readers.kit.cells import OWNER, Cells
from reachcheck.readers.kit.drafts import Draft

METRICS = (
    ("followers", Metric.FOLLOWERS, Kind.GAUGE),
    ("gained", Metric.GAINED, Kind.FLOW_GROSS),
    ("net", Metric.GAINED, Kind.FLOW_NET),
    ("lost", Metric.LOST, Kind.FLOW_GROSS),
    ("impressions", Metric.IMPRESSIONS, Kind.FLOW_GROSS),
    ("reach", Metric.REACH, Kind.FLOW_GROSS),
    ("profile_visits", Metric.PROFILE_VISITS, Kind.FLOW_GROSS),
    ("engagements", Metric.ENGAGEMENTS, Kind.FLOW_GROSS),
    ("views", Metric.VIEWS, Kind.FLOW_GROSS),
    ("likes", Metric.LIKES, Kind.FLOW_GROSS),
    ("comments", Metric.COMMENTS, Kind.FLOW_GROSS),
    ("shares", Metric.SHARES, Kind.FLOW_GROSS),
    ("posts", Metric.POSTS, Kind.FLOW_GROSS),
)
"""What a day can hold: its column, what that counts, and how."""

_COUNTS = (
    "likes",
    "comments",
    "shares",
    "saves",
    "views",
    "reach",
    "impressions",
    "clicks",
    "interactions",
    "profile_visits",
    "follows",
)
_STATED = ("followers", "following", "posts", "average_likes", "average_comments", "average_views")


def profile(cells: Cells) -> list[Draft]:
    """One row a profile, or a profile as of a date; whoever is there a second time is left out."""
    owners, _ = cells.who(essential=True)
    platforms = _platforms(cells, normal)
    as_of, _ = cells.date("as_of")
    created_at, _ = cells.date("created_at")
    stated = {name: cells.number(name) for name in _STATED}
    keys = list(zip(owners, platforms, as_of.astype(np.int64).tolist(), strict=True))
    cells.rows.leave_out_repeats(_keys(cells, owners, keys, as_of))
    rows = Profile.of(cells.size, as_of=as_of, created_at=created_at, **stated)
    return [
        Draft(
            rows=rows,
            table=TableName.PROFILE,
            completeness=Completeness.UNKNOWN,
            at=np.arange(cells.size),
            owners=owners,
            platforms=platforms,
        )
    ]


def posts(
    cells: Cells,
    *,
    completeness: Completeness = Completeness.WINDOW,
    scope: Scope | None = None,
    net: Collection[str] = (),
) -> list[Draft]:
    """One row a post; `completeness` and `scope` are what the kind of file is known to hold.

    `net` are counts from which the platform takes what was taken back, so that they may be below 0.
    """
    owners, _ = cells.who(OWNER)
    ids = cells.ids("post" if "post" in cells else "url")
    published_at, _ = cells.date("published_at")
    counts = {name: cells.number(name, signed=name in net) for name in _COUNTS}
    rows = Posts.of(
        cells.size,
        key=Text.of(ids),
        published_at=published_at,
        is_reply=cells.flag("is_reply"),
        is_repost=cells.flag("is_repost"),
        followers_at_post=cells.number("followers_at_post"),
        scope=np.full(cells.size, MISSING if scope is None else scope, dtype=np.int8),
        **counts,
    )
    cells.rows.leave_out_repeats(_keys(cells, ids, list(zip(owners, ids, strict=True)), published_at))
    _compare(cells, counts)
    places = np.arange(cells.size)
    return [
        Draft(
            rows=rows,
            table=TableName.POSTS,
            completeness=completeness,
            at=places,
            owners=owners,
            platforms=_platforms(cells),
        )
    ]


def daily(cells: Cells, *, net: Collection[str] = ()) -> list[Draft]:
    """One row a day: each number in it becomes a value; arrivals are preferred to arrivals less departures.

    `net` are flows from which the platform takes what was taken back, so that they may be below 0.
    """
    owners, _ = cells.who(OWNER)
    date, _ = cells.date("date", essential=True)
    days = date.astype("datetime64[D]")
    kinds = {name: Kind.FLOW_NET if name in net else kind for name, _, kind in METRICS}
    values = {name: cells.number(name, signed=kind is Kind.FLOW_NET) for name, kind in kinds.items()}
    values["net"] = np.where(np.isnan(values["gained"]), values["net"], np.nan)
    table = np.column_stack(list(values.values()))
    there = ~np.isnan(table)
    cells.rows.leave_out(np.flatnonzero(~there.any(axis=1)).tolist(), lambda _: msg("row.no_value"))
    cells.rows.leave_out_repeats(list(zip(owners, days.astype(np.int64).tolist(), strict=True)))
    _compare(cells, values)
    at, column = np.nonzero(there)
    rows = Daily.of(
        len(at),
        date=days.astype("datetime64[s]")[at],
        metric=np.array([metric for _, metric, _ in METRICS], dtype=np.int8)[column],
        kind=np.array(list(kinds.values()), dtype=np.int8)[column],
        value=table[there],
    )
    return [Draft(rows=rows, table=TableName.DAILY, at=at, owners=owners, platforms=_platforms(cells))]


def _keys(cells: Cells, ids: Sequence[str | None], keys: Sequence[Hashable], dates: Times) -> list[Hashable | None]:
    """What must not come twice: an id; the whole row where it has neither id nor date; else nothing."""
    dated = (~np.isnat(dates)).tolist()
    return [
        key if name is not None else None if day else cells.whole(position)
        for position, (name, key, day) in enumerate(zip(ids, keys, dated, strict=True))
    ]


def _compare(cells: Cells, counts: Mapping[str, Floats]) -> None:
    """Remark on rows that were shown to more people than they were shown times."""
    reach, impressions = counts["reach"], counts["impressions"]
    cells.rows.warn(
        np.flatnonzero(impressions < reach).tolist(),
        lambda at: msg("row.impressions_below_reach", impressions=int(impressions[at]), reach=int(reach[at])),
    )


def _platforms(cells: Cells, unknown: Callable[[str], str | None] = lambda _: None) -> list[str | None]:
    """The platform of each row by its usual name, or what `unknown` makes of one that we do not know."""
    names = cells.text("platform")
    known = {name: name and (word("platforms", name) or unknown(name)) for name in set(names)}
    return [known[name] for name in names]
