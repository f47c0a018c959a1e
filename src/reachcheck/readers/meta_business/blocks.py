"""A file of several small tables: each under a title of its own, divided from the one above by a blank line."""

from collections.abc import Sequence
from dataclasses import dataclass

from reachcheck.model.sources import RowNote
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable
from reachcheck.readers.table.dialect import declared_delimiter
from reachcheck.readers.table.encoding import decode
from reachcheck.readers.table.lines import Lines
from reachcheck.readers.table.records import Dialect, Record, records


@dataclass(frozen=True, kw_only=True)
class Block:
    """One of the tables: its title, and the rows below it with the lines where they stand."""

    title: str
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]

    def below(self, header: int, reported: Sequence[RowNote] = ()) -> RawTable:
        """The rows below so many that name columns, as long as these, those apart that are reported already."""
        gone = {note.row for note in reported}
        names = tuple(self.rows[0]) if header and self.rows else ()
        kept = [n for n in range(header, len(self.rows)) if self.lines[n] not in gone]
        return RawTable(
            header=names,
            rows=[[*self.rows[n], *[""] * (len(names) - len(self.rows[n]))] for n in kept],
            lines=[self.lines[n] for n in kept],
            reported=tuple(reported),
        )


def blocks_of(member: Member) -> list[Block]:
    """All tables of a file; one without a title has the empty one. Raises UnreadableError where the file is no text."""
    found: list[list[Record]] = []
    blank = True
    for record in _records(member):
        if not any(map(str.strip, record.cells)):
            blank = True
            continue
        if not found or ((blank or record.after_blank) and not _is_title(found[-1])):
            found.append([])
        found[-1].append(record)
        blank = False
    return [_block(group) for group in found]


def _records(member: Member) -> list[Record]:
    lines = Lines.of(decode(member.content, member.name)[0])
    first = lines.take(1)
    declared = declared_delimiter(first[0]) if first else None
    if declared is None:
        lines.give_back(first)
    return list(records(lines, Dialect(declared or ",")))


def _is_title(group: Sequence[Record]) -> bool:
    """Whether these rows are one text and nothing beside it, so that its table is still to come."""
    return len(group) == 1 and sum(map(bool, map(str.strip, group[0].cells))) == 1


def _block(group: Sequence[Record]) -> Block:
    titled = _is_title(group[:1])
    body = group[1:] if titled else group
    return Block(
        title="".join(group[0].cells).strip() if titled else "",
        rows=[_trimmed(record.cells) for record in body],
        lines=[record.line for record in body],
    )


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Cells without white space around them, and without the empty ones at the end."""
    filled = [cell.strip() for cell in cells]
    return filled[: max((n for n, cell in enumerate(filled, 1) if cell), default=0)]
