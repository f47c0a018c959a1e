"""The files, the fate of their rows, and remarks, in words."""

from collections.abc import Sequence

from reachcheck.formats.locales import LANGUAGES
from reachcheck.formats.markup import Said
from reachcheck.formats.said.measures import shown
from reachcheck.formats.said.plugged import loaded
from reachcheck.formats.words import Words
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.results.report import Results

SHOWN = 5
"""Remarks on rows that are shown for each source; the JSON has them all."""
FILES = 20
"""Files that are shown; some tools write one for each post."""
OF_FIGURES = frozenset({"daily", "breakdown"})
"""Tables with a row for each figure."""


def few(records: Sequence[SourceRecord]) -> list[SourceRecord]:
    """At most `FILES` of them in their order, those of which there is something to say before others."""
    return [records[n] for n in sorted(_shown(records))]


def _shown(records: Sequence[SourceRecord]) -> set[int]:
    return set(sorted(range(len(records)), key=lambda n: (not (records[n].reported or records[n].warnings), n))[:FILES])


def others(records: Sequence[SourceRecord], words: Words) -> str:
    """The fate of the rows of all files that are not shown, or nothing."""
    places = _shown(records)
    rest = [record for n, record in enumerate(records) if n not in places]
    if not rest:
        return ""
    read, kept = (sum(getattr(record, name) for record in rest) for name in ("rows_read", "rows_kept"))
    return words.say("report.more_files", n=len(rest), read=read, kept=kept, reported=read - kept)


def read_as(record: SourceRecord, words: Words) -> str:
    """By which reader, and as what."""
    name = words.name("reader", record.reader)
    if record.role:
        return words.say("report.read_as_role", reader=name, role=record.role)
    return words.say("report.read_as", reader=name)


def size(table: str, n: int, words: Words) -> str:
    """How many rows a table has; in some each is one figure, and a row of a file may hold several."""
    return words.say("inspect.figures", n=n) if table in OF_FIGURES else words.say("inspect.rows", n=n)


def fate(record: SourceRecord, words: Words) -> str:
    """Rows read, kept and reported."""
    return words.say("report.rows", read=record.rows_read, kept=record.rows_kept, reported=len(record.reported))


def notes(record: SourceRecord, words: Words) -> list[str]:
    """Remarks on rows, and on the file."""
    return _notes(record, record.reported, words) + _notes(record, record.warnings, words)


def _notes(record: SourceRecord, given: Sequence[RowNote], words: Words) -> list[str]:
    places = (words.foreign(record.place(note.row), 100) for note in given[:SHOWN])
    said = [words.say("report.note", place=place, what=note.what) for place, note in zip(places, given, strict=False)]
    more = len(given) - SHOWN
    return [*said, words.say("report.more_notes", n=more)] if more > 0 else said


def unmatched(record: SourceRecord, words: Words) -> str:
    """The columns that nothing was made of, or nothing."""
    if not record.unmatched:
        return ""
    names = tuple(words.foreign(name, 40) for name in record.unmatched[:SHOWN])
    return words.say("report.unmatched", names=names, n=len(record.unmatched))


def remarks(results: Results, words: Words, *, full: bool = True) -> list[str]:
    """What to keep in mind: remarks on the whole, then on single measures, unless in `full` on those that are shown."""
    said = [words.text(note) for note in results.notes]
    kept = {measure.id for measure in results.measures} if full else {m.id for m in shown(results, full=False)}
    about: dict[str, list[str]] = {}
    left = 0
    for measure in results.measures:
        for note in measure.notes:
            if measure.id in kept:
                about.setdefault(words.text(note), []).append(words.name("measure", measure.id))
            left += measure.id not in kept
    said += [words.say("report.remark", text=Said(text), names=tuple(names)) for text, names in about.items()]
    return [*said, words.say("report.more_remarks", n=left)] if left else said


def commands(results: Results, words: Words) -> list[tuple[str, str]]:
    """What to run next where something is flagged, and what it shows."""
    flagged = [finding.code for finding in results.findings if finding.status == "flagged"]
    if not flagged:
        return []
    given = " --plugins" if results.tool.plugins else ""
    given += f" --lang {words.lang}" if words.lang != LANGUAGES[0] else ""
    explain = (f"reachcheck explain {flagged[0]}{given}", words.say("report.next_explain"))
    answer = (f"reachcheck reply ...{given} -o reply.csv", words.say("report.next_reply"))
    return [explain] if results.reply is not None else [explain, answer]


def method(results: Results, words: Words) -> str:
    """By what it was made, what was loaded from elsewhere first, and the fate of all rows."""
    records = results.sources
    made = words.say(
        "report.method",
        method=results.tool.method,
        read=sum(record.rows_read for record in records),
        kept=sum(record.rows_kept for record in records),
        reported=sum(len(record.reported) for record in records),
        report=results.report_id,
        version=results.tool.version,
    )
    return f"{words.text(loaded(results.tool.plugins))} {made}" if results.tool.plugins else made
