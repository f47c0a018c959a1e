"""A source as members: a file, a folder, a ZIP or standard input seen as one thing, under caps."""

import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.message import msg
from reachcheck.readers.source.member import CAPS, CHUNK, Budget, Caps, Member, Refused, readable, too_large
from reachcheck.readers.source.packed import refuse_archive, unpacked
from reachcheck.readers.source.zips import MAGIC, Members, is_clutter, may_be_opened, members_of, open_archive

__all__ = ["CAPS", "Caps", "Member", "Source", "open_source"]

Kind: TypeAlias = Literal["file", "folder", "zip", "stdin"]

STDIN = "stdin"


@dataclass(frozen=True)
class Source:
    """What a user points at, opened: its members, the names that were left alone, and what must not be opened."""

    name: str
    kind: Kind
    members: tuple[Member, ...]
    ignored: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    repeated: tuple[str, ...] = ()


def open_source(path: str, stdin: BinaryIO | None = None, caps: Caps = CAPS) -> Source:
    """Open a file, folder, ZIP or ("-") standard input; nothing is read further than is needed to list it."""
    budget = Budget(caps)
    source = _opened(path, stdin, budget)
    if [member.name for member in source.members] == [source.name]:
        refuse_archive(source.members[0])
    return replace(source, members=tuple(unpacked(member, budget) for member in source.members))


def _opened(path: str, stdin: BinaryIO | None, budget: Budget) -> Source:
    """A source whose members are as they lie there, packed or not."""
    if path == "-":
        return _stream(STDIN, "stdin", sys.stdin.buffer if stdin is None else stdin, budget)
    place = Path(path)
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        return _folder(place, budget)
    if stat.S_ISREG(mode):
        return _file(place, budget)
    with readable(path), place.open("rb") as handle:
        return _stream(place.name, "file", handle, budget)


def _mode(path: str) -> int:
    """What kind of thing stands at a path; a path without anything is a mistake in the command."""
    with readable(path):
        try:
            if path:
                return Path(path).stat().st_mode
        except (FileNotFoundError, NotADirectoryError, ValueError):
            pass
    raise UsageError(msg("source.missing", path=path), remedy=msg("source.missing_remedy"))


def _stream(name: str, kind: Kind, handle: BinaryIO, budget: Budget) -> Source:
    """Something that can be read only once, and is therefore read whole."""
    with readable(name):
        content = budget.read(handle, name, None)
    if content.startswith(MAGIC):
        listed = _unpack(content, name, "", budget)
        if listed:
            return _source(name, kind, listed)
    return Source(name, kind, (Member(name, name, len(content), partial(_slice, content)),))


def _source(name: str, kind: Kind, found: Members) -> Source:
    return Source(
        name,
        kind,
        members=tuple(found.members),
        ignored=tuple(found.ignored),
        refused=tuple(found.refused),
        repeated=tuple(found.repeated),
    )


def _slice(content: bytes, limit: int | None) -> bytes:
    return content[:limit]


def _file(path: Path, budget: Budget) -> Source:
    member = _loose(path, path.name, budget)
    listed = _unpack(path, path.name, "", budget) if _begins(path, path.name) in MAGIC else None
    return _source(path.name, "zip", listed) if listed else Source(path.name, "file", (member,))


def _folder(root: Path, budget: Budget) -> Source:
    found = Members()
    with readable(str(root)):
        for path in _walk(root):
            _take(path, path.relative_to(root).as_posix(), root, found, budget)
    return _source(root.resolve().name, "folder", found)


def _take(path: Path, name: str, root: Path, found: Members, budget: Budget) -> None:
    """Add what a path of a folder is: a file, the members of an archive, or nothing that is opened."""
    if is_clutter(path.name):
        found.ignored.append(name)
    elif not path.is_file():
        found.refused.append(Refused(name, msg("source.no_file")))
    elif path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        found.refused.append(Refused(name, msg("source.leads_outside")))
    elif (inside := _archive_in_folder(path, name, budget)) is None:
        found.members.append(replace(_loose(path, name, budget), within=root.resolve().name))
    else:
        found.members += inside.members
        found.ignored += inside.ignored
        found.refused += inside.refused
        found.repeated += inside.repeated


def _walk(root: Path) -> Iterator[Path]:
    """Files below a folder in order of their names; a folder that is hidden or a link is given and not entered."""
    for path in sorted(root.iterdir(), key=lambda found: found.name):
        if path.is_dir() and not path.is_symlink() and not is_clutter(path.name):
            yield from _walk(path)
        else:
            yield path


def _archive_in_folder(path: Path, name: str, budget: Budget) -> Members | None:
    if not may_be_opened(name) or _begins(path, name) not in MAGIC:
        return None
    try:
        return _unpack(path, name, f"{name}/", budget)
    except UnreadableError as error:
        return Members(refused=[Refused(name, error.problem, error.remedy)])


def _unpack(source: Path | bytes, name: str, prefix: str, budget: Budget) -> Members | None:
    """What an archive holds; None for a workbook, which is one file to people."""
    archive = open_archive(source, name, budget.caps.entries)
    return None if archive.is_workbook() else members_of(archive, prefix, budget)


def _loose(path: Path, name: str, budget: Budget) -> Member:
    pieces = partial(_pieces, path, name, budget.caps.table)
    with readable(name):
        size = path.stat().st_size
    return Member(name, name, size, partial(_read, path, name, budget), pieces=pieces, file=path)


def _begins(path: Path, name: str) -> bytes:
    with readable(name), path.open("rb") as handle:
        return handle.read(len(MAGIC[0]))


def _read(path: Path, name: str, budget: Budget, limit: int | None) -> bytes:
    with readable(name), path.open("rb") as handle:
        return budget.read(handle, name, limit)


def _pieces(path: Path, name: str, most: int) -> Iterator[bytes]:
    size = 0
    with readable(name), path.open("rb") as handle:
        while piece := handle.read(CHUNK):
            size += len(piece)
            if size > most:
                raise too_large(most, name)
            yield piece
