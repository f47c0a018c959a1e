"""Which of today's findings a reply is about: same code, and followers or days that overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

from reachcheck.replies.parts import Part, shared
from reachcheck.results.answer import How
from reachcheck.results.span import Span

TOLERANCE = 2
"""Days between a reply's and a finding's that may still be the same: exports count days in different time zones."""
SAME, OTHER = 0.5, 0.2
"""Shares of common followers from which two parts are the same, and below which they are not, whatever their days."""


@dataclass(frozen=True, kw_only=True)
class Fit:
    """How well a reply fits a part; `firm` where it shares followers or a day with it, not only neighbouring days."""

    how: How
    weight: float
    firm: bool


def matched(replies: Sequence[Part], today: Sequence[Part]) -> list[tuple[int, How] | None]:
    """For each reply the position of the part of today that it is about, and by what it was found; None for none.

    Among replies and parts of one code, both in order of their days, those pairs are taken that keep this order and
    fit best together. Of replies that are left over, one that is firmly about a part joins it: steps may have grown
    into one. All rows of a sheet belong here, answered or not: one that nobody answered still has its part.
    """
    found: list[tuple[int, How] | None] = [None] * len(replies)
    for code in dict.fromkeys(part.code for part in replies):
        rows = sorted((n for n, part in enumerate(replies) if part.code == code), key=lambda n: _order(replies[n]))
        parts = sorted((n for n, part in enumerate(today) if part.code == code), key=lambda n: _order(today[n]))
        fits = [[fit(replies[row], today[part], len(parts)) for part in parts] for row in rows]
        pairs = aligned(fits)
        for row, (at, each) in zip(rows, enumerate(fits), strict=True):
            place = pairs[at] if pairs[at] is not None else _firmest(each)
            if place is not None and (chosen := each[place]) is not None:
                found[row] = parts[place], chosen.how
    return found


def _order(part: Part) -> tuple[int, int]:
    return (0, 0) if part.span is None else (part.span.start.toordinal(), part.span.end.toordinal())


def fit(reply: Part, part: Part, of: int) -> Fit | None:
    """How a reply fits one of `of` parts of its code; None where it does not."""
    common = shared(reply, part)
    if common is not None and common >= SAME:
        return Fit(how="followers", weight=100 + 50 * common, firm=True)
    if common is not None and common < OTHER:
        return None
    if reply.span is None or part.span is None:
        return Fit(how="code", weight=100, firm=True) if of == 1 else None
    apart = _apart(reply.span, part.span)
    if apart > TOLERANCE:
        return None
    return Fit(how="days", weight=100 - 10 * apart + 5 * _overlap(reply.span, part.span), firm=apart == 0)


def _apart(one: Span, other: Span) -> int:
    """How many days lie from one stretch to the other; 0 where they share one."""
    return max(0, (one.start - other.end).days, (other.start - one.end).days)


def _overlap(one: Span, other: Span) -> float:
    """Days that both have, over days that either has."""
    both = (min(one.end, other.end) - max(one.start, other.start)).days + 1
    either = (max(one.end, other.end) - min(one.start, other.start)).days + 1
    return max(0, both) / either


def aligned(fits: Sequence[Sequence[Fit | None]]) -> list[int | None]:
    """One part at most for each reply and the other way round, in order, with the greatest sum of weights."""
    width = len(fits[0]) if fits else 0
    best = [[0.0] * (width + 1) for _ in range(len(fits) + 1)]
    for row in range(len(fits) - 1, -1, -1):
        for at in range(width - 1, -1, -1):
            each = fits[row][at]
            paired = best[row + 1][at + 1] + each.weight if each is not None else 0.0
            best[row][at] = max(best[row + 1][at], best[row][at + 1], paired)
    chosen: list[int | None] = [None] * len(fits)
    row = at = 0
    while row < len(fits) and at < width:
        each = fits[row][at]
        if each is not None and best[row][at] == best[row + 1][at + 1] + each.weight:
            chosen[row] = at
            row, at = row + 1, at + 1
        elif best[row][at] == best[row + 1][at]:
            row += 1
        else:
            at += 1
    return chosen


def _firmest(fits: Sequence[Fit | None]) -> int | None:
    firm = [(each.weight, -at) for at, each in enumerate(fits) if each is not None and each.firm]
    return -max(firm)[1] if firm else None
