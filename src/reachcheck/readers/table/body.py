"""Rows on their way into a table of a fixed width: kept, kept with a remark, or reported; none is lost."""

from collections.abc import Iterable, Sequence
from itertools import product

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.table.fitting import Fitter
from reachcheck.readers.table.kept import Kept
from reachcheck.readers.table.names import clean_name
from reachcheck.readers.table.profile import Profile
from reachcheck.readers.table.records import Dialect, Record
from reachcheck.readers.table.totals import SPACES, WORDS, is_total, says_total

EMPTY = 50
EMPTY_FROM = 1_000_000
"""A table may have this many cells, and so many more for each cell that its file gives."""


class Body:
    """The rows of one table on their way to where they are kept, and what there is to say of them."""

    def __init__(
        self, kept: Kept, header: Sequence[str], dialect: Dialect, fitter: Fitter, profile: Profile, place: str
    ) -> None:
        self.kept = kept
        self.width = profile.width
        self.reported: list[RowNote] = []
        self.warnings: list[RowNote] = []
        self._header = [clean_name(cell) for cell in header]
        self._fitter = fitter
        self._profile = profile
        self._place = place
        self._given = 0
        self._dialect = dialect
        self._doubted = _beginnings((*WORDS, *self._header[:1]))

    def plain(self, rows: Sequence[list[str]]) -> int:
        """How many rows, from the first on, need no thought, whatever their quotes."""
        width, doubted = self.width, self._doubted
        for number, row in enumerate(rows):
            start = row[0][:2] if row else ""
            if len(row) != width or ((start in doubted or start[:1] in doubted) and not self._is_plain(row)):
                return number
        return len(rows)

    def _is_plain(self, row: list[str]) -> bool:
        first = row[0].strip()
        if not first:
            return any(map(str.strip, row)) and not self.is_header(row)
        return not (says_total(first) or (self._header and clean_name(first) == self._header[0]))

    def extend(self, rows: Sequence[list[str]], lines: Sequence[int]) -> None:
        """Keep plain rows."""
        self._given += len(rows) * self.width
        self.kept.extend(rows, lines)

    def add(self, record: Record) -> None:
        """Keep or report a row of whatever kind."""
        line, cells = record.line, record.cells
        self._given += len(cells)
        if self.is_header(cells):
            self.report(line, msg("table.repeated_header"))
        elif len(cells) == self.width and is_total(cells, self._profile):
            self.report(line, msg("table.total_row"))
        elif len(cells) == self.width and not record.stray and not record.has_inner_quote(self._dialect):
            self.kept.extend([cells], [line])
        else:
            self._mend(record)
        refuse_sparse(self._given, len(self.kept), self.width, self._place)

    def report(self, line: int, why: Message) -> None:
        """Leave out a row, with the reason."""
        self.reported.append(RowNote(line, why))

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether a row is the header again."""
        return bool(self._header) and list(map(clean_name, cells)) == self._header

    def _mend(self, record: Record) -> None:
        """Keep a row as it was meant if that is clear, or as it stands where that loses nothing; else report it."""
        line, found = record.line, len(record.cells)
        cells = [cell.strip() for cell in record.cells]
        plain, beyond = cells[: self.width] + [""] * (self.width - found), any(cells[self.width :])
        meant = None if beyond else plain
        if self._fitter.can_fit(record.raw):
            fitted = self._fitter.fit(record.raw, quotes=record.stray or found == self.width)
            meant = fitted or (plain if found == self.width else None)
        if meant is None:
            counts = {"found": found, "expected": self.width}
            self.report(line, msg("table.long_row", **counts) if beyond else msg("table.unclear_row", **counts))
            return
        if record.stray:
            self._warn(line, msg("table.stray_quote"))
        if meant != plain and not record.stray:
            self._warn(line, msg("table.restored_row", found=found, expected=self.width))
        elif meant == plain and found < self.width:
            self._warn(line, msg("table.short_row", found=found, expected=self.width))
        self.kept.extend([meant], [line])

    def _warn(self, line: int, what: Message) -> None:
        self.warnings.append(RowNote(line, what))


def _beginnings(words: Iterable[str]) -> frozenset[str]:
    """The first character, or two, of cells that may turn out to be one of some words, or empty."""
    letters = {(each.upper(), each.lower()) for word in words for each in [word[:2]]}
    cases = {"".join(pair) for upper, lower in letters for pair in product(*zip(upper, lower, strict=False))}
    return frozenset(("", *SPACES, *"\"'.:", *cases))


def refuse_sparse(given: int, rows: int, width: int, place: str) -> None:
    """A small file may declare so many columns that its table would fill the memory with nothing."""
    if rows * width > EMPTY_FROM + EMPTY * given:
        problem = msg("table.too_sparse", columns=width, rows=rows)
        raise UnreadableError(problem, place=place, remedy=msg("table.too_sparse_remedy"))
