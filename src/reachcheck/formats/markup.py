"""How text is written for the format that shows it: our own words, and what strangers wrote."""

from typing import Protocol

from reachcheck.formats.clean import LIMIT, clean


class Said(str):
    """Text that words have already written for its format; put into another text it stays as it is."""

    __slots__ = ()


class Markup(Protocol):
    """What a format does to text so that no sign in it means anything there."""

    def own(self, text: str) -> str:
        """A piece of a text of ours."""

    def foreign(self, text: str, limit: int = LIMIT) -> str:
        """A stranger's text, made harmless and no longer than `limit`."""


class Plain:
    """For formats in which no sign means anything: the terminal, JSON, tables."""

    def own(self, text: str) -> str:
        """As it is."""
        return text

    def foreign(self, text: str, limit: int = LIMIT) -> str:
        """Without hidden characters."""
        return clean(text, limit)


PLAIN = Plain()
