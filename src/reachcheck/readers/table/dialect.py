"""By which marks a file's cells are divided and quoted, found by trying them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reachcheck.readers.table.header import find_header, is_titled, usual_width
from reachcheck.readers.table.kinds import VALUES, is_value, kind
from reachcheck.readers.table.names import Known, count_known
from reachcheck.readers.table.records import SINGLE, Dialect, Record, some_records

DELIMITERS = (",", ";", "\t", "|")
RARE = (" ", ":")
"""Marks that also stand within words and times: taken only where nothing else divides the lines."""
ROWS = 50
"""How many logical rows the choice looks at."""
LINES = 5000
"""How many physical lines those rows may take."""
WIDEST = 32_768
"""What divides a line into more cells than this (a spreadsheet has half as many columns) divides no table."""
CONSTANT = 0.9
"""Which share of the rows a rare mark must divide alike."""
BETTER = 1.1
"""How much better a file must come out with apostrophes as quotes."""
WHOLE = frozenset(("date", "time", "moment"))
"""Kinds of lines that hold one value, whatever marks are in it."""

_SEP = re.compile(r'"?sep=([^\w\s"\']|\t)"?\s*$', re.IGNORECASE)
_ESCAPED = re.compile(r'(?<!\\)\\"(?![,;|\t\r\n]|$)')
_INNER = re.compile(r"[;|\t\"]")
_ORDER = re.compile(r"[,:]")


@dataclass(frozen=True, order=True)
class _Score:
    """How well a dialect suits: by names of columns first (one alone is chance), then by likeness of the rows."""

    names: int = 0
    alike: float = 0.0


def declared_delimiter(line: str) -> str | None:
    """The delimiter that a leading ``sep=;`` line declares."""
    found = _SEP.match(line)
    return found.group(1) if found else None


def widest(lines: Sequence[str], mark: str) -> int:
    """How often a mark stands in one line at most."""
    return max((line.count(mark) for line in lines), default=0)


def find_dialect(lines: Sequence[str], declared: str | None, known: Known) -> Dialect:
    """The dialect under which a header is best known and the rows are most alike."""
    marks = ([declared] if declared else []) + [mark for mark in (*DELIMITERS, *RARE) if mark != declared]
    head = list(lines[:LINES])
    marks = [mark for mark in marks if mark not in RARE or widest(head, mark) <= WIDEST]
    scores = {each: _score(head, each, known) for each in map(Dialect, marks)}
    if any("'" in line for line in head):
        scores |= {each: _less(_score(head, each, known)) for each in (Dialect(mark, "'") for mark in marks)}
    best = max(scores, key=scores.__getitem__)
    if scores[best] <= _Score() or (scores[best].names == 0 and _holds_whole_values(head)):
        best = Dialect(SINGLE)
    return _with_escape(best, head)


def _less(score: _Score) -> _Score:
    return replace(score, alike=score.alike / BETTER)


def _score(head: list[str], dialect: Dialect, known: Known) -> _Score:
    found = some_records(head, dialect, ROWS)
    rows = [record.cells for record in found]
    position = find_header(rows, known)
    below = found[position or 0 :]
    width = usual_width(rows) if position is None else len(rows[position])
    names = 0 if position is None else count_known(rows[position], known)
    if width < 2 or (names == 0 and is_titled(rows[0], known)):
        return _Score()
    if dialect.delimiter == " " and position is not None and is_titled([" ".join(rows[position])], known):
        return _Score()
    constant = sum(len(each.cells) == width and not each.stray for each in below) / len(below)
    if names < 2 and dialect.delimiter in RARE and not (width > 2 and constant >= CONSTANT and _counts(below, width)):
        return _Score()
    alike = constant * (1 - 1 / width) * _typed(below, width)
    return _Score(names if names > 1 else 0, alike / 2 if dialect.delimiter in RARE else alike)


def _counts(records: list[Record], width: int) -> bool:
    """Whether some column holds values from its second row on."""
    columns = zip(*(record.cells for record in records[1:] if len(record.cells) == width), strict=True)
    return any(all(map(is_value, column)) for column in columns)


def _typed(records: list[Record], width: int) -> float:
    """How far the cells are values or words, with no mark left in them that may have been meant to divide."""
    weights = [_weight(cell) for record in records if len(record.cells) == width for cell in record.cells]
    return sum(weights) / len(weights) if weights else 0.0


def _weight(cell: str) -> float:
    what = kind(cell)
    if what in VALUES or what in ("empty", "word"):
        return 1.0
    if _INNER.search(cell) or _holds_values(cell) or (cell[0] == "'") != (cell[-1] == "'"):
        return 0.3
    return 0.7 if _ORDER.search(cell) else 0.8


def _holds_values(cell: str) -> bool:
    """Whether a cell is several values with spaces between them."""
    return " " in cell and cell[:1].isdecimal() and all(map(is_value, cell.split()))


def _holds_whole_values(head: list[str]) -> bool:
    """Whether the lines are dates, addresses and the like as they stand."""
    rows = [line.strip().strip("\"'") for line in head[: ROWS * 2] if line.strip()][:ROWS]
    whole = sum(kind(row) in WHOLE or (kind(row) == "url" and not set(row) & set(DELIMITERS)) for row in rows)
    return whole >= max(1.0, CONSTANT * (len(rows) - 1))


def _with_escape(dialect: Dialect, head: list[str]) -> Dialect:
    """The dialect with a backslash before quotes, where that makes more quotes sound."""
    if not any(map(_ESCAPED.search, head)):
        return dialect
    escaped = replace(dialect, escape="\\")
    return min(dialect, escaped, key=lambda each: sum(record.stray for record in some_records(head, each, LINES)))
