"""From bytes to a header and rows, told nothing and losing nothing: delimited text, JSON, workbooks."""

from reachcheck.readers.table.json_table import json_table, json_values, read_json_lines
from reachcheck.readers.table.json_text import read_json
from reachcheck.readers.table.large import read_large
from reachcheck.readers.table.raw import RawTable
from reachcheck.readers.table.text import read_table, read_tables

__all__ = [
    "RawTable",
    "json_table",
    "json_values",
    "read_json",
    "read_json_lines",
    "read_large",
    "read_table",
    "read_tables",
]
