"""Ids that a spreadsheet rounded: it keeps 15 digits, so that several become one and none names anything any more."""

import re
from collections.abc import Sequence

DIGITS = 15
"""So many digits of a number a spreadsheet keeps; it fills up with 0."""
CHANCE = 6
"""So many digits that are all 0 are no chance: one in a million."""

_WRITTEN = re.compile(r"\d[.,]\d+e\+\d+", re.IGNORECASE)


def rounded(cells: Sequence[str | None]) -> list[int]:
    """Positions of ids written as 1.78E+17, and of the long ones where all of them end in 0 from the 16th digit on."""
    written = [at for at, cell in enumerate(cells) if cell and _WRITTEN.fullmatch(cell)]
    long = [(at, cell[DIGITS:]) for at, cell in enumerate(cells) if cell and cell.isdecimal() and len(cell) > DIGITS]
    ends = "".join(end for _, end in long)
    return written + [at for at, _ in long] if len(ends) >= CHANCE and not ends.strip("0") else written
