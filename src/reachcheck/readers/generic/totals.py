"""Rows that say of themselves that they sum up or average the others, and whose figures do: they are no row.

Without figures that add up nothing is left out: an account may be called "total".
"""

from collections.abc import Callable, Iterator

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.columns import Floats
from reachcheck.readers.aliases import word
from reachcheck.readers.generic.fields import ROLES
from reachcheck.readers.generic.matching import Matched
from reachcheck.readers.generic.sheet import Sheet
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.table import RawTable
from reachcheck.readers.values import numbers

NEAR = 0.01
"""How far an average may be off, as a share of it: it is written rounded."""


def leave_out_totals(sheet: Sheet, role: str, matched: Matched, rows: Rows) -> None:
    """Report the rows that only sum up or average those above or below them."""
    said = [word("totals", cell) for cell in _first_filled(sheet.table)]
    summed = [(at, kind) for at, kind in enumerate(said) if kind is not None]
    if not summed or len(summed) == len(sheet.table.rows):
        return
    others = np.ones(len(sheet.table.rows), dtype=np.bool_)
    others[[at for at, _ in summed]] = False
    columns = list(_columns(sheet, role, matched))
    for at, kind in summed:
        check, why = _KINDS[kind]
        if any(check(float(values[at]), values[others]) for values in columns):
            rows.leave_out([at], {at: why}.__getitem__)


def _first_filled(table: RawTable) -> list[str]:
    """The first cell of each row that holds something."""
    first, *others = table.header
    found = list(table.column(first))
    for name in others:
        empty = [at for at, cell in enumerate(found) if not cell]
        if not empty:
            break
        column = table.column(name)
        for at in empty:
            found[at] = column[at]
    return found


def _columns(sheet: Sheet, role: str, matched: Matched) -> Iterator[Floats]:
    """The counts of the table."""
    for field in ROLES[role]:
        if field.kind == "number" and field.name in matched.columns:
            yield numbers(sheet.table.column(matched.columns[field.name]), sheet.decimal).values


def _adds_up(stated: float, values: Floats) -> bool:
    known = values[~np.isnan(values)]
    return len(known) > 1 and stated > 0 and stated == known.sum()


def _averages(stated: float, values: Floats) -> bool:
    known = values[~np.isnan(values)]
    return len(known) > 1 and bool(abs(stated - known.mean()) <= max(0.5, NEAR * known.mean()))


_KINDS: dict[str, tuple[Callable[[float, Floats], bool], Message]] = {
    "sum": (_adds_up, msg("table.total_row")),
    "average": (_averages, msg("generic.average_row")),
}
