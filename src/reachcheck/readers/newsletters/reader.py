"""Reads what newsletter platforms export: who subscribes since when, what was published, and what each post drew.

Who was sent or opened which mail, from where and on which device, lies in the same exports and is never opened.
"""

import re

from reachcheck.readers.kit.shapes import Shape, ShapedReader
from reachcheck.readers.kit.sniff import has_titles
from reachcheck.readers.newsletters import tables
from reachcheck.readers.source import Member

_COPY = r"(?: ?\(\d+\))?\.csv$"
_LIST = re.compile(r"(?:^|/)email_list\.([\w-]+)" + _COPY, re.IGNORECASE | re.ASCII)
_DATED = re.compile(r"_stats_(\d{4}-\d{2}-\d{2})" + _COPY, re.IGNORECASE)


def _handle(member: Member) -> str | None:
    """The publication in the name of Substack's list: `email_list.<publication>.csv`."""
    found = _LIST.search(member.path)
    return found[1].lower() if found else None


def _exported_at(member: Member) -> str | None:
    """The date in the name of the statistics, else that of the archive's entry."""
    found = _DATED.search(member.path)
    return found[1] if found else member.dated.isoformat() if member.dated else None


_ANY_STATS = (has_titles("post_date", "views", "restacks"), has_titles("post_date", "views", "engagement_rate"))
"""Each year's columns are others; these tell them from a blog's."""

SHAPES = (
    Shape(
        name="subscribers",
        path=r"(?:^|/)email_list(?:\.[^/]*)?" + _COPY,
        shown_by=has_titles("email", "active_subscription", "created_at"),
        read=tables.substack_subscribers,
    ),
    Shape(
        name="posts",
        path=r"(?:^|/)posts" + _COPY,
        shown_by=has_titles("post_id", "post_date", "is_published", "audience"),
        read=tables.posts,
    ),
    Shape(
        name="stats",
        path=r"(?:^|/)[^/]*email_stats[^/]*\.csv$",
        shown_by=lambda member: any(shown(member) for shown in _ANY_STATS),
        read=tables.stats,
    ),
    Shape(
        name="subscribers",
        path=r"(?:^|/)[^/]*(?:beehiiv|subscribers)[^/]*\.csv$",
        shown_by=has_titles("Email", "Status", "Created At", "Subscription Tier"),
        read=tables.beehiiv_subscribers,
        platform="beehiiv",
    ),
)

READER = ShapedReader("newsletters", "substack", SHAPES, handle=_handle, exported_at=_exported_at)
