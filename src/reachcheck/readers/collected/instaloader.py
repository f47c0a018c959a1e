"""What Instaloader writes beside each picture: one account, one post, or the comments of one post a file.

An account's figures are those of an unknown day: neither the file nor its date says when it was collected.
"""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TypeAlias

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import MISSING, Text
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, Scope, TableName
from reachcheck.model.tables import Interactions, Posts, Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import account, counts_of, objects_of, text_of, times_of, wrong_shape
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json
from reachcheck.readers.values import handles

Object: TypeAlias = Mapping[str, object]

_LIKES = (("edge_media_preview_like", "count"), ("edge_liked_by", "count"), ("iphone_struct", "like_count"))
_COMMENTS = (
    ("edge_media_to_parent_comment", "count"),
    ("edge_media_to_comment", "count"),
    ("iphone_struct", "comment_count"),
)
_VIEWS = (("video_play_count",), ("video_view_count",), ("iphone_struct", "play_count"))
_TIMES = (("taken_at_timestamp",), ("date",), ("iphone_struct", "taken_at"))
_OWNERS = (("owner", "username"), ("iphone_struct", "user", "username"))
_POST = {
    "node.shortcode": "key",
    "node.taken_at_timestamp": "published_at",
    "node.edge_media_preview_like": "likes",
    "node.edge_media_to_comment": "comments",
    "node.video_view_count": "views",
}
_STATED = {
    "followers": "edge_followed_by",
    "following": "edge_follow",
    "posts": "edge_owner_to_timeline_media",
}
_PROFILE = {"node.username": "handle", **{f"node.{key}.count": name for name, key in _STATED.items()}}
_COMMENT = {"owner.username": "peer", "created_at": "at"}
_HIDDEN = -1
_STEM = re.compile(r"_comments(?: ?\(\d+\))?\.json.*$", re.IGNORECASE)


def structure(member: Member, _: ReadOptions) -> Made:
    """One account or one post; what else Instaloader keeps this way (stories, tags) is reported as neither."""
    data = read_json(member.content, member.name)
    node = data.get("node") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(node, dict):
        raise wrong_shape(member.name)
    rows = account([0])
    kind = text_of(_at(data, ("instaloader", "node_type")))
    if kind == "Profile":
        return _account(node, rows)
    if kind != "Post":
        rows.leave_out([0], lambda _: msg("collected.other_kind", kind=kind[:40]))
        return Made(rows=rows, drafts=(), unit="index")
    return _post(node, rows)


def comments(member: Member, _: ReadOptions) -> Made:
    """Who commented on one post, and when; answers stand within the comment that they answer."""
    items, rows = objects_of(_list(read_json(member.content, member.name), member.name))
    told = [(n, one) for n, item in enumerate(items) for one in (item, *_answers(item))]
    names = handles([text_of(_at(one, ("owner", "username"))) for _, one in told])
    at = np.array([n for n, _ in told], dtype=np.int64)
    inner = account([int(rows.lines[n]) for n, _ in told])
    times = times_of([one.get("created_at") for _, one in told], inner)
    rows.take_over(inner.warnings)
    rows.leave_out([n for (n, one), name in zip(told, names, strict=True) if name is None and one is items[n]],
                   lambda _: msg("row.nobody"))  # fmt: skip
    table = Interactions.of(
        len(told),
        direction=np.full(len(told), Direction.IN, dtype=np.int8),
        peer=Text.of(names),
        key_kind=np.array([KeyKind.HANDLE if name else MISSING for name in names], dtype=np.int8),
        what=np.array([Response.COMMENT if one is items[n] else Response.REPLY for n, one in told], dtype=np.int8),
        post=Text.of([_STEM.sub("", PurePosixPath(member.path).name)] * len(told)),
        at=times,
    )
    unknown, inward = Completeness.UNKNOWN, Direction.IN
    draft = Draft(rows=table, table=TableName.INTERACTIONS, completeness=unknown, direction=inward, at=at)
    return Made(rows=rows, drafts=(draft,), columns=_COMMENT, unit="index")


def _account(node: Object, rows: Rows) -> Made:
    handle = handles([text_of(node.get("username"))])[0]
    if handle is None:
        rows.leave_out([0], lambda _: msg("row.nobody"))
    stated = {name: counts_of([_at(node, (key, "count"))], key, rows) for name, key in _STATED.items()}
    table = Profile.of(1, **stated)
    unknown = Completeness.UNKNOWN
    draft = Draft(rows=table, table=TableName.PROFILE, completeness=unknown, at=np.arange(1))
    return Made(rows=rows, drafts=(draft,), columns=_PROFILE, handle=handle, unit="index")


def _post(node: Object, rows: Rows) -> Made:
    """A post; likes that are hidden are missing, and only videos have views."""
    key = text_of(node.get("shortcode")) or text_of(node.get("code"))
    if not key:
        rows.leave_out([0], lambda _: msg("collected.no_post"))
    likes, video = _first(node, _LIKES), node.get("is_video") is not False
    table = Posts.of(
        1,
        key=Text.of([key]),
        published_at=times_of([_first(node, _TIMES)], rows),
        scope=np.full(1, Scope.LIFETIME, dtype=np.int8),
        likes=counts_of([None if likes == _HIDDEN else likes], "likes", rows),
        comments=counts_of([_first(node, _COMMENTS)], "comments", rows),
        views=counts_of([_first(node, _VIEWS) if video else None], "views", rows),
    )
    unknown = Completeness.UNKNOWN
    draft = Draft(rows=table, table=TableName.POSTS, completeness=unknown, at=np.arange(1))
    handle = handles([text_of(_first(node, _OWNERS))])[0]
    return Made(rows=rows, drafts=(draft,), columns=_POST, handle=handle, unit="index")


def _first(node: Object, paths: tuple[tuple[str, ...], ...]) -> object:
    """What stands at the first of these paths that leads anywhere."""
    return next((value for value in (_at(node, path) for path in paths) if value is not None), None)


def _at(node: object, path: tuple[str, ...]) -> object:
    for key in path:
        node = node.get(key) if isinstance(node, dict) else None
    return node


def _answers(item: Object) -> list[Object]:
    answers = item.get("answers")
    return [answer for answer in answers if isinstance(answer, dict)] if isinstance(answers, list) else []


def _list(data: object, place: str) -> list[object]:
    if isinstance(data, list):
        return data
    raise wrong_shape(place)
