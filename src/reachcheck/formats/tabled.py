"""Tables in words: the columns with their meaning, and the rows as cells, for every format that writes tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reachcheck.formats.clean import clean
from reachcheck.formats.jsonable import number
from reachcheck.formats.words import Words
from reachcheck.message import Message
from reachcheck.results.batch import Batch, BatchRow
from reachcheck.results.report import Results
from reachcheck.results.tables import CANDIDATE, CANDIDATES, TABLES, Column, Table, Value, candidates, rows

LONGEST = 2000
"""Characters of a text in a cell."""
ALL = ("candidates", *TABLES)
Cell = str | float | bool | date | None


@dataclass(frozen=True)
class Sheet:
    """A table that can be written: its name, its columns and its rows."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]


def of_profile(name: str, results: Results, words: Words) -> Sheet:
    """A table of one profile; raises KeyError for a name that is none."""
    return Sheet(name, columns_of(name), list(_cells(TABLES[name], results, None, words)))


def of_batch(name: str, batch: Batch, words: Words) -> Sheet:
    """A table of all candidates in input order; raises KeyError for a name that is none."""
    if name == "candidates":
        return _candidates(batch, words)
    found, columns = TABLES[name], columns_of(name)
    read = [(row.results, row.candidate) for row in batch.rows if row.results is not None]
    return Sheet(name, columns, [cells for results, who in read for cells in _cells(found, results, who, words)])


def columns_of(name: str) -> tuple[Column, ...]:
    """All columns of a table, with whose row it is first."""
    return (CANDIDATE, *(CANDIDATES if name == "candidates" else TABLES[name].columns))


def meaning(name: str, column: Column, words: Words) -> str:
    """What a column holds."""
    if column not in columns_of(name):
        return words.say("dictionary.criterion", name=column.name)
    return words.name("column", column.name if column is CANDIDATE else f"{name}.{column.name}")


def _cells(table: Table, results: Results, candidate: str | None, words: Words) -> Iterator[list[Cell]]:
    speaking, columns = words.speaking_of(results.profile.noun), columns_of(table.name)
    for row in rows(table, results, candidate):
        yield [_cell(value, column, speaking) for value, column in zip(row, columns, strict=True)]


def _candidates(batch: Batch, words: Words) -> Sheet:
    """With a column more for each criterion of the needs that were asked about."""
    asked = tuple(dict.fromkeys(name for row in batch.rows for name in _criteria(row)))
    columns = columns_of("candidates")
    cells = []
    for row, values in zip(batch.rows, candidates(batch), strict=True):
        speaking, met = words.speaking_of(row.noun), _criteria(row)
        told = [_cell(value, column, speaking) for value, column in zip(values, columns, strict=True)]
        cells.append([*told, *(met.get(name) for name in asked)])
    return Sheet("candidates", (*columns, *(replace(CANDIDATE, name=name, kind="text") for name in asked)), cells)


def _criteria(row: BatchRow) -> dict[str, str]:
    """Met, not met or unknown, by need and criterion."""
    return {f"{f.need.name}.{each.criterion.name}": each.status for f in row.needs for each in f.criteria}


def _cell(value: Value, column: Column, words: Words) -> Cell:
    if isinstance(value, tuple):
        told = [text for item in value if (text := _cell(item, column, words))]
        return words.say("report.semicolon").join(map(str, told)) or None
    if isinstance(value, Message):
        return words.text(value)
    if isinstance(value, str):
        return words.name(column.family, value) if column.kind == "name" else clean(value, LONGEST)
    return value if value is None or isinstance(value, bool | date) else number(value)
