"""Whose data dossiers hold, of which days and from which files, and what each of their tables can know."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from reachcheck.facts.marked_lists import shipped
from reachcheck.model.columns import Times
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.model.enums import Completeness, Direction, Order, TableName
from reachcheck.model.sources import SourceRecord
from reachcheck.results.event import Event
from reachcheck.results.measure import Measure
from reachcheck.results.report import Person, ProfileSummary, Window
from reachcheck.settings import Settings
from reachcheck.stats.sets import distinct
from reachcheck.version import __version__


def person(dossiers: Dossiers, i: int) -> Person:
    """Whose data these are, and of which day."""
    row = dossiers.people.take(np.array([i]))
    return Person(
        platform=row.platform.decode()[0],
        handle=row.handle.decode()[0],
        noun=row.noun.decode()[0] or "followers",
        as_of=_day(row.as_of[0]),
        as_of_origin=row.as_of_origin.decode()[0],
        zone=row.zone.decode()[0],
    )


def summarise(dossiers: Dossiers, measures: Mapping[str, Measure], i: int) -> ProfileSummary:
    """Who is audited: names, counts as stated, and the window of the data."""
    who = person(dossiers, i)
    start, end = _window(dossiers, i)
    return ProfileSummary(
        **vars(who),
        followers=measures["followers_count"].value,
        following=_stated(dossiers, i, "following"),
        posts=_stated(dossiers, i, "posts"),
        start=start,
        end=end,
    )


def _stated(dossiers: Dossiers, i: int, column: str) -> float | None:
    start, end = dossiers.starts["profile"][i : i + 2]
    values = getattr(dossiers.profile, column)[start:end]
    known = values[~np.isnan(values)]
    return float(known[-1]) if len(known) else None


def _window(dossiers: Dossiers, i: int) -> tuple[date | None, date | None]:
    """The days that posts, responses and daily figures are of; a list of followers reaches back further and counts
    only where there is nothing else.
    """
    for names in (("posts", "interactions", "daily"), ("edges",)):
        known = np.concatenate([_times(dossiers, name, i) for name in names])
        if len(known):
            return _day(known.min()), _day(known.max())
    return None, None


def _times(dossiers: Dossiers, name: str, i: int) -> Times:
    start, end = dossiers.starts[name][i : i + 2]
    table = dossiers.table(name)
    at: Times = getattr(table, table.time or "")[start:end]
    return at[~np.isnat(at)]


def _day(moment: np.datetime64) -> date | None:
    if np.isnat(moment):
        return None
    day: date = moment.astype("datetime64[D]").item()
    return day


def windows(dossiers: Dossiers, i: int) -> tuple[Window, ...]:
    """What each table of a profile can know."""
    start, end = dossiers.starts["coverage"][i : i + 2]
    rows = dossiers.coverage.take(np.arange(start, end))
    return tuple(
        Window(
            table=TableName(int(rows.table[r])).name.lower(),
            direction=Direction(int(rows.direction[r])).name.lower() if rows.direction[r] >= 0 else None,
            start=_day(rows.start[r]),
            end=_day(rows.end[r]),
            completeness=_word(Completeness, int(rows.completeness[r])),
            order=_word(Order, int(rows.order[r])),
            rows=_rows_of(dossiers, i, int(rows.table[r]), int(rows.source[r]), int(rows.part[r])),
        )
        for r in range(len(rows))
    )


def _word(enum: type[Completeness] | type[Order], code: int) -> str:
    return enum(code).name.lower() if code >= 0 else "unknown"


def _rows_of(dossiers: Dossiers, i: int, table: int, source: int, part: int) -> int:
    """How many rows of one part of a file there are; one that another file holds already is not counted again."""
    name = TableName(table).name.lower()
    start, end = dossiers.starts[name][i : i + 2]
    rows = dossiers.table(name)
    return int(((rows.source[start:end] == source) & (rows.part[start:end] == part)).sum())


def happened(dossiers: Dossiers, i: int) -> tuple[Event, ...]:
    """The events of a profile, in order of time; the same day and words once, as stated where they are."""
    start, end = dossiers.starts["events"][i : i + 2]
    rows = dossiers.events.take(np.arange(start, end))
    found: dict[tuple[date, str], bool] = {}
    for at, what, stated in zip(rows.date, rows.what.decode(), rows.stated.tolist(), strict=True):
        day = _day(at)
        if day is not None:
            found[day, what or ""] = found.get((day, what or ""), False) or stated == 1
    return tuple(Event(date=day, what=what, stated=stated) for (day, what), stated in found.items())


def used_sources(dossiers: Dossiers, i: int) -> tuple[SourceRecord, ...]:
    """The sources of one profile; a source without any row is everybody's."""
    mine, anyone = set(), set()
    for name in TABLES:
        table = dossiers.table(name)
        start, end = dossiers.starts[name][i : i + 2]
        mine.update(distinct(table.source[start:end]).tolist())
        anyone.update(distinct(table.source).tolist())
    return tuple(r for n, r in enumerate(dossiers.sources) if n in mine or n not in anyone)


def report_id(sources: Sequence[SourceRecord], settings: Settings, handle: str | None) -> str:
    """A short name for this report: the same input, method, version, marked lists and plug-ins give the same."""
    plugins = [f"{p.kind} {p.name} {p.package} {p.version}" for p in settings.plugins]
    own = [each.digest for each in settings.references if each not in shipped()]
    files = sorted(source.sha256 for source in sources)
    return _short([__version__, settings.method.name, handle or "", *files, *plugins, *own])


def with_more(name: str, *more: str) -> str:
    """The name of a report that also tells what lies in other files, such as marks or a model."""
    return _short([name, *more])


def _short(parts: Sequence[str]) -> str:
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"{digest[:4]}-{digest[4:8]}"
