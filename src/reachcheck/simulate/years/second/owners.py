"""What profiles are like before anything happens to them."""

from dataclasses import dataclass

import numpy as np

from reachcheck.model.columns import Bools, Floats
from reachcheck.simulate.chance import Rng
from reachcheck.simulate.years.second.draws import chances, spread
from reachcheck.simulate.years.second.worlds import World


@dataclass(frozen=True, kw_only=True, eq=False)
class Owners:
    """One entry a profile."""

    start: Floats
    """Followers before the first day."""
    asleep: Bools
    """Nearly dormant."""
    rate: Floats
    """Who comes on a usual day."""
    branching: Floats
    """Whom everybody who comes brings along sooner or later, on average; below 1."""
    by_posts: Floats
    """Share of the rest that come because of posts."""
    visit: Floats
    """Chance to look at the profile of those whom it is shown to."""
    follow: Floats
    """Chance to follow of those who look."""
    chatty: Floats
    """Chance of a post on a day when the owner is about."""
    view: Floats
    """Share of the followers who see a usual post."""
    stories: Floats
    """Share of the followers whom the profile reaches on a day without a post, when the owner is about."""
    pull: Floats
    """Log-sd between posts."""
    respond: Floats
    """Chance of a response of a follower who sees a usual post."""
    leave: Floats
    """Chance a day that a settled follower leaves."""
    hollow: Floats
    """Share of the followers with nobody behind them."""
    niche: Floats
    """How many people there are whom the subject could concern."""
    nerves: Floats
    """Shape of the gamma noise of days: the smaller, the more one day differs from the next."""
    brevity: Floats
    """Chance a day that somebody leaves who did not mean to stay."""
    heard: Floats
    """Accounts reached, as the platform counts them, for each who comes by word of mouth."""
    blur: Floats
    """Log-sd of what the platform calls reach, against accounts reached."""


def owners(rng: Rng, world: World, n: int, sizes: tuple[float, float]) -> Owners:
    """So many, with start counts log-uniform between both sizes."""
    start = np.rint(np.exp(rng.uniform(np.log(sizes[0]), np.log(sizes[1]), n)))
    asleep = rng.random(n) < world.asleep
    scale = start / 1000
    growth = world.growth * scale**-0.1 * rng.lognormal(0.0, 0.8, n)
    return Owners(
        start=start,
        asleep=asleep,
        rate=growth * start / 365 * np.where(asleep, 0.15, 1.0),
        branching=0.9 * rng.beta(2.2, 2.2, n),
        by_posts=chances(rng, n, 0.5, 6.0),
        visit=chances(rng, n, 0.03, 60.0),
        follow=0.01 + chances(rng, n, 0.14, 20.0),
        chatty=np.where(asleep, 0.03, chances(rng, n, 0.35, 3.0)),
        view=chances(rng, n, 0.38 * np.clip(scale, 0.05, None) ** -0.07, 15.0),
        stories=np.where(asleep, 0.0, rng.beta(1.2, 20.0, n)),
        pull=rng.uniform(0.3, 0.9, n),
        respond=np.minimum(0.09 * scale**-0.12 * spread(rng, 0.6, n), 0.6),
        leave=0.07 * spread(rng, 0.5, n) / 365,
        hollow=chances(rng, n, world.hollow, 18.0),
        niche=4000 * start**0.6 * rng.lognormal(0.0, 1.5, n),
        nerves=np.exp(rng.uniform(np.log(4), np.log(80), n)),
        brevity=1 / rng.uniform(12.0, 60.0, n),
        heard=np.where(rng.random(n) < 0.5, rng.gamma(2.0, 5.0, n), 0.0),
        blur=rng.uniform(0.01, 0.12, n),
    )
