"""Responses to each post over time, by tenfolds, with the middle post as a line and the steps of growth by letter."""

from collections.abc import Sequence

from reachcheck.formats.charts.axes import letter, month_names
from reachcheck.formats.charts.paths import area
from reachcheck.formats.charts.scale import Across, Up, day, over, tenfolds
from reachcheck.formats.charts.svg import LEFT, RIGHT, across, element, number, percent, picture, stretched, text
from reachcheck.formats.words import Words
from reachcheck.results.figure import Figure, Mark

TOP, BOTTOM, HEIGHT = 18, 190, 222
NONE = 0.7
"""Where a post without a response is drawn, as tenfolds have no 0."""


def responses_chart(
    figure: Figure, middle: float | None, steps: Sequence[tuple[str, Mark]], title: str, says: str, words: Words
) -> str:
    """The chart; `middle` is the responses of the middle post, the area behind it what is usual elsewhere."""
    scale = over(figure.x, *((mark.start, mark.end) for _, mark in steps))
    top = max([y for y in (*figure.y, *figure.high) if y is not None] + [3.0])
    up = Up(NONE, top * 1.1, TOP, BOTTOM, tenfold=True)
    known = [(day(x), y) for x, y in zip(figure.x, figure.y, strict=True) if y is not None]
    path = "".join(f"M{number(round(scale.units(x), 1))} {number(round(up.pixel(y), 1))}h0" for x, y in known)
    elsewhere = area(figure, scale, up, "maybe") if figure.low else ""
    lines = tenfolds(top)
    return picture(
        "posts",
        HEIGHT,
        title,
        says,
        *(across(up.pixel(value)) for value in lines),
        *(_middle(middle, up, words) for middle in (middle,) if middle),
        stretched(HEIGHT, elsewhere, element("path", d=path, class_="dots")),
        *(text(LEFT, up.pixel(value) - 4, words.count(value)) for value in lines),
        *(_step(name, mark, scale) for name, mark in steps if mark.kind == "unexplained"),
        month_names(scale, HEIGHT - 8, words),
    )


def _middle(middle: float, up: Up, words: Words) -> str:
    said = words.say("html.posts.middle", n=middle)
    return across(up.pixel(middle), "edge") + text(RIGHT, up.pixel(middle) - 9, said, "blue halo", "end")


def _step(name: str, mark: Mark, scale: Across) -> str:
    x = scale.percent((day(mark.start) + day(mark.end) + 1) / 2)
    line = element("line", x1=percent(x), y1=TOP, x2=percent(x), y2=BOTTOM, class_="stepline")
    return line + letter(x, BOTTOM, name, "flagged")
