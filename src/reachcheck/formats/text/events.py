"""What happened, and when, in the words of the person or of a file: one line each."""

from reachcheck.formats.text.lines import Line, paragraph
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.event import Event
from reachcheck.results.report import Results

SHOWN = 20
"""Events that are shown; the JSON has them all."""


def events(results: Results, page: Page) -> list[Line]:
    """Each event with its day and where it comes from."""
    if not results.events:
        return []
    rows = page.heading(page.words.say("report.events").upper())
    rows += [row for event in results.events[:SHOWN] for row in _event(event, page)]
    if len(results.events) > SHOWN:
        rows += page.paragraph(page.words.say("report.more_events", n=len(results.events) - SHOWN))
    return rows


def _event(event: Event, page: Page) -> list[Line]:
    origin = page.words.say("report.event_stated" if event.stated else "report.event_in_file")
    said = page.words.say("report.event", day=event.date, what=page.foreign(event.what, 200), origin=origin)
    return paragraph(said, page.width, INDENT, hang=2)
