"""A table with the meanings of its columns, before anybody has said what one row of it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.readers.aliases import is_platform, known, meanings, normal
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.generic.fields import CANONICAL, COUNTS, ROLES
from reachcheck.readers.generic.meant import meant
from reachcheck.readers.table import RawTable
from reachcheck.readers.table.header import stands_out
from reachcheck.readers.table.names import count_known
from reachcheck.readers.values import dates, numbers

SAMPLE = 200
"""How many filled cells tell a column of counts from a column of words."""


_PEERS = frozenset(("follower", "followed"))
_NUMBERED = COUNTS | _PEERS
"""What numbers may be: counts, or people by their ids."""
_KEYS = frozenset(("id", "handle"))
_MEANING = {field.name: field.meanings[0] for fields in reversed(tuple(ROLES.values())) for field in fields}
"""What a column is taken to mean, for finding the role, once `--map` gives it a canonical name."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Sheet:
    """A table, what each of its columns may mean, and what the user said of it."""

    table: RawTable
    place: str
    root: str
    """The key under which a JSON list stood."""
    decimal: str | None
    """The decimal mark where the kind of file settles it (JSON)."""
    given: Mapping[str, str]
    """``--map``: canonical name -> column."""
    date_order: str | None
    shared: bool
    """Whether a mapped column that this role has no use for belongs to another file."""
    meanings: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, table: RawTable, place: str, options: ReadOptions, *, json: bool = False) -> "Sheet":
        """Look up every column; raises UsageError when `--map` names something that is not there."""
        given = _given(table.header, options, place)
        table.load(table.header)
        found = _both_numbered({name: _by_cells(name, table.column(name)) for name in table.header}, table)
        found |= _unnamed(table)
        found |= {column: frozenset((_MEANING[canonical],)) for canonical, column in given.items()}
        return cls(
            table=table,
            place=place,
            root=" ".join(table.preamble) if json else "",
            decimal="." if json else None,
            given=given,
            date_order=options.date_order,
            shared=options.shared,
            meanings=found,
        )

    def columns(self, *wanted: str) -> tuple[str, ...]:
        """The columns that may mean one of these, in the order of the header."""
        return tuple(name for name in self.table.header if not self.meanings[name].isdisjoint(wanted))

    def has(self, *wanted: str) -> bool:
        """Whether some column may mean one of these."""
        return bool(self.columns(*wanted))

    def is_filled(self, column: str) -> bool:
        """Whether any cell of a column holds something."""
        return any(self.table.column(column))

    def cells(self, *wanted: str) -> list[str]:
        """What stands in the first column that may mean one of these, without its empty cells."""
        found = self.columns(*wanted)
        return [cell for cell in self.table.column(found[0]) if cell] if found else []

    def first(self, column: str) -> str:
        """The first cell of a column that holds something; the empty string where none does."""
        return next((cell for cell in self.table.column(column) if cell), "")

    def without_figures(self, *counts: str) -> Iterator[str]:
        """Columns whose name is that of one of these counts, and whose cells are none."""
        for name in self.table.header:
            if not meanings(name).isdisjoint(counts) and self.meanings[name].isdisjoint(COUNTS):
                yield name

    @property
    def peers(self) -> frozenset[str]:
        """`follower` or `followed` where a column of that name holds people, not counts."""
        held: frozenset[str] = frozenset().union(
            *(found for found in self.meanings.values() if found.isdisjoint(COUNTS))
        )
        return _PEERS & held


def names_columns(table: RawTable, *, json: bool) -> bool:
    """Whether what stands for a header is one for certain: by words that are known, by the figures below it, or by keys
    that several objects of JSON share.
    """
    words = count_known(table.header, known)
    if words > 1 or (table.named and words == len(table.header)):
        return True
    if json or not table.named or len(table.header) == 1:
        return json and len(table.rows) > 1
    below = table.rows[:SAMPLE] if isinstance(table.rows, list) else []  # a large file is not read again for this
    return len(below) > 1 and stands_out(table.header, below)


def _by_cells(name: str, cells: Sequence[str]) -> frozenset[str]:
    """What a column may mean, once some of its cells are seen: counts are of numbers, people and words are not."""
    found, filled = meanings(name), list(islice(filter(None, cells), SAMPLE))
    if not filled or not found:
        return found
    words = _words(filled)
    if is_platform(name) and not words:
        return frozenset()
    if found >= _KEYS:
        found -= {"handle"} if _most(map(str.isdecimal, filled), filled) else {"id"}
    if not found.isdisjoint(COUNTS):
        return found - COUNTS if words or _most(("%" in cell for cell in filled), filled) else found & _NUMBERED
    return found | {"text"} if "post" in found and _most((cell.count(" ") > 1 for cell in filled), filled) else found


def _unnamed(table: RawTable) -> dict[str, frozenset[str]]:
    """What the only column of a list without a title may be: dates of follows, or handles."""
    if table.named or len(table.header) != 1:
        return {}
    filled = [cell for cell in table.column(table.header[0]) if cell]
    if not filled:
        return {}
    if 2 * len(dates(filled).bad) < len(filled):
        return {table.header[0]: frozenset(("followed_at",))}
    return {} if any(" " in cell for cell in filled) else {table.header[0]: frozenset(("handle",))}


def _most(hits: Iterable[bool], filled: Sequence[str]) -> bool:
    return 2 * sum(hits) > len(filled)


def _both_numbered(found: dict[str, frozenset[str]], table: RawTable) -> dict[str, frozenset[str]]:
    """Beside numbers that can only be the followed, the only counts there are, of "follower", are people too."""
    followed = [name for name, each in found.items() if each == {"followed"}]
    counts = [name for name, each in found.items() if not each.isdisjoint(COUNTS)]
    if len(counts) != 1 or "follower" not in found[counts[0]] or all(_words(table.column(name)) for name in followed):
        return found
    return found | {counts[0]: found[counts[0]] - COUNTS}


def _words(cells: Sequence[str]) -> bool:
    filled = list(islice(filter(None, cells), SAMPLE))
    return 2 * len(numbers(filled).bad) > len(filled)


def _given(header: Sequence[str], options: ReadOptions, place: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for canonical, wanted in options.columns.items():
        if canonical not in CANONICAL:
            problem = msg("columns.unknown_name", name=canonical, names=tuple(sorted(CANONICAL)))
            raise UsageError(problem, place=place, remedy=meant(canonical, wanted, header))
        column = _column(header, wanted)
        if column is not None:
            given[canonical] = column
        elif not options.shared:
            problem = msg("columns.absent", column=wanted, names=tuple(header))
            raise UsageError(problem, place=place, remedy=meant(canonical, wanted, header))
    twice = [column for column in given.values() if list(given.values()).count(column) > 1]
    if twice:
        problem = msg("columns.mapped_twice", column=twice[0])
        raise UsageError(problem, place=place, remedy=msg("columns.map_remedy"))
    return given


def _column(header: Sequence[str], wanted: str) -> str | None:
    """The column of that name, spelt so or with other case and marks."""
    if wanted in header:
        return wanted
    close = [name for name in header if normal(name) == normal(wanted)]
    return close[0] if len(close) == 1 else None
