"""Followers, by how they are tied: who leaves when."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.second.draws import some, uneven
from reachcheck.simulate.years.second.owners import Owners

AWAY, RETURN = 6e-5, 1 / 45
"""Chances a day that somebody deactivates an account for a while, and that they are back."""
ABANDON = 8e-5
"""Chance a day that somebody gives an account up without closing it."""
RESTORED = 0.15
"""Share of the accounts removed by a clean-up that a platform gives back within days."""


@dataclass
class Ties:
    """Followers now, one entry a profile; changes day by day.

    Ties of several kinds with a hazard each make one that falls with the age of the tie (Vaupel and Yashin, 1985).
    """

    settled: Floats
    passing: Floats
    """Those who do not mean to stay."""
    hollow: Floats
    """Accounts with nobody behind them: they leave when the platform removes them."""
    away: Floats
    """Deactivated for a while: not counted."""
    removed: Floats
    """Removed by mistake: not counted until they are given back."""

    @classmethod
    def at(cls, rng: Rng, who: Owners) -> "Ties":
        """As they are before anything is recorded."""
        hollow = some(rng, who.start, who.hollow)
        passing = np.minimum(np.rint(0.3 * who.rate * 30), np.floor(0.1 * (who.start - hollow)))
        away = np.rint((who.start - hollow) * AWAY / RETURN)
        return cls(who.start - hollow - passing, passing, hollow, away, np.zeros_like(who.start))

    @property
    def level(self) -> Floats:
        """The count that the platform shows."""
        return self.settled + self.passing + self.hollow

    @property
    def awake(self) -> Floats:
        """Who might see a post."""
        return self.settled + self.passing

    def join(self, stayers: Floats, passers: Floats) -> None:
        """Newcomers of both kinds."""
        self.settled = self.settled + stayers
        self.passing = self.passing + passers

    def come_back(self, rng: Rng) -> Floats:
        """How many accounts are there again that were gone for a while."""
        back, given = some(rng, self.away, RETURN), some(rng, self.removed, 0.4)
        self.away, self.removed = self.away - back, self.removed - given
        self.settled, self.hollow = self.settled + back, self.hollow + given
        return back + given

    def leave(self, rng: Rng, chance: Floats, brevity: Floats, found: Floats) -> Floats:
        """How many leave: the settled by that chance, the passing by theirs, the hollow as far as they are found."""
        today = uneven(rng, 4.0, len(chance))
        gone = some(rng, self.settled, chance * today)
        passed = some(rng, self.passing, brevity * today)
        away = some(rng, self.settled - gone, AWAY)
        cleaned = some(rng, self.hollow, found)
        abandoned = some(rng, self.settled - gone - away, ABANDON)
        self.settled = self.settled - gone - away - abandoned
        self.passing = self.passing - passed
        self.hollow = self.hollow - cleaned + abandoned
        self.away = self.away + away
        self.removed = self.removed + np.floor(cleaned * RESTORED * (rng.random(len(chance)) < 0.2))
        return gone + passed + away + cleaned
