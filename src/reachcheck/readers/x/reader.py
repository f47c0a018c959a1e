"""Reads X (formerly Twitter): the archive of one's data, and the figures that analytics hands out as CSV.

Everything else in the archive, direct messages first of all, is never opened.
"""

import re
from datetime import date

from reachcheck.readers.kit.shapes import ShapedReader
from reachcheck.readers.source import Member
from reachcheck.readers.x.shapes import ANALYTICS, ARCHIVE

_CONTAINER = re.compile(r"(?:^|/)twitter-(\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII | re.IGNORECASE)
"""`twitter-YYYY-MM-DD-<hex>.zip`, or a folder of that name."""
_FIGURES = re.compile(r"tweet_activity_metrics_(\w{1,50}?)_\d{8}_\d{8}(?!\d)", re.ASCII | re.IGNORECASE)
"""`tweet_activity_metrics_<user>_YYYYMMDD_YYYYMMDD_<language>.csv`, also with `daily_` before it."""


def _exported_at(member: Member) -> str | None:
    """The date in the archive's name, else that of the archive's entry."""
    container = _CONTAINER.search(member.name)
    try:
        return date.fromisoformat(container[1] if container else "").isoformat()
    except ValueError:
        return member.dated.isoformat() if member.dated else None


def _handle(member: Member) -> str | None:
    """The user whom the name of a table until 2024 names."""
    found = _FIGURES.search(member.name)
    return found[1].lower() if found else None


READER = ShapedReader("x", "x", (*ARCHIVE, *ANALYTICS), handle=_handle, exported_at=_exported_at)
