"""The measures as a table, what ordinary accounts show, and what these files cannot tell."""

from reachcheck.formats.said import measures as said
from reachcheck.formats.said.measures import as_interval, as_size, as_value, name, reference, without_interval
from reachcheck.formats.text.lines import Line, columns, line, pad, paragraph, wrap
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import msg
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results


def measures(results: Results, page: Page) -> list[Line]:
    """Value, interval, n and what it is counted over, of each measure that is known."""
    cells = [_cells(measure, page) for measure in results.measures if measure.known]
    titles = [page.words.say("report.value"), page.words.say("report.interval"), page.words.say("report.n")]
    widths = [max(columns(row[i + 1]) for row in [("", *titles), *cells]) for i in range(3)]
    if not cells:
        return []
    rows = page.heading(page.words.say("report.measures").upper()) + _table(cells, titles, widths, page)
    reasons = without_interval(results, page.words)
    return rows + [row for each in reasons for row in paragraph(f"- {each}", page.width, INDENT, "dim", hang=2)]


def _cells(measure: Measure, page: Page) -> tuple[str, str, str, str]:
    words = page.words
    value = "" if measure.value is None else as_value(measure, measure.value, words)
    return name(measure, words), value, as_interval(measure, words), as_size(measure, words)


def _table(cells: list[tuple[str, str, str, str]], titles: list[str], widths: list[int], page: Page) -> list[Line]:
    name_width = page.inner - sum(widths) - 6
    if name_width < 22:
        return [row for cell in cells for row in _stacked(cell, page)]
    rows = [line(" " * INDENT + _row("", titles, widths, name_width), "dim")]
    for label, *figures in cells:
        first, *rest = wrap(label, name_width)
        rows.append(line(" " * INDENT + _row(first, figures, widths, name_width)))
        rows += [line(" " * (INDENT + 2) + part) for more in rest for part in wrap(more, name_width - 2)]
    return rows


def _row(label: str, figures: list[str], widths: list[int], name_width: int) -> str:
    return pad(label, name_width) + "".join(
        "  " + pad(text, width) for text, width in zip(figures, widths, strict=True)
    )


def _stacked(cell: tuple[str, str, str, str], page: Page) -> list[Line]:
    label, value, interval, size = cell
    head = page.words.say("report.stacked", name=label, value=value)
    rest = page.words.say("report.stacked_rest", interval=interval, n=size)
    return [*paragraph(head, page.width, INDENT, hang=2), *paragraph(rest, page.width, INDENT + 2, "dim", hang=2)]


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
