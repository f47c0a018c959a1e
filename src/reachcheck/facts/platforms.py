"""What each platform calls an audience, and what it hands out to nobody."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Platform:
    """Facts of one platform: the audience's noun, ties mutual by design, exports that it gives to nobody."""

    noun: str = "followers"
    mutual: bool = False
    withheld: tuple[str, ...] = ()
    comes_with: str = ""
    """The platform in whose export this one's files lie too."""

    def withheld_of(self, noun: str) -> tuple[str, ...]:
        """What it gives to nobody whose audience has that noun: of ties that are mutual by design it gives the list."""
        given = LISTS if self.mutual and noun == self.noun else ()
        return tuple(export for export in self.withheld if export not in given)


LISTS = ("followers", "followers_dated")
"""The exports that list the audience itself."""


@cache
def platforms() -> Mapping[str, Platform]:
    """All platforms known, by their lower-case name."""
    table = tomllib.loads((files("reachcheck.facts") / "platforms.toml").read_text(encoding="utf-8"))
    return {name: _platform(entry) for name, entry in table.items()}


def _platform(entry: Mapping[str, Any]) -> Platform:
    return Platform(
        noun=entry["noun"],
        mutual=entry.get("mutual", False),
        withheld=tuple(entry.get("withheld", ())),
        comes_with=entry.get("comes_with", ""),
    )


def platform(name: str | None) -> Platform:
    """The facts of a platform; the plain ones for a name that is not known."""
    return platforms().get((name or "").lower(), Platform())
