"""Follower maps: blocks of accounts created together, and stretches of brand-new ones, in the order of following.

Where follow dates are known they give the order and the ages. Elsewhere the order of the list is tested first; then the
creation dates themselves say when each follower came at the earliest, because nobody follows before having an account.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from reachcheck.measures.answering import answering
from reachcheck.measures.base import Context, Need, Spec, Values
from reachcheck.measures.count import listed
from reachcheck.message import Message, msg
from reachcheck.method import Maps
from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.model.enums import Direction, SinceKind
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.measure import Part
from reachcheck.results.span import Span
from reachcheck.stats.maps.blocks import WIDE, Found, interior
from reachcheck.stats.maps.grid import Grid, grid
from reachcheck.stats.maps.newcomers import Stretch, Young, newcomers
from reachcheck.stats.maps.order import order, reached
from reachcheck.stats.maps.power import smallest_block
from reachcheck.stats.maps.rectangles import Scan, deviance

DAY = 86_400.0
MOST_POINTS = 1_000


@dataclass(frozen=True, kw_only=True, eq=False)
class Ordered:
    """The listed followers of one profile whose creation date is known, oldest tie first.

    `edges`: their rows; `born` and `came`: days since 1970 on which the account was created, and on which it followed
    (where `dated`) or followed at the earliest.
    """

    edges: Index
    born: Floats
    came: Floats
    dated: bool


def mappable(context: Context) -> Bools:
    """Which rows are listed followers whose account has a creation date, not after the day of the files."""
    edges, today = context.dossiers.edges, context.dossiers.people.as_of[context.dossiers.edges.profile]
    later = edges.created_at > today + np.timedelta64(1, "D")
    return listed(context.dossiers) & ~np.isnat(edges.created_at) & ~later


def ordered_followers(context: Context, profile: int, usable: Bools) -> Ordered | Message:
    """The map of a profile of its usable rows, or why it has none."""
    limits, edges = context.method.maps, context.dossiers.edges
    start, end = context.dossiers.starts["edges"][profile : profile + 2]
    mine = np.flatnonzero(usable[start:end]) + start
    if len(mine) < limits.least_followers:
        return msg("unknown.few_created", found=len(mine), at_least=limits.least_followers)
    dated = np.isin(edges.since_kind[mine], (SinceKind.EXACT, SinceKind.DAY)) & ~np.isnat(edges.since[mine])
    if dated.sum() >= limits.least_followers:
        rows = mine[dated]
        return Ordered(edges=rows, born=_days(edges.created_at[rows]), came=_days(edges.since[rows]), dated=True)
    rows = mine[np.lexsort((edges.row[mine], edges.rank[mine], edges.part[mine], edges.source[mine]))]
    born = _days(edges.created_at[rows])
    found = order(born, limits.order_level, limits.sorted_share).found
    if found == "by_birthday":
        return msg("unknown.sorted_by_creation")
    if found == "none":
        return msg("unknown.no_order")
    if found == "newest_first":
        rows, born = rows[::-1], born[::-1]
    return Ordered(edges=rows, born=born, came=reached(born), dated=False)


def _days(times: np.ndarray) -> Floats:
    seconds: Floats = times.astype("datetime64[s]").astype(np.int64) / DAY
    return seconds


def follower_map(context: Context, where: Bools) -> Values:
    """The share of the map in blocks and stretches that stand out, beyond what is usual beside them.

    Parts are of kind ``interior`` (older accounts created together), ``answering`` (the same, who respond as others do)
    or ``newcomers``, strongest first.
    """
    value, low, high, n = (context.blank() for _ in range(4))
    usable = mappable(context)
    parts: dict[int, tuple[Part, ...]] = {}
    reasons: dict[int, Message] = {}
    notes: dict[int, tuple[Message, ...]] = {}
    figures: dict[int, tuple[Figure, ...]] = {}
    for i in np.flatnonzero(where).tolist():
        people = ordered_followers(context, i, usable)
        if isinstance(people, Message):
            reasons[i] = people
            continue
        blocks, stretches = _blocks(context, people), _stretches(context.method.maps, people)
        interior_parts = (_block(context, people, one, i) for one in blocks)
        parts[i] = (*interior_parts, *(_new(context, people, s) for s in stretches))
        notes[i] = _notes(people)
        figures[i] = (_figure(people, blocks, stretches),)
        n[i] = len(people.born)
        least, most = _beyond(parts[i], n[i])
        value[i] = (least + most) / 2
        if parts[i]:
            low[i], high[i] = least, most
    return Values(
        value=value,
        low=low,
        high=high,
        n=n,
        no_interval=msg("no_interval.no_block"),
        parts=parts,
        reasons=reasons,
        notes=notes,
        figures=figures,
    )


def _beyond(parts: tuple[Part, ...], n: float) -> tuple[float, float]:
    """From what to what share of the map is in the parts beyond what is usual there."""
    least = sum((part.value or 0.0) - (part.high or 0.0) for part in parts)
    most = sum((part.value or 0.0) - (part.low or 0.0) for part in parts)
    return min(max(least, 0.0) / n, 1.0), min(most / n, 1.0)


def _cells(limits: Maps, people: Ordered) -> Grid:
    return grid(people.born, people.came, limits.older_than_days, limits.bin_days)


def _scan(limits: Maps) -> Scan:
    return Scan(
        ranks=limits.ranks,
        days=limits.bins,
        strength=limits.strength,
        least=limits.least,
        share=limits.share,
        rough=limits.roughness,
    )


def _blocks(context: Context, people: Ordered) -> list[Found]:
    limits = context.method.maps
    return interior(people.born, people.came, _cells(limits, people), _scan(limits), context.method.level)


def _stretches(limits: Maps, people: Ordered) -> list[Stretch]:
    ages = zip(limits.newcomer_days, limits.newcomer_shares, strict=True)
    rules = tuple(Young(age, share, limits.newcomer_above, limits.newcomer_noise) for age, share in ages)
    return newcomers(people.born, people.came, rules)


def _block(context: Context, people: Ordered, found: Found, profile: int) -> Part:
    """A block as a part: created from `start` to `end`, `people` followers in its ranks."""
    block = found.block
    low, high = block.middle - WIDE * block.spread, block.middle + WIDE * block.spread
    ranks = np.arange(block.start, block.end)
    old = people.came[ranks] - people.born[ranks] > context.method.maps.older_than_days
    members = ranks[old & (people.born[ranks] >= low) & (people.born[ranks] <= high)]
    said = answering(context, profile, people.edges[members])
    return Part(
        kind="interior" if said is None else "answering",
        details=() if said is None else (said,),
        start=_date(float(people.born[members].min())),
        end=_date(float(people.born[members].max())),
        came=_came(people, members),
        value=found.count,
        low=found.low,
        high=found.high,
        people=float(block.end - block.start),
        strength=found.rectangle.strength,
        evidence=_first_and_last(context, people, members),
        note=_followed(people, members),
    )


def _new(context: Context, people: Ordered, stretch: Stretch) -> Part:
    """A stretch of newcomers as a part; what is usual is at most the higher of the shares beside it."""
    ranks = np.arange(stretch.start, stretch.end)
    members = ranks[people.came[ranks] - people.born[ranks] <= stretch.age]
    return Part(
        kind="newcomers",
        start=_date(float(people.born[members].min())),
        end=_date(float(people.born[members].max())),
        came=_came(people, members),
        value=stretch.count,
        low=0.0,
        high=stretch.expected,
        people=float(stretch.end - stretch.start),
        strength=float(deviance(np.array([stretch.count]), np.array([max(stretch.expected, 0.5)]))[0]),
        evidence=_first_and_last(context, people, members),
        note=msg("map.young", days=stretch.age),
    )


def _came(people: Ordered, members: Index) -> Span | None:
    """The days on which members came, where these are known."""
    if not people.dated:
        return None
    return Span(start=_date(float(people.came[members].min())), end=_date(float(people.came[members].max())))


def _followed(people: Ordered, members: Index) -> Message:
    first, last = _date(float(people.came[members[0]])), _date(float(people.came[members[-1]]))
    if people.dated:
        return msg("map.followed", start=first, end=last)
    return msg("map.followed_at_earliest", start=first, end=last)


def _notes(people: Ordered) -> tuple[Message, ...]:
    """What the map rests on, and what it can never show."""
    basis = msg("note.map_dated") if people.dated else msg("note.map_ordered")
    return (basis, msg("note.map_blind"))


def _first_and_last(context: Context, people: Ordered, members: Index) -> tuple[str, ...]:
    edges = context.dossiers.edges
    rows = (people.edges[members[0]], people.edges[members[-1]])
    return tuple(dict.fromkeys(context.place(int(edges.source[row]), int(edges.row[row])) for row in rows))


def _figure(people: Ordered, blocks: list[Found], stretches: list[Stretch]) -> Figure:
    """Creation day by rank, both days since 1970 and evenly thinned; `high` is the follow date, or its lower bound."""
    n = len(people.born)
    pick = np.arange(0, n, -(-n // MOST_POINTS))
    interior = [Mark(kind="interior", start=str(f.block.start), end=str(f.block.end), value=f.count) for f in blocks]
    young = [Mark(kind="newcomers", start=str(s.start), end=str(s.end), value=s.count) for s in stretches]
    return Figure(
        id="follower_map",
        kind="points",
        x=tuple(str(rank) for rank in pick.tolist()),
        y=tuple(np.floor(people.born[pick]).tolist()),
        high=tuple(np.floor(people.came[pick]).tolist()),
        marks=(*interior, *young),
    )


def _date(day: float) -> date:
    found: date = np.datetime64(int(np.floor(day)), "D").item()
    return found


def smallest_visible_block(context: Context, where: Bools) -> Values:
    """The smallest block of accounts of one month, side by side in the list, seen in four places of five."""
    limits = context.method.maps
    value, usable = context.blank(), mappable(context)
    reasons: dict[int, Message] = {}
    for i in np.flatnonzero(where).tolist():
        people = ordered_followers(context, i, usable)
        if isinstance(people, Message):
            reasons[i] = people
            continue
        lot = smallest_block(_cells(limits, people), _scan(limits))
        if np.isfinite(lot):
            value[i] = np.ceil(lot)
        else:
            reasons[i] = msg("unknown.map_too_short")
    return Values(value=value, reasons=reasons, no_interval=msg("no_interval.power"))


NEEDS = (Need(export="followers_created", table="edges", columns=("created_at",), direction=Direction.IN),)

SPECS = (
    Spec(
        id="follower_map",
        family="audience",
        unit="share",
        denominator="mapped_followers",
        needs=NEEDS,
        compute=follower_map,
        asks=False,
    ),
    Spec(
        id="smallest_visible_block",
        family="audience",
        unit="people",
        denominator="none",
        needs=NEEDS,
        compute=smallest_visible_block,
        asks=False,
    ),
)
