"""Public readers, each told nothing about the file: bytes in, a table out, None where the reader gave up."""

import csv
import io
import re
import tempfile
import warnings
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from platform import python_version
from typing import Any

from pollution.clean import Table

Reader = Callable[[bytes], Table | None]


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _table(rows: Iterable[Iterable[str]]) -> Table:
    """First row that is not empty as header; lines without a cell are no rows."""
    lines = [tuple(row) for row in rows]
    full = [line for line in lines if line]
    return Table(full[0], tuple(full[1:])) if full else Table((), ())


def csv_comma(content: bytes) -> Table | None:
    """The csv module with its defaults."""
    return _table(csv.reader(io.StringIO(_text(content), newline="")))


def csv_sniffer(content: bytes) -> Table | None:
    """The csv module with the dialect its Sniffer sees."""
    text = _text(content)
    try:
        return _table(csv.reader(io.StringIO(text, newline=""), csv.Sniffer().sniff(text)))
    except csv.Error:
        return None


def clevercsv(content: bytes) -> Table | None:
    """CleverCSV's Sniffer and reader."""
    module: Any = import_module("clevercsv")
    text = _text(content)
    try:
        return _table(module.reader(io.StringIO(text, newline=""), module.Sniffer().sniff(text)))
    except Exception:  # whatever a foreign reader raises is its giving up
        return None


def _frame(content: bytes, **options: str | None) -> Table | None:
    pandas: Any = import_module("pandas")
    try:
        with warnings.catch_warnings(action="ignore"):
            frame = pandas.read_csv(io.BytesIO(content), **options)
        return _table(csv.reader(io.StringIO(frame.to_csv(index=False), newline="")))
    except Exception:
        return None


def pandas_plain(content: bytes) -> Table | None:
    """`pandas.read_csv(p)`, written back by `to_csv`."""
    return _frame(content)


def pandas_skip(content: bytes) -> Table | None:
    """The same, told to skip lines with too many cells."""
    return _frame(content, on_bad_lines="skip")


def pandas_guess(content: bytes) -> Table | None:
    """The same with the delimiter left to the csv module's Sniffer."""
    return _frame(content, on_bad_lines="skip", sep=None, engine="python")


def _duckdb(content: bytes, options: str) -> Table | None:
    module: Any = import_module("duckdb")
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        file.write(content)
        file.flush()
        try:
            relation = module.sql(f"from read_csv('{file.name}'{options})")
            rows = relation.fetchall()
        except module.Error:
            return None
    cells = (tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    return Table(tuple(relation.columns), tuple(cells))


def duckdb_plain(content: bytes) -> Table | None:
    """`read_csv(p)`."""
    return _duckdb(content, "")


def duckdb_lenient(content: bytes) -> Table | None:
    """`read_csv` that finds out the dialect, keeps text as text and forgives what it can."""
    options = "all_varchar=true, ignore_errors=true, null_padding=true, strict_mode=false, parallel=false"
    return _duckdb(content, f", {options}")


def ours(content: bytes) -> Table | None:
    """reachcheck's own table reader, told no name of any column; None where it refuses the file."""
    module: Any = import_module("reachcheck.readers.table")
    errors: Any = import_module("reachcheck.errors")
    try:
        found = module.read_tables(content, "polluted.csv", lambda _: False)[0]
    except errors.UnreadableError as error:
        return Table((), ()) if error.problem.key == "table.empty" else None
    lines = [tuple(row) for row in found.rows]
    return Table(tuple(found.header), tuple(lines)) if found.named else Table(lines[0], tuple(lines[1:]))


READERS: dict[str, Reader] = {
    "pandas.read_csv": pandas_plain,
    "pandas, bad lines skipped": pandas_skip,
    "pandas, delimiter guessed": pandas_guess,
    "duckdb, lenient": duckdb_lenient,
    "duckdb read_csv": duckdb_plain,
    "csv.reader": csv_comma,
    "csv.Sniffer": csv_sniffer,
    "clevercsv": clevercsv,
    "ours": ours,
}


SLOW = ("clevercsv",)
"""Read only when asked for by name: minutes."""
NEEDS = {"pandas": "pandas", "duckdb": "duckdb", "clevercsv": "clevercsv"}
"""First word of a reader's name to the package it needs."""


def at_hand(name: str) -> bool:
    """Whether what the reader needs is installed."""
    package = NEEDS.get(re.split(r"\W", name)[0])
    return package is None or find_spec(package) is not None


def versions() -> str:
    """What was measured against: Python and the installed peers."""
    packages = [f"{name} {version(name)}" for name in NEEDS.values() if find_spec(name)]
    return ", ".join([f"Python {python_version()}", *packages])
