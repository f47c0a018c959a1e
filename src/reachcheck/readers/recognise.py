"""Which reader reads which member: platform readers by content first, the generic one for what people made themselves.

In an archive only members that a platform reader's allow-list names are ever opened, once one of them is claimed.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unicodedata import normalize

from reachcheck.errors import UnreadableError
from reachcheck.readers.base import Reader
from reachcheck.readers.bluesky import READER as BLUESKY
from reachcheck.readers.collected import READER as COLLECTED
from reachcheck.readers.facebook import READER as FACEBOOK
from reachcheck.readers.generic import GenericReader
from reachcheck.readers.instagram import READER as INSTAGRAM
from reachcheck.readers.kit.opening import is_plain_list
from reachcheck.readers.linkedin import READER as LINKEDIN
from reachcheck.readers.mastodon import READER as MASTODON
from reachcheck.readers.meta_business import READER as META_BUSINESS
from reachcheck.readers.newsletters import READER as NEWSLETTERS
from reachcheck.readers.private import is_about_the_owner, is_private
from reachcheck.readers.source import Member, Refused, Source
from reachcheck.readers.table.workbook import is_workbook, sheets_of
from reachcheck.readers.threads import READER as THREADS
from reachcheck.readers.tiktok import READER as TIKTOK
from reachcheck.readers.x import READER as X
from reachcheck.readers.x_collected import READER as X_COLLECTED
from reachcheck.readers.youtube import READER as YOUTUBE

PLATFORM_READERS: tuple[Reader, ...] = (
    INSTAGRAM,
    THREADS,
    FACEBOOK,
    META_BUSINESS,
    LINKEDIN,
    MASTODON,
    BLUESKY,
    X,
    X_COLLECTED,
    TIKTOK,
    YOUTUBE,
    NEWSLETTERS,
    COLLECTED,
)
"""In the order in which they are asked; a new platform takes its place here."""

GENERIC: Reader = GenericReader()
READERS: tuple[Reader, ...] = (*PLATFORM_READERS, GENERIC)
ROLE_NAMES = re.compile(
    r"(?:^|[/_\s-])(followers?|following|posts?|daily|profiles?|responses?|interactions|events|graph)"
    r"(?:[_\s.-][^/]*)?\.(?:csv|tsv|json|jsonl|ndjson|txt)$",
    re.IGNORECASE,
)


ROLE_TABLES = re.compile(
    r"(?:^|[/_\s-])(abonn[ée]e?s|suivis|publications|profils?|quotidien|r[ée]ponses|"
    r"seguidor[ea]s|seguidos|siguiendo|seguindo|publicaciones|publica[çc][õo]es|perfil|di[áa]rio|respuestas|"
    r"respostas|abonnenten|gefolgt|beitr(?:ä|ae)ge|t(?:ä|ae)glich|antworten)(?:[_\s.-][^/]*)?\.(?:csv|tsv|xlsx)$",
    re.IGNORECASE,
)
"""The same in other languages, of tables that people make: no export is written so."""


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """Which reader takes which member, the members that none takes, and those that cannot be looked into."""

    taken: tuple[tuple[Reader, Member], ...]
    ignored: tuple[str, ...]
    """Looked at, and left alone: they are no exports."""
    unopened: tuple[str, ...]
    """Never opened: no reader's allow-list names them."""
    refused: tuple[Refused, ...] = ()
    """Locked, damaged, unsafe: they may have been meant to be read."""


def recognise(source: Source, *, told: bool = False, more: tuple[Reader, ...] = ()) -> Recognised:
    """Match the members of a source with readers; `told` says that the user says what the rows are.

    `more` are readers of plug-ins: they are asked after ours, and before the generic one.
    """
    readers = (*PLATFORM_READERS, *more)
    loose = source.kind in ("file", "stdin")
    wanted = {m.name: loose or any(reader.wants(m.path) for reader in readers) for m in source.members}
    taken: dict[str, tuple[Reader, Member]] = {}
    refused: dict[str, Refused] = {}
    for member in source.members:
        with _noting(member, refused):
            reader = _platform_reader(member, readers, loose=loose) if wanted[member.name] else None
            if reader is not None:
                taken[member.name] = (reader, member)
    export = bool(taken)
    for member in source.members:
        if member.name in taken or member.name in refused or not _may_be_generic(member, source, export):
            continue
        wanted[member.name] = True
        with _noting(member, refused):
            if GENERIC.claims(member) or (told and loose and is_plain_list(member.head)):
                taken[member.name] = (GENERIC, member)
    left = [member.name for member in source.members if member.name not in taken and member.name not in refused]
    return Recognised(
        taken=tuple(taken[member.name] for member in source.members if member.name in taken),
        ignored=(*(name for name in left if wanted[name]), *source.ignored),
        unopened=tuple(name for name in left if not wanted[name]),
        refused=(*refused.values(), *source.refused),
    )


@contextmanager
def _noting(member: Member, refused: dict[str, Refused]) -> Iterator[None]:
    """A member that cannot even be looked into costs itself and no other."""
    try:
        yield
    except UnreadableError as error:
        refused[member.name] = Refused(member.name, error.problem, error.remedy)


def _platform_reader(member: Member, readers: tuple[Reader, ...], *, loose: bool) -> Reader | None:
    asked = [reader for reader in readers if loose or reader.wants(member.path)]
    for reader in asked:
        if reader.claims(member):
            return reader
    if asked and is_workbook(member):
        sheets_of(member)  # which says what is wrong with a workbook that nobody could look into
    return None


def _may_be_generic(member: Member, source: Source, export: bool) -> bool:
    """A loose file always; beside a platform's export, only files whose names say what they are."""
    if source.kind in ("file", "stdin"):
        return True
    if not GENERIC.wants(member.path) or is_private(member.path):
        return False
    beside = source.kind == "folder" and _says_role(member.path) and not is_about_the_owner(member.path)
    return not export or beside


def _says_role(path: str) -> bool:
    return bool(ROLE_NAMES.search(path) or ROLE_TABLES.search(normalize("NFC", path)))
