"""Community: who responds, who comes back, who gets an answer, and how many more there must be.

Only responders who stand in the follower list say something about followers; without a list the numbers are of
responders, and the measure says so.
"""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context, Need, Spec, Values, named_by, per_profile
from reachcheck.measures.count import listed
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Index, Times
from reachcheck.model.enums import Direction, Response
from reachcheck.stats import shape
from reachcheck.stats.capture import chao, incidences
from reachcheck.stats.intervals import wilson
from reachcheck.stats.sets import among, distinct, grouped

CHAO_LEVEL = 0.90
"""Two-sided level of the log-normal interval, so that its lower limit is one-sided at 95 %."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Received:
    """Responses received: profile, responder (codes shared with the follower list), post, and whether listed.

    Where a list names people as a response does not, nobody knows whether its author is `outside` of it.
    """

    profile: Index
    who: Index
    post: Index
    from_list: Bools
    outside: Bools
    has_list: Bools
    """One a profile: whether there is a follower list to compare with, which names people as the responses do."""
    followers: Index
    """The responder code of each row of the edges table."""


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
    has_list = (lists > 0) & ((responses == 0) | (lists & responses > 0))
    return Received(
        profile=profile,
        who=who,
        post=acts.post.codes[here].astype(np.int64),
        from_list=from_list,
        outside=~from_list & (lists[profile] & bits > 0),
        has_list=has_list,
        followers=followers.astype(np.int64),
    )


def by_owner(context: Context) -> Bools:
    """Which responses are the profile's own, whatever direction the file gives them."""
    acts, places = context.dossiers.interactions, dict[str, int]()
    who, owner = acts.peer.recode(places), context.dossiers.people.handle.recode(places)
    return np.asarray((who >= 0) & (who == owner[acts.profile]))


def _counted(found: Received, profile: int) -> Bools:
    """The responses that count for a profile: those of listed followers where there is a list."""
    mine = found.profile == profile
    return np.asarray(mine & found.from_list if found.has_list[profile] else mine)


def _notes(found: Received, where: Bools) -> dict[int, tuple[Message, ...]]:
    notes: dict[int, tuple[Message, ...]] = {}
    for i in np.flatnonzero(where).tolist():
        mine = found.profile == i
        if not found.has_list[i]:
            notes[i] = (msg("note.responders_unlisted"),)
        elif outside := len(distinct(found.who[mine & found.outside])):
            notes[i] = (msg("note.responders_outside", n=outside),)
    return notes


def distinct_responders(context: Context, where: Bools) -> Values:
    """How many different followers responded."""
    found = received(context)

    def kernel(i: int) -> tuple[float]:
        return (float(len(distinct(found.who[_counted(found, i)]))),)

    value = per_profile(context, where, kernel, 1)[:, 0]
    return Values(value=value, n=value, no_interval=msg("no_interval.counted"), notes=_notes(found, where))


def repeat_responder_rate(context: Context, where: Bools) -> Values:
    """Of those who responded, the share who did so on at least two posts."""
    found = received(context)

    def kernel(i: int) -> tuple[float, float]:
        here = _counted(found, i)
        seen = incidences(found.who[here], found.post[here])
        return float((seen.captures >= 2).sum()), float(len(seen.captures))

    out = per_profile(context, where, kernel, 2)
    k, n = out[:, 0], out[:, 1]
    low, high = wilson(np.nan_to_num(k), np.nan_to_num(n), context.method.level)
    none = where & (n == 0)
    value = np.divide(k, n, out=np.full(context.rows, np.nan), where=n > 0)
    return Values(
        value=value,
        low=low,
        high=high,
        k=k,
        n=n,
        notes=_notes(found, where),
        reasons={i: msg("unknown.no_listed_responder") for i in np.flatnonzero(none).tolist()},
    )


def responsive_population(context: Context, where: Bools) -> Values:
    """Listed followers who would ever respond, at least: Chao's lower bound for occasions of unequal pull."""
    found = received(context)
    count = context.done["followers_count"].value
    reasons: dict[int, Message] = {}
    out = np.full((context.rows, 4), np.nan)
    for i in np.flatnonzero(where).tolist():
        here = _counted(found, i)
        posts = len(distinct(found.post[(found.profile == i) & (found.post >= 0)]))
        if posts < context.method.community.least_posts:
            reasons[i] = msg("unknown.few_posts", found=posts, at_least=context.method.community.least_posts)
            continue
        seen = incidences(found.who[here], found.post[here])
        people = float(len(seen.captures))
        cap = max(float(count[i]), people) if count[i] > 0 else people
        bound = chao(seen.captures, seen.singles, posts, cap=cap, level=CHAO_LEVEL)
        out[i] = bound.value, bound.low, bound.high, people
    return Values(
        value=out[:, 0],
        low=out[:, 1],
        high=out[:, 2],
        k=out[:, 3],
        n=np.where(where, count, np.nan),
        notes={i: (msg("note.lower_bound"),) for i in np.flatnonzero(where).tolist()},
        reasons=reasons,
        lacks=dict.fromkeys(reasons, ("responses",)),
    )


def comments_answered_share(context: Context, where: Bools) -> Values:
    """Of the comments received, the share to which the owner later answered that person under that post.

    What the owner gave under the posts of others tells nothing of answers under the own ones.
    """
    acts = context.dossiers.interactions
    spoken = np.isin(acts.what, (Response.COMMENT, Response.REPLY, Response.MENTION))
    names, posts = len(acts.peer.names) + 1, len(acts.post.names) + 1
    thread = (acts.profile.astype(np.int64) * names + acts.peer.codes) * posts + acts.post.codes
    usable = spoken & (acts.peer.codes >= 0) & (acts.post.codes >= 0)
    last = _last_answer(thread, usable & (acts.direction == Direction.OUT), acts.at)
    asked = usable & (acts.direction == Direction.IN) & (acts.what == Response.COMMENT) & ~by_owner(context)
    answered = asked & _answered(thread, acts.at, last)
    k = np.bincount(acts.profile[answered], minlength=context.rows).astype(np.float64)
    n = np.bincount(acts.profile[asked], minlength=context.rows).astype(np.float64)
    low, high = wilson(k, n, context.method.level)
    told = _acts_under_own_posts(context)
    untold = np.flatnonzero(where & (n > 0) & ~told).tolist()
    reasons = {i: msg("unknown.no_comments") for i in np.flatnonzero(where & (n == 0)).tolist()}
    return Values(
        value=np.divide(k, n, out=np.full(context.rows, np.nan), where=told & (n > 0)),
        low=np.where(told, low, np.nan),
        high=np.where(told, high, np.nan),
        k=np.where(told, k, np.nan),
        n=np.where(told, n, np.nan),
        reasons={**reasons, **dict.fromkeys(untold, msg("unknown.absent", export="owner_answers"))},
        lacks=dict.fromkeys(untold, ("owner_answers",)),
    )


def _acts_under_own_posts(context: Context) -> Bools:
    """Profiles whose files hold acts of the owner under posts that others responded to."""
    acts = context.dossiers.interactions
    post = acts.profile.astype(np.int64) * (len(acts.post.names) + 1) + acts.post.codes
    inward, outward = (
        (acts.post.codes >= 0) & (acts.direction == direction) for direction in (Direction.IN, Direction.OUT)
    )
    under = outward & among(post, distinct(post[inward]))
    return np.asarray(np.bincount(acts.profile[under], minlength=context.rows) > 0)


def _last_answer(thread: Index, answers: Bools, at: Times) -> tuple[Index, Times]:
    """The threads with an answer, sorted, and the time of the last; an undated answer counts as late enough."""
    late = np.where(np.isnat(at), np.datetime64("9999-12-31", "s"), at)[answers]
    order = np.lexsort((late, thread[answers]))
    threads, times = thread[answers][order], late[order]
    last = np.append(threads[1:] != threads[:-1], True) if len(threads) else np.zeros(0, np.bool_)
    return threads[last], times[last]


def _answered(thread: Index, at: Times, last: tuple[Index, Times]) -> Bools:
    threads, times = last
    if not len(threads):
        return np.zeros(len(thread), dtype=np.bool_)
    position = np.minimum(np.searchsorted(threads, thread), len(threads) - 1)
    asked = np.where(np.isnat(at), np.datetime64(0, "s"), at)
    return np.asarray((threads[position] == thread) & (times[position] >= asked))


def top_ten_response_share(context: Context, where: Bools) -> Values:
    """Share of the responses that the ten most frequent responders gave."""
    found = received(context)

    def kernel(i: int) -> tuple[float, float]:
        here = _counted(found, i)
        each = grouped(found.who[here])[2].astype(np.float64)
        return (float(shape.top_share(each, 10)), float(len(each))) if len(each) else (np.nan, 0.0)

    out = per_profile(context, where, kernel, 2)
    return Values(
        value=out[:, 0],
        n=out[:, 1],
        no_interval=msg("no_interval.described"),
        reasons={i: msg("unknown.no_listed_responder") for i in range(context.rows)},
    )


RESPONSES = Need(export="responses", table="interactions", columns=("peer",), direction=Direction.IN)
LISTED = Need(export="followers", table="edges", columns=("peer",), direction=Direction.IN)
ANSWERS = Need(export="owner_answers", table="interactions", columns=("peer", "post"), direction=Direction.OUT)
ON_POSTS = Need(export="responses", table="interactions", columns=("peer", "post"), direction=Direction.IN)
SPECS = (
    Spec(
        id="distinct_responders",
        family="community",
        unit="people",
        denominator="none",
        needs=(RESPONSES,),
        compute=distinct_responders,
        moves="lower",
    ),
    Spec(
        id="repeat_responder_rate",
        family="community",
        unit="share",
        denominator="responders",
        needs=(ON_POSTS,),
        compute=repeat_responder_rate,
    ),
    Spec(
        id="responsive_population",
        family="community",
        unit="people",
        denominator="listed_followers",
        needs=(ON_POSTS, LISTED),
        compute=responsive_population,
        moves="lower",
    ),
    Spec(
        id="comments_answered_share",
        family="community",
        unit="share",
        denominator="comments",
        needs=(ON_POSTS, ANSWERS),
        compute=comments_answered_share,
    ),
    Spec(
        id="top_ten_response_share",
        family="community",
        unit="share",
        denominator="responses",
        needs=(RESPONSES,),
        compute=top_ten_response_share,
    ),
)
