"""What a person can answer: the parts of findings, and how each is found again in a later export.

A later export has other rows, and a step may begin a day later in it. So a part is known by its code, its days, and
short codes of some of its followers: 24 bits of a hash, which many accounts share, so that the sheet names nobody.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.model.columns import Bools, Times
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.enums import Direction
from reachcheck.results.finding import Finding, FindingPart
from reachcheck.results.plugin import CODE
from reachcheck.results.report import Person
from reachcheck.results.span import Span

REPORT = "REPORT"
"""The code of what is said of the whole report."""
MOST_PARTS = 12
"""Stretches of days that are asked about one by one; of more the finding is one part."""
CODES = 32
"""Followers of a part whose codes are kept: those with the smallest, which a later export keeps too."""
LEAST_CODES = 5
"""Codes below which two lists cannot be compared."""
VERSION = "reachcheck-reply/1"
_KEY = re.compile(
    rf"{VERSION} (?P<code>[A-Z]{{3}}[0-9]{{3}}|{CODE}|{REPORT}) "
    r"(?P<start>-|\d{4}-\d\d-\d\d) (?P<end>-|\d{4}-\d\d-\d\d) "
    r"(?P<owner>-|[0-9a-f]{6}) (?P<platform>-|[a-z0-9_]{1,30}) (?P<kind>-|[0-9]{1,2}) (?P<codes>-|(?:[0-9a-f]{6})+)",
    re.ASCII,
)


@dataclass(frozen=True, kw_only=True)
class Owner:
    """Whose report it is, as far as is known: a code of the handle, and the platform."""

    handle: str | None
    platform: str | None

    def is_other(self, than: "Owner") -> bool:
        """Whether both are known and differ."""
        pairs = ((self.handle, than.handle), (self.platform, than.platform))
        return any(one and other and one != other for one, other in pairs)


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing that can be answered; `kind` says of what sort of key the followers' codes are made."""

    code: str
    span: Span | None = None
    kind: int | None = None
    followers: tuple[str, ...] = ()


def owner_of(person: Person) -> Owner:
    """Whose report it is."""
    handle = None if person.handle is None else _code(person.handle.lstrip("@").lower())
    return Owner(handle=handle, platform=person.platform)


def parts_of(finding: Finding, dossiers: Dossiers) -> tuple[Part, ...]:
    """The parts of a finding about the one profile there is, in order of their days."""
    spans = sorted(finding.days, key=_in_order)
    if not spans:
        return (Part(code=finding.code),)
    if len(spans) > MOST_PARTS:
        spans = [Span(start=spans[0].start, end=max(span.end for span in spans))]
    return tuple(_part(finding, span, dossiers) for span in spans)


def shown(finding: Finding) -> tuple[FindingPart | None, ...]:
    """What the finding says of each of its `parts_of` by itself; None where one is the whole finding."""
    if not 0 < len(finding.parts) <= MOST_PARTS:
        return (None,)
    return tuple(sorted(finding.parts, key=lambda part: _in_order(part.days)))


def _in_order(span: Span) -> tuple[date, date]:
    return span.start, span.end


def _part(finding: Finding, span: Span, dossiers: Dossiers) -> Part:
    """A part with its followers: those who came on its days, or whose accounts were created then."""
    edges = dossiers.edges
    created = finding.days_of == "accounts created"
    if not created and finding.family != "growth":
        return Part(code=finding.code, span=span)
    at = edges.created_at if created else edges.since
    rows = np.flatnonzero((edges.direction != Direction.OUT) & (edges.peer.codes >= 0) & _within(at, span))
    if not len(rows):
        return Part(code=finding.code, span=span)
    kinds = np.bincount(np.maximum(edges.key_kind[rows], 0))
    kind = int(kinds.argmax())
    names = (edges.peer.names[code] for code in edges.peer.codes[rows[edges.key_kind[rows] == kind]].tolist())
    return Part(code=finding.code, span=span, kind=kind, followers=sketch(names))


def _within(at: Times, span: Span) -> Bools:
    days = at.astype("datetime64[D]")
    return np.asarray((days >= np.datetime64(span.start)) & (days <= np.datetime64(span.end)))


def sketch(names: Iterable[str]) -> tuple[str, ...]:
    """The smallest codes of these names: two lists that share most names share most of these."""
    return tuple(sorted({_code(name.lower()) for name in names})[:CODES])


def _code(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def shared(one: Part, other: Part) -> float | None:
    """The part of the smaller one's followers that the other has too; None where they cannot be compared.

    Codes can be compared up to the largest of a list that was cut. Where hardly any are left, one has many times the
    followers of the other, and they are taken as others.
    """
    if one.kind != other.kind or min(len(one.followers), len(other.followers)) < LEAST_CODES:
        return None
    ends = [part.followers[-1] for part in (one, other) if len(part.followers) == CODES]
    end = min(ends, default="g")
    here, there = ({code for code in part.followers if code <= end} for part in (one, other))
    least = min(len(here), len(there))
    return len(here & there) / least if least >= LEAST_CODES else 0.0


def as_key(part: Part, owner: Owner) -> str:
    """The part as the sheet carries it."""
    days = ("-", "-") if part.span is None else (part.span.start.isoformat(), part.span.end.isoformat())
    kind = "-" if part.kind is None else str(part.kind)
    return " ".join(
        (VERSION, part.code, *days, owner.handle or "-", owner.platform or "-", kind, "".join(part.followers) or "-")
    )


def from_key(text: str) -> tuple[Part, Owner] | None:
    """The part of a key and whose report it is of; None where the text is none."""
    found = _KEY.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    said = {name: None if value == "-" else value for name, value in found.groupdict().items()}
    try:
        span = _span(said["start"], said["end"])
    except ValueError:
        return None
    codes, kind = said["codes"] or "", said["kind"]
    part = Part(
        code=found["code"],
        span=span,
        kind=None if kind is None else int(kind),
        followers=tuple(codes[at : at + 6] for at in range(0, len(codes), 6)),
    )
    return part, Owner(handle=said["owner"], platform=said["platform"])


def _span(start: str | None, end: str | None) -> Span | None:
    if start is None or end is None:
        return None
    return Span(start=date.fromisoformat(start), end=date.fromisoformat(end))
