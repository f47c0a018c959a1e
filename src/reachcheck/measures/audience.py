"""The audience: a block of accounts created together among those who followed together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.measures.answering import answering
from reachcheck.measures.base import Context, Need, Spec, Values
from reachcheck.measures.count import followers_of
from reachcheck.message import Message, msg
from reachcheck.model.columns import Bools, Index, Times
from reachcheck.model.enums import Direction, SinceKind
from reachcheck.results.measure import Part
from reachcheck.results.span import Span
from reachcheck.stats.intervals import wilson

DAY = np.timedelta64(1, "D")
WEEK = 7 * DAY


@dataclass(frozen=True, kw_only=True, eq=False)
class Dated:
    """The listed followers of one profile whose follow date and creation date are both known."""

    rows: Index
    since: Times
    created: Times


def dated_followers(context: Context, profile: int) -> Dated:
    """Followers with both dates."""
    edges, rows = context.dossiers.edges, followers_of(context.dossiers, profile)
    known = np.isin(edges.since_kind[rows], (SinceKind.EXACT, SinceKind.DAY)) & ~np.isnat(edges.since[rows])
    mine = rows[known & ~np.isnat(edges.created_at[rows])]
    return Dated(rows=mine, since=edges.since[mine], created=edges.created_at[mine])


def creation_block(context: Context, where: Bools) -> Values:
    """Of the group with the clearest block among those that followed together: the share created in the same weeks,
    well before it followed.

    The groups are the steps of growth; the expected share is that of the fullest such weeks among all who followed at
    other times, at the upper end of its interval.
    """
    k, n = context.blank(), context.blank()
    parts: dict[int, tuple[Part, ...]] = {}
    reasons: dict[int, Message] = {}
    for i in np.flatnonzero(where).tolist():
        steps = context.done["growth_steps"].made.parts.get(i)
        outcome = _blocks(context, i, steps)
        if isinstance(outcome, Message):
            reasons[i] = outcome
            continue
        parts[i] = outcome
        best = max(outcome, key=lambda part: part.strength or 0.0)
        k[i], n[i] = best.value or 0.0, best.people or 0.0
    low, high = wilson(k, n, context.method.level)
    undated = [i for i, reason in reasons.items() if reason.key == "unknown.no_growth"]
    lacks = dict.fromkeys(undated, ("followers_dated",))
    return Values(value=k / n, low=low, high=high, k=k, n=n, parts=parts, reasons=reasons, lacks=lacks)


def _blocks(context: Context, profile: int, steps: Sequence[Part] | None) -> tuple[Part, ...] | Message:
    if steps is None:
        return msg("unknown.no_growth")
    limits = context.method.audience
    followers = dated_followers(context, profile)
    groups = [_inside(followers, step) for step in steps]
    together = [group for group in groups if group.sum() >= limits.least_group]
    if not together:
        return msg("unknown.nobody_together")
    rest = ~np.logical_or.reduce(groups)
    if rest.sum() < limits.least_rest:
        return msg("unknown.no_rest", found=int(rest.sum()), at_least=limits.least_rest)
    return tuple(_block(context, profile, followers, group, rest) for group in together)


def _inside(followers: Dated, step: Part) -> Bools:
    start, end = np.datetime64(step.start, "s"), np.datetime64(step.end, "s")
    return (followers.since >= start) & (followers.since < end + DAY)


def _block(context: Context, profile: int, followers: Dated, group: Bools, rest: Bools) -> Part:
    """The fullest creation window of a group, against the fullest such window of the rest.

    Its kind is ``answering`` where it stands out and its members respond as others do, else ``block``.
    """
    limits = context.method.audience
    old = followers.since - followers.created >= limits.older_than_days * DAY
    came = followers.since[group]
    first, inside = _fullest(followers.created[group & old], limits.weeks)
    _, usual = _fullest(followers.created[rest], limits.weeks)
    size, others = float(group.sum()), float(rest.sum())
    low, high = wilson(np.array([usual]), np.array([others]), context.method.level)
    expected = float(high[0]) * size
    start, end = first, first + limits.weeks * WEEK - DAY
    members = group & old & (followers.created >= start) & (followers.created < end + DAY)
    said = answering(context, profile, followers.rows[members]) if inside > expected else None
    return Part(
        kind="block" if said is None else "answering",
        note=said,
        start=_date(start),
        end=_date(end),
        came=Span(start=_date(came.min()), end=_date(came.max())),
        value=inside,
        low=float(low[0]) * size,
        high=expected,
        people=size,
        strength=deviance(inside, expected),
        evidence=_first_and_last(context, followers.rows[members]),
    )


def _fullest(created: Times, weeks: int) -> tuple[np.datetime64, float]:
    """The start of the window of so many weeks with the most creations, and how many."""
    if not len(created):
        return np.datetime64(0, "s"), 0.0
    ordered = np.sort(created.astype("datetime64[D]").astype("datetime64[s]"))
    inside = np.searchsorted(ordered, ordered + weeks * WEEK, side="left") - np.arange(len(ordered))
    best = int(np.argmax(inside))
    return ordered[best], float(inside[best])


def deviance(observed: float, expected: float) -> float:
    """Signed root of the Poisson deviance of a count above its expectation; 0 where it is not above."""
    if observed <= expected:
        return 0.0
    expected = max(expected, 0.5)
    return float(np.sqrt(2.0 * (observed * np.log(observed / expected) - observed + expected)))


def _first_and_last(context: Context, rows: Index) -> tuple[str, ...]:
    edges, ends = context.dossiers.edges, rows[[0, -1]] if len(rows) else rows
    return tuple(dict.fromkeys(context.place(int(edges.source[r]), int(edges.row[r])) for r in ends))


def _date(moment: np.datetime64) -> date:
    day: date = moment.astype("datetime64[D]").item()
    return day


SPECS = (
    Spec(
        id="creation_block",
        family="audience",
        unit="share",
        denominator="followed_together",
        needs=(
            Need(export="followers_dated", table="edges", columns=("since",), direction=Direction.IN, at_least=60),
            Need(export="followers_created", table="edges", columns=("created_at",), direction=Direction.IN),
        ),
        compute=creation_block,
    ),
)
