"""All readings of one row's text as the cells of some columns that few changes lead to, the likeliest first.

The text is divided at every delimiter, sound or not; a reading puts these pieces together to cells, in order. It pays
for every change that somebody must have made to the row, and for each cell by how odd it is in its column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reachcheck.readers.table.profile import Profile
from reachcheck.readers.table.records import Dialect
from reachcheck.readers.table.units import LONGER, Cell, one_cell, two_cells

DROPPED = 3.0
"""What it costs that there is an empty cell too many: like those of `units`, the logarithm of how rare that is."""
FUSED = 4.0
"""That two cells stand as one."""
ABSENT = 5.0
"""That a cell is left out within the row."""
CUT_OFF = 1.0
"""That a cell is left out at the end of the row."""
MOST = 8.0
"""What all changes to one row may cost."""
BEST = 3
"""How many readings are kept at each step: the best and its rivals."""
PIECES = 40
"""How many pieces one cell may be put together from."""


@dataclass(frozen=True, slots=True)
class Path:
    """A reading of the first pieces; `changes` is the part of `cost` that was paid for changes."""

    cost: float
    changes: float
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """So many pieces become so many cells."""

    pieces: int
    cells: tuple[Cell, ...]
    change: float = 0.0


class Readings:
    """One row's text, taken apart."""

    def __init__(self, raw: str, dialect: Dialect, profile: Profile) -> None:
        self._pieces = raw.split(dialect.delimiter)
        self._dialect = dialect
        self._profile = profile
        self.weighed = 0
        """How many cells were weighed."""

    def best(self) -> list[Path]:
        """The likeliest readings, all different."""
        end, width = len(self._pieces), self._profile.width
        paths: dict[tuple[int, int], list[Path]] = {(0, 0): [Path(0.0, 0.0, ())]}
        for piece in range(end + 1):
            for column in range(width + 1):
                here = paths.get((piece, column))
                if here and (piece, column) != (end, width):
                    for step in self._steps(piece, column):
                        there = paths.setdefault((piece + step.pieces, column + len(step.cells)), [])
                        self._go(here, step, column, there)
        return paths.get((end, width), [])

    def _go(self, here: Sequence[Path], step: _Step, column: int, there: list[Path]) -> None:
        """Lengthen the readings up to here by a step."""
        self.weighed += len(step.cells)
        change = step.change + sum(cell.changes for cell in step.cells)
        odd = sum(self._profile.cost(column + number, cell.likened) for number, cell in enumerate(step.cells))
        texts = tuple(cell.text for cell in step.cells)
        for path in here:
            if path.changes + change <= MOST:
                _keep(there, Path(path.cost + change + odd, path.changes + change, path.cells + texts))

    def _steps(self, piece: int, column: int) -> Iterator[_Step]:
        left, room = len(self._pieces) - piece, self._profile.width - column
        if left and not room and not any(map(str.strip, self._pieces[piece:])):
            yield _Step(left, (), LONGER * left)
            return
        if left and not self._pieces[piece].strip():
            yield _Step(1, (), DROPPED)
        if room:
            yield _Step(0, (Cell("", ""),), ABSENT if left else CUT_OFF)
            yield from self._cells(piece, left, room)

    def _cells(self, piece: int, left: int, room: int) -> Iterator[_Step]:
        """The next pieces as one cell, or as two that stand as one."""
        quote = self._dialect.quote
        for pieces in range(1, min(left, PIECES) + 1):
            raw = self._dialect.delimiter.join(self._pieces[piece : piece + pieces])
            if pieces > 1 and quote not in raw and left - pieces < room - 1:
                return
            cell = one_cell(raw, self._dialect)
            if cell:
                yield _Step(pieces, (cell,))
            if room > 1 and (pieces == 1 or quote in self._pieces[piece]):
                yield from (_Step(pieces, cells, FUSED) for cells in two_cells(raw, self._dialect))


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
