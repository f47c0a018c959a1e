"""Delimited text as the tests of tables read it."""

from collections.abc import Iterable

import pytest
from sayable import said, with_remedy

from reachcheck.errors import UnreadableError
from reachcheck.model.sources import RowNote
from reachcheck.readers.table import RawTable, read_table, read_tables

NO_REMEDY = {"table.too_sparse"}
NAMES = {"date", "reach", "views", "followers", "username", "connected on", "first name"}


def known(name: str) -> bool:
    return name.casefold() in NAMES


def read(content: bytes | str) -> RawTable:
    return read_table(content.encode() if isinstance(content, str) else content, "x.csv", known)


def blind(content: bytes | str) -> RawTable:
    """Read without knowing any name."""
    return blindly(content)[0]


def blindly(content: bytes | str) -> tuple[RawTable, ...]:
    """All tables, without knowing any name."""
    return read_tables(content.encode() if isinstance(content, str) else content, "x.csv", lambda _: False)


def keys(notes: Iterable[RowNote]) -> list[tuple[int, str]]:
    """Rows and keys of notes, for which there are words."""
    assert all(said(note.what) for note in notes)
    return [(note.row, note.what.key) for note in notes]


def problem(content: bytes | str) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.place == "x.csv"
    return caught.value if caught.value.problem.key in NO_REMEDY else with_remedy(caught.value)
