"""Text within Markdown: ours with its signs escaped, a stranger's in a code span and nowhere else.

A code span starts no link, no mention, no picture and no HTML, on any of the sites that people paste into.
"""

import re

from reachcheck.formats.clean import LIMIT, clean

_SIGNS = re.compile(r"([\\`*_\[\]<>|#~&$@])")
_LINE_STARTS = re.compile(r"^(\d*)([-+.)=])")


class Markdown:
    """The markup that words are written in."""

    def own(self, text: str) -> str:
        """No sign in a text of ours means anything."""
        return escape(text)

    def foreign(self, text: str, limit: int = LIMIT) -> str:
        """A code span."""
        return code(text, limit)


def escape(text: str) -> str:
    """Text of our own as plain text on one line."""
    return _SIGNS.sub(r"\\\1", text.replace("\n", " "))


def code(text: str, limit: int = 100) -> str:
    """Foreign text, made harmless, as a code span that may stand in a table."""
    shown = clean(text, limit)
    shown = re.sub(r"(\\?)\|", lambda found: r"\\u{7c}" if found[1] else r"\|", shown)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if not shown or shown.startswith(("`", " ")) or shown.endswith(("`", " ")) else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def started(text: str) -> str:
    """A text that may begin a line: it starts no list and underlines nothing."""
    return _LINE_STARTS.sub(r"\1\\\2", text)


def capital(text: str) -> str:
    """A title as sentences begin."""
    return text[:1].upper() + text[1:]
