"""A row that does not fit its table, read anew: the reading with the least changes after which every cell fits.

What may have happened to a row: a delimiter too many (an empty cell pushed in) or too few (two cells as one), a text
that holds a delimiter and is not quoted, quotes inside a text that are not doubled, cells left out, or a row written
with another delimiter than the rest. The likeliest reading is taken if no other comes near. Otherwise none is: a guess
would put figures into wrong columns.
"""

from collections.abc import Iterator
from dataclasses import replace

from reachcheck.readers.table.profile import Profile
from reachcheck.readers.table.readings import Path, Readings
from reachcheck.readers.table.records import Dialect

OTHER = 3.0
"""What it costs that a row has another delimiter than the rest."""
CLEAR = 2.5
"""By how much the best reading must be better than the next: about twelve times as probable."""
LONGEST = 4_000
"""Characters of a row that is looked at."""
WORK = 3_000_000
"""How many cells are weighed in one file at most, so that no file costs more than a minute."""
MARKS = (",", ";", "\t", "|", " ")


class Fitter:
    """Reads rows of one table anew."""

    def __init__(self, dialect: Dialect, profile: Profile) -> None:
        self._dialect = dialect
        self._profile = profile
        self._work = 0

    def can_fit(self, raw: str) -> bool:
        """Whether there is enough to go by, and the row is not too long to look at."""
        return self._profile.tells and len(raw) <= LONGEST and self._work <= WORK

    def fit(self, raw: str, *, quotes: bool) -> list[str] | None:
        """The cells that a row is meant to have; None where that is not clear.

        `quotes` says that its quotes are unsound: then a cell may stay odd, as a quote is part of its text.
        """
        raw = raw.rstrip("\r\n")
        readings = Readings(raw, self._dialect, self._profile)
        found = sorted([*readings.best(), *self._written_otherwise(raw)], key=lambda path: path.cost)
        self._work += readings.weighed
        if not found or (len(found) > 1 and found[1].cost - found[0].cost < CLEAR):
            return None
        cells = list(found[0].cells)
        return cells if quotes or not self._profile.contradicts(cells) else None

    def _written_otherwise(self, raw: str) -> Iterator[Path]:
        """The row as another delimiter divides it, where that gives as many cells as there are columns."""
        for mark in MARKS:
            if mark == self._dialect.delimiter or mark not in raw:
                continue
            cells = tuple(map(str.strip, replace(self._dialect, delimiter=mark).cells(raw)))
            if len(cells) == self._profile.width:
                odd = sum(self._profile.cost(position, cell) for position, cell in enumerate(cells))
                yield Path(OTHER + odd, OTHER, cells)
