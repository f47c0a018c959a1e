"""Reads what people make themselves: any delimited table or JSON, by the names of its columns; the last resort."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg
from reachcheck.model.sources import SourceRecord
from reachcheck.readers.aliases import platform_in
from reachcheck.readers.base import Fragment, Reading, ReadOptions
from reachcheck.readers.generic.fields import COUNTS
from reachcheck.readers.generic.matching import Matched, match
from reachcheck.readers.generic.roles import decide
from reachcheck.readers.generic.sheet import Sheet
from reachcheck.readers.generic.totals import leave_out_totals
from reachcheck.readers.kit import builders, ties
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft, finish, settle_owners
from reachcheck.readers.kit.opening import is_table, open_table
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.source import Member
from reachcheck.readers.table import RawTable

SUFFIXES = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson")

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

_WRITTEN = frozenset(("comment", "text"))
_DATED = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


class GenericReader:
    """Any table whose columns have names that people or tools use, in five languages, or that `--map` explains.

    What one row is (a profile, a post, a day, a follower, a response...) follows from the columns: `readers/roles.py`
    holds the tests in order. `options.role` overrides them, `options.columns` the names.
    """

    name = "generic"
    platform = ""
    platforms: frozenset[str] = frozenset()

    def wants(self, name: str) -> bool:
        """Whether a member of that name is of a kind that people make tables in."""
        return name.lower().endswith(SUFFIXES)

    def claims(self, member: Member) -> bool:
        """Whether the file begins like delimited text or JSON."""
        return is_table(member.head)

    def read(self, member: Member, options: ReadOptions) -> Reading:
        """Read a table; raises UnreadableError or UsageError where it does not say enough of itself."""
        table, json = open_table(member)
        sheet = Sheet.of(table, member.name, options, json=json)
        choice = decide(sheet, options.role)
        matched = match(sheet, choice.role)
        rows = Rows(table)
        for what in (*choice.notes, *matched.notes, *_passed_over(sheet, matched)):
            rows.note(what)
        leave_out_totals(sheet, choice.role, matched, rows)
        fragments, platform = _fragments(_cells(sheet, matched, rows), choice.role)
        platform = platform or _named(matched)
        _refuse_nothing(rows, table, member.name)
        record = _record(member, table, rows, matched, platform, choice.role)
        return Reading(record=record, fragments=fragments, exported_at=_dated(member.name))


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


def _record(member: Member, table: RawTable, rows: Rows, matched: Matched, platform: str, role: str) -> SourceRecord:
    return SourceRecord(
        file=member.name,
        sha256=member.sha256,
        reader=GenericReader.name,
        platform=platform,
        role=role,
        unit=table.unit,
        rows_read=table.rows_read,
        rows_kept=rows.kept,
        reported=rows.reported,
        warnings=rows.warnings,
        columns={source: canonical for canonical, source in matched.columns.items()},
        unmatched=matched.unmatched,
    )


def _dated(name: str) -> str | None:
    """The date in the file's own name, where there is just one."""
    found = {match.groups() for match in _DATED.finditer(PurePosixPath(name).name)}
    if len(found) != 1:
        return None
    try:
        return date(*map(int, found.pop())).isoformat()
    except ValueError:
        return None
