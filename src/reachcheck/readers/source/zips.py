"""ZIP archives as members: checked before anything is unpacked, and never unpacked to disk."""

import re
import stat
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from operator import itemgetter
from pathlib import Path
from zipfile import BadZipFile, ZipInfo

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg
from reachcheck.readers.private import is_private
from reachcheck.readers.source.listing import Listing, objection, read_listing
from reachcheck.readers.source.member import CAPS, Budget, Member, Refused
from reachcheck.readers.source.unpack import LyingSizeError, Unpacker, opened

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
NO_DATE = date(1980, 1, 1)
_OPENDOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_LONGEST_TYPE = 100
"""Bytes that the name of a type may have."""
CLUTTER = {"__macosx", "thumbs.db", "desktop.ini"}

_BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
)
_UNSAFE = re.compile(r"^/|^[A-Za-z]:|(^|/)\.\.(/|$)|[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Archive:
    """A ZIP under the name that people know it by: where its bytes are, and what it lists."""

    source: Path | bytes
    listing: Listing
    name: str

    def is_workbook(self) -> bool:
        """Whether this is a spreadsheet and not a bundle of files."""
        names = {entry.filename.casefold() for entry in self.listing.entries}
        return "[content_types].xml" in names and any(name.startswith("xl/") for name in names)


@dataclass
class Members:
    """What an archive holds, in order of the paths: members, names left alone, and entries that are not opened.

    `repeated` are the names that several entries have.
    """

    members: list[Member] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)


def open_archive(source: Path | bytes, name: str, most: int) -> Archive:
    """Read the list of entries; raises UnreadableError where there is none, or more than `most`.

    Raises it for a workbook of OpenDocument too, which is a ZIP of pages of XML that nobody could make sense of.
    """
    with _sound(name):
        archive = Archive(source, read_listing(source, name, most), name)
    if _is_opendocument(archive):
        raise UnreadableError(msg("source.opendocument"), place=name, remedy=msg("source.opendocument_remedy"))
    return archive


def _is_opendocument(archive: Archive) -> bool:
    """Whether an entry says that this is such a workbook, or a template of one."""
    small = (e for e in archive.listing.entries if e.orig_filename == "mimetype" and e.file_size < _LONGEST_TYPE)
    try:
        kinds = [_read(archive.source, entry, archive.name, Budget(CAPS), None) for entry in small]
    except UnreadableError:
        return False
    return any(kind.startswith(_OPENDOCUMENT) for kind in kinds)


def members_of(archive: Archive, prefix: str, budget: Budget) -> Members:
    """The members of an archive, and of the archives in it."""
    return _Walk(budget, budget.caps.entries).through(archive, prefix)


def is_clutter(path: str) -> bool:
    """Whether a file is one that systems leave behind, or hidden."""
    return any(part.startswith(".") or part.casefold() in CLUTTER for part in path.split("/"))


def may_be_opened(path: str) -> bool:
    """Whether a file inside a source is an archive by its name, and none that others may have sent to its owner."""
    return path.casefold().endswith(".zip") and not is_private(path)


class _Walk:
    """Goes through an archive and, once, into archives inside it; `room` is for so many entries."""

    def __init__(self, budget: Budget, room: int) -> None:
        self._budget = budget
        self._room = room
        self._found = Members()

    def through(self, archive: Archive, prefix: str, depth: int = 1) -> Members:
        self._room -= len(archive.listing.entries)
        seen: Counter[str] = Counter()
        for path, entry in _sorted(archive.listing.entries):
            if why := _unsafe(path, entry):
                self._found.refused.append(Refused(f"{archive.name}/{path}", why))
            elif is_clutter(path) or path.endswith("/"):
                self._found.ignored.append(prefix + path)
            else:
                seen[path] += 1
                name = path if seen[path] == 1 else f"{path} ({seen[path]})"
                self._add(self._member(archive, entry, name, prefix + path), depth)
        self._found.repeated += [prefix + path for path, times in seen.items() if times > 1]
        return self._found

    def _add(self, member: Member, depth: int) -> None:
        try:
            inner = self._inner(member, depth) if may_be_opened(member.path) else None
        except UnreadableError as error:
            self._found.refused.append(Refused(member.name, error.problem, error.remedy))
            return
        if inner is None:
            self._found.members.append(member)
        else:
            self.through(inner, f"{member.path}/", depth - 1)

    def _inner(self, member: Member, depth: int) -> Archive | None:
        """The archive that a member of an archive is, read into memory."""
        if not member.head.startswith(MAGIC):
            return None
        if depth == 0:
            raise UnreadableError(msg("source.nested"), remedy=msg("source.nested_remedy"))
        archive = open_archive(member.content, member.name, self._room)
        return None if archive.is_workbook() else archive

    def _member(self, archive: Archive, entry: ZipInfo, name: str, path: str) -> Member:
        shown = f"{archive.name}/{name}"
        read = partial(_read, archive.source, entry, shown, self._budget)
        pieces = partial(_pieces, archive.source, entry, shown, self._budget)
        return Member(shown, path, entry.file_size, read, _dated(entry), pieces=pieces)


def _sorted(entries: Sequence[ZipInfo]) -> list[tuple[str, ZipInfo]]:
    return sorted(((_path(entry), entry) for entry in entries), key=itemgetter(0))


def _read(source: Path | bytes, entry: ZipInfo, name: str, budget: Budget, limit: int | None) -> bytes:
    return b"".join(_pieces(source, entry, name, budget, limit))


def _pieces(
    source: Path | bytes, entry: ZipInfo, name: str, budget: Budget, limit: int | None = None
) -> Iterator[bytes]:
    against = objection(entry, budget.caps)
    if against:
        raise UnreadableError(against[0], place=name, remedy=against[1])
    with _sound(name), opened(source) as file:
        yield from budget.pieces(Unpacker(file, entry), name, limit)


def _path(entry: ZipInfo) -> str:
    """Name of an entry with one kind of slash and without a leading `./`."""
    path = entry.orig_filename.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:]
    return path


def _unsafe(path: str, entry: ZipInfo) -> Message | None:
    """Why an entry is never opened, whatever it holds."""
    if not path or _UNSAFE.search(path):
        return msg("source.unsafe_name")
    regular = stat.S_IFMT(entry.external_attr >> 16) in (0, stat.S_IFREG, stat.S_IFDIR)
    return None if regular else msg("source.no_file")


def _dated(entry: ZipInfo) -> date | None:
    try:
        day = date(*entry.date_time[:3])
    except ValueError:
        return None
    return None if day == NO_DATE else day


@contextmanager
def _sound(place: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        lying = isinstance(error, LyingSizeError)
        problem = msg("source.lying_size") if lying else msg("source.broken_zip")
        raise UnreadableError(problem, place=place, remedy=msg("source.broken_zip_remedy")) from error
