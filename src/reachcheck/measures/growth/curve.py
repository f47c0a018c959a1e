"""The curve of one profile, thinned for drawing, with its steps marked and where it would be without them."""

import numpy as np

from reachcheck.measures.drawing import MOST_POINTS, evenly, series
from reachcheck.measures.growth.grown import Grown
from reachcheck.model.columns import Floats, Times
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.measure import Part


def curve(grown: Grown, steps: tuple[Part, ...]) -> Figure:
    """The count after each period, or all who came so far where no level is known; evenly picked up to the cap."""
    growth = grown.series
    level = growth.level + growth.gain
    rebuilt = not np.all(np.isnan(level))
    if not rebuilt:
        level = np.cumsum(np.nan_to_num(growth.gain, nan=0.0))
    pick = evenly(len(growth), MOST_POINTS)
    low, high = _without(steps, growth.end, level)
    return Figure(
        id="followers_by_time" if rebuilt else "gained_by_time",
        kind="line",
        x=tuple(growth.end[pick].astype("datetime64[D]").astype(str).tolist()),
        y=series(level[pick]),
        low=series(low[pick]),
        high=series(high[pick]),
        marks=tuple(Mark(kind=s.kind, start=str(s.start), end=str(s.end), value=s.value) for s in steps),
    )


def _without(steps: tuple[Part, ...], end: Times, level: Floats) -> tuple[Floats, Floats]:
    """The level less all who came in unexplained steps so far, and less those beyond the usual.

    Only from the first such step on, and not within one, where nobody knows who came on which day.
    """
    away = [step for step in steps if step.kind == "unexplained" and step.start is not None]
    low, high = np.full(len(level), np.nan), np.full(len(level), np.nan)
    if not away:
        return low, high
    days = end.astype("datetime64[D]")
    most, least, within = np.zeros(len(level)), np.zeros(len(level)), np.zeros(len(level), dtype=np.bool_)
    for step in away:
        first, last = np.datetime64(step.start, "D"), np.datetime64(step.end or step.start, "D")
        within |= (days >= first) & (days < last)
        most += np.where(days >= last, max(step.value or 0.0, step.people or 0.0), 0.0)
        least += np.where(days >= last, step.people or 0.0, 0.0)
    after = (days >= min(np.datetime64(step.start, "D") for step in away)) & ~within
    low[after] = np.floor(np.maximum(level - most, 0.0)[after])
    high[after] = np.ceil(np.maximum(level - least, 0.0)[after])
    return low, high
