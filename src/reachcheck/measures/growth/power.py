"""The smallest arrival that would have been seen on this very account, by how many days it is spread over.

For each day from which on people may come, and each window that may show them, the score is solved for the number of
people; what is told is enough on 19 of 20 days. People who come over weeks are themselves part of what is usual: so
they are put into the account's own year here and there, and the number is solved again with what is usual then.
"""

from dataclasses import replace

import numpy as np

from reachcheck.measures.growth.grown import Grown
from reachcheck.measures.growth.scanning import held, past, scan_of, steps_of
from reachcheck.method import Growth
from reachcheck.model.columns import Bools, Floats
from reachcheck.stats.power import drips, lots
from reachcheck.stats.scan import Held, Scan

DELIVERIES = (1, 3, 30)
"""Days over which people are delivered evenly."""
SEEN = 0.95
PLACES = 5
"""Days, evenly over the year, from which on people of a long delivery are put in."""
LONG = 8
"""Days from which on a delivery is part of what is usual: more than one of the weeks that this is taken from."""
ROUNDS = 2
FARTHEST = 4.0
"""Times the first answer: beyond it what is usual keeps up, and no number would be seen."""


def smallest_visible(grown: Grown, method: Growth) -> dict[int, float]:
    """People by days of delivery; NaN where no number would be seen, as over weeks without known attention."""
    scan = (scan_of if grown.attention else steps_of)(method, grown.days.cadence)
    all_held = _held(method, [grown], scan)
    plain, looked = _windows(all_held, scan), grown.looked_at(method.least_level)
    found = {}
    for days in DELIVERIES:
        people = first = _smallest(plain, scan, looked, days)
        for _ in range(ROUNDS if days >= LONG and not np.isnan(people) else 0):
            busier = _held(method, _with(grown, people, days), scan)
            among = [one.among(many) for one, many in zip(all_held, busier, strict=True)]
            people = _smallest(_windows(among, scan), scan, looked, days)
        found[days] = people if people <= FARTHEST * first else float("nan")
    return found


def _windows(all_held: list[Held], scan: Scan) -> list[Floats]:
    return [_needed(all_held, scan, kind) for kind in range(len(scan.lengths))]


def _held(method: Growth, together: list[Grown], scan: Scan) -> list[Held]:
    return held(method, together, scan) if together[0].attention else [past(method, together, scan)]


def _with(grown: Grown, people: float, days: int) -> list[Grown]:
    """The account with so many more people, who come from one day on or from another."""
    found = []
    for start in np.linspace(0, len(grown.days) - days, PLACES).astype(np.int64).tolist():
        gain = grown.days.gain.copy()
        gain[start : start + days] += people / days
        found.append(replace(grown, days=replace(grown.days, gain=gain)))
    return found


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


def _smallest(windows: list[Floats], scan: Scan, looked: Bools, days: int) -> float:
    """Of so many people over some days in a row: the windows that hold them all, or lie wholly among them.

    A window without its best days shows only what comes over all of it. `looked`: the days on which steps may begin.
    """
    starts = len(looked) - days + 1
    if starts <= 0:
        return float("nan")
    least = np.full(starts, np.inf)
    for kind, (length, needed) in enumerate(zip(scan.lengths, windows, strict=True)):
        if kind == len(scan.windows) and days < length:
            continue
        share = min(length / days, 1.0)
        for offset in range(abs(length - days) + 1):
            at = np.arange(starts) + (offset if length < days else -offset)
            inside = (at >= 0) & (at < len(needed))
            least[inside] = np.fmin(least[inside], needed[at[inside]] / share)
    known = least[np.isfinite(least) & looked[:starts]]
    return float(np.quantile(known, SEEN)) if len(known) else float("nan")
