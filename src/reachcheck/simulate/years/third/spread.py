"""How a post goes from one to another: a branching through circles of people, hotter or cooler, which cools down."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.third import circles
from reachcheck.simulate.years.third.draws import about, column, some

SHARED = 0.06
"""Of those who respond, who passes the post on."""
CONTACTS = 12.0
"""To how many it is shown thereby."""
GENERATIONS = 2
"""So many steps from one to the next on a day."""
COOLS = 0.8
"""How much of a post's heat is left for the next step."""


@dataclass(frozen=True, eq=False)
class Spread:
    """Changed in place: who is about to pass on the last post of each profile, by circle."""

    passing_on: Index
    heat: Floats
    """How many more pass it on for each who does."""
    post: Index
    """The day of the profile's last post; -1 before the first."""

    @classmethod
    def still(cls, n: int) -> "Spread":
        """Nothing goes round."""
        return cls(np.zeros((n, 4), np.int64), np.zeros(n), np.full(n, -1))

    def begin(self, day: int, posted: Bools, travels: Floats, responded: Index, rng: Rng) -> None:
        """Followers who responded to a new post pass it on; what still went round goes on as part of it."""
        self.passing_on[:] += some(rng, responded, SHARED)
        self.heat[:] = np.where(posted, np.maximum(travels, self.heat), self.heat)
        self.post[:] = np.where(posted, day, self.post)

    def go_on(self, found: Floats, rng: Rng) -> Index:
        """The strangers who see it on a day, by circle."""
        exposed = np.zeros_like(self.passing_on)
        for _ in range(GENERATIONS):
            shown = about(rng, CONTACTS * (self.passing_on @ circles.PASSED_ON) * found)
            self.passing_on[:] = some(rng, shown, column(self.heat / CONTACTS))
            self.heat[:] *= COOLS
            exposed += shown
        return exposed
