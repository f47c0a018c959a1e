"""Drawings in block characters, for the formats that are text: a bar, and a line of growth."""

LEVELS = "▁▂▃▄▅▆▇█"
BLOCKS = ("█", "▒", "░")
"""The signs for "at least", "at most" and the rest of the count."""


def cells(value: float, count: float, width: int) -> int:
    """How much of a bar from 0 to the count a value takes; something, unless it is 0."""
    if count <= 0 or value <= 0:
        return 0
    return min(width, max(1, round(width * value / count)))


def bar(count: float, low: float, high: float, width: int, signs: tuple[str, str, str] = BLOCKS) -> str:
    """One bar from 0 to the count: at least, at most, and the rest."""
    least, most = cells(low, count, width), cells(high, count, width)
    return signs[0] * least + signs[1] * (most - least) + signs[2] * (width - most)


def growth(values: list[float], width: int) -> str:
    """One block a value, or the last value of each stretch where there are more than `width`."""
    if len(values) > width:
        values = [values[(at + 1) * len(values) // width - 1] for at in range(width)]
    lowest, top = min(0.0, *values), max(values)
    scale = (len(LEVELS) - 1) / (top - lowest) if top > lowest else 0.0
    return "".join(LEVELS[round((value - lowest) * scale)] for value in values)
