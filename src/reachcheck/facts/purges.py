"""Days on which a platform itself took followers off the counts of very many accounts, as far as was reported."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from reachcheck import facts


@dataclass(frozen=True, kw_only=True)
class Purge:
    """One of them: its days, both included, what was done, and who reported it in which year."""

    platform: str
    first: date
    last: date
    what: str
    source: str
    year: int


@cache
def purges() -> tuple[Purge, ...]:
    """All that are listed."""
    return tuple(Purge(**entry) for entry in facts.load("purges")["purge"])


def during(platform: str | None, start: date, end: date) -> Iterator[Purge]:
    """Those of a platform that share a day with a stretch, both ends included."""
    name = (platform or "").lower()
    return (each for each in purges() if each.platform == name and each.first <= end and start <= each.last)
