"""What was read, before anything is measured."""

from collections.abc import Mapping, Sequence

from reachcheck.formats.said.sources import SHOWN, few, size
from reachcheck.formats.text.head import title
from reachcheck.formats.text.lines import Line, labelled, paragraph
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.formats.text.sources import sources
from reachcheck.formats.words import Words
from reachcheck.message import msg
from reachcheck.model.sources import SourceRecord
from reachcheck.results.report import Inspection, Person, Window


def inspection(read: Inspection, page: Page) -> list[Line]:
    """Whose data, rows by table, the sources with their columns, and what was left alone."""
    rows = _people(read.people, page) + page.heading(page.words.say("inspect.tables").upper())
    for table, counts in read.tables.items():
        told = _counts(table, counts, page.words)
        rows += labelled(page.words.name("table_name", table), told, page.width, indent=INDENT, gap=20)
    if read.coverage:
        rows += page.heading(page.words.say("inspect.coverage").upper())
        rows += [row for window in read.coverage if window.table != "profile" for row in _window(window, page)]
    rows += sources(read.sources, page)
    rows += [row for record in few(read.sources) if record.columns for row in _columns(record, page)]
    if read.ignored:
        rows += page.heading(page.words.say("inspect.ignored").upper()) + _names(read.ignored, page)
    if read.unopened:
        rows += page.heading(page.words.say("inspect.unopened").upper())
        rows += page.paragraph(msg("inspect.allow_list", n=len(read.unopened))) + _names(read.unopened, page)
    return rows


def _people(people: Sequence[Person], page: Page) -> list[Line]:
    """Each of a few; how many, where there are more."""
    if len(people) > SHOWN:
        return page.paragraph(msg("inspect.people", n=len(people)))
    return [row for person in people for row in title(person, page)]


def _window(window: Window, page: Page) -> list[Line]:
    """From when to when a table speaks, how complete it is, and in which order it stands."""
    words = page.words
    name = words.name("table_name", window.table)
    if window.direction:
        name = f"{name}, {words.name(f'direction.{window.table}', window.direction)}"
    parts = [size(window.table, window.rows, words), words.name("completeness", window.completeness)]
    if window.start is not None and window.end is not None:
        parts.insert(1, words.say("report.window", start=window.start, end=window.end))
    if window.order != "unknown":
        parts.append(words.name("order", window.order))
    return labelled(name, ", ".join(parts), page.width, indent=INDENT, gap=24)


def _names(names: Sequence[str], page: Page) -> list[Line]:
    rows = [
        row for name in names[:SHOWN] for row in paragraph(page.words.foreign(name, 100), page.width, INDENT, hang=2)
    ]
    if len(names) > SHOWN:
        rows += page.paragraph(msg("report.more_notes", n=len(names) - SHOWN))
    return rows


def _counts(table: str, counts: Mapping[str, int], words: Words) -> str:
    ways = {name: n for name, n in counts.items() if n and name != "rows"}
    parts = [f"{words.count(n)} {words.name(f'direction.{table}', name)}" for name, n in ways.items()]
    return ", ".join([size(table, counts["rows"], words), *parts])


def _columns(record: SourceRecord, page: Page) -> list[Line]:
    rows = page.heading(page.words.say("inspect.columns", file=record.file))
    for name, canonical in record.columns.items():
        rows += labelled(page.words.foreign(name, 24), page.words.foreign(canonical), page.width, indent=INDENT, gap=28)
    return rows
