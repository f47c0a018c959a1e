"""Hand-made tables for the tests of the generic reader."""

from typing import Any

from reachcheck.model.sources import RowNote
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.generic import GenericReader
from reachcheck.readers.source import Member


def member(content: str | bytes, name: str = "table.csv") -> Member:
    """A member that holds this."""
    data = content.encode() if isinstance(content, str) else content
    return Member(name, name, len(data), lambda limit: data[:limit])


def read(content: str | bytes, name: str = "table.csv", **options: Any) -> Reading:
    """Read a table with the generic reader; what was read is what was kept and what was reported."""
    reading = GenericReader().read(member(content, name), ReadOptions(**options))
    record = reading.record
    assert record.rows_read == record.rows_kept + len(record.reported)
    return reading


def rows(reading: Reading) -> Any:
    """The rows of the only fragment."""
    (fragment,) = reading.fragments
    return fragment.rows


def notes(found: tuple[RowNote, ...]) -> list[tuple[int, str]]:
    """Rows and keys of remarks."""
    return [(note.row, note.what.key) for note in found]
