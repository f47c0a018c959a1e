"""What Bluesky gives: the repository of an account (CAR), and pages of the public interface."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from exports_made import archive
from libipld import encode_dag_cbor

ME = "did:plc:ada2222222222222222222222"
BO = "did:plc:bo33333333333333333333333"
CY = "did:web:cy.example.org"


def varint(number: int) -> bytes:
    """A number in groups of seven bits."""
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F)
    return bytes([*(group | 0x80 for group in groups[:-1]), groups[-1]])


def cid(data: bytes) -> bytes:
    """The address of a block."""
    return b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()


def frame(address: bytes, data: bytes) -> bytes:
    """A block as it stands in the file."""
    return varint(len(address) + len(data)) + address + data


def node(entries: Sequence[tuple[bytes, bytes]], left: bytes | None = None) -> bytes:
    """A node of the tree, whose names are shortened by what they share with the one before."""
    packed, before = [], b""
    for name, value in entries:
        shared = next(
            (n for n, (a, b) in enumerate(zip(name, before, strict=False)) if a != b), min(len(name), len(before))
        )
        packed.append({"p": shared, "k": name[shared:], "v": value, "t": None})
        before = name
    return encode_dag_cbor({"l": left, "e": packed})


def car(records: Mapping[str, Any], did: str = ME, without: Sequence[str] = (), **more: bytes) -> bytes:
    """A repository with these records by their names, in two nodes; `without` names records that the file lacks."""
    blocks = {name: encode_dag_cbor(record) for name, record in records.items()}
    entries = [(name.encode(), cid(data)) for name, data in sorted(blocks.items())]
    half = len(entries) // 2
    left = node(entries[:half])
    top = node(entries[half:], cid(left))
    commit = encode_dag_cbor({"did": did, "version": 3, "data": cid(top), "rev": "3kabc", "prev": None, "sig": b"no"})
    header = encode_dag_cbor({"roots": [cid(commit)], "version": 1})
    kept = [commit, top, left, *(data for name, data in blocks.items() if name not in without), *more.values()]
    return varint(len(header)) + header + b"".join(frame(cid(data), data) for data in kept)


def post(at: str, **more: Any) -> dict[str, Any]:
    """A post; with `reply` an answer."""
    return {"$type": "app.bsky.feed.post", "text": "private words", "createdAt": at, "langs": ["en"], **more}


def answer(uri: str) -> dict[str, Any]:
    """What makes a post an answer."""
    return {"reply": {"root": {"uri": uri, "cid": "x"}, "parent": {"uri": uri, "cid": "x"}}}


def pointing(kind: str, at: str, subject: Any) -> dict[str, Any]:
    """A follow, a like or a repost."""
    return {"$type": kind, "createdAt": at, "subject": subject}


RECORDS: Mapping[str, Any] = {
    "app.bsky.actor.profile/self": {
        "$type": "app.bsky.actor.profile",
        "displayName": "Ada",
        "createdAt": "2023-05-01T10:00:00.000Z",
    },
    "app.bsky.feed.like/3ka": pointing(
        "app.bsky.feed.like", "2024-02-01T10:00:00.000Z", {"uri": f"at://{BO}/app.bsky.feed.post/1"}
    ),
    "app.bsky.feed.post/3ka": post("2024-01-01T10:00:00.000Z"),
    "app.bsky.feed.post/3kb": post("2024-01-02T10:00:00.000Z", **answer(f"at://{BO}/app.bsky.feed.post/1")),
    "app.bsky.feed.post/3kc": post("2024-01-03T10:00:00.000Z", **answer(f"at://{ME}/app.bsky.feed.post/3ka")),
    "app.bsky.feed.repost/3ka": pointing(
        "app.bsky.feed.repost", "2024-01-04T10:00:00.000Z", {"uri": f"at://{CY}/app.bsky.feed.post/2"}
    ),
    "app.bsky.graph.block/3ka": pointing("app.bsky.graph.block", "2024-01-05T10:00:00.000Z", CY),
    "app.bsky.graph.follow/3ka": pointing("app.bsky.graph.follow", "2023-06-01T10:00:00.000Z", BO),
    "app.bsky.graph.follow/3kb": pointing("app.bsky.graph.follow", "2023-07-01T10:00:00Z", CY),
    "app.bsky.graph.follow/3kc": pointing("app.bsky.graph.follow", "2023-08-01T10:00:00.000Z", BO),
    "app.bsky.graph.follow/3kd": pointing("app.bsky.graph.follow", "2023-08-02T10:00:00.000Z", "nobody"),
}


def view(did: str, handle: str, **more: Any) -> dict[str, Any]:
    """An account as lists have it."""
    return {
        "did": did,
        "handle": handle,
        "displayName": "X",
        "avatar": "https://cdn.example/a.jpg",
        "labels": [],
        **more,
    }


PROFILE = view(
    ME, "Ada.bsky.social", followersCount=3, followsCount=2, postsCount=4, createdAt="2023-05-01T10:00:00.000Z"
)
FOLLOWERS = {
    "followers": [
        view(BO, "bo.bsky.social", createdAt="2023-04-01T10:00:00.000Z", description="private words"),
        view("did:plc:dee444444444444444444444", "handle.invalid"),
        view(BO, "bo.bsky.social"),
        {"handle": "x"},
    ],
    "subject": view(ME, "ada.bsky.social"),
    "cursor": "3kabc",
}
FOLLOWS = {"subject": view(ME, "ada.bsky.social"), "follows": [view(BO, "bo.bsky.social"), view(CY, "cy.example.org")]}


def entry(
    name: str, at: str, counts: tuple[int, int, int], who: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    """An entry of a feed: a post with likes, replies and reposts."""
    author = who or view(ME, "ada.bsky.social")
    record = post(at, **more.pop("record", {}))
    received = dict(zip(("likeCount", "replyCount", "repostCount"), counts, strict=True))
    uri = f"at://{author['did']}/app.bsky.feed.post/{name}"
    return {"post": {"uri": uri, "cid": "x", "author": author, "record": record, **received, "quoteCount": 0}, **more}


FEED = {
    "feed": [
        entry("3ka", "2024-01-01T10:00:00.000Z", (12, 3, 1)),
        entry("3kb", "2024-01-02T10:00:00.000Z", (1, 0, 0), record=answer(f"at://{BO}/app.bsky.feed.post/1")),
        entry("2", "2024-01-03T10:00:00.000Z", (900, 50, 70), view(CY, "cy.example.org"), reason={
            "$type": "app.bsky.feed.defs#reasonRepost", "by": view(ME, "ada.bsky.social"),
            "uri": f"at://{ME}/app.bsky.feed.repost/3ka", "indexedAt": "2024-01-04T10:00:00.000Z"}),
        {"post": None},
    ],
    "cursor": "2024-01-01T10:00:00.000Z",
}  # fmt: skip
LIKES = {
    "uri": f"at://{ME}/app.bsky.feed.post/3ka",
    "likes": [
        {
            "indexedAt": "2024-01-01T11:00:00.000Z",
            "createdAt": "2024-01-01T10:30:00.000Z",
            "actor": view(BO, "bo.bsky.social"),
        },
        {
            "indexedAt": "2024-01-01T12:00:00.000Z",
            "createdAt": "2024-01-01T12:00:00.000Z",
            "actor": view(ME, "ada.bsky.social"),
        },
    ],
}


def _repo(folder: Path) -> Path:
    path = folder / "repo.car"
    path.write_bytes(car(RECORDS, without=("app.bsky.graph.follow/3kb",)))
    return path


def _page(name: str, page: Mapping[str, Any]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_text(json.dumps(page), encoding="utf-8")
        return path

    return write


def _together(folder: Path) -> Path:
    pages = {
        "getProfile": PROFILE,
        "getFollowers": FOLLOWERS,
        "getFollows": FOLLOWS,
        "getAuthorFeed": FEED,
        "getLikes": LIKES,
    }
    files: dict[str, bytes | str] = {f"bsky/{name}.json": json.dumps(page, indent=2) for name, page in pages.items()}
    return Path(archive(folder, "ada.zip", {**files, "bsky/repo.car": car(RECORDS), "bsky/preferences.json": "{}"}))


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "bluesky-repo": _repo,
    "bluesky-profile": _page("profile.json", PROFILE),
    "bluesky-followers": _page("followers.json", FOLLOWERS),
    "bluesky-feed": _page("feed.json", FEED),
    "bluesky-together": _together,
}
