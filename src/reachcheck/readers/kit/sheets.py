"""A workbook that people made by hand: the first sheet that holds a table, read as its delimited text would be."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.kit.sniff import LINES
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable, read_table
from reachcheck.readers.table.workbook import Sheet, sheets_of


def first_table(member: Member, knows: Callable[[str], bool]) -> tuple[RawTable, str]:
    """The table and the name of its sheet; the other sheets that hold anything are named in a remark.

    Raises UnreadableError where no sheet holds anything.
    """
    sheets = [sheet for sheet in sheets_of(member) if any(map(_is_filled, sheet.rows))]
    if not sheets:
        raise UnreadableError(msg("table.empty"), place=member.name, remedy=msg("table.empty_remedy"))
    sheet = max(sheets, key=lambda sheet: min(2, _names(sheet, knows)))
    table = read_table(_delimited(sheet), f"{member.name}:{sheet.name}", knows)
    notes = [RowNote(-1, note) for note in sheet.notes]
    others = tuple(each.name for each in sheets if each is not sheet)
    if others:
        notes.append(RowNote(-1, msg("generic.other_sheets", sheet=sheet.name, names=others)))
    return replace(table, unit="row", warnings=(*notes, *table.warnings)), sheet.name


def _is_filled(row: Sequence[str]) -> bool:
    return any(map(str.strip, row))


def _names(sheet: Sheet, knows: Callable[[str], bool]) -> int:
    """How many names of columns the row has that has most of them, near the top."""
    return max(sum(map(knows, filter(None, row))) for row in sheet.rows[:LINES])


def _delimited(sheet: Sheet) -> bytes:
    """One line a row, so that lines are numbered as rows are; what breaks a line inside a cell becomes a space."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for row in sheet.rows:
        if _is_filled(row):
            writer.writerow([" ".join(cell.split()) for cell in row])
        else:
            text.write("\n")
    return text.getvalue().encode("utf-8", "replace")
