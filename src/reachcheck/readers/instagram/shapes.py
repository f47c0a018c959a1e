"""Which file of Instagram's information export is which: allowed by the end of its path, known by its first keys.

A new file of the export takes its place in `SHAPES`.
"""

import re
from collections.abc import Callable

from reachcheck.readers.instagram import tables
from reachcheck.readers.kit.shapes import Shape
from reachcheck.readers.kit.sniff import begins
from reachcheck.readers.source import Member

_COPY = r"(?:_\d+)?(?: ?\(\d+\))?\.json$"
"""The number of a part, and that of a copy."""
_LISTS = r"(?:^|(?<!threads)/)(?:followers|following)" + _COPY
"""Threads has lists of its own in the same export."""
_POSTS = r"(?:^|(?:^|/)(?:content|media)/)posts" + _COPY
_REELS = r"(?:^|(?:^|/)(?:content|media)/)reels" + _COPY
"""Insights have files of the same names in folders of theirs."""


def _empty_in(folder: str, path: str) -> Callable[[Member], bool]:
    """A test whether a file is an empty list in the one folder where that says what it is a list of."""

    def test(member: Member) -> bool:
        content = member.head.removeprefix(b"\xef\xbb\xbf").strip()
        place = f"/{member.path.lower()}"
        return content == b"[]" and folder in place and bool(re.search(path, member.path, re.IGNORECASE))

    return test


SHAPES = (
    Shape(
        name="ties",
        path=_LISTS,
        shown_by=begins(rb'\{\s*"relationships_follow(?:ers|ing)"\s*:'),
        read=tables.ties,
    ),
    Shape(
        name="ties",
        path=_LISTS,
        shown_by=begins(rb"\[", b'"string_list_data"', b"instagram.com"),
        read=tables.ties,
    ),
    Shape(name="ties", path=_LISTS, shown_by=_empty_in("/followers_and_following/", _LISTS), read=tables.ties),
    Shape(
        name="old_ties",
        path=r"(?:^|/)connections" + _COPY,
        shown_by=begins(rb'\{.*"follow(?:ers|ing)"\s*:\s*\{\s*"[^"]+"\s*:\s*"\d{4}-\d\d-\d\d'),
        read=tables.old_ties,
    ),
    Shape(
        name="posts",
        path=_POSTS,
        shown_by=begins(rb"\[", b'"media"', b'"creation_timestamp"', b'"uri"'),
        read=tables.posts,
    ),
    Shape(name="posts", path=_POSTS, shown_by=_empty_in("/content/", _POSTS), read=tables.posts),
    Shape(name="reels", path=_REELS, shown_by=begins(rb'\{\s*"ig_reels_media"\s*:'), read=tables.posts),
    Shape(
        name="user",
        path=r"(?:^|/)personal_information" + _COPY,
        shown_by=begins(rb'\{\s*"profile_user"\s*:'),
        read=tables.user,
    ),
)
