"""A header that does not fit the rows below it, as it was meant, where that is clear."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reachcheck.readers.table.header import are_names
from reachcheck.readers.table.names import clean_name
from reachcheck.readers.table.profile import Profile
from reachcheck.readers.table.readings import Readings
from reachcheck.readers.table.records import Dialect, Record

MARKS = (",", ";", "\t", "|", " ")

_HUMP = re.compile(r"(?<=[a-zß-ÿ0-9])(?=[A-ZÀ-Þ])")


def restored_names(record: Record, width: int, dialect: Dialect, below: Sequence[Sequence[str]]) -> list[str] | None:
    """The header's cells at the width of the rows below; None where no reading, or more than one, gives names."""
    if record.stray:
        return _with_literal_quotes(record.raw, width, dialect)
    for mark in MARKS:
        if mark != dialect.delimiter and mark in record.raw:
            cells = replace(dialect, delimiter=mark).cells(record.raw)
            if len(cells) == width and are_names(cells):
                return cells
    cells = record.cells
    empty = [number for number, cell in enumerate(cells) if not clean_name(cell)]
    if len(cells) == width + 1 and len(empty) == 1:
        found = [cells[: empty[0]] + cells[empty[0] + 1 :]]
    elif len(cells) == width - 1:
        found = [["", *cells]] if _are_numbered(below) else list(_divided(cells))
    else:
        return None
    found = [names for names in found if are_names(names)]
    return found[0] if len(found) == 1 else None


def _with_literal_quotes(raw: str, width: int, dialect: Dialect) -> list[str] | None:
    """The names if quotes that are not doubled belong to them."""
    found = Readings(raw.strip("\r\n"), dialect, Profile([], width)).best()
    return list(found[0].cells) if found and are_names(found[0].cells) else None


def _divided(cells: Sequence[str]) -> Iterator[list[str]]:
    """The cells with one of them divided where a small letter meets a capital."""
    for number, cell in enumerate(cells):
        for found in _HUMP.finditer(cell):
            yield [*cells[:number], cell[: found.start()], cell[found.start() :], *cells[number + 1 :]]


def _are_numbered(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows begin with their numbers, above which some programs write no name."""
    return all(row[0] == str(number) for number, row in enumerate(rows, 1))
