"""The sources, the fate of their rows, remarks, and how the report was made."""

from reachcheck.formats.markdown.blocks import LEFT, bullets, labelled, paragraph, section, table
from reachcheck.formats.markdown.inline import code
from reachcheck.formats.said import sources as said
from reachcheck.formats.said.handed import handed
from reachcheck.formats.words import Words
from reachcheck.model.sources import SourceRecord
from reachcheck.results.report import Results


def remarks(results: Results, words: Words) -> list[str]:
    """What to keep in mind."""
    return section(words.say("report.remarks"), bullets(said.remarks(results, words)))


def sources(results: Results, words: Words) -> list[str]:
    """Each file, its reader and the fate of its rows, then what is to say of them."""
    records = said.few(results.sources)
    head = (words.say("markdown.file"), words.say("markdown.reader"), words.say("markdown.rows"))
    rows = ((code(each.file, 80), _reader(each, words), said.fate(each, words)) for each in records)
    told = [note for record in records for note in _notes(record, words)]
    others = said.others(results.sources, words)
    return section(words.say("report.sources"), table(head, rows, (LEFT, LEFT, LEFT)), bullets(told), paragraph(others))


def _reader(record: SourceRecord, words: Words) -> str:
    name = words.name("reader", record.reader)
    return f"{name} ({code(record.role)})" if record.role else name


def _notes(record: SourceRecord, words: Words) -> list[str]:
    unmatched = said.unmatched(record, words)
    return [*said.notes(record, words), *([labelled(code(record.file, 80), unmatched, words)] if unmatched else [])]


def closing(results: Results, words: Words) -> list[str]:
    """What to do next, what played no part, and how the report was made."""
    commands = bullets(labelled(code(command), what, words) for command, what in said.commands(results, words))
    told = (*handed(results, words), words.say("report.no_part"), said.method(results, words))
    return [*section(words.say("report.next"), commands), *map(paragraph, told)]
