"""Responses received, and which of them count: where there is a follower list, those of listed followers."""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context, named_by
from reachcheck.measures.count import listed
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Index, Times
from reachcheck.model.enums import Direction
from reachcheck.stats.sets import among, distinct


@dataclass(frozen=True, kw_only=True, eq=False)
class Received:
    """Responses received: profile, responder (codes shared with the follower list), post, and whether listed.

    Where a list names people as a response does not, nobody knows whether its author is `outside` of it.
    """

    profile: Index
    who: Index
    post: Index
    at: Times
    from_list: Bools
    outside: Bools
    has_list: Bools
    """One a profile: whether there is a follower list to compare with, which names people as the responses do."""
    on_list: Index
    """One a profile: how many different listed followers there are."""
    followers: Index
    """The responder code of each row of the edges table."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Heard:
    """The responses that count for one profile: responder, post (-1 where no post is named) and time of each."""

    who: Index
    post: Index
    at: Times
    has_list: bool
    on_list: int
    outside: int
    """How many different responders are not on the list."""
    posts: int
    """Posts with a response of anybody, on the list or not."""

    @property
    def notes(self) -> tuple[Message, ...]:
        """What must be said of whose responses these are."""
        if not self.has_list:
            return (msg("note.responders_unlisted"),)
        return (msg("note.responders_outside", n=self.outside),) if self.outside else ()


def received(context: Context) -> Received:
    """Responses from others, each marked by whether its author is a listed follower."""
    edges, acts = context.dossiers.edges, context.dossiers.interactions
    places: dict[str, int] = {}
    followers, people = edges.peer.recode(places), acts.peer.recode(places)
    mine = listed(context.dossiers) & (followers >= 0)
    size = len(places) + 1
    pairs = distinct(edges.profile[mine].astype(np.int64) * size + followers[mine])
    here = (acts.direction == Direction.IN) & (people >= 0) & ~by_owner(context)
    profile, who = acts.profile[here].astype(np.int64), people[here].astype(np.int64)
    lists = named_by(context.rows, edges.profile[mine], edges.key_kind[mine])
    responses = named_by(context.rows, acts.profile[here], acts.key_kind[here])
    from_list = among(profile * size + who, pairs)
    bits = named_by(len(profile), np.arange(len(profile), dtype=np.int32), acts.key_kind[here])
    return Received(
        profile=profile,
        who=who,
        post=acts.post.codes[here].astype(np.int64),
        at=acts.at[here],
        from_list=from_list,
        outside=~from_list & (lists[profile] & bits > 0),
        has_list=(lists > 0) & ((responses == 0) | (lists & responses > 0)),
        on_list=np.bincount(pairs // size, minlength=context.rows),
        followers=followers.astype(np.int64),
    )


def by_owner(context: Context) -> Bools:
    """Which responses are the profile's own, whatever direction the file gives them."""
    acts, places = context.dossiers.interactions, dict[str, int]()
    who, owner = acts.peer.recode(places), context.dossiers.people.handle.recode(places)
    return np.asarray((who >= 0) & (who == owner[acts.profile]))


def heard(found: Received, profile: int) -> Heard:
    """What counts for one profile: the responses of listed followers where there is a list, else all."""
    start, end = np.searchsorted(found.profile, [profile, profile + 1]).tolist()
    who, post, at = found.who[start:end], found.post[start:end], found.at[start:end]
    has_list = bool(found.has_list[profile])
    counts = found.from_list[start:end] if has_list else np.ones(end - start, dtype=np.bool_)
    return Heard(
        who=who[counts],
        post=post[counts],
        at=at[counts],
        has_list=has_list,
        on_list=int(found.on_list[profile]),
        outside=len(distinct(who[found.outside[start:end]])),
        posts=len(distinct(post[post >= 0])),
    )


def heard_by(context: Context, where: Bools) -> dict[int, Heard]:
    """The responses of each profile of the mask, as `distinct_responders` kept them."""
    kept = context.done["distinct_responders"].made.kept
    return {i: kept[i] for i in np.flatnonzero(where).tolist()}
