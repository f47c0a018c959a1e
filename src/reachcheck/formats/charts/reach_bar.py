"""The count and real reach on one scale from 0: at least, at most, and the rest; of one profile, or of several."""

from collections.abc import Sequence
from dataclasses import dataclass

from reachcheck.formats.charts.scale import Across, ticks
from reachcheck.formats.charts.svg import element, percent, picture, text
from reachcheck.formats.words import Words

TOP, DEPTH, FOOT = 28, 42, 28
"""Pixels above a bar for its words, of the bar, and below the last for the scale."""
APART = 16
"""Pixels more between one bar and the words of the next."""
CLOSE = 12
"""Per cent from the right end within which a round number would touch the count."""
NEAR = 26
"""The same where the picture is as narrow as a phone."""
SHORT = 60
"""Per cent of the width up to which a bar leaves room for its count behind it."""


@dataclass(frozen=True)
class Reached:
    """A count and the ends of real reach, with the name of whose they are."""

    name: str
    count: float
    low: float
    high: float


def reach_bar(count: float, low: float, high: float, words: Words) -> str:
    """The bar of one profile; `low` and `high` are the ends of real reach."""
    scale = Across(0.0, max(count, high, 1.0))
    end = scale.percent(count)
    title, says = words.say("html.bar.title"), words.say("html.bar.says", count=count, low=low, high=high)
    return picture(
        "bar",
        TOP + DEPTH + FOOT,
        title,
        says,
        *_bar(count, low, high, TOP, scale),
        text(scale.percent(0), TOP - 11, _between(low, high, words), "blue"),
        text(end, TOP - 11, words.say("html.bar.count", count=count), "ink b wide", "end"),
        _rest(count, high, TOP, scale, words),
        *_labels(count, TOP + DEPTH + FOOT - 10, scale, words),
    )


def reach_bars(given: Sequence[Reached], words: Words) -> str:
    """One bar under the other on one scale, so that a small count is seen to be one."""
    most = max(max(each.count, each.high, 1.0) for each in given)
    scale, step = Across(0.0, most), TOP + DEPTH + APART
    tops = [TOP + step * at for at in range(len(given))]
    height = tops[-1] + DEPTH + FOOT
    rows = (_named(each, top, scale, words) for each, top in zip(given, tops, strict=True))
    return picture(
        "bars",
        height,
        words.say("html.bar.title"),
        " ".join(_told(each, words) for each in given),
        *(element for row in rows for element in row),
        *_labels(most, height - 10, scale, words),
    )


def _named(each: Reached, top: float, scale: Across, words: Words) -> list[str]:
    """A bar with its name, and its count behind it where it is short, above its end where it is long."""
    end = scale.percent(each.count)
    count = words.say("html.bar.count", count=each.count)
    behind = text(end, top + DEPTH / 2 + 5, count, "ink b", dx=10)
    above = text(end, top - 11, count, "ink b wide", "end")
    return [
        *_bar(each.count, each.low, each.high, top, scale),
        text(scale.percent(0), top - 11, _ends(each, words), "blue"),
        behind if end < SHORT else above,
        _rest(each.count, each.high, top, scale, words),
    ]


def _ends(each: Reached, words: Words) -> str:
    """Shorter than beside a single bar, since the name takes room too."""
    if each.low < each.high:
        return words.say("html.compare.between", name=each.name, low=each.low, high=each.high)
    return words.say("html.compare.at", name=each.name, low=each.low)


def _told(each: Reached, words: Words) -> str:
    said = words.say("html.bar.says", count=each.count, low=each.low, high=each.high)
    return words.say("html.lettered", name=each.name, said=said)


def _between(low: float, high: float, words: Words) -> str:
    return words.say("html.bar.between", low=low, high=high) if low < high else words.say("html.bar.at", low=low)


def _bar(count: float, low: float, high: float, top: float, scale: Across) -> list[str]:
    least, most, end = scale.percent(low), scale.percent(high), scale.percent(count)
    return [
        _block(most, end, top, "fill-rest"),
        _block(scale.percent(0), least, top, "there"),
        _block(least, most, top, "maybe"),
        _block(least, most, top, "fill-maybe"),
        _block(scale.percent(0), end, top, "outline"),
        *(_edge(x, top) for x in (least, most)),
    ]


def _block(start: float, end: float, top: float, class_: str) -> str:
    width = max(end - start, 0.0)
    return element("rect", x=percent(start), y=top, width=percent(width), height=DEPTH, class_=class_) if width else ""


def _edge(x: float, top: float) -> str:
    return element("line", x1=percent(x), y1=top - 5, x2=percent(x), y2=top + DEPTH, class_="edge")


def _rest(count: float, high: float, top: float, scale: Across, words: Words) -> str:
    """How many the files do not account for, where there is room to say it."""
    most, end, rest = scale.percent(high), scale.percent(count), count - high
    if end - most <= 40 or rest < 1:
        return ""
    return text((most + end) / 2, top + DEPTH / 2 + 5, words.say("html.bar.rest", n=rest), "ink wide halo", "middle")


def _labels(most: float, y: float, scale: Across, words: Words) -> list[str]:
    end = scale.percent(most)
    rows = [text(scale.percent(0), y, "0"), text(end, y, words.count(most), "", "end")]
    middle = (value for value in ticks(most, 3) if scale.percent(value) < end - CLOSE)
    return rows + [
        text(at, y, words.count(value), "" if at < end - NEAR else "wide", "middle")
        for value, at in ((value, scale.percent(value)) for value in middle)
    ]
