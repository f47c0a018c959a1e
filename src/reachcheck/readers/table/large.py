"""Tables too large to hold: read once for the account of their rows, and again for the columns that are asked for.

The ordinary reader does this line by line, with as little memory as one row takes. Where a file is regular DuckDB does
the same faster; both give the same table.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.source.member import Member, readable
from reachcheck.readers.table.columns import Column, Columns
from reachcheck.readers.table.encoding import SAMPLE, Encoding, find_encoding, refuse_noise, texts
from reachcheck.readers.table.kept import Sifted
from reachcheck.readers.table.lines import Lines, split_lines
from reachcheck.readers.table.names import Known
from reachcheck.readers.table.raw import RawTable
from reachcheck.readers.table.stacked import Part, Stacked
from reachcheck.readers.table.survey import survey
from reachcheck.readers.table.text import one_table, raw_table, refuse_page, stacked

LONGEST = 64 << 20
"""Characters of a line that is read."""


def read_large(member: Member, known: Known, *, bulk: bool = True) -> RawTable:
    """Read a file that gives its pieces as `read_table` reads one, whatever its size; its rows are `Columns`.

    `bulk` says whether DuckDB may be used, which needs a file on disk. Raises UnreadableError where there is no table,
    or where the file changes while it is in use.
    """
    large = _Large(member, known)
    return (large.in_bulk() if bulk else None) or large.line_by_line()


class _Large:
    def __init__(self, member: Member, known: Known) -> None:
        assert member.pieces is not None
        self._pieces, self._file, self._place, self._known = member.pieces, member.file, member.name, known
        self._state = self._stamp()
        self._encoding: Encoding = find_encoding(self._pieces, self._place)
        start = self._start()
        refuse_noise(start, self._place)
        refuse_page(start, self._place)

    def in_bulk(self) -> RawTable | None:
        """The table as DuckDB reads it; None where that would not be the same."""
        if self._file is None:
            return None
        from reachcheck.readers.table.bulk import Bulk

        reader = self._stacked(())
        head, layout = reader.look_ahead()
        data = head[layout.first :]
        if not data or not layout.header or layout.width < 2 or not self._is_narrow(reader):
            return None
        dialect, skip = reader.dialect, data[0].line - 1
        seen = survey(self._pieces(), dialect.delimiter, dialect.quote)
        bulk = Bulk(self._file, dialect, layout, skip, seen)
        if not seen.plain or not bulk.holds(data):
            return None
        part = reader.next_part(rows=False)
        rows = Columns(bulk.size, layout.width, partial(self._unchanged, bulk.columns))
        return self._noted(raw_table(part, rows, bulk.lines()))

    def line_by_line(self) -> RawTable:
        """The table as the ordinary reader reads it."""
        table = one_table(map(self._table, self._stacked(()).tables()), self._place)
        return self._noted(table)

    def _is_narrow(self, reader: Stacked) -> bool:
        """Whether the bytes are those that DuckDB takes for the same characters."""
        dialect = reader.dialect
        marks = len(dialect.delimiter.encode()) == 1 and dialect.delimiter not in " \x1f" and not dialect.escape
        return self._encoding.name == "utf-8" and self._encoding.errors == "strict" and marks

    def _table(self, part: Part) -> RawTable:
        kept = part.body.kept
        assert isinstance(kept, Sifted)
        rows = Columns(len(kept), part.layout.width, partial(self._unchanged, self._columns))
        return raw_table(part, rows, kept.lines)

    def _columns(self, positions: Sequence[int]) -> Sequence[Column]:
        """Columns of the first table, and of those below it that have its header again."""
        first, *others = self._stacked(positions).tables()
        kept = first.body.kept
        assert isinstance(kept, Sifted)
        for part in others:
            if part.layout.header and part.layout.names == first.layout.names and isinstance(part.body.kept, Sifted):
                kept.join(part.body.kept)
        return kept.columns

    def _noted(self, table: RawTable) -> RawTable:
        note = self._encoding.note
        return replace(table, warnings=(RowNote(-1, note), *table.warnings)) if note else table

    def _stacked(self, positions: Sequence[int]) -> Stacked:
        return stacked(Lines(self._text()), self._known, self._place, lambda: Sifted(positions))

    def _unchanged(
        self, read: Callable[[Sequence[int]], Sequence[Column]], positions: Sequence[int]
    ) -> Sequence[Column]:
        """Columns, once it is sure that the file is still the one whose rows were counted."""
        columns = read(positions)
        if self._stamp() != self._state:
            raise UnreadableError(msg("table.changed"), place=self._place, remedy=msg("table.changed_remedy"))
        return columns

    def _start(self) -> str:
        """The first characters."""
        start = ""
        for line in self._text():
            start += line
            if len(start) >= SAMPLE:
                break
        return start[:SAMPLE]

    def _stamp(self) -> tuple[int, int, int] | None:
        """What shows that a file on disk is still the same."""
        if self._file is None:
            return None
        with readable(self._place):
            found = self._file.stat()
        return found.st_size, found.st_mtime_ns, found.st_ino

    def _text(self) -> Iterator[str]:
        """The lines of the file, without its mark."""
        rest, first = "", True
        for text in texts(self._encoding, self._pieces):
            if len(rest) > LONGEST:
                raise UnreadableError(msg("table.long_line"), place=self._place, remedy=msg("table.binary_remedy"))
            text = text.lstrip("\ufeff") if first else text
            first = first and not text
            *lines, rest = split_lines(rest + text) or [""]
            yield from lines
        yield from split_lines(rest)
