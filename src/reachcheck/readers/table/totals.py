"""Rows that sum up the others: they look like rows of the table and would be counted twice."""

from collections.abc import Sequence

from reachcheck.readers.table.kinds import kind
from reachcheck.readers.table.profile import Profile

SPACES = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace()) + "\u200b\ufeff"
"""White space, and signs that look like it."""
WORDS = frozenset(
    (
        *("total", "totals", "totaux", "totale", "totali", "totaal", "gesamt", "summe", "gesamtsumme"),
        *("sum", "somme", "suma", "soma", "grand total", "total general", "total général", "total geral"),
    )
)


def says_total(cell: str) -> bool:
    """Whether a cell is a word for a sum."""
    return cell.strip(SPACES + ":.").casefold() in WORDS


def is_total(cells: Sequence[str], profile: Profile) -> bool:
    """Whether a row sums up: it says so first, counts, and leaves out or breaks what every other row is known by.

    An account that is called "total" has all that the others have.
    """
    first, *others = (cell.strip() for cell in cells)
    if not says_total(first) or not any(kind(cell) in ("int", "number") for cell in others):
        return False
    return any(not cell and profile.is_filled(number) for number, cell in enumerate(others, 1)) or (
        profile.tells and profile.contradicts([first])
    )
