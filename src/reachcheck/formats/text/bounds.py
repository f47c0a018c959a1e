"""Why the ends of real reach are where they are: every bound with the kind of statement it is."""

from reachcheck.formats.text.lines import (
    BLANK,
    Line,
    Span,
    Style,
    columns,
    led,
    line,
    pad,
    paragraph,
    remarked,
    right,
    sides,
)
from reachcheck.formats.text.page import Page
from reachcheck.results.report import Results

EVIDENT = ("bound.sets_the_end", "bound.another_is_tighter")
"""Why a bound is used or not, where the order of the bounds shows it."""


def ladder(results: Results, page: Page) -> list[Line]:
    """Every bound with the kind of statement it is; `>` marks the two that set the ends."""
    reach, words = results.real_reach, page.words
    if reach is None or not reach.bounds:
        return []
    title = words.say("report.why", low=reach.low, high=reach.high).upper()
    rows = [BLANK, *sides(Span(title, "strong"), Span(words.say("report.kind_of_statement"), "dim"), page.width)]
    sides_of = {"lower": words.say("report.bar.at_least"), "upper": words.say("report.bar.at_most")}
    first = max(columns(text) for text in sides_of.values())
    second = max(columns(words.count(bound.value)) for bound in reach.bounds)
    for bound in sorted(reach.bounds, key=lambda b: (b.side, b.value)):
        if bound.value <= 0 and not bound.used:
            continue
        mark = ">" if bound.used else " "
        lead = f" {mark} {pad(sides_of[bound.side], first)} {right(words.count(bound.value), second)}"
        rows += _rung(lead, words.text(bound.text), words.name("kind", bound.kind), page, bound.used)
        if bound.reading is not None:
            said = words.say("report.reading", reading=bound.reading)
            if bound.reason is not None and bound.reason.key not in EVIDENT:
                said = words.say("report.semicolon").join((said, words.text(bound.reason)))
            rows += paragraph(said, page.width, columns(lead) + 3, "dim")
    return rows


def _rung(lead: str, text: str, kind: str, page: Page, used: bool) -> list[Line]:
    style: Style = "strong" if used else "plain"
    if page.width - columns(lead) - columns(kind) < 35:
        return [*led(f"{lead}   ", text, page.width, style), line(right(kind, page.width), "dim")]
    return remarked(text, kind, page.width, columns(lead) + 3, lead=lead, style=style)
