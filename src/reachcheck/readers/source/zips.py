"""ZIP archives as members: checked before anything is unpacked, and never unpacked to disk."""

import io
import lzma
import re
import stat
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from operator import itemgetter
from pathlib import Path, PurePosixPath

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.readers.source.member import Budget, Caps, Member

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
LOCAL_HEADER = 30
NO_DATE = date(1980, 1, 1)
CLUTTER = {"__macosx", "thumbs.db", "desktop.ini"}

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
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
    """An open ZIP under the name that people know it by."""

    file: zipfile.ZipFile
    name: str

    def is_workbook(self) -> bool:
        """Whether this is a spreadsheet and not a bundle of files."""
        names = {name.casefold() for name in self.file.namelist()}
        return "[content_types].xml" in names and any(name.startswith("xl/") for name in names)


def open_archive(source: Path | bytes, name: str) -> Archive:
    """Read the list of entries; raises UnreadableError where there is none."""
    with _sound(name), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Archive(zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source), name)


def members_of(archive: Archive, prefix: str, budget: Budget) -> tuple[list[Member], list[str]]:
    """Members in order of their paths, and the names that were not opened."""
    return _members(archive, prefix, budget, budget.caps.entries)


def is_clutter(path: str) -> bool:
    """Whether a file is one that systems leave behind, or hidden."""
    return any(part.startswith(".") or part.casefold() in CLUTTER for part in path.split("/"))


def _members(
    archive: Archive, prefix: str, budget: Budget, room: int, depth: int = 1
) -> tuple[list[Member], list[str]]:
    entries = archive.file.infolist()
    _check(archive, entries, budget.caps, room)
    room -= len(entries)
    members: list[Member] = []
    ignored: list[str] = []
    seen: Counter[str] = Counter()
    for path, entry in sorted(((_path(entry), entry) for entry in entries), key=itemgetter(0)):
        if _is_unsafe(path, entry) or is_clutter(path) or path.endswith("/"):
            ignored.append(prefix + path)
            continue
        seen[path] += 1
        name = path if seen[path] == 1 else f"{path} ({seen[path]})"
        member = _member(archive, entry, name, prefix + path, budget)
        inner = _inner(member) if depth and path.casefold().endswith(".zip") else None
        if inner is None:
            members.append(member)
            continue
        more, others = _members(inner, f"{member.path}/", budget, room, depth - 1)
        room -= len(inner.file.infolist())
        members += more
        ignored += others
    return members, ignored


def _inner(member: Member) -> Archive | None:
    """The archive that a member of an archive is, read into memory."""
    if not member.head.startswith(MAGIC):
        return None
    archive = open_archive(member.content, member.name)
    return None if archive.is_workbook() else archive


def _member(archive: Archive, entry: zipfile.ZipInfo, name: str, path: str, budget: Budget) -> Member:
    shown = f"{archive.name}/{name}"
    opener = partial(_read, archive, entry, shown, budget)
    return Member(shown, path, entry.file_size, opener, _dated(entry))


def _read(archive: Archive, entry: zipfile.ZipInfo, name: str, budget: Budget, limit: int | None) -> bytes:
    with _sound(name), archive.file.open(entry) as handle:
        return budget.read(handle, name, limit)


def _path(entry: zipfile.ZipInfo) -> str:
    """Name of an entry with one kind of slash and without a leading `./`."""
    path = entry.orig_filename.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:]
    return path


def _is_unsafe(path: str, entry: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return not path or bool(_UNSAFE.search(path)) or kind not in (0, stat.S_IFREG, stat.S_IFDIR)


def _dated(entry: zipfile.ZipInfo) -> date | None:
    try:
        day = date(*entry.date_time[:3])
    except ValueError:
        return None
    return None if day == NO_DATE else day


def _check(archive: Archive, entries: list[zipfile.ZipInfo], caps: Caps, room: int) -> None:
    place = archive.name
    if len(entries) > room:
        problem = msg("source.too_many_entries", cap=caps.entries)
        raise UnreadableError(problem, place=place, remedy=msg("source.too_large_remedy"))
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnreadableError(msg("source.encrypted"), place=place, remedy=msg("source.encrypted_remedy"))
        if entry.file_size > max(caps.ratio_from, caps.ratio * entry.compress_size):
            problem = msg("source.ratio", member=PurePosixPath(_path(entry)).name, ratio=caps.ratio)
            raise UnreadableError(problem, place=place, remedy=msg("source.broken_zip_remedy"))
    if _overlap(archive, entries):
        raise UnreadableError(msg("source.overlap"), place=place, remedy=msg("source.broken_zip_remedy"))


def _overlap(archive: Archive, entries: list[zipfile.ZipInfo]) -> bool:
    """Whether packed bytes belong to two entries, or to an entry and the list of entries."""
    starts = sorted((entry.header_offset, _least_size(entry)) for entry in entries)
    starts.append((archive.file.start_dir, 0))
    return any(start + size > following for (start, size), (following, _) in pairwise(starts))


def _least_size(entry: zipfile.ZipInfo) -> int:
    return LOCAL_HEADER + len(entry.orig_filename) + entry.compress_size


@contextmanager
def _sound(place: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise UnreadableError(msg("source.broken_zip"), place=place, remedy=msg("source.broken_zip_remedy")) from error
