"""Lines through the points of a figure, and the area between what was expected at least and at most."""

from collections.abc import Sequence
from typing import TypeAlias

from reachcheck.formats.charts.scale import Across, Up, day
from reachcheck.formats.charts.svg import element, number
from reachcheck.results.figure import Figure

Edge: TypeAlias = list[tuple[float, float]]


def points(known: Sequence[tuple[float, float]], scale: Across, up: Up) -> str:
    """Without those between two of the same height, which change nothing."""
    at = [(number(scale.units(x)), number(round(up.pixel(y), 1))) for x, y in known]
    needed = [i for i in range(len(at)) if not 0 < i < len(at) - 1 or not at[i - 1][1] == at[i][1] == at[i + 1][1]]
    return " ".join(",".join(at[i]) for i in needed)


def bounds(figure: Figure) -> tuple[Edge, Edge]:
    """The lower and the upper edge of what was expected, where both are known."""
    both = [(day(x), low, high) for x, low, high in zip(figure.x, figure.low, figure.high, strict=True)
            if low is not None and high is not None]  # fmt: skip
    return [(x, low) for x, low, _ in both], [(x, high) for x, _, high in both]


def area(figure: Figure, scale: Across, up: Up, class_: str) -> str:
    """The area between the two edges."""
    lower, upper = bounds(figure)
    return element("polygon", points=f"{points(upper, scale, up)} {points(lower[::-1], scale, up)}", class_=class_)
