"""Dates without a year, such as "9 August": the year follows from their order and from a day that is known."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from reachcheck.readers.values.months import FILLERS, MONTHS, VIETNAMESE

YEAR = 366
ZONE = timedelta(days=1)
"""By how much a local day may differ from that of UTC."""

_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|o|e)?(?![a-z0-9])\.?")
_WORD = re.compile(r"[a-z]+")
_SIGNS = re.compile(r"([0-9]{1,2}) ?[\u6708\uc6d4] ?([0-9]{1,2}) ?[\u65e5\uc77c]")
"""Month and day as Chinese, Japanese and Korean write them."""

MonthDay = tuple[int, int]


@lru_cache(maxsize=4096)
def month_and_day(cell: str) -> MonthDay | None:
    """Month and day that a cell names, in any of the languages that are known; None for anything else."""
    signs = _SIGNS.fullmatch(unicodedata.normalize("NFC", cell).strip())
    found = (int(signs[1]), int(signs[2])) if signs else _named(_plain(cell))
    return found if found and _day(2000, found) else None


def with_years(days: Sequence[MonthDay | None], first: date | None, last: date | None) -> list[date | None] | None:
    """Days in the order of a file, oldest or newest first, each with its year; None where they have no place.

    `first` is the first day of the file's window, `last` the day on which it was made (UTC); one of them must be
    known, and none of the days may lie outside of both.
    """
    known = [day for day in days if day is not None]
    newest_first = sum(_step(one, other) > YEAR // 2 for one, other in pairwise(known)) * 2 > max(len(known) - 1, 1)
    ordered = known[::-1] if newest_first else known
    rolled = _rolled(ordered)
    start = _start(ordered, rolled, first, last)
    if start is None:
        return None
    found = [_day(start + after, day) for after, day in zip(rolled, ordered, strict=True)]
    # None is after `last`: by that day `_start` has chosen.
    if any(day is None or (first is not None and day < first - ZONE) for day in found):
        return None
    dated = iter(found[::-1] if newest_first else found)
    return [None if day is None else next(dated) for day in days]


def latest(day: MonthDay, last: date) -> date | None:
    """The last day of that name up to a day (with the time zone's day); None where that year has none."""
    fits = (found for year in (last.year + 1, last.year, last.year - 1) if (found := _day(year, day)))
    return next((found for found in fits if found <= last + ZONE), None)


def _plain(cell: str) -> str:
    split = unicodedata.normalize("NFKD", cell)
    return " ".join("".join(sign for sign in split if not unicodedata.combining(sign)).casefold().split())


def _named(text: str) -> MonthDay | None:
    if _WORD.sub("", _DAY.sub("", text)).strip(" ,.-"):
        return None
    numbers = [int(found) for found in _DAY.findall(text)]
    words = " ".join(word for word in _WORD.findall(_DAY.sub(" ", text)) if word not in FILLERS)
    if words == "thang" and len(numbers) == 2:
        return numbers[1], numbers[0]
    month = VIETNAMESE.get(words.removeprefix("thang ")) if words.startswith("thang ") else MONTHS.get(words)
    return (month, numbers[0]) if month and len(numbers) == 1 else None


def _day(year: int, day: MonthDay) -> date | None:
    try:
        return date(year, *day)
    except ValueError:
        return None


def _step(one: MonthDay, other: MonthDay) -> int:
    """Days from one to the other within a year, going on over its end."""
    return (date(2000, *other).toordinal() - date(2000, *one).toordinal()) % YEAR


def _rolled(ordered: Sequence[MonthDay]) -> list[int]:
    """For each day the number of new years since the first."""
    years = [0] * len(ordered)
    for n, (one, other) in enumerate(pairwise(ordered), 1):
        years[n] = years[n - 1] + (other < one)
    return years


def _start(ordered: Sequence[MonthDay], rolled: Sequence[int], first: date | None, last: date | None) -> int | None:
    """The year of the first day."""
    if not ordered:
        return None
    if last is not None:
        end = latest(ordered[-1], last)
        return end.year - rolled[-1] if end else None
    if first is None:
        return None
    days = ((year, _day(year, ordered[0])) for year in (first.year - 1, first.year, first.year + 1))
    return next((year for year, day in days if day and day >= first - ZONE), None)
