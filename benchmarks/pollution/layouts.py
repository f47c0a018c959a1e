"""Pollutions of the file and of the table: what surrounds or is left of the rows. Each gives the text and the truth."""

from pollution.clean import Row, Table
from pollution.dialect import STANDARD

Spoilt = tuple[str, Table]
TITLE = "Overview of all entries"


def empty(_: Table) -> Spoilt:
    """Not a byte."""
    return "", Table((), ())


def no_final_newline(table: Table) -> Spoilt:
    """The last line is not ended."""
    return STANDARD.file(table).removesuffix(STANDARD.newline), table


def two_final_newlines(table: Table) -> Spoilt:
    """An empty line after the last."""
    return STANDARD.file(table) + STANDARD.newline, table


def no_header(table: Table) -> Spoilt:
    """Rows alone. The truth keeps the first row of data where it is, first."""
    bare = Table(table.rows[0], table.rows[1:]) if table.rows else Table((), ())
    return STANDARD.file(bare), bare


def header_only(table: Table) -> Spoilt:
    """The names of the columns and nothing else."""
    bare = Table(table.header, ())
    return STANDARD.file(bare), bare


def one_row(table: Table) -> Spoilt:
    """A header and the first row."""
    short = Table(table.header, table.rows[:1])
    return STANDARD.file(short), short


def preamble(table: Table) -> Spoilt:
    """A title and an empty row above the header, both filled up to the width of the table as spreadsheets do."""
    blank = ("",) * len(table.header)
    lines = ((TITLE, *blank[1:]), blank)
    return "".join(STANDARD.line(line) + STANDARD.newline for line in lines) + STANDARD.file(table), table


def _followed(table: Table, second: Table) -> Spoilt:
    return STANDARD.file(table) + STANDARD.newline + STANDARD.file(second), table


def second_narrower(table: Table) -> Spoilt:
    """An empty line, then a second table without the last column. The truth is the first table."""
    return _followed(table, Table(table.header[:-1], tuple(row[:-1] for row in table.rows)))


def second_as_wide(table: Table) -> Spoilt:
    """An empty line, then a second table with as many columns."""
    return _followed(table, table)


def second_wider(table: Table) -> Spoilt:
    """An empty line, then a second table with one more column."""
    rows = tuple((*row, str(number)) for number, row in enumerate(table.rows, 1))
    return _followed(table, Table((*table.header, "Number"), rows))


def _topped(table: Table, *tops: Row) -> Spoilt:
    """Further header rows above the names. The truth merges them cell by cell with a space."""
    merged = tuple(" ".join(names) for names in zip(*tops, table.header, strict=True))
    text = "".join(STANDARD.line(top) + STANDARD.newline for top in tops)
    return text + STANDARD.file(table), Table(merged, table.rows)


def _groups(table: Table) -> Row:
    return tuple("When" if column < 2 else "What" for column in range(len(table.header)))


def two_header_rows(table: Table) -> Spoilt:
    """Groups of columns above their names."""
    return _topped(table, _groups(table))


def three_header_rows(table: Table) -> Spoilt:
    """A word for the whole and groups of columns above the names."""
    return _topped(table, ("Sales",) * len(table.header), _groups(table))
