"""LinkedIn's creator analytics: counts by day, the total of followers, the top posts, who the audience is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.columns import NAT, Bools, Text
from reachcheck.model.enums import Completeness, Kind, Metric, Scope, TableName
from reachcheck.model.tables import Breakdown, Daily, Posts, Profile
from reachcheck.readers.aliases import meanings
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.linkedin.book import Book
from reachcheck.readers.linkedin.sheets import DATE, POST, SIDES, Part, cell
from reachcheck.readers.source import Member
from reachcheck.readers.table.workbook import WorkbookRecord, rows_before, sheets_of
from reachcheck.readers.values import numbers

NOUN = "followers"
"""Whom this workbook counts; it holds no connections, which are ties of another kind."""

_DAILY = {
    "engagement": (
        ("impressions", Metric.IMPRESSIONS, Kind.FLOW_GROSS),
        ("engagements", Metric.ENGAGEMENTS, Kind.FLOW_NET),
    ),
    "followers": (("gained", Metric.GAINED, Kind.FLOW_GROSS),),
}
"""What follows the date; of engagements those are taken off that were taken back, so that a day can be below 0."""


def analytics(member: Member, options: ReadOptions) -> Made:
    """All sheets of a workbook of which `is_analytics` holds."""
    sheets = sheets_of(member)
    book = Book(sheets, options)
    drafts = [*_profile(book), *_daily(book), *_posts(book), *_breakdown(book)]
    _leave_rest(book)
    return Made(
        rows=book.rows,
        drafts=drafts,
        columns=book.columns,
        noun=NOUN,
        exported_at=book.end(),
        record=WorkbookRecord(file=member.name, sha256="", reader="", unit="row", sheets=rows_before(sheets)),
    )


def _profile(book: Book) -> Iterator[Draft]:
    """The total of followers, and its date."""
    for part in book.of("total"):
        stated = cell(part.rows[0], 0)
        title = f"{part.name}: {stated.rstrip(' :')}"
        book.columns[title] = "followers"
        rows = Profile.of(1, followers=book.numbers(part, 1, title), as_of=book.days(DATE.findall(stated)[:1]))
        yield Draft(rows=rows, table=TableName.PROFILE, completeness=Completeness.UNKNOWN, at=part.at)


def _daily(book: Book) -> Iterator[Draft]:
    """Counts by day, in whatever order the days stand; gains are of people who came, whoever left."""
    for part in book.of(*_DAILY):
        days = book.days(part.column(0))
        _leave_undated(book, part, book.title(part, 0, "date"), np.isnat(days))
        metrics = _DAILY[part.kind]
        columns = [
            book.numbers(part, n, book.title(part, n, name), signed=kind is Kind.FLOW_NET)
            for n, (name, _, kind) in enumerate(metrics, 1)
        ]
        values = np.column_stack(columns)
        there = ~np.isnan(values)
        book.leave_out(part, np.sum(there, axis=1) == 0, lambda _: msg("row.no_value"))
        book.leave_out_repeats(part, days.tolist())
        row, column = np.nonzero(there)
        rows = Daily.of(
            len(row),
            date=days[row],
            metric=np.array([metric for _, metric, _ in metrics], dtype=np.int8)[column],
            kind=np.array([kind for _, _, kind in metrics], dtype=np.int8)[column],
            value=values[there],
        )
        yield Draft(rows=rows, table=TableName.DAILY, at=part.at[row])


def _leave_undated(book: Book, part: Part, title: str, which: Bools) -> None:
    book.leave_out(part, which, lambda row: msg("row.not_a_date", column=title, value=cell(row, 0)))


@dataclass
class _Post:
    """What both lists say of one post, and the rows where they say it."""

    published_at: np.datetime64 = NAT
    counts: dict[str, float] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)


def _posts(book: Book) -> Iterator[Draft]:
    """The posts most answered and most seen: two lists side by side, of which many posts stand in both."""
    for part in book.of("posts"):
        found: dict[str, _Post] = {}
        metrics = _metrics(part)
        for side, metric in zip(SIDES, metrics, strict=True):
            _collect(book, part, side, metric, found)
        used = [n for post in found.values() for n in post.rows]
        book.leave_out(part, np.isin(np.arange(len(part.rows)), used, invert=True), _unused)
        rows = Posts.of(
            len(found),
            key=Text.of(found),
            published_at=np.array([post.published_at for post in found.values()], dtype="datetime64[s]"),
            scope=np.full(len(found), Scope.WINDOW, dtype=np.int8),
            **{name: np.array([post.counts.get(name, np.nan) for post in found.values()]) for name in metrics},
        )
        at = part.at[[post.rows[0] for post in found.values()]]
        yield Draft(rows=rows, table=TableName.POSTS, completeness=Completeness.TOP, at=at)


def _metrics(part: Part) -> tuple[str, str]:
    """What the left and the right list count: LinkedIn puts what was answered first."""
    swapped = "impressions" in meanings(cell(part.header, SIDES[0] + 2))
    return ("impressions", "interactions") if swapped else ("interactions", "impressions")


def _collect(book: Book, part: Part, side: int, metric: str, found: dict[str, _Post]) -> None:
    """Add one list to the posts found; a post that the same list has twice counts once."""
    addresses, days = part.column(side), book.days(part.column(side + 1))
    counts = numbers(part.column(side + 2))
    for n, address in enumerate(addresses):
        post = found.setdefault(address, _Post()) if POST.match(address) else None
        if post is None or metric in post.counts:
            continue
        post.rows.append(n)
        post.counts[metric] = float(counts.values[n])
        post.published_at = days[n] if np.isnat(post.published_at) else post.published_at
    undated = [n for n in np.flatnonzero(np.isnat(days)).tolist() if cell(part.rows[n], side + 1)]
    when, what = book.title(part, side + 1, "published_at"), book.title(part, side + 2, metric)
    book.warn(part, undated, lambda row: msg("row.date_unread", column=when, value=cell(row, side + 1)))
    book.warn(part, counts.bad, lambda row: msg("linkedin.number_unread", column=what, value=cell(row, side + 2)))


def _unused(row: list[str]) -> Message:
    """Why a row of the two lists adds nothing."""
    again = any(POST.match(cell(row, side)) for side in SIDES)
    return msg("linkedin.listed_above") if again else msg("linkedin.no_post")


def _breakdown(book: Book) -> Iterator[Draft]:
    """Who the audience is; a share below 1 % is given as words only."""
    parts = list(book.of("demographics"))
    for part in parts:
        titles = [book.title(part, n, name) for n, name in enumerate(("dimension", "value", "share"))]
        dimension, value, share = (part.column(n) for n in range(3))
        for column, title in zip((dimension, value), titles, strict=False):
            _leave_empty(book, part, column, title)
        book.leave_out_repeats(part, list(zip(dimension, value, strict=True)))
        prefix = f"{part.name}: " if len(parts) > 1 else ""
        rows = Breakdown.of(
            len(part.rows),
            dimension=Text.of(prefix + name for name in dimension),
            value=Text.of(value),
            share=numbers(share).values,
            share_text=Text.of(share),
        )
        yield Draft(rows=rows, table=TableName.BREAKDOWN, completeness=Completeness.TOP, at=part.at)


def _leave_empty(book: Book, part: Part, column: list[str], title: str) -> None:
    book.leave_out(part, np.array([not text for text in column]), lambda _: msg("row.missing", column=title))


def _leave_rest(book: Book) -> None:
    """Totals over the whole period, which the days make up, and sheets of no kind that is known."""
    for part in book.of("discovery"):
        book.leave_out(part, np.full(len(part.rows), True), lambda _: msg("linkedin.whole_period"))
    for part in book.of("unknown"):
        book.leave_out(part, np.full(len(part.rows), True), partial(_unknown, part.name))


def _unknown(sheet: str, _: list[str]) -> Message:
    return msg("books.unknown_sheet", sheet=sheet)
