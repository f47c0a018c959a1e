"""Accounts of Instagram as Apify scrapes them: what each states, and its latest posts within it."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np

from reachcheck.message import msg
from reachcheck.model.columns import Floats, Text
from reachcheck.model.enums import Completeness, Scope, TableName
from reachcheck.model.tables import Posts, Profile
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import account, counts_of, dates_of, objects_of, text_of
from reachcheck.readers.kit.opening import read_items
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.values import handles

Object: TypeAlias = Mapping[str, object]

_COLUMNS = {
    "username": "handle",
    "followersCount": "followers",
    "followsCount": "following",
    "postsCount": "posts",
    "latestPosts": "key",
}


def accounts(member: Member, _: ReadOptions) -> Made:
    """One row an account; its posts stand in the same row."""
    items, rows = objects_of(read_items(member))
    owners = handles([text_of(item.get("username")) for item in items])
    rows.leave_out([n for n, owner in enumerate(owners) if owner is None], lambda _: msg("row.nobody"))
    empty = [n for n, item in enumerate(items) if item.get("followersCount") is None and not _latest(item)]
    rows.leave_out(empty, lambda _: msg("collected.no_account"))
    rows.leave_out_repeats(owners)
    stated = {
        name: counts_of([item.get(key) for item in items], key, rows)
        for key, name in _COLUMNS.items()
        if key.endswith("Count")
    }
    profile = Draft(
        rows=Profile.of(len(items), **stated),
        table=TableName.PROFILE,
        completeness=Completeness.UNKNOWN,
        at=np.arange(len(items)),
        owners=owners,
    )
    drafts = (profile, _posts(items, owners, rows))
    return Made(rows=rows, drafts=drafts, columns=_COLUMNS, unit="index")


def _posts(items: Sequence[Object], owners: Sequence[str | None], rows: Rows) -> Draft:
    """The latest posts of each account, once each, at the row of their account."""
    latest = {(text_of(post.get("shortCode")), n): post for n, item in enumerate(items) for post in _latest(item)}
    found = {key: post for key, post in latest.items() if key[0]}
    posts, at = list(found.values()), [n for _, n in found]
    inner = account([int(rows.lines[n]) for n in at])
    table = Posts.of(
        len(posts),
        key=Text.of(code for code, _ in found),
        published_at=dates_of([post.get("timestamp") for post in posts], "timestamp", inner),
        scope=np.full(len(posts), Scope.LIFETIME, dtype=np.int8),
        likes=_counts(posts, "likesCount", inner),
        comments=_counts(posts, "commentsCount", inner),
        views=_counts(posts, "videoViewCount", inner, hidden=(-1, 0)),
    )
    rows.take_over(inner.warnings)
    places = np.array(at, dtype=np.int64)
    unknown = Completeness.UNKNOWN
    return Draft(rows=table, table=TableName.POSTS, completeness=unknown, at=places, owners=owners)


def _latest(item: Object) -> list[Object]:
    posts = item.get("latestPosts")
    return [post for post in posts if isinstance(post, dict)] if isinstance(posts, list) else []


def _counts(posts: Sequence[Object], key: str, rows: Rows, hidden: tuple[int, ...] = (-1,)) -> Floats:
    """A count of each post; what is hidden, and views of pictures, are missing."""
    values = [post.get(key) for post in posts]
    return counts_of([None if value in hidden else value for value in values], key, rows)
