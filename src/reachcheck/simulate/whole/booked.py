"""The year by day as the platform books it: its own midnight, figures that come late, days without a row."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from reachcheck.simulate.chance import DAY, Bools, Ints, Rng
from reachcheck.simulate.invented import Rows
from reachcheck.simulate.whole.calendar import DAYS, FIRST_DAY, START
from reachcheck.simulate.whole.crowd import Crowd

MIDNIGHTS = (-8, -7, 0, 0, 0, 1, 2)
"""Hours by which a platform's day may be off."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Days:
    """One entry a day."""

    count: Ints
    """Followers at its end."""
    gained: Ints
    lost: Ints
    listed: Bools
    """Whether the export has a row of it; always of the first and the last."""


def make_days(crowd: Crowd, rng: Rng) -> Days:
    """Book who came and left; a day whose figures were late is booked with the next one."""
    off, late = 3600 * int(rng.choice(MIDNIGHTS)), _late(rng)
    gained, lost = _booked(crowd.came, off, late), _booked(crowd.left, off, late)
    before = int((crowd.came < START).sum())
    missing = rng.random(DAYS) < rng.choice([0.0, 0.003, 0.02, 0.06])
    missing[[0, -1]] = False
    return Days(count=before + np.cumsum(gained - lost), gained=gained, lost=lost, listed=~missing)


def _late(rng: Rng) -> Ints:
    """By day, on which it is booked: itself for most profiles, later for one to four stretches of a few days."""
    booked = np.arange(DAYS)
    for _ in range(int(rng.integers(1, 5)) if rng.random() < 0.3 else 0):
        first, length = int(rng.integers(0, DAYS - 6)), int(rng.integers(1, 4))
        booked[first : first + length] = first + length
    return booked


def _booked(moments: Ints, off: int, late: Ints) -> Ints:
    """How many of the moments in the year are booked on each day; near its ends, on the first or the last."""
    end = START + DAYS * DAY
    inside = moments[(moments >= START) & (moments < end)]
    day = np.clip((inside + off - START) // DAY, 0, DAYS - 1)
    return np.bincount(late[day], minlength=DAYS)


def daily_rows(days: Days, reach: Ints) -> Rows:
    """The rows of the export, oldest first."""
    dates = [(FIRST_DAY + timedelta(days=i)).isoformat() for i in range(DAYS)]
    columns = (dates, days.count.tolist(), days.gained.tolist(), days.lost.tolist(), reach.tolist())
    every = list(zip(*columns, strict=True))
    return tuple(row for row, listed in zip(every, days.listed.tolist(), strict=True) if listed)
