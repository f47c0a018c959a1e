"""Which sheet of LinkedIn's creator analytics is which: by its shape first, by its name where it is empty."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from reachcheck.model.columns import Index
from reachcheck.readers.aliases import normal
from reachcheck.readers.table.workbook import Sheet
from reachcheck.readers.values import numbers

Kind: TypeAlias = Literal["discovery", "engagement", "posts", "followers", "total", "demographics", "unknown"]

DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
POST = re.compile(r"https?://(?:[\w-]+\.)*linkedin\.com/(?!in/|company/|school/|pub/)", re.IGNORECASE)
"""The address of a post, and not of somebody's profile."""
SIDES = (0, 4)
"""Where the two lists of posts begin that stand side by side."""
GAP = 3
"""The column between them."""
LOOKED_AT = 100
"""How many rows tell what a sheet holds."""

_NAMES: dict[str, Kind] = {
    "discovery": "discovery",
    "decouverte": "discovery",
    "descoberta": "discovery",
    "engagement": "engagement",
    "engajamento": "engagement",
    "top posts": "posts",
    "meilleurs posts": "posts",
    "publicacoes mais em alta": "posts",
    "followers": "followers",
    "abonnes": "followers",
    "seguidores": "followers",
    "demographics": "demographics",
    "donnees demographiques": "demographics",
    "dados demograficos": "demographics",
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Part:
    """Rows of data of one sheet; `at` is where they stand among the rows of data of the workbook."""

    kind: Kind
    name: str
    header: tuple[str, ...]
    rows: list[list[str]]
    places: tuple[int, ...]
    """Numbers of the rows in the sheet."""
    before: int
    """How many rows stand in the sheets before."""
    at: Index

    def column(self, number: int) -> list[str]:
        """All cells of a column; empty ones where a row is too short."""
        return [cell(row, number) for row in self.rows]


def parts_of(sheets: Sequence[Sheet]) -> list[Part]:
    """The rows of data of all sheets; the total above the gains of followers is a part of its own."""
    parts: list[Part] = []
    before = count = 0
    for sheet in sheets:
        for kind, header, places in _ranges(sheet):
            filled = [n for n in places if any(map(str.strip, sheet.rows[n]))]
            part = Part(
                kind=kind,
                name=sheet.name,
                header=header,
                rows=[sheet.rows[n] for n in filled],
                places=tuple(n + 1 for n in filled),
                before=before,
                at=np.arange(count, count + len(filled)),
            )
            parts.append(part)
            count += len(filled)
        before += len(sheet.rows)
    return parts


def is_analytics(sheets: Sequence[Sheet]) -> bool:
    """Whether a workbook has a sheet of posts on LinkedIn, or of followers: a date, a total, and gains by day."""
    kinds = {sheet_kind(sheet): sheet for sheet in sheets}
    followers = kinds.get("followers")
    return "posts" in kinds or (
        followers is not None and any(map(_states_total, followers.rows)) and _has_days(followers.rows)
    )


def sheet_kind(sheet: Sheet) -> Kind:
    """What a sheet holds."""
    rows = [row for row in sheet.rows[:LOOKED_AT] if any(row)]
    if not rows:
        return "unknown"
    if _has_posts(rows):
        return "posts"
    if len(DATE.findall(cell(rows[0], 1))) > 1:
        return "discovery"
    if _states_total(rows[0]):
        return "followers"
    if _has_days(rows):
        return "engagement" if any(_is_number(cell(row, 2)) for row in rows) else "followers"
    if any(_is_share(row) for row in rows):
        return "demographics"
    return next((kind for name, kind in _NAMES.items() if normal(sheet.name).startswith(name)), "unknown")


def cell(row: Sequence[str], number: int) -> str:
    """A cell without white space around it; the empty string beyond the end of the row."""
    return row[number].strip() if number < len(row) else ""


def is_day(text: str) -> bool:
    """Whether a cell is a date and nothing else."""
    return bool(DATE.fullmatch(text))


def _ranges(sheet: Sheet) -> Iterator[tuple[Kind, tuple[str, ...], range]]:
    """The kinds of data in a sheet, with their header and the positions of their rows."""
    kind = sheet_kind(sheet)
    top = next((n for n, row in enumerate(sheet.rows) if any(row)), 0)
    first = _first(kind, sheet.rows, top)
    if kind == "followers" and first > top and DATE.search(cell(sheet.rows[top], 0)):
        yield "total", (), range(top, top + 1)
    yield kind, tuple(sheet.rows[first - 1]) if first > top else (), range(first, len(sheet.rows))


def _first(kind: Kind, rows: Sequence[Sequence[str]], top: int) -> int:
    """Position of the first row below the header."""
    if kind == "unknown":
        return top
    if kind in ("discovery", "demographics"):
        return top + 1
    found = _has_post if kind == "posts" else _begins_with_day
    return next((n for n, row in enumerate(rows) if found(row)), len(rows))


def _has_posts(rows: Sequence[Sequence[str]]) -> bool:
    """One or two lists of addresses side by side, with nothing in the column between them."""
    return any(map(_has_post, rows)) and not any(cell(row, GAP) for row in rows)


def _has_post(row: Sequence[str]) -> bool:
    return any(POST.match(cell(row, side)) for side in SIDES)


def _states_total(row: Sequence[str]) -> bool:
    title = cell(row, 0)
    return bool(DATE.search(title)) and not is_day(title) and _is_number(cell(row, 1))


def _begins_with_day(row: Sequence[str]) -> bool:
    return is_day(cell(row, 0))


def _has_days(rows: Sequence[Sequence[str]]) -> bool:
    return any(_begins_with_day(row) and _is_number(cell(row, 1)) for row in rows)


def _is_share(row: Sequence[str]) -> bool:
    """Two cells of words, and a share or "< 1%"."""
    share = cell(row, 2)
    words = all(cell(row, n) and not _is_number(cell(row, n)) for n in (0, 1))
    return words and ("%" in share or _is_number(share))


def _is_number(text: str) -> bool:
    return not is_day(text) and not np.isnan(numbers([text]).values[0])
