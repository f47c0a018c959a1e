"""Reads what people make themselves: any delimited table or JSON, by the names of its columns; the last resort."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from pathlib import PurePosixPath

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg
from reachcheck.model.sources import ListsRecord, RowNote, SourceRecord
from reachcheck.readers.aliases import known, platform_in, roles_in
from reachcheck.readers.base import Fragment, Reading, ReadOptions
from reachcheck.readers.generic.fields import COUNTS
from reachcheck.readers.generic.matching import Matched, match
from reachcheck.readers.generic.roles import LISTS, decide
from reachcheck.readers.generic.sheet import Sheet
from reachcheck.readers.generic.totals import leave_out_totals
from reachcheck.readers.kit import builders, ties
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft, finish, settle_owners
from reachcheck.readers.kit.opening import is_plain_list, is_table, open_lists, open_table
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.sheets import first_table
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable
from reachcheck.readers.table.workbook import WorkbookRecord, is_workbook, sheets_of
from reachcheck.readers.values import handles

SUFFIXES = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".xlsx", ".xlsm", ".xls")

BUILDERS: Mapping[str, Callable[[Cells], list[Draft]]] = {
    "followers": ties.followers,
    "following": ties.following,
    "profile": builders.profile,
    "posts": builders.posts,
    "daily": builders.daily,
    "responses": ties.responses,
    "graph": ties.graph,
    "events": ties.events,
}

STATED = "events"
"""What a person states: it tells neither the platform of the files beside it nor the day that they speak of."""

_WRITTEN = frozenset(("comment", "text"))
_DATED = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


class GenericReader:
    """Any table whose columns have names that people or tools use, in five languages, or that `--map` explains.

    What one row is (a profile, a post, a day, a follower, a response...) follows from the columns: `generic/roles.py`
    holds the tests in order. `options.role` overrides them, `options.columns` the names.
    """

    name = "generic"
    platform = ""
    platforms: frozenset[str] = frozenset()

    def wants(self, name: str) -> bool:
        """Whether a member of that name is of a kind that people make tables in."""
        return name.lower().endswith(SUFFIXES)

    def claims(self, member: Member) -> bool:
        """Whether the file begins like delimited text or JSON, or is a workbook, or a list that says so of itself."""
        if not is_workbook(member):
            return is_table(member.head) or (is_plain_list(member.head) and _says_list(member))
        try:
            return any(sheet.rows for sheet in sheets_of(member))
        except UnreadableError:
            return False

    def read(self, member: Member, options: ReadOptions) -> Reading:
        """Read a table, or several lists of JSON by their keys.

        Raises UnreadableError or UsageError where it does not say enough of itself.
        """
        if is_workbook(member):
            table, sheet = first_table(member, known)
            part = _part(table, member.name, options, json=False)
            blank = WorkbookRecord(file=member.name, sha256="", reader="", sheets=((0, sheet),))
            return _reading(member, [part], blank)
        lists = open_lists(member)
        if lists:
            return read_lists(member, lists, options)
        table, json = open_table(member)
        return _reading(
            member,
            [_part(table, member.name, options, json=json)],
            SourceRecord(file=member.name, sha256="", reader=""),
        )


def _says_list(member: Member) -> bool:
    """Whether a file's name says followers or followed, or its first line is a handle or a profile's address."""
    if roles_in(PurePosixPath(member.path).stem) & set(LISTS):
        return True
    first = member.head.lstrip(b"\xef\xbb\xbf").strip().partition(b"\n")[0].decode("utf-8", "replace").strip()
    (name,) = handles([first])
    return first.startswith("@") or ("://" in first and name is not None and "/" not in name)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Part:
    """One table of a file as it is read."""

    table: RawTable
    role: str
    matched: Matched
    rows: Rows
    fragments: tuple[Fragment, ...]
    platform: str


def _part(table: RawTable, place: str, options: ReadOptions, *, json: bool) -> _Part:
    sheet = Sheet.of(table, place, options, json=json)
    choice = decide(sheet, options.role)
    matched = match(sheet, choice.role)
    rows = Rows(table)
    for what in (*choice.notes, *matched.notes, *_passed_over(sheet, matched)):
        rows.note(what)
    leave_out_totals(sheet, choice.role, matched, rows)
    fragments, platform = _fragments(_cells(sheet, matched, rows), choice.role)
    _refuse_nothing(rows, table, place)
    return _Part(
        table=table,
        role=choice.role,
        matched=matched,
        rows=rows,
        fragments=fragments,
        platform="" if choice.role == STATED else platform or _named(matched),
    )


def read_lists(member: Member, lists: Sequence[RawTable], options: ReadOptions) -> Reading:
    """Each list by its key, with the account of all their entries; with `--as` only those whose key says that role."""
    chosen = [table for table in lists if options.role is None or options.role in roles_in(table.preamble[0])]
    if not chosen:
        problem = msg("generic.several_lists", keys=tuple(table.preamble[0] for table in lists))
        raise UnreadableError(problem, place=member.name, remedy=msg("generic.json_remedy"))
    befores = list(accumulate((table.rows_read for table in chosen), initial=0))
    parts = [
        _part(_moved(table, before), member.name, replace(options, shared=True), json=True)
        for table, before in zip(chosen, befores, strict=False)
    ]
    keys = tuple((before, table.preamble[0]) for before, table in zip(befores, chosen, strict=False))
    return _reading(member, parts, ListsRecord(file=member.name, sha256="", reader="", lists=keys))


def _moved(table: RawTable, before: int) -> RawTable:
    """A list whose entries are numbered on from those of the lists before it."""
    notes = (
        tuple(RowNote(n.row + before if n.row >= 0 else -1, n.what) for n in each)
        for each in (table.reported, table.warnings)
    )
    reported, warnings = notes
    return replace(table, lines=[line + before for line in table.lines], reported=reported, warnings=warnings)


def _fragments(cells: Cells, role: str) -> tuple[tuple[Fragment, ...], str]:
    """The kept rows, and the platform where all are of one."""
    drafts = BUILDERS[role](cells)
    if not cells.rows.kept:
        return (), ""
    owners = settle_owners(cells.rows, drafts)
    fragments = (finish(draft, cells.rows, whose) for draft, whose in zip(drafts, owners, strict=True))
    return tuple(fragments), owners[0].platform


def _named(matched: Matched) -> str:
    """The one platform that the names of the columns speak of: "Abonnés Instagram"."""
    found = {platform_in(column) for column in matched.columns.values()} - {None}
    return min(filter(None, found)) if len(found) == 1 and "platform" not in matched.columns else ""


def _cells(sheet: Sheet, matched: Matched, rows: Rows) -> Cells:
    return Cells(
        sheet.table, matched.columns, rows, place=sheet.place, decimal=sheet.decimal, date_order=sheet.date_order
    )


def _passed_over(sheet: Sheet, matched: Matched) -> Iterator[Message]:
    """Columns whose name is that of a count, but whose cells are none: said, with the first such cell."""
    for name in sheet.without_figures(*COUNTS):
        if name in matched.unmatched and not sheet.meanings[name] & _WRITTEN:
            yield msg("columns.passed_over", column=name, value=sheet.first(name))


def _refuse_nothing(rows: Rows, table: RawTable, place: str) -> None:
    if rows.kept:
        return
    if not rows.reported:
        raise UnreadableError(msg("generic.no_rows"), place=place, remedy=msg("generic.no_rows_remedy"))
    first = rows.reported[0]
    problem = msg("generic.no_rows_kept", read=table.rows_read, row=first.row, reason=first.what)
    raise UnreadableError(problem, place=place, remedy=msg("generic.no_rows_remedy"))


def _reading(member: Member, parts: Sequence[_Part], blank: SourceRecord) -> Reading:
    """The tables of a file with their account; `blank` is a record that knows how to name places in it."""
    rows = parts[0].rows if len(parts) == 1 else Rows.join([part.rows for part in parts])
    telling = [part for part in parts if part.role != STATED]
    platforms = {part.platform for part in telling}
    record = replace(
        blank,
        sha256=member.sha256,
        reader=GenericReader.name,
        platform=platforms.pop() if len(platforms) == 1 else "",
        role=parts[0].role if len(parts) == 1 else "",
        unit=parts[0].table.unit,
        rows_read=rows.read,
        rows_kept=rows.kept,
        reported=rows.reported,
        warnings=rows.warnings,
        columns=dict(pair for part in parts for pair in _columns(part, parts)),
        unmatched=tuple(_titled(name, part, parts) for part in parts for name in part.matched.unmatched),
    )
    fragments = tuple(fragment for part in parts for fragment in part.fragments)
    return Reading(record=record, fragments=fragments, exported_at=_dated(member.name) if telling else None)


def _columns(part: _Part, parts: Sequence[_Part]) -> Iterator[tuple[str, str]]:
    for canonical, source in part.matched.columns.items():
        yield _titled(source, part, parts), canonical


def _titled(column: str, part: _Part, parts: Sequence[_Part]) -> str:
    """What a column is called, with its list where there are several."""
    return column if len(parts) == 1 else f"{part.table.preamble[0]}: {column}"


def _dated(name: str) -> str | None:
    """The date in the file's own name, where there is just one."""
    found = {match.groups() for match in _DATED.finditer(PurePosixPath(name).name)}
    if len(found) != 1:
        return None
    try:
        return date(*map(int, found.pop())).isoformat()
    except ValueError:
        return None
