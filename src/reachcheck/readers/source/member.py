"""One file of a source, and the account of what reading it may ask of the machine."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg

HEAD = 65536
CHUNK = 1 << 20
LARGE = 32 << 20
"""Bytes from which a table is read piece by piece, and only as far as its columns are asked for."""


@dataclass(frozen=True)
class Member:
    """One file of a source: `name` is what people see, `path` its place inside the folder or archive."""

    name: str
    path: str
    size: int
    opener: Callable[[int | None], bytes]
    dated: date | None = None
    within: str = ""
    """The name of the folder that was given, where it was one: an archive that somebody unpacked keeps its name."""
    pieces: Callable[[], Iterator[bytes]] | None = None
    """Gives all bytes from the start without holding them, where they can be read as often as one likes."""
    file: Path | None = None
    """Where the same bytes lie on disk, if they do."""

    @property
    def container(self) -> str:
        """The name with that of the archive or folder around it, which may say whose export it is, and of when."""
        return f"{self.within}/{self.name}" if self.within else self.name

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        return self.opener(HEAD)

    @cached_property
    def content(self) -> bytes:
        """All bytes; raises UnreadableError beyond the caps."""
        return self.opener(None)

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the content."""
        if not self.is_large or self.pieces is None:
            return hashlib.sha256(self.content).hexdigest()
        digest = hashlib.sha256()
        for piece in self.pieces():
            digest.update(piece)
        return digest.hexdigest()

    @property
    def is_large(self) -> bool:
        """Whether a table is better not held whole, and need not be."""
        return self.pieces is not None and self.size > LARGE


@dataclass(frozen=True)
class Refused:
    """A file that was not opened although it may have been meant to be read, and why."""

    name: str
    why: Message
    remedy: Message | None = None


@dataclass(frozen=True)
class Caps:
    """What one source may ask of the machine at most."""

    entries: int = 50_000
    """Entries of one archive, with those of archives inside it; each costs half a kilobyte before anything is read.

    A person's export with all its pictures may well hold more than 10,000.
    """
    member: int = 512 << 20
    """Bytes of one file or member that is held whole, or unpacked."""
    total: int = 2 << 30
    """Bytes of all files and members of that kind."""
    table: int = 16 << 30
    """Bytes of a table that lies on disk and is read piece by piece."""
    ratio: int = 200
    """How many times its packed size a member may be, if it is larger than `ratio_from`."""
    ratio_from: int = 1 << 20


CAPS = Caps()


class Readable(Protocol):
    """What gives its bytes piece by piece."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


@dataclass
class Budget:
    """Counts the bytes read from one source; bytes that are read again count once."""

    caps: Caps
    spent: Counter[str] = field(default_factory=Counter)
    total: int = 0

    def read(self, handle: Readable, place: str, limit: int | None) -> bytes:
        """Read at most `limit` bytes, or all; raises UnreadableError beyond the caps."""
        return b"".join(self.pieces(handle, place, limit))

    def pieces(self, handle: Readable, place: str, limit: int | None = None) -> Iterator[bytes]:
        """The same without holding them together."""
        size = 0
        while limit is None or size < limit:
            chunk = handle.read(CHUNK if limit is None else min(CHUNK, limit - size))
            if not chunk:
                break
            size += len(chunk)
            self._count(place, size)
            yield chunk

    def _count(self, place: str, size: int) -> None:
        new = max(0, size - self.spent[place])
        self.spent[place] += new
        self.total += new
        if size > self.caps.member:
            raise too_large(self.caps.member, place)
        if self.total > self.caps.total:
            problem = msg("source.total_too_large", megabytes=self.caps.total >> 20)
            raise UnreadableError(problem, place=place, remedy=msg("source.too_large_remedy"))


def too_large(most: int, place: str) -> UnreadableError:
    """What to say of a file of more than so many bytes."""
    problem = msg("source.too_large", megabytes=most >> 20)
    return UnreadableError(problem, place=place, remedy=msg("source.too_large_remedy"))


@contextmanager
def readable(place: str) -> Iterator[None]:
    """Turn what the system says against reading into an error for people."""
    try:
        yield
    except PermissionError as error:
        problem = msg("source.no_permission")
        raise UnreadableError(problem, place=place, remedy=msg("source.no_permission_remedy")) from error
    except OSError as error:
        problem = msg("source.system_error", reason=error.strerror or type(error).__name__)
        raise UnreadableError(problem, place=place) from error
