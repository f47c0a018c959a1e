"""What runs in the child process: a workbook's bytes become sheets of text, exactly as their cells stand."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Literal

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

EXACT = 2**53
"""Up to here a number of a cell is a whole number exactly."""
MOST = 1 << 26
"""Characters of all cells together: a text that is stored once may stand in thousands of cells."""


def convert(content: bytes) -> list[tuple[str, list[list[str]]]] | Literal["encrypted", "broken", "much_text"]:
    """Names and rows of all worksheets, from the first row and column on; or in a word why there are none."""
    try:
        sheets = _sheets(CalamineWorkbook.from_filelike(BytesIO(content)))
    except PasswordError:
        return "encrypted"
    except CalamineError:
        return "broken"
    much = sum(len(cell) for _, rows in sheets for row in rows for cell in row) > MOST
    return "much_text" if much else sheets


def _sheets(book: CalamineWorkbook) -> list[tuple[str, list[list[str]]]]:
    names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    return [(name, _rows(book, name)) for name in names]


def _rows(book: CalamineWorkbook, name: str) -> list[list[str]]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [[cell_text(cell) for cell in row] for row in rows]


def cell_text(cell: str | float | bool | date | time | timedelta) -> str:
    """Text as it stands, numbers without a trailing ``.0``, dates and times as in ISO 8601."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(int(cell)) if float(cell).is_integer() and abs(cell) <= EXACT else repr(cell)
