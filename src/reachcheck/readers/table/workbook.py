"""Workbooks as sheets of text: looked over here as a bundle of XML, read in a child process, never trusted.

A workbook is checked before any parser sees it, because the parser asks for memory by the largest cell reference: one
cell at XFD1048576 in a file of 5 kB makes it ask for 500 GB.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from weakref import WeakKeyDictionary

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg
from reachcheck.model.sources import SourceRecord
from reachcheck.readers.guard import remarks, run_child
from reachcheck.readers.source.member import Budget, Caps, Member
from reachcheck.readers.source.zips import MAGIC, Archive, members_of, open_archive
from reachcheck.readers.table.compound import MAGIC as COMPOUND
from reachcheck.readers.table.compound import Extent, look_at

CAPS = Caps(entries=2_000, member=200 << 20, total=200 << 20)
"""A workbook is small beside what an archive may be."""
CHILD = "reachcheck.readers.table.workbook_child"
EMPTY_FROM = 1_000_000
EMPTY = 20
"""A sheet may span this many cells, and so many more for each cell that holds something."""

_HEAD = 65536
_TAG = re.compile(rb"<(?:[\w.-]+:)?(row|c)((?:\s[^<>]*)?)>(?!</)")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]*)([0-9]{0,20})[\"']")


@dataclass(frozen=True)
class Sheet:
    """One worksheet from its first row and column on: all rows equally long, empty cells the empty string."""

    name: str
    rows: list[list[str]]
    notes: tuple[Message, ...] = ()
    """Remarks on how the workbook was read."""


@dataclass(frozen=True, kw_only=True)
class WorkbookRecord(SourceRecord):
    """The record of a workbook: its rows are numbered on from sheet to sheet, its places name the sheet."""

    sheets: tuple[tuple[int, str], ...]
    """How many rows stand before a sheet, and its name."""

    def place(self, row: int) -> str:
        """The name of a row for people: ``file:sheet:12``."""
        if row < 1:
            return self.file
        before, name = self.sheets[bisect_right(self.sheets, row - 1, key=lambda sheet: sheet[0]) - 1]
        return f"{self.file}:{name}:{row - before}"


def rows_before(sheets: Sequence[Sheet]) -> tuple[tuple[int, str], ...]:
    """How many rows stand before each sheet, and its name."""
    counts = accumulate((len(sheet.rows) for sheet in sheets), initial=0)
    return tuple((before, sheet.name) for before, sheet in zip(counts, sheets, strict=False))


def is_workbook(member: Member) -> bool:
    """Whether a member begins as workbooks do: those of today, those from before 2007, and those under a password."""
    return member.head.startswith((COMPOUND, *MAGIC))


def sheets_of(member: Member) -> tuple[Sheet, ...]:
    """The sheets of a member, read once for as long as the member is in use."""
    if member not in _READ:
        _READ[member] = read_workbook(member.content, member.name)
    return _READ[member]


_READ: WeakKeyDictionary[Member, tuple[Sheet, ...]] = WeakKeyDictionary()


def read_workbook(content: bytes, place: str) -> tuple[Sheet, ...]:
    """All worksheets in order; raises UnreadableError for whatever is no workbook, or one that asks too much."""
    if content.startswith(COMPOUND):
        _look_over_legacy(content, place)
    else:
        archive = open_archive(content, place)
        if not archive.is_workbook():
            raise UnreadableError(msg("workbook.none"), place=place, remedy=msg("workbook.none_remedy"))
        _look_over(archive)
    answer = json.loads(run_child(CHILD, content, place=place))
    if isinstance(answer["made"], str):
        raise UnreadableError(_PROBLEMS[answer["made"]], place=place, remedy=_REMEDIES[answer["made"]])
    notes = remarks(answer["limited"])
    return tuple(Sheet(name, rows, notes) for name, rows in answer["made"])


_PROBLEMS = {
    "encrypted": msg("workbook.encrypted"),
    "broken": msg("workbook.broken"),
    "much_text": msg("workbook.much_text"),
}
_REMEDIES = {
    "encrypted": msg("workbook.encrypted_remedy"),
    "broken": msg("workbook.remedy"),
    "much_text": msg("workbook.remedy"),
}


def _look_over_legacy(content: bytes, place: str) -> None:
    found = look_at(content)
    if found.locked:
        raise UnreadableError(_PROBLEMS["encrypted"], place=place, remedy=_REMEDIES["encrypted"])
    for extent in found.sheets:
        _refuse_far(extent, place)


def _refuse_far(extent: Extent, place: str) -> None:
    rows, columns, filled = extent.rows, extent.columns, extent.filled
    if rows * columns > EMPTY_FROM + EMPTY * filled:
        problem = msg("workbook.far_cell", rows=rows, columns=columns, filled=filled)
        raise UnreadableError(problem, place=place, remedy=msg("workbook.remedy"))


def _look_over(archive: Archive) -> None:
    """Unpack every part under the caps, without keeping any, and look at those that are XML."""
    members, _ = members_of(archive, "", Budget(CAPS))
    for member in members:
        content = member.opener(None)
        if b"<!DOCTYPE" in content[:_HEAD].replace(b"\0", b""):
            raise UnreadableError(msg("workbook.doctype"), place=member.name, remedy=msg("workbook.remedy"))
        _refuse_far(_extent(content), member.name)


def _extent(content: bytes) -> Extent:
    """How far a sheet reaches; empty cells ask for no memory."""
    extent = Extent()
    for row, column in _cells(content):
        extent.add(row, column)
    return extent


def _cells(content: bytes) -> Iterator[tuple[int, int]]:
    """Row and column of each cell that is not empty; one without a reference follows the one before."""
    row = column = 0
    for tag, attributes in map(re.Match.groups, _TAG.finditer(content)):
        if attributes.endswith(b"/"):
            continue
        place = _PLACE.search(attributes)
        letters, digits = place.groups() if place else (b"", b"")
        if tag == b"row":
            row, column = int(digits or row + 1), 0
            continue
        row, column = int(digits or row), _column(letters) or column + 1
        yield row, column


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
