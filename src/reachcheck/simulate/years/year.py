"""What happened to many profiles day by day, with the truth that no export holds."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reachcheck.model.columns import Bools, Floats

FIRST_DAY = date(2025, 10, 1)


@dataclass(frozen=True, kw_only=True, eq=False)
class Years:
    """Arrays of shape (profiles, days); `start` and `handle` have one entry a profile.

    Counts of people are whole numbers. What the platform's export does not show on a day is NaN there; `gained`,
    `lost` and `bought` are what happened, whatever the export shows of it.
    """

    world: str
    """Under which circumstances these profiles live."""
    first_day: date = FIRST_DAY
    start: Floats
    """Followers before the first day."""
    gained: Floats
    """Who came on a day, bought accounts among them."""
    lost: Floats
    bought: Floats
    """How many of `gained` were bought."""
    reach: Floats
    """Accounts reached, as the platform counts them: others than followers among them."""
    visits: Floats
    """Visits to the profile."""
    responses: Floats
    """Likes and comments on what was posted on a day; NaN where nothing was. At most one post a day."""
    post_reach: Floats
    """Accounts that the post of a day reached in all; NaN where nothing was posted."""
    event: Bools
    """Days of something that the owner could name: a mention in the press, a giveaway, an advertisement."""
    missing: Bools
    """Days of which the export has no row."""
    quantum: Floats
    """To what the export rounds counts of followers, gains and losses; 1 where it does not."""

    @property
    def level(self) -> Floats:
        """Followers at the end of each day."""
        return np.asarray(self.start[:, None] + np.cumsum(self.gained - self.lost, axis=1), dtype=np.float64)

    @property
    def days(self) -> int:
        """How many days there are."""
        return len(self.gained[0]) if len(self) else 0

    def take(self, which: NDArray[np.intp] | Bools) -> "Years":
        """Some of the profiles."""
        taken: dict[str, Any] = {name: getattr(self, name)[which] for name in _ARRAYS}
        return replace(self, **taken)

    @classmethod
    def join(cls, parts: Sequence["Years"], world: str) -> "Years":
        """Profiles of several worlds with the same days."""
        arrays: dict[str, Any] = {name: np.concatenate([getattr(part, name) for part in parts]) for name in _ARRAYS}
        return replace(parts[0], world=world, **arrays)

    def __len__(self) -> int:
        return len(self.start)


_ARRAYS = tuple(field.name for field in fields(Years) if field.name not in ("world", "first_day"))
