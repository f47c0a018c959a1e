"""What kind of thing a cell of text is, and its shape: by these a column knows its own cells."""

import re
import unicodedata
from functools import cache

from reachcheck.readers.values.months import MONTHS
from reachcheck.readers.values.numbers import MISSING

LONGEST = 400
"""Longer cells are text, whatever they hold."""
VALUES = frozenset(("int", "number", "date", "time", "moment", "url", "email", "handle"))
"""Kinds that the name of a column is not."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
    rf"|(?:[a-z]{{2,12}}[.,]{{0,2}} )?\d{{1,2}}(?:st|nd|rd|th|er|\.)?(?: de)?[ -](?:{_MONTH})\.?(?:,| de)?[ -]\d{{2,4}}"
    rf"|(?:[a-z]{{2,12}}[.,]{{0,2}} )?(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
)
_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\.?)?"
_LETTERS = re.compile(r"[^\W\d_]+(?:[ '\u2019.-]+[^\W\d_]+)*")
_DIGIT = re.compile(r"\d")


def kind(cell: str) -> str:
    """What a cell is: "int", "number", "date", "time", "moment", "url", "email", "handle", "word", "code", "text".

    Also "empty" (nothing, or a word that says so) and "odd" (a double quote within).
    """
    if len(cell) > LONGEST:
        return "text"
    folded = cell.strip().casefold()
    if folded in MISSING:
        return "empty"
    found = _kinds().fullmatch(folded if folded.isascii() else _plain(folded))
    return found.lastgroup or "text" if found else "text"


def is_value(cell: str) -> bool:
    """Whether a cell is a value and no name."""
    return kind(cell) in VALUES


def shape(cell: str) -> str:
    """A cell with 9 for every digit and one a for all letters of words that follow each other."""
    return _DIGIT.sub("9", _LETTERS.sub("a", cell)) if len(cell) <= LONGEST else "text"


@cache
def _kinds() -> re.Pattern[str]:
    """Compiled when the first table is read: of all patterns this one takes longest."""
    return re.compile(
        r"(?P<int>[-+\u2212]?\d+)"
        rf"|(?P<date>{_DATE})"
        rf"|(?P<time>{_TIME})"
        rf"|(?P<moment>(?:{_DATE})(?:,? | a | at | um |t){_TIME}(?: ?(?:[a-z]{{1,4}}|[+-]\d\d:?\d\d))?)"
        r"|(?P<number>[-+<>~\u2212]? ?[$\u20ac\u00a3]? ?\d[\d.,' \u00a0\u202f\u2019]*(?:e[-+]?\d+)?"
        r" ?(?:[%$\u20ac\u00a3+]|[kmb]|mio|mln|mrd|mil|tsd)?\.?)"
        r"|(?P<url>(?:[a-z][a-z0-9+.-]*://|www\.)\S*)"
        r"|(?P<email>[^@\s,;]+@[^@\s,;]+\.[^@\s.,;]+)"
        r"|(?P<handle>@[\w.-]+)"
        r"|(?P<odd>[^\"]*\".*)"
        r"|(?P<word>[^\W\d_]+(?:[-'\u2019.][^\W\d_]+)*\.?)"
        r"|(?P<code>\S+)",
        re.DOTALL,
    )


def _plain(text: str) -> str:
    """Without accents, which names of months are known without."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
