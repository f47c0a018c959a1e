"""In which words a world is described."""

from dataclasses import dataclass
from typing import Literal

MonthDay = tuple[int, int]
Four = tuple[float, float, float, float]
"""One number a circle: near, nearby, keen, passing."""

ALL_YEAR = (1.0,) * 12
ALL_WEEK = (1.0,) * 7


@dataclass(frozen=True, kw_only=True)
class When:
    """Days on which something begins; the ways add up."""

    a_year: float = 0.0
    """How often at random, more often in season."""
    dates: tuple[MonthDay, ...] = ()
    """On these days of every year."""
    jitter: int = 0
    """By up to so many days each profile has the dates earlier or later than the others."""
    every: int = 0
    """Every so many days, from a day by chance of each profile."""
    back: bool = False
    """On the day on which the owner comes back from more than a holiday."""


Shape = Literal["fades", "even", "grows"]


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """Something that makes people aware of a profile, beside its own posts."""

    when: When
    people: float
    """How many become aware in all, in the median, of a profile that begins with 1,000 followers."""
    grows: float = 0.65
    """With which power of the followers at the start that number goes; 0: it has nothing to do with them."""
    varies: float = 0.8
    """Log-sd of the number between occasions."""
    lasts: int = 3
    shape: Shape = "fades"
    circles: Four = (0.1, 0.4, 0.3, 0.2)
    """Among whom."""
    visit: float = 0.2
    """Chance that somebody who became aware goes to the profile."""
    follow: float = 1.0
    """How much likelier than usual a visitor follows."""
    reached: float = 0.0
    """Which share of those aware the platform counts as reached by this profile."""
    visited: bool = True
    """Whether following needs a visit to the profile; it does not by a button in a newsletter, say."""
    strange: float = 0.0
    """Down to which share people may be found who do not follow yet; 1 where they are new, as a year's pupils."""
    guests: float = 0.0
    """Which share of those who follow because of it came for it only, and go after it."""
    named: float = 0.5
    """Share of the occasions that the owner could name afterwards."""
    among: float = 1.0
    """Share of the profiles that have such occasions at all."""


@dataclass(frozen=True, kw_only=True)
class Farewell:
    """Something after which followers go: pupils leave school, a campaign is over."""

    when: When
    share: float
    """Which share of a circle's followers goes because of it, in the mean; it varies with log-sd 0.7."""
    lasts: int = 30
    circles: Four = (1.0, 1.0, 1.0, 1.0)
    """How much each circle goes, relative to `share`."""


@dataclass(frozen=True, kw_only=True)
class World:
    """Under which circumstances profiles live: what their owners do, and what befalls them."""

    posts_a_week: float = 1.5
    season: tuple[float, ...] = ALL_YEAR
    """How busy each month is, January first."""
    week: tuple[float, ...] = ALL_WEEK
    """How busy each day is, Monday first."""
    closed: tuple[tuple[MonthDay, MonthDay], ...] = ()
    """From when to when nobody posts."""
    leave: float = 0.0
    """Share of the owners who are away when the year begins and come back in its course."""
    near: float = 1.0
    """How many people who know the owner there are, relative to a private person."""
    local: float = 1.0
    """How much of the rest is of the place or the trade."""
    searched: float = 1.0
    """How often people look the profile up by name."""
    recommended: float = 1.0
    """How much the platform shows the profile to strangers."""
    liked: float = 1.0
    """How readily followers respond."""
    travels: float = 0.2
    """How many more people pass a post on for each who did, in the median."""
    cards: bool = False
    """Whether people may follow from the platform's recommendation itself, without a visit."""
    approves: float = 0.0
    """Share of the profiles that are private: the owner lets those who asked in, many at once."""
    late: float = 0.0
    """How often a year the platform books all that happened on a day on the next one."""
    gaps: float = 0.1
    """Share of the profiles in whose export days are missing."""
    occasions: tuple[Occasion, ...] = ()
    farewells: tuple[Farewell, ...] = ()

    @property
    def needs_visit(self) -> bool:
        """Whether everybody who follows visited the profile before."""
        return not self.cards and all(occasion.visited for occasion in self.occasions)
