"""The report in the terminal: no boxes, words first, readable at any width, in a pipe, and without colour."""

from reachcheck.formats.text.accepted import accepted
from reachcheck.formats.text.advice import advice
from reachcheck.formats.text.bounds import ladder
from reachcheck.formats.text.compared import render_comparison
from reachcheck.formats.text.events import events
from reachcheck.formats.text.findings import findings
from reachcheck.formats.text.growth import growth
from reachcheck.formats.text.head import header, numbers
from reachcheck.formats.text.inspection import inspection
from reachcheck.formats.text.lines import Line, Span, plain
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

FIRST_SCREEN = (header, numbers, verdict, accepted, lists, ladder)
REST = (growth, events, reply, findings, advice, needs, measures, what_if, untold, context, remarks)


def render(results: Results, words: Words, width: int, *, unicode: bool = True, brief: bool = False) -> list[Line]:
    """The report as lines no wider than `width`; `brief` stops after the first screen."""
    page = Page(words.speaking_of(results.profile.noun), width, unicode)
    sections = FIRST_SCREEN if brief else FIRST_SCREEN + REST
    rows = [row for section in sections for row in section(results, page)]
    if not brief:
        rows += sources(results.sources, page) + closing(results, page)
    return rows if unicode else plain(rows)


def render_inspection(read: Inspection, words: Words, width: int, *, unicode: bool = True) -> list[Line]:
    """What was read, as lines no wider than `width`."""
    rows = inspection(read, Page(words, width, unicode))
    return rows if unicode else plain(rows)
