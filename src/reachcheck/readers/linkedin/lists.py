"""The lists of LinkedIn's data export: connections, members followed, own posts.

A connection is mutual by design. Of the connections neither e-mail addresses nor employers are kept.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.columns import MISSING, Enums, Text, Times
from reachcheck.model.enums import Completeness, Direction, KeyKind, SinceKind, TableName
from reachcheck.model.sources import SourceRecord
from reachcheck.model.tables import Edges, Posts
from reachcheck.readers.aliases import normal
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.kit.drafts import Draft, Owners, finish
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable, read_table
from reachcheck.readers.values import dates, handles

_EXPORTED = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)*linkedin\.com/", re.IGNORECASE)
_LINES = 15
"""How far down a header may stand."""


@dataclass(frozen=True, kw_only=True, eq=False)
class _File:
    """One list: its columns by LinkedIn's names, and the fate of its rows."""

    table: RawTable
    rows: Rows
    place: str
    date_order: str | None
    columns: Mapping[str, str]

    @property
    def size(self) -> int:
        return len(self.table.rows)

    def column(self, name: str) -> list[str]:
        """A column; empty throughout where the file lacks it."""
        return self.table.column(self.columns[name]) if name in self.columns else [""] * self.size

    def times(self, name: str) -> Times:
        """A column of times; rows with a cell that is none are left out.

        Raises UnreadableError where the order of day and month cannot be told.
        """
        cells = self.column(name)
        found = dates(cells, self.date_order)
        title = self.columns.get(name, name)
        if found.note:
            problem = msg("columns.day_order", column=title, what=found.note)
            raise UnreadableError(problem, place=self.place, remedy=msg("columns.day_order_remedy"))
        self.rows.leave_out(found.bad, lambda at: msg("row.not_a_date", column=title, value=cells[at]))
        return found.values

    def leave_out_empty(self, *columns: Sequence[str]) -> None:
        """Report rows that have nothing in all of these columns."""
        empty = [n for n, cells in enumerate(zip(*columns, strict=True)) if not any(cells)]
        self.rows.leave_out(empty, lambda _: msg("linkedin.empty_row"))


@dataclass(frozen=True, kw_only=True)
class _Kind:
    """One of the lists: the columns that are read, those that show which it is, and how rows are made of them."""

    reads: Mapping[str, str]
    shown_by: tuple[str, ...]
    alone: bool = False
    """Whether no other columns may stand beside those that show it, as their names are common ones."""
    build: Callable[[_File], Draft]
    noun: str | None = None

    def is_shown_by(self, names: Sequence[str]) -> bool:
        """Whether a row of cells is this list's header."""
        return tuple(names) == self.shown_by if self.alone else set(self.shown_by) <= set(names)


def _connections(file: _File) -> Draft:
    """Mutual ties; a member who hides from exports has a row with nothing but its date, and counts all the same."""
    since = file.times("connected on").astype("datetime64[D]").astype("datetime64[s]")
    first, last, addresses = (file.column(name) for name in ("first name", "last name", "url"))
    file.leave_out_empty(first, last, addresses, file.column("connected on"))
    names = [" ".join(filter(None, pair)) for pair in zip(first, last, strict=True)]
    urls = [_profile(text) for text in addresses]
    whole = [tuple(row) if name else None for row, name in zip(file.table.rows, names, strict=True)]
    file.rows.leave_out_repeats([url or row for url, row in zip(urls, whole, strict=True)])
    peers = [url or name for url, name in zip(urls, names, strict=True)]
    kinds = [KeyKind.URL if url else KeyKind.NAME if name else MISSING for url, name in zip(urls, names, strict=True)]
    hidden = sum(keep and not peer for keep, peer in zip(file.rows.keep.tolist(), peers, strict=True))
    if hidden:
        file.rows.note(msg("linkedin.hidden_members", count=hidden))
    rows = Edges.of(
        file.size,
        direction=np.full(file.size, Direction.MUTUAL, dtype=np.int8),
        peer=Text.of(peers),
        key_kind=np.array(kinds, dtype=np.int8),
        since=since,
        since_kind=_since_kind(since, SinceKind.DAY),
        rank=np.arange(file.size, dtype=np.int32),
    )
    return Draft(
        rows=rows,
        table=TableName.EDGES,
        completeness=Completeness.ALL if "First Name" in file.table.header else Completeness.UNKNOWN,
        direction=Direction.MUTUAL,
        at=np.arange(file.size),
    )


def _follows(file: _File) -> Draft:
    """Members whom the account follows; LinkedIn gives their names alone."""
    since, names, status = file.times("date"), file.column("full name"), file.column("status")
    file.rows.leave_out([n for n, name in enumerate(names) if not name], lambda _: msg("row.nobody"))
    ended = [n for n, word in enumerate(status) if word.casefold() not in ("", "active")]
    file.rows.leave_out(ended, lambda at: msg("linkedin.not_active", status=status[at]))
    file.rows.leave_out_repeats([tuple(row) for row in file.table.rows])
    rows = Edges.of(
        file.size,
        direction=np.full(file.size, Direction.OUT, dtype=np.int8),
        peer=Text.of(names),
        key_kind=np.full(file.size, KeyKind.NAME, dtype=np.int8),
        since=since,
        since_kind=_since_kind(since, SinceKind.EXACT),
        rank=np.arange(file.size, dtype=np.int32),
    )
    unknown, at = Completeness.UNKNOWN, np.arange(file.size)
    return Draft(rows=rows, table=TableName.EDGES, completeness=unknown, direction=Direction.OUT, at=at)


def _shares(file: _File) -> Draft:
    """Own posts with their times in UTC; the file has no counts."""
    published_at, links = file.times("date"), file.column("share link")
    file.leave_out_empty(links, file.column("date"))
    file.rows.leave_out_repeats([link or None for link in links])
    rows = Posts.of(file.size, key=Text.of(links), published_at=published_at)
    return Draft(rows=rows, table=TableName.POSTS, at=np.arange(file.size))


def _since_kind(since: Times, kind: SinceKind) -> Enums:
    return np.where(np.isnat(since), SinceKind.NONE, kind).astype(np.int8)


def _profile(text: str) -> str | None:
    """The address of a profile in one spelling; None for anything else."""
    handle = handles([text])[0] if _ADDRESS.match(text) else None
    return f"https://www.linkedin.com/in/{handle}" if handle else None


_KINDS = (
    _Kind(
        reads={"first name": "peer", "last name": "peer", "url": "peer", "connected on": "since"},
        shown_by=("first name", "connected on"),
        build=_connections,
        noun="connections",
    ),
    _Kind(
        reads={"date": "since", "status": "status", "full name": "peer"},
        shown_by=("date", "status", "full name"),
        alone=True,
        build=_follows,
    ),
    _Kind(reads={"date": "published_at", "share link": "key"}, shown_by=("date", "share link"), build=_shares),
)
_OTHERS = ("email address", "company", "position", "share commentary", "shared url", "media url", "visibility")
_KNOWN = frozenset(_OTHERS).union(*(kind.reads for kind in _KINDS))


def _kind(head: bytes) -> _Kind | None:
    """Which list begins so; headers are English in every language, so bytes of any encoding tell."""
    text = head.replace(b"\0", b"").decode("utf-8", "replace")
    for line in text.splitlines()[:_LINES]:
        names = [normal(cell) for cell in re.split(r"[,;\t|]", line)]
        for kind in _KINDS:
            if kind.is_shown_by(names):
                return kind
    return None


def is_list(head: bytes) -> bool:
    """Whether a file that begins so is one of the lists."""
    return _kind(head) is not None


def read_list(member: Member, options: ReadOptions) -> Reading:
    """Read one list; raises UnreadableError where the table does not have the columns that show which it is."""
    kind = _kind(member.head)
    table = read_table(member.content, member.name, lambda name: normal(name) in _KNOWN)
    columns = {normal(name): name for name in reversed(table.header)}
    if kind is None or not kind.is_shown_by([normal(name) for name in table.header]):
        problem, remedy = msg("linkedin.unknown_list"), msg("linkedin.unknown_list_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy)
    read = {columns[name]: meaning for name, meaning in kind.reads.items() if name in columns}
    file = _File(table=table, rows=Rows(table), place=member.name, date_order=options.date_order, columns=columns)
    fragment = finish(kind.build(file), file.rows, Owners(None, None, "", None))
    record = SourceRecord(
        file=member.name,
        sha256=member.sha256,
        reader="linkedin",
        platform="linkedin",
        rows_read=table.rows_read,
        rows_kept=file.rows.kept,
        reported=file.rows.reported,
        warnings=file.rows.warnings,
        columns=read,
        unmatched=tuple(name for name in table.header if name not in read),
    )
    fragment = replace(fragment, noun=kind.noun, mutual=kind.noun is not None)
    return Reading(record=record, fragments=(fragment,), exported_at=_exported_at(member))


def _exported_at(member: Member) -> str | None:
    """The date in the archive's name, else that of the archive's entry."""
    found = _EXPORTED.search(member.name)
    try:
        day = date(int(found[3]), int(found[1]), int(found[2])) if found else member.dated
    except ValueError:
        day = member.dated
    return day.isoformat() if day else None
