"""What each post drew, and what stood beside it."""

from dataclasses import dataclass

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats

PARTS = ("likes", "comments", "shares", "saves")


@dataclass(frozen=True, kw_only=True, eq=False)
class PostResponses:
    """Responses to each own post, and to any row (NaN where a part is missing), which are own, the parts counted."""

    value: Floats
    drawn: Floats
    own: Bools
    numerator: dict[int, Message]


def own_posts(context: Context) -> Bools:
    """Which rows of posts are posts of one's own: no replies and no reposts."""
    posts = context.dossiers.posts
    return np.asarray((posts.is_reply != 1) & (posts.is_repost != 1))


def post_responses(context: Context) -> PostResponses:
    """The platform's own total where given, else the sum of the parts the profile has; a missing part makes it missing.

    Replies and reposts are no posts of one's own and are left out. A platform that tells net figures may have more
    responses taken back than given: that is a post without any.
    """
    posts = context.dossiers.posts
    own = own_posts(context)
    summed, has = np.zeros(len(posts)), np.zeros((context.rows, len(PARTS)), dtype=np.bool_)
    for p, name in enumerate(PARTS):
        column = getattr(posts, name)
        has[:, p] = np.bincount(posts.profile[~np.isnan(column)], minlength=context.rows) > 0
        summed += np.where(has[posts.profile, p], column, 0.0)
    any_part: Bools = np.asarray(has.any(axis=1))
    summed[~any_part[posts.profile]] = np.nan
    total = ~np.isnan(posts.interactions)
    drawn = np.maximum(np.where(total, posts.interactions, summed), 0.0)
    given = np.bincount(posts.profile[total], minlength=context.rows)
    numerator = {
        i: msg("numerator.total") if given[i] else msg("numerator.parts", parts=_parts(has, i))
        for i in range(context.rows)
    }
    return PostResponses(value=np.where(own, drawn, np.nan), drawn=drawn, own=own, numerator=numerator)


def _parts(has: Bools, profile: int) -> tuple[str, ...]:
    return tuple(name for part, name in enumerate(PARTS) if has[profile, part])


def ratio(numerator: Floats, denominator: Floats) -> Floats:
    """Row by row, missing where either is missing or the denominator is not above 0."""
    out = np.full(len(numerator), np.nan)
    usable = ~np.isnan(numerator) & (denominator > 0)
    out[usable] = numerator[usable] / denominator[usable]
    return out
