"""Where a delimited file's table begins, by which delimiter, and what its columns are called."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from reachcheck.readers.table.delimited import logical_rows

Known = Callable[[str], bool]

DELIMITERS = (",", ";", "\t", "|")
SINGLE = "\x1f"
"""A delimiter that text does not hold: the file has one column."""
ROWS = 50
"""How many logical rows the choice of delimiter and header looks at."""
LINES = 5000
"""How many physical lines those rows may take."""

_SEP = re.compile(r'"?sep=([^\w\s"\']|\t)"?\s*$', re.IGNORECASE)
_VALUE = re.compile(r"[-+]?[\d.,\s]+%?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b.*|@.*|.*://.*|.*@.*\..*")


def declared_delimiter(line: str) -> str | None:
    """The delimiter that a leading ``sep=;`` line declares."""
    found = _SEP.match(line)
    return found.group(1) if found else None


def choose_delimiter(lines: Sequence[str], start: int, declared: str | None, known: Known) -> str:
    """The delimiter under which a header is best known and the rows below are most constant."""
    head = list(lines[start : start + LINES])
    candidates = ([declared] if declared else []) + [mark for mark in DELIMITERS if mark != declared]
    scores = {mark: _score(logical_rows(head, mark, most=ROWS).rows, known) for mark in candidates}
    best = max(candidates, key=scores.__getitem__)
    return best if scores[best] > (0, 0.0) else SINGLE


def _score(rows: list[list[str]], known: Known) -> tuple[int, float]:
    position = find_header(rows, known)
    below = rows[position or 0 :]
    width = _usual_width(rows) if position is None else len(rows[position])
    names = 0 if position is None else count_known(rows[position], known)
    if width < 2 or (names == 0 and _is_titled(rows[0], known)):
        return 0, 0.0
    constant = sum(len(row) == width for row in below) / len(below)
    return (names if names > 1 else 0), constant * (1 - 1 / width)


def find_header(rows: list[list[str]], known: Known) -> int | None:
    """Position of the header among the first rows; None where every row looks like data."""
    rows = rows[:ROWS]
    for position, row in enumerate(rows):
        if count_known(row, known) > 1:
            return position
    width = _usual_width(rows)
    if width < 2:
        return 0 if rows and _titles_a_list(rows, known) else None
    return next((position for position, row in enumerate(rows) if len(row) == width and _names(row)), None)


def count_known(row: Iterable[str], known: Known) -> int:
    """How many cells of a row are names of columns."""
    return sum(known(name) for name in map(clean_name, row) if name)


def clean_name(cell: str) -> str:
    """A header cell without the marks, quotes and spaces around it."""
    return cell.strip("\ufeff\u200b\"' \t\r\n\xa0\u202f").strip()


def distinct_names(cells: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names made distinct ("name (2)", "column 3" for an empty one), and those that stood more than once."""
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        base = clean_name(cell) or f"column {number}"
        seen[base] += 1
        names.append(_free(base, seen[base], taken))
    return tuple(names), tuple(name for name, times in seen.items() if times > 1)


def _free(base: str, times: int, taken: set[str]) -> str:
    name = base if times == 1 else f"{base} ({times})"
    while name in taken:
        times += 1
        name = f"{base} ({times})"
    taken.add(name)
    return name


def _usual_width(rows: list[list[str]]) -> int:
    widths = Counter(map(len, rows))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _names(row: list[str]) -> bool:
    cells = [name for name in map(clean_name, row) if name]
    if 2 * len(cells) <= len(row) or len(set(cells)) < len(cells):
        return False
    return not any(_VALUE.fullmatch(cell) for cell in cells)


def _titles_a_list(rows: list[list[str]], known: Known) -> bool:
    """Whether the first line of a one-column file is its title: a known name, or words above single words."""
    first, *below = (clean_name("".join(row)) for row in rows)
    return _is_titled(rows[0], known) or (" " in first and bool(below) and not any(" " in cell for cell in below))


def _is_titled(row: list[str], known: Known) -> bool:
    return len(row) == 1 and known(clean_name(row[0]))
