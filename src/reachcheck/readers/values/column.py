"""From cells to values, always a whole column at once: numbers, dates, yes and no, handles."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

import numpy as np

from reachcheck.model.columns import MISSING as MISSING_CODE
from reachcheck.model.columns import Enums
from reachcheck.readers.values.dates import Dates, dates
from reachcheck.readers.values.numbers import MISSING, Numbers, numbers

__all__ = ["Dates", "Numbers", "dates", "flags", "handles", "numbers"]

_YES = "yes y true t 1 1.0 oui vrai si sí s sim verdadero verdadeiro vero ja j wahr waar"
_NO = "no n false f 0 0.0 non faux não nao falso nein falsch nee onwaar"
_FLAGS: Mapping[str, int] = dict.fromkeys(_YES.split(), 1) | dict.fromkeys(_NO.split(), 0)

_PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*"
    r"(?:instagram\.com|x\.com|twitter\.com|tiktok\.com|threads\.(?:net|com)|linkedin\.com|facebook\.com|fb\.com|bsky\.app)"
    r"/+(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?",
    re.IGNORECASE,
)
_PREFIXES = frozenset(("_u", "in", "profile"))
_ID = re.compile(r"(?:^|&)id=(\d+)")


def flags(cells: Sequence[str]) -> tuple[Enums, list[int]]:
    """Read a column of yes and no (1 and 0, -1 where missing), and the positions of cells that are neither."""
    texts = [cell.strip().casefold() for cell in cells]
    values = np.array([_FLAGS.get(text, MISSING_CODE) for text in texts], dtype=np.int8)
    bad = [place for place, text in enumerate(texts) if text not in _FLAGS and text not in MISSING]
    return values, bad


def handles(cells: Sequence[str]) -> list[str | None]:
    """Handles in lower case without @, taken out of profile addresses; nobody's name counts as "missing"."""
    known = {cell: _handle(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _handle(cell: str) -> str | None:
    text = cell.strip()
    found = _PROFILE.match(text)
    name = _from_path(found) if found else text
    name = name.strip().lstrip("@").strip().lower()
    return name if name.strip("-") and name != "n/a" else None


def _from_path(found: re.Match[str]) -> str:
    """The profile that an address points at: its last step, or its number where it has no name."""
    steps = [step for step in unquote(found["path"]).strip().split("/") if step]
    number = _ID.search(found["query"] or "")
    if number and steps[-1:] == ["profile.php"]:
        return number[1]
    return steps[-1] if steps else ""
