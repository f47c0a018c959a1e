"""What brings people in a year, before anything is counted: the common language of all worlds."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.people import People


@dataclass(frozen=True, kw_only=True, eq=False)
class Cause:
    """Arrays of shape (people, days); counts are whole numbers of people."""

    posted: Bools
    appeal: Floats
    """How far the post of a day goes; 1 is usual for this person."""
    strangers: Floats
    """Others than followers whom the platform shows something of this person on a day."""
    carried: Floats
    """Of the post of a day: how many strangers it reaches in all."""
    lookers: Floats
    """Others than followers who open the profile on a day."""
    came: Floats
    """Who begins to follow on a day; each was a looker before or was shown something, except in unseen worlds."""
    left: Floats
    """Who goes on a day for a reason of this world, beside those who always go."""
    named: Bools
    """What the owner would name, if asked what happened."""

    def more(self, **people: Floats) -> "Cause":
        """The same with more people of some kinds."""
        return replace(self, **{kind: getattr(self, kind) + number for kind, number in people.items()})

    def naming(self, which: Bools) -> "Cause":
        """The same with more days that the owner would name."""
        return replace(self, named=self.named | which)


Mechanism = Callable[[People, int, Rng], Cause]
"""From people, days and a stream to what brings others to them."""


def nothing(people: People, days: int) -> Cause:
    """Days on which nothing happens."""
    shape = (len(people), days)
    return Cause(
        posted=np.zeros(shape, np.bool_),
        appeal=np.zeros(shape),
        strangers=np.zeros(shape),
        carried=np.zeros(shape),
        lookers=np.zeros(shape),
        came=np.zeros(shape),
        left=np.zeros(shape),
        named=np.zeros(shape, np.bool_),
    )
