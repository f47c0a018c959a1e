"""How a file shows what it is: the names in its first lines or rows, or the first keys of its JSON."""

import re
from collections.abc import Callable, Iterable, Mapping
from weakref import WeakKeyDictionary

from reachcheck.errors import UnreadableError
from reachcheck.readers.aliases import normal
from reachcheck.readers.source import Member
from reachcheck.readers.table.workbook import is_workbook, sheets_of

LINES = 15
"""How far down a header may stand."""

Names = Mapping[str, tuple[str, ...]]
"""Canonical name -> what a platform calls the column, in every language and year it was seen in."""

_MARKS = re.compile(r"[,;\t|]")
_TITLES: WeakKeyDictionary[Member, tuple[frozenset[str], ...]] = WeakKeyDictionary()

Test = Callable[[Member], bool]


def titles(member: Member) -> tuple[frozenset[str], ...]:
    """For each of the first lines (of a workbook: the first rows of each sheet) its cells as normal names."""
    if member not in _TITLES:
        rows = _first_rows(member) if is_workbook(member) else map(_MARKS.split, _first_lines(member))
        _TITLES[member] = tuple(frozenset(map(normal, row)) for row in rows)
    return _TITLES[member]


def _first_lines(member: Member) -> list[str]:
    """Bytes of any encoding tell."""
    text = member.head.replace(b"\0", b"").decode("utf-8", "replace")
    return [line for line in text.splitlines()[: 2 * LINES] if line.strip()][:LINES]


def _first_rows(member: Member) -> list[list[str]]:
    """A workbook that cannot be read shows nothing."""
    try:
        return [row for sheet in sheets_of(member) for row in sheet.rows[:LINES]]
    except UnreadableError:
        return []


def has_columns(names: Names, *needed: str) -> Test:
    """A test whether one of the first lines names all of the needed canonical columns."""
    spelt = [_spellings(names[name]) for name in needed]
    return lambda member: any(all(row & each for each in spelt) for row in titles(member))


def has_titles(*needed: str) -> Test:
    """A test whether one of the first lines has all of these cells, in any case and with any marks."""
    wanted = _spellings(needed)
    return lambda member: any(wanted <= row for row in titles(member))


def has_only_titles(*needed: str) -> Test:
    """A test whether one of the first lines has these cells and no others, where they are common words."""
    wanted = _spellings(needed)
    return lambda member: any(wanted == row for row in titles(member))


def speaks_of(word: str) -> Test:
    """A test whether a word stands near the beginning of a file of text, in any case and any encoding."""
    wanted = word.encode().lower()
    return lambda member: wanted in member.head.replace(b"\0", b"").lower()


def every(*tests: Test) -> Test:
    """A test whether all of these hold."""
    return lambda member: all(test(member) for test in tests)


def begins(pattern: bytes, *holds: bytes) -> Test:
    """A test whether a file begins like this (a regular expression), and holds all of that near its beginning."""
    shape = re.compile(rb"(?:\xef\xbb\xbf)?\s*" + pattern, re.DOTALL)
    return lambda member: bool(shape.match(member.head)) and all(part in member.head for part in holds)


def named(pattern: str) -> Test:
    """A test whether the file's path ends like this (a regular expression, whatever the case)."""
    shape = re.compile(pattern, re.IGNORECASE)
    return lambda member: bool(shape.search(member.path))


def lacks(*parts: bytes) -> Test:
    """A test whether the beginning of a file holds none of these."""
    return lambda member: not any(part in member.head for part in parts)


def _spellings(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(normal, names))
