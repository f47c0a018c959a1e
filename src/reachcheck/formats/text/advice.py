"""What the person can do, in a report of their own profile."""

from reachcheck.formats.text.lines import Line, labelled
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.report import Results

GAP = 11


def advice(results: Results, page: Page) -> list[Line]:
    """Nothing in a report for somebody else, nor to a finding that would not be flagged with what was stated."""
    cleared = results.accepted.cleared if results.accepted is not None else ()
    given = [each for each in results.advice if each.code not in cleared]
    if not given:
        return []
    rows = page.heading(page.words.say("advice.title").upper())
    rows += page.paragraph(page.words.say("advice.whose"))
    for each in given:
        label = each.code if each.code.isupper() else "-"
        rows += labelled(label, page.words.text(each.text), page.width, indent=INDENT, gap=GAP)
    return rows
