"""The rows of a large and regular file, read by DuckDB: one column or several at a time, the file never held.

DuckDB reads what is regular much faster than Python does. What is not, it may refuse, mend in its own way, or leave out
without a word (a last row whose quote stays open). So it is believed only where every line of the file is accounted
for, and the first rows are those that the ordinary way reads.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import accumulate, chain, islice
from pathlib import Path
from typing import Any

import duckdb

from reachcheck.readers.table.columns import Column
from reachcheck.readers.table.layout import Layout
from reachcheck.readers.table.records import Dialect, Record
from reachcheck.readers.table.survey import Survey
from reachcheck.readers.table.totals import SPACES, WORDS

MEMORY = "128MB"
FETCHED = 8_192
"""Rows that are taken over at once."""
GLOB = frozenset("*?[")
"""Characters that make a name stand for several files."""
AROUND = "[" + re.escape(SPACES + ".:\"'") + "]*"
"""What may stand around a word of the first column that makes its row another than a plain one."""


class Bulk:
    """A file with a header whose rows all have its width; `skip` lines stand above the first of them."""

    def __init__(self, file: Path, dialect: Dialect, layout: Layout, skip: int, survey: Survey) -> None:
        self._file, self._dialect, self._survey, self._skip = file, dialect, survey, skip
        self._names = [f"c{number}" for number in range(layout.width)]
        self._header = layout.header[0].strip() if layout.header else ""
        self.size = 0

    def holds(self, head: Sequence[Record]) -> bool:
        """Whether DuckDB gives all rows as the ordinary way does, of which `head` are the first."""
        if GLOB & set(str(self._file)) or not self._header:
            return False
        try:
            self.size, breaks, doubtful = self._counts()
            query = f"select {', '.join(self._filled())} from {self._source()} limit {len(head)}"
            first = [list(map(str.strip, row)) for row in self._run(query, {})]
        except duckdb.Error:
            return False
        accounted = self._skip + self.size + breaks == self._survey.lines
        return accounted and not doubtful and first == [list(map(str.strip, record.cells)) for record in head]

    def columns(self, positions: Sequence[int]) -> list[Column]:
        """The columns at some positions."""
        columns = [Column() for _ in positions]
        chosen = ", ".join(self._filled()[position] for position in positions)
        for rows in self._batches(chosen):
            for column, cells in zip(columns, zip(*rows, strict=True), strict=True):
                column.extend(map(str.strip, cells))
        return columns

    def lines(self) -> Sequence[int]:
        """Where each row starts."""
        if not self._survey.quoted:
            return range(self._skip + 1, self._skip + 1 + self.size)
        counts = chain.from_iterable(chain.from_iterable(self._batches(f"1 + {self._breaks()}")))
        return array("I", islice(accumulate(counts, initial=self._skip + 1), self.size))

    def _counts(self) -> tuple[int, int, int]:
        """How many rows there are, line breaks in their cells, and rows that may be sums, headers or empty."""
        first, *others = self._filled()
        counted = f"coalesce(sum({self._breaks()}), 0)" if self._survey.quoted else "0"
        named = f"regexp_full_match({first}, $words, 'i')"
        empty = f"regexp_full_match({' || '.join((first, *others))}, $around)"
        query = f"select count(*), {counted}, count(*) filter ({named} or {empty}) from {self._source()}"
        words = "|".join(map(re.escape, (*WORDS, self._header)))
        (found,) = self._run(query, {"words": f"{AROUND}({words}){AROUND}", "around": AROUND})
        return int(found[0]), int(found[1]), int(found[2])

    def _breaks(self) -> str:
        """Line breaks in the cells of a row."""
        return " + ".join(f"length({name}) - length(replace({name}, chr(10), ''))" for name in self._filled())

    def _filled(self) -> list[str]:
        return [f"coalesce({name}, '')" for name in self._names]

    def _batches(self, chosen: str) -> Iterator[list[tuple[Any, ...]]]:
        with closing(_connection()) as connection:
            result = connection.execute(f"select {chosen} from {self._source()}", {"file": str(self._file)})
            while rows := result.fetchmany(FETCHED):
                yield rows

    def _run(self, query: str, parameters: dict[str, object]) -> list[tuple[Any, ...]]:
        with closing(_connection()) as connection:
            return connection.execute(query, {"file": str(self._file), **parameters}).fetchall()

    def _source(self) -> str:
        """The file as a table of text, told everything: nothing is guessed, mended or left out."""
        columns = ", ".join(f"'{name}': 'VARCHAR'" for name in self._names)
        delimiter, quote = (mark.replace("'", "''") for mark in (self._dialect.delimiter, self._dialect.quote))
        return (
            f"read_csv($file, delim='{delimiter}', quote='{quote}', escape='{quote}', columns={{{columns}}}, "
            f"skip={self._skip}, header=false, auto_detect=false, all_varchar=true, null_padding=false, "
            "ignore_errors=false, strict_mode=true, parallel=false, compression='none')"
        )


def _connection() -> duckdb.DuckDBPyConnection:
    """A database in memory that loads nothing, keeps nothing on disk, and reads rows in their order."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": 1,
        "memory_limit": MEMORY,
        "temp_directory": "",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    return duckdb.connect(":memory:", config=settings)
