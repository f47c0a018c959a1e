"""What every section of the report is written on: the words, the width, and whether blocks can be shown."""

from dataclasses import dataclass

from reachcheck.formats.drawn import BLOCKS
from reachcheck.formats.text.lines import BLANK, Line, paragraph
from reachcheck.formats.words import Words
from reachcheck.message import Message

INDENT = 3


@dataclass(frozen=True)
class Page:
    """The page a section is laid out on."""

    words: Words
    width: int
    unicode: bool
    full: bool = False
    """Whether every measure and remark is asked for."""

    @property
    def inner(self) -> int:
        """The columns between the margins."""
        return self.width - INDENT

    def blocks(self) -> tuple[str, str, str]:
        """The signs for "at least", "at most" and the rest of the count."""
        return BLOCKS if self.unicode else ("#", "=", ".")

    def heading(self, text: str) -> list[Line]:
        """An empty line and a section's title."""
        return [BLANK, *paragraph(text, self.width, 0, "strong")]

    def paragraph(self, message: Message | str) -> list[Line]:
        """A wrapped sentence between the margins."""
        text = message if isinstance(message, str) else self.words.text(message)
        return paragraph(text, self.width)
