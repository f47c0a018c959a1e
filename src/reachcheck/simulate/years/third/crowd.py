"""The people around profiles on a day: who follows, who might, who waits to be let in."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats, Index
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.third import circles
from reachcheck.simulate.years.third.draws import column, some, total
from reachcheck.simulate.years.third.owners import Owners

BORED = 0.012
"""Of guests, who goes on a day; more once what they came for is over."""
DONE = 0.14
DEAD = 0.0005
"""Of drifters, who goes on a day of themselves; the others wait for the platform to remove them."""
PURGED = 0.012
"""Of passing followers, whom a removal of accounts takes, where it takes all drifters."""


@dataclass(frozen=True, eq=False)
class Crowd:
    """Changed in place from day to day; arrays of shape (profiles, 4) are by circle."""

    followers: Index
    guests: Index
    """Who follows for a while only."""
    drifters: Index
    strangers: Floats
    """Who might follow."""
    pool: Floats
    waiting: Index
    """Who asked a private profile and had no answer yet."""
    private: Bools

    @classmethod
    def around(cls, who: Owners, private: Bools) -> "Crowd":
        """Before the first day."""
        return cls(
            who.followers.copy(),
            np.zeros(len(who), np.int64),
            who.drifters.copy(),
            who.pool - who.followers,
            who.pool,
            np.zeros_like(who.followers),
            private,
        )

    @property
    def level(self) -> Index:
        """All who follow."""
        return total(self.followers) + self.guests + self.drifters

    @property
    def found(self) -> Floats:
        """The share of each circle's people who do not follow yet and might."""
        return np.asarray(np.maximum(self.strangers, 0.0) / self.pool, dtype=np.float64)

    def decide(self, aware: Index, follow: Index, rng: Rng) -> None:
        """Those who became aware follow, or decide never to, or think no more of it."""
        never = some(rng, aware - follow, circles.HESITATE)
        np.maximum(self.strangers - follow - never, 0.0, out=self.strangers)

    def admit(self, new: Index, guests: Index, opens: Bools, rng: Rng) -> Index:
        """Let in who follows; of a private profile those who wait, when the owner looks. Returns how many came."""
        asked = np.where(column(self.private), new + self.waiting, 0)
        let_in = np.where(column(self.private & opens), some(rng, asked, 0.93), 0)
        self.waiting[:] = np.where(column(self.private & ~opens), asked, 0)
        came = np.where(column(self.private), let_in, new)
        staying = np.minimum(guests, came)
        self.followers[:] += came - staying
        self.guests[:] += total(staying)
        return total(came)

    def leave(self, shares: Floats, over: Bools, purge: Floats, rng: Rng) -> Index:
        """Let go who goes: shares of the followers, guests once it is over, whom the platform removes."""
        shares = shares.copy()
        shares[:, circles.PASSING] += purge * PURGED
        gone = some(rng, self.followers, shares)
        guests = some(rng, self.guests, np.where(over, DONE, BORED))
        drifters = some(rng, self.drifters, DEAD + purge)
        self.followers[:] -= gone
        self.guests[:] -= guests
        self.drifters[:] -= drifters
        return total(gone) + guests + drifters
