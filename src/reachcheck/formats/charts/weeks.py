"""Days with a post, a column a week, with the longest silence hatched."""

from reachcheck.formats.charts.axes import month_names
from reachcheck.formats.charts.scale import Across, day
from reachcheck.formats.charts.svg import across, element, number, percent, picture, stretched
from reachcheck.formats.words import Words
from reachcheck.results.figure import Figure, Mark

TOP, BOTTOM, HEIGHT = 6, 76, 106
WEEK = 7


def week_columns(figure: Figure, title: str, says: str, words: Words) -> str:
    """The chart; a column is at most seven days high."""
    scale = Across(day(figure.x[0]), day(figure.x[-1]) + WEEK)
    width = (scale.units(scale.low + WEEK) - scale.units(scale.low)) * 0.8
    drawn = (_column(day(x), y, width, scale) for x, y in zip(figure.x, figure.y, strict=True) if y)
    return picture(
        "weeks",
        HEIGHT,
        title,
        says,
        *(_silence(mark, scale) for mark in figure.marks),
        across(BOTTOM, "ax"),
        stretched(HEIGHT, element("path", d="".join(drawn), class_="there")),
        month_names(scale, HEIGHT - 10, words),
    )


def _column(at: float, days: float, width: float, scale: Across) -> str:
    tall = (BOTTOM - TOP) * min(days, WEEK) / WEEK
    return f"M{number(round(scale.units(at), 1))} {BOTTOM}v-{number(tall)}h{number(width)}v{number(tall)}z"


def _silence(mark: Mark, scale: Across) -> str:
    start, end = scale.percent(day(mark.start)), scale.percent(day(mark.end) + 1)
    return element("rect", x=percent(start), y=TOP, width=percent(end - start), height=BOTTOM - TOP, class_="fill-rest")
