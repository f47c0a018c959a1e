"""CrowdTangle's tables of posts of Facebook and Instagram, kept from before it was closed in August 2024.

Each post carries how many followed its page on that day, which makes a curve of the count.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reachcheck.message import msg
from reachcheck.model.enums import Scope
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.collected.excerpts import excerpt
from reachcheck.readers.collected.levels import levels_at_posts
from reachcheck.readers.kit import builders
from reachcheck.readers.kit.mended import changed, emptied, read_mended
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import made_of
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable

_COMMON: Names = {
    "handle": ("User Name",),
    "url": ("URL",),
    "published_at": ("Post Created",),
    "followers_at_post": ("Followers at Posting",),
    "interactions": ("Total Interactions",),
    "likes": ("Likes",),
    "comments": ("Comments",),
}
FACEBOOK: Names = {
    **_COMMON,
    "account": ("Facebook Id", "Page Name", "Group Name"),
    "shares": ("Shares",),
    "views": ("Post Views",),
}
INSTAGRAM: Names = {**_COMMON, "account": ("Account",), "views": ("Views",)}
MARKS = ("Followers at Posting", "Total Interactions", "Post Created")
"""Titles that every table of CrowdTangle has."""

_ZONES = {
    -10: "HST", -9: "AKST", -8: "PST AKDT", -7: "MST PDT", -6: "CST MDT", -5: "EST CDT", -4: "EDT CLT",
    -3: "BRT ART CLST", 0: "UTC GMT WET", 1: "BST CET WEST", 2: "CEST EET SAST", 3: "EEST MSK EAT", 7: "WIB ICT",
    8: "SGT HKT", 9: "JST KST", 10: "AEST", 11: "AEDT", 12: "NZST", 13: "NZDT",
}  # fmt: skip
"""Hours east of UTC; abbreviations of which several countries mean other hours, such as IST, are left out."""
_OFFSETS = {name: hours for hours, names in _ZONES.items() for name in names.split()}
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-\d{2}-\d{2}-\d{2}-([A-Z]{2,5})-", re.IGNORECASE)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}(?::\d{2})?)(?: ([A-Za-z]{2,5}))?")
_SEARCH = re.compile(r"-search-", re.IGNORECASE)


def facebook(member: Member, options: ReadOptions) -> Made:
    """Posts of pages or groups, whose audience follows and does not befriend."""
    return replace(_read(member, options, FACEBOOK), noun="followers")


def instagram(member: Member, options: ReadOptions) -> Made:
    """Posts of accounts."""
    return _read(member, options, INSTAGRAM)


def named_day(member: Member) -> str | None:
    """The day in the name that CrowdTangle gives its files."""
    found = _NAME.search(member.name)
    return found[1] if found else None


@dataclass
class _Clock:
    """Gives each time the zone that its abbreviation means, else the one in the file's name."""

    usual: str
    strange: set[str] = field(default_factory=set)

    def set_right(self, cell: str) -> str:
        """A time with its distance from UTC; without, where no zone is known."""
        found = _TIME.fullmatch(cell)
        if not found:
            return cell
        zone = (found[2] or self.usual).upper()
        if zone and zone not in _OFFSETS:
            self.strange.add(zone)
        hours = _OFFSETS.get(zone)
        return found[1] if hours is None else f"{found[1]} {hours:+03d}:00"


def _read(member: Member, options: ReadOptions, names: Names) -> Made:
    """Posts and levels; no views are what pictures have, so that they count as missing."""
    named = _NAME.search(member.name)
    clock = _Clock(named[2] if named else "")

    def mend(table: RawTable, columns: Mapping[str, str]) -> RawTable:
        table = changed(_with_owners(table, columns), columns["published_at"], clock.set_right)
        return emptied(table, columns.get("views"), "0")

    cells = read_mended(member, options, names, mend, "published_at", "interactions", decimal=".")
    for zone in sorted(clock.strange):
        cells.rows.note(msg("collected.zone_unknown", zone=zone))
    (posts,) = builders.posts(cells, scope=Scope.LIFETIME)
    posts = excerpt(posts, chosen=bool(_SEARCH.search(member.name)))
    return made_of(cells, [posts, levels_at_posts(posts, cells.rows)])


def _with_owners(table: RawTable, columns: Mapping[str, str]) -> RawTable:
    """Pages without a user name go by their number or their title."""
    if "handle" not in columns or "account" not in columns:
        return table
    handle, account = table.header.index(columns["handle"]), table.header.index(columns["account"])
    rows = [[*row[:handle], row[handle] or row[account], *row[handle + 1 :]] for row in table.rows]
    return replace(table, rows=rows)
