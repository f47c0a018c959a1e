"""Bars under each other, each with its name and its number."""

from collections.abc import Sequence
from html import escape

from reachcheck.formats.charts.scale import Across
from reachcheck.formats.charts.svg import LEFT, element, percent, picture
from reachcheck.formats.words import Words

STEP, DEPTH = 40, 13
Bar = tuple[str, float]


def bars(ident: str, given: Sequence[Bar], title: str, says: str, words: Words) -> str:
    """One bar for each name with its number, all on one scale from 0."""
    scale = Across(0.0, max([value for _, value in given] + [1.0]))
    rows = [_bar(name, value, STEP * at, scale, words) for at, (name, value) in enumerate(given)]
    return picture(ident, STEP * len(given), title, says, *rows)


def _bar(name: str, value: float, y: float, scale: Across, words: Words) -> str:
    width = scale.percent(value) - LEFT
    drawn = (
        element("rect", x=percent(LEFT), y=y + 20, width=percent(width), height=DEPTH, class_="there") if width else ""
    )
    number = element("tspan", words.count(value), class_="ink b", dx=8)
    label = element("text", element("tspan", escape(name)), number, x=percent(LEFT), y=y + 15)
    return (drawn if width else "") + label
