"""A platform whose figures come late, over a week, or rounded: what befalls people is that of two other worlds.

Half of them live by word of mouth, half by a recommender. What is counted is right and dated wrongly: see
`report.late`. An export shows the cause in visits and in reach, but for some on the day after or the second after, or
within the seven days of a window. Gains and losses are dated rightly.
"""

from dataclasses import fields, replace

import numpy as np

from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.cause import Cause
from reachcheck.simulate.years.fourth.people import People
from reachcheck.simulate.years.fourth.worlds.network import by_word_of_mouth
from reachcheck.simulate.years.fourth.worlds.recommender import recommended


def late_figures(people: People, days: int, rng: Rng) -> Cause:
    """Of each person one of the two lives."""
    talked, shown = by_word_of_mouth(people, days, rng), recommended(people, days, rng)
    which = rng.random((len(people), 1)) < 0.5
    mixed = {
        each.name: np.where(which, getattr(talked, each.name), getattr(shown, each.name)) for each in fields(Cause)
    }
    return replace(talked, **mixed)
