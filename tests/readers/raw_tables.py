"""Delimited text as the tests of tables read it."""

import pytest

from reachcheck.errors import UnreadableError
from reachcheck.readers.table import RawTable, read_table, read_tables

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


def keys(notes: object) -> list[tuple[int, str]]:
    return [(note.row, note.what.key) for note in notes]  # type: ignore[attr-defined]


def problem(content: bytes | str) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.place == "x.csv"
    return caught.value
