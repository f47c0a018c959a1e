"""Posts of X's archive, and whom they answer, repeat or name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Bools, Floats
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, Scope
from reachcheck.model.tables import Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.acts import Act, acts, to_others
from reachcheck.readers.kit.numbered import number_of
from reachcheck.readers.kit.objects import items_of
from reachcheck.readers.kit.picked import Object, Pick, first, objects, path, picked
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.tabled import cells_of, made_of
from reachcheck.readers.source import Member
from reachcheck.readers.x.script import read_script

PICKS: dict[str, Pick] = {
    "id_str": lambda tweet: number_of(tweet, "id"),
    "created_at": path("created_at"),
    "favorite_count": path("favorite_count"),
    "retweet_count": path("retweet_count"),
}
NAMES = {
    "post": ("id_str",),
    "published_at": ("created_at",),
    "likes": ("favorite_count",),
    "shares": ("retweet_count",),
}
FLAGS = {"full_text": "is_repost", "in_reply_to_status_id_str": "is_reply"}

_REPOST = re.compile(r"RT @(\w{1,50})\b", re.ASCII)
_TEXT = first(path("full_text"), path("text"))


def posts(member: Member, options: ReadOptions) -> Made:
    """Posts, replies and reposts with the likes and reposts that each had, and what each was to whom."""
    items = items_of(read_script(member.content, member.name).data, member.name)
    unwrapped = [item.get("tweet", item) if isinstance(item, dict) else item for item in items]
    tweets = objects(unwrapped)
    cells = cells_of(picked(unwrapped, PICKS), member.name, options, NAMES, decimal=".")
    (draft,) = builders.posts(cells, completeness=Completeness.UNKNOWN, scope=Scope.LIFETIME)
    assert isinstance(draft.rows, Posts)
    rows = _flagged(draft.rows, tweets)
    empty = np.flatnonzero(np.isnat(rows.published_at) & (rows.key.codes < 0))
    cells.rows.leave_out(empty.tolist(), lambda _: msg("x.no_post"))
    given = acts(_given(tweets), rows.published_at, Direction.OUT, KeyKind.ID)
    made = made_of(cells, (replace(draft, rows=rows), *given))
    return replace(made, columns={**made.columns, **FLAGS})


def _flagged(rows: Posts, tweets: Sequence[Object]) -> Posts:
    """Replies and reposts told apart; the zero counts of a repost say nothing, they belong to the original."""
    repost = np.array([bool(_reposted(tweet)) for tweet in tweets], dtype=np.bool_)
    reply = np.array([bool(_replied(tweet)) for tweet in tweets], dtype=np.bool_) & ~repost
    return replace(
        rows,
        is_repost=repost.astype(np.int8),
        is_reply=reply.astype(np.int8),
        likes=_without_zeros(rows.likes, repost),
        shares=_without_zeros(rows.shares, repost),
    )


def _without_zeros(counts: Floats, where: Bools) -> Floats:
    return np.where(where & (counts == 0), np.nan, counts)


def _reposted(tweet: Object) -> str:
    """Whose post a repost repeats; nobody's where it is none."""
    text = _TEXT(tweet)
    found = _REPOST.match(text) if isinstance(text, str) else None
    return found[1].lower() if found else ""


def _replied(tweet: Object) -> str:
    """Which post or whom a reply answers; nothing where it is none."""
    return number_of(tweet, "in_reply_to_status_id") or number_of(tweet, "in_reply_to_user_id")


def _given(tweets: Sequence[Object]) -> list[Act]:
    """What the posts are to others."""
    found = [act for at, tweet in enumerate(tweets) for act in _acts_of(at, tweet)]
    return to_others(found, {number_of(tweet, "id") for tweet in tweets})


def _acts_of(at: int, tweet: Object) -> Iterator[Act]:
    """A repost is one act; any other post answers at most one person, and names the others."""
    named = objects(path("entities", "user_mentions")(tweet))
    original = _reposted(tweet)
    if original:
        authors = (number_of(user, "id") for user in named if str(user.get("screen_name")).lower() == original)
        peers = {next(authors, ""): Response.REPOST}
    else:
        answered = number_of(tweet, "in_reply_to_user_id")
        peers = dict.fromkeys((number_of(user, "id") for user in named), Response.MENTION) | {answered: Response.REPLY}
    for peer, what in peers.items():
        post = number_of(tweet, "in_reply_to_status_id") if what == Response.REPLY else ""
        if peer:
            yield Act(at, peer, what, post or None)
