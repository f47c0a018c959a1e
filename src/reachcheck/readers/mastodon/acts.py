"""What one entry of an outbox is: a post, a boost, or a message to single people; and the addresses in it.

Newer servers write into each post how often it was liked and boosted; of older ones no file has such counts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reachcheck.readers.kit.objects import text_of

_ACCOUNT = re.compile(r"https?://([\w-]+(?:\.[\w-]+)*(?::\d+)?)/(?:users/|@)([\w.-]+)(?:[/?#]|$)", re.ASCII)
_OPEN = ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")
"""What stands for everybody."""


@dataclass(frozen=True, kw_only=True)
class Act:
    """One entry; `about` is the address of the post that it answers or boosts, "" where it does neither."""

    kind: Literal["post", "boost", "message", "other"]
    key: str = ""
    published: str = ""
    about: str = ""
    actor: str | None = None
    likes: object = None
    shares: object = None


def act_of(item: Mapping[str, object]) -> Act:
    """Take an entry apart."""
    content, kind = item.get("object"), item.get("type")
    post: Mapping[str, object] = content if isinstance(content, dict) else {}
    published = text_of(item.get("published")) or text_of(post.get("published"))
    actor = address_of(text_of(item.get("actor"))) or address_of(text_of(post.get("url")))
    if kind == "Announce":
        about = text_of(content) or text_of(post.get("id"))
        return Act(kind="boost", key=text_of(item.get("id")), published=published, about=about, actor=actor)
    if kind != "Create" or not post:
        return Act(kind="other")
    return Act(
        kind="post" if _is_open(item) or _is_open(post) else "message",
        key=text_of(post.get("id")),
        published=published,
        about=text_of(post.get("inReplyTo")),
        actor=actor,
        likes=_total(post.get("likes")),
        shares=_total(post.get("shares")),
    )


def address_of(uri: str) -> str | None:
    """The account whose page or post an address points at: `name@server`; None where it does not name it."""
    found = _ACCOUNT.match(uri)
    return f"{found[2]}@{found[1]}".lower() if found else None


def _is_open(item: Mapping[str, object]) -> bool:
    """Whether it goes to the public or to all followers, not to single people."""
    names = [text_of(one) for field in ("to", "cc") for one in _listed(item.get(field))]
    return any(name in _OPEN or name.endswith("/followers") for name in names)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _total(value: object) -> object:
    return value.get("totalItems") if isinstance(value, dict) else None
