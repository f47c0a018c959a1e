"""Foreign strings made harmless: handles, file names and cell values come from strangers."""

import unicodedata

LIMIT = 200
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_HIDDEN_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def hidden(char: str) -> bool:
    """Whether a character shows nothing or steers what is shown: control, bidi, zero width, C1, lone surrogate."""
    return char in _HIDDEN_LETTERS or unicodedata.category(char) in _HIDDEN_CATEGORIES


def clean(text: str, limit: int = LIMIT) -> str:
    r"""Make hidden characters visible as ``\u{..}`` and cut what is too long; cleaning twice changes nothing."""
    shown: list[str] = []
    length = 0
    for char in text:
        piece = f"\\u{{{ord(char):x}}}" if hidden(char) else char
        length += len(piece)
        if length > limit:
            return _cut("".join(shown), limit)
        shown.append(piece)
    return "".join(shown)


def _cut(text: str, limit: int) -> str:
    return text[: limit - 1] + "…"
