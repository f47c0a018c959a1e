"""One platform at a time: which readings speak of the profile that is asked for, and what is said of the others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reachcheck.errors import UsageError
from reachcheck.facts.platforms import platform as platform_facts
from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.base import Reading


def of_one_platform(readings: Sequence[Reading], wanted: str | None) -> tuple[list[Reading], tuple[str, ...]]:
    """The readings to go on with, and the files set aside because they are another platform's.

    `wanted` decides; without it only a network that comes in another's export (Threads in Instagram's) is set aside.
    Raises UsageError where no file is of the platform that is wanted.
    """
    there = dict.fromkeys(reading.record.platform for reading in readings if reading.record.platform)
    aside = _others(there, wanted) if wanted else _guests(there)
    if not aside:
        return list(readings), ()
    kept = [reading for reading in readings if reading.record.platform not in aside]
    gone = [reading.record for reading in readings if reading.record.platform in aside]
    counts = Counter(record.platform for record in gone)
    notes = [RowNote(-1, msg("assemble.set_aside", platform=name, n=n)) for name, n in counts.items()]
    return _remarked(kept, notes), tuple(record.file for record in gone)


def _others(there: dict[str, None], wanted: str) -> set[str]:
    if there and wanted not in there:
        raise UsageError(
            msg("assemble.no_platform", platform=wanted, names=tuple(there)), remedy=msg("assemble.no_platform_remedy")
        )
    return set(there) - {wanted}


def _guests(there: dict[str, None]) -> set[str]:
    return {name for name in there if platform_facts(name).comes_with in there}


def _remarked(readings: list[Reading], notes: list[RowNote]) -> list[Reading]:
    """The same readings, with remarks on the first file."""
    first, *rest = readings
    record = replace(first.record, warnings=(*notes, *first.record.warnings))
    return [replace(first, record=record), *rest]
