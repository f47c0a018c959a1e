"""Churn: follows that answer each other within days, and ties that a later export shows to have ended.

None of this is bad by itself. Friends follow each other on one day; people leave; lists are tidied.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from reachcheck.measures.base import Context, Need, Spec, Values
from reachcheck.measures.reciprocity import FOLLOWERS, FOLLOWING, incomparable
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats, Index, Times
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction, SinceKind
from reachcheck.results.measure import Part
from reachcheck.stats.intervals import wilson
from reachcheck.stats.pairing import near_by_chance
from reachcheck.stats.sets import among

FOLLOWERS_DATED = Need(export="followers_dated", table="edges", columns=("peer", "since"), direction=Direction.IN)
FOLLOWING_DATED = Need(export="following_dated", table="edges", columns=("peer", "since"), direction=Direction.OUT)


def dated(dossiers: Dossiers) -> Bools:
    """Which ties bear the day on which they began, or the second."""
    edges = dossiers.edges
    told = (edges.since_kind == SinceKind.EXACT) | (edges.since_kind == SinceKind.DAY)
    return np.asarray(told & ~np.isnat(edges.since) & (edges.peer.codes >= 0))


def keys(dossiers: Dossiers) -> Index:
    """Each tie's profile and peer as one number."""
    edges = dossiers.edges
    return edges.profile.astype(np.int64) * (len(edges.peer.names) + 1) + edges.peer.codes


@dataclass(frozen=True, kw_only=True, eq=False)
class Mutual:
    """Mutual ties that are dated on both sides, by profile: when each was `received`, and when it was `given`."""

    profile: Index
    received: Times
    given: Times
    exact: Bools
    """Whether both are known to the second."""

    @classmethod
    def of(cls, dossiers: Dossiers) -> "Mutual":
        """Ties that last; of several rows of one tie the oldest counts."""
        edges, pairs = dossiers.edges, keys(dossiers)
        lasting = dated(dossiers) & np.isnat(edges.until)
        sides = [_first(pairs, lasting & (edges.direction == way)) for way in (Direction.IN, Direction.OUT)]
        (followers, received), (followed, given) = sides
        received, given = received[among(followers, followed)], given[among(followed, followers)]
        exact = edges.since_kind == SinceKind.EXACT
        return cls(
            profile=edges.profile[received].astype(np.int64),
            received=edges.since[received],
            given=edges.since[given],
            exact=exact[received] & exact[given],
        )

    def of_profile(self, profile: int) -> "Mutual":
        """Those of one profile."""
        here = slice(*np.searchsorted(self.profile, (profile, profile + 1)).tolist())
        return Mutual(
            profile=self.profile[here], received=self.received[here], given=self.given[here], exact=self.exact[here]
        )

    def order(self) -> Index:
        """-1 where the owner followed first, 1 where the other did, 0 where the day is one and tells no more."""
        given = np.where(self.exact, self.given, self.given.astype("datetime64[D]"))
        received = np.where(self.exact, self.received, self.received.astype("datetime64[D]"))
        return np.sign((given - received).astype(np.int64))

    def __len__(self) -> int:
        return len(self.profile)


def _first(pairs: Index, where: Bools) -> tuple[Index, Index]:
    """The distinct keys of some rows in order, and the first row of each."""
    rows = np.flatnonzero(where)
    order = rows[np.argsort(pairs[rows], kind="stable")]
    begins = np.append(True, pairs[order][1:] != pairs[order][:-1])[: len(order)]
    return pairs[order][begins], order[begins]


def days(times: Times) -> Index:
    """Whole days since 1970."""
    return times.astype("datetime64[D]").astype(np.int64)


def follow_for_follow_index(context: Context, where: Bools) -> Values:
    """Share of the mutual ties of which one follow came within days of the other, beyond what chance would give."""
    ties, span = Mutual.of(context.dossiers), context.method.churn.within_days
    near, sizes, chance = context.blank(), context.blank(), context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    notes = {}
    for i in np.flatnonzero(where).tolist():
        mine = ties.of_profile(i)
        if not len(mine):
            continue
        apart = np.abs(days(mine.given) - days(mine.received)) <= span
        near[i], sizes[i] = apart.sum(), len(mine)
        chance[i] = near_by_chance(days(mine.given), days(mine.received), span)
        parts[i] = _directions(mine, apart)
        mutual = {"k": float(near[i]), "n": float(sizes[i]), "days": span, "share": float(chance[i])}
        first, other, same = (part.value or 0.0 for part in parts[i])
        notes[i] = (
            msg("note.near_by_chance", **mutual),
            msg("note.who_followed_first", owner=first, other=other, same=same),
        )
    low, high = wilson(near, sizes, context.method.level)
    none = np.flatnonzero(where & np.isnan(sizes)).tolist()
    return Values(
        value=np.maximum(near / sizes - chance, 0.0),
        low=np.maximum(low - chance, 0.0),
        high=np.maximum(high - chance, 0.0),
        n=sizes,
        parts=parts,
        notes=notes,
        reasons=dict.fromkeys(none, msg("unknown.no_dated_mutual")),
    )


def _directions(ties: Mutual, near: Bools) -> tuple[Part, ...]:
    """How many of the near ties the owner began, how many the other, and of how many one day tells no more."""
    kinds = {"owner_first": -1, "other_first": 1, "same_day": 0}
    order = ties.order()
    return tuple(Part(kind=kind, value=float((near & (order == sign)).sum())) for kind, sign in kinds.items())


def ended_share(side: Direction, context: Context, where: Bools) -> Values:
    """Share of the ties of an earlier export that had ended by a later one."""
    edges = context.dossiers.edges
    friends = (edges.direction == Direction.MUTUAL) & (context.dossiers.people.mutual[edges.profile] == 1)
    mine = ((edges.direction == side) | (friends & (side == Direction.IN))) & ~np.isnat(edges.listed_at)
    n = _counted(context, edges.profile[mine])
    k = _counted(context, edges.profile[mine & ~np.isnat(edges.until)])
    usable = where & (n > 0)
    share, low, high = share_of(k, n, usable, context.method.level)
    first = np.full(context.rows, np.iinfo(np.int64).max)
    np.minimum.at(first, edges.profile[mine], days(edges.listed_at[mine]))
    return Values(
        value=share,
        low=low,
        high=high,
        k=np.where(usable, k, np.nan),
        n=np.where(usable, n, np.nan),
        reasons=dict.fromkeys(np.flatnonzero(where & ~usable).tolist(), msg("unknown.one_export")),
        notes={i: (msg("note.between_exports", day=day_of(first[i])),) for i in np.flatnonzero(usable).tolist()},
    )


def _counted(context: Context, profile: Index) -> Floats:
    return np.bincount(profile, minlength=context.rows).astype(np.float64)


def share_of(k: Floats, n: Floats, usable: Bools, level: float) -> tuple[Floats, Floats, Floats]:
    """Shares k of n where usable, and their intervals."""
    share = np.full(len(n), np.nan)
    share[usable] = k[usable] / n[usable]
    low, high = wilson(np.where(usable, k, np.nan), np.where(usable, n, np.nan), level)
    return share, low, high


def day_of(number: int) -> date:
    """The date of so many days since 1970."""
    day: date = np.datetime64(int(number), "D").item()
    return day


def by_design(dossiers: Dossiers) -> dict[int, Message]:
    """Profiles whose ties nobody ends alone."""
    return {int(i): msg("unknown.mutual_by_design") for i in np.flatnonzero(dossiers.people.mutual == 1)}


SPECS = (
    Spec(
        id="follow_for_follow_index",
        family="reciprocity",
        unit="share",
        denominator="dated_mutual",
        needs=(FOLLOWERS_DATED, FOLLOWING_DATED),
        barred=incomparable,
        compute=follow_for_follow_index,
        asks=False,
    ),
    Spec(
        id="unfollowed_since",
        family="reciprocity",
        unit="share",
        denominator="listed_followers_before",
        needs=(FOLLOWERS,),
        compute=partial(ended_share, Direction.IN),
        asks=False,
    ),
    Spec(
        id="unfollowed_by_owner",
        family="reciprocity",
        unit="share",
        denominator="listed_following_before",
        needs=(FOLLOWING,),
        barred=by_design,
        compute=partial(ended_share, Direction.OUT),
        asks=False,
    ),
)
