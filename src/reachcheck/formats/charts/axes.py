"""What charts over time share: month names under them and posts as ticks."""

from collections.abc import Sequence

from reachcheck.formats.charts.scale import Across, day, months
from reachcheck.formats.charts.svg import element, number, percent, stretched, text
from reachcheck.formats.words import Words

MARGIN = 6
"""Per cent at both ends within which a name is set against the edge."""


def month_names(scale: Across, y: float, words: Words) -> str:
    """The names of some months at their first day; the year with the first of each."""
    found = months(scale)
    rows: list[str] = []
    for at, first in enumerate(found):
        x = scale.percent(first.toordinal())
        anchor = "start" if x < MARGIN else "end" if x > 100 - MARGIN else "middle"
        rows.append(
            text(x, y, words.month(first, year=at == 0 or first.year != found[at - 1].year), _every_other(at), anchor)
        )
    return "".join(rows)


def _every_other(at: int) -> str:
    """Every other name is left out where there is little room."""
    return "" if at % 2 == 0 else "wide"


def tick_marks(times: Sequence[str], scale: Across, y: float, height: float) -> str:
    """A short line at each time, all in one path."""
    path = "".join(f"M{number(scale.units(day(each)))} {number(y)}v{number(height)}" for each in times)
    return stretched(y + height, element("path", d=path, class_="tick")) if path else ""


def letter(x: float, y: float, name: str, class_: str) -> str:
    """A letter in a disc."""
    return element("circle", cx=percent(x), cy=y, r=10, class_=class_) + text(x, y + 4.5, name, "inv", "middle")
