"""The count itself: what each source states, and how much of it the list holds."""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context, Need, Spec, Values
from reachcheck.message import msg
from reachcheck.model.columns import Bools, Enums, Floats, Index, Ints, Times
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction, Metric


@dataclass(frozen=True, kw_only=True, eq=False)
class Stated:
    """The newest statement of the count from one kind of source: one value a profile, NaN where there is none."""

    value: Floats
    at: Times
    source: Index
    row: Index


def listed(dossiers: Dossiers) -> Bools:
    """Which edges are followers still there; where the count is of mutual ties, these, and no followers beside them."""
    edges = dossiers.edges
    mutual, incoming = _ties(edges.direction, edges.until, dossiers.people.mutual[edges.profile] == 1)
    friends = np.bincount(edges.profile[mutual], minlength=len(dossiers))
    return np.asarray(mutual | (incoming & (friends[edges.profile] == 0)))


def followers_of(dossiers: Dossiers, profile: int) -> Index:
    """The rows of the edges table that are `listed` followers of one profile, without a look at those of others."""
    start, end = dossiers.starts["edges"][profile : profile + 2].tolist()
    edges, by_design = dossiers.edges, dossiers.people.mutual[profile : profile + 1] == 1
    mutual, incoming = _ties(edges.direction[start:end], edges.until[start:end], by_design)
    rows: Index = start + np.flatnonzero(mutual if mutual.any() else incoming)
    return rows


def _ties(direction: Enums, until: Times, by_design: Bools) -> tuple[Bools, Bools]:
    """Which ties are mutual where the count is of such, and which are follows of the profile; none that ended."""
    there = np.isnat(until)
    return there & (direction == Direction.MUTUAL) & by_design, there & (direction == Direction.IN)


def newest(rows: int, profile: Ints, at: Times, value: Floats, source: Ints, row: Ints) -> Stated:
    """The last statement of each profile; an undated one counts as older than any dated."""
    usable = np.flatnonzero(~np.isnan(value))
    age = np.where(np.isnat(at), np.datetime64(0, "s"), at)[usable]
    order = usable[np.lexsort((row[usable], age, profile[usable]))]
    last = np.full(rows, -1, dtype=np.int64)
    last[profile[order]] = order
    found = last >= 0

    def pick(column: Floats | Ints, missing: float) -> Floats:
        out = np.full(rows, missing)
        out[found] = column[last[found]]
        return out

    times = np.full(rows, np.datetime64("NaT", "s"))
    times[found] = at[last[found]]
    place = {"source": pick(source, -1).astype(np.int64), "row": pick(row, -1).astype(np.int64)}
    return Stated(value=pick(value, np.nan), at=times, **place)


def by_profile(dossiers: Dossiers) -> Stated:
    """What the profile rows state."""
    t = dossiers.profile
    return newest(len(dossiers), t.profile, t.as_of, t.followers, t.source, t.row)


def by_daily(dossiers: Dossiers) -> Stated:
    """The last daily level."""
    daily = dossiers.daily
    level = daily.metric == Metric.FOLLOWERS
    t = daily.take(level)
    return newest(len(dossiers), t.profile, t.date, t.value, t.source, t.row)


def stated_count(dossiers: Dossiers) -> Floats:
    """The newest of both statements; of equal age that of the profile row; NaN where there is none."""
    profile, daily = by_profile(dossiers), by_daily(dossiers)
    older = np.isnat(profile.at) | (daily.at > profile.at)
    prefer_daily = ~np.isnan(daily.value) & (np.isnan(profile.value) | (older & ~np.isnat(daily.at)))
    return np.where(prefer_daily, daily.value, profile.value)


def by_list(dossiers: Dossiers) -> Floats:
    """How many followers the list holds; NaN where there is no list."""
    rows = np.bincount(dossiers.edges.profile[listed(dossiers)], minlength=len(dossiers)).astype(np.float64)
    return np.where(rows > 0, rows, np.nan)


def followers_count(context: Context, where: Bools) -> Values:
    """The newest stated count; without one, the length of the list."""
    del where
    stated, rows = stated_count(context.dossiers), by_list(context.dossiers)
    value = np.where(np.isnan(stated), rows, stated)
    from_list = np.flatnonzero(np.isnan(stated) & ~np.isnan(rows)).tolist()
    return Values(
        value=value,
        n=value,
        no_interval=msg("no_interval.counted"),
        notes={i: (msg("note.count_from_list"),) for i in from_list},
        reasons={i: msg("unknown.no_count") for i in np.flatnonzero(np.isnan(value)).tolist()},
        lacks=dict.fromkeys(np.flatnonzero(np.isnan(value)).tolist(), ("profile",)),
    )


def list_completeness(context: Context, where: Bools) -> Values:
    """Listed followers over the stated count, at most 1."""
    stated, rows = stated_count(context.dossiers), by_list(context.dossiers)
    usable = where & (stated > 0)
    share = np.full(context.rows, np.nan)
    share[usable] = np.minimum(rows[usable] / stated[usable], 1.0)
    unstated = np.flatnonzero(where & ~usable).tolist()
    return Values(
        value=share,
        k=np.where(usable, np.minimum(rows, stated), np.nan),
        n=np.where(usable, stated, np.nan),
        no_interval=msg("no_interval.counted"),
        reasons={i: msg("unknown.absent", export="profile") for i in unstated},
        lacks=dict.fromkeys(unstated, ("profile",)),
    )


FOLLOWERS_COUNT = Spec(
    id="followers_count", family="data", unit="people", denominator="none", needs=(), compute=followers_count
)
LIST_COMPLETENESS = Spec(
    id="list_completeness",
    family="data",
    unit="share",
    denominator="count",
    needs=(Need(export="followers", table="edges", columns=("peer",), direction=Direction.IN),),
    compute=list_completeness,
)
SPECS = (FOLLOWERS_COUNT, LIST_COMPLETENESS)
