"""Followers from the first to the last, by the day their account was created."""

from reachcheck.formats.charts.scale import Across, Up
from reachcheck.formats.charts.svg import LEFT, RIGHT, across, element, number, percent, picture, stretched, text
from reachcheck.formats.words import Words
from reachcheck.results.figure import Figure, Mark

TOP, BOTTOM, HEIGHT = 10, 200, 262
EPOCH = 1970
YEAR = 365.2425
SIDE = 25
"""Per cent at both ends within which a name is set against the end of its bracket."""


def follower_map(figure: Figure, title: str, says: str, words: Words) -> str:
    """A dot for each follower (of very many, evenly picked), and a bracket under each block."""
    dots = [(float(x), y) for x, y in zip(figure.x, figure.y, strict=True) if y is not None]
    ranks = Across(0.0, max(x for x, _ in dots))
    newest, oldest = max(y for _, y in dots), min(y for _, y in dots)
    up = Up(oldest, newest, TOP, BOTTOM)
    path = "".join(f"M{number(round(ranks.units(x), 1))} {number(round(up.pixel(y), 1))}h0" for x, y in dots)
    years = _years(oldest, newest)
    return picture(
        "map",
        HEIGHT,
        title,
        says,
        *(across(up.pixel((year - EPOCH) * YEAR)) for year in years),
        stretched(HEIGHT, element("path", d=path, class_="dots")),
        *(text(RIGHT, up.pixel((year - EPOCH) * YEAR) - 4, str(year), "", "end") for year in years),
        *(_bracket(mark, ranks, at, words) for at, mark in enumerate(figure.marks[:2])),
        text(LEFT, HEIGHT - 6, words.say("html.map.first")),
        text(RIGHT, HEIGHT - 6, words.say("html.map.last"), "", "end"),
    )


def _years(oldest: float, newest: float) -> list[int]:
    first, last = int(EPOCH + oldest / YEAR) + 1, int(EPOCH + newest / YEAR)
    every = next(step for step in (1, 2, 4, 10, 50) if (last - first + 1) / step <= 5)
    return [year for year in range(first, last + 1) if (year - last) % every == 0]


def _bracket(mark: Mark, ranks: Across, at: int, words: Words) -> str:
    start, end = ranks.percent(float(mark.start)), ranks.percent(float(mark.end))
    y = BOTTOM + 8 + 20 * at
    line = element("line", x1=percent(start), y1=y, x2=percent(max(end, start + 0.5)), y2=y, class_="bracket")
    said = words.say("html.map.block", n=mark.value or 0.0)
    middle = (start + end) / 2
    anchor = "start" if middle < 25 else "end" if middle > 75 else "middle"
    return line + text(
        start if anchor == "start" else end if anchor == "end" else middle, y + 15, said, "t-flagged", anchor
    )
