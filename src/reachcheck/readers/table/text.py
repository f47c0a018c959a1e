"""From bytes to tables of text, told nothing: encoding, dialect, and the tables that stand in the file."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.table.dialect import DELIMITERS, LINES, WIDEST, declared_delimiter, find_dialect, widest
from reachcheck.readers.table.encoding import decode
from reachcheck.readers.table.lines import Lines
from reachcheck.readers.table.names import Known
from reachcheck.readers.table.raw import RawTable
from reachcheck.readers.table.stacked import Stacked

_HTML = re.compile(r"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE)


def read_table(content: bytes, place: str, known: Known) -> RawTable:
    """Read the first table of delimited text and report the rows of the others; else as `read_tables`.

    A table that has the same header again is more of the first.
    """
    first, *others = read_tables(content, place, known)
    more = [table for table in others if table.header == first.header and table.named]
    others = [table for table in others if table not in more]
    for table in more:
        first = _joined(first, table)
    reported = [note for table in others for note in _left_out(table, _top(others[0]))]
    return replace(first, reported=(*first.reported, *reported))


def read_tables(content: bytes, place: str, known: Known) -> tuple[RawTable, ...]:
    """Read delimited text, whatever its encoding, delimiter and preamble, as the tables that stand in it, one or more.

    `known` tells names of columns. Raises UnreadableError where there is no table.
    """
    text, guess = decode(content, place)
    if _HTML.match(text):
        raise UnreadableError(msg("table.html"), place=place, remedy=msg("table.html_remedy"))
    tables = tuple(_tables(Lines.of(text), place, known))
    if not tables:
        raise UnreadableError(msg("table.empty"), place=place, remedy=msg("table.empty_remedy"))
    first, *others = tables
    notes = (RowNote(-1, guess),) if guess else ()
    return replace(first, warnings=(*notes, *first.warnings)), *others


def _tables(lines: Lines, place: str, known: Known) -> Iterator[RawTable]:
    declared = _declared(lines)
    head = lines.take(LINES)
    lines.give_back(head)
    cells = 1 + max(widest(head, mark) for mark in DELIMITERS)
    if cells > WIDEST:
        raise UnreadableError(msg("table.too_wide", columns=cells), place=place, remedy=msg("table.binary_remedy"))
    return Stacked(lines, find_dialect(head, declared, known), known, place).tables()


def _declared(lines: Lines) -> str | None:
    """The delimiter that the first line declares; it is taken, as it is no row."""
    first = lines.take(1)
    declared = declared_delimiter(first[0]) if first else None
    if declared is None:
        lines.give_back(first)
    return declared


def _joined(first: RawTable, more: RawTable) -> RawTable:
    """Two tables with one header as one."""
    *titles, header = more.above
    beside = (*(RowNote(line, msg("table.remark")) for line in titles), RowNote(header, msg("table.repeated_header")))
    return replace(
        first,
        rows=first.rows + more.rows,
        lines=first.lines + more.lines,
        reported=(*first.reported, *beside, *more.reported),
        warnings=(*first.warnings, *more.warnings),
    )


def _top(table: RawTable) -> int:
    return min((*table.above, *table.lines, *(note.row for note in table.reported)))


def _left_out(table: RawTable, line: int) -> list[RowNote]:
    """Every row of a table that is not read, the header and what stands above it among them."""
    why = msg("table.second_table", line=line)
    return [RowNote(each, why) for each in sorted({*table.above, *table.lines, *(n.row for n in table.reported)})]
