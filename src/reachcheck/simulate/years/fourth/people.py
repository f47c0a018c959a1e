"""Whose years they are: each person has a size and habits of their own, as have those who follow them."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.fourth.draws import around


@dataclass(frozen=True, kw_only=True, eq=False)
class People:
    """Arrays with one entry a person."""

    start: Floats
    """Followers before the first day: 30 to 1,000,000 if nothing else is asked for, log-uniform."""
    charm: Floats
    """Chance that a stranger who looks at the profile follows."""
    reads: Floats
    """Share of the followers whom an ordinary post reaches; smaller for the large."""
    likes: Floats
    """Share of those reached who like or comment."""
    diligence: Floats
    """Posts a day in a diligent phase."""
    known: Floats
    """Strangers a day who look the person up for reasons of their own."""
    curious: Floats
    """Share of the followers who open the profile on a day."""
    stories: Floats
    """Share of the readers who are reached on a day without a post."""
    restless: Floats
    """Chance of a settled follower to leave on a day."""
    fickle: Floats
    """The same of somebody who came lately."""

    def __len__(self) -> int:
        return len(self.start)


def people(n: int, sizes: tuple[float, float], rng: Rng) -> People:
    """Some people. By word of mouth alone half of them grow by less than a per cent a month."""
    low, high = np.log(sizes)
    start = np.rint(np.exp(rng.uniform(low, high, n)))
    charm = rng.beta(2.0, 9.0, n) + 0.02
    return People(
        start=start,
        charm=charm,
        reads=np.clip(around(rng, 0.9 * start**-0.15, 0.35, n), 0.02, 0.8),
        likes=np.clip(around(rng, 0.06, 0.5, n), 0.003, 0.4),
        diligence=rng.beta(1.2, 2.5, n) * 0.95 + 0.02,
        known=around(rng, 0.0002 * (start + 60.0) ** 0.98, 0.9, n) / charm,
        curious=around(rng, 0.004, 0.6, n),
        stories=rng.beta(1.0, 4.0, n),
        restless=around(rng, 0.00015, 0.6, n),
        fickle=around(rng, 0.006, 0.6, n),
    )
