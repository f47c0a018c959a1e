"""Settings of a run: which method, and what the user asked for."""

from dataclasses import dataclass, field

from reachcheck.facts.marked_lists import MarkedList, shipped
from reachcheck.method import Method
from reachcheck.method import load as load_method


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a run is computed with; flags of the command line override files when those come."""

    method: Method = field(default_factory=load_method)
    references: tuple[MarkedList, ...] = field(default_factory=shipped)
    """The marked follower lists that others are compared with."""


def load() -> Settings:
    """The settings in force."""
    return Settings()
