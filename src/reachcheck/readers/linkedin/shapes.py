"""Which file of LinkedIn's is which: allowed by its path, shown by its columns or by the shape of its sheets."""

import re

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Response
from reachcheck.readers.kit.shapes import Shape
from reachcheck.readers.kit.sniff import Test, every, has_columns, has_only_titles, has_titles, speaks_of
from reachcheck.readers.linkedin import acts, lists, pages, workbook
from reachcheck.readers.linkedin.sheets import is_analytics
from reachcheck.readers.source import Member
from reachcheck.readers.table.workbook import is_workbook, sheets_of

_COPY = r"(?: ?\(\d+\))?\.csv$"
"""The number of a copy."""
_CONNECTIONS = r"(?:^|/)(?:[^/]*[ _-])?connections(?:[ _(.-][^/]*)?\.csv$"
_ANALYTICS = r"(?:^|/)(?:aggregateanalytics|content|[^/]*linkedin)[^/]*\.xlsx$"
_PAGE = r"(?:^|/)[^/]*_(?:followers|content|updates|visitors)_\d{10,13}(?: ?\(?\d+\)?)?\.xlsx?$"
_NAMED = re.compile(r"(?:^|/)(?:AggregateAnalytics|Content)_[^/]*\.xlsx$", re.IGNORECASE)


def _is_analytics(member: Member) -> bool:
    """By the shapes of a workbook's sheets; by its name only where it cannot be read."""
    if not is_workbook(member):
        return False
    try:
        return is_analytics(sheets_of(member))
    except UnreadableError:
        return bool(_NAMED.search(member.path))


def _of_linkedin(*titles: str) -> Test:
    """A header of common words alone shows nothing without an address of LinkedIn below it."""
    return every(has_only_titles(*titles), speaks_of("linkedin.com"))


def _received(member: Member) -> bool:
    """Recommendations that were given have the same columns."""
    return "received" in member.path.casefold()


def _act(name: str, shown_by: Test, read: acts.Read) -> Shape:
    return Shape(name=name.lower(), path=rf"(?:^|/){name}{_COPY}", shown_by=shown_by, read=read)


SHAPES = (
    Shape(
        name="connections",
        path=_CONNECTIONS,
        shown_by=has_columns(lists.CONNECTIONS, "first_name", "followed_at"),
        read=lists.connections,
    ),
    Shape(
        name="follows",
        path=r"(?:^|/)member_follows(?:[ _(][^/]*)?\.csv$",
        shown_by=has_only_titles("Date", "Status", "Full Name"),
        read=lists.follows,
    ),
    Shape(
        name="shares",
        path=r"(?:^|/)shares(?:[ _(][^/]*)?\.csv$",
        shown_by=has_columns(lists.SHARES, *lists.SHARES),
        read=lists.shares,
    ),
    _act("Reactions", _of_linkedin("Date", "Type", "Link"), acts.reactions),
    _act(r"Comments(?:_\d+)?", _of_linkedin("Date", "Link", "Message"), acts.given(Response.COMMENT)),
    _act("Votes", _of_linkedin("Date", "Link", "Option Text"), acts.given(Response.OTHER)),
    _act("InstantReposts", _of_linkedin("Date", "Link"), acts.given(Response.REPOST)),
    _act("Invitations", has_columns(acts.INVITATIONS, *acts.INVITATIONS), acts.invitations),
    _act(
        "Endorsement_Received_Info",
        has_columns(acts.ENDORSEMENTS, "at", "first_name", "last_name"),
        acts.endorsements,
    ),
    _act(
        "Recommendations_Received",
        every(has_titles("First Name", "Last Name", "Text", "Creation Date", "Status"), _received),
        acts.recommendations,
    ),
    Shape(name="analytics", path=_ANALYTICS, shown_by=_is_analytics, read=workbook.analytics),
    Shape(name="page", path=_PAGE, shown_by=pages.is_page, read=pages.page),
)
