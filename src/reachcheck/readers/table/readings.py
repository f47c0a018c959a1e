"""All readings of one row's text as the cells of some columns that few changes lead to, the likeliest first.

The text is divided at every delimiter, sound or not; a reading puts these pieces together to cells, in order. It pays
for every change that somebody must have made to the row, and for each cell by how odd it is in its column.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reachcheck.readers.table.profile import Profile
from reachcheck.readers.table.records import Dialect

DROPPED, FUSED, JOINED, ABSENT, CUT_OFF, LITERAL, UNDOUBLED, BORDER, LONGER = (
    3.0,
    3.0,
    3.0,
    4.0,
    1.0,
    1.0,
    0.5,
    2.0,
    0.5,
)
"""What it costs: an empty cell too many, two cells as one, a delimiter within a text that is not quoted, a cell left
out within a row, one left out at its end, a quote that belongs to a text, quotes within quotes that are not doubled,
each that stands next to a delimiter there, and one more piece in a text or beyond the last column.
"""
MOST = 8.0
"""What all changes to one row may cost."""
BEST = 3
"""How many readings are kept at each step: the best and its rivals."""
PIECES = 40
"""How many pieces one cell may be put together from."""

_BORDERS = re.compile(
    r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)|(?<=\d)(?=\d)|(?<=\w)(?=[^\w\s])|(?<=[^\w\s])(?=\w)|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?=https?://)"
)


@dataclass(frozen=True, slots=True)
class Path:
    """A reading of the first pieces; `changes` is the part of `cost` that was paid for changes."""

    cost: float
    changes: float
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    pieces: int
    cells: tuple[str, ...]
    changes: float


class Readings:
    """One row's text, taken apart."""

    def __init__(self, raw: str, dialect: Dialect, profile: Profile) -> None:
        self._pieces = raw.split(dialect.delimiter)
        self._dialect = dialect
        self._quote = dialect.quote
        self._profile = profile
        self.weighed = 0
        """How many cells were weighed."""

    def best(self) -> list[Path]:
        """The likeliest readings, all different."""
        end, width = len(self._pieces), self._profile.width
        paths: dict[tuple[int, int], list[Path]] = {(0, 0): [Path(0.0, 0.0, ())]}
        for piece in range(end + 1):
            for column in range(width + 1):
                here = paths.get((piece, column), ())
                if not here or (piece, column) == (end, width):
                    continue
                for step in self._steps(piece, column):
                    self._go(paths, here, step, piece, column)
        return paths.get((end, width), [])

    def _go(
        self, paths: dict[tuple[int, int], list[Path]], here: "list[Path]", step: _Step, piece: int, column: int
    ) -> None:
        self.weighed += len(step.cells)
        odd = sum(self._profile.cost(column + number, cell) for number, cell in enumerate(step.cells))
        there = paths.setdefault((piece + step.pieces, column + len(step.cells)), [])
        for path in here:
            if path.changes + step.changes <= MOST:
                cost = path.cost + step.changes + odd
                _keep(there, Path(cost, path.changes + step.changes, path.cells + step.cells))

    def _steps(self, piece: int, column: int) -> Iterator[_Step]:
        left, room = len(self._pieces) - piece, self._profile.width - column
        if left and not any(map(str.strip, self._pieces[piece:])) and not room:
            yield _Step(left, (), LONGER * left)
            return
        if left and not self._pieces[piece].strip():
            yield _Step(1, (), DROPPED)
        if not room:
            return
        yield _Step(0, ("",), ABSENT if left else CUT_OFF)
        for pieces in range(1, min(left, PIECES) + 1):
            raw = self._dialect.delimiter.join(self._pieces[piece : piece + pieces])
            if pieces > 1 and self._quote not in raw and left - pieces < room - 1:
                return
            yield from (_Step(pieces, (text,), changes) for text, changes in self._texts(raw, pieces))
            if room > 1 and (pieces == 1 or self._quote in self._pieces[piece]):
                yield from (_Step(pieces, halves, changes) for halves, changes in self._halves(raw, pieces))

    def _texts(self, raw: str, pieces: int) -> Iterator[tuple[str, float]]:
        """What a cell says whose text in the file is `raw`; nothing where it cannot be one cell."""
        text, quote = raw.strip(), self._quote
        if not text.startswith(quote):
            if pieces == 1:
                yield text, 0.0
            elif quote not in text and self._is_filled_at_both_ends(raw):
                yield text, JOINED + LONGER * (pieces - 2)
            return
        if len(text) > 1 and text.endswith(quote):
            yield self._inner(text[1:-1])
        elif pieces == 1:
            closes = quote in text[1:].replace(quote * 2, "")
            yield (next(self._dialect.reader([text]))[0].strip() if closes else text), LITERAL

    def _inner(self, text: str) -> tuple[str, float]:
        """A text that stood within quotes."""
        quote, escape, delimiter = self._quote, self._dialect.escape, self._dialect.delimiter
        if escape:
            text = text.replace(escape + quote, quote * 2).replace(escape * 2, escape)
        undoubled = text.replace(quote * 2, "")
        borders = f"{quote}{undoubled}{quote}".count(quote + delimiter) + undoubled.count(delimiter + quote)
        borders += undoubled.endswith(delimiter)
        return text.replace(quote * 2, quote).strip(), UNDOUBLED * (quote in undoubled) + BORDER * borders

    def _is_filled_at_both_ends(self, raw: str) -> bool:
        first, *_, last = raw.split(self._dialect.delimiter)
        return bool(first.strip() and last.strip())

    def _halves(self, raw: str, pieces: int) -> Iterator[tuple[tuple[str, str], float]]:
        """Two cells whose texts stand next to each other without a delimiter."""
        quote = self._quote
        if quote in raw:
            places = {at + side for at, sign in enumerate(raw) if sign == quote for side in (0, 1)}
        else:
            places = {found.start() for found in _BORDERS.finditer(raw)}
        for place in sorted(places - {0, len(raw)}):
            sides = [
                list(self._texts(side, side.count(self._dialect.delimiter) + 1)) for side in (raw[:place], raw[place:])
            ]
            for (first, one), (second, other) in ((a, b) for a in sides[0] for b in sides[1]):
                if one + other < JOINED:
                    yield (first, second), FUSED + one + other


def _keep(paths: list[Path], new: Path) -> None:
    """Keep a reading if it is among the best."""
    for place, path in enumerate(paths):
        if path.cells == new.cells:
            if new.cost < path.cost:
                paths[place] = new
            break
    else:
        paths.append(new)
    paths.sort(key=lambda path: path.cost)
    del paths[BEST:]
