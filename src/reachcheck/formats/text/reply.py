"""What the person says of the whole report."""

from reachcheck.formats.said.replies import Entry, answered, unmatched
from reachcheck.formats.text.lines import BLANK, Line, labelled
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.report import Results

GAP = 11


def reply(results: Results, page: Page) -> list[Line]:
    """What is said of the whole report, and what fits no finding of today."""
    given = results.reply
    if given is None or not (given.general or given.unmatched):
        return []
    rows = page.heading(page.words.say("reply.title").upper())
    for said in given.general:
        rows += _laid_out(answered(said, "", page.words), page)
    for said in given.unmatched:
        rows += [BLANK, *page.paragraph(unmatched(said, page.words)), *_laid_out(answered(said, "", page.words), page)]
    return rows


def _laid_out(entries: list[Entry], page: Page) -> list[Line]:
    return [row for label, text in entries for row in labelled(label, text, page.width, indent=INDENT, gap=GAP)]
