"""The curve of one profile, thinned for drawing, with its steps marked and where it would be without them."""

import numpy as np

from reachcheck.measures.base import Context
from reachcheck.measures.drawing import MOST_POINTS, evenly, series
from reachcheck.measures.growth.counts import counted
from reachcheck.measures.growth.grown import Grown
from reachcheck.model.columns import Floats, Index, Times
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.measure import Part


def curve(context: Context, grown: Grown, steps: tuple[Part, ...], profile: int) -> Figure:
    """The count at the end of each day, or what is known in its place; picked up to the cap."""
    line = counted(context.dossiers, grown.series, profile)
    day = line.day.astype("datetime64[D]")
    pick = _picked(day)
    low, high = _without(steps, day, line.value)
    return Figure(
        id=line.what,
        kind="line",
        x=tuple(day[pick].astype(str).tolist()),
        y=series(line.value[pick]),
        low=series(low[pick]),
        high=series(high[pick]),
        marks=tuple(Mark(kind=s.kind, start=str(s.start), end=str(s.end), value=s.value) for s in steps),
    )


def _picked(day: Times) -> Index:
    """All days up to the cap; of more the last of each month, which tables tell of, and others evenly between."""
    if len(day) <= MOST_POINTS:
        return np.arange(len(day))
    month = day.astype("datetime64[M]")
    last = np.flatnonzero(np.append(month[1:] != month[:-1], True))
    last = last[evenly(len(last), MOST_POINTS // 2)]
    return np.union1d(last, evenly(len(day), MOST_POINTS - len(last)))


def _without(steps: tuple[Part, ...], days: Times, level: Floats) -> tuple[Floats, Floats]:
    """The level less all who came in unexplained steps so far, and less those beyond the usual.

    Only from the first such step on, and not within one, where nobody knows who came on which day.
    """
    away = [step for step in steps if step.kind == "unexplained" and step.start is not None]
    low, high = np.full(len(level), np.nan), np.full(len(level), np.nan)
    if not away:
        return low, high
    most, least, within = np.zeros(len(level)), np.zeros(len(level)), np.zeros(len(level), dtype=np.bool_)
    for step in away:
        first, last = np.datetime64(step.start, "D"), np.datetime64(step.end or step.start, "D")
        within |= (days >= first) & (days < last)
        most += np.where(days >= last, max(step.value or 0.0, step.people or 0.0), 0.0)
        least += np.where(days >= last, step.people or 0.0, 0.0)
    after = (days >= min(np.datetime64(step.start, "D") for step in away)) & ~within
    lowest = min(0.0, float(level.min()))
    low[after] = np.floor(np.maximum(level - most, lowest)[after])
    high[after] = np.ceil(np.maximum(level - least, lowest)[after])
    return low, high
