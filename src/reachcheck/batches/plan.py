"""What is one candidate: a sub-folder, a ZIP, a set of files whose names are roles, or a loose file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reachcheck.readers.aliases import whose
from reachcheck.readers.base import Reader
from reachcheck.readers.generic.reader import SUFFIXES
from reachcheck.readers.recognise import READERS


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


def plan(paths: Sequence[str], more: tuple[Reader, ...] = ()) -> Plan:
    """The candidates of all paths, in input order; a folder's entries in the order of their names.

    `more` are readers of plug-ins.
    """
    found: list[Candidate] = []
    ignored: list[str] = []
    for path in paths:
        folder = Path(path)
        if path == "-" or not folder.is_dir():
            found.append(Candidate(name=folder.stem if path != "-" else "-", paths=(path,), many=True, named=True))
            continue
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "__MACOSX")))
        strange = [entry for entry in entries if not may_be_export(entry, more)]
        ignored.extend(str(entry) for entry in strange)
        found.extend(_of_folder(folder, [entry for entry in entries if entry not in strange]))
    return Plan(candidates=tuple(found), ignored=tuple(ignored))


def may_be_export(entry: Path, more: tuple[Reader, ...] = ()) -> bool:
    """Whether an entry of a folder is of a kind that some reader opens."""
    if entry.is_dir() or entry.suffix.lower() == ".zip":
        return True
    return any(reader.wants(entry.name) for reader in (*READERS, *more)) or entry.suffix.lower() == ".xlsx"


def _of_folder(folder: Path, entries: Sequence[Path]) -> list[Candidate]:
    """Role-named files belong together by the words that stand beside the role in their names."""
    owners = {entry: whose(entry.stem) for entry in entries if entry.is_file() and entry.suffix.lower() in SUFFIXES}
    found = [_of_entry(entry) for entry in entries if owners.get(entry) is None]
    people: dict[str, list[str]] = {}
    for entry, name in owners.items():
        if name is not None:
            people.setdefault(name, []).append(str(entry))
    for name, paths in people.items():
        found.append(Candidate(name=name or folder.resolve().name, paths=tuple(paths)))
    return found


def _of_entry(entry: Path) -> Candidate:
    whole = entry.is_dir() or entry.suffix.lower() == ".zip"
    return Candidate(name=entry.name if entry.is_dir() else entry.stem, paths=(str(entry),), many=not whole)
