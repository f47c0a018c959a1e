"""What kind of account each profile is: its size, its rhythm, how well it converts."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.first.worlds import World


@dataclass(frozen=True, kw_only=True, eq=False)
class Accounts:
    """One entry a profile."""

    size: Floats
    """Followers at the start."""
    conversion: Floats
    """New followers for each account reached, in the middle of the year."""
    calm: Floats
    """Accounts reached on a day without any post."""
    posts_a_week: Floats
    reach_of_post: Floats
    """Accounts that a usual post reaches."""
    smoothness: Floats
    hazard: Floats
    """Share of followers who leave on a day."""
    answers: Floats
    """Likes and comments for each account that a post reaches."""

    def __len__(self) -> int:
        return len(self.size)


def accounts(world: World, n: int, sizes: tuple[float, float], rng: Rng) -> Accounts:
    """Draw accounts: sizes evenly by their logarithm, everything else around what its size makes usual."""
    size = np.rint(np.exp(rng.uniform(np.log(sizes[0]), np.log(sizes[1]), n)))
    weekly = np.clip(rng.lognormal(np.log(2.0), 0.8, n), 0.1, 7.0) * world.activity
    reached = 0.45 * size**0.97 * rng.lognormal(0.0, 0.4, n)
    calm = 0.03 * size**0.97 * rng.lognormal(0.0, 0.5, n) + 0.5
    attention = 365 * calm + 52 * weekly * reached
    growth = np.clip(rng.lognormal(np.log(0.18 * np.sqrt(world.activity)), 0.8, n), 0.005, 3.0)
    return Accounts(
        size=size,
        conversion=growth * size / attention,
        calm=calm,
        posts_a_week=weekly,
        reach_of_post=reached,
        smoothness=rng.uniform(*world.noise, n),
        hazard=rng.lognormal(np.log(2.2e-4), 0.5, n),
        answers=np.clip(0.12 * (size / 1000) ** -0.12 * rng.lognormal(0.0, 0.5, n), 0.002, 0.8),
    )
