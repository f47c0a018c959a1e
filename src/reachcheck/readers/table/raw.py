"""A table as a file holds it: the form in which every reader gets it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reachcheck.model.sources import RowNote, RowUnit
from reachcheck.readers.table.columns import Columns


@dataclass(frozen=True, kw_only=True)
class RawTable:
    """Rows of text as a file holds them: white space around a cell is all that is taken away.

    The rows of a large file are `Columns`, which stay in the file until somebody asks for them.
    """

    header: tuple[str, ...]
    rows: Sequence[list[str]]
    lines: Sequence[int]
    """Where each row starts: 1-based physical line, or for JSON 0-based position in its list."""
    reported: tuple[RowNote, ...] = ()
    """Rows that were left out, with the reason."""
    warnings: tuple[RowNote, ...] = ()
    unit: RowUnit = "line"
    preamble: tuple[str, ...] = ()
    """What stood above the header, or the key of a JSON list."""
    before: int = 0
    """Where `lines` go on from table to table of one file: how many stand before this one's."""
    above: tuple[int, ...] = ()
    """Lines of the preamble and the header."""
    named: bool = True
    """Whether some row names the columns; else they are called by their numbers."""

    @property
    def rows_read(self) -> int:
        """Kept and reported rows together."""
        return len(self.rows) + len(self.reported)

    def column(self, name: str) -> Sequence[str]:
        """All cells of one column."""
        position = self.header.index(name)
        if isinstance(self.rows, Columns):
            return self.rows.column(position)
        return [row[position] for row in self.rows]

    def load(self, names: Iterable[str]) -> None:
        """Say which columns will be asked for, so that a large file is read only once for all of them."""
        if isinstance(self.rows, Columns):
            self.rows.load(map(self.header.index, names))
