"""Parquet: types as they are, and in each field its unit and its meaning; the same bytes for the same input."""

import io
from typing import TYPE_CHECKING

from reachcheck.formats.jsonable import string
from reachcheck.formats.tabled import Cell, Sheet, meaning
from reachcheck.formats.words import Words
from reachcheck.results.tables import Column

if TYPE_CHECKING:
    import pyarrow

SCHEMA = "reachcheck-tables/1"


def render(table: Sheet, words: Words) -> bytes:
    """A table as a Parquet file."""
    import pyarrow
    from pyarrow import parquet

    fields = [_field(table.name, column, words) for column in table.columns]
    schema = pyarrow.schema(fields, metadata={"schema": SCHEMA, "table": table.name, "lang": words.lang})
    columns = [[_value(row[at]) for row in table.rows] for at in range(len(table.columns))]
    arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(arrays, schema=schema), out)
    return out.getvalue()


def _field(name: str, column: Column, words: Words) -> "pyarrow.Field":
    import pyarrow

    types = {"number": pyarrow.float64(), "date": pyarrow.date32(), "flag": pyarrow.bool_()}
    about = {"unit": column.unit, "description": meaning(name, column, words)}
    return pyarrow.field(string(column.name), types.get(column.kind, pyarrow.string()), metadata=about)


def _value(cell: Cell) -> Cell:
    return float(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell
