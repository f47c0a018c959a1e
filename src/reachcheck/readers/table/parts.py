"""What stands below a blank line: more of the table, remarks, or another table."""

from collections.abc import Sequence
from itertools import takewhile

from reachcheck.readers.table.header import are_names
from reachcheck.readers.table.layout import Layout
from reachcheck.readers.table.names import Known, clean_name, count_known
from reachcheck.readers.table.profile import STRANGE, Profile
from reachcheck.readers.table.records import Record

LOOK = 8
"""How many rows are looked at."""
TITLES = 3
"""So many lines may stand between a blank line and the header of another table."""


def begins_table(rows: Sequence[Record], layout: Layout, profile: Profile, known: Known) -> bool:
    """Whether another table begins with these rows, which follow a blank line; its title may stand first."""
    header = tuple(map(clean_name, layout.header))
    cells = [tuple(map(clean_name, record.cells)) for record in rows]
    if any(each != header and count_known(each, known) > 1 for each in cells[:TITLES]):
        return True
    titles = next((number for number, record in enumerate(rows) if not _is_title(record)), len(rows))
    if header and header in cells[titles : titles + 1]:
        return True
    return layout.width > 1 and titles <= TITLES and _begins_another(rows[titles:], layout, profile, titled=titles > 0)


def remarks(rows: Sequence[Record], layout: Layout) -> int:
    """How many of these rows are remarks: they follow a blank line and have one cell, where the table has several."""
    if layout.width < 2:
        return 0
    return next((number for number, record in enumerate(rows) if len(record.cells) > 1), len(rows))


def _begins_another(rows: Sequence[Record], layout: Layout, profile: Profile, *, titled: bool) -> bool:
    """Whether a header and rows of one width follow, which is another, or another than this table's by its cells."""
    below = list(takewhile(lambda record: not record.after_blank, rows[1:]))
    width = len(rows[0].cells) if rows else 0
    if not below or width < 2 or any(len(record.cells) != width for record in below):
        return False
    if not are_names(rows[0].cells):
        return False
    return width != layout.width or titled or _contradicts(rows[0].cells, profile)


def _contradicts(cells: Sequence[str], profile: Profile) -> bool:
    """Whether names stand where there are only values."""
    typed = profile.typed() if profile.tells else []
    return bool(typed) and all(profile.cost(position, cells[position].strip()) >= STRANGE for position in typed)


def _is_title(record: Record) -> bool:
    """Whether a line holds one text and nothing beside it."""
    return sum(map(bool, map(str.strip, record.cells))) == 1 and bool(record.cells[0].strip())
