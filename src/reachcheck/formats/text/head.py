"""The first screen: who, when, the two numbers with equal weight, and one bar that carries both."""

from reachcheck.formats import drawn
from reachcheck.formats.said.person import as_of, who, window
from reachcheck.formats.text.lines import BLANK, Line, Span, columns, labelled, line, pad, right, sides, wrap
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.report import Person, ProfileSummary, Results

_NUMBER = 12
"""Columns for a number, so that both stand under each other."""


def header(results: Results, page: Page) -> list[Line]:
    """Who is audited, and in which window."""
    return title(results.profile, page)


def title(person: Person, page: Page) -> list[Line]:
    """Handle and platform, with the window of the data where that is known, and the day they speak of."""
    beside = Span(window(person, page.words)) if isinstance(person, ProfileSummary) else Span("")
    rows = sides(Span(who(person, page.words), "strong"), beside, page.width)
    day = as_of(person, page.words)
    return rows + ([line(right(row, page.width), "dim") for row in wrap(day, page.width)] if day else [])


def numbers(results: Results, page: Page) -> list[Line]:
    """The count and real reach, and the bar from 0."""
    words, profile, reach = page.words, results.profile, results.real_reach
    count = words.say("report.unknown") if profile.followers is None else words.count(profile.followers)
    titles = (words.say("report.count").upper(), words.say("report.real_reach").upper())
    gap = max(columns(title) for title in titles) + 3
    if reach is None:
        unknown = labelled(titles[1], words.say("report.no_real_reach"), page.width, indent=INDENT, gap=gap)
        return [BLANK, _number(titles[0], count, gap), *unknown]
    interval = words.range(reach.low, reach.high)
    rows = [BLANK, _number(titles[0], count, gap), *_reach(titles[1], interval, gap, results, page)]
    return rows + ([] if profile.followers is None else bar(profile.followers, reach.low, reach.high, page))


def _number(title: str, number: str, gap: int) -> Line:
    return Line((Span(" " * INDENT + pad(title, gap)), Span(number, "strong")))


def _reach(title: str, interval: str, gap: int, results: Results, page: Page) -> list[Line]:
    gloss = page.words.say("report.gloss", noun=results.profile.noun)
    at = INDENT + gap + max(columns(interval), _NUMBER) + 4
    if page.width - at < 28:
        return [_number(title, interval, gap), *page.paragraph(gloss)]
    first, *rest = wrap(gloss, page.width - at)
    lead = _number(title, pad(interval, at - INDENT - gap), gap)
    return [Line((*lead.spans, Span(first))), *(line(" " * at + row) for row in rest)]


def bar(count: float, low: float, high: float, page: Page) -> list[Line]:
    """One bar from 0 to the count: at least, at most, and what the files do not account for."""
    width = page.width - 2 * INDENT
    signs = page.blocks()
    row = drawn.bar(count, low, high, width, signs)
    margin = " " * INDENT
    return [line(margin + _scale(count, low, high, page)), line(margin + row, "strong"), *_key(signs, row, page)]


def _scale(count: float, low: float, high: float, page: Page) -> str:
    """0 at the left, the count at the right, and the ends of real reach where they leave room."""
    width = page.width - 2 * INDENT
    total = page.words.count(count)
    end = width - columns(total)
    row = "0"
    for value in (low, high):
        text = page.words.count(value)
        start = max(columns(row) + (2 if row == "0" else 1), drawn.cells(value, count, width) - columns(text))
        if value > 0 and text != total and not row.endswith(f" {text}") and start + columns(text) + 1 <= end:
            row = pad(row, start) + text
    return pad(row, end) + total


def _key(signs: tuple[str, str, str], drawn_row: str, page: Page) -> list[Line]:
    """What the signs mean that the bar is drawn with."""
    names = (
        page.words.say("report.bar.at_least"),
        page.words.say("report.bar.at_most"),
        page.words.say("report.bar.rest"),
    )
    entries = [f"{sign} {name}" for sign, name in zip(signs, names, strict=True) if sign in drawn_row]
    one = "   ".join(entries)
    rows = [one] if columns(one) <= page.inner else [r for entry in entries for r in wrap(entry, page.inner)]
    return [line(" " * INDENT + row, "dim") for row in rows]
