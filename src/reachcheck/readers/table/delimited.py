"""Delimited text as logical rows: quotes respected where they are sound, and mended, never obeyed, where not."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

MENDING = 16
"""How often the lines of a file may be read again for the sake of stray quotes before all quotes become plain text."""
LARGEST = 2**31 - 1


def split_lines(text: str) -> list[str]:
    r"""Physical lines with their ends; ``\n``, ``\r`` and ``\r\n`` all end a line, nothing else does."""
    return list(io.StringIO(text, newline=""))


@dataclass
class Logical:
    """Rows of cells; `lines` are the 1-based physical lines where they start."""

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)
    """Lines of rows whose quotes are unsound."""
    after_blank: set[int] = field(default_factory=set)
    """Positions of rows that follow a blank line."""

    def part(self, start: int, end: int) -> "Logical":
        """The rows from one position on up to another; what is stray is told once, of the whole."""
        after_blank = {position - start for position in self.after_blank if start <= position < end}
        return Logical(self.rows[start:end], self.lines[start:end], after_blank=after_blank)


def logical_rows(lines: list[str], delimiter: str, start: int = 0, most: int | None = None) -> Logical:
    """Read from physical line `start` (0-based) on, at most `most` rows; blank lines are no rows."""
    reader = _Reader(lines, delimiter, most)
    while start < len(lines) and not reader.full:
        start = reader.read(start)
    return reader.out


class _Reader:
    """Reads strictly; at an unsound quote it reads one row loosely, then strictly again from there."""

    def __init__(self, lines: list[str], delimiter: str, most: int | None) -> None:
        csv.field_size_limit(LARGEST)
        self.lines = lines
        self.delimiter = delimiter
        self.most = most
        self.budget = MENDING * len(lines)
        self.out = Logical()
        self.blank = False

    @property
    def full(self) -> bool:
        return self.most is not None and len(self.out.rows) >= self.most

    def read(self, start: int) -> int:
        """Read rows up to the next defect, and that; return the line after."""
        plain = self.budget <= 0
        reader = self._reader(start, strict=not plain, plain=plain)
        begun = start
        try:
            for cells in reader:
                self._keep(begun, cells)
                begun = start + reader.line_num
                if self.full:
                    return len(self.lines)
        except csv.Error:
            self.budget -= reader.line_num
            return self._mend(begun)
        return len(self.lines)

    def _keep(self, begun: int, cells: list[str]) -> None:
        if len(cells) < 2 and not self.lines[begun].strip():
            self.blank = True
            return
        if self.blank:
            self.out.after_blank.add(len(self.out.rows))
            self.blank = False
        self.out.rows.append(cells)
        self.out.lines.append(begun + 1)

    def _mend(self, begun: int) -> int:
        loose = self._reader(begun, strict=False)
        cells = next(loose)
        self.budget -= loose.line_num
        end = begun + loose.line_num
        if end > begun + 1 and self._swallows_rows(begun, end):
            cells, end = next(self._reader(begun, plain=True)), begun + 1
        self._keep(begun, cells)
        self.out.stray.append(begun + 1)
        return end

    def _swallows_rows(self, begun: int, end: int) -> bool:
        """Whether half of the lines that a loose quote would take in look like rows of their own."""
        widths = [len(cells) for cells in islice(self._reader(begun, plain=True), end - begun)]
        recent = Counter(len(cells) for cells in self.out.rows[-50:])
        expected = recent.most_common(1)[0][0] if recent else widths[0]
        taken = widths[1:]
        return 2 * sum(width >= expected for width in taken) >= len(taken)

    def _reader(self, start: int, *, strict: bool = False, plain: bool = False) -> "Reader":
        lines: Iterator[str] = map(self.lines.__getitem__, range(start, len(self.lines)))
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL,
            skipinitialspace=True,
            strict=strict,
        )
