"""Growth as one line of blocks, or as a row of numbers where blocks cannot be shown."""

from datetime import date

from reachcheck.formats.text.lines import Line, led, line
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.report import Results

_BLOCKS = "▁▂▃▄▅▆▇█"
_STOPS = 6
TITLED = frozenset({"followers_by_time", "gained_by_time"})


def growth(results: Results, page: Page) -> list[Line]:
    """The followers over time (or those gained, where the level is lost) with the steps named."""
    for figure in results.figures:
        known = [(x, y) for x, y in zip(figure.x, figure.y, strict=True) if y is not None]
        if figure.id in TITLED and len(known) > 1:
            return _growth(figure, known, page)
    return []


def _growth(figure: Figure, known: list[tuple[str, float]], page: Page) -> list[Line]:
    words = page.words
    values = [y for _, y in known]
    if figure.id == "gained_by_time":
        rows = page.heading(words.say("report.gained", last=values[-1]))
    else:
        rows = page.heading(words.say("report.growth", first=values[0], last=values[-1]))
    if page.unicode:
        rows.append(line(" " * INDENT + _blocks(_sampled(values, page.inner - INDENT))))
    else:
        rows += page.paragraph(" -> ".join(words.count(values[at]) for at in _stops(len(values))))
    rows += page.paragraph(words.say("report.growth_days", start=_day(known[0][0]), end=_day(known[-1][0])))
    steps = [mark for mark in figure.marks if mark.value is not None]
    for letter, mark in zip("ABCDEFGH", steps, strict=False):
        rows += led(f"{' ' * INDENT}{letter}  ", _mark(mark, page), page.width)
    return rows


def _sampled(values: list[float], width: int) -> list[float]:
    if len(values) <= width:
        return values
    return [values[(at + 1) * len(values) // width - 1] for at in range(width)]


def _blocks(values: list[float]) -> str:
    top = max(values)
    scale = (len(_BLOCKS) - 1) / top if top > 0 else 0.0
    return "".join(_BLOCKS[max(0, round(value * scale))] for value in values)


def _stops(n: int) -> list[int]:
    last = min(_STOPS, n) - 1
    return [round(at * (n - 1) / last) for at in range(last + 1)]


def _mark(mark: Mark, page: Page) -> str:
    kind = page.words.name("mark", mark.kind)
    value = 0.0 if mark.value is None else mark.value
    return page.words.say("report.mark", kind=kind, start=_day(mark.start), end=_day(mark.end), value=value)


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])
