"""The measures as a table, what ordinary accounts show, and what these files cannot tell."""

from reachcheck.formats.said import measures as said
from reachcheck.formats.said.measures import as_interval, as_size, as_value, name, reference, without_interval
from reachcheck.formats.text.lines import Line, columns, line, pad, paragraph, wrap
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import msg
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results

Cells = tuple[str, str, str, str]
NARROWEST = 24
"""Columns of a name below which rows are stacked."""
STEP = 2


def measures(results: Results, page: Page) -> list[Line]:
    """Value, interval, n and what it is counted over, family by family, of each measure that is known and shown."""
    families = said.by_family(results, full=page.full)
    if not families:
        return []
    cells = {family: [_cells(measure, page) for measure in found] for family, found in families.items()}
    titles = [page.words.say("report.value"), page.words.say("report.interval"), page.words.say("report.n")]
    rows = page.heading(page.words.say("report.measures").upper()) + _table(cells, titles, page)
    rest = [said.more(results, page.words, full=page.full)]
    rest += [f"- {reason}" for reason in without_interval(results, page.words, full=page.full)]
    return rows + [row for each in rest if each for row in paragraph(each, page.width, INDENT, "dim", hang=2)]


def _cells(measure: Measure, page: Page) -> Cells:
    words = page.words
    value = "" if measure.value is None else as_value(measure, measure.value, words)
    return name(measure, words), value, as_interval(measure, words), as_size(measure, words)


def _table(families: dict[str, list[Cells]], titles: list[str], page: Page) -> list[Line]:
    every = [("", *titles), *(row for found in families.values() for row in found)]
    widths = [max(columns(row[at + 1]) for row in every) for at in range(3)]
    name_width = page.inner - sum(widths) - 6
    fits = name_width >= NARROWEST
    rows = [line(" " * INDENT + _row("", titles, widths, name_width), "dim")] if fits else []
    for family, found in families.items():
        rows.append(line(" " * INDENT + page.words.name("family", family), "dim"))
        for cells in found:
            rows += _laid(cells, widths, name_width) if fits else _stacked(cells, page)
    return rows


def _laid(cells: Cells, widths: list[int], name_width: int) -> list[Line]:
    """A row of the table; a name that is too long goes on under itself."""
    label, *figures = cells
    first, *rest = wrap(label, name_width - STEP)
    head = line(" " * (INDENT + STEP) + _row(first, figures, widths, name_width - STEP))
    more = wrap(" ".join(rest), name_width - 2 * STEP) if rest else []
    return [head, *(line(" " * (INDENT + 2 * STEP) + row) for row in more)]


def _row(label: str, figures: list[str], widths: list[int], name_width: int) -> str:
    return pad(label, name_width) + "".join(
        "  " + pad(text, width) for text, width in zip(figures, widths, strict=True)
    )


def _stacked(cells: Cells, page: Page) -> list[Line]:
    """Where the page is too narrow for a table."""
    label, value, interval, size = cells
    head = page.words.say("report.stacked", name=label, value=value)
    rows = paragraph(head, page.width, INDENT + STEP, hang=STEP)
    if interval == size == "-":
        return rows
    rest = page.words.say("report.stacked_rest", interval=interval, n=size)
    return [*rows, *paragraph(rest, page.width, INDENT + 2 * STEP, "dim", hang=STEP)]


def context(results: Results, page: Page) -> list[Line]:
    """Published figures of other accounts: context, and nothing else."""
    if not results.references:
        return []
    rows = page.heading(page.words.say("report.context").upper())
    rows += page.paragraph(msg("report.context_only"))
    for each in results.references:
        rows += paragraph(reference(each, page.words), page.width, INDENT, hang=2)
    return rows


def untold(results: Results, page: Page) -> list[Line]:
    """What these files cannot tell."""
    told = said.untold(results, page.words)
    rows = page.heading(page.words.say("report.untold").upper()) if told else []
    return rows + [row for each in told for row in paragraph(each, page.width, INDENT, hang=2)]
