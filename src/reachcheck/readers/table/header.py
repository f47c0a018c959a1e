"""Which row of a table names its columns."""

from collections import Counter
from collections.abc import Sequence

from reachcheck.readers.table.kinds import is_value, shape
from reachcheck.readers.table.names import Known, clean_name, count_known

Rows = Sequence[Sequence[str]]


def find_header(rows: Rows, known: Known) -> int | None:
    """Position of the header: a row with two known names, else the first full row, if it holds names.

    None where that row looks like data.
    """
    for position, row in enumerate(rows):
        if count_known(row, known) > 1:
            return position
    width = usual_width(rows)
    if width < 2:
        return 0 if rows and _titles_a_list(rows, known) else None
    for position, row in enumerate(rows):
        if len(row) != width or not is_full(row):
            continue
        if are_names(row):
            below = [other for other in rows[position + 1 :] if other != row and len(other) == width]
            return None if _recurs(row, below) or _resembles(row, below) else position
        if any(map(is_value, row)):
            return None
    return None


def usual_width(rows: Rows) -> int:
    """The width of most rows; of several the greatest."""
    widths = Counter(map(len, rows))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def share_of_width(rows: Rows) -> tuple[int, float]:
    """The usual width, and which share of the rows has it."""
    width = usual_width(rows)
    return width, sum(len(row) == width for row in rows) / len(rows) if rows else 0.0


def is_full(row: Sequence[str]) -> bool:
    """Whether more than half of the cells hold something."""
    return 2 * sum(map(bool, map(clean_name, row))) > len(row)


def are_names(row: Sequence[str]) -> bool:
    """Whether more than half of the cells hold something, all different, and none a value."""
    cells = [name for name in map(clean_name, row) if name]
    return is_full(row) and len(set(cells)) == len(cells) and not any(map(is_value, cells))


def is_titled(row: Sequence[str], known: Known) -> bool:
    """Whether a row is one known name."""
    return len(row) == 1 and known(clean_name(row[0]))


def _recurs(row: Sequence[str], below: Rows) -> bool:
    """Whether some cell stands again below itself: then it is no name (but a header may stand again as a whole)."""
    columns = map(set, zip(*below, strict=True))
    return any(cell.strip() and cell in column for cell, column in zip(row, columns, strict=False))


def _resembles(row: Sequence[str], below: Rows) -> bool:
    """Whether some cell has digits just where those below it have theirs: it is one of them."""
    return len(below) > 1 and any(
        any(map(str.isdecimal, cell)) and {*map(shape, column)} == {shape(cell)}
        for cell, column in zip(row, zip(*below, strict=True), strict=False)
    )


def stands_out(row: Sequence[str], below: Rows) -> bool:
    """Whether some column has digits in all its cells but not in its name."""
    return any(
        not any(map(str.isdecimal, cell)) and all(any(map(str.isdecimal, other)) for other in column)
        for cell, column in zip(row, zip(*below, strict=False), strict=False)
    )


def _titles_a_list(rows: Rows, known: Known) -> bool:
    """Whether the first line of a one-column file is its title: a known name, or words above single words."""
    first, *below = (clean_name("".join(row)) for row in rows)
    return is_titled(rows[0], known) or (" " in first and bool(below) and not any(" " in cell for cell in below))
