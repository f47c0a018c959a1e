"""Days on which the owner followed many; of whom a later export may tell who was left again.

Only ties dated to the day count, and only well after both lists begin: whoever is new to a platform, or imports
contacts there, follows many.
"""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context, Spec, Values
from reachcheck.measures.churn import FOLLOWING_DATED, dated, day_of, days, keys, share_of
from reachcheck.measures.reciprocity import FOLLOWERS, incomparable
from reachcheck.message import Message, msg
from reachcheck.method import Method
from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction
from reachcheck.results.measure import Part
from reachcheck.stats.sets import among, distinct, grouped

NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, kw_only=True, eq=False)
class Followed:
    """Follows of the owner that are looked at: the row of each, its day, and what became of it."""

    row: Index
    profile: Index
    day: Index
    busy: Bools
    """Who was followed on a day on which many were."""
    back: Bools
    """Who follows back or did, as far as the lists show."""
    watched: Bools
    """Of whom a later export tells whether they were left again; `left` are those who were."""
    left: Bools

    @classmethod
    def of(cls, dossiers: Dossiers, method: Method) -> "Followed":
        """Those of all profiles, ordered by profile and day."""
        edges, pairs = dossiers.edges, keys(dossiers)
        given = dated(dossiers) & (edges.direction == Direction.OUT)
        row = np.flatnonzero(given & (days(edges.since) >= _settled(dossiers, method)[edges.profile]))
        profile, day = edges.profile[row].astype(np.int64), days(edges.since[row])
        followers = (edges.direction == Direction.IN) & (edges.peer.codes >= 0)
        _, place, counts = grouped((profile << 32) + day)
        watched = ~np.isnat(edges.listed_at[row])
        return cls(
            row=row,
            profile=profile,
            day=day,
            busy=counts[place] >= method.churn.day_least,
            back=among(pairs[row], distinct(pairs[followers])),
            watched=watched,
            left=watched & ~np.isnat(edges.until[row]),
        )

    def count(self, context: Context, which: Bools) -> Floats:
        """How many of each profile."""
        return np.bincount(self.profile[which], minlength=context.rows).astype(np.float64)


def _settled(dossiers: Dossiers, method: Method) -> Index:
    """The first day of each profile that is looked at: both lists, where dated, began so many days before."""
    edges, told = dossiers.edges, dated(dossiers)
    begun = np.full((2, len(dossiers)), NEVER)
    for side in (Direction.IN, Direction.OUT):
        mine = told & (edges.direction == side)
        np.minimum.at(begun[side], edges.profile[mine], days(edges.since[mine]))
    first: Index = np.where(begun == NEVER, -NEVER, begun).max(axis=0)
    return first + method.churn.start_days


def busy_follow_days(context: Context, where: Bools) -> Values:
    """On how many days the owner followed many; each is a part with how many, and how many of them were left again."""
    followed = Followed.of(context.dossiers, context.method)
    seen = followed.count(context, np.ones(len(followed.row), dtype=np.bool_))
    many, back = followed.count(context, followed.busy), followed.count(context, followed.busy & followed.back)
    known = np.flatnonzero(where & (seen > 0)).tolist()
    parts = {i: _parts(context, followed, i) for i in known}
    value = context.blank()
    value[known] = [len(parts[i]) for i in known]
    early = msg("unknown.followed_early", days=context.method.churn.start_days)
    return Values(
        value=value,
        n=np.where(seen > 0, seen, np.nan),
        no_interval=msg("no_interval.counted"),
        parts=parts,
        notes={i: (msg("note.followed_back", k=float(back[i]), n=float(many[i])),) for i in known if parts[i]},
        reasons=dict.fromkeys(np.flatnonzero(where & (seen == 0)).tolist(), early),
    )


def _parts(context: Context, followed: Followed, profile: int) -> tuple[Part, ...]:
    begin, end = np.searchsorted(followed.profile, (profile, profile + 1)).tolist()
    mine = begin + np.flatnonzero(followed.busy[begin:end])
    found, place, counts = grouped(followed.day[mine])
    lost = np.bincount(place[followed.left[mine] & ~followed.back[mine]], minlength=len(found))
    told = np.bincount(place[followed.watched[mine]], minlength=len(found))
    first = followed.row[mine[np.append(0, np.cumsum(counts))[:-1]]]
    return tuple(
        Part(
            kind="busy_day" if seen else "busy_day_unwatched",
            start=day_of(day),
            end=day_of(day),
            value=float(n),
            people=float(gone) if seen else None,
            evidence=(at,),
        )
        for day, n, seen, gone, at in zip(found, counts, told, lost, _places(context, first), strict=True)
    )


def _places(context: Context, rows: Index) -> list[str]:
    edges = context.dossiers.edges
    return [context.place(int(edges.source[row]), int(edges.row[row])) for row in rows]


def followed_then_left(context: Context, where: Bools) -> Values:
    """Of those followed on busy days, the share who did not follow back and were left again."""
    followed = Followed.of(context.dossiers, context.method)
    told = followed.busy & followed.watched
    n, k = followed.count(context, told), followed.count(context, told & followed.left & ~followed.back)
    usable = where & (n > 0)
    share, low, high = share_of(k, n, usable, context.method.level)
    watched = followed.count(context, followed.watched) > 0
    return Values(
        value=share,
        low=low,
        high=high,
        k=np.where(usable, k, np.nan),
        n=np.where(usable, n, np.nan),
        reasons={i: _reason(context, i, bool(watched[i])) for i in np.flatnonzero(where & ~usable).tolist()},
    )


def _reason(context: Context, profile: int, watched: bool) -> Message:
    if watched:
        return msg("unknown.no_busy_day")
    twice = context.done["unfollowed_by_owner"].n[profile] > 0
    if twice:
        return msg("unknown.followed_early", days=context.method.churn.start_days)
    return msg("unknown.one_export")


NEEDS = (FOLLOWERS, FOLLOWING_DATED)
SPECS = (
    Spec(
        id="busy_follow_days",
        family="reciprocity",
        unit="count",
        denominator="listed_following",
        needs=NEEDS,
        barred=incomparable,
        compute=busy_follow_days,
        asks=False,
    ),
    Spec(
        id="followed_then_left",
        family="reciprocity",
        unit="share",
        denominator="followed_on_busy_days",
        needs=NEEDS,
        barred=incomparable,
        compute=followed_then_left,
        asks=False,
    ),
)
