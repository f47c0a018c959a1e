"""The days and figures of TikTok Studio, put right: years are given back, and zeros of unfinished days taken away."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.table import RawTable
from reachcheck.readers.tiktok.named import Named
from reachcheck.readers.values import dates
from reachcheck.readers.values.yearless import ZONE, latest, month_and_day, with_years

LATE = timedelta(days=2)
"""So long TikTok takes until the figures of a day are final."""

_UNDEFINED = "undefined"
_VIDEO = re.compile(r"\d{15,20}", re.ASCII)


def put_right(cells: Cells, named: Named, place: str) -> Cells:
    """The same columns with their years, and nothing where a day has nothing; days that are not final are remarked on.

    Raises UnreadableError where nothing tells the years, or where the days do not fit what does.
    """
    table = _without_zeros(_with(cells.table, cells.source("date"), _days(cells.raw("date"), named, place)))
    cells = cells.on(table)
    final = named.made - LATE if named.made else date.max
    late = [n for n, day in enumerate(map(_iso, cells.raw("date"))) if day and day > final]
    cells.rows.warn(late, lambda _: msg("tiktok.not_final"))
    return cells


def published(cells: Cells, keys: Sequence[str | None], named: Named) -> Cells:
    """The same columns with the years in which posts were published, which are in no order.

    An id holds the second in which its video was made; it is believed where day and month bear it out. Else a post is
    as late as it can be. What remains without a year stays as it is, and cannot be read.
    """
    texts = cells.raw("published_at")
    found = [_published(text, key, named) for text, key in zip(texts, keys, strict=True)]
    return cells.on(_with(cells.table, cells.source("published_at"), found))


def _published(text: str, key: str | None, named: Named) -> str:
    day, made = month_and_day(text), _born(key)
    if day is None:
        return text
    by_id = latest(day, made) if made else None
    if made and by_id and abs(by_id - made) <= ZONE:
        return by_id.isoformat()
    last = latest(day, named.made) if named.made else None
    return last.isoformat() if last else text


def _born(key: str | None) -> date | None:
    """The day on which the video of an id was made."""
    seconds = int(key) >> 32 if key and _VIDEO.fullmatch(key) else 0
    return datetime.fromtimestamp(seconds, UTC).date() if seconds else None


def _days(texts: Sequence[str], named: Named, place: str) -> list[str]:
    """The days as ISO dates where they have no years; what is no day stays as it is."""
    days = [month_and_day(text) for text in texts]
    if not any(days) or not dates(texts).bad:
        return list(texts)
    if named.first is None and named.made is None:
        raise UnreadableError(msg("tiktok.no_year"), place=place, remedy=msg("tiktok.no_year_remedy"))
    found = with_years(days, named.first, named.made)
    if found is None:
        raise UnreadableError(msg("tiktok.outside"), place=place, remedy=msg("tiktok.no_year_remedy"))
    return [text if day is None else day.isoformat() for text, day in zip(texts, found, strict=True)]


def _without_zeros(table: RawTable) -> RawTable:
    """Where one figure of a day is not there yet, the zeros beside it are none."""
    rows = [
        ["" if cell == "0" else cell for cell in row] if any(cell.casefold() == _UNDEFINED for cell in row) else row
        for row in table.rows
    ]
    return replace(table, rows=rows)


def _with(table: RawTable, column: str, cells: Sequence[str]) -> RawTable:
    place = table.header.index(column)
    rows = [[*row[:place], cell, *row[place + 1 :]] for row, cell in zip(table.rows, cells, strict=True)]
    return replace(table, rows=rows)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
