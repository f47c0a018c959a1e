"""What is one candidate: a sub-folder, a ZIP, a set of files whose names are roles, or a loose file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reachcheck.readers.recognise import ROLE_NAMES


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """One unit of work: a name for people, and the paths that belong together.

    `many` says that a file may hold several candidates, one a row.
    """

    name: str
    paths: tuple[str, ...]
    many: bool = False


def plan(paths: Sequence[str]) -> tuple[Candidate, ...]:
    """The candidates of all paths, in input order; a folder's entries in the order of their names."""
    return tuple(candidate for path in paths for candidate in _of_path(path))


def _of_path(path: str) -> tuple[Candidate, ...]:
    folder = Path(path)
    if path == "-" or not folder.is_dir():
        return (Candidate(name=folder.stem if path != "-" else "-", paths=(path,), many=True),)
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "__MACOSX")))
    roles = [entry for entry in entries if entry.is_file() and ROLE_NAMES.search(entry.name)]
    found = [_of_entry(entry) for entry in entries if entry not in roles]
    if roles:
        found.append(Candidate(name=folder.resolve().name, paths=tuple(str(entry) for entry in roles)))
    return tuple(found)


def _of_entry(entry: Path) -> Candidate:
    whole = entry.is_dir() or entry.suffix.lower() == ".zip"
    return Candidate(name=entry.name if entry.is_dir() else entry.stem, paths=(str(entry),), many=not whole)
