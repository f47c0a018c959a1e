"""A table as a file holds it: the form in which every reader gets it."""

from dataclasses import dataclass

from reachcheck.model.sources import RowNote, RowUnit


@dataclass(frozen=True, kw_only=True)
class RawTable:
    """Rows of text as a file holds them: white space around a cell is all that is taken away."""

    header: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int]
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

    def column(self, name: str) -> list[str]:
        """All cells of one column."""
        position = self.header.index(name)
        return [row[position] for row in self.rows]
