"""The fate of each row: kept, kept with a warning, or left out with the reason; none is lost."""

from collections.abc import Callable, Hashable, Iterable, Sequence

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Codes
from reachcheck.model.sources import RowNote
from reachcheck.readers.table import RawTable


def _repeated(first: int) -> Message:
    return msg("row.repeated", first=first)


class Rows:
    """Keeps the account of a table's rows while its columns are read."""

    def __init__(self, table: RawTable) -> None:
        self.lines: Codes = np.array(table.lines, dtype=np.int32)
        self.keep: Bools = np.ones(len(table.lines), dtype=np.bool_)
        self._before = table.before
        self._read = table.rows_read
        self._reported = list(table.reported)
        self._warnings = list(table.warnings)

    @classmethod
    def join(cls, parts: Sequence["Rows"]) -> "Rows":
        """The account of several tables of one file, one after the other."""
        joined = cls(RawTable(header=(), rows=[], lines=[line for part in parts for line in part.lines.tolist()]))
        joined.keep = np.concatenate([joined.keep[:0], *(part.keep for part in parts)])
        joined._read = sum(part._read for part in parts)
        joined._reported = [note for part in parts for note in part._reported]
        joined._warnings = [note for part in parts for note in part._warnings]
        return joined

    def leave_out(self, positions: Iterable[int], why: Callable[[int], Message]) -> None:
        """Report rows; of a row that is out already the first reason stays."""
        for position in positions:
            if self.keep[position]:
                self.keep[position] = False
                self._reported.append(RowNote(int(self.lines[position]), why(position)))

    def leave_out_repeats(self, keys: Sequence[Hashable | None], why: Callable[[int], Message] = _repeated) -> None:
        """Report kept rows whose key a kept row above has already, with what `why` says of that; None is no key."""
        first: dict[Hashable, int] = {}
        again: dict[int, int] = {}
        for position in np.flatnonzero(self.keep).tolist():
            key = keys[position]
            if key is not None and first.setdefault(key, position) != position:
                again[position] = int(self.lines[first[key]]) - self._before
        self.leave_out(again, lambda position: why(again[position]))

    def warn(self, positions: Iterable[int], why: Callable[[int], Message]) -> None:
        """Remark on rows that look odd and stay."""
        self._warnings.extend(RowNote(int(self.lines[position]), why(position)) for position in positions)

    def take_over(self, notes: Iterable[RowNote]) -> None:
        """Remark what another account of the same rows has remarked, such as that of entries within entries."""
        self._warnings.extend(notes)

    def note(self, what: Message) -> None:
        """Remark on the whole file."""
        self._warnings.append(RowNote(-1, what))

    @property
    def read(self) -> int:
        """How many rows there are: those kept and those reported."""
        return self._read

    @property
    def kept(self) -> int:
        """How many rows are kept."""
        return int(np.count_nonzero(self.keep))

    @property
    def reported(self) -> tuple[RowNote, ...]:
        """The rows that are left out, in the order of the file."""
        return tuple(sorted(self._reported, key=_row))

    @property
    def warnings(self) -> tuple[RowNote, ...]:
        """Remarks on the file, then on its kept rows in order."""
        gone = {note.row for note in self._reported}
        return tuple(sorted((note for note in self._warnings if note.row not in gone), key=_row))


def _row(note: RowNote) -> int:
    return note.row
