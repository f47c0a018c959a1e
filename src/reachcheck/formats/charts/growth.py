"""The followers over time: steps by letter, where the line would be without them, posts as ticks, events as lines."""

from collections.abc import Sequence

from reachcheck.formats.charts.axes import letter, month_names, tick_marks
from reachcheck.formats.charts.paths import area, bounds, points
from reachcheck.formats.charts.scale import Across, Up, day, over, ticks
from reachcheck.formats.charts.svg import LEFT, RIGHT, across, element, percent, picture, stretched, text
from reachcheck.formats.said.growth import steps
from reachcheck.formats.words import Words
from reachcheck.results.figure import Figure, Mark

TOP, BOTTOM, HEIGHT = 26, 226, 268
OPEN = frozenset({"unexplained"})
SETTLED = frozenset({"explained", "named", "answering"})
"""Kinds of steps that stand for themselves, and those that have their reason."""


def growth_line(
    figure: Figure, posts: Sequence[str], events: Sequence[str], title: str, says: str, words: Words
) -> str:
    """The chart; `posts` and `events` are ISO times."""
    known = [(day(x), y) for x, y in zip(figure.x, figure.y, strict=True) if y is not None]
    values = [y for _, y in known]
    scale, top = over(figure.x), max(0.0, *values)
    up = Up(min(0.0, *values), top, TOP, BOTTOM)
    inside = [each for each in posts if scale.low <= day(each) <= scale.high]
    return picture(
        "growth",
        HEIGHT,
        title,
        says,
        *(across(up.pixel(value)) for value in (0.0, *ticks(top))),
        stretched(HEIGHT, _band(figure, scale, up), _line(known, scale, up)),
        *(_event(day(each), scale) for each in events if scale.low <= day(each) <= scale.high),
        tick_marks(inside, scale, BOTTOM + 6, 9),
        *(text(LEFT, up.pixel(value) - 5, words.count(value)) for value in ticks(top) if value < top * 0.97),
        text(RIGHT, up.pixel(known[-1][1]) - 8, words.count(known[-1][1]), "ink b", "end"),
        *(_step(name, mark, known, scale, up, words) for name, mark in steps(figure)),
        month_names(scale, HEIGHT - 10, words),
    )


def _line(known: list[tuple[float, float]], scale: Across, up: Up) -> str:
    return element("polyline", points=points(known, scale, up), class_="line")


def _band(figure: Figure, scale: Across, up: Up) -> str:
    """Where the line would be if nobody had come in unexplained steps beyond the usual."""
    if not figure.low:
        return ""
    edges = (element("polyline", points=points(edge, scale, up), class_="dash") for edge in bounds(figure))
    return area(figure, scale, up, "maybe") + "".join(edges)


def _event(at: float, scale: Across) -> str:
    x = percent(scale.percent(at))
    return element("line", x1=x, y1=TOP, x2=x, y2=BOTTOM, class_="event")


def _step(name: str, mark: Mark, known: Sequence[tuple[float, float]], scale: Across, up: Up, words: Words) -> str:
    """The letter half way up the step, and its size beside it where there is room."""
    start, end = day(mark.start), day(mark.end) + 1
    before = [y for x, y in known if x < start][-1:] or [known[0][1]]
    after = [y for x, y in known if x >= end - 1][:1] or [known[-1][1]]
    x, y = scale.percent((start + end) / 2), up.pixel((before[0] + after[0]) / 2)
    class_ = "flagged" if mark.kind in OPEN else "settled" if mark.kind in SETTLED else "open"
    said = words.say("html.growth.size", value=mark.value or 0.0)
    left = x > 75
    beside = text(x, y + 4.5, said, f"t-{class_} wide", "end" if left else "start", -16 if left else 16)
    return letter(x, y, name, class_) + beside
