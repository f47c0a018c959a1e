"""What was read of an export, as text that a person can check: the fate of the rows, then every table that has any."""

from dataclasses import fields
from enum import IntEnum
from pathlib import Path

import numpy as np

from reachcheck import pipeline
from reachcheck.model import enums
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Table
from reachcheck.readers.assemble import assemble, of_one_platform
from reachcheck.readers.base import ReadOptions

ENUMS: dict[str, type[IntEnum]] = {
    "direction": enums.Direction,
    "key_kind": enums.KeyKind,
    "since_kind": enums.SinceKind,
    "completeness": enums.Completeness,
    "order": enums.Order,
    "kind": enums.Kind,
    "metric": enums.Metric,
    "what": enums.Response,
    "scope": enums.Scope,
    "table": enums.TableName,
}
PLACES = ("profile", "source", "part", "row")


def dumped(path: Path, options: ReadOptions | None = None) -> str:
    """The whole of what is read at `path`."""
    options = options or ReadOptions()
    found = pipeline.read_all([str(path)], options)
    readings, aside = of_one_platform(found.readings, options.platform)
    dossiers = assemble(readings)
    parts = [_people(dossiers), *(_record(n, record) for n, record in enumerate(dossiers.sources, 1))]
    parts += [_table(name, dossiers.table(name)) for name in TABLES if len(dossiers.table(name))]
    for title, names in (("left alone", (*aside, *found.ignored)), ("never opened", found.unopened)):
        if names:
            parts.append("\n".join([title, *(f"  {name}" for name in names)]))
    return "\n\n".join(parts) + "\n"


def _people(dossiers: Dossiers) -> str:
    return "people\n" + "\n".join(_rows(dossiers.people, "people", skip=PLACES))


def _record(number: int, record: SourceRecord) -> str:
    lines = [
        f"file {number}: {record.file}",
        f"  {record.reader}, {record.platform or 'no platform'}: {record.rows_read} rows read = "
        f"{record.rows_kept} kept + {len(record.reported)} reported",
    ]
    lines += [f"  {source} -> {canonical}" for source, canonical in record.columns.items()]
    lines += [f"  not read: {', '.join(record.unmatched)}"] if record.unmatched else []
    lines += [f"  left out {record.place(note.row)}: {_said(note.what)}" for note in record.reported]
    lines += [f"  remark {record.place(note.row)}: {_said(note.what)}" for note in record.warnings]
    return "\n".join(lines)


def _said(what: object) -> str:
    key, params = getattr(what, "key", ""), getattr(what, "params", {})
    return " ".join([key, *(f"{name}={value}" for name, value in params.items())])


def _table(name: str, table: Table) -> str:
    places = [f"{s + 1}:{r}" for s, r in zip(table.source.tolist(), table.row.tolist(), strict=True)]
    head, *rows = _rows(table, name, skip=PLACES)
    lines = map("\t".join, zip(rows, places, strict=True))
    return "\n".join([f"table {name}: {len(table)} rows", f"{head}\tfile:row", *lines])


def _rows(table: Table, name: str, skip: tuple[str, ...]) -> list[str]:
    columns = {
        field.name: _column(name, field.name, getattr(table, field.name))
        for field in fields(table)
        if field.name not in skip
    }
    used = {column: cells for column, cells in columns.items() if any(cells)}
    rows = zip(*used.values(), strict=True) if used else [()] * len(table)
    return ["\t".join(used), *("\t".join(row) for row in rows)]


def _column(table: str, name: str, values: object) -> list[str]:
    if isinstance(values, Text):
        return [text or "" for text in values.decode()]
    assert isinstance(values, np.ndarray)
    if values.dtype.kind == "M":
        return ["" if np.isnat(at) else str(at).removesuffix("T00:00:00") for at in values]
    if values.dtype.kind == "f":
        return ["" if np.isnan(number) else f"{number:.9g}" for number in values]
    members = ENUMS.get(name) if (table, name) not in {("events", "what")} else None
    return ["" if code < 0 else members(code).name.lower() if members else str(code) for code in values.tolist()]
