"""Reads what a Mastodon server hands out: accounts followed (CSV), and of the archive who, posts, boosts and likes.

No server exports who follows. Media, bookmarks, blocks and lists are never opened; direct messages are left out.
"""

import re
from datetime import datetime

from reachcheck.readers.kit.shapes import Shape, ShapedReader
from reachcheck.readers.kit.sniff import begins, has_titles
from reachcheck.readers.mastodon import archive, following
from reachcheck.readers.source import Member

_COPY = r"(?: ?\(\d+\))?"
_DATED = re.compile(r"(?:^|/)archive-(\d{14})-[0-9a-f]{32}(?![0-9a-f])", re.IGNORECASE)
_FOLLOWING = rf"(?:^|/)following_accounts{_COPY}\.csv$"
_ADDRESSES = re.compile(rb"(?:\xef\xbb\xbf)?(?:[\w.-]+@[\w-]+(?:\.[\w-]+)+[ \t]*(?:\r?\n|$))+")


def _headerless(member: Member) -> bool:
    """Whether a file is nothing but addresses, as in 2017, under the name that says of what it is a list.

    Addresses of accounts look as those of mail do, and accounts blocked are listed the same way.
    """
    named = bool(re.search(_FOLLOWING, member.path, re.IGNORECASE))
    first = member.head.removeprefix(b"\xef\xbb\xbf").splitlines()[:1]
    return named and any(_ADDRESSES.fullmatch(line) for line in first)


def _exported_at(member: Member) -> str | None:
    """The day in the archive's name, else that of the archive's entry."""
    found = _DATED.search(member.name)
    try:
        day = datetime.strptime(found[1], "%Y%m%d%H%M%S").date() if found else member.dated
    except ValueError:
        day = member.dated
    return day.isoformat() if day else None


SHAPES = (
    Shape(
        name="following",
        path=_FOLLOWING,
        shown_by=has_titles("Account address", "Show boosts"),
        read=following.following,
    ),
    Shape(name="following", path=_FOLLOWING, shown_by=_headerless, read=following.headerless),
    Shape(
        name="outbox",
        path=rf"(?:^|/)outbox{_COPY}\.json$",
        shown_by=begins(rb"\{", b'"outbox.json"', b'"OrderedCollection"', b'"orderedItems"'),
        read=archive.outbox,
    ),
    Shape(
        name="likes",
        path=rf"(?:^|/)likes{_COPY}\.json$",
        shown_by=begins(rb"\{", b'"likes.json"', b'"OrderedCollection"', b'"orderedItems"'),
        read=archive.likes,
    ),
    Shape(
        name="actor",
        path=rf"(?:^|/)actor{_COPY}\.json$",
        shown_by=begins(rb"\{", b'"preferredUsername"', b'"outbox.json"'),
        read=archive.actor,
    ),
)

READER = ShapedReader("mastodon", "mastodon", SHAPES, exported_at=_exported_at)
