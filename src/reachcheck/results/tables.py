"""The tables that results are written as: one definition, from which CSV, Parquet, frames and the dictionary follow."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from reachcheck.message import Message
from reachcheck.results.batch import Batch, BatchRow
from reachcheck.results.report import Results

Kind = Literal["text", "foreign", "number", "date", "flag", "name", "said"]
"""`text` is a word of ours that never changes with the language, `foreign` a stranger's; `name` is the id of something
that has a name in each language, `said` a message or several."""
Value: TypeAlias = str | float | date | bool | Message | tuple[Message, ...] | tuple[str, ...] | None
NAMED = frozenset({"name", "said"})
"""Kinds whose text depends on the language of the report."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: how its value is found on what the row is made of, and in which unit it stands.

    `family` holds the names of a column of kind `name`. A unit of `of the measure` is said by the row.
    """

    name: str
    kind: Kind = "number"
    unit: str = ""
    family: str = ""
    of: Callable[[Any], Value]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of one profile: its columns after `candidate`, and what its rows are made of."""

    name: str
    columns: tuple[Column, ...]
    items: Callable[[Results], Iterator[Any]]


def plain(*names: str, kind: Kind = "number", unit: str = "") -> tuple[Column, ...]:
    """Columns that are called what the fields are called."""
    return tuple(Column(name=name, kind=kind, unit=unit, of=_field(name)) for name in names)


def _field(name: str) -> Callable[[Any], Value]:
    def value(item: Any) -> Value:
        found: Value = getattr(item, name)
        return found

    return value


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A row that a finding rests on: which finding, the how manieth, where."""

    code: str
    at: int
    place: str


@dataclass(frozen=True, kw_only=True)
class Point:
    """A point of a figure."""

    figure: str
    kind: str
    x: str
    y: float | None
    low: float | None
    high: float | None


def _evidence(results: Results) -> Iterator[Shown]:
    for finding in results.findings:
        for at, place in enumerate(finding.evidence, 1):
            yield Shown(code=finding.code, at=at, place=place)


def _points(results: Results) -> Iterator[Point]:
    for figure in results.figures:
        empty: tuple[None, ...] = (None,) * len(figure.x)
        for x, y, low, high in zip(figure.x, figure.y, figure.low or empty, figure.high or empty, strict=True):
            yield Point(figure=figure.id, kind=figure.kind, x=x, y=y, low=low, high=high)


MEASURES = Table(
    name="measures",
    items=lambda results: iter(results.measures),
    columns=(
        *plain("id", kind="text"),
        Column(name="name", kind="name", family="measure", of=_field("id")),
        *plain("family", kind="text"),
        *plain("value", "low", "high", unit="of the measure"),
        *plain("k", "n"),
        *plain("unit", "denominator", "status", kind="text"),
        Column(name="reason", kind="said", of=lambda measure: measure.reason or measure.no_interval),
    ),
)
FINDINGS = Table(
    name="findings",
    items=lambda results: iter(results.findings),
    columns=(
        *plain("code", "family", "status", kind="text"),
        *plain("title", "observed", "expected", kind="said"),
        Column(name="start", kind="date", of=lambda finding: min((s.start for s in finding.days), default=None)),
        Column(name="end", kind="date", of=lambda finding: max((s.end for s in finding.days), default=None)),
        *plain("days_of", kind="text"),
        Column(name="stretches", of=lambda finding: float(len(finding.days))),
        Column(name="followers", unit="people", of=_field("followers_n")),
        *plain("piece", kind="text"),
        *plain("feeds_conduct", kind="flag"),
        *plain("innocent", kind="said"),
        Column(name="replied", kind="flag", of=lambda finding: bool(finding.reply)),
        *plain("plugin", kind="foreign"),
    ),
)
EVIDENCE = Table(
    name="evidence",
    items=_evidence,
    columns=(*plain("code", kind="text"), *plain("at"), *plain("place", kind="foreign")),
)
BOUNDS = Table(
    name="bounds",
    items=lambda results: iter(results.real_reach.bounds if results.real_reach is not None else ()),
    columns=(
        *plain("side", kind="text"),
        *plain("value", unit="people"),
        *plain("kind", "measure", kind="text"),
        *plain("text", "reading", kind="said"),
        *plain("used", kind="flag"),
        *plain("reason", kind="said"),
    ),
)
FIGURES = Table(
    name="figures",
    items=_points,
    columns=(*plain("figure", "kind", kind="text"), *plain("x", kind="foreign"), *plain("y", "low", "high")),
)
TABLES = {table.name: table for table in (MEASURES, FINDINGS, EVIDENCE, BOUNDS, FIGURES)}
CANDIDATE = Column(name="candidate", kind="foreign", of=lambda row: row.candidate.lstrip("@"))
CANDIDATES = (
    *plain("source", "platform", kind="foreign"),
    Column(name="count", unit="people", of=_field("followers")),
    *plain("real_reach_low", "real_reach_high", unit="people"),
    *plain("conduct", "verdict", "confidence", kind="text"),
    Column(name="top_reasons", kind="said", of=_field("reasons")),
    Column(name="missing", kind="name", family="export", of=_field("missing")),
    Column(name="unreadable_because", kind="said", of=lambda row: _unreadable(row)),
    *plain("events_stated"),
    *plain("verdict_if_accepted", kind="text"),
    *plain("findings_answered"),
)
"""Of a batch: one row a candidate, those that could not be read included."""


def rows(table: Table, results: Results, candidate: str | None = None) -> Iterator[tuple[Value, ...]]:
    """The rows of one profile, each beginning with whose it is: its handle unless a batch has another name for it."""
    whose = (results.profile.handle or "").lstrip("@") if candidate is None else candidate.lstrip("@")
    return ((whose, *(column.of(item) for column in table.columns)) for item in table.items(results))


def candidates(batch: Batch) -> Iterator[tuple[Value, ...]]:
    """One row a candidate, in input order."""
    return (tuple(column.of(row) for column in (CANDIDATE, *CANDIDATES)) for row in batch.rows)


def _unreadable(row: BatchRow) -> Message | None:
    if row.error is None or not row.error_place:
        return row.error
    return Message("report.note", {"place": row.error_place, "what": row.error})
