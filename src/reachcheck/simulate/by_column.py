"""The rows of an export, kept by column: a million of them take no million tuples before somebody reads them."""

from collections.abc import Iterator, Sequence
from typing import Any, Self, overload

import numpy as np
from numpy.typing import NDArray

Row = tuple[str | int, ...]
Column = NDArray[Any]
"""Texts (`Words`), counts, moments (datetime64[s], written with a Z) or days (datetime64[D])."""
Words = NDArray[np.object_]


def moments(at: NDArray[np.int64]) -> Column:
    """Seconds since 1970 as a column."""
    return at.astype("datetime64[s]")


def numbered(n: int) -> Words:
    """So many posts as a column: p0001 and on."""
    return np.array([f"p{i + 1:04d}" for i in range(n)], dtype=object)


class ByColumn(Sequence[Row]):
    """Reads, compares and prints as the tuple of its rows; `columns` are of one length."""

    def __init__(self, *columns: Column) -> None:
        self.columns = columns

    @classmethod
    def of(cls, rows: Sequence[Row], width: int) -> Self:
        """The same rows by column, each cell as it is."""
        if isinstance(rows, cls):
            return rows
        cells = zip(*rows, strict=True) if rows else ([] for _ in range(width))
        return cls(*(np.array(column, dtype=object) for column in cells))

    def __len__(self) -> int:
        return len(self.columns[0])

    def __iter__(self) -> Iterator[Row]:
        return zip(*map(_written, self.columns), strict=True)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(ByColumn(*(column[at] for column in self.columns)))
        return next(iter(ByColumn(*(column[[at]] for column in self.columns))))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(tuple(self))


def _written(column: Column) -> list[Any]:
    times = column.dtype.kind == "M"
    cells: list[Any] = (np.datetime_as_string(column) if times else column).tolist()
    return [f"{text}Z" for text in cells] if column.dtype == "datetime64[s]" else cells
