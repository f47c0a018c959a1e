"""What happened, as it adds up day by day, and what the platform makes of it."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng


@dataclass(frozen=True, eq=False)
class Ledger:
    """Arrays of shape (profiles, days), filled in place; `Years` says what they mean."""

    gained: Floats
    lost: Floats
    reach: Floats
    visits: Floats
    responses: Floats
    post_reach: Floats

    @classmethod
    def blank(cls, posted: Bools) -> "Ledger":
        """Nothing happened yet."""
        nothing = [np.zeros(posted.shape) for _ in range(4)]
        posts = [np.where(posted, 0.0, np.nan) for _ in range(2)]
        return cls(*nothing, *posts)

    def post(self, day: Index, reached: Index, responded: Index) -> None:
        """Somebody saw, somebody responded to the post of a day; -1 where there is none yet."""
        rows = np.flatnonzero(day >= 0)
        self.post_reach[rows, day[rows]] += reached[rows]
        self.responses[rows, day[rows]] += responded[rows]


def booked(happened: Floats, late: Bools) -> Floats:
    """The same, with all of a late day on the day after it."""
    shown = happened.copy()
    for day in np.flatnonzero(late):
        shown[:, day + 1] += shown[:, day]
        shown[:, day] = 0.0
    return shown


def gaps(shape: tuple[int, int], share: float, rng: Rng) -> Bools:
    """Days that exports lack: of a share of the profiles, some days here and there or some weeks in a row."""
    n, days = shape
    missing = rng.random(shape) < rng.uniform(0.005, 0.04, n)[:, None]
    first = rng.integers(0, days, n)
    at = np.arange(days)
    block = (at >= first[:, None]) & (at < (first + rng.integers(3, 40, n))[:, None])
    has, blocks = rng.random(n) < share, rng.random(n) < 0.5
    return np.asarray(has[:, None] & np.where(blocks[:, None], block, missing), dtype=np.bool_)
