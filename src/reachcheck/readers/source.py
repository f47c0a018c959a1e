"""A source as members: a file, a folder, a ZIP or standard input seen as one thing, under caps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class Member:
    """One file of a source: `name` is what people see, `path` its place inside the folder or archive."""

    name: str
    path: str
    size: int
    opener: Callable[[int | None], bytes]
    dated: date | None = None

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        return self.opener(65536)

    @cached_property
    def content(self) -> bytes:
        """All bytes; raises UnreadableError beyond the caps."""
        return self.opener(None)
