"""The sources: every row read is kept or reported, and every remark names its place."""

from collections.abc import Sequence

from reachcheck.formats.said import sources as said
from reachcheck.formats.said.handed import handed
from reachcheck.formats.text.lines import Line, Span, line, paragraph, sides
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import msg
from reachcheck.model.sources import SourceRecord
from reachcheck.results.report import Results


def sources(records: Sequence[SourceRecord], page: Page) -> list[Line]:
    """Each file, its reader, and the fate of its rows; of very many files the rows of most together."""
    if not records:
        return []
    rows = page.heading(page.words.say("report.sources").upper())
    rows += [row for record in said.few(records) for row in _source(record, page)]
    others = said.others(records, page.words)
    return rows + (paragraph(others, page.width, INDENT, "dim", hang=2) if others else [])


def _source(record: SourceRecord, page: Page) -> list[Line]:
    words = page.words
    name = Span(" " * INDENT + page.words.foreign(record.file, 80))
    rows = sides(name, Span(said.read_as(record, words), "dim"), page.width)
    rows += paragraph(said.fate(record, words), page.width, INDENT + 2, "dim", hang=2)
    rows += [row for note in said.notes(record, words) for row in paragraph(note, page.width, INDENT + 2, hang=2)]
    unmatched = said.unmatched(record, words)
    return rows + (paragraph(unmatched, page.width, INDENT + 2, "dim", hang=2) if unmatched else [])


def remarks(results: Results, page: Page) -> list[Line]:
    """What to keep in mind."""
    told = said.remarks(results, page.words, full=page.full)
    rows = page.heading(page.words.say("report.remarks").upper()) if told else []
    return rows + [row for each in told for row in paragraph(each, page.width, INDENT, hang=2)]


def closing(results: Results, page: Page) -> list[Line]:
    """What to do next, what played no part, and how the report was made."""
    words = page.words
    commands = said.commands(results, words)
    rows = page.heading(words.say("report.next").upper()) if commands else []
    for command, what in commands:
        rows += sides(Span(" " * INDENT + command), Span(what, "dim"), page.width)
    rows += [line(""), *(row for each in handed(results, words) for row in page.paragraph(each))]
    rows += page.paragraph(msg("report.no_part"))
    return rows + paragraph(said.method(results, words), page.width, INDENT, "dim")
