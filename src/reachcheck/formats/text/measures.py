"""The measures as a table, what ordinary accounts show, and what these files cannot tell."""

from reachcheck.formats.text.lines import Line, columns, line, pad, paragraph, wrap
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import Param, msg
from reachcheck.results.measure import Measure
from reachcheck.results.report import Reference, Results

RATES = frozenset(
    {
        "engagement_rate_by_followers",
        "engagement_rate_by_reach",
        "engagement_rate_by_impressions",
        "stated_average_rate",
    }
)
"""Shares so small that whole per cent say nothing."""


def measures(results: Results, page: Page) -> list[Line]:
    """Value, interval, n and what it is counted over, of each measure that is known."""
    cells = [_cells(measure, page) for measure in results.measures if measure.known]
    titles = [page.words.say("report.value"), page.words.say("report.interval"), page.words.say("report.n")]
    widths = [max(columns(row[i + 1]) for row in [("", *titles), *cells]) for i in range(3)]
    if not cells:
        return []
    rows = page.heading(page.words.say("report.measures").upper()) + _table(cells, titles, widths, page)
    return rows + _without_interval(results, page)


def _without_interval(results: Results, page: Page) -> list[Line]:
    """Why some figures have no interval, each reason once with the measures it is of."""
    reasons: dict[str, list[str]] = {}
    for measure in results.measures:
        if measure.known and measure.no_interval is not None:
            name = page.words.name("measure", measure.id)
            reasons.setdefault(page.words.text(measure.no_interval), []).append(name)
    said = (msg("report.without_interval", reason=reason, names=tuple(names)) for reason, names in reasons.items())
    return [row for each in said for row in paragraph(page.words.text(each), page.width, INDENT, "dim", hang=2)]


def _cells(measure: Measure, page: Page) -> tuple[str, str, str, str, str]:
    words = page.words
    value = "" if measure.value is None else as_value(measure, measure.value, page)
    name = words.name("measure", measure.id)
    over = words.name("denominator", measure.denominator)
    return name, value, as_interval(measure, page), as_size(measure, page), over


def as_value(measure: Measure, value: float, page: Page) -> str:
    """A number in the unit of a measure."""
    words = page.words
    if measure.id in RATES:
        return words.rate(value)
    if measure.unit == "share":
        return words.percent(value)
    if measure.unit in ("count", "people") and value >= 1:
        return words.count(value)
    if measure.unit == "days":
        return words.say("report.days", n=value)
    return words.number(value)


def as_interval(measure: Measure, page: Page) -> str:
    """The interval of a measure in its unit, or a dash."""
    if measure.low is None and measure.high is None:
        return "-"
    kinds = {"share": "percent", "count": "count", "people": "count", "days": "count"}
    kind = "rate" if measure.id in RATES else kinds.get(measure.unit, "number")
    return page.words.range(measure.low, measure.high, kind)


def as_size(measure: Measure, page: Page) -> str:
    """How many it was counted over, and how many of them were so, or a dash."""
    if measure.n is None:
        return "-"
    if measure.k is None:
        return page.words.count(measure.n)
    return page.words.say("report.k_of_n", k=measure.k, n=measure.n)


def _table(cells: list[tuple[str, str, str, str, str]], titles: list[str], widths: list[int], page: Page) -> list[Line]:
    name_width = page.inner - sum(widths) - 6
    if name_width < 22:
        return [row for cell in cells for row in _stacked(cell, page)]
    rows = [line(" " * INDENT + _row("", titles, widths, name_width), "dim")]
    for name, *figures, over in cells:
        label = page.words.say("report.of", name=name, over=over) if over else name
        first, *rest = wrap(label, name_width)
        rows.append(line(" " * INDENT + _row(first, figures, widths, name_width)))
        rows += [line(" " * (INDENT + 2) + part) for more in rest for part in wrap(more, name_width - 2)]
    return rows


def _row(name: str, figures: list[str], widths: list[int], name_width: int) -> str:
    return pad(name, name_width) + "".join("  " + pad(text, width) for text, width in zip(figures, widths, strict=True))


def _stacked(cell: tuple[str, str, str, str, str], page: Page) -> list[Line]:
    name, value, interval, size, over = cell
    label = page.words.say("report.of", name=name, over=over) if over else name
    said = page.words.say("report.stacked", name=label, value=value)
    rest = page.words.say("report.stacked_rest", interval=interval, n=size)
    return [*paragraph(said, page.width, INDENT, hang=2), *paragraph(rest, page.width, INDENT + 2, "dim", hang=2)]


def context(results: Results, page: Page) -> list[Line]:
    """Published figures of other accounts: context, and nothing else."""
    if not results.references:
        return []
    rows = page.heading(page.words.say("report.context").upper())
    rows += page.paragraph(msg("report.context_only"))
    for reference in results.references:
        rows += paragraph(_reference(reference, page), page.width, INDENT, hang=2)
    return rows


def _reference(reference: Reference, page: Page) -> str:
    words = page.words
    spread = []
    if reference.median is not None:
        spread.append(words.say("report.median", value=words.rate(reference.median)))
    if reference.p25 is not None and reference.p75 is not None:
        spread.append(words.say("report.middle_half", range=words.range(reference.p25, reference.p75, "rate")))
    if reference.mean is not None and reference.median is None:
        spread.append(words.say("report.mean", value=words.rate(reference.mean)))
    texts = {name: getattr(reference, name) for name in ("population", "numerator", "source", "year", "n", "grade")}
    said: dict[str, Param] = {**texts, "measure": words.name("measure", reference.measure), "spread": ", ".join(spread)}
    return words.say("report.reference", **said) if reference.n else words.say("report.reference_without_n", **said)


def untold(results: Results, page: Page) -> list[Line]:
    """What these files cannot tell: by the export that would, unless that was told, or why no export would."""
    unknown = [measure for measure in results.measures if not measure.known and measure.asked]
    if results.what_if:
        unknown = [measure for measure in unknown if not measure.lacks]
    if not unknown:
        return []
    by_export: dict[str, list[str]] = {}
    rows = page.heading(page.words.say("report.untold").upper())
    for measure in unknown:
        name = page.words.name("measure", measure.id)
        for export in measure.lacks:
            by_export.setdefault(export, []).append(name)
        if not measure.lacks:
            said = msg("report.unknown_because", name=name, reason=measure.reason or msg("report.no_reason"))
            rows += paragraph(page.words.text(said), page.width, INDENT, hang=2)
    for export, names in by_export.items():
        said = msg("report.would_tell", export=page.words.name("export", export), names=tuple(names))
        rows += paragraph(page.words.text(said), page.width, INDENT, hang=2)
    return rows
