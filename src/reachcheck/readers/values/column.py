"""From cells to values, always a whole column at once: numbers, dates, yes and no, handles."""

from collections.abc import Mapping, Sequence

import numpy as np

from reachcheck.model.columns import MISSING as MISSING_CODE
from reachcheck.model.columns import Enums
from reachcheck.readers.values.dates import Dates, dates
from reachcheck.readers.values.handles import handle
from reachcheck.readers.values.numbers import MISSING, Numbers, numbers

__all__ = ["Dates", "Numbers", "dates", "flags", "handles", "numbers"]

_YES = "yes y true t 1 1.0 oui vrai si sí s sim verdadero verdadeiro vero ja j wahr waar"
_NO = "no n false f 0 0.0 non faux não nao falso nein falsch nee onwaar"
_FLAGS: Mapping[str, int] = dict.fromkeys(_YES.split(), 1) | dict.fromkeys(_NO.split(), 0)


def flags(cells: Sequence[str]) -> tuple[Enums, list[int]]:
    """Read a column of yes and no (1 and 0, -1 where missing), and the positions of cells that are neither."""
    texts = [cell.strip().casefold() for cell in cells]
    values = np.array([_FLAGS.get(text, MISSING_CODE) for text in texts], dtype=np.int8)
    bad = [place for place, text in enumerate(texts) if text not in _FLAGS and text not in MISSING]
    return values, bad


def handles(cells: Sequence[str]) -> list[str | None]:
    """Handles in lower case without @, taken out of addresses; nobody's name counts as "missing"."""
    known = {cell: handle(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]
