"""Which file of Instagram's information export is which: allowed by the end of its path, known by its first keys.

A new file of the export takes its place in `SHAPES`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reachcheck.readers.base import ReadOptions
from reachcheck.readers.instagram import tables
from reachcheck.readers.instagram.objects import Made
from reachcheck.readers.source import Member

_COPY = r"(?:_\d+)?(?: ?\(\d+\))?\.json$"
"""The number of a part, and that of a copy."""
_LISTS = r"(?:^|(?<!threads)/)(?:followers|following)"
"""Threads has lists of its own in the same export."""
_MEDIA = r"(?:^|(?:^|/)(?:content|media)/)"
"""Insights have files of the same names in folders of theirs."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One kind of file: where it may stand, how it begins, and how it is read."""

    path: str
    begins: bytes
    holds: tuple[bytes, ...] = ()
    """What else stands near the beginning."""
    folder: str | None = None
    """The folder in which even an empty list is this one."""
    read: Callable[[object, Member, ReadOptions], Made]
    columns: Mapping[str, str] = field(default_factory=dict)

    def may_stand_at(self, path: str) -> bool:
        """Whether a file at this path may be opened."""
        return bool(re.search(self.path + _COPY, path, re.IGNORECASE))

    def is_shown_by(self, member: Member) -> bool:
        """Whether a file begins as this one does."""
        head = member.head.removeprefix(b"\xef\xbb\xbf")
        if self.folder and head.strip() == b"[]":
            return self.may_stand_at(member.path) and self.folder in f"/{member.path.lower()}"
        return bool(re.match(rb"\s*" + self.begins, head, re.DOTALL)) and all(part in head for part in self.holds)


_TIES = {"value": "peer", "href": "peer", "title": "peer", "timestamp": "since"}
_POSTS = {"uri": "key", "creation_timestamp": "published_at"}

SHAPES = (
    Shape(
        path=_LISTS,
        begins=rb'\{\s*"relationships_follow(?:ers|ing)"\s*:',
        read=tables.ties,
        columns=_TIES,
    ),
    Shape(
        path=_LISTS,
        begins=rb"\[",
        holds=(b'"string_list_data"', b"instagram.com"),
        folder="/followers_and_following/",
        read=tables.ties,
        columns=_TIES,
    ),
    Shape(
        path=r"(?:^|/)connections",
        begins=rb'\{.*"follow(?:ers|ing)"\s*:\s*\{\s*"[^"]+"\s*:\s*"\d{4}-\d\d-\d\d',
        read=tables.old_ties,
        columns={"followers": "peer, since", "following": "peer, since"},
    ),
    Shape(
        path=_MEDIA + "posts",
        begins=rb"\[",
        holds=(b'"media"', b'"creation_timestamp"', b'"uri"'),
        folder="/content/",
        read=tables.posts,
        columns=_POSTS,
    ),
    Shape(path=_MEDIA + "reels", begins=rb'\{\s*"ig_reels_media"\s*:', read=tables.posts, columns=_POSTS),
    Shape(
        path=r"(?:^|/)personal_information",
        begins=rb'\{\s*"profile_user"\s*:',
        read=tables.user,
        columns={"Username": "handle"},
    ),
)


def wanted(path: str) -> bool:
    """Whether any file that is read may stand at this path."""
    return any(shape.may_stand_at(path) for shape in SHAPES)


def shape_of(member: Member) -> Shape | None:
    """What a file is; None for any other."""
    return next((shape for shape in SHAPES if shape.is_shown_by(member)), None)
