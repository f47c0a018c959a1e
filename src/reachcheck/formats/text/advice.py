"""What the person can do, in a report of their own profile."""

from reachcheck.formats.said import advice as said
from reachcheck.formats.text.lines import Line, labelled
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.report import Results

GAP = 11


def advice(results: Results, page: Page) -> list[Line]:
    """Nothing in a report for somebody else."""
    given = said.advice(results, page.words)
    if not given:
        return []
    rows = page.heading(page.words.say("advice.title").upper())
    rows += page.paragraph(page.words.say("advice.whose"))
    for code, text in given:
        rows += labelled(code or "-", text, page.width, indent=INDENT, gap=GAP)
    return rows
