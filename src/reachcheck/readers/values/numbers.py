"""Numbers as people and platforms write them: what a mark means is decided once for a whole column."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.columns import Floats

MISSING = frozenset(("", "-", "--", "\u2013", "\u2014", "n/a", "#n/a", "na", "null", "none", "undefined", "nan"))
LARGEST = 2**53
"""Beyond this, float64 no longer tells whole numbers apart."""
MAJORITY = 9
"""How many cells must speak for one meaning of a mark, for each that speaks for the other."""
UNGROUPED = 5
"""So many digits without a mark show that a column does not mark thousands (some languages do not mark four)."""

MULTIPLES: Mapping[int, tuple[str, ...]] = {
    1_000: ("k", "mil", "tsd", "dzd"),
    1_000_000: ("m", "mi", "mio", "mln", "mill", "million", "millions", "millionen", "millones", "milhões"),
    1_000_000_000: ("b", "bn", "bi", "md", "mrd", "mld", "milliard", "milliards", "milliarden", "miljard"),
}
_FACTORS = {word: Decimal(factor) for factor, words in MULTIPLES.items() for word in words} | {"%": Decimal("0.01")}

_SIGNS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2019": "'", "\u2212": "-"})
_CELL = re.compile(r"([+-]? ?)([0-9.,' ]*[0-9])(e[+-]?[0-9]{1,3})? ?(%|[a-zõ]*)\.?")
_BOUND = re.compile(r"[<>≤≥~≈].*[0-9].*|[0-9].*\+")
_GROUPED = re.compile(r"[0-9]{1,3}([.,' ])[0-9]{3}(\1[0-9]{3})*|[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}|[0-9]*")
_OTHER = {".": ",", ",": "."}
_NO_MARKS = str.maketrans("", "", ".,' ")


@dataclass(frozen=True)
class Numbers:
    """A column of numbers: NaN where a cell is empty, says that it is missing, or is bad."""

    values: Floats
    bad: list[int]
    """Positions of cells that hold something, and no number."""
    note: Message | None = None


class _Shape(NamedTuple):
    """One cell taken apart; `mark` is its decimal mark ("" where it has none)."""

    sign: str
    body: str
    exponent: str
    unit: str
    mark: str
    unsure: bool
    """The one mark there is may also group thousands."""
    value: float = np.nan
    """The number, where the cell alone can tell."""


@dataclass(frozen=True)
class _Column:
    """What the cells of a column say about marks, counted over all cells."""

    marks: Counter[str]
    unsure: Counter[str]
    bare: int
    """Cells that show that neither dot nor comma groups thousands here."""

    def mark(self, own: str) -> str | None:
        """Decimal mark of an unsure cell whose only mark is `own`; None where the column contradicts itself."""
        if self.marks:
            (best, most), *rest = self.marks.most_common()
            return best if most >= MAJORITY * sum(count for _, count in rest) else None
        if self.bare:
            return own
        return _OTHER[own] if len(self.unsure) == 1 else None

    def note(self, example: str, own: str) -> Message | None:
        """What to say about unsure cells."""
        if self.mark(own) is None:
            return msg("values.mark_conflict", example=example)
        return None if self.marks or self.bare else msg("values.mark_ambiguous", example=example)


def numbers(cells: Sequence[str], decimal: str | None = None) -> Numbers:
    """Read a column; `decimal` is its decimal mark where the kind of file settles that (JSON)."""
    texts = [cell.translate(_SIGNS).strip().lstrip("'").casefold() for cell in cells]
    counts = Counter(texts)
    plain = {text for text in counts if text.isascii() and text.isdecimal()}
    shapes = {text: _shape(text, decimal) for text in counts if text not in plain and text not in MISSING}
    column = _survey(counts, plain, shapes)
    found = {text: _checked(float(text)) for text in plain}
    found |= _values(shapes, column)
    bounds = {text for text, shape in shapes.items() if shape is None and _BOUND.fullmatch(text)}
    good = {text for text, value in found.items() if value == value} | bounds | MISSING
    values = np.array([found.get(text, np.nan) for text in texts], dtype=np.float64)
    bad = [position for position, text in enumerate(texts) if text not in good]
    return Numbers(values, bad, _note(cells, texts, shapes, column, bounds))


def _shape(text: str, decimal: str | None) -> _Shape | None:
    found = _CELL.fullmatch(text)
    if not found or (found[4] and found[4] not in _FACTORS):
        return None
    sign, body, exponent, unit = found[1].strip(), found[2], found[3] or "", found[4]
    mark, groups = (decimal, False) if decimal else _mark(body)
    unsure = groups and not exponent and unit != "%"
    shape = _Shape(sign, body, exponent, unit, mark, unsure)
    return shape if unsure else shape._replace(value=_read(shape, mark))


def _mark(body: str) -> tuple[str, bool]:
    """The decimal mark as far as one cell can tell, and whether it may as well group thousands."""
    dots, commas = body.count("."), body.count(",")
    if dots and commas:
        return body[max(body.rfind("."), body.rfind(","))], False
    if not dots and not commas:
        return "", False
    own = "." if dots else ","
    if dots + commas > 1:
        return _OTHER[own], False
    whole, _, fraction = body.partition(own)
    return own, len(fraction) == 3 and len(whole) in (1, 2, 3) and whole.isdecimal() and whole[0] != "0"


def _survey(counts: Counter[str], plain: set[str], shapes: Mapping[str, _Shape | None]) -> _Column:
    column = _Column(Counter(), Counter(), sum(len(text) >= UNGROUPED for text in plain))
    spaced = 0
    for text, shape in shapes.items():
        if shape is None:
            continue
        if shape.unsure:
            column.unsure[shape.mark] += counts[text]
        elif math.isnan(shape.value):
            continue
        elif shape.mark:
            column.marks[shape.mark] += counts[text]
        else:
            spaced += not shape.body.isdecimal()
    return replace(column, bare=column.bare + spaced)


def _values(shapes: Mapping[str, _Shape | None], column: _Column) -> dict[str, float]:
    marks = {own: column.mark(own) for own in column.unsure}
    return {
        text: np.nan if shape is None else _read(shape, marks[shape.mark]) if shape.unsure else shape.value
        for text, shape in shapes.items()
    }


def _read(shape: _Shape, mark: str | None) -> float:
    """The number that a cell is under a decimal mark; NaN where its groups are not groups of thousands."""
    if mark is None:
        return np.nan
    whole, _, fraction = shape.body.partition(mark) if mark else (shape.body, "", "")
    if not _GROUPED.fullmatch(whole) or not (fraction or "0").isdecimal():
        return np.nan
    text = f"{shape.sign}{whole.translate(_NO_MARKS)}.{fraction or 0}{shape.exponent}"
    return _checked(float(Decimal(text) * _FACTORS[shape.unit]) if shape.unit else float(text))


def _checked(number: float) -> float:
    return number + 0.0 if abs(number) <= LARGEST else np.nan


def _note(
    cells: Sequence[str],
    texts: list[str],
    shapes: Mapping[str, _Shape | None],
    column: _Column,
    bounds: set[str],
) -> Message | None:
    unsure = next(((text, shape.mark) for text, shape in shapes.items() if shape and shape.unsure), None)
    note = column.note(cells[texts.index(unsure[0])], unsure[1]) if unsure else None
    if note or not bounds:
        return note
    places = [position for position, text in enumerate(texts) if text in bounds]
    return msg("values.bounds", count=len(places), example=cells[places[0]])
