"""What a profile's year is made of, before chance has its say."""

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from reachcheck.simulate.chance import Floats
from reachcheck.simulate.whole.calendar import DAYS

Opened = Literal["ever", "together", "fresh"]
"""When people opened their account: in some wave of adoption; with their group as they came; shortly before."""
Looks = Literal["people", "traders", "empty"]
"""What their accounts look like: anybody's; many followed and many following; nearly nothing in it."""
Make = Literal["crude", "dressed", "aged"]
"""How bought accounts were made."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Stream:
    """One way in which people come to the profile. Shares and chances are between 0 and 1."""

    weight: float
    """How many they are, against other streams."""
    days: Floats
    """Weights of the days on which they come by themselves."""
    before: float = 0.0
    """Share that came before the year."""
    pulled: float = 0.0
    """Share of the others, if nobody told them, that a post brings."""
    mark: int = -1
    """Which marked post brings them; -1 for any post."""
    told: float = 0.3
    """Share that comes because somebody told them who is in the same stream."""
    delay: float = 5.0
    """Days until they do, about."""
    attach: float = 1.0
    close: float = 0.0
    """How close they are to the owner, in standard deviations between people."""
    silent: float = 0.5
    """Share that never responds."""
    reads: float = 0.45
    """Share of posts that one of them sees."""
    back: float = 0.2
    """Share whom the owner follows back."""
    first: bool = False
    """The owner follows them before they follow."""
    churn: float = 0.07
    """Who left in the year for each who stays."""
    leaving: Floats | None = None
    """Weights of the days on which they leave, if they leave for a reason."""
    sleeps: float = 0.015
    """Share that leaves the platform in a year, without a trace."""
    opened: Opened = "ever"
    looks: Looks = "people"
    seen: float = 5.0
    """Accounts reached for each who comes."""
    fades: float = 0.0
    """How much less they respond after weeks than at first."""
    tastes: tuple[float, ...] = (1.0,)
    """How much each topic of the owner is for them; the last holds for further topics."""
    machine: bool = False
    """Carried over by a machine within an hour of the night."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Mark:
    """A post that is unlike others."""

    day: int
    far: float
    """Accounts reached outside the followers, against a usual post."""
    pull: float = 1.5
    words: float = 1.0
    """How many comments for each response, against a usual post."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Posting:
    """How the owner posts."""

    a_week: float
    days: Floats
    """Weights of days; 0 where the owner is away."""
    spread: float = 0.4
    """Log-sd between posts."""
    memory: float = 0.4
    """Correlation of a post with the one before."""
    topics: tuple[float, ...] = (1.0,)
    """Share of each topic."""
    earlier: int = 200


@dataclass(frozen=True, kw_only=True)
class Lot:
    """Accounts to be delivered, as ordered."""

    day: int
    days: int
    share: float
    """Of all that are bought."""
    make: Make
    evenness: float = 8.0
    drops: float = 0.03


@dataclass(frozen=True, kw_only=True)
class Sale:
    """Everything that is bought."""

    share: float = 0.0
    """Bought accounts, of the followers on the last day."""
    lots: tuple[Lot, ...] = ()
    liking: float = 0.0
    """Mean number of likes that a bought follower gives a post."""
    liked: float = 0.0
    """Share of posts with bought likes from accounts that do not follow."""
    package: float = 0.0
    """How many likes, against those that a usual post has."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Life:
    """One profile before chance."""

    opened: int
    """Day on which the owner's account was opened, since 1970."""
    streams: tuple[Stream, ...]
    posting: Posting
    marks: tuple[Mark, ...] = ()
    warmth: float = 1.0
    """How readily people respond, against people anywhere."""
    unequal: float = 1.4
    """Log-sd of readiness between people."""
    talk: float = 0.12
    answers: float = 0.6
    """Share of comments that the owner answers."""
    empty: float = 0.05
    """Share of followers with nobody behind them that came by themselves."""
    others: int = 150
    """Accounts followed that do not follow back."""
    outside: float = 0.01
    """Responses from others than followers for each of them reached."""
    paid: Floats = field(default_factory=lambda: np.zeros(DAYS))
    """Accounts reached by advertisements on a day, for each follower."""
    purges: tuple[tuple[int, float], ...] = ()
    """Days on which the platform removes accounts, and how many for each follower on the last day."""
    sale: Sale = field(default_factory=Sale)
    named: tuple[int, ...] = ()
    """Days on which something happened that the owner would name, beside the marked posts."""

    def plus(self, share: float, stream: Stream, *named: int) -> "Life":
        """With a further stream that makes a share of all, and the days on which the owner knows why people came."""
        weight = sum(one.weight for one in self.streams) * share / (1 - share)
        return replace(self, streams=(*self.streams, replace(stream, weight=weight)), named=(*self.named, *named))
