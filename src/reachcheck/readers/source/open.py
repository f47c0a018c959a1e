"""A source as members: a file, a folder, a ZIP or standard input seen as one thing, under caps."""

import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.readers.source.member import CAPS, Budget, Caps, Member, readable
from reachcheck.readers.source.zips import MAGIC, is_clutter, members_of, open_archive

__all__ = ["CAPS", "Caps", "Member", "Source", "open_source"]

Kind: TypeAlias = Literal["file", "folder", "zip", "stdin"]

STDIN = "stdin"


@dataclass(frozen=True)
class Source:
    """What a user points at, opened: its members, and the names that were never opened."""

    name: str
    kind: Kind
    members: tuple[Member, ...]
    ignored: tuple[str, ...] = ()


def open_source(path: str, stdin: BinaryIO | None = None, caps: Caps = CAPS) -> Source:
    """Open a file, folder, ZIP or ("-") standard input; nothing is read further than is needed to list it."""
    budget = Budget(caps)
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
            return Source(name, kind, *listed)
    return Source(name, kind, (Member(name, name, len(content), partial(_slice, content)),))


def _slice(content: bytes, limit: int | None) -> bytes:
    return content[:limit]


def _file(path: Path, budget: Budget) -> Source:
    member = _loose(path, path.name, budget)
    listed = _unpack(path, path.name, "", budget) if _begins(path, path.name) in MAGIC else None
    return Source(path.name, "zip", *listed) if listed else Source(path.name, "file", (member,))


def _folder(root: Path, budget: Budget) -> Source:
    members: list[Member] = []
    ignored: list[str] = []
    with readable(str(root)):
        for path in _walk(root):
            name = path.relative_to(root).as_posix()
            if not _is_ours(path, root):
                ignored.append(name)
                continue
            listed = _archive_in_folder(path, name, budget)
            members += listed[0] if listed else (_loose(path, name, budget),)
            ignored += listed[1] if listed else ()
    return Source(root.resolve().name, "folder", tuple(members), tuple(ignored))


def _walk(root: Path) -> Iterator[Path]:
    """Files below a folder in order of their names; a folder that is hidden or a link is given and not entered."""
    for path in sorted(root.iterdir(), key=lambda found: found.name):
        if path.is_dir() and not path.is_symlink() and not is_clutter(path.name):
            yield from _walk(path)
        else:
            yield path


def _is_ours(path: Path, root: Path) -> bool:
    """Whether this is a visible, regular file inside the folder, by whatever link it is reached."""
    if is_clutter(path.name) or not path.is_file():
        return False
    return not path.is_symlink() or path.resolve().is_relative_to(root.resolve())


def _archive_in_folder(path: Path, name: str, budget: Budget) -> tuple[tuple[Member, ...], tuple[str, ...]] | None:
    if path.suffix.casefold() != ".zip" or _begins(path, name) not in MAGIC:
        return None
    return _unpack(path, name, f"{name}/", budget)


def _unpack(
    source: Path | bytes, name: str, prefix: str, budget: Budget
) -> tuple[tuple[Member, ...], tuple[str, ...]] | None:
    """Members and ignored names of an archive; None for a workbook, which is one file to people."""
    archive = open_archive(source, name)
    if archive.is_workbook():
        archive.file.close()
        return None
    members, ignored = members_of(archive, prefix, budget)
    return tuple(members), tuple(ignored)


def _loose(path: Path, name: str, budget: Budget) -> Member:
    with readable(name):
        return Member(name, name, path.stat().st_size, partial(_read, path, name, budget))


def _begins(path: Path, name: str) -> bytes:
    with readable(name), path.open("rb") as handle:
        return handle.read(len(MAGIC[0]))


def _read(path: Path, name: str, budget: Budget, limit: int | None) -> bytes:
    with readable(name), path.open("rb") as handle:
        return budget.read(handle, name, limit)
