"""What happened, and when, in the words of the person or of a file: one line each."""

from reachcheck.formats.said.events import event
from reachcheck.formats.text.lines import Line, paragraph
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.report import Results

SHOWN = 20
"""Events that are shown; the JSON has them all."""


def events(results: Results, page: Page) -> list[Line]:
    """Each event with its day and where it comes from."""
    if not results.events:
        return []
    rows = page.heading(page.words.say("report.events").upper())
    rows += [
        row for each in results.events[:SHOWN] for row in paragraph(event(each, page.words), page.width, INDENT, hang=2)
    ]
    if len(results.events) > SHOWN:
        rows += page.paragraph(page.words.say("report.more_events", n=len(results.events) - SHOWN))
    return rows
