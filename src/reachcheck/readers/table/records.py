"""Lines as records of cells: quotes respected where they are sound, and mended, never obeyed, where not."""

import csv
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from reachcheck.readers.table.lines import Lines, split_lines

if TYPE_CHECKING:
    from _csv import Reader

MENDING = 16
"""How often the lines of a file may be read again for the sake of stray quotes before all quotes become plain text."""
SPAN = 2_000
"""How many lines one record may take."""
RECENT = 50
LARGEST = 2**31 - 1
SINGLE = "\x1f"
"""A delimiter that text does not hold: the file has one column."""


@dataclass(frozen=True)
class Dialect:
    """How rows are written. A quote is doubled within quotes, or comes after `escape` where there is one."""

    delimiter: str
    quote: str = '"'
    escape: str = ""

    def reader(self, lines: Iterable[str], *, strict: bool = False, plain: bool = False) -> "Reader":
        """Python's reader of this dialect; `plain` takes quotes as any other character."""
        csv.field_size_limit(LARGEST)
        escaping = bool(self.escape) and not plain
        pairs = re.compile(f"{re.escape(self.escape)}[{re.escape(self.quote + self.escape)}]?")
        return csv.reader(
            (_shielded(line, pairs) for line in lines) if escaping else lines,
            delimiter=self.delimiter,
            quotechar=self.quote,
            escapechar=self.escape if escaping else None,
            quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL,
            skipinitialspace=self.delimiter != " ",
            strict=strict,
        )

    def cells(self, raw: str) -> list[str]:
        """The cells of one row's text, read loosely; none where it would be several rows, or no row."""
        found = list(self.reader(split_lines(raw)))
        return found[0] if len(found) == 1 else []


@dataclass(frozen=True, slots=True)
class Record:
    """One logical row."""

    line: int
    """1-based physical line where it starts."""
    cells: list[str]
    raw: str
    """Its text as it stands, with the line end."""
    stray: bool = False
    """Whether its quotes are unsound."""
    after_blank: bool = False
    """Whether a blank line stands above it."""

    def has_inner_quote(self, dialect: "Dialect") -> bool:
        """Whether a quote has text before and behind it, which no writer leaves undoubled within quotes."""
        return has_inner_quote(self.raw, dialect)


def has_inner_quote(raw: str, dialect: Dialect) -> bool:
    """See `Record`; for any text."""
    return dialect.quote in raw and bool(_inner_quote(dialect).search(raw))


@cache
def _inner_quote(dialect: Dialect) -> re.Pattern[str]:
    beside = f"[^\\s{re.escape(dialect.delimiter + dialect.quote + dialect.escape)}]"
    quote = re.escape(dialect.quote)
    return re.compile(f"{quote}(?={beside})(?<={beside}{quote})")


def _shielded(line: str, pairs: re.Pattern[str]) -> str:
    """A line in which an escape before anything but a quote or another escape means itself."""
    return pairs.sub(lambda pair: pair[0] if len(pair[0]) > 1 else pair[0] * 2, line)


def records(lines: Lines, dialect: Dialect) -> Iterator[Record]:
    """Read strictly; at an unsound quote read one record loosely, then strictly again from there. Skips blank lines."""
    return iter(_Records(lines, dialect))


class _Records:
    def __init__(self, lines: Lines, dialect: Dialect) -> None:
        self._lines = lines
        self._dialect = dialect
        self._taken: list[str] = []
        """Lines of the record that is being read."""
        self._widths: deque[int] = deque(maxlen=RECENT)
        self._reread = 0
        self._blank = False

    def __iter__(self) -> Iterator[Record]:
        while True:
            try:
                for cells in self._reader():
                    yield from self._made(cells)
                return
            except csv.Error:
                yield from self._mended()

    def _reader(self) -> "Reader":
        plain = self._reread > MENDING * (self._lines.number + SPAN)
        return self._dialect.reader(self._feed(), strict=not plain, plain=plain)

    def _feed(self) -> Iterator[str]:
        while len(self._taken) < SPAN:
            line = next(self._lines, None)
            if line is None:
                return
            self._taken.append(line)
            yield line

    def _made(self, cells: list[str], stray: bool = False) -> Iterator[Record]:
        """The record that the lines taken are; none where they are blank."""
        line = self._lines.number - len(self._taken) + 1
        if (len(cells) < 2 or self._dialect.delimiter == " ") and not self._taken[0].strip():
            self._blank = True
        else:
            raw = self._taken[0] if len(self._taken) == 1 else "".join(self._taken)
            yield Record(line, cells, raw, stray, self._blank)
            self._blank = False
            self._widths.append(len(cells))
        self._taken.clear()

    def _mended(self) -> Iterator[Record]:
        taken = self._taken.copy()
        self._reread += len(taken)
        loose = self._dialect.reader(taken)
        cells, end = next(loose), loose.line_num
        if end > 1 and self._swallows_rows(taken[:end]):
            cells, end = next(self._dialect.reader(taken, plain=True)), 1
        self._lines.give_back(taken[end:])
        del self._taken[end:]
        yield from self._made(cells, stray=True)

    def _swallows_rows(self, lines: list[str]) -> bool:
        """Whether half of the lines that a loose quote would take in look like rows of their own."""
        widths = [len(cells) for cells in self._dialect.reader(lines, plain=True)]
        recent = Counter(self._widths)
        expected = recent.most_common(1)[0][0] if recent else widths[0]
        taken = widths[1:]
        return 2 * sum(width >= expected for width in taken) >= len(taken)


def some_records(lines: Iterable[str], dialect: Dialect, most: int) -> list[Record]:
    """The first records of some lines."""
    return list(islice(records(Lines(lines), dialect), most))
