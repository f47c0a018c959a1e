"""The days that past insights speak of: written without a year, in whichever language."""

import re
from datetime import date

import numpy as np

from reachcheck.readers.values import dates

_PERIOD = re.compile(r"\s*(\S[^-–—:%]{3,30}?)\s*[-–—]\s*([^-–—:%]{3,30}?\S)\s*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
BACK = 2
"""How many years before the export a period may end at most."""


def is_period(text: str) -> bool:
    """Whether a text is two days with a dash between them, such as "May 29 - Aug 26"."""
    found = _PERIOD.fullmatch(text)
    return found is not None and all(_in(part, 2024) for part in found.groups())


def period_of(text: str, exported_at: str | None) -> tuple[date, date] | None:
    """First and last day: the last such days before the export; None where no year can be told."""
    found = _PERIOD.fullmatch(text)
    if not found:
        return None
    end = _latest(found[2], date.fromisoformat(exported_at) if exported_at else None)
    start = _latest(found[1], end)
    return (start, end) if start and end and start <= end else None


def _latest(text: str, limit: date | None) -> date | None:
    """The day in the last year in which it is not after `limit`; as written, where a year is written."""
    if _YEAR.search(text):
        return _read(text)
    years = range(limit.year, limit.year - BACK - 1, -1) if limit else ()
    days = (_in(text, year) for year in years)
    return next((day for day in days if day and limit and day <= limit), None)


def _in(text: str, year: int) -> date | None:
    return _read(text if _YEAR.search(text) else f"{text} {year}")


def _read(text: str) -> date | None:
    day = dates([text]).values[0]
    found: date | None = None if np.isnat(day) else day.astype("datetime64[D]").item()
    return found
