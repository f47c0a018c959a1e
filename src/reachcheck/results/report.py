"""Results: all that is said of one profile, one object; every format renders it and computes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from reachcheck.message import Message
from reachcheck.model.sources import SourceRecord
from reachcheck.results.advice import Advice
from reachcheck.results.event import Event
from reachcheck.results.figure import Figure
from reachcheck.results.finding import Finding
from reachcheck.results.measure import Measure
from reachcheck.results.need import NeedResult
from reachcheck.results.plugin import Plugin
from reachcheck.results.reply import Accepted, Reply
from reachcheck.results.verdict import Composition, Conduct, RealReach, Verdict
from reachcheck.results.what_if import WhatIf

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, kw_only=True)
class Person:
    """Whose data these are, and of which day."""

    platform: str | None
    handle: str | None
    noun: str
    as_of: date | None
    as_of_origin: str | None
    zone: str | None


@dataclass(frozen=True, kw_only=True)
class ProfileSummary(Person):
    """Who is audited, and in which window."""

    followers: float | None
    following: float | None
    posts: float | None
    start: date | None
    end: date | None


@dataclass(frozen=True, kw_only=True)
class Window:
    """What one table can know."""

    table: str
    direction: str | None
    start: date | None
    end: date | None
    completeness: str
    order: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class Tool:
    """What made the results: two runs with the same of these and the same input give the same bytes."""

    version: str
    method: str
    facts: str
    learned: str | None = None
    """The hash of a model that was learned from marks, where one was asked for."""
    plugins: tuple[Plugin, ...] = ()
    """What was loaded from other packages, in the order in which it was."""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A published figure for context; it never feeds a rule."""

    measure: str
    source: str
    year: str
    n: str
    grade: str
    population: str
    numerator: str
    p25: float | None
    median: float | None
    p75: float | None
    mean: float | None
    drawn: bool = False
    """Whether its middle half is drawn beside the posts."""


@dataclass(frozen=True, kw_only=True)
class Results:
    """All of it for one profile."""

    tool: Tool
    profile: ProfileSummary
    report_id: str
    coverage: tuple[Window, ...]
    sources: tuple[SourceRecord, ...]
    measures: tuple[Measure, ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]
    composition: Composition | None
    conduct: Conduct
    real_reach: RealReach | None
    verdict: Verdict
    events: tuple[Event, ...] = ()
    accepted: Accepted | None = None
    """What all else does not depend on: the results if the events that the person states are accepted."""
    reply: Reply | None = None
    """What the person says of the whole report; what they say of a finding stands there."""
    references: tuple[Reference, ...] = ()
    notes: tuple[Message, ...] = ()
    needs: tuple[NeedResult, ...] = ()
    """What an employer looks for, criterion by criterion; nothing else depends on it."""
    what_if: tuple[WhatIf, ...] = ()
    """What further exports could tell, where somebody asked."""
    advice: tuple[Advice, ...] = ()
    """What the person can do; only in a report of one's own profile."""
    mode: Literal["self", "recruiter"] = "self"
    contact: str | None = None
    """Whom to write to about the report, in the words of who made it."""
    retain_until: date | None = None
    """The last day on which who made it means to keep it."""

    def measure(self, measure_id: str) -> Measure:
        """The measure of that id; raises KeyError for an id that does not exist."""
        return {m.id: m for m in self.measures}[measure_id]

    def to_frame(self, table: str = "measures") -> "pandas.DataFrame":
        """One row a measure, or another table (docs/tables.md), as a pandas DataFrame."""
        from reachcheck.results.frame import frame

        return frame(self, table)


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """What was read, before anything is measured: rows by table, the sources, and what was left alone."""

    people: tuple[Person, ...]
    """Whose data were read, in the order in which the files name them."""
    tables: Mapping[str, Mapping[str, int]]
    coverage: tuple[Window, ...]
    """What each table of the one person can know; empty where there are several."""
    sources: tuple[SourceRecord, ...]
    ignored: tuple[str, ...] = ()
    """Looked at, and no export of the profile."""
    unopened: tuple[str, ...] = ()
    """Never opened: no reader asks for files of that name."""
