"""What was read, before anything is measured, as tables."""

from collections.abc import Sequence

from reachcheck.formats.markdown.blocks import LEFT, RIGHT, bullets, labelled, page, paragraph, table
from reachcheck.formats.markdown.inline import code
from reachcheck.formats.said.sources import size
from reachcheck.formats.words import Words
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.results.report import Inspection

SHOWN = 20
"""Remarks that are shown of each source, and names of each list."""


def inspection(read: Inspection, words: Words) -> str:
    """Tables, sources with their columns and remarks, and what was left alone."""
    blocks = [_tables(read, words), _sources(read, words)]
    for record in read.sources:
        blocks += _columns(record, words)
    blocks += [_remarks(record, words) for record in read.sources]
    blocks += _names(words.say("inspect.ignored"), read.ignored, words)
    blocks += _names(words.say("inspect.unopened"), read.unopened, words)
    return page(blocks)


def _tables(read: Inspection, words: Words) -> str:
    rows = ((words.name("table_name", name), size(name, counts["rows"], words)) for name, counts in read.tables.items())
    return table((words.say("inspect.tables"), ""), rows, (LEFT, RIGHT))


def _sources(read: Inspection, words: Words) -> str:
    say = words.say
    counts = (say("markdown.read"), say("markdown.kept"), say("markdown.reported"))
    head = (say("report.sources"), say("markdown.reader"), *counts)
    return table(head, (_source(record, words) for record in read.sources), (LEFT, LEFT, RIGHT, RIGHT, RIGHT))


def _source(record: SourceRecord, words: Words) -> tuple[str, ...]:
    counts = (record.rows_read, record.rows_kept, len(record.reported))
    return (code(record.file), words.name("reader", record.reader), *map(str, counts))


def _columns(record: SourceRecord, words: Words) -> list[str]:
    head = (words.say("markdown.column"), words.say("markdown.meaning"))
    shown = table(head, ((code(name), code(meant)) for name, meant in record.columns.items()), (LEFT, LEFT))
    return [f"{code(record.file)}", shown] if shown else []


def _remarks(record: SourceRecord, words: Words) -> str:
    notes: list[RowNote] = [*record.reported, *record.warnings]
    told = [labelled(code(record.place(note.row)), words.text(note.what), words) for note in notes[:SHOWN]]
    return bullets([*told, *_more(len(notes), words)])


def _names(title: str, names: Sequence[str], words: Words) -> list[str]:
    shown = bullets([*(code(name) for name in names[:SHOWN]), *_more(len(names), words)])
    return [paragraph(title), shown] if shown else []


def _more(found: int, words: Words) -> list[str]:
    return [words.say("report.more_notes", n=found - SHOWN)] if found > SHOWN else []
