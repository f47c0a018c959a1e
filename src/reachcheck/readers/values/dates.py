"""Dates as people and platforms write them: the order of day and month is decided once for a whole column."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.columns import NAT, Times
from reachcheck.readers.values.months import DAYS, FILLERS, MONTHS, ZONES
from reachcheck.readers.values.numbers import MAJORITY, MISSING

FIRST_YEAR, LAST_YEAR = 1990, 2100
CENTURY = 70
"""Two-digit years below this are of this century."""
DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal()
WIDEST_ZONE = 14 * 3600
NOT_A_TIME = int(np.iinfo(np.int64).min)
"""How NaT is stored."""

_EPOCH = re.compile(r"[0-9]{10}(?:[0-9]{3})?(?:\.[0-9]+)?")
_CLOCK = re.compile(
    r"(?:(?<=[0-9])t|\b)(?P<hour>[0-9]{1,2})(?::| ?h ?)(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?)?"
    rf"(?: ?(?P<zone>{'|'.join(ZONES)})\b)?"
    r"(?: ?(?P<side>[+-])(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?)?(?![0-9:])"
)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})")
_PIECE = re.compile(r"([0-9]+)(?:st|nd|rd|th|er|o|e)?(?![a-z0-9])|([a-z]+)")
_SKIPPED = DAYS | FILLERS


@dataclass(frozen=True)
class Dates:
    """A column of times in UTC; NaT where a cell is empty or bad, and everywhere where `order` is "ambiguous"."""

    values: Times
    bad: list[int]
    """Positions of cells that hold something, and no date."""
    has_time: bool
    order: str
    """How the column writes dates: "epoch", "ymd", "dmy", "mdy", "named", "ambiguous", or "" without any date."""
    note: Message | None = None


@dataclass(frozen=True)
class _Shape:
    """One cell taken apart; for "parts", `first` and `second` are day and month in an order yet to be decided."""

    kind: str
    year: int
    first: int
    second: int
    seconds: int = 0
    has_time: bool = False


def dates(cells: Sequence[str], order: str | None = None) -> Dates:
    """Read a column of dates or times; `order` ("dmy" or "mdy") is taken where the column does not show its own."""
    texts = [_normal(cell) for cell in cells]
    present = Counter(text for text in texts if text not in MISSING)
    shapes = _shapes(present)
    shown, note = _order(texts, shapes)
    if shown == "ambiguous" and order is None:
        return Dates(np.full(len(cells), NAT), [], False, shown, note)
    order = order if order and shown == "ambiguous" else shown
    found = {text: _seconds(shape, order) for text, shape in shapes.items() if shape}
    values = np.array([found.get(text, NOT_A_TIME) for text in texts], dtype=np.int64)
    bad = [place for place, text in enumerate(texts) if text in shapes and found.get(text, NOT_A_TIME) == NOT_A_TIME]
    has_time = any(shape.has_time for shape in shapes.values() if shape)
    return Dates(values.view("datetime64[s]"), bad, has_time, order)


def _normal(cell: str) -> str:
    """Lower case, without accents, with one kind of space."""
    if not cell.isascii():
        split = unicodedata.normalize("NFKD", cell)
        cell = "".join(sign for sign in split if not unicodedata.combining(sign))
    return " ".join(cell.casefold().split())


def _shapes(present: Counter[str]) -> dict[str, _Shape | None]:
    epochs = sum(count for text, count in present.items() if _EPOCH.fullmatch(text))
    if epochs > MAJORITY * (present.total() - epochs):
        return {text: _epoch(text) for text in present}
    return {text: _shape(text) for text in present}


def _epoch(text: str) -> _Shape | None:
    if not _EPOCH.fullmatch(text):
        return None
    digits = text.partition(".")[0]
    seconds = int(digits) // (1000 if len(digits) > 10 else 1)
    day = date.fromordinal(EPOCH + seconds // DAY)
    return _Shape("epoch", day.year, day.day, day.month, seconds % DAY, True)


def _shape(text: str) -> _Shape | None:
    clock = _CLOCK.search(text)
    if not clock:
        return _day(text)
    seconds = _clock_seconds(clock)
    shape = _day(f"{text[: clock.start()]} {text[clock.end() :]}")
    return None if seconds is None or shape is None else replace(shape, seconds=seconds, has_time=True)


def _clock_seconds(clock: re.Match[str]) -> int | None:
    """Seconds since midnight UTC (they may lie outside the day); None where no clock shows such a time."""
    hour, minute, second = int(clock["hour"]), int(clock["minute"]), int(clock["second"] or 0)
    if clock["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if clock["half"] == "p" else 0)
    offset = 3600 * int(clock["hours"] or 0) + 60 * int(clock["minutes"] or 0)
    if hour > 23 or minute > 59 or second > 59 or offset > WIDEST_ZONE:
        return None
    offset = -offset if clock["side"] == "-" else offset
    return 3600 * (hour - ZONES.get(clock["zone"] or "", 0)) + 60 * minute + second - offset


def _day(text: str) -> _Shape | None:
    figures = re.sub(r"[a-z]+\.?", lambda word: "" if word[0].rstrip(".") in _SKIPPED else word[0], text).strip(" ,")
    first = _YEAR_FIRST.fullmatch(figures) or _COMPACT.fullmatch(figures)
    if first:
        return _Shape("ymd", int(first[1]), int(first[4]), int(first[3]))
    last = _YEAR_LAST.fullmatch(figures)
    if last:
        return _Shape("parts", _year(last[4]), int(last[1]), int(last[3]))
    return _named(text)


def _named(text: str) -> _Shape | None:
    if _PIECE.sub("", text).strip(" ,.-/"):
        return None
    pieces = _PIECE.findall(text)
    words = [word for _, word in pieces if word and (word in MONTHS or word not in _SKIPPED)]
    if len(words) == 2 and words[0] == "mar":
        words = words[1:]
    figures = [figure for figure, _ in pieces if figure]
    if len(words) != 1 or words[0] not in MONTHS or len(figures) != 2:
        return None
    day, year = figures if len(figures[0]) < 3 else reversed(figures)
    return _Shape("named", _year(year), int(day[:3]), MONTHS[words[0]]) if len(year) in (2, 4) else None


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < CENTURY else 1900)


def _order(texts: Sequence[str], shapes: Mapping[str, _Shape | None]) -> tuple[str, Message | None]:
    kinds = Counter(shape.kind for shape in shapes.values() if shape)
    if not kinds["parts"]:
        return (kinds.most_common(1)[0][0] if kinds else ""), None
    parts = [shape for text in texts if (shape := shapes.get(text)) and shape.kind == "parts"]
    dmy = sum(shape.first > 12 >= shape.second for shape in parts)
    mdy = sum(shape.second > 12 >= shape.first for shape in parts)
    if dmy or mdy:
        if max(dmy, mdy) >= MAJORITY * min(dmy, mdy):
            return ("dmy" if dmy > mdy else "mdy"), None
        return "ambiguous", msg("values.day_order_conflict", day_first=dmy, month_first=mdy)
    dmy, mdy = _steps(parts, "dmy"), _steps(parts, "mdy")
    if dmy != mdy or all(shape.first == shape.second for shape in parts):
        return ("mdy" if mdy > dmy else "dmy"), None
    example = next(text for text in texts if (shape := shapes.get(text)) and shape.first != shape.second)
    return "ambiguous", msg("values.day_order_ambiguous", example=example)


def _steps(parts: Sequence[_Shape], order: str) -> int:
    """How often a reading goes on by just one day from one distinct value to the next."""
    days = [_seconds(replace(shape, seconds=0), order) for shape in parts]
    return sum(abs(after - before) == DAY for before, after in pairwise(days))


def _seconds(shape: _Shape, order: str) -> int:
    """Seconds since 1970 in UTC, or `NOT_A_TIME` where the calendar has no such day."""
    day, month = shape.first, shape.second
    if shape.kind == "parts" and order == "mdy":
        day, month = month, day
    if not FIRST_YEAR <= shape.year <= LAST_YEAR:
        return NOT_A_TIME
    try:
        ordinal = date(shape.year, month, day).toordinal()
    except ValueError:
        return NOT_A_TIME
    return (ordinal - EPOCH) * DAY + shape.seconds
