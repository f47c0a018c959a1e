"""An author's feed: posts with what they received, answers, and reposts of others' posts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import MISSING, Index, Text, Times
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, Scope, TableName
from reachcheck.model.tables import Interactions, Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.bluesky.api import Object, page_of, part_of
from reachcheck.readers.bluesky.names import author_of, did_of, handle_of
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import counts_of, dates_of, items_of, objects_of, text_of
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member

_COUNTS = {"likeCount": "likes", "replyCount": "comments", "repostCount": "shares"}
_COLUMNS = {"post.uri": "key", "post.record.createdAt": "published_at", **{f"post.{k}": n for k, n in _COUNTS.items()}}
_REPOST = "app.bsky.feed.defs#reasonRepost"


@dataclass(frozen=True, kw_only=True)
class _Entry:
    """One entry: a post of the owner's, or somebody's that the owner reposted; `about` is the post acted upon."""

    key: str
    at: str
    owner: str | None
    did: str | None
    reposted: bool
    answers: bool
    about: str
    post: Object


def feed(member: Member, _: ReadOptions) -> Made:
    """One row an entry; what a repost received belongs to its author and is not taken."""
    items, rows = objects_of(items_of(page_of(member), member.name, "feed"))
    entries = [_entry(item) for item in items]
    rows.leave_out(
        [n for n, entry in enumerate(entries) if not entry.post.get("uri")], lambda _: msg("bluesky.no_post")
    )
    rows.leave_out_repeats([entry.key or None for entry in entries])
    at = dates_of([entry.at for entry in entries], "createdAt", rows)
    dids = {entry.did for entry in entries if entry.did}
    drafts = (_posts(entries, at, rows), _given(entries, at))
    return Made(
        rows=rows, drafts=drafts, columns=_COLUMNS, account=dids.pop() if len(dids) == 1 else None, unit="index"
    )


def _entry(item: Object) -> _Entry:
    post, reason = part_of(item, "post"), part_of(item, "reason")
    record, uri = part_of(post, "record"), text_of(post.get("uri"))
    reposted = reason.get("$type") == _REPOST
    owner = part_of(reason, "by") if reposted else part_of(post, "author")
    parent = text_of(part_of(part_of(record, "reply"), "parent").get("uri"))
    return _Entry(
        key=text_of(reason.get("uri")) if reposted else uri,
        at=text_of(reason.get("indexedAt") if reposted else record.get("createdAt")),
        owner=handle_of(owner.get("handle")) or did_of(owner.get("did")),
        did=did_of(owner.get("did")),
        reposted=reposted,
        answers=bool(parent) and not reposted,
        about=uri if reposted else parent,
        post=post,
    )


def _posts(entries: Sequence[_Entry], at: Times, rows: Rows) -> Draft:
    """Posts; those of several authors (a timeline, a list) are an excerpt of each."""
    counts = {
        name: counts_of([None if entry.reposted else entry.post.get(key) for entry in entries], key, rows)
        for key, name in _COUNTS.items()
    }
    table = Posts.of(
        len(entries),
        key=Text.of(entry.key for entry in entries),
        published_at=at,
        is_reply=np.array([entry.answers for entry in entries], dtype=np.int8),
        is_repost=np.array([entry.reposted for entry in entries], dtype=np.int8),
        scope=np.array([MISSING if entry.reposted else Scope.LIFETIME for entry in entries], dtype=np.int8),
        **counts,
    )
    owners = [entry.owner for entry in entries]
    completeness = Completeness.TOP if len(set(owners) - {None}) > 1 else Completeness.UNKNOWN
    return Draft(
        rows=table, table=TableName.POSTS, completeness=completeness, at=np.arange(len(entries)), owners=owners
    )


def _given(entries: Sequence[_Entry], at: Times) -> Draft:
    """Answers and reposts that went to others."""
    acts = [n for n, entry in enumerate(entries) if author_of(entry.about) not in (None, entry.did)]
    places: Index = np.array(acts, dtype=np.int64)
    size, abouts = len(acts), [entries[n].about for n in acts]
    table = Interactions.of(
        size,
        direction=np.full(size, Direction.OUT, dtype=np.int8),
        peer=Text.of(map(author_of, abouts)),
        key_kind=np.full(size, KeyKind.ID, dtype=np.int8),
        what=np.array([Response.REPOST if entries[n].reposted else Response.REPLY for n in acts], dtype=np.int8),
        post=Text.of(abouts),
        at=at[places],
    )
    unknown, out = Completeness.UNKNOWN, Direction.OUT
    return Draft(rows=table, table=TableName.INTERACTIONS, completeness=unknown, direction=out, at=places)
