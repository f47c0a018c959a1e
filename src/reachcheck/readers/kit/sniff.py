"""How a file shows what it is: the names in its first lines, or the first keys of its JSON."""

import re
from collections.abc import Callable, Iterable, Mapping
from weakref import WeakKeyDictionary

from reachcheck.readers.aliases import normal
from reachcheck.readers.source import Member

LINES = 15
"""How far down a header may stand."""

Names = Mapping[str, tuple[str, ...]]
"""Canonical name -> what a platform calls the column, in every language and year it was seen in."""

_MARKS = re.compile(r"[,;\t|]")
_TITLES: WeakKeyDictionary[Member, tuple[frozenset[str], ...]] = WeakKeyDictionary()


def titles(member: Member) -> tuple[frozenset[str], ...]:
    """For each of the first lines its cells as normal names; bytes of any encoding tell."""
    if member not in _TITLES:
        text = member.head.replace(b"\0", b"").decode("utf-8", "replace")
        lines = [line for line in text.splitlines()[: 2 * LINES] if line.strip()][:LINES]
        _TITLES[member] = tuple(frozenset(map(normal, _MARKS.split(line))) for line in lines)
    return _TITLES[member]


def has_columns(names: Names, *needed: str) -> Callable[[Member], bool]:
    """A test whether one of the first lines names all of the needed canonical columns."""
    spelt = [_spellings(names[name]) for name in needed]
    return lambda member: any(all(row & each for each in spelt) for row in titles(member))


def has_titles(*needed: str) -> Callable[[Member], bool]:
    """A test whether one of the first lines has all of these cells, in any case and with any marks."""
    wanted = _spellings(needed)
    return lambda member: any(wanted <= row for row in titles(member))


def begins(pattern: bytes, *holds: bytes) -> Callable[[Member], bool]:
    """A test whether a file begins like this (a regular expression), and holds all of that near its beginning."""
    shape = re.compile(rb"(?:\xef\xbb\xbf)?\s*" + pattern, re.DOTALL)
    return lambda member: bool(shape.match(member.head)) and all(part in member.head for part in holds)


def _spellings(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(normal, names))


def named(pattern: str) -> Callable[[Member], bool]:
    """A test whether the file's path ends like this (a regular expression, whatever the case)."""
    shape = re.compile(pattern, re.IGNORECASE)
    return lambda member: bool(shape.search(member.path))


def lacks(*parts: bytes) -> Callable[[Member], bool]:
    """A test whether the beginning of a file holds none of these."""
    return lambda member: not any(part in member.head for part in parts)


def both(*tests: Callable[[Member], bool]) -> Callable[[Member], bool]:
    """A test whether all tests hold."""
    return lambda member: all(test(member) for test in tests)
