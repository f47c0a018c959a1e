"""Settings of a run: which method, and what the user asked for."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reachcheck.facts.marked_lists import MarkedList, shipped
from reachcheck.method import Method
from reachcheck.method import load as load_method
from reachcheck.results.plugin import Plugin

if TYPE_CHECKING:
    from reachcheck.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a run is computed with; flags of the command line override files when those come."""

    method: Method = field(default_factory=load_method)
    references: tuple[MarkedList, ...] = field(default_factory=shipped)
    """The marked follower lists that others are compared with."""
    rules: "tuple[Rule, ...]" = ()
    """Rules of plug-ins: what they find is told beside ours, and decides nothing."""
    plugins: tuple[Plugin, ...] = ()
    """All plug-ins that were loaded, for the report to name."""


def load() -> Settings:
    """The settings in force."""
    return Settings()
