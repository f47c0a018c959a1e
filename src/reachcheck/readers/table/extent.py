"""How far the sheets of a workbook reach and how much text they show, counted in their XML before a parser sees it.

A parser makes room for every cell up to the last row and column, and a text that is stored once stands in every cell
that points to it. So both are counted here first, in pieces and without a tree; whoever fools this count with XML of
his own kind meets the limits of the child process.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_PIECE = 4 << 20
_MARGIN = 32
_LETTERS, _DIGITS, _PREFIX = 7, 12, 32
_SPACED = re.compile(rb"\s+=\s*|=\s+")
_SPACES = tuple(pair for space in (b" ", b"\t", b"\n", b"\r") for pair in (space + b"=", b"=" + space))


@dataclass
class Extent:
    """The last row and column of a sheet that hold something (from 1 on), and how many cells do.

    `text` is how many bytes of shared text its cells show, and `cells` how many there are, empty ones with them.
    """

    rows: int = 0
    columns: int = 0
    filled: int = 0
    text: int = 0
    cells: int = 0

    def add(self, row: int, column: int) -> None:
        """Count a cell."""
        self.rows, self.columns, self.filled = max(self.rows, row), max(self.columns, column), self.filled + 1


def string_sizes(content: bytes, most: int) -> Places:
    """Bytes of each shared text of a part, at most; the look ends where there are more than `most`."""
    found: list[Places] = []
    before = 0
    for piece in _pieces(content):
        stream = _stream(piece)
        found.append(_tags(stream, b"si") + before)
        before += len(piece)
        if sum(map(len, found)) > most:
            break
    starts = np.concatenate([*found, [before]]) if found else np.zeros(1, dtype=np.int64)
    return np.diff(starts)


def extent_of(content: bytes, strings: Places) -> Extent:
    """How far a sheet reaches; `strings` are the sizes of the shared texts that its cells may point to."""
    found = Extent()
    unplaced = rows = 0
    for piece in _pieces(content):
        cells = _Cells(piece)
        found.cells += len(cells.at)
        found.filled += int(cells.filled.sum())
        found.text += cells.text(strings)
        found.rows, found.columns = max(found.rows, cells.last("row")), max(found.columns, cells.last("column"))
        unplaced, rows = max(unplaced, cells.unplaced), max(rows, cells.named_row) + cells.unnamed_rows
    if unplaced:
        found.rows, found.columns = max(found.rows, rows), found.columns + unplaced
    return found


def _pieces(content: bytes) -> Iterator[bytes]:
    """Pieces of a part that end before a row, or at least before a tag."""
    start = 0
    while start < len(content):
        end = start + _PIECE
        if end < len(content):
            end = max(content.rfind(b"<row", start + 1, end), 0) or max(content.rfind(b"<", start + 1, end), 0) or end
        piece = content[start:end]
        yield _SPACED.sub(b"=", piece) if any(pair in piece for pair in _SPACES) else piece
        start = end


def _stream(piece: bytes) -> Bytes:
    """The bytes of a piece, and some more, so that a look ahead stays inside."""
    return np.frombuffer(piece + bytes(_MARGIN), dtype=np.uint8)


def _byte(stream: Bytes, at: Places) -> Bytes:
    return stream[np.clip(at, 0, len(stream) - 1)]


def _follows(stream: Bytes, at: Places, text: bytes) -> Flags:
    alike: Flags = np.logical_and.reduce([_byte(stream, at + step) == char for step, char in enumerate(text)])
    return alike


def _tags(stream: Bytes, name: bytes) -> Places:
    """Where the name of a tag stands, with or without a prefix."""
    length = len(stream) - _MARGIN
    mark = (stream[:length] == ord("<")) | (stream[:length] == ord(":"))
    mark &= stream[1 : length + 1] == name[0]
    at: Places = np.flatnonzero(mark) + 1
    after = _byte(stream, at + len(name))
    at = at[_follows(stream, at, name) & ((after <= ord(" ")) | (after == ord(">")) | (after == ord("/")))]
    return at[_opens(stream, at - 1)]


def _opens(stream: Bytes, at: Places) -> Flags:
    """Whether each name, at whose `<` or `:` we are, is that of a tag that opens and not of one that closes."""
    for _ in range(_PREFIX):
        char = _byte(stream, at)
        within = (char == ord(":")) | (char > ord("?")) | ((char >= ord("-")) & (char <= ord("9")) & (char != ord("/")))
        if not within.any():
            break
        at = np.where(within, at - 1, at)
    opens: Flags = _byte(stream, at) == ord("<")
    return opens


class _Cells:
    """The cells of a piece: where their tags begin and end, and what these say."""

    def __init__(self, piece: bytes) -> None:
        self._bytes = _stream(piece)
        self.at = _tags(self._bytes, b"c")
        ends = np.flatnonzero(self._bytes == ord(">"))
        self._end = np.append(ends, len(piece))[np.searchsorted(ends, self.at)]
        self.filled = (_byte(self._bytes, self._end - 1) != ord("/")) & ~_follows(self._bytes, self._end + 1, b"</")
        self._place = self._attribute(b"r", self.at, self._end)
        column, after = self._letters(self._place)
        row, _ = self._number(after)
        placed = self._place >= 0
        self._of = {"column": column * placed, "row": row * placed}
        self._look_at_rows(ends, placed)

    def _look_at_rows(self, ends: Places, placed: Flags) -> None:
        """Cells that do not say where they are follow the one before, and so do rows."""
        starts = _tags(self._bytes, b"row")
        end = np.append(ends, len(self._bytes))[np.searchsorted(ends, starts)]
        number, _ = self._number(self._attribute(b"r", starts, end))
        self.named_row, self.unnamed_rows = int(number.max(initial=0)), int((number == 0).sum())
        lost = np.searchsorted(starts, self.at[self.filled & ~placed])
        self.unplaced = int(np.bincount(np.searchsorted(starts, self.at)).max(initial=0)) if len(lost) else 0

    def last(self, name: str) -> int:
        """The last row or column that a filled cell names."""
        return int(self._of[name][self.filled].max(initial=0))

    def text(self, strings: Places) -> int:
        """Bytes of the shared texts that the cells point to."""
        kind = self._attribute(b"t", self.at, self._end)
        shared = (kind >= 0) & _follows(self._bytes, kind, b's"') | (kind >= 0) & _follows(self._bytes, kind, b"s'")
        value, _ = self._number(self._end[shared & _follows(self._bytes, self._end + 1, b"<v>")] + 4)
        return int(strings[value[value < len(strings)]].sum())

    def _attribute(self, name: bytes, start: Places, end: Places) -> Places:
        """Where the value of an attribute begins in each tag; -1 where the tag has none."""
        stream, length = self._bytes, len(self._bytes) - _MARGIN
        mark = (stream[:length] <= ord(" ")) & (stream[1 : length + 1] == name[0])
        mark &= stream[2 : length + 2] == ord("=")
        found: Places = np.append(np.flatnonzero(mark), len(stream) + _MARGIN)
        first = found[np.searchsorted(found, start)]
        return np.where(first < end, first + 4, -1)

    def _letters(self, at: Places) -> tuple[Places, Places]:
        """A column by its letters, and the place after them."""
        return self._read(at, _LETTERS, 26, ord("a") - 1, ord("a"), ord("z"))

    def _number(self, at: Places) -> tuple[Places, Places]:
        return self._read(at, _DIGITS, 10, ord("0"), ord("0"), ord("9"))

    def _read(self, at: Places, most: int, base: int, zero: int, low: int, high: int) -> tuple[Places, Places]:
        value, at, going = np.zeros(len(at), dtype=np.int64), at.copy(), at >= 0
        for _ in range(most):
            char = _byte(self._bytes, at).astype(np.int64) | (32 if base == 26 else 0)
            going = going & (char >= low) & (char <= high)
            value = np.where(going, value * base + char - zero, value)
            at += going
        return value, at
