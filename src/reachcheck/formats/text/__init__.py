"""The report in the terminal: no boxes, words first, readable at any width, in a pipe, and without colour."""

from collections.abc import Callable

from reachcheck.formats.text.accepted import accepted
from reachcheck.formats.text.advice import advice
from reachcheck.formats.text.bounds import ladder
from reachcheck.formats.text.compared import render_comparison
from reachcheck.formats.text.events import events
from reachcheck.formats.text.findings import findings
from reachcheck.formats.text.growth import growth
from reachcheck.formats.text.head import header, numbers
from reachcheck.formats.text.inspection import inspection
from reachcheck.formats.text.lines import BLANK, Line, Span, beside, plain
from reachcheck.formats.text.measures import context, measures, untold
from reachcheck.formats.text.needs import needs
from reachcheck.formats.text.page import Page
from reachcheck.formats.text.printing import print_lines
from reachcheck.formats.text.reply import reply
from reachcheck.formats.text.sources import closing, remarks, sources
from reachcheck.formats.text.verdict import lists, verdict
from reachcheck.formats.text.what_if import what_if
from reachcheck.formats.words import Words
from reachcheck.results.report import Inspection, Results

__all__ = ["Line", "Span", "print_lines", "render", "render_comparison", "render_inspection"]

Sections = tuple[Callable[[Results, Page], list[Line]], ...]
TWO_COLUMNS = 170
"""Columns of a terminal from which the report is set in two, so that no line is too long to read."""
GAP = 4
FIRST: Sections = (header, numbers, verdict, accepted, lists)
WHY: Sections = (ladder,)
TIME: Sections = (growth, events)
PEOPLE: Sections = (reply, findings, advice, needs)
FIGURES: Sections = (measures, what_if, untold, context, remarks)


def render(
    results: Results, words: Words, width: int, *, unicode: bool = True, brief: bool = False, full: bool = False
) -> list[Line]:
    """The report as lines no wider than `width`; `brief` stops after the first screen, `full` shows every measure."""
    wide = width >= TWO_COLUMNS
    page = Page(words.speaking_of(results.profile.noun), (width - GAP) // 2 if wide else width, unicode, full)
    pairs = [(FIRST, WHY)] if brief else [(FIRST, WHY + TIME), (PEOPLE, FIGURES), ((_sources,), (closing,))]
    rows: list[Line] = []
    for left, right in pairs:
        columns = [[row for section in sections for row in section(results, page)] for sections in (left, right)]
        if wide:
            rows += [*([BLANK] if rows else []), *beside(columns[0], columns[1], page.width + GAP)]
        else:
            rows += columns[0] + columns[1]
    return rows if unicode else plain(rows)


def _sources(results: Results, page: Page) -> list[Line]:
    return sources(results.sources, page)


def render_inspection(read: Inspection, words: Words, width: int, *, unicode: bool = True) -> list[Line]:
    """What was read, as lines no wider than `width`."""
    rows = inspection(read, Page(words, width, unicode))
    return rows if unicode else plain(rows)
