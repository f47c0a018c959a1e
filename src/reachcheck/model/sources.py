"""What was read from one file: where it is, what it is, and the fate of each of its rows."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reachcheck.message import Message

RowUnit = Literal["line", "index", "row"]


@dataclass(frozen=True)
class RowNote:
    """A remark on one row (or, with row -1, on the whole file)."""

    row: int
    what: Message


@dataclass(frozen=True, kw_only=True)
class SourceRecord:
    """One file or archive member as it was read.

    `rows_read == rows_kept + len(reported)` always: a reported row is left out, with its reason; a kept row that looks
    odd has a warning instead.
    """

    file: str
    sha256: str
    reader: str
    platform: str = ""
    role: str = ""
    """What one row of a hand-made table was found to be."""
    unit: RowUnit = "line"
    rows_read: int = 0
    rows_kept: int = 0
    reported: tuple[RowNote, ...] = ()
    warnings: tuple[RowNote, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    """Source column name -> canonical name."""
    unmatched: tuple[str, ...] = ()

    def place(self, row: int) -> str:
        """The name of a row for people: ``file:12``, or ``file[3]`` where rows are positions in a list."""
        if row < 0:
            return self.file
        return f"{self.file}[{row}]" if self.unit == "index" else f"{self.file}:{row}"


@dataclass(frozen=True, kw_only=True)
class ListsRecord(SourceRecord):
    """The record of a file of several lists: their entries are numbered on from list to list, places name the list."""

    lists: tuple[tuple[int, str], ...]
    """How many entries stand before a list, and its key."""

    def place(self, row: int) -> str:
        """The name of an entry for people: ``file:followers[3]``."""
        if row < 0:
            return self.file
        before, name = self.lists[bisect_right(self.lists, row, key=lambda one: one[0]) - 1]
        return f"{self.file}:{name}[{row - before}]"
