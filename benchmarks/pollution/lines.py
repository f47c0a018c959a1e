"""Pollutions of single rows: one delimiter too few or too many, spaces for delimiters, a stray quote."""

from dataclasses import replace

from pollution.clean import Row, Table
from pollution.dialect import STANDARD

Spoilt = tuple[str, Table]


def _with_line(table: Table, at: int, line: str) -> str:
    """The file with line `at` (0 is the header) replaced."""
    lines = [STANDARD.line(row) for row in table.lines]
    lines[at] = line
    return "".join(each + STANDARD.newline for each in lines)


def missing_delimiter(table: Table, at: int, column: int) -> Spoilt:
    """Line `at` without the delimiter after cell `column`: two cells stand as one. The truth is the whole row."""
    cells = [STANDARD.cell(text) for text in table.lines[at]]
    joined = [*cells[:column], cells[column] + cells[column + 1], *cells[column + 2 :]]
    return _with_line(table, at, STANDARD.delimiter.join(joined)), table


def extra_delimiter(table: Table, at: int, column: int) -> Spoilt:
    """Line `at` with one more delimiter before cell `column`: an empty cell pushed in. The truth is the source row."""
    cells = [STANDARD.cell(text) for text in table.lines[at]]
    return _with_line(table, at, STANDARD.delimiter.join([*cells[:column], "", *cells[column:]])), table


def spaced_row(table: Table, at: int) -> Spoilt:
    """Line `at` delimited by spaces; cells with a space or a comma are quoted. The truth is the source row."""
    spaced = replace(STANDARD, delimiter=" ")
    cells = [spaced.cell(text) if " " in text else STANDARD.cell(text) for text in table.lines[at]]
    return _with_line(table, at, " ".join(cells)), table


def stray_quote(table: Table, at: int, column: int) -> Spoilt:
    """A quoted cell with one more quote before its text, not doubled. The truth holds it literally."""
    row = table.lines[at]
    cells = [STANDARD.cell(text) for text in row]
    cells[column] = f'""{row[column].replace(STANDARD.quote, STANDARD.quote * 2)}"'
    return _with_line(table, at, STANDARD.delimiter.join(cells)), _changed(table, at, column, '"' + row[column])


def _changed(table: Table, at: int, column: int, text: str) -> Table:
    """The table with one cell of line `at` changed."""
    lines: list[Row] = list(table.lines)
    lines[at] = (*lines[at][:column], text, *lines[at][column + 1 :])
    return Table(lines[0], tuple(lines[1:]))
