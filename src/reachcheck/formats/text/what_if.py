"""What further exports could tell, one by one, where somebody asked."""

from reachcheck.formats.said.what_if import moves, unlocks
from reachcheck.formats.text.lines import BLANK, Line, Span, paragraph, sides
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import msg
from reachcheck.results.report import Results
from reachcheck.results.what_if import WhatIf


def what_if(results: Results, page: Page) -> list[Line]:
    """Nothing where nobody asked."""
    if not results.what_if:
        return []
    rows = [*page.heading(page.words.say("what_if.title").upper()), *page.paragraph(msg("what_if.could"))]
    for each in results.what_if:
        rows += [BLANK, *_title(each, results, page)]
        for unlocked in each.unlocks:
            rows += paragraph(unlocks(unlocked, page.words), page.width, INDENT + 2, hang=2)
    return rows


def _title(each: WhatIf, results: Results, page: Page) -> list[Line]:
    name = Span(" " * INDENT + page.words.say("what_if.export", export=each.export), "strong")
    first, *rest = moves(each, results, page.words)
    rows = sides(name, Span(first, "dim"), page.width)
    return rows + [row for move in rest for row in sides(Span(" " * INDENT), Span(move, "dim"), page.width)]
