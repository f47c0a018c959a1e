"""Each bound of real reach as a bar: up to where it says at least, or from where it says at most."""

from collections.abc import Sequence
from html import escape

from reachcheck.formats.charts.scale import Across, ticks
from reachcheck.formats.charts.svg import element, percent, picture
from reachcheck.formats.said.bounds import Rung
from reachcheck.formats.words import Words

STEP = 46


def ladder(rungs: Sequence[Rung], count: float, words: Words) -> str:
    """The bounds under each other, on the scale of the count."""
    scale = Across(0.0, max([count, *(rung.number for rung in rungs), 1.0]))
    height = STEP * len(rungs)
    says = words.say("html.ends.says", ends=tuple(f"{rung.at} {rung.value}" for rung in rungs))
    grid = [scale.percent(value) for value in (0.0, *ticks(scale.high, 3))]
    return picture(
        "ladder",
        height,
        words.say("html.ends.picture"),
        says,
        *(element("line", x1=percent(x), y1=0, x2=percent(x), y2=height, class_="g") for x in grid),
        *(_rung(rung, STEP * at, scale) for at, rung in enumerate(rungs)),
    )


def _rung(rung: Rung, y: float, scale: Across) -> str:
    name = element("tspan", escape(f"{rung.at} {rung.value}"), class_="blue" if rung.used else "ink")
    more = element("tspan", _said(rung), class_="wide", dx=8)
    label = element("text", name, more, x=percent(scale.percent(0)), y=y + 15)
    start, at = scale.percent(0), scale.percent(rung.number)
    if rung.side == "lower":
        bar = _bar(start, at, y, "there" if rung.used else "soft")
    else:
        bar = _bar(at, scale.percent(scale.high), y, "fill-rest")
        edge = "edge" if rung.used else "ax"
        bar += element("line", x1=percent(at), y1=y + 19, x2=percent(at), y2=y + 36, class_=edge)
    return label + bar


def _said(rung: Rung) -> str:
    return escape(f"{rung.text} ({rung.kind_name})")


def _bar(start: float, end: float, y: float, class_: str) -> str:
    width = max(end - start, 0.0)
    return element("rect", x=percent(start), y=y + 22, width=percent(width), height=11, class_=class_)
