"""What each role of a table can hold: its canonical columns, and the meanings of names that stand for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "date", "flag", "text"]


@dataclass(frozen=True)
class Field:
    """A canonical column: `meanings` are entries of `facts/columns.toml`.

    Of the fields with the same `one_of` only the first that the table has is used; the others stay unmatched.
    """

    name: str
    kind: Kind
    meanings: tuple[str, ...]
    one_of: str = ""


def _field(kind: Kind, name: str, *meanings: str) -> Field:
    return Field(name, kind, meanings or (name,))


def _counts(*names: str) -> tuple[Field, ...]:
    return tuple(_field("number", name) for name in names)


def _one_of(group: str, *fields: tuple[str, tuple[str, ...]]) -> tuple[Field, ...]:
    return tuple(Field(name, "text", meanings, group) for name, meanings in fields)


_HANDLE = ("handle", ("handle",))
_ACCOUNT = ("account", ("account", "creator"))
_NAME = ("name", ("name", "candidate"))
_URL = ("url", ("profile_url", "url"))
_PROFILE_URL = ("profile_url", ("profile_url",))
_OWNER = _one_of("who", _HANDLE, _ACCOUNT, _PROFILE_URL, _NAME)
_FOLLOWING = _field("number", "following", "following", "follows")
_PLATFORM = _field("text", "platform")
_CREATED = _field("date", "created_at")

PROFILE = (
    *_one_of("who", _HANDLE, _ACCOUNT, _URL, _NAME),
    _PLATFORM,
    *_counts("followers", "posts", "average_likes", "average_comments", "average_views"),
    _FOLLOWING,
    _CREATED,
    _field("date", "as_of", "as_of", "date"),
)

POSTS = (
    *_OWNER,
    *_one_of("post", ("post", ("post", "id")), ("url", ("post_url", "url"))),
    _PLATFORM,
    _field("date", "published_at", "published_at", "date", "created_at"),
    *_counts("likes", "comments", "shares", "saves", "views", "reach", "impressions", "clicks", "interactions"),
    *_counts("profile_visits"),
    _field("number", "follows", "follows", "gained", "subscriptions"),
    _field("number", "followers_at_post", "followers_at_post", "followers"),
    _field("flag", "is_reply"),
    _field("flag", "is_repost"),
)

DAILY = (
    *_OWNER,
    _PLATFORM,
    _field("date", "date", "date", "week"),
    _field("number", "gained", "gained", "follows", "subscriptions"),
    *_counts("followers", "lost", "net", "impressions", "reach", "profile_visits"),
    _field("number", "engagements", "interactions"),
    *_counts("views", "likes", "comments", "shares"),
    _field("number", "posts", "new_posts"),
)

RESPONSES = (
    *_one_of("who", _HANDLE, _ACCOUNT, ("id", ("user_id",)), ("url", ("profile_url",)), _NAME, ("peer", ("follower",))),
    *_one_of("post", ("post", ("post",)), ("post_url", ("post_url", "url"))),
    _field("text", "kind"),
    _field("text", "comment"),
    _field("date", "at", "at", "date"),
    _field("text", "direction"),
)

EVENTS = (_field("date", "date"), _field("text", "what"))

GRAPH = (_field("text", "source", "source", "follower"), _field("text", "target", "target", "followed"))


LIST = (
    *_one_of("who", _HANDLE, _ACCOUNT, ("id", ("id", "user_id")), _URL, _NAME, ("peer", ("follower", "followed"))),
    _field("date", "followed_at", "followed_at", "date"),
    _CREATED,
    _FOLLOWING,
    *_counts("followers", "posts", "bio_length"),
    *(_field("flag", name) for name in ("has_picture", "private", "verified")),
)


ROLES: Mapping[str, tuple[Field, ...]] = {
    "followers": LIST,
    "following": LIST,
    "profile": PROFILE,
    "posts": POSTS,
    "daily": DAILY,
    "responses": RESPONSES,
    "graph": GRAPH,
    "events": EVENTS,
}
"""What one row of a table can be, and the columns that it then has."""

CANONICAL: tuple[str, ...] = tuple(dict.fromkeys(field.name for role in ROLES.values() for field in role))
"""Every name that `--map` knows."""

EVIDENCE = frozenset(("text", "format"))
"""Meanings that tell a post from a day, and are not kept."""

COUNTS = frozenset(
    meaning for role in ROLES.values() for field in role if field.kind == "number" for meaning in field.meanings
)
"""The meanings whose cells are numbers."""
