"""The smallest arrival that would have been seen on this very account, by how many days it is spread over.

For each day from which on people may come, and each window that may show them, the score is solved for the number of
people; what is told is enough on 19 of 20 days.
"""

import numpy as np

from reachcheck.measures.growth.grown import Grown
from reachcheck.measures.growth.scanning import held, past, scan_of, steps_of
from reachcheck.method import Growth
from reachcheck.model.columns import Floats
from reachcheck.stats.power import drips, lots
from reachcheck.stats.scan import Held, Scan

DELIVERIES = (1, 3, 30)
"""Days over which people are delivered evenly."""
SEEN = 0.95


def smallest_visible(grown: Grown, method: Growth) -> dict[int, float]:
    """People by days of delivery; NaN where no number would be seen, as over weeks without known attention."""
    cadence = grown.days.cadence
    if grown.attention:
        scan = scan_of(method, cadence)
        all_held = held(method, [grown], scan)
    else:
        scan = steps_of(method, cadence)
        all_held = [past(method, [grown], scan)]
    windows = [(length, _needed(all_held, scan, kind)) for kind, length in enumerate(scan.lengths)]
    shortest = (windows[: len(scan.windows)], windows)
    return {days: _smallest(shortest[days >= max(scan.lengths)], len(grown.days), days) for days in DELIVERIES}


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
