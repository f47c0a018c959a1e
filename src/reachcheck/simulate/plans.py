"""What a profile is like before chance has its say: who follows, how it grows, how it posts, what was bought."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

AS_OF = date(2026, 9, 30)
"""The last day of every window."""


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """The people who came by themselves."""

    mixture: tuple[tuple[float, float, float], ...]
    """(share, a, b): this share responds to a usual post with a chance drawn from beta(a, b); the rest never does."""
    mutual: float
    """Share whom the owner follows back."""
    others: int
    """Accounts that the owner follows and that do not follow back."""
    talk: float = 0.15
    """Share of responses that come with words."""
    answered: float = 0.7
    """Share of comments that the owner answers."""
    outside: float = 0.01
    """Responses from people who do not follow, for each account reached."""
    boost: float = 0.4
    """How much more eager a follower is on the first day; it wears off over weeks."""
    hollow: float = 0.02
    """Share of accounts with nobody behind them, as they come to everyone."""


@dataclass(frozen=True, kw_only=True)
class Growth:
    """How the count moves without purchases; numbers of people over the whole window."""

    start: int
    gained: int
    left: int
    bursts: float
    """Share of the gains that comes after posts."""
    weekend: float = 1.2
    """Gains of a Saturday or Sunday against those of another day."""
    evenness: float = 3.0
    """Shape of the gamma noise of days."""


@dataclass(frozen=True, kw_only=True)
class Posting:
    """How often, when and to how many the owner posts."""

    posts: int
    weeks: int
    """Weeks with a post."""
    quiet: int
    """Most weeks in a row without one."""
    habit: float = 0.5
    """Chance that a post comes on the owner's usual weekday."""
    view: float = 0.6
    """Accounts reached by a usual post, for each real follower."""
    pull: float = 0.5
    """Log-sd between posts."""
    earlier: int = 150
    """Posts before the window."""
    until: int | None = None
    """Day of the window after which nothing is posted."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A post that went far beyond the usual."""

    day: int
    times: float
    """Accounts reached, against those of a usual post."""
    brings: int
    days: float = 1.2
    """Mean days until somebody it brought follows."""
    interest: float = 1.0
    """How much those it brought respond, against other followers."""


@dataclass(frozen=True, kw_only=True)
class Purchase:
    """A lot of accounts, as ordered."""

    day: int
    days: int
    size: int
    together: float
    """Share created within the same eight weeks."""
    created: date
    """First day of these weeks."""
    dropped: float = 0.01
    """Share that is gone before the last day."""
    dressed: float = 0.1
    """Share that looks like anybody's account."""
    aged: int = 0
    """For how many days at least an account was open before it was delivered, if not opened together."""
    evenness: float = 6.0
    """Dirichlet shape of the days of the delivery; the larger, the more even."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """People who come together by a way that no figure shows: a class, a firm, a crowd after a broadcast."""

    day: int
    days: int
    size: int
    silent: float
    """Share that only ever reads; the others are as any follower."""
    together: float = 0.0
    """Share who had joined the platform in the same eight weeks."""
    joined: int = 0
    """Days before the first of them followed when these weeks ended."""
    followed: float = 0.0
    """Share whom the owner follows back within days."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One profile before chance."""

    handle: str
    label: str
    since: date
    """When the owner's account was created."""
    crowd: Crowd
    growth: Growth
    posting: Posting
    hits: tuple[Hit, ...] = ()
    purchases: tuple[Purchase, ...] = ()
    groups: tuple[Group, ...] = ()
    days: int = 365
    daily_rows: int | None = None
    """Only the last rows of the daily export, if it is that short."""

    @property
    def first_day(self) -> date:
        """The first day of the window."""
        return AS_OF - timedelta(days=self.days - 1)


def scaled(plan: Plan, scale: float) -> Plan:
    """The same profile with all numbers of people multiplied."""

    def times(n: int) -> int:
        return round(n * scale)

    growth = plan.growth
    return replace(
        plan,
        crowd=replace(plan.crowd, others=times(plan.crowd.others)),
        growth=replace(growth, start=times(growth.start), gained=times(growth.gained), left=times(growth.left)),
        hits=tuple(replace(hit, brings=times(hit.brings)) for hit in plan.hits),
        purchases=tuple(replace(lot, size=times(lot.size)) for lot in plan.purchases),
        groups=tuple(replace(group, size=times(group.size)) for group in plan.groups),
    )
