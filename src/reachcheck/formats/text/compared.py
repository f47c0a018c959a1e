"""Two results side by side in the terminal."""

from collections.abc import Sequence

from reachcheck.formats.said import compared as said
from reachcheck.formats.said.compared import Row
from reachcheck.formats.text.lines import BLANK, Line, columns, labelled, led, line, pad, paragraph, plain, wrap
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.formats.words import Words
from reachcheck.results.comparison import Comparison

GAP = 2
NARROWEST = 16
"""Columns of a label below which the rows are stacked."""
WIDEST = (18, 18, 24)
"""Columns that first, second and difference take at most before they are wrapped."""


def render_comparison(found: Comparison, words: Words, width: int, *, unicode: bool = True) -> list[Line]:
    """The comparison as lines no wider than `width`."""
    page = Page(words.speaking_of(found.first.profile.noun), width, unicode)
    rows = [*led("A  ", said.who(found.first, page.words), width, "strong")]
    rows += led("B  ", said.who(found.second, page.words), width, "strong")
    rows += [*page.heading(said.title(found, page.words).upper()), *_grid(said.head(found, page.words), page)]
    rows += _changes(found, page) + _followers(found, page) + _measures(found, page)
    for note in said.notes(found, page.words):
        rows += [BLANK, *page.paragraph(note)]
    return rows if unicode else plain(rows)


def _changes(found: Comparison, page: Page) -> list[Line]:
    if not found.one_profile:
        return []
    rows = page.heading(page.words.say("compare.changes").upper())
    told = said.changes(found, page.words)
    if not told:
        return rows + page.paragraph(page.words.say("compare.no_changes"))
    return rows + [row for code, text in told for row in labelled(code, text, page.width, indent=INDENT, gap=9)]


def _followers(found: Comparison, page: Page) -> list[Line]:
    told = said.followers(found, page.words)
    rows = page.heading(page.words.say("compare.followers").upper()) if told else []
    return rows + [row for each in told for row in page.paragraph(each)]


def _measures(found: Comparison, page: Page) -> list[Line]:
    families = said.measures(found, page.words)
    rows = page.heading(page.words.say("report.measures").upper()) if families else []
    every = [row for told in families.values() for row in told]
    for family, told in families.items():
        rows += [line(" " * INDENT + page.words.name("family", family), "strong"), *_grid(told, page, every)]
    why = [f"- {reason}" for reason in said.without(found, page.words)]
    reasons = [row for each in why for row in paragraph(each, page.width, INDENT, hang=2)]
    return [*rows, BLANK, *reasons] if reasons else rows


def _grid(rows: Sequence[Row], page: Page, like: Sequence[Row] = ()) -> list[Line]:
    """Label, first, second, difference, under their titles; or without, as wide as in the rows it should look like."""
    titles = ("A", "B", page.words.say("compare.less"))
    cells = [titles, *((row.first, row.second, row.difference) for row in (*rows, *like))]
    widths = [min(WIDEST[at], max(columns(row[at]) for row in cells)) for at in range(3)]
    label = page.inner - sum(widths) - 3 * GAP
    if label < NARROWEST:
        return [found for row in rows for found in _stacked(row, page)]
    head = [] if like else [line(" " * INDENT + _laid(("", *titles), (label, *widths)), "dim")]
    return head + [found for row in rows for found in _lines(row, (label, *widths))]


def _lines(row: Row, widths: Sequence[int]) -> list[Line]:
    given = (row.label, row.first, row.second, row.difference)
    parts = [wrap(text, width) for text, width in zip(given, widths, strict=True)]
    deep = max(map(len, parts))
    filled = [[*part, *[""] * (deep - len(part))] for part in parts]
    return [line(" " * INDENT + _laid(cells, widths)) for cells in zip(*filled, strict=True)]


def _laid(cells: Sequence[str], widths: Sequence[int]) -> str:
    return (" " * GAP).join(pad(cell, width) for cell, width in zip(cells, widths, strict=True))


def _stacked(row: Row, page: Page) -> list[Line]:
    rows = paragraph(row.label, page.width, INDENT, hang=2)
    titled = (("A", row.first), ("B", row.second), (page.words.say("compare.less"), row.difference))
    gap = columns(page.words.say("compare.less")) + GAP
    return rows + [
        found
        for label, text in titled
        if text
        for found in labelled(label, text, page.width, indent=INDENT + 2, gap=gap)
    ]
