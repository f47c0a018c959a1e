"""From the files of an account's archive to rows: who it is, its posts and boosts, whom it answered and liked."""

from collections.abc import Sequence

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import MISSING, Enums, Index, Text, Times
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, Scope, TableName
from reachcheck.model.tables import Interactions, Posts, Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import account, counts_of, dates_of, items_of, objects_of, text_of, wrong_shape
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.mastodon.acts import Act, act_of, address_of
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json

_OUTBOX = {
    "object.id": "key",
    "published": "published_at",
    "object.inReplyTo": "is_reply",
    "type": "is_repost",
    "object.likes.totalItems": "likes",
    "object.shares.totalItems": "shares",
}


def actor(member: Member, _: ReadOptions) -> Made:
    """The account's address and the day it was opened; the archive states no counts."""
    data = read_json(member.content, member.name)
    if not isinstance(data, dict):
        raise wrong_shape(member.name)
    rows = account([0])
    created_at = dates_of([data.get("published")], "published", rows)
    table = Profile.of(1, created_at=created_at)
    unknown = Completeness.UNKNOWN
    draft = Draft(rows=table, table=TableName.PROFILE, completeness=unknown, at=np.arange(1))
    columns = {"preferredUsername": "handle", "published": "created_at"}
    return Made(rows=rows, drafts=(draft,), columns=columns, handle=_address(data), unit="index")


def outbox(member: Member, _: ReadOptions) -> Made:
    """Posts and boosts, and whom each answers or repeats; a message to single people is left out."""
    data = read_json(member.content, member.name)
    items, rows = objects_of(items_of(data, member.name, "orderedItems"))
    acts = [act_of(item) for item in items]
    rows.leave_out(_of("other", acts), lambda _: msg("mastodon.no_post"))
    rows.leave_out(_of("message", acts), lambda _: msg("mastodon.direct"))
    rows.leave_out_repeats([act.key or None for act in acts])
    at = dates_of([act.published for act in acts], "published", rows)
    owner = next((act.actor for act in acts if act.actor), None)
    given = np.array([n for n, act in enumerate(acts) if act.about and address_of(act.about) != owner], dtype=np.int64)
    what = np.array([Response.REPOST if act.kind == "boost" else Response.REPLY for act in acts], dtype=np.int8)
    drafts = (_posts(acts, at, rows), _given([acts[n].about for n in given.tolist()], what[given], at[given], given))
    return Made(rows=rows, drafts=drafts, columns=_OUTBOX, handle=owner, unit="index")


def likes(member: Member, _: ReadOptions) -> Made:
    """Posts of others that the account liked, without dates."""
    items = items_of(read_json(member.content, member.name), member.name, "orderedItems")
    uris = [text_of(item) for item in items]
    rows = account(list(range(len(uris))))
    rows.leave_out([n for n, uri in enumerate(uris) if not uri], lambda _: msg("mastodon.no_post"))
    rows.leave_out_repeats([uri or None for uri in uris])
    what = np.full(len(uris), Response.LIKE, dtype=np.int8)
    undated = np.full(len(uris), np.datetime64("NaT", "s"))
    draft = _given(uris, what, undated, np.arange(len(uris)))
    return Made(rows=rows, drafts=(draft,), columns={"orderedItems": "post"}, unit="index")


def _posts(acts: Sequence[Act], at: Times, rows: Rows) -> Draft:
    """All entries as posts; boosts are marked, and so are answers, to others or to oneself."""
    liked, shared = ([getattr(act, name) for act in acts] for name in ("likes", "shares"))
    counts = {"likes": counts_of(liked, "likes", rows), "shares": counts_of(shared, "shares", rows)}
    boosts = np.array([act.kind == "boost" for act in acts], dtype=np.int8)
    table = Posts.of(
        len(acts),
        key=Text.of(act.key for act in acts),
        published_at=at,
        is_reply=np.array([bool(act.about) and act.kind == "post" for act in acts], dtype=np.int8),
        is_repost=boosts,
        scope=np.where(np.isnan(counts["likes"]), MISSING, Scope.LIFETIME).astype(np.int8),
        **counts,
    )
    return Draft(rows=table, table=TableName.POSTS, completeness=Completeness.ALL, at=np.arange(len(acts)))


def _given(uris: Sequence[str], what: Enums, at: Times, places: Index) -> Draft:
    """What the account gave to posts of others, which stand at these rows."""
    peers = [address_of(uri) for uri in uris]
    table = Interactions.of(
        len(uris),
        direction=np.full(len(uris), Direction.OUT, dtype=np.int8),
        peer=Text.of(peers),
        key_kind=np.array([KeyKind.HANDLE if peer else MISSING for peer in peers], dtype=np.int8),
        what=what,
        post=Text.of(uris),
        at=at,
    )
    everything, out = Completeness.ALL, Direction.OUT
    return Draft(rows=table, table=TableName.INTERACTIONS, completeness=everything, direction=out, at=places)


def _of(kind: str, acts: Sequence[Act]) -> list[int]:
    return [n for n, act in enumerate(acts) if act.kind == kind]


def _address(data: dict[str, object]) -> str | None:
    """The account's own address, by its name and its server."""
    name = text_of(data.get("preferredUsername"))
    found = address_of(text_of(data.get("url"))) or address_of(text_of(data.get("id")))
    return f"{name.lower()}@{found.partition('@')[2]}" if name and found else found
