"""What columns are called: a header's cells cleaned, and made distinct."""

from collections import Counter
from collections.abc import Callable, Iterable

Known = Callable[[str], bool]

_QUOTED = 3
"""So many pairs of quotes are taken away; a cell of a million quotes would else take a million million steps."""
_AROUND = "\ufeff\u200b \t\r\n\xa0\u202f"


def clean_name(cell: str) -> str:
    """A header cell without the marks and spaces around it, and without quotes that stand on both sides."""
    name = cell.strip(_AROUND)
    for _ in range(_QUOTED):
        if len(name) < 2 or name[0] != name[-1] or name[0] not in "\"'":
            break
        name = name[1:-1].strip(_AROUND)
    return name


def count_known(row: Iterable[str], known: Known) -> int:
    """How many cells of a row are names of columns."""
    return sum(known(name) for name in map(clean_name, row) if name)


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
