"""What a Mastodon server hands out: accounts followed, and the archive of an account, over the years."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from exports_made import archive

CONTEXT = "https://www.w3.org/ns/activitystreams"
PUBLIC = f"{CONTEXT}#Public"
ME = "https://social.example/users/ada"
NAME = "archive-20260203120000-0123456789abcdef0123456789abcdef.zip"
HEADER = "Account address,Show boosts,Notify on new posts,Languages"


def create(number: int, at: str, counts: tuple[int, int] | None = None, **more: Any) -> dict[str, Any]:
    """A post as the outbox has it; with what was received (likes, boosts) as newer servers write it."""
    note = f"{ME}/statuses/{number}"
    received = {
        name: {"id": f"{note}/{name}", "type": "Collection", "totalItems": count}
        for name, count in zip(("likes", "shares"), counts or (), strict=False)
    }
    post = {
        "id": note,
        "type": "Note",
        "summary": None,
        "inReplyTo": None,
        "published": at,
        "url": f"https://social.example/@ada/{number}",
        "attributedTo": ME,
        "to": [PUBLIC],
        "cc": [f"{ME}/followers"],
        "content": "<p>Hello</p>",
        "tag": [],
        "replies": {"id": f"{note}/replies", "type": "Collection", "first": {"type": "CollectionPage", "items": []}},
        **received,
        **more,
    }
    return {
        "id": f"{note}/activity",
        "type": "Create",
        "actor": ME,
        "published": at,
        "to": post["to"],
        "cc": post["cc"],
        "object": post,
    }


def boost(number: int, at: str, post: str) -> dict[str, Any]:
    """A boost of somebody's post."""
    note = f"{ME}/statuses/{number}"
    return {
        "id": f"{note}/activity",
        "type": "Announce",
        "actor": ME,
        "published": at,
        "to": [PUBLIC],
        "cc": [post],
        "object": post,
    }


def collection(name: str, items: Sequence[Any], **more: Any) -> str:
    """A collection as a file of the archive."""
    return json.dumps({"@context": CONTEXT, "id": name, "type": "OrderedCollection", **more, "orderedItems": items})


def actor() -> str:
    """The account itself."""
    return json.dumps(
        {
            "@context": [CONTEXT, "https://w3id.org/security/v1"],
            "id": ME,
            "type": "Person",
            "following": f"{ME}/following",
            "followers": f"{ME}/followers",
            "inbox": f"{ME}/inbox",
            "outbox": "outbox.json",
            "preferredUsername": "ada",
            "name": "Ada",
            "summary": "<p>private words</p>",
            "url": "https://social.example/@ada",
            "published": "2022-11-04T00:00:00Z",
            "likes": "likes.json",
            "bookmarks": "bookmarks.json",
        }
    )


OLD_POSTS = (
    create(101, "2022-12-26T01:47:52Z"),
    create(102, "2022-12-26T02:26:05Z", inReplyTo="https://other.example/users/bo/statuses/7"),
    create(103, "2022-12-26T02:38:11Z", inReplyTo=f"{ME}/statuses/101"),
    boost(104, "2022-12-27T08:00:00Z", "https://other.example/users/cy/statuses/9"),
    create(105, "2022-12-28T08:00:00Z", to=["https://other.example/users/bo"], cc=[]),
    create(106, "2022-12-28T09:00:00Z", to=[f"{ME}/followers"], cc=[]),
    boost(107, "2022-12-29T08:00:00Z", f"{ME}/statuses/101"),
)
LIKED = ("https://other.example/users/bo/statuses/7", "https://third.example/objects/0f3a", "https://x.example/@dee/5")


def _archive(name: str, posts: Sequence[Mapping[str, Any]]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        files = {
            "outbox.json": collection("outbox.json", posts, totalItems=len(posts)),
            "likes.json": collection("likes.json", LIKED),
            "bookmarks.json": collection("bookmarks.json", LIKED),
            "actor.json": actor(),
            "avatar.png": b"\x89PNG",
            "media_attachments/files/109/577/original/0a.png": b"\x89PNG",
        }
        return Path(archive(folder, name, files))

    return write


_2025 = _archive(
    NAME,
    [create(200 + n, f"2025-{3 + n:02}-04T10:00:00Z", (4 + 3 * n, n)) for n in range(7)]
    + [create(300, "2025-10-05T10:00:00Z", (1, 0), inReplyTo="https://other.example/users/bo/statuses/8")]
    + [create(301, "2025-10-06T10:00:00Z", (0, 0), type="Question", oneOf=[])],
)


def _following(name: str, *lines: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return path

    return write


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "mastodon-archive-2022": _archive("archive-20230101080000-0123456789abcdef0123456789abcdef.zip", OLD_POSTS),
    "mastodon-archive-2025": _2025,
    "mastodon-following": _following(
        "following_accounts.csv", HEADER, "bo@other.example,true,false,", 'Cy@third.example,false,true,"en, fr"'
    ),
    "mastodon-following-2018": _following(
        "follows.csv", "Account address,Show boosts", "bo@other.example,true", "cy@third.example,true"
    ),
    "mastodon-following-2017": _following("following_accounts.csv", "bo@other.example", "cy@third.example"),
}
