"""Markdown for an issue or a mail: what was read, as tables; foreign text stands in code spans and nowhere else.

A code span starts no link, no mention, no picture and no HTML, on any of the sites that people paste into.
"""

import re
from collections.abc import Iterable, Sequence

from reachcheck.formats.clean import clean
from reachcheck.formats.words import Words
from reachcheck.model.sources import RowNote, SourceRecord
from reachcheck.results.report import Inspection

LEFT, RIGHT = "---", "---:"
SHOWN = 20
"""Remarks that are shown of each source, and names of each list."""

_SIGNS = re.compile(r"([\\`*_\[\]()<>|#!~&$@{}])")
_LINE_STARTS = re.compile(r"^(\d*)([-+.)])")


def escape(text: str) -> str:
    """Text of our own as plain text: no sign in it means anything in Markdown, and it stays on its line."""
    return _LINE_STARTS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", " ".join(text.split())))


def code(text: str, limit: int = 100) -> str:
    """Foreign text, made harmless, as a code span that may stand in a table."""
    shown = clean(text, limit)
    shown = re.sub(r"(\\?)\|", lambda found: r"\\u{7c}" if found[1] else r"\|", shown)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if not shown or shown.startswith(("`", " ")) or shown.endswith(("`", " ")) else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def render_inspection(read: Inspection, words: Words) -> str:
    """What was read, before anything is measured."""
    parts = [
        _tables(read, words),
        _sources(read, words),
        *(_columns(record, words) for record in read.sources if record.columns),
        *(_remarks(record, words) for record in read.sources if record.reported or record.warnings),
        _names(words.say("inspect.ignored"), read.ignored, words),
        _names(words.say("inspect.unopened"), read.unopened, words),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _tables(read: Inspection, words: Words) -> str:
    rows = ((escape(words.name("table_name", name)), str(counts["rows"])) for name, counts in read.tables.items())
    return _table((words.say("inspect.tables"), words.say("markdown.rows")), rows, (LEFT, RIGHT))


def _sources(read: Inspection, words: Words) -> str:
    say = words.say
    counts = (say("markdown.read"), say("markdown.kept"), say("markdown.reported"))
    head = (say("report.sources"), say("markdown.reader"), *counts)
    return _table(head, (_source(record, words) for record in read.sources), (LEFT, LEFT, RIGHT, RIGHT, RIGHT))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], marks: Sequence[str]) -> str:
    lines = [[escape(name) for name in head], marks, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _source(record: SourceRecord, words: Words) -> tuple[str, ...]:
    counts = (record.rows_read, record.rows_kept, len(record.reported))
    return (code(record.file), escape(words.name("reader", record.reader)), *map(str, counts))


def _columns(record: SourceRecord, words: Words) -> str:
    head = (words.say("markdown.column"), words.say("markdown.meaning"))
    rows = ((code(name), code(canonical)) for name, canonical in record.columns.items())
    return f"{code(record.file)}:\n\n{_table(head, rows, (LEFT, LEFT))}"


def _remarks(record: SourceRecord, words: Words) -> str:
    notes: list[RowNote] = [*record.reported, *record.warnings]
    lines = [f"- {code(record.place(note.row))}: {code(words.text(note.what), 400)}" for note in notes[:SHOWN]]
    return "\n".join([*lines, *_more(len(notes), words)])


def _names(title: str, names: Sequence[str], words: Words) -> str:
    return "\n".join(
        [f"{escape(title)}:", "", *(f"- {code(name)}" for name in names[:SHOWN]), *_more(len(names), words)]
    )


def _more(found: int, words: Words) -> list[str]:
    return [f"- {escape(words.say('report.more_notes', n=found - SHOWN))}"] if found > SHOWN else []
