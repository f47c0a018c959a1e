"""What runs in the child process: of a repository's records, only whom and what they point at, and when.

The tree of a repository is walked from its root, so that what was deleted and still lies in the file is not found.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from libipld import decode_dag_cbor

from reachcheck.readers.car.blocks import CarError, TooLargeError, blocks, check, header

COLLECTIONS = {
    b"app.bsky.graph.follow": "follow",
    b"app.bsky.feed.post": "post",
    b"app.bsky.feed.like": "like",
    b"app.bsky.feed.repost": "repost",
    b"app.bsky.actor.profile": "profile",
}
KEY = 1024
"""Bytes of the longest name that a record can have."""
TEXT = 512
"""Characters of an address or a date that are taken."""

Record = tuple[str, str, str, str]
"""Its kind, its key, when it was made, what it points at."""


def convert(content: bytes) -> dict[str, Any] | Literal["broken", "too_large"]:
    """Whose repository it is, its records in the order of their keys, and how many others it has."""
    try:
        return _Repository(content).read()
    except TooLargeError:
        return "too_large"
    except (ValueError, RecursionError, KeyError, IndexError, TypeError, AttributeError):
        return "broken"


class _Repository:
    """The blocks of one file by their addresses, each decoded when it is come to."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._blocks = {cid: (start, end) for cid, start, end in blocks(content)}
        self.absent = 0

    def read(self) -> dict[str, Any]:
        start, end = header(self._content)
        root = decode_dag_cbor(self._content[start:end])["roots"][0]
        commit = self._load(root)
        others: Counter[str] = Counter()
        records: list[Record | None] = []
        for key, value in self._entries(commit["data"]):
            collection, _, name = key.partition(b"/")
            kind = COLLECTIONS.get(collection)
            if kind is None:
                others[_text(collection.decode("utf-8", "replace"))] += 1
            else:
                records.append(self._record(kind, name.decode("utf-8", "replace"), value))
        return {"did": _text(commit["did"]), "records": records, "others": others, "absent": self.absent}

    def _load(self, cid: object) -> dict[str, Any]:
        """A block as an object; raises KeyError where the file lacks it, and ValueError where it is none."""
        if not isinstance(cid, bytes):
            raise CarError("no address")
        start, end = self._blocks[cid]
        found = decode_dag_cbor(check(cid, self._content[start:end]))
        if not isinstance(found, dict):
            raise CarError("no object")
        return found

    def _entries(self, root: object) -> Iterator[tuple[bytes, object]]:
        """Names and addresses of records, in order; a part of the tree that the file lacks is counted."""
        seen: set[object] = set()
        ahead: list[tuple[bytes | None, object]] = [(None, root)]
        while ahead:
            key, value = ahead.pop()
            if key is not None:
                yield key, value
            elif value is not None:
                if value in seen:
                    raise CarError("twice")
                seen.add(value)
                ahead += reversed(self._node(value))

    def _node(self, cid: object) -> list[tuple[bytes | None, object]]:
        """What one node of the tree holds: names with addresses, and (under None) further nodes."""
        if cid not in self._blocks:
            self.absent += 1
            return []
        node = self._load(cid)
        found: list[tuple[bytes | None, object]] = [(None, node.get("l"))]
        key = b""
        for entry in node["e"]:
            key = key[: entry["p"]] + entry["k"]
            if len(key) > KEY:
                raise CarError("key")
            found += [(key, entry["v"]), (None, entry.get("t"))]
        return found

    def _record(self, kind: str, name: str, cid: object) -> Record | None:
        """What is needed of a record; None where the file lacks it or it is no object."""
        try:
            record = self._load(cid)
        except (KeyError, ValueError, RecursionError):
            return None
        return kind, _text(name), _text(record.get("createdAt")), _text(_about(kind, record))


def _about(kind: str, record: dict[str, Any]) -> object:
    if kind == "follow":
        return record.get("subject")
    place = ("reply", "parent", "uri") if kind == "post" else ("subject", "uri")
    found: object = record
    for key in place:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _text(value: object) -> str:
    return value[:TEXT] if isinstance(value, str) else ""
