"""The tables that stand in one file, one below the other, read line by line: no more is held than a table keeps."""

import csv
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, takewhile

from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.table.body import Body
from reachcheck.readers.table.fitting import Fitter
from reachcheck.readers.table.kept import Kept
from reachcheck.readers.table.layout import Layout, lay_out
from reachcheck.readers.table.lines import Lines
from reachcheck.readers.table.names import Known
from reachcheck.readers.table.parts import LOOK, begins_table, remarks
from reachcheck.readers.table.profile import Profile
from reachcheck.readers.table.records import Dialect, Record, has_inner_quote, records
from reachcheck.readers.table.totals import says_total

SAMPLE = 1_000
"""From so many first rows a table's layout and the profile of its columns are learnt."""
FEW, MANY = 64, 8_192
"""How many lines are read at once: few after a row that needs thought, and more from there on."""


@dataclass(frozen=True, eq=False)
class Part:
    """One of the tables of a file."""

    layout: Layout
    above: tuple[int, ...]
    """Lines of the preamble and the header."""
    notes: tuple[RowNote, ...]
    """What there is to say of these."""
    body: Body


class Stacked:
    """Reads tables one after another."""

    def __init__(self, lines: Lines, dialect: Dialect, known: Known, place: str, keeping: Callable[[], Kept]) -> None:
        """`keeping` makes the place where the rows of a table go."""
        self._lines = lines
        self._keeping = keeping
        self._dialect = dialect
        self._known = known
        self._place = place
        self._records = records(lines, dialect)
        self._ahead: deque[Record] = deque()
        """Rows that were looked at and not yet taken."""

    def tables(self) -> Iterator[Part]:
        """Each table with all its rows."""
        while self._look(1):
            yield self.next_part()

    @property
    def dialect(self) -> Dialect:
        """How the rows are written."""
        return self._dialect

    def look_ahead(self) -> tuple[list[Record], Layout]:
        """The first rows of the next table and their layout, not taken; no rows at the end of the file."""
        head = self._look(SAMPLE)
        return head, lay_out(head, self._dialect, self._known) if head else Layout(names=(), first=0)

    def _look(self, many: int) -> list[Record]:
        """The next rows without taking them, as many as there are up to `many`."""
        self._ahead.extend(islice(self._records, max(0, many - len(self._ahead))))
        return list(islice(self._ahead, many))

    def next_part(self, *, rows: bool = True) -> Part:
        """The next table; without its rows where somebody else reads them."""
        head, layout = self.look_ahead()
        above = [self._ahead.popleft() for _ in range(layout.first)]
        profile = _profile(head[layout.first :], layout.width, self._dialect)
        fitter = Fitter(self._dialect, profile)
        body = Body(self._keeping(), layout.header, self._dialect, fitter, profile, self._place)
        if rows:
            self._fill(body, layout, profile)
        stray = [RowNote(record.line, msg("table.stray_quote")) for record in above if record.stray]
        return Part(layout, tuple(record.line for record in above), (*layout.notes, *stray), body)

    def _fill(self, body: Body, layout: Layout, profile: Profile) -> None:
        """Take rows up to the end of the file, or up to another table."""
        gap, many = False, FEW
        while True:
            if not self._ahead and not gap:
                many = min(MANY, 2 * many) if self._take_plain(body, many) else FEW
            rows = self._look(1)
            if rows and (gap or rows[0].after_blank):
                rows = self._look(LOOK)
                if len(body.kept) and begins_table(rows, layout, profile, self._known):
                    return
                for _ in range(remarks(rows, layout)):
                    body.report(self._ahead.popleft().line, msg("table.remark"))
            if not self._ahead:
                return
            record = self._ahead.popleft()
            body.add(record)
            gap = not any(map(str.strip, record.cells))

    def _take_plain(self, body: Body, many: int) -> bool:
        """Take the rows of the next lines up to the first that needs thought; whether none did."""
        lines = self._lines.take(many)
        first = self._lines.number - len(lines) + 1
        rows, ends = _strict(lines, self._dialect)
        sound = next((n for n, line in enumerate(lines) if has_inner_quote(line, self._dialect)), len(lines))
        plain = min(body.plain(rows), bisect_right(ends, sound) - 1)
        body.extend(rows[:plain], [first + end for end in ends[:plain]])
        self._lines.give_back(lines[ends[plain] :])
        return ends[plain] == len(lines)


def _strict(lines: Sequence[str], dialect: Dialect) -> tuple[list[list[str]], Sequence[int]]:
    """The rows of some lines up to the first whose quotes are unsound; how many lines they take up, the first one 0."""
    if not any(dialect.quote in line for line in lines):
        return list(dialect.reader(lines)), range(len(lines) + 1)
    rows: list[list[str]] = []
    ends = [0]
    reader = dialect.reader(lines, strict=True)
    with suppress(csv.Error):
        for cells in reader:
            rows.append(cells)
            ends.append(reader.line_num)
    return rows, ends


def _profile(records: list[Record], width: int, dialect: Dialect) -> Profile:
    """The columns as the first rows show them that stand together, are sound and no sums."""
    block = takewhile(lambda record: record is records[0] or not record.after_blank, records)
    whole = (record for record in block if len(record.cells) == width and not says_total(record.cells[0]))
    return Profile([each.cells for each in whole if not each.stray and not each.has_inner_quote(dialect)], width)
