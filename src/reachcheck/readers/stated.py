"""Events that a person states: given as such, or in a table beside the other files.

No platform exports what happened to somebody, so whoever wrote the table, it is a statement. It stands in the table of
events, marked, and the verdict from the files alone is made without it.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.model.enums import TableName
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Events
from reachcheck.readers.base import Fragment, Reading, ReadOptions
from reachcheck.stats.sets import among, distinct

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


def beside(files: Dossiers, events: Events, sources: Sequence[SourceRecord]) -> Dossiers:
    """The dossier of the one profile with stated events beside its own; UsageError where it has several.

    `events.source` counts within `sources`, the records of what the events were stated in.
    """
    if len(files) != 1:
        names = tuple(name or "?" for name in files.people.handle.decode())
        raise UsageError(msg("assemble.whose", names=names[:5], found=len(names)), remedy=msg("assemble.whose_remedy"))
    moved = replace(events, source=(events.source + len(files.sources)).astype(np.int32))
    tables = {**{name: files.table(name) for name in TABLES}, "events": Events.join([files.events, moved])}
    return Dossiers.build(files.people, tables, (*files.sources, *sources))


def alone(dossiers: Dossiers) -> Dossiers:
    """What the files say: the dossiers without any event that was stated, or the same where there is none."""
    kept = dossiers.events.stated != 1
    if kept.all():
        return dossiers
    events, coverage = dossiers.events.take(np.flatnonzero(kept)), dossiers.coverage
    speaks = (coverage.table != TableName.EVENTS) | among(coverage.source, distinct(events.source))
    tables = {name: dossiers.table(name) for name in TABLES}
    tables |= {"events": events, "coverage": coverage.take(np.flatnonzero(speaks))}
    return Dossiers.build(dossiers.people, tables, dossiers.sources)


def stating(dossiers: Dossiers) -> list[int]:
    """The positions of the profiles of which an event is stated."""
    return [int(i) for i in distinct(dossiers.events.profile[dossiers.events.stated == 1])]


def _stated(reading: Reading, fragment: Fragment) -> Fragment:
    if not isinstance(fragment.rows, Events):
        raise UsageError(msg("events.other"), place=reading.record.file, remedy=msg("events.remedy"))
    return replace(fragment, rows=replace(fragment.rows, stated=np.ones(len(fragment.rows), np.int8)))
