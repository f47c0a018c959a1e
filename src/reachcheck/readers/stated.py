"""Events that the person states: files that are given as such, and read as nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.model.tables import Events
from reachcheck.readers.base import Fragment, Reading, ReadOptions

COLUMNS = frozenset(("date", "what"))


def event_options(options: ReadOptions) -> ReadOptions:
    """How a file of events is read: what is said of the columns of other files is not said of its own."""
    columns = {name: column for name, column in options.columns.items() if name in COLUMNS}
    return ReadOptions(columns=columns, role="events", date_order=options.date_order, shared=True)


def stated(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with each event marked as stated; they say nothing of the day of the export.

    Raises UsageError where a file holds something else.
    """
    return [
        replace(reading, fragments=tuple(_stated(reading, each) for each in reading.fragments), exported_at=None)
        for reading in readings
    ]


def given_to(handle: str, events: Sequence[Reading], beside: Sequence[Reading]) -> list[Reading]:
    """The events as those of the one profile that is asked for, where the files beside them name their owners."""
    wanted = handle.lstrip("@").lower()
    named = {name for reading in beside for fragment in reading.fragments for name in _owners(fragment)}
    owner = next((name for name in sorted(named) if name.lower() == wanted), None)
    return [
        replace(each, fragments=tuple(replace(fragment, handle=owner) for fragment in each.fragments))
        for each in events
    ]


def _owners(fragment: Fragment) -> Iterator[str]:
    if fragment.owners is not None:
        yield from filter(None, fragment.owners.decode())
    elif fragment.handle:
        yield fragment.handle


def _stated(reading: Reading, fragment: Fragment) -> Fragment:
    if not isinstance(fragment.rows, Events):
        raise UsageError(msg("events.other"), place=reading.record.file, remedy=msg("events.remedy"))
    return replace(fragment, rows=replace(fragment.rows, stated=np.ones(len(fragment.rows), np.int8)))
