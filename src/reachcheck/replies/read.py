"""The sheet as it comes back: from a spreadsheet, a text editor or a workbook, with rows in any order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.message import Message, msg
from reachcheck.model.sources import SourceRecord
from reachcheck.readers.kit.sheets import first_table
from reachcheck.readers.source import Member, open_source
from reachcheck.readers.table import RawTable, read_table
from reachcheck.readers.table.workbook import is_workbook
from reachcheck.readers.values.dates import dates
from reachcheck.replies.columns import ANSWERED, DAY, HAPPENED, KEY, LINK, ORDERS, WORDS, known, meant
from reachcheck.replies.parts import REPORT, Owner, Part, from_key

MOST_BYTES = 8_000_000
MOST_ROWS = 2_000
LONGEST: Mapping[str, int] = {WORDS: 5_000, HAPPENED: 200, DAY: 60, LINK: 2_000}
"""Characters that a cell may hold; whoever has more to say says it in several rows, or behind a link."""
HARMLESS = frozenset(("table.repeated_header",))


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the sheet, answered or not."""

    place: str
    line: int
    part: Part
    owner: Owner
    words: str = ""
    happened: str = ""
    day: date | None = None
    links: tuple[str, ...] = ()

    @property
    def answers(self) -> bool:
        """Whether the person wrote anything."""
        return bool(self.words or self.happened or self.day or self.links)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """All rows of a sheet, and the record of its file."""

    rows: tuple[Row, ...]
    record: SourceRecord


def read_sheet(path: str, order: str | None = None) -> Sheet:
    """The rows of a sheet; `order` ("dmy" or "mdy") says how its days are written, where the sheet does not show it.

    Raises UnreadableError where the file is no sheet, UsageError naming the row where one cannot be understood.
    """
    member = _only(path)
    table = _table(member)
    at, lang = meant(table.header)
    if KEY not in at or not any(name in at for name in ANSWERED):
        raise _no_sheet(path)
    _whole(table, path)
    cells = {name: _column(table, at, name) for name in (*ANSWERED, KEY)}
    places = [f"{member.name}:{line}" for line in table.lines]
    days = _days(cells[DAY], places, order or ORDERS[lang])
    rows = tuple(
        _row({name: column[n] for name, column in cells.items()}, days[n], places[n], int(table.lines[n]))
        for n, row in enumerate(table.rows)
        if any(map(str.strip, row))
    )
    if not rows:
        raise _no_sheet(path)
    columns = {table.header[place]: name for name, place in at.items()}
    record = SourceRecord(
        file=member.name, sha256=member.sha256, reader="reply", rows_read=table.rows_read, rows_kept=len(table.rows),
        reported=table.reported, warnings=table.warnings,
        columns=columns, unit=table.unit,
    )  # fmt: skip
    return Sheet(rows=rows, record=record)


def _no_sheet(path: str) -> UnreadableError:
    return UnreadableError(msg("reply.no_sheet"), place=path, remedy=msg("reply.sheet_needed"))


def _only(path: str) -> Member:
    source = open_source(path)
    if len(source.members) != 1 or source.members[0].size > MOST_BYTES:
        raise _no_sheet(path)
    return source.members[0]


def _table(member: Member) -> RawTable:
    if is_workbook(member):
        return first_table(member, known)[0]
    return read_table(member.content, member.name, known)


def _whole(table: RawTable, path: str) -> None:
    """Raise UsageError where a row was left out: nothing that a person wrote is dropped in silence."""
    for note in table.reported:
        if note.what.key not in HARMLESS:
            raise UsageError(
                msg("reply.broken_row", why=note.what), place=f"{path}:{note.row}", remedy=msg("reply.mend_row")
            )
    if len(table.rows) > MOST_ROWS:
        raise UsageError(msg("reply.too_many_rows", found=len(table.rows), most=MOST_ROWS), place=path)


def _column(table: RawTable, at: Mapping[str, int], name: str) -> list[str]:
    return [row[at[name]].strip() for row in table.rows] if name in at else [""] * len(table.rows)


def _days(cells: Sequence[str], places: Sequence[str], order: str | None) -> list[date | None]:
    """The days that events happened on; raises UsageError for what is none, or has two meanings."""
    found = dates(cells, order)
    if found.order == "ambiguous":
        n = next(n for n, cell in enumerate(cells) if cell)
        raise UsageError(msg("reply.two_days", said=cells[n][:40]), place=places[n], remedy=msg("reply.iso_day"))
    for n in found.bad:
        raise UsageError(msg("reply.no_day", said=cells[n][:40]), place=places[n], remedy=msg("reply.iso_day"))
    return [None if np.isnat(each) else each.astype("datetime64[D]").item() for each in found.values]


_OF_ALL = (Part(code=REPORT), Owner(handle=None, platform=None))
"""What a row without a key is about: somebody wrote below the table."""


def _row(cells: Mapping[str, str], day: date | None, place: str, line: int) -> Row:
    key = from_key(cells[KEY]) if cells[KEY] else _OF_ALL
    if key is None:
        raise UsageError(msg("reply.no_key"), place=place, remedy=msg("reply.copy_key"))
    for name, most in LONGEST.items():
        if len(cells[name]) > most:
            raise UsageError(_long(len(cells[name]), most), place=place, remedy=msg("reply.shorten"))
    row = Row(
        place=place, line=line, part=key[0], owner=key[1], words=cells[WORDS], happened=cells[HAPPENED], day=day,
        links=tuple(dict.fromkeys(cells[LINK].split())),
    )  # fmt: skip
    if row.day is not None and not (row.happened or row.words):
        raise UsageError(msg("reply.nothing_happened"), place=place, remedy=msg("reply.say_what"))
    return row


def _long(found: int, most: int) -> Message:
    return msg("reply.long_cell", found=found, most=most)
