"""Reads Threads out of Instagram's information export (JSON): its own lists, posts and likes, never Instagram's.

Every key that stands at the root of a file of Threads begins alike, which no file of Instagram's does.
"""

from collections.abc import Callable, Mapping

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Text, Times
from reachcheck.model.enums import Completeness, Direction, Response, TableName
from reachcheck.model.tables import Posts
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.containers import exported_at, handle_of
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.meta import Entries, Entry, json_entries, key_of, profile_in, usable
from reachcheck.readers.kit.meta_made import made, owner
from reachcheck.readers.kit.people import ended_ties, given, leave_out_nobody, ties
from reachcheck.readers.kit.shapes import Made, Shape, ShapedReader
from reachcheck.readers.kit.sniff import begins
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json

LISTS: Mapping[str, Direction | None] = {
    "text_post_app_text_post_app_followers": Direction.IN,
    "text_post_app_text_post_app_following": Direction.OUT,
    "text_post_app_text_post_app_unfollowed_users": None,
}
"""None where the owner ended the tie."""
POSTS = "text_post_app_text_posts"
LIKES = "text_post_app_media_likes"
OWNER = "text_post_app_text_post_app_profile"

_COPY = r"(?:_\d+)?(?: ?\(\d+\))?\.json$"


def lists(member: Member, _: ReadOptions) -> Made:
    """A list: who, and since or until which second; what stands as title is a name and no handle."""
    entries = _entries(member, *LISTS)
    direction = LISTS[entries.root or ""]
    names = [usable(entry.value) or profile_in(entry.href) for entry in entries.items]
    leave_out_nobody(entries.rows, names)
    when = entries.times()
    if direction is None:
        draft = ended_ties(entries.rows, names, when, Direction.OUT)
        entries.rows.leave_out_repeats(list(zip(names, when.astype(np.int64).tolist(), strict=True)))
    else:
        draft = ties(names, when, direction)
        entries.rows.leave_out_repeats(names)
    columns = {"value": "peer", "href": "peer", "timestamp": "until" if direction is None else "since"}
    return made(entries, draft, columns=columns)


def posts(member: Member, _: ReadOptions) -> Made:
    """Posts and replies: when, and which of both; their text and whom they answer are not there."""
    entries = _entries(member, POSTS)
    published_at = entries.times()
    undated = np.flatnonzero(np.isnat(published_at)).tolist()
    keys = _keys(entries, published_at)
    entries.rows.leave_out([n for n in undated if keys[n] is None], lambda _: msg("meta.no_post"))
    replies = np.array([_is_reply(entry) for entry in entries.items], dtype=np.int8)
    table = Posts.of(len(keys), key=Text.of(keys), published_at=published_at, is_reply=replies)
    draft = Draft(rows=table, table=TableName.POSTS, completeness=Completeness.WINDOW, at=np.arange(len(keys)))
    return made(entries, draft, columns={"creation_timestamp": "published_at", "is_reply": "is_reply"})


def likes(member: Member, _: ReadOptions) -> Made:
    """Likes that the owner gave: to whom, of which post, and when."""
    entries = _entries(member, LIKES)
    names = [usable(entry.title) or profile_in(entry.href) for entry in entries.items]
    leave_out_nobody(entries.rows, names)
    draft = given(names, entries.times(), Response.LIKE, posts=[entry.href or None for entry in entries.items])
    return made(entries, draft, columns={"title": "peer", "href": "post", "timestamp": "at"})


def user(member: Member, _: ReadOptions) -> Made:
    """The user name of the owner."""
    return owner(_entries(member, OWNER))


def _entries(member: Member, *roots: str) -> Entries:
    return json_entries(read_json(member.content, member.name), member.name, *roots)


def _keys(entries: Entries, published_at: Times) -> list[str | None]:
    """The picture of a post, else its second: posts have no number, and two exports may hold the same one."""
    seconds = [None if np.isnat(at) else str(at) for at in published_at]
    return [key_of(entry) or second for entry, second in zip(entries.items, seconds, strict=True)]


def _is_reply(entry: Entry) -> int:
    """1 or 0 as the post says; -1 where it does not."""
    details = [each.get("text_app_post") for each in entry.media]
    said = [each.get("is_reply") for each in details if isinstance(each, dict)]
    return next((int(value) for value in said if isinstance(value, bool)), -1)


def _shape(name: str, files: str, roots: tuple[str, ...], read: Callable[[Member, ReadOptions], Made]) -> Shape:
    shown_by = begins(rb'\{\s*"(?:' + "|".join(roots).encode() + rb')"\s*:')
    return Shape(name=name, path=rf"(?:^|/)(?:{files}){_COPY}", shown_by=shown_by, read=read)


SHAPES = (
    _shape("ties", r"followers|following|recently_unfollowed_(?:profiles|accounts)", tuple(LISTS), lists),
    _shape("posts", "threads_and_replies", (POSTS,), posts),
    _shape("likes", "liked_threads", (LIKES,), likes),
    _shape("user", "personal_information", (OWNER,), user),
)
READER = ShapedReader("threads", "threads", SHAPES, handle=handle_of, exported_at=exported_at)
