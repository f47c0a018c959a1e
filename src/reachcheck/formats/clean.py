"""Foreign strings made harmless: handles, file names and cell values come from strangers.

Every output passes what is not its own through `clean`: the report, the tables, the errors.
"""

import unicodedata
from collections.abc import Iterator

LIMIT = 200
MARKS = 4
"""Marks in a row that a letter may carry; no script needs more, and a stack of them covers the lines around it."""

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_HIDDEN_LETTERS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE0E), *range(0xE0100, 0xE01F0))))
)
_MARKS = frozenset({"Mn", "Me"})
_SELECTORS = frozenset("\ufe0e\ufe0f")


def hidden(char: str) -> bool:
    """Whether a character shows nothing or steers what is shown: control, bidi, zero width, C1, lone surrogate."""
    return char in _HIDDEN_LETTERS or unicodedata.category(char) in _HIDDEN_CATEGORIES


def clean(text: str, limit: int = LIMIT) -> str:
    r"""Make hidden characters and stacked marks visible as ``\u{..}`` and cut what is too long.

    Cleaning twice changes nothing.
    """
    if len(text) <= limit and text.isascii() and text.isprintable():
        return text
    shown: list[str] = []
    length = 0
    for char, plain in seen(text):
        piece = char if plain else f"\\u{{{ord(char):x}}}"
        length += len(piece)
        if length > limit:
            return _cut("".join(shown), limit)
        shown.append(piece)
    return "".join(shown)


def clean_lines(text: str, limit: int = 1000) -> str:
    """The same for several lines, whose ends stay."""
    return "\n".join(clean(line, limit) for line in text.split("\n"))


def seen(text: str) -> Iterator[tuple[str, bool]]:
    """Each character, and whether it may be shown as it is where it stands."""
    marks = 0
    before = ""
    for char in text:
        marks = marks + 1 if unicodedata.category(char) in _MARKS else 0
        stray = marks > (MARKS if before else 0) or (char in _SELECTORS and not _has_forms(before))
        yield char, not (stray or hidden(char))
        before = char


def _has_forms(sign: str) -> bool:
    """Whether a selector of form may follow; after a letter it would only hide."""
    return unicodedata.category(sign) in ("So", "Sk", "Sm", "Po") and not hidden(sign)


def _cut(text: str, limit: int) -> str:
    return text[: limit - 1].rstrip("".join(_SELECTORS)) + "…"
