"""The count and real reach on one scale from 0: at least, at most, and the rest."""

from reachcheck.formats.charts.scale import Across, ticks
from reachcheck.formats.charts.svg import element, percent, picture, text
from reachcheck.formats.words import Words

TOP, DEPTH, HEIGHT = 28, 42, 98
CLOSE = 12
"""Per cent from the right end within which a round number would touch the count."""


def reach_bar(count: float, low: float, high: float, words: Words) -> str:
    """The bar; `low` and `high` are the ends of real reach."""
    scale = Across(0.0, max(count, high, 1.0))
    least, most, end = scale.percent(low), scale.percent(high), scale.percent(count)
    title, says = words.say("html.bar.title"), words.say("html.bar.says", count=count, low=low, high=high)
    between = words.say("html.bar.between", low=low, high=high) if low < high else words.say("html.bar.at", low=low)
    rest = count - high
    return picture(
        "bar",
        HEIGHT,
        title,
        says,
        _block(most, end, "fill-rest"),
        _block(scale.percent(0), least, "there"),
        _block(least, most, "maybe"),
        _block(least, most, "fill-maybe"),
        _block(scale.percent(0), end, "outline"),
        *(
            element("line", x1=percent(x), y1=TOP - 5, x2=percent(x), y2=TOP + DEPTH, class_="edge")
            for x in (least, most)
        ),
        text(scale.percent(0), TOP - 11, between, "blue"),
        text(end, TOP - 11, words.say("html.bar.count", count=count), "ink b wide", "end"),
        _rest(rest, (most + end) / 2, words) if end - most > 40 and rest >= 1 else "",
        *_labels(count, scale, words),
    )


def _block(start: float, end: float, class_: str) -> str:
    width = max(end - start, 0.0)
    return element("rect", x=percent(start), y=TOP, width=percent(width), height=DEPTH, class_=class_) if width else ""


def _edge(x: float) -> str:
    return element("line", x1=percent(x), y1=TOP - 5, x2=percent(x), y2=TOP + DEPTH, class_="edge")


def _rest(rest: float, x: float, words: Words) -> str:
    return text(x, TOP + DEPTH / 2 + 5, words.say("html.bar.rest", n=rest), "ink wide halo", "middle")


def _labels(count: float, scale: Across, words: Words) -> list[str]:
    y, end = HEIGHT - 10, scale.percent(count)
    rows = [text(scale.percent(0), y, "0"), text(end, y, words.count(count), "", "end")]
    middle = (value for value in ticks(count, 3) if scale.percent(value) < end - CLOSE)
    return rows + [text(scale.percent(value), y, words.count(value), "", "middle") for value in middle]
