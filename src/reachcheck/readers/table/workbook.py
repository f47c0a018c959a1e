"""Workbooks as sheets of text: looked over first, read in a child process, never trusted."""

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from weakref import WeakKeyDictionary

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg
from reachcheck.model.sources import SourceRecord
from reachcheck.readers.guard import remarks, run_child
from reachcheck.readers.source.member import Member
from reachcheck.readers.source.zips import MAGIC
from reachcheck.readers.table.compound import MAGIC as COMPOUND
from reachcheck.readers.table.look_over import look_over, look_over_legacy

CHILD = "reachcheck.readers.table.workbook_child"


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
    """The sheets of a member, read (or refused) once for as long as the member is in use."""
    if member not in _READ:
        try:
            _READ[member] = read_workbook(member.content, member.name)
        except UnreadableError as error:
            _READ[member] = _Refusal(error.problem, error.place, error.remedy)
    found = _READ[member]
    if isinstance(found, _Refusal):
        raise UnreadableError(found.problem, place=found.place, remedy=found.remedy)
    return found


@dataclass(frozen=True)
class _Refusal:
    """What an error says; the error itself would keep the member alive by its traceback."""

    problem: Message
    place: str
    remedy: Message | None


_READ: WeakKeyDictionary[Member, tuple[Sheet, ...] | _Refusal] = WeakKeyDictionary()


def read_workbook(content: bytes, place: str) -> tuple[Sheet, ...]:
    """All worksheets in order; raises UnreadableError for whatever is no workbook, or one that asks too much."""
    if content.startswith(COMPOUND):
        look_over_legacy(content, place)
    else:
        look_over(content, place)
    answer = json.loads(run_child(CHILD, content, place=place))
    if isinstance(answer["made"], str):
        raise UnreadableError(_PROBLEMS[answer["made"]], place=place, remedy=msg("workbook.remedy"))
    notes = remarks(answer["limited"])
    return tuple(Sheet(name, rows, notes) for name, rows in answer["made"])


_PROBLEMS = {
    "encrypted": msg("workbook.encrypted"),
    "broken": msg("workbook.broken"),
    "much_text": msg("workbook.much_text"),
}
