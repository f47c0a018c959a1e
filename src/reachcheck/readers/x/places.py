"""Tables of X's analytics whose columns bear names of a language not seen yet, known by what stands in their cells."""

from collections.abc import Sequence

import numpy as np

from reachcheck.errors import UnreadableError
from reachcheck.readers.aliases import meanings
from reachcheck.readers.kit.numbered import is_number
from reachcheck.readers.source import Member
from reachcheck.readers.source.member import HEAD
from reachcheck.readers.table import RawTable, read_table
from reachcheck.readers.values import dates, numbers
from reachcheck.readers.x.headers import ACTIVITY, CONTENT, OVERVIEW, Header
from reachcheck.readers.x.links import post_of

ROWS = 50
"""How many rows are looked at."""
LEAST = 3
"""So many days show an order among themselves."""
AGREEING = 2
"""So many columns must bear a name that tools use for what stands in their place, unless the file bears X's name."""

_MEANINGS = {
    "engagements": {"interactions"},
    "gained": {"gained", "follows"},
    "date": {"date", "published_at", "at", "as_of"},
}
_LEFT_ALONE = ("saves", "shares", "views", "views")
"""What stands in the places of the overview that are left alone."""


def is_content(member: Member) -> bool:
    """Seventeen columns: numbers of posts, days, and links to just such posts."""
    return _holds_posts(member, CONTENT)


def is_activity(member: Member) -> bool:
    """Forty columns: numbers of posts, links to them, times."""
    return _holds_posts(member, ACTIVITY)


def is_overview(member: Member) -> bool:
    """Fourteen columns: days, and whole numbers of which some can never be more than others.

    No column may bear the name of something else.
    """
    table = _beginning(member, len(OVERVIEW.places))
    if table is None or len(table.rows) < LEAST or not _are_days(table.column(table.header[0])):
        return False
    agreeing = _agreeing(table.header)
    named = "account_overview_analytics" in member.name.lower()
    return agreeing is not None and (agreeing >= AGREEING or named) and _fits(table)


def _holds_posts(member: Member, header: Header) -> bool:
    table = _beginning(member, len(header.places))
    if table is None or not table.rows:
        return False
    places = (header.places.index(name) for name in ("post", "link", "published_at"))
    post, link, at = (table.column(table.header[place]) for place in places)
    return all(map(post_of, link)) and all(_may_be_number(cell) for cell in post) and _are_days(at)


def _may_be_number(cell: str) -> bool:
    """Whether this is the number of a post, or what a spreadsheet makes of one."""
    return is_number(cell) or "e+" in cell.lower()


def _beginning(member: Member, width: int) -> RawTable | None:
    """The first rows of a file of that many columns; None for any other file."""
    first = member.head.lstrip(b"\xef\xbb\xbf\r\n").split(b"\n", 1)[0]
    if max(map(first.count, (b",", b";", b"\t"))) != width - 1:
        return None
    whole = member.head if len(member.head) < HEAD else member.head.rpartition(b"\n")[0]
    try:
        table = read_table(whole, member.name, lambda _: False)
    except UnreadableError:
        return None
    rows = table.rows[:ROWS]
    return None if len(table.header) != width else RawTable(header=table.header, rows=rows, lines=table.lines[:ROWS])


def _are_days(cells: Sequence[str]) -> bool:
    found = dates(cells)
    return not np.isnat(found.values).any()


def _agreeing(header: Sequence[str]) -> int | None:
    """How many columns bear a known name of what stands there in X's table; None where one contradicts."""
    spare = iter(_LEFT_ALONE)
    wanted = [_MEANINGS.get(name) or {name or next(spare)} for name in OVERVIEW.places]
    known = [(meanings(cell), here) for cell, here in zip(header, wanted, strict=True)]
    if any(found and not found & here for found, here in known):
        return None
    return sum(bool(found) for found, _ in known)


def _fits(table: RawTable) -> bool:
    """Whether days were shown at least as often as they were answered, and answered at least as often as liked."""
    columns = [numbers(table.column(name)) for name in table.header[1:]]
    if any(column.bad or (column.values < 0).any() or np.isnan(column.values).any() for column in columns):
        return False
    impressions, likes, engagements = (column.values for column in columns[:3])
    return bool((impressions >= engagements).all() and (engagements >= likes).all())
