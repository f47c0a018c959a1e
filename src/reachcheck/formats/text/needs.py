"""What an employer looks for: each criterion with what was asked, what was found, and what nobody can tell."""

from reachcheck.formats.said.needs import counts, criterion_title, entries, heading
from reachcheck.formats.text.lines import BLANK, Line, labelled, remarked
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import msg
from reachcheck.results.need import Checked, NeedResult
from reachcheck.results.report import Results

GAP = 13
MARKS = {"met": "+", "not met": "-", "unknown": "?"}


def needs(results: Results, page: Page) -> list[Line]:
    """Nothing where no need was asked about."""
    return [row for found in results.needs for row in _need(found, page)]


def _need(found: NeedResult, page: Page) -> list[Line]:
    rows = page.heading(heading(found, page.words).upper())
    rows += page.paragraph(msg("need.whose"))
    rows += page.paragraph(counts(found, page.words))
    return rows + [row for each in found.criteria for row in _criterion(each, page)]


def _criterion(each: Checked, page: Page) -> list[Line]:
    status, title = page.words.name("met", each.status), criterion_title(each, page.words)
    rows = [BLANK, *remarked(title, status, page.width, INDENT, lead=f" {MARKS[each.status]} ")]
    told = entries(each, page.words)
    return rows + [row for label, text in told for row in labelled(label, text, page.width, indent=INDENT, gap=GAP)]
