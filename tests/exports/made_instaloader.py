"""What Instaloader writes into the folder of an account: packed JSON beside each picture, and comments."""

import json
import lzma
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

VERSION = "4.15"


def kept(node: Mapping[str, Any], kind: str = "Post") -> bytes:
    """A structure as Instaloader keeps it."""
    return json.dumps({"node": node, "instaloader": {"version": VERSION, "node_type": kind}}).encode()


def post(code: str, at: int, likes: int, **more: Any) -> dict[str, Any]:
    """A post as the web page gives it."""
    return {
        "__typename": "GraphImage",
        "id": "2731612257991913420",
        "shortcode": code,
        "is_video": False,
        "taken_at_timestamp": at,
        "edge_media_preview_like": {"count": likes, "edges": []},
        "edge_media_to_comment": {"count": 3},
        "edge_media_to_caption": {"edges": [{"node": {"text": "private words"}}]},
        "owner": {"id": "7", "username": "ada"},
        **more,
    }


def phone(code: str, at: int, likes: int) -> dict[str, Any]:
    """A post as the telephone's interface gives it."""
    struct = {"pk": 1, "code": code, "taken_at": at, "media_type": 2, "like_count": likes, "comment_count": 9,
              "play_count": 777, "user": {"pk": 7, "username": "ada"}}  # fmt: skip
    return {
        "shortcode": code,
        "id": 1,
        "__typename": "GraphVideo",
        "is_video": True,
        "date": at,
        "edge_media_preview_like": {"count": likes},
        "iphone_struct": struct,
    }


PROFILE = {
    "id": "123456789",
    "username": "Ada",
    "biography": "private words",
    "edge_followed_by": {"count": 15234},
    "edge_follow": {"count": 892},
    "is_private": False,
}


def comment(number: int, at: int, who: str, answers: list[Any] | None = None) -> dict[str, Any]:
    """A comment, or an answer to one."""
    more = {} if answers is None else {"answers": answers}
    return {
        "id": number,
        "created_at": at,
        "text": "words",
        "owner": {"id": "1", "username": who},
        "likes_count": 0,
    } | more


NOON = 1_700_000_000
COMMENTS = [
    comment(1, NOON + 60, "Bo", [comment(2, NOON + 90, "ada")]),
    comment(3, NOON + 120, "cy", []),
    {"id": 4, "created_at": NOON, "text": "words", "owner": None, "likes_count": 0, "answers": []},
]


def _folder(folder: Path) -> Path:
    root = folder / "ada"
    root.mkdir()
    for number, node in enumerate(
        (post("AAA", NOON, 120), post("BBB", NOON + 86400, -1), phone("CCC", NOON + 172800, 90))
    ):
        name = f"2023-11-{14 + number}_22-13-20_UTC"
        (root / f"{name}.json.xz").write_bytes(lzma.compress(kept(node)))
        (root / f"{name}.jpg").write_bytes(b"\xff\xd8\xff")
        (root / f"{name}.txt").write_text("private words", encoding="utf-8")
    (root / "2023-11-14_22-13-20_UTC_comments.json").write_text(json.dumps(COMMENTS), encoding="utf-8")
    (root / "ada_123456789.json.xz").write_bytes(lzma.compress(kept(PROFILE, "Profile")))
    (root / "2023-11-20_10-00-00_UTC.json").write_bytes(kept({"id": "9", "__typename": "GraphStoryImage"}, "StoryItem"))
    (root / "id").write_text("123456789", encoding="utf-8")
    return root


def _profile(folder: Path) -> Path:
    path = folder / "ada_123456789.json"
    path.write_bytes(kept(PROFILE | {"edge_owner_to_timeline_media": {"count": 456}}, "Profile"))
    return path


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "instaloader-folder": _folder,
    "instaloader-profile-plain": _profile,
}
