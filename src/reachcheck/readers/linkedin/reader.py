"""Reads what LinkedIn hands out: connections, members followed and own posts (CSV), and the creator analytics.

LinkedIn lists followers to nobody. Of an export only these files are opened, never messages, contacts or the profile.
"""

import re

from reachcheck.errors import UnreadableError
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.linkedin.lists import is_list, read_list
from reachcheck.readers.linkedin.sheets import is_analytics
from reachcheck.readers.linkedin.workbook import read_analytics
from reachcheck.readers.source import Member
from reachcheck.readers.table.workbook import is_workbook, sheets_of

_LIST = r"(?:[^/]*[ _-])?connections(?:[ _(.-][^/]*)?|(?:member_follows|shares)(?:[ _(][^/]*)?"
_WANTED = re.compile(
    rf"(?:^|/)(?:(?:{_LIST})\.csv|(?:aggregateanalytics|content|[^/]*linkedin)[^/]*\.xlsx)$", re.IGNORECASE
)
_WORKBOOK = re.compile(r"(?:^|/)(?:AggregateAnalytics|Content)_[^/]*\.xlsx$", re.IGNORECASE)


class LinkedInReader:
    """Claims the files of LinkedIn's data export and its creator analytics by their columns and shapes."""

    name = "linkedin"
    platform = "linkedin"
    platforms = frozenset(("linkedin",))

    def wants(self, name: str) -> bool:
        """The three lists, wherever an archive has them, and workbooks named as LinkedIn names them."""
        return bool(_WANTED.search(name))

    def claims(self, member: Member) -> bool:
        """By a header, or by the shapes of a workbook's sheets; by the name only where a workbook cannot be read."""
        if not is_workbook(member):
            return is_list(member.head)
        try:
            return is_analytics(sheets_of(member))
        except UnreadableError:
            return bool(_WORKBOOK.search(member.path))

    def read(self, member: Member, options: ReadOptions) -> Reading:
        """Read one list or one workbook."""
        return read_analytics(member, options) if is_workbook(member) else read_list(member, options)


READER = LinkedInReader()
