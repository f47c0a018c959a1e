"""Reads TikTok's data export and the downloads of TikTok Studio.

Of an export in text only the two lists are opened; the JSON is one file, of which only what is named here is read.
"""

from reachcheck.readers.kit.shapes import ShapedReader
from reachcheck.readers.source import Member
from reachcheck.readers.tiktok.named import Named
from reachcheck.readers.tiktok.shapes import SHAPES


def _handle(member: Member) -> str | None:
    return Named.of(member).handle


def _exported_at(member: Member) -> str | None:
    """The day in the name of the download, else that of the archive's entry."""
    day = Named.of(member).made or member.dated
    return day.isoformat() if day else None


READER = ShapedReader("tiktok", "tiktok", SHAPES, handle=_handle, exported_at=_exported_at)
