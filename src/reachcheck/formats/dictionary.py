"""The data dictionary: every table and column with type, unit and meaning, as Markdown."""

from reachcheck.formats.markdown.blocks import LEFT, heading, page, paragraph, table
from reachcheck.formats.markdown.inline import Markdown, code
from reachcheck.formats.tabled import ALL, columns_of, meaning
from reachcheck.formats.words import Words
from reachcheck.results.tables import Column

TYPES = {"number": "number", "date": "date", "flag": "flag"}
"""What is none of these is text."""


def render(words: Words) -> str:
    """All tables, as they are written."""
    words = words.written_in(Markdown())
    blocks = [heading(words.say("dictionary.title"), 1), paragraph(words.say("dictionary.about").replace(". ", ".\n"))]
    for name in ALL:
        blocks += [heading(code(name)), paragraph(words.name("sheet", name)), _columns(name, words)]
    return page(blocks)


def _columns(name: str, words: Words) -> str:
    say = words.say
    titles = (say("dictionary.column"), say("dictionary.type"), say("dictionary.unit"), say("dictionary.meaning"))
    return table(titles, (_row(name, column, words) for column in columns_of(name)), (LEFT,) * 4)


def _row(name: str, column: Column, words: Words) -> tuple[str, ...]:
    kind = words.name("column_type", TYPES.get(column.kind, "text"))
    unit = words.name("column_unit", column.unit) if column.unit else ""
    return code(column.name), kind, unit, meaning(name, column, words)
