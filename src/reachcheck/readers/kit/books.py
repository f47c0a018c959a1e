"""Workbooks whose sheets are tables: each read by the names of its columns, with one account of all their rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reachcheck.message import msg
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.parts import Part, joined
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import LINES, Names
from reachcheck.readers.kit.tabled import cells_of, columns_of
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable
from reachcheck.readers.table.names import distinct_names
from reachcheck.readers.table.workbook import Sheet, WorkbookRecord, rows_before, sheets_of


@dataclass(frozen=True, kw_only=True)
class SheetKind:
    """One kind of sheet: its columns, those that show it, and how rows are made of them."""

    names: Names
    shown_by: tuple[str, ...]
    """Canonical names."""
    build: Callable[[Cells], list[Draft]]


def read_book(member: Member, options: ReadOptions, kinds: Sequence[SheetKind]) -> Made:
    """All sheets of a workbook; rows of a sheet of no kind are reported.

    Raises UnreadableError where the workbook cannot be read.
    """
    sheets = sheets_of(member)
    befores = rows_before(sheets)
    parts: list[Part] = []
    for sheet, (before, _) in zip(sheets, befores, strict=True):
        kind, top = _kind(sheet, kinds)
        if kind is None:
            parts.append(_left_out(sheet, before))
        else:
            cells = cells_of(_table(sheet, top, before), f"{member.name}:{sheet.name}", options, kind.names)
            parts.append(Part(name=sheet.name, rows=cells.rows, drafts=kind.build(cells), cells=cells))
    for note in sheets[0].notes if sheets else ():
        parts[0].rows.note(note)
    return joined(parts, WorkbookRecord(file=member.name, sha256="", reader="", unit="row", sheets=befores))


def _left_out(sheet: Sheet, before: int) -> Part:
    rows = Rows(_table(sheet, -1, before))
    rows.leave_out(range(len(rows.keep)), lambda _: msg("books.unknown_sheet", sheet=sheet.name))
    return Part(name=sheet.name, rows=rows)


def _kind(sheet: Sheet, kinds: Sequence[SheetKind]) -> tuple[SheetKind | None, int]:
    """The first kind whose columns some row names, and the position of that row."""
    for kind in kinds:
        for position, row in enumerate(sheet.rows[:LINES]):
            if set(kind.shown_by) <= columns_of(row, kind.names).keys():
                return kind, position
    return None, -1


def _table(sheet: Sheet, top: int, before: int) -> RawTable:
    """The rows below a header; empty ones are none. Rows are numbered on from sheet to sheet."""
    filled = [n for n in range(top + 1, len(sheet.rows)) if any(map(str.strip, sheet.rows[n]))]
    header, _ = distinct_names(sheet.rows[top] if top >= 0 else ())
    return RawTable(
        header=header,
        rows=[[cell.strip() for cell in sheet.rows[n]] for n in filled],
        lines=[before + n + 1 for n in filled],
        unit="row",
        before=before,
        preamble=tuple(" ".join(filter(None, row)) for row in sheet.rows[: max(top, 0)]),
    )
