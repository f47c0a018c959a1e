"""What is one candidate: a sub-folder, a ZIP, a set of files whose names are roles, or a loose file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reachcheck.readers.recognise import READERS, ROLE_NAMES, ROLE_WORD


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One unit of work: a name for people, and the paths that belong together.

    `many` says that a file may hold several candidates, one a row.
    """

    name: str
    paths: tuple[str, ...]
    many: bool = False
    named: bool = False
    """Whether the user named it, so that it has a row whatever it holds."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The candidates of a batch, and the files that are no exports by their kind."""

    candidates: tuple[Candidate, ...]
    ignored: tuple[str, ...]


def plan(paths: Sequence[str]) -> Plan:
    """The candidates of all paths, in input order; a folder's entries in the order of their names."""
    found: list[Candidate] = []
    ignored: list[str] = []
    for path in paths:
        folder = Path(path)
        if path == "-" or not folder.is_dir():
            found.append(Candidate(name=folder.stem if path != "-" else "-", paths=(path,), many=True, named=True))
            continue
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "__MACOSX")))
        strange = [entry for entry in entries if not may_be_export(entry)]
        ignored.extend(str(entry) for entry in strange)
        found.extend(_of_folder(folder, [entry for entry in entries if entry not in strange]))
    return Plan(candidates=tuple(found), ignored=tuple(ignored))


def may_be_export(entry: Path) -> bool:
    """Whether an entry of a folder is of a kind that some reader opens."""
    if entry.is_dir() or entry.suffix.lower() == ".zip":
        return True
    return any(reader.wants(entry.name) for reader in READERS) or entry.suffix.lower() == ".xlsx"


def _of_folder(folder: Path, entries: Sequence[Path]) -> list[Candidate]:
    """Role-named files belong together by the words that stand beside the role in their names."""
    roles = [entry for entry in entries if entry.is_file() and ROLE_NAMES.search(entry.name)]
    found = [_of_entry(entry) for entry in entries if entry not in roles]
    people: dict[str, list[str]] = {}
    for entry in roles:
        people.setdefault(whose(entry.name), []).append(str(entry))
    for name, paths in people.items():
        found.append(Candidate(name=name or folder.resolve().name, paths=tuple(paths)))
    return found


def whose(name: str) -> str:
    """The words of a file name besides its role, dates and part numbers: ``posts_ben_2026-01.csv`` is ben's."""
    words = re.split(r"[\s_.\-()]+", name.rpartition(".")[0].lower())
    return " ".join(word for word in words if word and not word.isdecimal() and not ROLE_WORD.fullmatch(word))


def _of_entry(entry: Path) -> Candidate:
    whole = entry.is_dir() or entry.suffix.lower() == ".zip"
    return Candidate(name=entry.name if entry.is_dir() else entry.stem, paths=(str(entry),), many=not whole)
