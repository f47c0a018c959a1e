"""Those who answer as rings around the account: the nearer, the more often; a dot is one person, or some."""

import math

from reachcheck.formats.charts.svg import element, number
from reachcheck.formats.words import Words
from reachcheck.results.figure import Figure

SIDE, INNER, STEP = 320, 26, 36
MOST_DOTS = 160


def rings(figure: Figure, words: Words) -> str:
    """A picture without words, square and of any size; classes of the figure ascend, so the last stand innermost."""
    people = [y or 0.0 for y in figure.y][::-1]
    each = max(1, math.ceil(sum(people) / MOST_DOTS))
    says = words.say("html.people.rings", n=each)
    drawn = (_ring(math.ceil(n / each), at) for at, n in enumerate(people))
    view = f"0 0 {SIDE} {SIDE}"
    title = element("title", says)
    return element("svg", title, _disc(SIDE / 2, SIDE / 2, 9, "ink"), *drawn, viewBox=view, role="img", class_="rings")


def _ring(dots: int, at: int) -> str:
    """The dots of one ring, in two rows where one would be too close; smaller the farther out."""
    radius, size = INNER + STEP * at + STEP / 3, 5.2 - 0.7 * at
    fits = int(2 * math.pi * radius / (2.6 * size))
    rows = [dots] if dots <= fits else [dots // 2, dots - dots // 2]
    line = element("circle", cx=SIDE / 2, cy=SIDE / 2, r=radius, class_="orbit")
    return line + "".join(_row(n, radius + 2.7 * size * row, size) for row, n in enumerate(rows))


def _row(n: int, radius: float, size: float) -> str:
    angles = (2 * math.pi * (i + 0.5) / n - math.pi / 2 for i in range(n))
    return "".join(
        _disc(SIDE / 2 + radius * math.cos(angle), SIDE / 2 + radius * math.sin(angle), size, "there")
        for angle in angles
    )


def _disc(x: float, y: float, radius: float, class_: str) -> str:
    return f'<circle cx="{number(round(x, 1))}" cy="{number(round(y, 1))}" r="{number(radius)}" class="{class_}"/>'
