"""One creator-analytics workbook while it is read: its parts, the fate of their rows, and how it writes dates.

A workbook writes every date one way, so all its sheets decide together whether the day or the month comes first.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from functools import partial

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Floats, Times
from reachcheck.readers.aliases import normal
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.linkedin.sheets import DATE, SIDES, Part, cell, is_day, parts_of
from reachcheck.readers.table import RawTable
from reachcheck.readers.table.workbook import Sheet
from reachcheck.readers.values import dates, numbers

_ENGLISH = {"engagements", "new followers", "post publish date", "top demographics", "overall performance"}
_DATED = {"engagement": (0,), "followers": (0,), "posts": tuple(side + 1 for side in SIDES)}
"""Where the columns of dates stand."""


class Book:
    """Gives the columns of its parts as values; what is none is told to `rows`."""

    def __init__(self, sheets: Sequence[Sheet], options: ReadOptions) -> None:
        self.parts = parts_of(sheets)
        self.columns: dict[str, str] = {}
        cells = [row for part in self.parts for row in part.rows]
        lines = [part.before + place for part in self.parts for place in part.places]
        self.rows = Rows(RawTable(header=(), rows=cells, lines=lines))
        for note in sheets[0].notes:
            self.rows.note(note)
        self._sample = tuple(_dates(self.parts))
        self._order = options.date_order
        if dates(self._sample, self._order).order == "ambiguous":
            self._order = "mdy" if _is_english(sheets) else "dmy"
            self.rows.note(msg("linkedin.day_order", order=self._order))

    def of(self, *kinds: str) -> Iterator[Part]:
        """The parts of some kinds that hold anything; a sheet of a known kind that does not is remarked on."""
        for part in self.parts:
            if part.kind in kinds and part.rows:
                yield part
            elif part.kind in kinds and part.kind != "unknown":
                self.rows.note(msg("linkedin.empty_sheet", sheet=part.name))

    def title(self, part: Part, column: int, meaning: str) -> str:
        """What a column is called, which is noted as read."""
        title = f"{part.name}: {cell(part.header, column)}"
        self.columns[title] = meaning
        return title

    def days(self, cells: Sequence[str]) -> Times:
        """Dates in the way of the whole workbook; NaT where there is none."""
        found = dates([*self._sample, *cells], self._order).values[len(self._sample) :]
        return found.astype("datetime64[D]").astype("datetime64[s]")

    def numbers(self, part: Part, column: int, title: str, *, signed: bool = False) -> Floats:
        """A column of counts; rows with a cell that is no number, or below 0 where it may not be, are left out."""
        found = numbers(part.column(column))
        bad = np.isin(np.arange(len(part.rows)), found.bad)
        self.leave_out(part, bad, lambda row: msg("row.not_a_number", column=title, value=cell(row, column)))
        if not signed:
            self.leave_out(
                part, found.values < 0, lambda row: msg("row.negative", column=title, value=cell(row, column))
            )
        if found.note:
            self.rows.note(msg("columns.note", column=title, what=found.note))
        return found.values

    def leave_out(self, part: Part, which: Bools, why: Callable[[list[str]], Message]) -> None:
        """Report rows of a part, by a reason made of their cells."""
        first = int(part.at[0])
        self.rows.leave_out((first + np.flatnonzero(which)).tolist(), lambda at: why(part.rows[at - first]))

    def warn(self, part: Part, which: Sequence[int], why: Callable[[list[str]], Message]) -> None:
        """Remark on rows of a part that stay."""
        first = int(part.at[0])
        self.rows.warn([first + n for n in which], lambda at: why(part.rows[at - first]))

    def leave_out_repeats(self, part: Part, keys: Sequence[Hashable]) -> None:
        """Report kept rows whose key a kept row of the same sheet has already."""
        first: dict[Hashable, int] = {}
        for at, place, key in zip(part.at.tolist(), part.places, keys, strict=True):
            if self.rows.keep[at] and first.setdefault(key, place) != place:
                self.rows.leave_out([at], partial(_again, first[key]))

    def end(self) -> str | None:
        """The last day of the period that the workbook states."""
        stated = [day for part in self.parts if part.kind == "discovery" for day in DATE.findall(cell(part.header, 1))]
        last: list[date | None] = self.days(stated).astype("datetime64[D]").tolist()
        return last[-1].isoformat() if last and last[-1] else None


def _again(first: int, _: int) -> Message:
    return msg("row.repeated", first=first)


def _dates(parts: Sequence[Part]) -> Iterator[str]:
    """Every cell that is a date, and the dates inside titles."""
    for part in parts:
        for column in _DATED.get(part.kind, ()):
            yield from filter(is_day, part.column(column))
        if part.kind == "total":
            yield from DATE.findall(cell(part.rows[0], 0))
        if part.kind == "discovery":
            yield from DATE.findall(cell(part.header, 1))


def _is_english(sheets: Sequence[Sheet]) -> bool:
    return any(normal(text) in _ENGLISH for sheet in sheets for row in sheet.rows[:3] for text in row)
