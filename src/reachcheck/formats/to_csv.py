"""CSV after RFC 4180; no cell starts a formula in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from reachcheck.formats.clean import clean
from reachcheck.formats.jsonable import number
from reachcheck.formats.tabled import LONGEST, Cell, Sheet

_FORMULA = re.compile(r"(?:^|(?<=;))(\s*?)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])")
"""Where a formula could begin: at the start of a cell, and after a semicolon, which divides cells in half of Europe."""


def sheet(header: Sequence[str], rows: Iterable[Sequence[Cell]], mark: str = ",") -> str:
    """A table with a line of names; `mark` divides its cells."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator="\r\n")
    writer.writerow(_cell(name) for name in header)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def render(table: Sheet) -> str:
    """A table of results."""
    return sheet([column.name for column in table.columns], table.rows)


def _cell(cell: Cell) -> str:
    """Numbers as they are; text without hidden characters, and with an apostrophe where it would be a formula."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        exact = number(cell)
        return "" if exact is None else repr(exact)
    return clean(_FORMULA.sub(r"\1'", cell), LONGEST)
