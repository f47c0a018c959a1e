"""The second verdict: what it would be if the events that the person states are accepted."""

from reachcheck.formats.said import accepted as said
from reachcheck.formats.text.lines import BLANK, Line
from reachcheck.formats.text.page import Page
from reachcheck.results.report import Results


def accepted(results: Results, page: Page) -> list[Line]:
    """Nothing where nothing was stated; the files' own verdict stands before it."""
    told = said.accepted(results, page.words)
    return [BLANK, *page.paragraph(told)] if told else []
