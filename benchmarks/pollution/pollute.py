"""Every pollution of one clean table: the bytes, the truth and the weight of each file.

Written from the description of a published benchmark (Pollock; Vitagliano et al., PVLDB 16, 2023), without its files
and without its code, neither of which carries a licence. What the description fixes is followed: the score (`score`),
the total weight and thirteen of the weights (`weights`), the number of files of each sort (1 + 12 + 1,428 + 849 =
2,290), and what the truth wants. Where it is silent, a choice was made:

- 84 lines of 9 cells: of 80-odd lines the one shape for which a missing delimiter (84 x 8) and an extra one (84 x 9)
  make 1,428.
- Twelve of the file or table: empty, no or two final line ends, no header, header only, one row, preamble, a second
  table narrower, as wide or wider, two and three header rows.
- 849 structural: a stray quote in each cell (84 x 9), spaces for delimiters in each line (84), and nine dialects of the
  whole file: semicolon, tab, space, comma and space, LF, CR, apostrophes as quotes, backslash as escape, no escape.

What these and the smaller choices did to the scores of public readers stands in README.md.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pollution import layouts, lines
from pollution.clean import Table
from pollution.dialect import STANDARD, Dialect
from pollution.weights import WEIGHTS

LAYOUTS: dict[str, Callable[[Table], layouts.Spoilt]] = {
    "empty file": layouts.empty,
    "no final line end": layouts.no_final_newline,
    "two final line ends": layouts.two_final_newlines,
    "no header": layouts.no_header,
    "header only": layouts.header_only,
    "one row of data": layouts.one_row,
    "preamble": layouts.preamble,
    "two tables, second narrower": layouts.second_narrower,
    "two tables, second as wide": layouts.second_as_wide,
    "two tables, second wider": layouts.second_wider,
    "two header rows": layouts.two_header_rows,
    "three header rows": layouts.three_header_rows,
}
DIALECTS: dict[str, Dialect] = {
    "delimiter semicolon": replace(STANDARD, delimiter=";"),
    "delimiter tab": replace(STANDARD, delimiter="\t"),
    "delimiter space": replace(STANDARD, delimiter=" "),
    "delimiter comma and space": replace(STANDARD, delimiter=", "),
    "line ends LF": replace(STANDARD, newline="\n"),
    "line ends CR": replace(STANDARD, newline="\r"),
    "quote apostrophe": replace(STANDARD, quote="'", escape="'"),
    "escape backslash": replace(STANDARD, escape="\\"),
    "quotes not escaped": replace(STANDARD, escape=""),
}


@dataclass(frozen=True)
class Polluted:
    """One file of the benchmark. `weight` is in surveyed files."""

    name: str
    kind: str
    content: bytes
    truth: Table
    weight: float


def _spoilt(table: Table) -> Iterator[tuple[str, str, layouts.Spoilt]]:
    """Kind, place and outcome of each pollution."""
    yield "unpolluted", "", (STANDARD.file(table), table)
    for kind, layout in LAYOUTS.items():
        yield kind, "", layout(table)
    for kind, dialect in DIALECTS.items():
        yield kind, "", (dialect.file(table), table)
    for at, row in enumerate(table.lines):
        yield "row delimited by spaces", f" {at}", lines.spaced_row(table, at)
        for column in range(len(row)):
            place = f" {at}:{column}"
            yield "extra delimiter in a row", place, lines.extra_delimiter(table, at, column)
            yield "stray quote in a cell", place, lines.stray_quote(table, at, column)
            if column + 1 < len(row):
                yield "missing delimiter in a row", place, lines.missing_delimiter(table, at, column)


def polluted(table: Table) -> list[Polluted]:
    """All polluted versions of a clean table, the unpolluted one first; any table with a header will do."""
    outcomes = list(_spoilt(table))
    repeats = Counter(kind for kind, _, _ in outcomes)
    return [
        Polluted(kind + place, kind, text.encode(), truth, WEIGHTS[kind] / repeats[kind])
        for kind, place, (text, truth) in outcomes
    ]
