"""Meta's exports as web pages: the same entries as in JSON, with times in the words and the zone of the account.

The head of a page says when it was made twice, for machines in UTC and for people in their own time, so that the zone
can be told; it is that of the day of the export, and an hour off in the other half of the year.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.enums import Completeness, SinceKind
from reachcheck.readers.guard import remarks, run_child
from reachcheck.readers.kit.meta import Entries, Entry, Labelled, profile_in
from reachcheck.readers.kit.objects import account, wrong_shape
from reachcheck.readers.source import Member
from reachcheck.readers.values import dates

Token = Sequence[str]
CHILD = "reachcheck.readers.kit.page_child"
SECONDS = 20
SECONDS_A_MEGABYTE = 2
MINUTE, QUARTER = 60, 15
WIDEST = 14 * 60
"""No zone is further from UTC, in minutes."""

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html[^>]*>\s*)?<html\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HALVES = (
    (re.compile(r"\bda (?:tarde/noite|tarde|noite)\b", re.IGNORECASE), "pm"),
    (re.compile(r"\bda (?:manhã|madrugada)\b", re.IGNORECASE), "am"),
)
"""Halves of the day that are no "am" and "pm"."""


@dataclass(frozen=True)
class Head:
    """What the head of a page says: the day it was made, the zone in minutes ahead of UTC, whether it has a range."""

    made: datetime | None = None
    zone: int | None = None
    has_range: bool = False


def is_page(member: Member) -> bool:
    """Whether a file begins as a web page."""
    return bool(_PAGE.match(member.head))


def page_entries(member: Member) -> Entries:
    """The entries of a page; raises UnreadableError where no parser gets through it, or nothing in it has a date."""
    seconds = SECONDS + SECONDS_A_MEGABYTE * (member.size >> 20)
    remedy = msg("objects.wrong_shape_remedy")
    answer = json.loads(run_child(CHILD, member.content, place=member.name, seconds=seconds, remedy=remedy))
    head = head_of(answer["made"]["times"])
    parts = [part for tokens in answer["made"]["boxes"] for part in _parts(tokens)]
    stamps = _stamps([_written(part) for part in parts], head.zone)
    if parts and head.made is None and not any(stamps):
        raise wrong_shape(member.name)
    rows = account(list(range(len(parts))))
    unread = [n for n, (part, at) in enumerate(zip(parts, stamps, strict=True)) if at is None and _written(part)]
    rows.warn(unread, lambda at: msg("row.date_unread", column="date", value=_written(parts[at])[:40]))
    for note in (*remarks(answer["limited"]), _said(head.zone)):
        rows.note(note)
    return Entries(
        items=[_entry(part, at) for part, at in zip(parts, stamps, strict=True)],
        rows=rows,
        exact=SinceKind.DAY,
        completeness=Completeness.WINDOW if head.has_range else Completeness.UNKNOWN,
        exported_at=head.made.date().isoformat() if head.made else None,
    )


def head_of(times: Sequence[Token]) -> Head:
    """What the times in the head of a page say: first when it was made, then the range that was asked for."""
    moments = [_moment(machine) for machine, _ in times]
    made = moments[0] if moments else None
    start, end = moments[1:3] if len(moments) > 2 else (None, None)
    return Head(made, _zone(made, times[0][1]) if made else None, bool(start and end and start < end))


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _zone(made: datetime, text: str) -> int | None:
    """Minutes ahead of UTC by which people's time is later than the machine's, which is a number of quarters."""
    local = dates([_told(text)]).values[0]
    if np.isnat(local):
        return None
    minutes = (local.astype(np.int64) - int(made.timestamp())) / MINUTE
    zone = QUARTER * round(minutes / QUARTER)
    return int(zone) if abs(minutes - zone) < 2 and abs(zone) <= WIDEST else None


def _said(zone: int | None) -> Message:
    if zone is None:
        return msg("page.zone_unknown")
    hours, minutes = divmod(abs(zone), MINUTE)
    return msg("page.zone_shown", zone=f"UTC{'-' if zone < 0 else '+'}{hours}:{minutes:02}")


def _parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The entries of a box: mostly one; several where a page has no boxes, each with a link to a profile."""
    links = [n for n, token in enumerate(tokens) if token[0] == "link" and profile_in(token[2])]
    if len(links) < 2 or any(token[0] == "cell" for token in tokens):
        if tokens:
            yield tokens
        return
    begins = [n - 1 if n and tokens[n - 1][0] == "heading" else n for n in links]
    for start, end in pairwise([0, *begins[1:], len(tokens)]):
        yield tokens[start:end]


def _entry(tokens: Sequence[Token], stamp: int | None) -> Entry:
    links = [token for token in tokens if token[0] == "link"]
    link = next((each for each in links if profile_in(each[2])), links[0] if links else ("", "", ""))
    return Entry(
        title=next((token[1] for token in tokens if token[0] == "heading"), ""),
        value=link[1],
        href=link[2],
        stamp=stamp,
        fields=tuple(
            Labelled(label, value, href) for kind, *rest in tokens if kind == "cell" for label, value, href in [rest]
        ),
        media=tuple({"uri": token[1]} for token in tokens if token[0] == "media"),
    )


def _written(tokens: Sequence[Token]) -> str:
    """The time of an entry as it is written: the last text with a year in it, else the last such cell."""
    texts = [token[1] for token in tokens if token[0] == "text"]
    cells = [token[2] for token in tokens if token[0] == "cell"]
    return next((text for text in (*texts[::-1], *cells[::-1]) if _YEAR.search(text)), "")


def _stamps(written: Sequence[str], zone: int | None) -> list[int | None]:
    """Written times as seconds since 1970, by the zone where it is known; None for what is no time."""
    found = dates([_told(text) for text in written]).values
    seconds = (found.astype(np.int64) - MINUTE * (zone or 0)).tolist()
    return [None if missing else at for at, missing in zip(seconds, np.isnat(found).tolist(), strict=True)]


def _told(text: str) -> str:
    """A time with its half of the day as "am" or "pm"."""
    for words, half in _HALVES:
        text = words.sub(half, text)
    return text
