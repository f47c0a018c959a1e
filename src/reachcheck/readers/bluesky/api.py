"""Pages of Bluesky's public interface: accounts, followers, follows, an author's feed, who liked a post.

Lists come newest first and without dates; a page that names a next one is a part of its list.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Enums, Text
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, SinceKind, TableName
from reachcheck.model.tables import Edges, Interactions, Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.bluesky.names import author_of, did_of, handle_of
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import counts_of, dates_of, items_of, objects_of, text_of, wrong_shape
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json

Object: TypeAlias = Mapping[str, object]

_LISTS = {"followers": Direction.IN, "follows": Direction.OUT}
_STATED = {"followersCount": "followers", "followsCount": "following", "postsCount": "posts"}


def page_of(member: Member) -> dict[str, object]:
    """The object that a page is; raises UnreadableError where it is none."""
    data = read_json(member.content, member.name)
    if isinstance(data, dict):
        return data
    raise wrong_shape(member.name)


def part_of(value: object, key: str) -> Object:
    """An object within an object; an empty one where there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def profiles(member: Member, _: ReadOptions) -> Made:
    """One row an account, with its counts."""
    page = page_of(member)
    items, rows = objects_of(items_of(page, member.name, "profiles") if "profiles" in page else [page])
    owners = [handle_of(item.get("handle")) or did_of(item.get("did")) for item in items]
    rows.leave_out([n for n, owner in enumerate(owners) if owner is None], lambda _: msg("row.nobody"))
    rows.leave_out_repeats(owners)
    stated = {name: counts_of([item.get(key) for item in items], key, rows) for key, name in _STATED.items()}
    created_at = dates_of([item.get("createdAt") for item in items], "createdAt", rows)
    table = Profile.of(len(items), created_at=created_at, **stated)
    unknown, at = Completeness.UNKNOWN, np.arange(len(items))
    draft = Draft(rows=table, table=TableName.PROFILE, completeness=unknown, at=at, owners=owners)
    columns = {"handle": "handle", **_STATED, "createdAt": "created_at"}
    only = did_of(items[0].get("did")) if len(items) == 1 else None
    return Made(rows=rows, drafts=(draft,), columns=columns, account=only, unit="index")


def ties(member: Member, _: ReadOptions) -> Made:
    """One row a follower, or an account followed."""
    page = page_of(member)
    root = next((root for root in _LISTS if root in page), "")
    items, rows = objects_of(items_of(page, member.name, root) if root else _none(member))
    _say_more(page, rows)
    dids = [did_of(item.get("did")) for item in items]
    rows.leave_out([n for n, did in enumerate(dids) if did is None], lambda _: msg("row.nobody"))
    rows.leave_out_repeats(dids)
    size, direction, at = len(items), _LISTS[root], np.arange(len(items))
    table = Edges.of(
        size,
        direction=_all(size, direction),
        peer=Text.of(dids),
        key_kind=_all(size, KeyKind.ID),
        since_kind=_all(size, SinceKind.NONE),
        rank=np.arange(size, dtype=np.int32),
        created_at=dates_of([item.get("createdAt") for item in items], "createdAt", rows),
    )
    completeness = Completeness.TOP if "cursor" in page else Completeness.UNKNOWN
    draft = Draft(rows=table, table=TableName.EDGES, completeness=completeness, direction=direction, at=at)
    subject = part_of(page, "subject")
    return Made(
        rows=rows,
        drafts=(draft,),
        columns={"did": "peer", "createdAt": "created_at"},
        handle=handle_of(subject.get("handle")),
        account=did_of(subject.get("did")),
        unit="index",
    )


def likes(member: Member, _: ReadOptions) -> Made:
    """One row a like that a post received; the author's own is none."""
    page = page_of(member)
    items, rows = objects_of(items_of(page, member.name, "likes"))
    _say_more(page, rows)
    uri = text_of(page.get("uri"))
    author = author_of(uri)
    dids = [did_of(part_of(item, "actor").get("did")) for item in items]
    rows.leave_out([n for n, did in enumerate(dids) if did is None], lambda _: msg("row.nobody"))
    rows.leave_out([n for n, did in enumerate(dids) if did == author], lambda _: msg("bluesky.own_like"))
    rows.leave_out_repeats(dids)
    size, at, inward = len(items), np.arange(len(items)), Direction.IN
    table = Interactions.of(
        size,
        direction=_all(size, inward),
        peer=Text.of(dids),
        key_kind=_all(size, KeyKind.ID),
        what=_all(size, Response.LIKE),
        post=Text.of([uri] * size),
        at=dates_of([item.get("createdAt") for item in items], "createdAt", rows),
    )
    unknown = Completeness.UNKNOWN
    draft = Draft(rows=table, table=TableName.INTERACTIONS, completeness=unknown, direction=inward, at=at)
    columns = {"actor.did": "peer", "createdAt": "at", "uri": "post"}
    return Made(rows=rows, drafts=(draft,), columns=columns, account=author, unit="index")


def _say_more(page: Object, rows: Rows) -> None:
    if text_of(page.get("cursor")):
        rows.note(msg("bluesky.more_pages"))


def _none(member: Member) -> Sequence[object]:
    raise wrong_shape(member.name)


def _all(size: int, value: int) -> Enums:
    return np.full(size, value, dtype=np.int8)
