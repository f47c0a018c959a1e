"""Files of Office before 2007, looked over before any parser sees them: under a password, or one cell far away.

Such a file is a little file system (named streams in chains of sectors); a workbook is one of its streams, a run of
records. Where this module cannot follow a file it finds nothing, and the parser's limits are what holds.
"""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from reachcheck.readers.table.extent import Extent

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "encryptedpackage"
WORKBOOKS = ("workbook", "book")

_SECTORS = (9, 12)
_LAST = 0xFFFFFFFA
_BEGIN, _LOCKED, _SEVERAL = 0x0809, 0x002F, 0x00BD
_CELLS = frozenset({0x0006, _SEVERAL, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""Records that put something into a cell; each begins with its row and column."""


@dataclass
class Legacy:
    """What a look at an old workbook finds."""

    locked: bool = False
    sheets: list[Extent] = field(default_factory=list)


def look_at(content: bytes) -> Legacy:
    """Whether a workbook is under a password, and how far each of its sheets reaches."""
    found = Legacy()
    try:
        compound = _Compound(content)
        found.locked = ENCRYPTED in compound.entries
        for name in WORKBOOKS:
            _walk(compound.stream(name), found)
    except (struct.error, ValueError, IndexError):
        pass
    return found


def _walk(stream: bytes, found: Legacy) -> None:
    for kind, row, column in _records(stream):
        if kind == _BEGIN:
            found.sheets.append(Extent())
        elif kind == _LOCKED:
            found.locked = True
            return
        elif kind in _CELLS and found.sheets:
            found.sheets[-1].add(row + 1, column + 1)


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, row and column of each record; for a run of cells the last column."""
    at, end = 0, len(stream) - 8
    while at <= end:
        kind, size, row, column = struct.unpack_from("<4H", stream, at)
        if kind == _SEVERAL and 6 <= size <= len(stream) - at - 4:
            (column,) = struct.unpack_from("<H", stream, at + 2 + size)
        yield kind, row, column
        at += 4 + size


class _Compound:
    """The table of sectors and the list of streams."""

    def __init__(self, content: bytes) -> None:
        shift, small = struct.unpack_from("<2H", content, 30)
        if shift not in _SECTORS or small >= shift:
            raise ValueError("no size of a sector")
        self.content, self.size, self.small = content, 1 << shift, 1 << small
        directory, _, self.least, first_small = struct.unpack_from("<4I", content, 48)
        self.table = self._numbers(self._of_table())
        self.entries = self._listed(self._joined(directory))
        self.small_table = self._numbers(self._chain(first_small, self.table))

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; none where there is no such stream."""
        first, size = self.entries.get(name, (_LAST, 0))
        if size >= self.least:
            return self._joined(first)[:size]
        root, length = self.entries.get("root entry", (_LAST, 0))
        store = self._joined(root)[:length] if size else b""
        places = (number * self.small for number in self._chain(first, self.small_table))
        return b"".join(store[at : at + self.small] for at in places)[:size]

    def _of_table(self) -> list[int]:
        """The sectors that the table of sectors itself stands in."""
        following, _ = struct.unpack_from("<2I", self.content, 68)
        sectors = list(struct.unpack_from("<109I", self.content, 76))
        for _ in range(len(self.content) // self.size):
            if following >= _LAST:
                break
            *more, following = self._numbers([following])
            sectors += more
        return [sector for sector in sectors if sector < _LAST]

    def _numbers(self, sectors: list[int]) -> "array[int]":
        content = b"".join(map(self._sector, sectors[: len(self.content) // self.size]))
        return array("I", struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))

    def _sector(self, number: int) -> bytes:
        return self.content[(number + 1) * self.size : (number + 2) * self.size]

    def _chain(self, first: int, table: "array[int]") -> list[int]:
        """Sectors one after another; raises ValueError where they go round, IndexError where they lead outside."""
        chain: list[int] = []
        while first < _LAST:
            chain.append(first)
            if len(chain) > len(table):
                raise ValueError("sectors in a circle")
            first = table[first]
        return chain

    def _joined(self, first: int) -> bytes:
        return b"".join(map(self._sector, self._chain(first, self.table)))

    def _listed(self, directory: bytes) -> dict[str, tuple[int, int]]:
        """First sector and size of each stream, by its name in small letters."""
        entries: dict[str, tuple[int, int]] = {}
        for at in range(0, len(directory) - 127, 128):
            (length,) = struct.unpack_from("<H", directory, at + 64)
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            entries.setdefault(name.casefold(), struct.unpack_from("<2I", directory, at + 116))
        return entries
