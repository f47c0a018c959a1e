"""The only place that knows the whole way, from paths to results; it prints nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reachcheck.described import happened, person, report_id, summarise, used_sources, windows
from reachcheck.errors import ReachcheckError, UnreadableError, UsageError
from reachcheck.facts import digest, rates
from reachcheck.facts.platforms import platform as platform_facts
from reachcheck.judged import accepted, judged
from reachcheck.measures.base import Measured
from reachcheck.measures.registry import held, measure_all
from reachcheck.message import Message, msg
from reachcheck.model.dossiers import TABLES, Dossiers
from reachcheck.model.enums import Direction
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.readers.asides import listening
from reachcheck.readers.assemble import assemble, of_one_platform
from reachcheck.readers.base import Reader, Reading, ReadOptions
from reachcheck.readers.left_out import left_out
from reachcheck.readers.mapping import check_found
from reachcheck.readers.recognise import recognise
from reachcheck.readers.source import Member, Refused, Source, open_source
from reachcheck.readers.stated import alone, beside, event_options, stated, stating
from reachcheck.replies.answered import answered, with_events
from reachcheck.replies.read import Sheet
from reachcheck.results.report import Inspection, Results, Tool
from reachcheck.settings import Settings
from reachcheck.tested import with_labels, with_rates
from reachcheck.verdict.advice import advise
from reachcheck.verdict.reach import composition
from reachcheck.version import __version__


def read(
    paths: Sequence[str | Source],
    options: ReadOptions | None = None,
    *,
    as_of: date | None = None,
    handle: str | None = None,
    events: Sequence[str] = (),
) -> Dossiers:
    """The dossiers of all paths taken together as one candidate; `events` are files of events that the person states.

    A source that is open already may stand in place of a path.

    What is stated stands in the table of events, marked as such, and changes nothing else of what the files say.

    Raises UnreadableError when nothing can be read, UsageError when the files cannot belong to one candidate, or a file
    of events holds something else.
    """
    options = options or ReadOptions()
    shared = replace(options, shared=options.shared or bool(events))
    readings, _ = of_one_platform(read_all(paths, shared).readings, options.platform)
    happenings = [reading for path in events for reading in _events(path, options)]
    if events and not options.shared:
        check_found([reading.record for reading in (*readings, *happenings)], options)
    files = assemble(readings, as_of=as_of, handle=handle)
    if not happenings:
        return files
    said = assemble(happenings)
    return beside(files, said.events, said.sources)


def _events(path: str, options: ReadOptions) -> list[Reading]:
    """The events of one path; all that it holds has to be readable as such."""
    try:
        readings = read_all([path], event_options(options)).readings
    except UnreadableError as error:
        if error.problem.key != "pipeline.no_export":
            raise
        raise UsageError(msg("events.other"), place=path, remedy=msg("events.remedy")) from error
    for reading in readings:
        if not reading.fragments:
            why = next((note.what for note in reading.record.warnings), msg("events.other"))
            raise UsageError(why, place=reading.record.file, remedy=msg("events.remedy"))
    return stated(readings)


@dataclass(frozen=True, kw_only=True)
class ReadAll:
    """Readings of every member that a reader takes, and the names of what was looked at or never opened."""

    readings: list[Reading]
    ignored: tuple[str, ...] = ()
    unopened: tuple[str, ...] = ()


def read_all(paths: Sequence[str | Source], options: ReadOptions) -> ReadAll:
    """Read all paths; raises UnreadableError where no reader takes anything, or nothing that is taken can be read.

    Raises UsageError for a mapped column that none of the files has, unless `options` speak of others beside them.
    """
    sources = [path if isinstance(path, Source) else open_source(path) for path in paths]
    found = [recognise(source, told=options.role is not None, more=options.readers) for source in sources]
    pairs = [pair for each in found for pair in each.taken]
    if not pairs:
        raise _nothing(paths, [one for each in found for one in each.refused])
    readings = read_members(pairs, replace(options, shared=options.shared or len(pairs) > 1))
    if not options.shared:
        check_found([reading.record for reading in readings], options)
    for source, each in zip(sources, found, strict=True):
        readings += left_out(source.name, each.refused, source.repeated)
    return ReadAll(
        readings=readings,
        ignored=tuple(name for each in found for name in each.ignored),
        unopened=tuple(name for each in found for name in each.unopened),
    )


def _nothing(paths: Sequence[str | Source], refused: Sequence[Refused]) -> UnreadableError:
    """What to say where there is nothing to read: the reason, if something might have been."""
    for one in refused:
        return UnreadableError(one.why, place=one.name, remedy=one.remedy)
    named = [path.name if isinstance(path, Source) else path for path in paths]
    return UnreadableError(msg("pipeline.no_export"), place=", ".join(named), remedy=msg("pipeline.no_export_remedy"))


def read_members(pairs: Sequence[tuple[Reader, Member]], options: ReadOptions) -> list[Reading]:
    """Read each member; one that cannot be read is a record of its own, unless it is the only one."""
    readings: list[Reading] = []
    failures: list[UnreadableError] = []
    for reader, member in pairs:
        try:
            readings.append(_read_one(reader, member, options))
        except UnreadableError as error:
            failures.append(error)
            readings.append(_unreadable(reader, member, error))
    if len(failures) == len(pairs):
        raise failures[0]
    return readings


def _read_one(reader: Reader, member: Member, options: ReadOptions) -> Reading:
    """Read a member, with whatever was noticed on the way; too many levels for a reader are too many for anybody."""
    try:
        with listening() as heard:
            reading = reader.read(member, options)
    except RecursionError as error:
        raise UnreadableError(msg("table.too_nested"), place=member.name, remedy=msg("table.json_remedy")) from error
    if not heard:
        return reading
    warnings = (*(RowNote(-1, what) for what in heard), *reading.record.warnings)
    return replace(reading, record=replace(reading.record, warnings=warnings))


def _unreadable(reader: Reader, member: Member, error: ReachcheckError) -> Reading:
    note = RowNote(-1, msg("pipeline.unreadable", why=error.problem))
    record = SourceRecord(file=member.name, sha256="", reader=reader.name, platform="", warnings=(note,))
    return Reading(record=record, fragments=())


def analyze(dossiers: Dossiers, settings: Settings | None = None, *, mode: str = "self") -> tuple[Results, ...]:
    """The results of each profile, in order: from the files alone, and what they would be with the events stated.

    What a person states is left out before anything is measured, so that no result but `accepted` can depend on it;
    `events`, `sources` and the report's name tell that it was given.
    """
    chosen = settings or Settings()
    method = chosen.method
    files = alone(dossiers)
    measured = measure_all(files, method, chosen.references)
    there = held(files, measured)
    results = tuple(
        _results(files, dossiers, measured, i, chosen, mode, [export for export in there if there[export][i]])
        for i in range(len(files))
    )
    telling = stating(dossiers)
    if not telling:
        return results
    some = dossiers.some(telling)
    told = measure_all(some, method, chosen.references)
    second = {
        i: accepted(results[i].findings, judged(some, told, n, method, chosen.rules)) for n, i in enumerate(telling)
    }
    return tuple(replace(made, accepted=second.get(i)) for i, made in enumerate(results))


def analyze_one(
    dossiers: Dossiers, settings: Settings | None = None, reply: Sheet | None = None, *, mode: str = "self"
) -> Results:
    """The results of the one profile there is, with what a person replied; UsageError where there are several."""
    only_one(dossiers)
    if reply is None:
        return analyze(dossiers, settings, mode=mode)[0]
    return answered(analyze(with_events(dossiers, reply), settings, mode=mode)[0], reply, dossiers)


def only_one(dossiers: Dossiers) -> None:
    """Raise UsageError where there are several profiles."""
    if len(dossiers) != 1:
        names = tuple(name or "?" for name in dossiers.people.handle.decode()[:5])
        raise UsageError(
            msg("pipeline.several", found=len(dossiers), names=names), remedy=msg("pipeline.several_remedy")
        )


def _results(
    files: Dossiers,
    given: Dossiers,
    measured: Mapping[str, Measured],
    i: int,
    chosen: Settings,
    mode: str,
    there: Sequence[str],
) -> Results:
    """What the files alone say, with the sources and events of all that was given."""
    method = chosen.method
    found = judged(files, measured, i, method, chosen.rules)
    profile = summarise(files, found.measures, i)
    facts = platform_facts(profile.platform)
    sources, hollow = used_sources(given, i), found.measures["hollow_share"]
    return Results(
        tool=Tool(version=__version__, method=method.name, facts=digest(), plugins=chosen.plugins),
        profile=profile,
        report_id=report_id(sources, chosen, profile.handle),
        coverage=windows(files, i),
        events=happened(given, i),
        sources=sources,
        measures=tuple(found.measures.values()),
        figures=tuple(f for column in measured.values() for f in column.made.figures.get(i, ())),
        findings=with_rates(found.findings, found.measures),
        composition=composition(found.measures),
        conduct=found.conduct,
        real_reach=found.reach,
        verdict=with_labels(found.verdict, profile.followers, there),
        references=rates.near(profile.platform, found.measures),
        notes=_notes(profile.platform or "", facts.withheld_of(profile.noun), there),
        advice=() if mode == "recruiter" else advise(found.findings, hollow, found.verdict.missing, found.reach),
        mode="recruiter" if mode == "recruiter" else "self",
    )


def _notes(platform: str, withheld: Sequence[str], there: Sequence[str]) -> tuple[Message, ...]:
    """What the platform gives to nobody: what is in these files all the same, and what is not."""
    here, absent = (tuple(e for e in withheld if (e in there) == found) for found in (True, False))
    said = (msg("note.from_elsewhere", platform=platform, exports=here),) if here else ()
    return (*said, msg("note.withheld", platform=platform, exports=absent)) if absent else said


def inspect(paths: Sequence[str], options: ReadOptions | None = None) -> Inspection:
    """What the files hold, without any judgement."""
    options = options or ReadOptions()
    found = read_all(paths, options)
    readings, aside = of_one_platform(found.readings, options.platform)
    dossiers = assemble(readings)
    tables = {name: {"rows": len(dossiers.table(name))} for name in TABLES if name != "coverage"}
    for direction in Direction:
        tables["edges"][direction.name.lower()] = int((dossiers.edges.direction == direction).sum())
    return Inspection(
        people=tuple(person(dossiers, i) for i in range(len(dossiers))),
        tables=tables,
        coverage=windows(dossiers, 0) if len(dossiers) == 1 else (),
        sources=dossiers.sources,
        ignored=(*aside, *found.ignored),
        unopened=found.unopened,
    )
