"""From bytes to rows: delimited text and JSON as one kind of table, with every row accounted for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.sources import RowNote, RowUnit
from reachcheck.readers.table.delimited import Logical, logical_rows, split_lines
from reachcheck.readers.table.encoding import decode
from reachcheck.readers.table.header import (
    SINGLE,
    choose_delimiter,
    count_known,
    declared_delimiter,
    distinct_names,
    find_header,
)
from reachcheck.readers.table.json_text import flatten, json_lines, read_json

__all__ = ["RawTable", "json_table", "json_values", "read_json", "read_json_lines", "read_table", "read_tables"]

EMPTY = 50
EMPTY_FROM = 1_000_000
"""A table may have this many cells, and so many more for each cell that its file gives."""

_HTML = re.compile(r"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class RawTable:
    """Rows of text as a file holds them: white space around a cell is all that is taken away."""

    header: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int]
    """Where each row starts: 1-based physical line, or for JSON 0-based position in its list."""
    reported: tuple[RowNote, ...] = ()
    """Rows that were left out, with the reason."""
    warnings: tuple[RowNote, ...] = ()
    unit: RowUnit = "line"
    preamble: tuple[str, ...] = ()
    """What stood above the header, or the key of a JSON list."""
    above: tuple[int, ...] = ()
    """Lines of the preamble and the header."""

    @property
    def rows_read(self) -> int:
        """Kept and reported rows together."""
        return len(self.rows) + len(self.reported)

    def column(self, name: str) -> list[str]:
        """All cells of one column."""
        position = self.header.index(name)
        return [row[position] for row in self.rows]


@dataclass
class _Body:
    """Rows on their way into a table of a fixed width."""

    width: int
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    reported: list[RowNote] = field(default_factory=list)
    warnings: list[RowNote] = field(default_factory=list)

    def add(self, line: int, cells: list[str]) -> None:
        """Keep a row, padded or cut where nothing is lost by it; report it otherwise."""
        cells = [cell.strip() for cell in cells]
        if len(cells) > self.width and any(cells[self.width :]):
            self.reported.append(RowNote(line, msg("table.long_row", found=len(cells), expected=self.width)))
            return
        if len(cells) < self.width:
            self.warnings.append(RowNote(line, msg("table.short_row", found=len(cells), expected=self.width)))
            cells += [""] * (self.width - len(cells))
        self.rows.append(cells[: self.width])
        self.lines.append(line)


def read_table(content: bytes, place: str, known: Callable[[str], bool]) -> RawTable:
    """Read the first table of delimited text and report the rows of the others; else as `read_tables`."""
    first, *others = read_tables(content, place, known)
    reported = [row for table in others for row in _left_out(table, others[0].above[0])]
    return replace(first, reported=(*first.reported, *reported))


def read_tables(content: bytes, place: str, known: Callable[[str], bool]) -> tuple[RawTable, ...]:
    """Read delimited text, whatever its encoding, delimiter and preamble, as the tables that stand in it, one or more.

    `known` tells names of columns. Raises UnreadableError where there is no table.
    """
    text, guess = decode(content, place)
    if _HTML.match(text):
        raise UnreadableError(msg("table.html"), place=place, remedy=msg("table.html_remedy"))
    lines = split_lines(text)
    declared = declared_delimiter(lines[0]) if lines else None
    start = int(declared is not None)
    delimiter = choose_delimiter(lines, start, declared, known)
    parsed = logical_rows(lines, delimiter, start)
    if not parsed.rows:
        raise UnreadableError(msg("table.empty"), place=place, remedy=msg("table.empty_remedy"))
    notes = [RowNote(-1, guess)] if guess else []
    notes += [RowNote(line, msg("table.stray_quote")) for line in parsed.stray]
    _refuse_sparse(sum(map(len, parsed.rows)), len(parsed.rows), max(map(len, parsed.rows)), place)
    shown = "" if delimiter == SINGLE else delimiter
    first, *others = (_tabulate(part, shown, known) for part in _split(parsed, known))
    return replace(first, warnings=(*notes, *first.warnings)), *others


def _split(parsed: Logical, known: Callable[[str], bool]) -> Iterator[Logical]:
    """The rows of each table, with what stands above its header."""
    while True:
        top = find_header(parsed.rows, known)
        first = 0 if top is None else top + 1
        end = _second_table(parsed, first, parsed.rows[first - 1] if first else [], known)
        yield parsed.part(0, end)
        if end == len(parsed.rows):
            return
        parsed = parsed.part(end, len(parsed.rows))


def _left_out(table: RawTable, line: int) -> list[RowNote]:
    """Every row of a table that is not read, the header and what stands above it among them."""
    why = msg("table.second_table", line=line)
    return [RowNote(each, why) for each in sorted({*table.above, *table.lines, *(n.row for n in table.reported)})]


def _tabulate(parsed: Logical, delimiter: str, known: Callable[[str], bool]) -> RawTable:
    top = find_header(parsed.rows, known)
    first = 0 if top is None else top + 1
    cells = [""] * max(map(len, parsed.rows)) if top is None else _header_cells(parsed.rows, top)
    header, repeated = distinct_names(cells)
    notes = [RowNote(-1, msg("table.no_header"))] if top is None else []
    notes += [RowNote(parsed.lines[first - 1], msg("table.repeated_name", name=name)) for name in repeated]
    body = _fill(parsed, first, len(header))
    return RawTable(
        header=header,
        rows=body.rows,
        lines=body.lines,
        reported=tuple(body.reported),
        warnings=tuple(notes + body.warnings),
        preamble=tuple(_joined(row, delimiter) for row in parsed.rows[: top or 0]),
        above=tuple(parsed.lines[:first]),
    )


def _header_cells(rows: list[list[str]], top: int) -> list[str]:
    """Cells of the header without empty ones at its end that no row has anything under."""
    cells = [cell.strip() for cell in rows[top]]
    named = max((number for number, cell in enumerate(cells, 1) if cell), default=0)
    if named == len(cells):
        return cells
    used = max((len(row) for row in rows[top + 1 :] if any(map(str.strip, row[named:]))), default=0)
    return cells[: max(named, min(used, len(cells)))]


def _joined(row: list[str], delimiter: str) -> str:
    return delimiter.join(filter(None, map(str.strip, row)))


def _fill(parsed: Logical, first: int, width: int) -> _Body:
    body = _Body(width)
    header = parsed.rows[first - 1] if first else []
    for line, cells in zip(parsed.lines[first:], parsed.rows[first:], strict=True):
        if cells == header:
            body.reported.append(RowNote(line, msg("table.repeated_header")))
        else:
            body.add(line, cells)
    return body


def _second_table(parsed: Logical, first: int, header: list[str], known: Callable[[str], bool]) -> int:
    """Position where, after a blank line and at most two lines of title, another table's header comes."""
    for position in range(first + 1, len(parsed.rows)):
        if position in parsed.after_blank or not any(parsed.rows[position - 1]):
            near = parsed.rows[position : position + 3]
            if any(row != header and count_known(row, known) > 1 for row in near):
                return position
    return len(parsed.rows)


def json_table(data: object, place: str) -> RawTable | None:
    """A list of objects as a table, or the only such list of an object; None where there is none or more than one."""
    if isinstance(data, list):
        return _objects_table(data, place, ()) if _holds_objects(data) else None
    if not isinstance(data, dict):
        return None
    lists = [(key, value) for key, value in data.items() if _holds_objects(value)]
    return _objects_table(lists[0][1], place, (lists[0][0],)) if len(lists) == 1 else None


def _holds_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _objects_table(items: list[object], place: str, preamble: tuple[str, ...]) -> RawTable:
    flat: list[dict[str, str]] = []
    lines: list[int] = []
    reported: list[RowNote] = []
    for position, item in enumerate(items):
        if isinstance(item, dict):
            flat.append(_flat(item, f"{place}[{position}]"))
            lines.append(position)
        else:
            reported.append(RowNote(position, msg("table.not_an_object")))
    return _from_objects(flat, lines, reported, place, unit="index", preamble=preamble)


def _flat(item: dict[str, object], place: str) -> dict[str, str]:
    try:
        return flatten(item)
    except RecursionError as error:
        raise UnreadableError(msg("table.too_nested"), place=place, remedy=msg("table.json_remedy")) from error


def _from_objects(
    flat: list[dict[str, str]],
    lines: list[int],
    reported: list[RowNote],
    place: str,
    *,
    unit: RowUnit = "line",
    preamble: tuple[str, ...] = (),
) -> RawTable:
    names = dict.fromkeys(name for item in flat for name in item)
    _refuse_sparse(sum(map(len, flat)), len(flat), len(names), place)
    return RawTable(
        header=tuple(names),
        rows=[[item.get(name, "").strip() for name in names] for item in flat],
        lines=lines,
        reported=tuple(reported),
        unit=unit,
        preamble=preamble,
    )


def read_json_lines(content: bytes, place: str) -> RawTable:
    """Read one JSON object a line; a line that is none is reported, a file without any is refused."""
    flat: list[dict[str, str]] = []
    lines: list[int] = []
    reported: list[RowNote] = []
    for number, item in json_values(content, place):
        if isinstance(item, RowNote):
            reported.append(item)
        elif isinstance(item, dict):
            flat.append(_flat(item, f"{place}:{number}"))
            lines.append(number)
        else:
            reported.append(RowNote(number, msg("table.not_an_object")))
    if not flat:
        raise UnreadableError(msg("table.no_objects"), place=place, remedy=msg("table.json_remedy"))
    return _from_objects(flat, lines, reported, place)


def json_values(content: bytes, place: str) -> Iterator[tuple[int, object]]:
    """The values of a file of one JSON value a line, with their 1-based lines; for a broken line a `RowNote`."""
    for number, line in enumerate(json_lines(content, place), 1):
        if not line.strip():
            continue
        try:
            yield number, read_json(line, place)
        except UnreadableError as error:
            column = error.problem.params["column"]
            yield number, RowNote(number, msg("table.json_line_broken", column=column))


def _refuse_sparse(given: int, rows: int, width: int, place: str) -> None:
    """A small file may declare so many columns that its table would fill the memory with nothing."""
    if rows * width > EMPTY_FROM + EMPTY * given:
        raise UnreadableError(msg("table.too_sparse", columns=width, rows=rows), place=place)
