"""A platform's table read by the names that the platform gives its columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.readers.aliases import normal
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.opening import open_table
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable


def knows(names: Names) -> Callable[[str], bool]:
    """Whether a cell is the name of one of these columns."""
    known = frozenset(normal(each) for spellings in names.values() for each in spellings)
    return lambda cell: normal(cell) in known


def read_cells(member: Member, options: ReadOptions, names: Names, *needed: str) -> Cells:
    """Columns of a file of delimited text, JSON or JSON lines, by their canonical names.

    Raises UnreadableError where the file is no table, or lacks a column that is `needed`.
    """
    table, json = open_table(member, knows(names))
    cells = cells_of(table, member.name, options, names, decimal="." if json else None)
    require(cells.columns, names, needed, member.name)
    return cells


def require(columns: Mapping[str, str], names: Names, needed: Iterable[str], place: str) -> None:
    """Raise UnreadableError naming the needed columns that a table lacks."""
    lacking = tuple(names[name][0] for name in needed if name not in columns)
    if lacking:
        problem, remedy = msg("tabled.lacks", columns=lacking), msg("tabled.lacks_remedy")
        raise UnreadableError(problem, place=place, remedy=remedy)


def cells_of(table: RawTable, place: str, options: ReadOptions, names: Names, decimal: str | None = None) -> Cells:
    """Columns of a table by their canonical names; of several that bear one name, the first is taken."""
    columns = columns_of(table.header, names)
    table.load(columns.values())
    return Cells(table, columns, Rows(table), place=place, decimal=decimal, date_order=options.date_order)


def columns_of(header: Sequence[str], names: Names) -> dict[str, str]:
    """Canonical name -> column; spellings that stand first in `names` are preferred."""
    there = {normal(name): name for name in reversed(header)}
    found = ((name, next(filter(None, map(there.get, map(normal, each))), None)) for name, each in names.items())
    return {name: column for name, column in found if column is not None}


def made_of(cells: Cells, drafts: Iterable[Draft]) -> Made:
    """The table's rows on their way, with the account of its columns."""
    read = {source: canonical for canonical, source in cells.columns.items()}
    return Made(
        rows=cells.rows,
        drafts=tuple(drafts),
        columns=read,
        unmatched=tuple(name for name in cells.table.header if name not in read),
        unit=cells.table.unit,
    )
