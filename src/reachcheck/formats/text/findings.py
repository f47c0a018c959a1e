"""The findings: a card for what is flagged, a line for what is clear or unknown."""

from reachcheck.formats.said.findings import by_status, counts, entries, short
from reachcheck.formats.text.lines import BLANK, Line, columns, labelled, led, remarked
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.finding import Finding
from reachcheck.results.report import Results

MARKS = {"flagged": "!", "clear": ".", "unknown": "?"}


def findings(results: Results, page: Page) -> list[Line]:
    """Flagged first, then clear, then unknown."""
    if not results.findings:
        return []
    ordered = by_status(results)
    rows = page.heading(page.words.say("report.findings").upper())
    rows += page.paragraph(counts(results, page.words))
    for finding in ordered["flagged"]:
        rows += [BLANK, *_card(finding, results, page)]
    rest = ordered["clear"] + ordered["unknown"]
    return rows + [BLANK] * bool(rest) + [row for finding in rest for row in _short(finding, page)]


def _card(finding: Finding, results: Results, page: Page) -> list[Line]:
    words = page.words
    lead = f" {MARKS[finding.status]} {finding.code}  "
    rows = remarked(
        words.text(finding.title),
        words.name("family", finding.family),
        page.width,
        columns(lead),
        lead=lead,
        style="flag",
    )
    for label, text in entries(finding, results, words):
        rows += labelled(label, text, page.width, indent=INDENT, gap=11)
    return rows


def _short(finding: Finding, page: Page) -> list[Line]:
    return led(f" {MARKS[finding.status]} {finding.code}  ", short(finding, page.words), page.width)
