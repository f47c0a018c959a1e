"""The findings: a card for what is flagged, a line for what is clear or unknown."""

from reachcheck.formats.text.lines import BLANK, Line, columns, labelled, led, remarked
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.formats.text.reply import replied
from reachcheck.results.finding import ErrorRate, Finding
from reachcheck.results.report import Results
from reachcheck.results.verdict import Piece

MARKS = {"flagged": "!", "clear": ".", "unknown": "?"}
SHOWN = 3
"""Evidence rows on a card; the JSON has them all."""
SHOWN_DETAILS = 6
"""The same of what is told beside it."""


def findings(results: Results, page: Page) -> list[Line]:
    """Flagged first, then clear, then unknown."""
    if not results.findings:
        return []
    ordered = {status: [f for f in results.findings if f.status == status] for status in MARKS}
    counts = {status: len(found) for status, found in ordered.items()}
    rows = page.heading(page.words.say("report.findings").upper())
    rows += page.paragraph(page.words.say("report.findings_count", **counts))
    pieces = {finding.code: piece for finding in ordered["flagged"] for piece in _piece(finding, results)}
    for finding in ordered["flagged"]:
        rows += [BLANK, *_card(finding, pieces.get(finding.code), page)]
    rest = ordered["clear"] + ordered["unknown"]
    return rows + [BLANK] * bool(rest) + [row for finding in rest for row in _short(finding, page)]


def _piece(finding: Finding, results: Results) -> tuple[Piece, ...]:
    """The piece of evidence that a finding was counted under, if it was."""
    return tuple(piece for piece in results.conduct.pieces if piece.innocent_event == finding.piece)


def _card(finding: Finding, piece: Piece | None, page: Page) -> list[Line]:
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
    for label, text in _entries(finding, piece, page):
        rows += labelled(label, text, page.width, indent=INDENT, gap=11)
    return rows


def _entries(finding: Finding, piece: Piece | None, page: Page) -> list[tuple[str, str]]:
    words = page.words
    entries: list[tuple[str, str]] = []
    if finding.observed is not None:
        entries.append((words.say("report.observed"), words.text(finding.observed)))
    if finding.expected is not None:
        entries.append((words.say("report.expected"), words.text(finding.expected)))
    if finding.evidence:
        entries.append((words.say("report.evidence"), _evidence(finding.evidence, page)))
    entries += [(words.say("report.detail"), words.text(said)) for said in finding.details[:SHOWN_DETAILS]]
    if len(finding.details) > SHOWN_DETAILS:
        more = words.say("report.more_details", n=len(finding.details) - SHOWN_DETAILS)
        entries.append((words.say("report.detail"), more))
    if finding.innocent:
        entries.append(
            (
                words.say("report.innocent"),
                words.say("report.semicolon").join(words.text(said) for said in finding.innocent),
            )
        )
    entries += replied(finding, page)
    if finding.error_rate is not None:
        entries.append((words.say("report.errs"), _errs(finding.error_rate, page)))
    if piece is not None:
        entries.append((words.say("report.weight"), _counted(finding, piece, page)))
    if not finding.feeds_conduct:
        entries.append((words.say("report.weight"), words.say("report.not_conduct")))
    return entries


def _counted(finding: Finding, piece: Piece, page: Page) -> str:
    """With which other findings it is one piece of evidence, and which innocent event would explain them all."""
    others = tuple(code for code in piece.findings if code != finding.code)
    event = page.words.name("innocent", piece.innocent_event)
    if others:
        return page.words.say("report.counted_with", others=others, event=event)
    return page.words.say("report.counted_alone", event=event)


def _errs(rate: ErrorRate, page: Page) -> str:
    told = page.words.say(
        "report.error_rate",
        share=rate.share,
        low=rate.low,
        high=rate.high,
        worlds=rate.worlds,
        n=rate.n,
    )
    return page.words.say("report.semicolon").join((told, page.words.say("report.error_unseen", unseen=rate.unseen)))


def _evidence(places: tuple[str, ...], page: Page) -> str:
    shown = ", ".join(page.foreign(place, 80) for place in places[:SHOWN])
    if len(places) <= SHOWN:
        return shown
    return page.words.say("report.and_more", shown=shown, n=len(places) - SHOWN)


def _short(finding: Finding, page: Page) -> list[Line]:
    words = page.words
    text = words.text(finding.title)
    if finding.observed is not None:
        text = words.say("report.title_and", title=text, text=finding.observed)
    return led(f" {MARKS[finding.status]} {finding.code}  ", text, page.width)
