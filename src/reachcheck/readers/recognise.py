"""Which reader reads which member: platform readers by content first, the generic one for what people made themselves.

In an archive only members that a platform reader's allow-list names are ever opened, once one of them is claimed.
"""

import re
from dataclasses import dataclass

from reachcheck.readers.base import Reader
from reachcheck.readers.collected import READER as COLLECTED
from reachcheck.readers.generic import GenericReader
from reachcheck.readers.instagram import READER as INSTAGRAM
from reachcheck.readers.linkedin import READER as LINKEDIN
from reachcheck.readers.mastodon import READER as MASTODON
from reachcheck.readers.newsletters import READER as NEWSLETTERS
from reachcheck.readers.private import is_private
from reachcheck.readers.source import Member, Source
from reachcheck.readers.x import READER as X

PLATFORM_READERS: tuple[Reader, ...] = (
    INSTAGRAM,
    LINKEDIN,
    MASTODON,
    X,
    NEWSLETTERS,
    COLLECTED,
)
"""In the order in which they are asked; a new platform takes its place here."""

GENERIC: Reader = GenericReader()
READERS: tuple[Reader, ...] = (*PLATFORM_READERS, GENERIC)
ROLE_WORD = re.compile(
    r"followers?|following|posts?|daily|profiles?|responses?|interactions|events|graph", re.IGNORECASE
)
"""A role as a word of a file's name."""

ROLE_NAMES = re.compile(
    r"(?:^|[/_\s-])(followers?|following|posts?|daily|profiles?|responses?|interactions|events|graph)"
    r"(?:[_\s.-][^/]*)?\.(?:csv|tsv|json|jsonl|ndjson|txt)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """Which reader takes which member, and the members that none takes."""

    taken: tuple[tuple[Reader, Member], ...]
    ignored: tuple[str, ...]
    """Looked at, and left alone: they are no exports."""
    unopened: tuple[str, ...]
    """Never opened: no reader's allow-list names them."""


def recognise(source: Source) -> Recognised:
    """Match the members of a source with readers."""
    loose = source.kind in ("file", "stdin")
    wanted = {m.name: loose or any(reader.wants(m.path) for reader in PLATFORM_READERS) for m in source.members}
    taken: dict[str, tuple[Reader, Member]] = {}
    for member in source.members:
        reader = _platform_reader(member, loose=loose) if wanted[member.name] else None
        if reader is not None:
            taken[member.name] = (reader, member)
    export = bool(taken)
    for member in source.members:
        if member.name in taken or not _may_be_generic(member, source, export):
            continue
        wanted[member.name] = True
        if GENERIC.claims(member):
            taken[member.name] = (GENERIC, member)
    left = [member.name for member in source.members if member.name not in taken]
    return Recognised(
        taken=tuple(taken[member.name] for member in source.members if member.name in taken),
        ignored=(*(name for name in left if wanted[name]), *source.ignored),
        unopened=tuple(name for name in left if not wanted[name]),
    )


def _platform_reader(member: Member, *, loose: bool) -> Reader | None:
    for reader in PLATFORM_READERS:
        if (loose or reader.wants(member.path)) and reader.claims(member):
            return reader
    return None


def _may_be_generic(member: Member, source: Source, export: bool) -> bool:
    """A loose file always; beside a platform's export, only files whose names say what they are."""
    if source.kind in ("file", "stdin"):
        return True
    if not GENERIC.wants(member.path) or is_private(member.path):
        return False
    return not export or (source.kind == "folder" and bool(ROLE_NAMES.search(member.path)))
