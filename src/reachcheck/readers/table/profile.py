"""What the cells of each column are like, learnt from rows beyond doubt: how odd another cell would be there."""

from collections import Counter
from collections.abc import Sequence
from math import log

from reachcheck.readers.table.kinds import VALUES, kind, shape

LEAST = 8
"""From so many rows on a profile can tell what fits."""
CLOSED = 10
"""A column in which each value comes so often has only those: another is so many times less probable."""
STRANGE = 6.0
"""A cell of this cost fits its column about once in four hundred times: it is not of it."""

_FAMILIES = (
    frozenset(("int", "number")),
    frozenset(("date", "moment")),
    frozenset(("word", "text")),
    frozenset(("word", "code")),
)
_KNOWN_SHAPE, _KNOWN_KIND, _NEW_SHAPE, _KNOWN_VALUE = 0.5, 0.01, 0.1, 0.2
_MISSING, _RELATED, _IN_WORDS, _UNRELATED = 0.03, 0.01, 0.01, 0.0001


class Profile:
    """The columns of a table."""

    def __init__(self, rows: Sequence[Sequence[str]], width: int) -> None:
        """`rows` are the sound ones of the table's width."""
        self.size, self.width = len(rows), width
        self._columns = [_Column([row[position].strip() for row in rows]) for position in range(width)]

    @property
    def tells(self) -> bool:
        """Whether there were rows enough to learn from."""
        return self.size >= LEAST

    def cost(self, position: int, cell: str) -> float:
        """Minus the logarithm of how probable a cell is in a column; near 0 for the usual, 9 for what never was.

        Where there were no rows to learn from, all cells are alike.
        """
        return self._columns[position].cost(cell) if self.size else 0.0

    def contradicts(self, cells: Sequence[str]) -> bool:
        """Whether some cell does not belong where it stands."""
        return any(self.cost(position, cell) >= STRANGE for position, cell in enumerate(cells))

    def is_filled(self, position: int) -> bool:
        """Whether every row seen holds something in a column."""
        return self._columns[position].is_filled

    def typed(self) -> list[int]:
        """Positions of columns of values: numbers, dates, addresses."""
        return [position for position, column in enumerate(self._columns) if column.is_typed]


class _Column:
    def __init__(self, cells: list[str]) -> None:
        self._size = max(1, len(cells))
        self._shapes = Counter(map(shape, cells))
        self._kinds = Counter(map(kind, cells))
        self._new = sum(count == 1 for count in self._shapes.values()) / self._size
        """How often a shape comes that was never seen: as often as those that came once (Good, Turing)."""
        self._values = Counter(cells)
        self._closed = CLOSED * len(self._values) <= len(cells)
        if 2 * len(self._values) > len(cells):
            self._values.clear()
        filled = len(cells) - self._kinds["empty"]
        words = self._kinds["text"] + self._kinds["word"]
        self._wordy = 2 * words > filled
        self.is_filled = 0 < filled == len(cells)
        self.is_typed = filled > 0 and 10 * sum(self._kinds[each] for each in VALUES) >= 9 * filled
        self._costs: dict[str, float] = {}

    def cost(self, cell: str) -> float:
        found = self._costs.get(cell)
        if found is None:
            found = self._costs[cell] = -log(self._probability(cell))
        return found

    def _probability(self, cell: str) -> float:
        what = kind(cell)
        known = (
            _KNOWN_SHAPE * self._shapes[shape(cell)]
            + (_KNOWN_KIND + _NEW_SHAPE * self._new) * self._kinds[what]
            + _KNOWN_VALUE * self._values[cell]
        )
        probability = known / self._size + self._of_kind(what)
        return probability / CLOSED if self._closed and what != "empty" and cell not in self._values else probability

    def _of_kind(self, what: str) -> float:
        """How probable a cell is by its kind alone, seen or not."""
        if what == "empty":
            return _MISSING
        if self._wordy and what != "odd":
            return _IN_WORDS
        related = any(what in family and self._seen(family) for family in _FAMILIES)
        return _RELATED if related else _UNRELATED

    def _seen(self, family: frozenset[str]) -> bool:
        return any(self._kinds[each] for each in family)
