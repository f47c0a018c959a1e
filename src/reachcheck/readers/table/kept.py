"""Where the rows go that a table keeps: all of them as lists, or only some columns, packed."""

from array import array
from collections.abc import Sequence
from typing import Protocol

from reachcheck.readers.table.columns import Column


class Kept(Protocol):
    """Takes the rows of one table in their order."""

    def extend(self, rows: Sequence[Sequence[str]], lines: Sequence[int]) -> None:
        """Keep rows, without the white space around their cells, and the lines where they start."""
        ...

    def __len__(self) -> int: ...


class Rows:
    """Keeps everything."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.lines: list[int] = []

    def extend(self, rows: Sequence[Sequence[str]], lines: Sequence[int]) -> None:
        """See `Kept`."""
        self.rows += [list(map(str.strip, row)) for row in rows]
        self.lines += lines

    def __len__(self) -> int:
        return len(self.lines)


class Sifted:
    """Keeps the columns at some positions, as far as the table has them, and four bytes a row for its line."""

    def __init__(self, positions: Sequence[int]) -> None:
        self.columns = [Column() for _ in positions]
        self.lines = array("I")
        self._positions = positions

    def extend(self, rows: Sequence[Sequence[str]], lines: Sequence[int]) -> None:
        """See `Kept`."""
        self.lines.extend(lines)
        for column, position in zip(self.columns, self._positions, strict=True):
            column.extend([row[position].strip() for row in rows if position < len(row)])

    def __len__(self) -> int:
        return len(self.lines)

    def join(self, more: "Sifted") -> None:
        """Keep the rows of another table below these."""
        self.lines.extend(more.lines)
        for column, other in zip(self.columns, more.columns, strict=True):
            column.extend(other)
