"""Why the ends of real reach are where they are: every bound with the kind of statement it is."""

from reachcheck.formats.said.bounds import Rung, rungs, without_readings
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


def ladder(results: Results, page: Page) -> list[Line]:
    """Every bound with the kind of statement it is; `>` marks the two that set the ends."""
    reach, words = results.real_reach, page.words
    if reach is None or not reach.bounds:
        return []
    title = words.say("report.why", low=reach.low, high=reach.high).upper()
    rows = [BLANK, *sides(Span(title, "strong"), Span(words.say("report.kind_of_statement"), "dim"), page.width)]
    first = max(columns(at) for at in (words.say("report.bar.at_least"), words.say("report.bar.at_most")))
    second = max(columns(words.count(bound.value)) for bound in reach.bounds)
    shown = rungs(results, words)
    kind = max(columns(rung.kind_name) for rung in shown)
    for rung in shown:
        lead = f" {'>' if rung.used else ' '} {pad(rung.at, first)} {right(rung.value, second)}"
        rows += _rung(lead, rung, kind, page)
        if rung.reading:
            rows += paragraph(rung.reading, page.width, columns(lead) + 3, "dim")
    said = without_readings(results, words)
    return rows + (page.paragraph(said) if said else [])


def _rung(lead: str, rung: Rung, kind: int, page: Page) -> list[Line]:
    """A bound with its kind at the margin; on a narrow page with the kind of each below it."""
    style: Style = "strong" if rung.used else "plain"
    if page.width - columns(lead) - kind < 35:
        rows = led(f"{lead}   ", rung.text, page.width, style)
        return [*rows, line(right(rung.kind_name, page.width), "dim")]
    return remarked(rung.text, rung.kind_name, page.width, columns(lead) + 3, lead=lead, style=style)
