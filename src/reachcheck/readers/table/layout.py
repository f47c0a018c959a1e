"""Where a table begins in the rows at hand, how wide it is, and what its columns are called."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.table.header import find_header, is_full, share_of_width, stands_out, usual_width
from reachcheck.readers.table.kinds import is_value
from reachcheck.readers.table.names import Known, count_known, distinct_names
from reachcheck.readers.table.records import Dialect, Record
from reachcheck.readers.table.restored import restored_names

ROWS = 50
"""In so many rows the header must stand."""
STACKED = 2
"""So many rows above the names may divide the columns into groups."""
CONSTANT = 0.9
"""Which share of the rows must have one width before a header of another width is doubted."""
MOSTLY = 0.8
"""Which share must have it for a table without a header to be of that width."""
LEAST = 5
"""How many rows must have that width."""
SMALL = 8
"""Up to so many rows of two columns above a wider table are remarks on it."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A table's width and names, and how the first rows divide into preamble, header and data."""

    names: tuple[str, ...]
    first: int
    """How many rows stand above the first row of data."""
    header: tuple[str, ...] = ()
    """The last row of the header as it stands; none where no row names the columns."""
    preamble: tuple[str, ...] = ()
    notes: tuple[RowNote, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.names)


@dataclass(frozen=True)
class _Header:
    """Rows from `start` to `last` name the columns together."""

    start: int
    last: int
    cells: list[str]
    notes: tuple[RowNote, ...] = field(default=())


def lay_out(head: Sequence[Record], dialect: Dialect, known: Known) -> Layout:
    """The layout of a table by its first rows, of which there must be one."""
    rows = [record.cells for record in head]
    header, start = _find(head, dialect, known)
    preamble = tuple(_joined(row, dialect) for row in rows[: header.start if header else start])
    if header is None:
        names, _ = distinct_names([""] * _nameless_width(rows[start:]))
        return Layout(names=names, first=start, preamble=preamble, notes=(RowNote(-1, msg("table.no_header")),))
    names, repeated = distinct_names(_trimmed(header.cells, rows[header.last + 1 :]))
    line = head[header.last].line
    return Layout(
        names=names,
        first=header.last + 1,
        header=tuple(rows[header.last]),
        preamble=preamble,
        notes=(*header.notes, *(RowNote(line, msg("table.repeated_name", name=name)) for name in repeated)),
    )


def _find(head: Sequence[Record], dialect: Dialect, known: Known) -> tuple[_Header | None, int]:
    """The header, and where the table starts if there is none."""
    rows = [record.cells for record in head[:ROWS]]
    top = find_header(rows, known)
    if top is not None and count_known(rows[top], known) > 1:
        return _of_body_width(head, top, dialect, known), 0
    start, end = _first_table(head[:ROWS])
    top = find_header(rows[start:end], known)
    if top is not None and head[start + top].stray:
        stray = _restored(head, start + top, len(rows[start + top]), dialect)
        return stray or _with_groups(rows, start + top), 0
    if top is not None:
        return _with_groups(rows, start + top), 0
    width = usual_width(rows[start:end])
    body = next(number for number in range(start, end) if len(rows[number]) == width)
    return _grouped(rows, body) or _restored(head, body - 1, width, dialect), start


def _first_table(head: Sequence[Record]) -> tuple[int, int]:
    """From where to where the first rows go that have cells side by side, between blank lines or empty rows.

    A row that could be their header may stand above the blank line.
    """
    blocks = list(_blocks(head))
    widths = [usual_width([record.cells for record in head[start:end]]) for start, end in blocks]
    for number, (start, end) in enumerate(blocks):
        alike = sum(len(record.cells) == widths[number] for record in head[start:end])
        if widths[number] < 2 or alike < 2:
            continue
        if widths[number] == 2 and end - start <= SMALL and max(widths[number:]) > 2:
            continue
        while start and len(head[start - 1].cells) == widths[number] and is_full(head[start - 1].cells):
            start -= 1
        return start, end
    return 0, len(head)


def _blocks(head: Sequence[Record]) -> list[tuple[int, int]]:
    borders = [number for number, record in enumerate(head) if record.after_blank or not any(record.cells)]
    edges = [0, *borders, len(head)]
    return [(start, end) for start, end in pairwise(edges) if start < end]


def _with_groups(rows: Sequence[Sequence[str]], top: int) -> _Header:
    """The header with the rows right above it that put its names into groups, merged cell by cell.

    They are full, as wide, and repeat themselves; and below the header there are values, or all might be data.
    """
    start = top
    below = rows[top + 1 :]
    if below and stands_out(rows[top], below[:LEAST]):
        while start and top - start < STACKED and _is_group(rows[start - 1], len(rows[top])):
            start -= 1
    return _Header(start, top, _merged(rows[start : top + 1]))


def _is_group(row: Sequence[str], width: int) -> bool:
    cells = list(map(str.strip, row))
    return len(cells) == width and all(cells) and len(set(cells)) < width and not any(map(is_value, cells))


def _grouped(rows: Sequence[Sequence[str]], body: int) -> _Header | None:
    """Two rows above the data: the lower repeats names, and the upper, carried to the right, tells them apart."""
    for last in (body, body + 1):
        if not 0 < last < len(rows) - 1 or any(map(is_value, rows[last])) or not any(map(is_value, rows[last + 1])):
            continue
        upper: list[str] = []
        for cell in rows[last - 1]:
            upper.append(cell.strip() or (upper[-1] if upper else ""))
        lower = list(map(str.strip, rows[last]))
        if len(upper) != len(lower) or not all(lower) or len(set(lower)) == len(lower):
            continue
        merged = _merged([upper, rows[last]])
        if len(set(merged)) == len(merged):
            return _Header(last - 1, last, merged)
    return None


def _merged(rows: Sequence[Sequence[str]]) -> list[str]:
    return [" ".join(filter(None, map(str.strip, cells))) for cells in zip(*rows, strict=True)]


def _of_body_width(head: Sequence[Record], top: int, dialect: Dialect, known: Known) -> _Header:
    """A header of known names; where nearly all rows below have another width, as it was meant, if that is clear."""
    cells = head[top].cells
    below = [record.cells for record in head[top + 1 :]]
    width, share = share_of_width(below)
    if len(below) >= LEAST and share >= CONSTANT and width != len(_trimmed(cells, below)):
        restored = _restored(head, top, width, dialect)
        if restored and count_known(restored.cells, known) >= count_known(cells, known):
            return restored
    return _Header(top, top, cells)


def _restored(head: Sequence[Record], top: int, width: int, dialect: Dialect) -> _Header | None:
    if top < 0 or width < 2 or len(head) < top + 2 or head[top + 1].after_blank:
        return None
    names = restored_names(head[top], width, dialect, [record.cells for record in head[top + 1 :]])
    note = RowNote(head[top].line, msg("table.header_restored", found=len(head[top].cells), expected=width))
    return _Header(top, top, names, () if head[top].stray else (note,)) if names else None


def _nameless_width(rows: Sequence[Sequence[str]]) -> int:
    width, share = share_of_width(rows)
    return width if share >= MOSTLY else max(map(len, rows))


def _trimmed(cells: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """Cells of the header without empty ones at its end that no row has anything under."""
    cells = [cell.strip() for cell in cells]
    named = max((number for number, cell in enumerate(cells, 1) if cell), default=0)
    if named == len(cells):
        return cells
    used = max((len(row) for row in below if any(map(str.strip, row[named:]))), default=0)
    return cells[: max(named, min(used, len(cells)))]


def _joined(row: Sequence[str], dialect: Dialect) -> str:
    return dialect.delimiter.join(filter(None, map(str.strip, row)))
