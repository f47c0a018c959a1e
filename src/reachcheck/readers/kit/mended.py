"""Tables of which some cells are written in a way of the platform's own: put right before any column is read."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.opening import open_table
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import cells_of, columns_of, knows, require
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable

Mend = Callable[[RawTable, Mapping[str, str]], RawTable]
"""Makes another table of one, given the source column of each canonical one."""


def read_mended(
    member: Member, options: ReadOptions, names: Names, mend: Mend, *needed: str, decimal: str | None = None
) -> Cells:
    """Columns by their canonical names, once the table is put right.

    Raises UnreadableError where the file is no table, or lacks a column that is `needed`.
    """
    table, json = open_table(member, knows(names))
    columns = columns_of(table.header, names)
    require(columns, names, needed, member.name)
    return cells_of(mend(table, columns), member.name, options, names, decimal="." if json else decimal)


def changed(table: RawTable, column: str | None, change: Callable[[str], str]) -> RawTable:
    """The table with each cell of a column changed; as it is where there is no such column."""
    if column is None:
        return table
    place = table.header.index(column)
    rows = [[*row[:place], change(row[place]), *row[place + 1 :]] for row in table.rows]
    return replace(table, rows=rows)


def emptied(table: RawTable, column: str | None, *marks: str) -> RawTable:
    """The table with the cells of a column empty that hold nothing but one of these marks."""
    return changed(table, column, lambda cell: "" if cell in marks else cell)
