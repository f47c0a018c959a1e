"""Writing a table as delimited text, cell by cell, so that one cell, delimiter or line can be spoilt."""

from dataclasses import dataclass

from pollution.clean import Row, Table


@dataclass(frozen=True)
class Dialect:
    """How cells become text. The quote is put only where a cell needs it; `escape` precedes a quote within quotes."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'
    newline: str = "\r\n"

    def cell(self, text: str) -> str:
        """One cell as it stands in the file, quoted where it holds a delimiter, a quote or a line end."""
        if not any(mark in text for mark in (self.delimiter[0], self.quote, "\r", "\n")):
            return text
        escaped = text if self.escape == self.quote else text.replace(self.escape, self.escape * 2)
        return self.quote + escaped.replace(self.quote, self.escape + self.quote) + self.quote

    def line(self, row: Row) -> str:
        """One row, without its line end. A lone empty cell is quoted, else its line would be no row."""
        if row == ("",):
            return self.quote * 2
        return self.delimiter.join(self.cell(text) for text in row)

    def file(self, table: Table) -> str:
        """The whole table, each line ended."""
        return "".join(self.line(row) + self.newline for row in table.lines)


STANDARD = Dialect()
"""Comma, double quote, CR LF: RFC 4180, the only unpolluted way."""
