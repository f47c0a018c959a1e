"""What every section of the report is written on: the words, the width, and whether blocks can be shown."""

from dataclasses import dataclass

from reachcheck.formats.clean import clean
from reachcheck.formats.text.lines import BLANK, Line, paragraph
from reachcheck.formats.words import Words
from reachcheck.message import Message
from reachcheck.results.report import Person

INDENT = 3


@dataclass(frozen=True)
class Page:
    """The page a section is laid out on."""

    words: Words
    width: int
    unicode: bool

    @property
    def inner(self) -> int:
        """The columns between the margins."""
        return self.width - INDENT

    def blocks(self) -> tuple[str, str, str]:
        """The signs for "at least", "at most" and the rest of the count."""
        return ("█", "▒", "░") if self.unicode else ("#", "=", ".")

    def foreign(self, text: str, limit: int = 60) -> str:
        """A stranger's text, made harmless."""
        return clean(text, limit)

    def handle(self, profile: Person) -> str:
        """How the person is called: by handle, with the sign where handles have one, or not at all."""
        if profile.handle is None:
            return self.words.say("report.the_person")
        handle = self.foreign(profile.handle)
        bare = handle.startswith("@") or profile.noun in ("friends", "connections")
        return handle if bare else f"@{handle}"

    def platform(self, profile: Person) -> str:
        """The platform's name, or nothing."""
        return self.foreign(self.words.name("platform", profile.platform), 30) if profile.platform else ""

    def heading(self, text: str) -> list[Line]:
        """An empty line and a section's title."""
        return [BLANK, *paragraph(text, self.width, 0, "strong")]

    def paragraph(self, message: Message | str) -> list[Line]:
        """A wrapped sentence between the margins."""
        text = message if isinstance(message, str) else self.words.text(message)
        return paragraph(text, self.width)
