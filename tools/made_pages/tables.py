"""The data dictionary."""

from collections.abc import Iterator

from reachcheck.formats import dictionary
from reachcheck.formats.words import Words


def pages() -> Iterator[tuple[str, str]]:
    """The page, as `reachcheck schema tables` prints it."""
    yield "tables.md", dictionary.render(Words("en", strict=True))
