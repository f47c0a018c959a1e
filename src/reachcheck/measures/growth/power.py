"""The smallest arrival that would have been seen on this very account, by how many days it is spread over.

For each day from which on people may come, and each window that may show them, the score is solved for the number of
people; a number that is enough on 19 of 20 days is a first answer. But people who come over weeks are part of what is
usual. So that number is put into the account's own year here and there, and raised until it is seen as often as said.
"""

from dataclasses import replace

import numpy as np

from reachcheck.measures.growth.grown import Grown
from reachcheck.measures.growth.scanning import held, past, scan_of, steps_of
from reachcheck.method import Growth
from reachcheck.model.columns import Floats, Index
from reachcheck.stats.power import drips, lots
from reachcheck.stats.scan import Held, Scan, margins, passing
from reachcheck.stats.surplus import WEEK

DELIVERIES = (1, 3, 30)
"""Days over which people are delivered evenly."""
SEEN = 0.95
PLACES = 20
"""Days by which the first answer is tried, evenly over those known and not listed."""
RAISED = (1.0, 1.15, 1.35, 1.6, 2.0, 2.7, 4.0)
"""What it is multiplied by until it is seen; beyond that no number is told."""


def smallest_visible(grown: Grown, method: Growth) -> dict[int, float]:
    """People by days of delivery; NaN where no number would be seen, as over weeks without known attention."""
    scan, all_held = _scan(grown, method), _held(method, [grown])
    windows = [(length, _needed(all_held, scan, kind)) for kind, length in enumerate(scan.lengths)]
    shortest = (windows[: len(scan.windows)], windows)
    first = {days: _smallest(shortest[days >= max(scan.lengths)], len(grown.days), days) for days in DELIVERIES}
    return {days: _tried(grown, method, people, days) for days, people in first.items()}


def _scan(grown: Grown, method: Growth) -> Scan:
    make = scan_of if grown.attention else steps_of
    return make(method, grown.days.cadence)


def _held(method: Growth, together: list[Grown]) -> list[Held]:
    scan = _scan(together[0], method)
    return held(method, together, scan) if together[0].attention else [past(method, together, scan)]


def _tried(grown: Grown, method: Growth, people: float, days: int) -> float:
    """The number raised until it is seen; NaN where nothing would be."""
    known = np.flatnonzero(~np.isnan(grown.days.gain) & ~grown.named)
    starts = known[(known >= WEEK) & (known + days <= len(grown.days))]
    if np.isnan(people) or not len(starts):
        return float("nan")
    places = starts[np.linspace(0, len(starts) - 1, PLACES).astype(np.int64)]
    for factor in RAISED:
        if _seen(grown, method, factor * people, days, places) >= SEEN:
            return factor * people
    return float("nan")


def _seen(grown: Grown, method: Growth, people: float, days: int, places: Index) -> float:
    """The share of some days from which on so many people more would have been seen."""
    scan, found = _scan(grown, method), np.zeros(len(places), np.bool_)
    more = np.zeros((len(places), len(grown.days)))
    for day in range(days):
        more[np.arange(len(places)), places + day] = people / days
    years = [_with(grown, each) for each in more]
    level = np.stack([year.before for year in years])
    for margin, length in zip(margins(_held(method, years), scan), scan.lengths, strict=True):
        first = np.arange(margin.shape[1])
        near = (first + length > places[:, None]) & (first < places[:, None] + days)
        counted = level[:, : margin.shape[1]] >= method.least_level
        found |= (passing(margin) & near & counted).any(axis=1)
    return float(found.mean())


def _with(grown: Grown, more: Floats) -> Grown:
    """The same account with more arrivals."""
    came = np.append(0.0, np.cumsum(more)[:-1])
    days = replace(grown.days, gain=grown.days.gain + more, level=grown.days.level + came)
    return replace(grown, days=days)


def _needed(all_held: list[Held], scan: Scan, kind: int) -> Floats:
    """For each window the people who, spread evenly over it, would make it pass: against every attention that is known.

    The limit is that of the most telling attention.
    """
    length = scan.lengths[kind]
    solve = drips if kind == len(scan.windows) else lots
    limit = np.full(max(all_held[0].sums.level.shape[1] - length + 1, 0), np.nan)
    for each in reversed(all_held):
        mine = each.sums.known(length)[0]
        level = each.sums.level[0, : len(mine)]
        limit = np.where(mine, each.limits.at(level, each.columns[kind]), limit)
    solved = [solve(each.sums, length, scan.yard, limit[None])[0] for each in all_held]
    return np.asarray(np.fmax.reduce(solved), dtype=np.float64)


def _smallest(windows: list[tuple[int, Floats]], periods: int, days: int) -> float:
    """Of so many people over some days in a row: the windows that hold them all, or lie wholly among them."""
    starts = periods - days + 1
    if starts <= 0:
        return float("nan")
    least = np.full(starts, np.inf)
    for length, needed in windows:
        share = min(length / days, 1.0)
        for offset in range(abs(length - days) + 1):
            at = np.arange(starts) + (offset if length < days else -offset)
            inside = (at >= 0) & (at < len(needed))
            least[inside] = np.fmin(least[inside], needed[at[inside]] / share)
    known = least[np.isfinite(least)]
    return float(np.quantile(known, SEEN)) if len(known) else float("nan")
