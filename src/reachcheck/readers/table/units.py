"""What one stretch of a row's text says if it is one cell, or two that stand as one, and what that takes for granted.

Costs are minus logarithms of how rarely rows are spoilt in such a way; so they add up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reachcheck.readers.table.records import Dialect

JOINED = 3.0
"""What it costs that a text which is not quoted holds a delimiter."""
LONGER = 0.5
"""That it holds one more."""
LITERAL = 2.0
"""That a quote which opens nothing belongs to the text."""
UNDOUBLED = 0.5
"""That quotes within quotes are not doubled."""
BORDER = 3.0
"""That one of these stands next to a delimiter, as quotes around cells do."""

_BORDERS = re.compile(
    r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)|(?<=\d)(?=\d)|(?<=\w)(?=[^\w\s])|(?<=[^\w\s])(?=\w)"
    r"|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?=https?://)"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that a stretch of text may be."""

    text: str
    likened: str
    """What is compared with the cells of a column: the text without quotes that strayed into it."""
    changes: float = 0.0


def one_cell(raw: str, dialect: Dialect) -> Cell | None:
    """The stretch as one cell; None where it cannot be one."""
    text, quote, more = raw.strip(), dialect.quote, raw.count(dialect.delimiter)
    if not text.startswith(quote):
        if not more:
            return Cell(text, text)
        joined = quote not in text and _is_filled_at_both_ends(raw, dialect)
        return Cell(text, text, JOINED + LONGER * (more - 1)) if joined else None
    if len(text) > 1 and text.endswith(quote):
        return _quoted(text[1:-1], dialect)
    if more:
        return None
    closes = quote in text[1:].replace(quote * 2, "")
    literal = "".join(dialect.cells(text)[:1]).strip() if closes else text
    return Cell(literal, literal.replace(quote, ""), LITERAL)


def two_cells(raw: str, dialect: Dialect) -> Iterator[tuple[Cell, Cell]]:
    """The stretch as two cells without a delimiter between them: each border at which both sides are sound."""
    if dialect.quote in raw:
        places = {at + side for at, sign in enumerate(raw) if sign == dialect.quote for side in (0, 1)}
    else:
        places = {found.start() for found in _BORDERS.finditer(raw)}
    for place in sorted(places - {0, len(raw)}):
        first, second = one_cell(raw[:place], dialect), one_cell(raw[place:], dialect)
        if first and second and first.changes + second.changes < LITERAL:
            yield first, second


def _quoted(inner: str, dialect: Dialect) -> Cell:
    quote, delimiter = dialect.quote, dialect.delimiter
    if dialect.escape:
        pairs = re.compile(f"{re.escape(dialect.escape)}([{re.escape(quote + dialect.escape)}])")
        inner = pairs.sub(lambda pair: quote * 2 if pair[1] == quote else pair[1], inner)
    text, left = inner.replace(quote * 2, quote).strip(), inner.replace(quote * 2, "")
    borders = f"{quote}{left}".count(quote + delimiter) + f"{left}{quote}".count(delimiter + quote)
    if quote not in left:
        return Cell(text, text, BORDER * borders)
    return Cell(text, text.replace(quote, ""), UNDOUBLED + BORDER * borders)


def _is_filled_at_both_ends(raw: str, dialect: Dialect) -> bool:
    first, *_, last = raw.split(dialect.delimiter)
    return bool(first.strip() and last.strip())
