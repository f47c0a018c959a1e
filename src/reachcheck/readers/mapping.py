"""What the columns of a table mean, as a small TOML file: saved once, used again on the next file of that kind.

role = "posts"
date_order = "dmy"

[columns]
likes = "J'aime"
"""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.model.sources import SourceRecord
from reachcheck.readers.aliases import normal
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.generic.meant import meant

ORDERS = ("dmy", "mdy")
_KEYS = {"role", "date_order", "columns"}


def load(path: Path) -> ReadOptions:
    """What a saved file says; raises UsageError where it is none."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(msg("mapping.absent"), place=str(path), remedy=msg("mapping.absent_remedy")) from error
    except (ValueError, RecursionError) as error:
        raise _no_mapping(path) from error
    columns, role, order = found.get("columns", {}), found.get("role"), found.get("date_order")
    if not (isinstance(columns, dict) and all(isinstance(column, str) for column in columns.values())):
        raise _no_mapping(path)
    if set(found) - _KEYS or not isinstance(role, str | None) or order not in (*ORDERS, None):
        raise _no_mapping(path)
    return ReadOptions(columns=columns, role=role, date_order=order)


def _no_mapping(path: Path) -> UsageError:
    return UsageError(msg("mapping.broken"), place=str(path), remedy=msg("mapping.broken_remedy"))


def check_found(records: Sequence[SourceRecord], options: ReadOptions) -> None:
    """Raise UsageError for a mapped column that was read in none of these files: a name that is not there is a slip."""
    for canonical, wanted in options.columns.items():
        if any(_read_as(record, canonical, wanted) for record in records):
            continue
        names = tuple(dict.fromkeys(name for record in records for name in (*record.columns, *record.unmatched)))
        if any(normal(name) == normal(wanted) for name in names):
            problem = msg("columns.not_taken", column=wanted, name=canonical)
            raise UsageError(problem, remedy=msg("columns.not_taken_remedy", column=wanted))
        raise UsageError(msg("columns.absent", column=wanted, names=names), remedy=meant(canonical, wanted, names))


def _read_as(record: SourceRecord, canonical: str, wanted: str) -> bool:
    """Whether a column of that name, in whichever of the lists of a file, was read as this."""
    titled = (name for name, read in record.columns.items() if read == canonical)
    return any(normal(wanted) in (normal(name), normal(name.partition(": ")[2])) for name in titled)


def found_in(records: Sequence[SourceRecord], options: ReadOptions) -> ReadOptions:
    """How the one hand-made table among the files was read; raises UsageError where there is none or several.

    A list of events beside it does not count.
    """
    tables = [record for record in records if record.role and record.columns]
    tables = [record for record in tables if record.role != "events"] or tables
    if len(tables) != 1:
        problem = msg("mapping.one_table", found=len(tables))
        raise UsageError(problem, remedy=msg("mapping.one_table_remedy"))
    (table,) = tables
    columns = {canonical: source for source, canonical in table.columns.items()}
    return replace(options, columns=columns, role=table.role)


def as_toml(options: ReadOptions) -> str:
    """The text of the file; the same options give the same bytes."""
    head = [("role", options.role), ("date_order", options.date_order)]
    lines = [f"{key} = {_quoted(value)}" for key, value in head if value is not None]
    columns = [f"{_quoted(name)} = {_quoted(column)}" for name, column in options.columns.items()]
    return "\n".join([*lines, "", "[columns]", *columns, ""])


def _quoted(text: str) -> str:
    """A basic string of TOML: that of JSON, with all that shows nothing escaped, as a terminal may be looking."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in quoted)
