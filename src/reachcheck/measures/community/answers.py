"""Who gets an answer: comments to whose author the owner wrote later under the same post."""

import numpy as np

from reachcheck.measures.base import Context, Values
from reachcheck.measures.community.received import by_owner
from reachcheck.message import msg
from reachcheck.model.columns import Bools, Index, Times
from reachcheck.model.enums import Direction, Response
from reachcheck.stats.intervals import wilson
from reachcheck.stats.sets import among, distinct


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
