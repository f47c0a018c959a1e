"""What the lists of LinkedIn's data export have in common: how they write dates, people and posts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import unquote

from reachcheck.message import msg
from reachcheck.model.columns import MISSING
from reachcheck.model.enums import KeyKind
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import cells_of, read_cells
from reachcheck.readers.source import Member
from reachcheck.readers.values import dates, handles

DATES = ("followed_at", "published_at", "at")
"""The columns that hold the date of a row."""

_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)*linkedin\.com/", re.IGNORECASE)
_TWELVE_HOURS = re.compile(r"\d{1,2}/\d{1,2}/\d{2},? \d{1,2}:\d{2}\s?[AP]M", re.IGNORECASE)


def read(member: Member, options: ReadOptions, names: Names, *needed: str) -> Cells:
    """Columns of a list; dates with a clock of twelve hours have the month first, as LinkedIn itself writes them.

    Raises UnreadableError where a column that is `needed` lacks.
    """
    cells = read_cells(member, options, names, *needed)
    texts = cells.raw(next(name for name in DATES if name in cells))
    if options.date_order or not any(map(_TWELVE_HOURS.fullmatch, texts)):
        return cells
    cells = cells_of(cells.table, member.name, replace(options, date_order="mdy"), names)
    if dates(texts).order == "ambiguous":
        cells.rows.note(msg("linkedin.month_first"))
    return cells


def people(cells: Cells) -> tuple[list[str | None], list[int]]:
    """Whom each row names, and by what: the address of a profile in one spelling, else both names."""
    addresses = cells.raw("url") if "url" in cells else [""] * cells.size
    urls = [_profile(text) for text in addresses]
    columns = [cells.raw(name) for name in ("first_name", "last_name") if name in cells]
    names = [" ".join(filter(None, row)) or None for row in zip(*columns, strict=True)]
    pairs = list(zip(urls, names, strict=True))
    kinds = [KeyKind.URL if url else KeyKind.NAME if name else MISSING for url, name in pairs]
    return [url or name for url, name in pairs], kinds


def posts_at(links: Sequence[str | None]) -> list[str | None]:
    """Addresses of posts in one spelling: the export writes as %3A what the analytics write as it is."""
    return [unquote(link).rstrip("/") if link else None for link in links]


def _profile(text: str) -> str | None:
    """The address of a profile in one spelling; None for anything else."""
    handle = handles([text])[0] if _ADDRESS.match(text) else None
    return f"https://www.linkedin.com/in/{handle}" if handle else None
