"""The sources: every row read is kept or reported, and every remark names its place."""

from collections.abc import Sequence

from reachcheck.formats.text.lines import Line, Span, line, paragraph, sides
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.formats.words import Words
from reachcheck.message import msg
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.results.report import Results

SHOWN = 5
"""Remarks on rows that are shown for each source; the JSON has them all."""


FILES = 20
"""Files that are shown; some tools write one for each post."""


def sources(records: Sequence[SourceRecord], page: Page) -> list[Line]:
    """Each file, its reader, and the fate of its rows; of very many files the rows of most together."""
    if not records:
        return []
    rows = page.heading(page.words.say("report.sources").upper())
    rows += [row for record in few(records) for row in _source(record, page)]
    places = _shown(records)
    return rows + _rest([record for n, record in enumerate(records) if n not in places], page)


def few(records: Sequence[SourceRecord]) -> list[SourceRecord]:
    """At most `FILES` of them in their order, those of which there is something to say before others."""
    return [records[n] for n in sorted(_shown(records))]


def _shown(records: Sequence[SourceRecord]) -> set[int]:
    return set(sorted(range(len(records)), key=lambda n: (not (records[n].reported or records[n].warnings), n))[:FILES])


def _rest(records: Sequence[SourceRecord], page: Page) -> list[Line]:
    if not records:
        return []
    read, kept = (sum(getattr(record, name) for record in records) for name in ("rows_read", "rows_kept"))
    said = msg("report.more_files", n=len(records), read=read, kept=kept, reported=read - kept)
    return paragraph(page.words.text(said), page.width, INDENT, "dim", hang=2)


def _source(record: SourceRecord, page: Page) -> list[Line]:
    words = page.words
    name = words.name("reader", record.reader)
    reader = words.say("report.read_as_role", reader=name, role=record.role) if record.role else _read_as(name, words)
    rows = sides(Span(" " * INDENT + page.foreign(record.file, 80)), Span(reader, "dim"), page.width)
    fate = words.say("report.rows", read=record.rows_read, kept=record.rows_kept, reported=len(record.reported))
    rows += paragraph(fate, page.width, INDENT + 2, "dim", hang=2)
    rows += _notes(record, record.reported, page)
    rows += _notes(record, record.warnings, page)
    if record.unmatched:
        names = tuple(page.foreign(name, 40) for name in record.unmatched[:SHOWN])
        said = msg("report.unmatched", names=names, n=len(record.unmatched))
        rows += paragraph(words.text(said), page.width, INDENT + 2, "dim", hang=2)
    return rows


def _read_as(name: str, words: Words) -> str:
    return words.say("report.read_as", reader=name)


def _notes(record: SourceRecord, notes: Sequence[RowNote], page: Page) -> list[Line]:
    rows: list[Line] = []
    for note in notes[:SHOWN]:
        place = page.foreign(record.place(note.row), 100)
        said = page.words.say("report.note", place=place, what=note.what)
        rows += paragraph(said, page.width, INDENT + 2, hang=2)
    if len(notes) > SHOWN:
        rows += paragraph(page.words.say("report.more_notes", n=len(notes) - SHOWN), page.width, INDENT + 2, "dim")
    return rows


def remarks(results: Results, page: Page) -> list[Line]:
    """What to keep in mind: remarks on the whole, then on single measures."""
    words = page.words
    said = [words.text(note) for note in results.notes]
    about: dict[str, list[str]] = {}
    for measure in results.measures:
        for note in measure.notes:
            about.setdefault(words.text(note), []).append(words.name("measure", measure.id))
    said += [words.say("report.remark", text=text, names=tuple(names)) for text, names in about.items()]
    rows = page.heading(words.say("report.remarks").upper()) if said else []
    return rows + [row for text in said for row in paragraph(text, page.width, INDENT, hang=2)]


def closing(results: Results, page: Page) -> list[Line]:
    """What to do next, what played no part, and how the report was made."""
    words = page.words
    rows: list[Line] = []
    flagged = [finding.code for finding in results.findings if finding.status == "flagged"]
    if flagged:
        rows += page.heading(words.say("report.next").upper())
        command = f"{' ' * INDENT}reachcheck explain {flagged[0]}"
        rows += sides(Span(command), Span(words.say("report.next_explain"), "dim"), page.width)
        if results.reply is None:
            command = f"{' ' * INDENT}reachcheck reply ... -o reply.csv"
            rows += sides(Span(command), Span(words.say("report.next_reply"), "dim"), page.width)
    rows += [line(""), *page.paragraph(msg("report.no_part"))]
    return rows + paragraph(_method(results, page), page.width, INDENT, "dim")


def _method(results: Results, page: Page) -> str:
    records = results.sources
    return page.words.say(
        "report.method",
        method=results.tool.method,
        read=sum(record.rows_read for record in records),
        kept=sum(record.rows_kept for record in records),
        reported=sum(len(record.reported) for record in records),
        report=results.report_id,
        version=results.tool.version,
    )
