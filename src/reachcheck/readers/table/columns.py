"""Columns of large tables: packed text instead of one object a cell, and read only when somebody asks for them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

BLOCK = 1 << 16
"""Cells that are packed together."""
SEPARATORS = "\x1f\x1e\x1d\x1c\x00"
"""Characters of which one stands between cells: text hardly ever holds them."""


class Column(Sequence[str]):
    """Cells of one column. Takes one byte a cell more than their text; a cell far from the last one costs a block."""

    def __init__(self) -> None:
        self._blocks: list[tuple[bytes, str] | list[str]] = []
        self._open: list[str] = []
        self._unpacked: tuple[int, list[str]] = (-1, [])

    def extend(self, cells: Iterable[str]) -> None:
        """Add cells at the end."""
        self._open.extend(cells)
        while len(self._open) >= BLOCK:
            self._blocks.append(_packed(self._open[:BLOCK]))
            del self._open[:BLOCK]

    def __len__(self) -> int:
        return len(self._blocks) * BLOCK + len(self._open)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        return self._block(place // BLOCK)[place % BLOCK]

    def __iter__(self) -> Iterator[str]:
        return chain(chain.from_iterable(map(_unpacked, self._blocks)), self._open)

    def _block(self, number: int) -> list[str]:
        if number == len(self._blocks):
            return self._open
        if self._unpacked[0] != number:
            self._unpacked = number, _unpacked(self._blocks[number])
        return self._unpacked[1]


def _packed(cells: list[str]) -> tuple[bytes, str] | list[str]:
    for separator in SEPARATORS:
        text = separator.join(cells)
        if text.count(separator) == len(cells) - 1:
            return text.encode("utf-8", "surrogatepass"), separator
    return cells


def _unpacked(block: tuple[bytes, str] | list[str]) -> list[str]:
    return block if isinstance(block, list) else block[0].decode("utf-8", "surrogatepass").split(block[1])


class Columns(Sequence[list[str]]):
    """The rows of a large table: its columns are read from the file when they are asked for, and kept from then on."""

    def __init__(self, size: int, width: int, read: Callable[[Sequence[int]], Sequence[Column]]) -> None:
        """`read` gives the columns at some positions, in one pass over the file."""
        self._size, self._width, self._read = size, width, read
        self._columns: dict[int, Column] = {}

    def longer(self, by: int) -> "Columns":
        """The same with more rows of the same file, which are read with these."""
        return Columns(self._size + by, self._width, self._read)

    def load(self, positions: Iterable[int]) -> None:
        """Read several columns at once."""
        absent = sorted(set(positions) - self._columns.keys())
        if absent:
            self._columns.update(zip(absent, self._read(absent), strict=True))

    def column(self, position: int) -> Column:
        """One column."""
        self.load((position,))
        return self._columns[position]

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[list[str]]:
        self.load(range(self._width))
        return map(list, zip(*(self._columns[position] for position in range(self._width)), strict=True))

    @overload
    def __getitem__(self, place: int) -> list[str]: ...

    @overload
    def __getitem__(self, place: slice) -> list[list[str]]: ...

    def __getitem__(self, place: int | slice) -> list[str] | list[list[str]]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._size))]
        place = range(self._size)[place]
        self.load(range(self._width))
        return [self._columns[position][place] for position in range(self._width)]
