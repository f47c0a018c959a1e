"""The ten numbers of a read file, and their means over many files.

Success, then precision, recall and F1 of the header, of the records and of the cells, each in [0, 1] and each on
multisets. Precision is the share of what should be there that is (against the truth); recall the share of what is
there that should be. Nothing expected and nothing there is 1; one of the two empty is 0.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pollution.clean import Row, Table

Ten = tuple[float, ...]
NOTHING: Ten = (0.0,) * 10
PERFECT: Ten = (1.0,) * 10

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00(?:\.0+)?)?)?")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?")
_PRICE = re.compile(r"[$€£] ?(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?) ?[$€£]")


@lru_cache(maxsize=200_000)
def normal(cell: str) -> str:
    """One form for text of any case, numbers, dates (day first), times and prices; spaces are kept."""
    text = cell.lower()
    if _NUMBER.fullmatch(text):
        return f"{float(text):.15g}"
    if date := _DATE.fullmatch(text):
        return f"{date[3]}-{int(date[2]):02}-{int(date[1]):02}"
    if date := _ISO.fullmatch(text):
        return f"{date[1]}-{int(date[2]):02}-{int(date[3]):02}"
    if time := _TIME.fullmatch(text):
        return f"{int(time[1]):02}:{time[2]}:{time[3] or '00'}"
    if price := _PRICE.fullmatch(text):
        return f"{float(price[1] or price[2]):.2f}"
    return text


def _three(truth: Iterable[str], out: Iterable[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of two multisets."""
    wanted, found = Counter(truth), Counter(out)
    if not wanted or not found:
        same = float(wanted == found)
        return same, same, same
    both = (wanted & found).total()
    precision, recall = both / wanted.total(), both / found.total()
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def _records(rows: Iterable[Row]) -> list[str]:
    return ["".join(normal(cell) for cell in row) for row in rows]


def _cells(table: Table) -> list[str]:
    return [cell for row in table.lines for cell in row]


def ten(truth: Table, out: Table | None) -> Ten:
    """The ten numbers of one file; `out` None stands for a reader that gave up, which makes all of them 0."""
    if out is None:
        return NOTHING
    header = _three(map(normal, truth.header), map(normal, out.header))
    return 1.0, *header, *_three(_records(truth.rows), _records(out.rows)), *_three(_cells(truth), _cells(out))


@dataclass(frozen=True)
class Result:
    """One file read by one reader: its ten numbers, its weight, and rows of the truth less rows read (0 if more)."""

    name: str
    numbers: Ten
    weight: float
    rows_lost: int

    @property
    def failed(self) -> bool:
        """Whether the reader gave up."""
        return self.numbers[0] == 0.0


def result(name: str, truth: Table, out: Table | None, weight: float) -> Result:
    """Score one file. A file that the reader gave up on has lost no row without an error."""
    lost = 0 if out is None else max(0, len(truth.rows) - len(out.rows))
    return Result(name, ten(truth, out), weight, lost)


@dataclass(frozen=True)
class Summary:
    """All files of one reader. `simple` and `weighted` are out of 10."""

    simple: float
    weighted: float
    errors: int
    perfect: int
    files_with_rows_lost: int
    rows_lost: int


def summary(results: list[Result]) -> Summary:
    """Sum of the ten means, simple and by weight, and the counts that no mean shows."""
    whole = sum(each.weight for each in results)
    return Summary(
        simple=sum(sum(each.numbers) for each in results) / len(results),
        weighted=sum(sum(each.numbers) * each.weight for each in results) / whole,
        errors=sum(each.failed for each in results),
        perfect=sum(each.numbers == PERFECT for each in results),
        files_with_rows_lost=sum(each.rows_lost > 0 for each in results),
        rows_lost=sum(each.rows_lost for each in results),
    )
