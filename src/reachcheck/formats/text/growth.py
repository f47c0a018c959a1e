"""Growth as one line of blocks, or as a row of numbers where blocks cannot be shown."""

from datetime import date

from reachcheck.formats.text.lines import Line, led, line
from reachcheck.formats.text.page import INDENT, Page
from reachcheck.message import Message, msg
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.report import Results

_BLOCKS = "▁▂▃▄▅▆▇█"
_STOPS = 6
MOSTLY_UNSEEN = 300
"""Followers below which hardly any purchase of a fifth of them was seen in trials (docs/accuracy.md)."""
TITLED = frozenset({"followers_by_time", "gained_by_time"})


def growth(results: Results, page: Page) -> list[Line]:
    """The followers over time (or those gained, where the level is lost) with the steps named."""
    for figure in results.figures:
        known = [(x, y) for x, y in zip(figure.x, figure.y, strict=True) if y is not None]
        if figure.id in TITLED and len(known) > 1:
            return _growth(figure, known, page) + _power(results, page)
    return []


def _power(results: Results, page: Page) -> list[Line]:
    """The smallest arrivals that would have been seen on this account, by the days over which they come."""
    parts = [part for m in results.measures if m.id == "smallest_visible_arrival" for part in m.parts]
    arrivals = tuple(_arrival(part.value, int(part.kind.removesuffix("d"))) for part in parts if part.value is not None)
    rows = page.paragraph(page.words.say("report.power", arrivals=arrivals)) if arrivals else []
    followers = results.profile.followers
    if arrivals and followers is not None and followers < MOSTLY_UNSEEN:
        rows += page.paragraph(page.words.say("report.mostly_unseen", n=MOSTLY_UNSEEN))
    return rows


def _arrival(people: float, days: int) -> Message:
    return msg("report.power_day", n=people) if days == 1 else msg("report.power_days", n=people, days=days)


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
