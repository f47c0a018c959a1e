"""Under which circumstances profiles live: what happens to them, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Sale = tuple[int, int, float]
"""Day of the year on which it begins, how many days it lasts, and how much more people come."""


@dataclass(frozen=True, kw_only=True)
class World:
    """Rates are a year and a profile; shares and chances are between 0 and 1."""

    growth: float = 0.22
    """Who comes in a usual year to a usual profile of 1,000 followers, as a share of them, before anything special."""
    asleep: float = 0.08
    """Share of profiles that are nearly dormant."""
    hits: float = 0.008
    """Chance that a post goes far beyond the usual."""
    far: float = 4.0
    """How many times as far as a usual one such a post goes at least."""
    tail: float = 1.3
    """Exponent of the Pareto tail beyond that; the smaller, the farther."""
    mentions: float = 1.2
    """By others, of any size."""
    unseen: float = 0.5
    """Share of the mentions that the platform's reach does not count."""
    groups: float = 0.5
    """People who know each other and come within days."""
    giveaways: float = 0.25
    campaigns: float = 0.2
    """Stretches of paid promotion."""
    named: float = 0.75
    """Chance that the owner would name something that nobody could overlook."""
    weekly: float = 0.12
    """Log-amplitude of the week."""
    yearly: float = 0.1
    sales: tuple[Sale, ...] = ()
    steps: float = 0.6
    """Stretches in which the platform suggests the profile more than before, or less."""
    silent: float = 0.02
    """Share that falls silent for months and comes back."""
    hollow: float = 0.06
    """Mean share of followers with nobody behind them any more."""
    clean_ups: int = 2
    """By the platform, of all its profiles at once."""
    clean: float = 0.05
    """Share of the hollow accounts that a clean-up finds."""


WORLDS: Mapping[str, World] = MappingProxyType(
    {
        "everyday": World(),
        "mentions": World(mentions=7.0, unseen=0.4, named=0.9, asleep=0.04),
        "seasonal trade": World(
            weekly=0.45,
            yearly=0.6,
            sales=((325, 9, 4.0), (341, 14, 2.2), (8, 12, 1.8), (125, 8, 2.0)),
            giveaways=0.7,
            campaigns=0.8,
            asleep=0.03,
        ),
        "campus or firm": World(groups=4.0, named=0.5, weekly=0.3, yearly=0.25, hits=0.003, growth=0.15),
        "comeback": World(silent=1.0, hollow=0.2, clean_ups=4, clean=0.12, growth=0.18, asleep=0.0),
        "advertiser": World(campaigns=4.0, named=0.95, asleep=0.0, giveaways=0.6),
        "recommended": World(hits=0.03, far=10.0, tail=1.0, growth=0.5, mentions=0.8),
    }
)
