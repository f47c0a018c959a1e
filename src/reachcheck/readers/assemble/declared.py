"""What an export says of its own files, held against what was read of them: rows and files that are not here."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.enums import Completeness
from reachcheck.model.sources import RowNote
from reachcheck.readers.base import Fragment, Reading

_COPY = re.compile(r" ?\(\d+\)(?=\.\w+$)")
_PART = re.compile(r"[-_]?(?:part)?\d*\.\w+$", re.IGNORECASE)


def compared(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with a remark on each file that holds fewer rows than its export says, and on each that is not
    here: what they hold is then not all there is. All are of the day that the export says, whatever it is packed in.
    """
    out = list(readings)
    for at, reading in enumerate(readings):
        if reading.declared:
            _compare(out, at)
    return out


def _compare(readings: list[Reading], at: int) -> None:
    """Hold the files beside one against what it declares of them."""
    beside = {
        _name(reading): n for n, reading in enumerate(readings) if _folder(reading) == _folder(readings[at]) and n != at
    }
    short: set[str] = set()
    for file, rows in readings[at].declared.items():
        n = beside.get(file)
        if n is None and rows:
            readings[at] = _noted(readings[at], msg("assemble.file_absent", file=file, rows=rows))
            short.add(_list(file))
        elif n is not None and readings[n].record.sha256 and readings[n].record.rows_read < rows:
            found = readings[n].record.rows_read
            readings[n] = _noted(readings[n], msg("assemble.rows_absent", rows=rows, found=found))
            short.add(_list(file))
    for name, n in beside.items():
        cut = _list(name) in short
        fragments = tuple(map(_partial, readings[n].fragments)) if cut else readings[n].fragments
        day = readings[at].exported_at or readings[n].exported_at
        readings[n] = replace(readings[n], fragments=fragments, exported_at=day)


def _folder(reading: Reading) -> PurePosixPath:
    return PurePosixPath(reading.record.file).parent


def _name(reading: Reading) -> str:
    """The name of a file without the number of a copy."""
    return _COPY.sub("", PurePosixPath(reading.record.file).name)


def _list(name: str) -> str:
    """What several parts of one list have in common."""
    return _PART.sub("", name)


def _noted(reading: Reading, what: Message) -> Reading:
    record = reading.record
    return replace(reading, record=replace(record, warnings=(RowNote(-1, what), *record.warnings)))


def _partial(fragment: Fragment) -> Fragment:
    """A part of a list, of which nobody knows how much is missing."""
    if fragment.coverage is None:
        return fragment
    whole = fragment.coverage.completeness == Completeness.ALL
    completeness = np.where(whole, Completeness.UNKNOWN, fragment.coverage.completeness).astype(np.int8)
    return replace(fragment, coverage=replace(fragment.coverage, completeness=completeness))
