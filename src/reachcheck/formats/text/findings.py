"""The findings: a card for what is flagged, a line for what is clear or unknown."""

from reachcheck.formats.said.findings import by_status, counts, details, errs, evidence, weight
from reachcheck.formats.said.replies import replied
from reachcheck.formats.text.lines import BLANK, Line, columns, labelled, led, remarked
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.formats.words import Words
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
    for label, text in _entries(finding, results, words):
        rows += labelled(label, text, page.width, indent=INDENT, gap=11)
    return rows


def _entries(finding: Finding, results: Results, words: Words) -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    if finding.observed is not None:
        entries.append((words.say("report.observed"), words.text(finding.observed)))
    if finding.expected is not None:
        entries.append((words.say("report.expected"), words.text(finding.expected)))
    if finding.evidence:
        entries.append((words.say("report.evidence"), evidence(finding.evidence, words)))
    entries += [(words.say("report.detail"), told) for told in details(finding, words)]
    if finding.innocent:
        innocent = words.say("report.semicolon").join(words.text(said) for said in finding.innocent)
        entries.append((words.say("report.innocent"), innocent))
    entries += replied(finding, words)
    if finding.error_rate is not None:
        entries.append((words.say("report.errs"), errs(finding.error_rate, words)))
    counted = weight(finding, results, words)
    return [*entries, (words.say("report.weight"), counted)] if counted else entries


def _short(finding: Finding, page: Page) -> list[Line]:
    words = page.words
    text = words.text(finding.title)
    if finding.observed is not None:
        text = words.say("report.title_and", title=text, text=finding.observed)
    return led(f" {MARKS[finding.status]} {finding.code}  ", text, page.width)
