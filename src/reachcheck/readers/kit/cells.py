"""The columns of a role as typed values; a cell that is none is told to `Rows`."""

from collections.abc import Mapping, Sequence

import numpy as np

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.columns import MISSING, NAT, Bools, Enums, Floats, Times
from reachcheck.model.enums import KeyKind
from reachcheck.readers.kit.rounded import rounded
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.table import RawTable
from reachcheck.readers.values import dates, flags, handles, numbers

LARGEST_COUNT = 1e12
"""More than this no account has of anything."""
WHO = ("handle", "account", "id", "url", "name", "peer")
"""The columns that can name somebody; of these a matched table has at most one."""
OWNER = ("handle", "account", "id", "profile_url", "name")
"""The columns that can name whose posts or days a table holds; there an address is that of a post."""

_EMPTY = frozenset(("", "-", "--", "n/a", "na", "null", "none", "nan"))
_KINDS = {"handle": KeyKind.HANDLE, "account": KeyKind.HANDLE, "id": KeyKind.ID, "name": KeyKind.NAME}


class Cells:
    """Gives the canonical columns of one table; one that the table lacks is missing throughout."""

    def __init__(
        self,
        table: RawTable,
        columns: Mapping[str, str],
        rows: Rows,
        *,
        place: str,
        decimal: str | None = None,
        date_order: str | None = None,
    ) -> None:
        """`columns` gives the source column of each canonical one, `decimal` the mark where the format settles it."""
        self.rows = rows
        self.size = len(table.rows)
        self.columns = columns
        self.table = table
        self._place = place
        self._decimal = decimal
        self._date_order = date_order

    def __contains__(self, name: str) -> bool:
        return name in self.columns

    def rename(self, **meanings: str) -> None:
        """Give canonical columns (the keywords) another meaning, where only their cells show what they hold."""
        self.columns = {meanings.get(name, name): column for name, column in self.columns.items()}

    def leave(self, name: str) -> None:
        """Take a column for one that is not read, once it has told what it can."""
        self.columns = {each: column for each, column in self.columns.items() if each != name}

    def on(self, table: RawTable) -> "Cells":
        """The same columns and the same account of rows, once some cells of the table are put right."""
        return Cells(
            table, self.columns, self.rows, place=self._place, decimal=self._decimal, date_order=self._date_order
        )

    def source(self, name: str) -> str:
        """What the file calls a canonical column."""
        return self.columns[name]

    def raw(self, name: str) -> Sequence[str]:
        """A column as it stands."""
        return self.table.column(self.columns[name])

    def whole(self, position: int) -> tuple[str, ...]:
        """All cells of a row, whatever they mean."""
        return tuple(self.table.rows[position])

    def text(self, name: str) -> list[str | None]:
        """A column of words, None where a cell is empty or says that it is missing."""
        if name not in self:
            return [None] * self.size
        return [None if cell.casefold() in _EMPTY else cell for cell in self.raw(name)]

    def ids(self, name: str, *, essential: bool = False) -> list[str | None]:
        """A column of ids, exactly as written; one that a spreadsheet rounded names nothing any more.

        `essential` rows with such an id are left out.
        """
        return self._without_rounded(name, self.text(name), essential)

    def keys(self, name: str) -> list[str | None]:
        """A column of ids or handles, without which a row is left out; nobody's name says that it is missing."""
        return self.need(name, self._without_rounded(name, _named(self.raw(name)), True))

    def _without_rounded(self, name: str, cells: Sequence[str | None], essential: bool) -> list[str | None]:
        gone = rounded(cells)
        tell = self.rows.leave_out if essential else self.rows.warn
        tell(gone, lambda at: msg("row.id_rounded", column=self.source(name), value=self.raw(name)[at]))
        away = set(gone)
        return [None if position in away else cell for position, cell in enumerate(cells)]

    def number(self, name: str, *, signed: bool = False) -> Floats:
        """A column of counts; rows with a cell that is no count, or a share of one, are left out."""
        if name not in self:
            return np.full(self.size, np.nan)
        column, cells = self.source(name), self.raw(name)
        found = numbers(cells, self._decimal)
        if found.note:
            self.rows.note(msg("columns.note", column=column, what=found.note))
        large = [at for at in found.bad if _is_float(cells[at])] + _where(np.abs(found.values) > LARGEST_COUNT)
        self.rows.leave_out(large, lambda at: msg("row.too_large", column=column, value=cells[at]))
        shares = [at for at, cell in enumerate(cells) if "%" in cell]
        self.rows.leave_out([*found.bad, *shares], lambda at: msg("row.not_a_number", column=column, value=cells[at]))
        if not signed:
            negative = _where(found.values < 0)
            self.rows.leave_out(negative, lambda at: msg("row.negative", column=column, value=cells[at]))
        return found.values

    def date(self, name: str, *, essential: bool = False) -> tuple[Times, bool]:
        """A column of times, and whether they are exact to more than the day; `essential` rows without are left out.

        Raises UnreadableError where the order of day and month cannot be told.
        """
        if name not in self:
            return np.full(self.size, NAT), False
        column, cells = self.source(name), self.raw(name)
        found = dates(cells, self._date_order)
        if found.note:
            problem = msg("columns.day_order", column=column, what=found.note)
            raise UnreadableError(problem, place=self._place, remedy=msg("columns.day_order_remedy"))
        if essential:
            self.rows.leave_out(found.bad, lambda at: msg("row.not_a_date", column=column, value=cells[at]))
            self.rows.leave_out(_where(np.isnat(found.values)), lambda _: msg("row.no_date", column=column))
        else:
            self.rows.warn(found.bad, lambda at: msg("row.date_unread", column=column, value=cells[at]))
        return found.values, found.has_time

    def flag(self, name: str) -> Enums:
        """A column of yes and no; a cell that is neither is missing, with a remark."""
        if name not in self:
            return np.full(self.size, MISSING, dtype=np.int8)
        column, cells = self.source(name), self.raw(name)
        values, bad = flags(cells)
        self.rows.warn(bad, lambda at: msg("row.flag_unread", column=column, value=cells[at]))
        return values

    def who(self, among: Sequence[str] = WHO, *, essential: bool = False) -> tuple[list[str | None], KeyKind | None]:
        """Whom each row is about, and by what they are named; `essential` rows that do not say it are left out."""
        name = next((name for name in among if name in self), None)
        if name is None:
            return [None] * self.size, None
        kind = _KINDS[name] if name in _KINDS else _kind(self.raw(name))
        if kind is KeyKind.HANDLE:
            found = self._without_rounded(name, handles(self.raw(name)), essential)
        elif kind is KeyKind.NAME:
            found = self._without_rounded(name, _named(self.raw(name)), essential)
        else:
            found = self.ids(name, essential=essential)
        return (self.need(name, found) if essential else found), kind

    def need(self, name: str, values: list[str | None]) -> list[str | None]:
        """The values; rows without one in a column that they cannot do without are left out."""
        missing = [position for position, value in enumerate(values) if value is None]
        self.rows.leave_out(missing, lambda _: msg("row.missing", column=self.source(name)))
        return values


def _where(mask: Bools) -> list[int]:
    return np.flatnonzero(mask).tolist()


def _named(cells: Sequence[str]) -> list[str | None]:
    """Names, None where there is none; people are called Na, Nan, Null and None."""
    return [None if not cell.strip("-") or cell.casefold() == "n/a" else cell for cell in cells]


def _is_float(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _kind(cells: Sequence[str]) -> KeyKind:
    """By what a column of addresses or of unnamed keys names people."""
    filled = [cell for cell in cells if cell]
    if filled and all(cell.isdecimal() for cell in filled):
        return KeyKind.ID
    taken_out = (name for name in handles(filled) if name)
    return KeyKind.URL if any("/" in name for name in taken_out) else KeyKind.HANDLE
