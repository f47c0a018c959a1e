"""A row that does not fit and has a line break in a quoted text is read or reported, and never more than that."""

import pytest

from reachcheck.readers.aliases import known
from reachcheck.readers.table import read_table


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("row", ['b;c,2,"x{end}y",7,8', 'b|c d,"x;{end}y",2', 'b,"x{end};y",,,,,9'])
def test_a_row_that_does_not_fit_may_hold_a_line_break(row: str, end: str) -> None:
    usual = [f"user{n},{n},caption {n}" for n in range(12)]
    text = "\n".join(["handle,likes,caption", *usual, row.format(end=end), *usual])
    table = read_table(text.encode(), "a.csv", known)
    assert table.rows_read == 25
    assert len(table.rows) >= 24
