"""What a person says to one finding, or to the whole report."""

from dataclasses import dataclass
from typing import Literal

from reachcheck.results.event import Event
from reachcheck.results.span import Span

How = Literal["followers", "days", "code"]
Outcome = Literal["explained", "still flagged", "not testable", "not tested"]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Words, links and events of a person.

    `code` and `asked` are what the sheet asked about, `span` the days of today's finding that it was found to be about,
    `how` by what. `outcome` is what comes of it if all that was stated is accepted: "not testable" is what no event can
    explain. An event without a day is told, and cannot be tested either.
    """

    words: str
    links: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    undated: tuple[str, ...] = ()
    place: str = ""
    code: str | None = None
    asked: Span | None = None
    span: Span | None = None
    how: How | None = None
    outcome: Outcome = "not tested"
