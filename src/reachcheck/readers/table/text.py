"""From bytes to tables of text, told nothing: encoding, dialect, and the tables that stand in the file."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.table.columns import Columns
from reachcheck.readers.table.dialect import DELIMITERS, LINES, WIDEST, declared_delimiter, find_dialect, widest
from reachcheck.readers.table.encoding import decode
from reachcheck.readers.table.kept import Kept, Rows
from reachcheck.readers.table.lines import Lines
from reachcheck.readers.table.names import Known
from reachcheck.readers.table.raw import RawTable
from reachcheck.readers.table.stacked import Part, Stacked

_HTML = re.compile(r"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE)


def read_table(content: bytes, place: str, known: Known) -> RawTable:
    """Read the first table of delimited text and report the rows of the others; else as `read_tables`.

    A table that has the same header again is more of the first.
    """
    return one_table(iter(read_tables(content, place, known)), place)


def one_table(tables: Iterator[RawTable], place: str) -> RawTable:
    """The first of several tables, with those that have its header again; the rows of others are reported."""
    first = next(tables, None)
    if first is None:
        raise UnreadableError(msg("table.empty"), place=place, remedy=msg("table.empty_remedy"))
    top: int | None = None
    for table in tables:
        if table.header == first.header and table.named:
            first = _joined(first, table)
        else:
            top = _top(table) if top is None else top
            first = replace(first, reported=(*first.reported, *_left_out(table, top)))
    return first


def read_tables(content: bytes, place: str, known: Known) -> tuple[RawTable, ...]:
    """Read delimited text, whatever its encoding, delimiter and preamble, as the tables that stand in it, one or more.

    `known` tells names of columns. Raises UnreadableError where there is no table.
    """
    text, guess = decode(content, place)
    refuse_page(text, place)
    tables = tuple(map(_raw, stacked(Lines.of(text), known, place, Rows).tables()))
    if not tables:
        raise UnreadableError(msg("table.empty"), place=place, remedy=msg("table.empty_remedy"))
    first, *others = tables
    notes = (RowNote(-1, guess),) if guess else ()
    return replace(first, warnings=(*notes, *first.warnings)), *others


def refuse_page(text: str, place: str) -> None:
    """Raise UnreadableError where text is a web page."""
    if _HTML.match(text):
        raise UnreadableError(msg("table.html"), place=place, remedy=msg("table.html_remedy"))


def stacked(lines: Lines, known: Known, place: str, keeping: Callable[[], Kept]) -> Stacked:
    """The reader of the tables in these lines, whose dialect is found by the first of them."""
    declared = _declared(lines)
    head = lines.take(LINES)
    lines.give_back(head)
    cells = 1 + max(widest(head, mark) for mark in DELIMITERS)
    if cells > WIDEST:
        raise UnreadableError(msg("table.too_wide", columns=cells), place=place, remedy=msg("table.binary_remedy"))
    return Stacked(lines, find_dialect(head, declared, known), known, place, keeping)


def _raw(part: Part) -> RawTable:
    kept = part.body.kept
    assert isinstance(kept, Rows)
    return raw_table(part, kept.rows, kept.lines)


def raw_table(part: Part, rows: Sequence[list[str]], lines: Sequence[int]) -> RawTable:
    """A table with its rows, wherever they were kept."""
    return RawTable(
        header=part.layout.names,
        rows=rows,
        lines=lines,
        reported=tuple(part.body.reported),
        warnings=(*part.notes, *part.body.warnings),
        preamble=part.layout.preamble,
        above=part.above,
        named=bool(part.layout.header),
    )


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
        rows=_longer(first.rows, more.rows),
        lines=[*first.lines, *more.lines],
        reported=(*first.reported, *beside, *more.reported),
        warnings=(*first.warnings, *more.warnings),
    )


def _longer(first: Sequence[list[str]], more: Sequence[list[str]]) -> Sequence[list[str]]:
    return first.longer(len(more)) if isinstance(first, Columns) else [*first, *more]


def _top(table: RawTable) -> int:
    return min((*table.above, *table.lines, *(note.row for note in table.reported)))


def _left_out(table: RawTable, line: int) -> list[RowNote]:
    """Every row of a table that is not read, the header and what stands above it among them."""
    why = msg("table.second_table", line=line)
    return [RowNote(each, why) for each in sorted({*table.above, *table.lines, *(n.row for n in table.reported)})]
