"""A batch: one row a candidate, readable or not, in input order."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reachcheck.message import Message
from reachcheck.results.need import NeedResult
from reachcheck.results.plugin import Plugin
from reachcheck.results.report import Results

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, kw_only=True)
class BatchRow:
    """One candidate: the few columns that a recruiter compares, or why there are none."""

    candidate: str
    source: str
    platform: str | None = None
    followers: float | None = None
    real_reach_low: float | None = None
    real_reach_high: float | None = None
    conduct: str | None = None
    verdict: str | None = None
    confidence: str | None = None
    reasons: tuple[Message, ...] = ()
    missing: tuple[str, ...] = ()
    error: Message | None = None
    error_place: str = ""
    results: Results | None = None

    @property
    def needs(self) -> tuple[NeedResult, ...]:
        """What an employer looks for, held against the candidate; nothing for who could not be read."""
        return self.results.needs if self.results is not None else ()

    @property
    def events_stated(self) -> int | None:
        """How many events were stated of the candidate, in a reply or in a table beside the files."""
        return None if self.results is None else sum(event.stated for event in self.results.events)

    @property
    def verdict_if_accepted(self) -> str | None:
        """What the verdict would be with the stated events taken as true; nothing where none was stated."""
        accepted = None if self.results is None else self.results.accepted
        return None if accepted is None else accepted.verdict.label

    @property
    def findings_answered(self) -> int | None:
        """How many parts of findings the candidate's reply answers; nothing where there was no reply."""
        reply = None if self.results is None else self.results.reply
        return None if reply is None else reply.answered

    @property
    def plugins(self) -> tuple[Plugin, ...]:
        """What was loaded from other packages before the candidate's files were read."""
        return self.results.tool.plugins if self.results is not None else ()

    @property
    def noun(self) -> str:
        """The audience noun of the candidate's platform."""
        return self.results.profile.noun if self.results is not None else "followers"


@dataclass(frozen=True, kw_only=True)
class Batch:
    """All candidates, and what was no export."""

    rows: tuple[BatchRow, ...]
    ignored: tuple[str, ...] = ()

    @property
    def unreadable(self) -> int:
        """How many candidates could not be read."""
        return sum(row.error is not None for row in self.rows)

    def to_frame(self, table: str = "candidates") -> "pandas.DataFrame":
        """One row a candidate, or another table of all of them (docs/tables.md), as a pandas DataFrame."""
        from reachcheck.results.frame import batch_frame

        return batch_frame(self, table)
