"""The curve of one profile, thinned for drawing, with its steps marked."""

import numpy as np

from reachcheck.measures.growth.grown import Grown
from reachcheck.results.figure import Figure, Mark
from reachcheck.results.measure import Part
from reachcheck.stats.sets import distinct

MOST_POINTS = 1000


def curve(grown: Grown, steps: tuple[Part, ...]) -> Figure:
    """The count after each period, or all who came so far where no level is known; evenly picked up to the cap."""
    growth = grown.series
    level = growth.level + growth.gain
    rebuilt = not np.all(np.isnan(level))
    if not rebuilt:
        level = np.cumsum(np.nan_to_num(growth.gain, nan=0.0))
    pick = distinct(np.linspace(0, len(growth) - 1, min(len(growth), MOST_POINTS)).astype(np.int64))
    return Figure(
        id="followers_by_time" if rebuilt else "gained_by_time",
        kind="line",
        x=tuple(growth.end[pick].astype("datetime64[D]").astype(str).tolist()),
        y=tuple(None if value != value else value for value in level[pick].tolist()),
        marks=tuple(Mark(kind=s.kind, start=str(s.start), end=str(s.end), value=s.value) for s in steps),
    )
