"""A file of several tables: each read by itself, with one account of all their rows."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reachcheck.model.sources import SourceRecord
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made


@dataclass(frozen=True, kw_only=True)
class ListsRecord(SourceRecord):
    """The record of a JSON file of several lists: entries are numbered on from list to list, places name the list."""

    lists: tuple[tuple[int, str], ...]
    """How many entries stand before a list, and its name."""

    def place(self, row: int) -> str:
        """The name of an entry for people: ``file:FansList[12]``."""
        if row < 0 or not self.lists:
            return self.file
        before, name = self.lists[bisect_right(self.lists, row, key=lambda found: found[0]) - 1]
        return f"{self.file}:{name}[{row - before}]"


@dataclass(frozen=True, kw_only=True, eq=False)
class Part:
    """One table on its way, by the name that people see; `cells` are those of a table that is read."""

    name: str
    rows: Rows
    drafts: Sequence[Draft] = ()
    cells: Cells | None = None

    def read(self) -> Iterator[tuple[str, str]]:
        """Source and canonical names of the columns that are read."""
        for canonical, source in self.cells.columns.items() if self.cells else ():
            yield f"{self.name}: {source}", canonical

    def unmatched(self) -> Iterator[str]:
        """Columns that are left alone."""
        read = dict(self.read())
        header = self.cells.table.header if self.cells else ()
        yield from (title for name in header if (title := f"{self.name}: {name}") not in read)


def joined(parts: Sequence[Part], record: SourceRecord, unmatched: Sequence[str] = ()) -> Made:
    """All parts as one; `record` knows where their rows stand. A file of several tables has one owner."""
    return Made(
        rows=Rows.join([part.rows for part in parts]),
        drafts=tuple(_placed(parts)),
        columns={title: name for part in parts for title, name in part.read()},
        unmatched=(*unmatched, *(title for part in parts for title in part.unmatched())),
        record=record,
    )


def _placed(parts: Sequence[Part]) -> Iterator[Draft]:
    """The drafts of all parts, at the places that their rows have among the rows of all."""
    before = 0
    for part in parts:
        yield from (replace(draft, at=draft.at + before, owners=(), platforms=()) for draft in part.drafts)
        before += len(part.rows.keep)
