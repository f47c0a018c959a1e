"""A reply joined to results: its words beside the findings it is about, what fits none told apart."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from reachcheck.errors import UsageError
from reachcheck.message import msg
from reachcheck.model.columns import Text
from reachcheck.model.dossiers import Dossiers
from reachcheck.model.tables import Events
from reachcheck.readers.stated import beside
from reachcheck.replies.match import matched
from reachcheck.replies.parts import REPORT, Part, owner_of, parts_of
from reachcheck.replies.read import Row, Sheet
from reachcheck.results.answer import Answer, How, Outcome
from reachcheck.results.event import Event
from reachcheck.results.finding import Finding
from reachcheck.results.reply import Accepted, Reply
from reachcheck.results.report import Results

SHOWN = 200
"""Characters of a person's words that name an event which they did not name otherwise."""

TESTABLE = frozenset(("growth",))
"""Families that look at when people came, which is what an event can explain."""


def with_events(dossiers: Dossiers, sheet: Sheet) -> Dossiers:
    """The dossier of the one profile with the events of a reply, marked as stated."""
    rows = [row for row in sheet.rows if row.day is not None]
    zeros = np.zeros(len(rows), dtype=np.int32)
    events = Events.of(
        len(rows),
        profile=zeros,
        source=zeros,
        part=zeros,
        row=np.array([row.line for row in rows], dtype=np.int32),
        date=np.array([row.day for row in rows], dtype="datetime64[s]"),
        what=Text.of(_what(row) for row in rows),
        stated=np.ones(len(rows), dtype=np.int8),
    )
    return beside(dossiers, events, (sheet.record,))


def with_replies(dossiers: Dossiers, sheets: Sequence[Sheet | None]) -> Dossiers:
    """The dossiers with the events of the replies of those who sent one: a sheet or None for each profile."""
    if not any(sheets):
        return dossiers
    alone = (dossiers.one(i) for i in range(len(dossiers)))
    return Dossiers.join(
        [one if sheet is None else with_events(one, sheet) for one, sheet in zip(alone, sheets, strict=True)]
    )


def answered(results: Results, sheet: Sheet, dossiers: Dossiers) -> Results:
    """The results with the words of a reply; nothing else of them changes.

    Raises UsageError where the sheet is about another profile.
    """
    owner = owner_of(results.profile)
    for row in sheet.rows:
        if owner.is_other(row.owner):
            raise UsageError(msg("reply.other_profile"), place=row.place, remedy=msg("reply.own_sheet"))
    groups: dict[Part, list[Row]] = {}
    for row in sheet.rows:
        groups.setdefault(row.part, []).append(row)
    general = [row for part, rows in groups.items() if part.code == REPORT for row in rows if row.answers]
    asked = [part for part in groups if part.code != REPORT]
    flagged = [finding for finding in results.findings if finding.status == "flagged"]
    today = [part for finding in flagged for part in parts_of(finding, dossiers)]
    said, unmatched = _placed(asked, groups, today, results.accepted)
    return replace(
        results,
        findings=tuple(replace(f, reply=tuple(said.get(f.code, ()))) for f in results.findings),
        reply=Reply(
            file=sheet.record.file,
            general=(_answer(general),) if general else (),
            unmatched=tuple(unmatched),
            answered=sum(any(row.answers for row in groups[part]) for part in asked),
        ),
    )


def _placed(
    asked: Sequence[Part], groups: Mapping[Part, Sequence[Row]], today: Sequence[Part], accepted: Accepted | None
) -> tuple[dict[str, list[Answer]], list[Answer]]:
    """The answers by the code of the finding they are about, and those about none of today."""
    said: dict[str, list[Answer]] = {}
    unmatched: list[Answer] = []
    for part, place in zip(asked, matched(asked, today), strict=True):
        rows = [row for row in groups[part] if row.answers]
        if not rows:
            continue
        if place is None:
            unmatched.append(_answer(rows, part))
        else:
            at, how = place
            said.setdefault(part.code, []).append(_answer(rows, part, today[at], how, accepted))
    return said, unmatched


def _answer(
    rows: Sequence[Row],
    about: Part | None = None,
    today: Part | None = None,
    how: How | None = None,
    accepted: Accepted | None = None,
) -> Answer:
    """What all rows about one part say together."""
    return Answer(
        words="\n".join(row.words for row in rows if row.words),
        links=tuple(dict.fromkeys(chain.from_iterable(row.links for row in rows))),
        events=tuple(Event(date=row.day, what=_what(row), stated=True) for row in rows if row.day is not None),
        undated=tuple(row.happened for row in rows if row.day is None and row.happened),
        place=rows[0].place,
        code=None if about is None else about.code,
        asked=None if about is None else about.span,
        span=None if today is None else today.span,
        how=how,
        outcome=_outcome(rows, today, accepted),
    )


def _what(row: Row) -> str:
    return row.happened or row.words.splitlines()[0][:SHOWN]


def _outcome(rows: Sequence[Row], part: Part | None, accepted: Accepted | None) -> Outcome:
    """Whether a part would still be flagged with all events that were stated, here or elsewhere on the sheet."""
    if part is None or accepted is None:
        return "not tested"
    left = [f for f in accepted.findings if f.code == part.code and f.status == "flagged"]
    if not any(_holds(finding, part) for finding in left):
        return "explained"
    if all(row.day is None for row in rows):
        return "not tested"
    return "still flagged" if left[0].family in TESTABLE else "not testable"


def _holds(finding: Finding, part: Part) -> bool:
    span = part.span
    return span is None or not finding.days or any(span.meets(each) for each in finding.days)
