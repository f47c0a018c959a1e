"""Growth as one line of blocks, or as a row of numbers where blocks cannot be shown."""

from reachcheck.formats import drawn
from reachcheck.formats.said.growth import day, grown, power, step, steps, title
from reachcheck.formats.text.lines import Line, led, line
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.figure import Figure
from reachcheck.results.report import Results

_STOPS = 6


def growth(results: Results, page: Page) -> list[Line]:
    """The followers over time (or those gained, where the level is lost) with the steps named."""
    figure = grown(results)
    if figure is None:
        return []
    return _growth(figure, page) + [row for said in power(results, page.words) for row in page.paragraph(said)]


def _growth(figure: Figure, page: Page) -> list[Line]:
    words = page.words
    known = [(x, y) for x, y in zip(figure.x, figure.y, strict=True) if y is not None]
    values = [y for _, y in known]
    rows = page.heading(title(figure, words).upper())
    if page.unicode:
        rows.append(line(" " * INDENT + drawn.growth(values, page.inner - INDENT)))
    else:
        rows += page.paragraph(" -> ".join(words.count(values[at]) for at in _stops(len(values))))
    rows += page.paragraph(words.say("report.growth_days", start=day(known[0][0]), end=day(known[-1][0])))
    for letter, mark in steps(figure):
        rows += led(f"{' ' * INDENT}{letter}  ", step(mark, words), page.width)
    return rows


def _stops(n: int) -> list[int]:
    last = min(_STOPS, n) - 1
    return [round(at * (n - 1) / last) for at in range(last + 1)]
