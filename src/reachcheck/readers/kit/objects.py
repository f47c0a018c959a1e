"""JSON as platforms export it: lists of objects, text that Meta breaks, times in seconds."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.columns import Floats, Times
from reachcheck.model.sources import RowNote
from reachcheck.readers.kit.cells import LARGEST_COUNT
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.table import RawTable
from reachcheck.readers.values import dates

LATEST = 4_102_444_800
"""The year 2100: no time of an export is later."""

_STAMP = re.compile(r"[1-4]\d{9}(?:\d{3})?", re.ASCII)
"""From September 2001 on."""
_MISSING = int(np.iinfo(np.int64).min)


def repair(text: str) -> str:
    """Undo what Meta's exports do to text: each byte of UTF-8 written as a character of its own."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def text_of(value: object) -> str:
    """Repaired text; the empty string for anything that is no text."""
    return repair(value).strip() if isinstance(value, str) else ""


def items_of(data: object, place: str, *roots: str) -> list[object]:
    """The list itself, or the one under the first root key that is there; raises UnreadableError where it is none."""
    root = next((root for root in roots if isinstance(data, dict) and root in data), None)
    found = data[root] if isinstance(data, dict) and root else data
    if isinstance(found, list):
        return found
    raise wrong_shape(place)


def wrong_shape(place: str) -> UnreadableError:
    """The error for a file that has the right keys, and something else under them."""
    return UnreadableError(msg("objects.wrong_shape"), place=place, remedy=msg("objects.wrong_shape_remedy"))


def objects_of(items: Sequence[object]) -> tuple[list[dict[str, object]], Rows]:
    """The objects of a list, and the account of its rows; what is no object is reported."""
    found = [(place, item) for place, item in enumerate(items) if isinstance(item, dict)]
    strange = [place for place, item in enumerate(items) if not isinstance(item, dict)]
    reported = tuple(RowNote(place, msg("table.not_an_object")) for place in strange)
    return [item for _, item in found], account([place for place, _ in found], reported)


def account(places: list[int], reported: tuple[RowNote, ...] = ()) -> Rows:
    """The account of rows that stand at these places of a list."""
    table = RawTable(header=(), rows=[[] for _ in places], lines=places, reported=reported, unit="index")
    return Rows(table)


def first_of(value: object) -> dict[str, object]:
    """The first object of a list; an empty one where there is none."""
    found = value if isinstance(value, list) else []
    return next((item for item in found if isinstance(item, dict)), {})


def times_of(stamps: Sequence[object], rows: Rows) -> Times:
    """Seconds since 1970 as times; 0 and null are missing, anything else that is no time is remarked on."""
    seconds = [_seconds(stamp) for stamp in stamps]
    bad = [n for n, (stamp, found) in enumerate(zip(stamps, seconds, strict=True)) if stamp and found is None]
    rows.warn(bad, lambda at: msg("objects.time_unread", value=_shown(stamps[at])))
    return np.array([_MISSING if n is None else n for n in seconds], dtype=np.int64).view("datetime64[s]")


def dates_of(values: Sequence[object], name: str, rows: Rows) -> Times:
    """Dates written out, as times; what is none is missing, with a remark where there is something."""
    texts = [text_of(value) for value in values]
    times = dates(texts).values
    unread = [n for n in np.flatnonzero(np.isnat(times)).tolist() if texts[n]]
    rows.warn(unread, lambda at: msg("row.date_unread", column=name, value=texts[at][:40]))
    return times


def counts_of(values: Sequence[object], name: str, rows: Rows) -> Floats:
    """Counts, as numbers or as digits; null is missing, and so is what is no count, with a remark."""
    counts = [_count(value) for value in values]
    bad = [
        n for n, (value, count) in enumerate(zip(values, counts, strict=True)) if count is None and value is not None
    ]
    rows.warn(bad, lambda at: msg("objects.count_unread", name=name, value=_shown(values[at])))
    return np.array([np.nan if count is None else count for count in counts], dtype=np.float64)


def _count(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str):
        value = int(value) if value.isascii() and value.isdecimal() and len(value) < 16 else -1
    return float(value) if 0 <= value <= LARGEST_COUNT and value == int(value) else None


def day_of(stamp: str) -> str | None:
    """The ISO date (UTC) of seconds or milliseconds since 1970, as names of files have them; None for anything else."""
    if not _STAMP.fullmatch(stamp) or not (seconds := int(stamp[:10])) < LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _seconds(stamp: object) -> int | None:
    try:
        number = int(stamp) if isinstance(stamp, str | int | float) and not isinstance(stamp, bool) else 0
    except (ValueError, OverflowError):
        return None
    return number if 0 < number < LATEST else None


def _shown(stamp: object) -> str:
    return str(stamp)[:40] if isinstance(stamp, str | int | float) else "[...]"
