"""What each platform calls an audience, and what it hands out to nobody."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True)
class Platform:
    """Facts of one platform: the audience's noun, ties mutual by design, exports that it gives to nobody."""

    noun: str = "followers"
    mutual: bool = False
    withheld: tuple[str, ...] = ()


@cache
def platforms() -> Mapping[str, Platform]:
    """All platforms known, by their lower-case name."""
    table = tomllib.loads((files("reachcheck.facts") / "platforms.toml").read_text(encoding="utf-8"))
    return {
        name: Platform(noun=f["noun"], mutual=f.get("mutual", False), withheld=tuple(f.get("withheld", ())))
        for name, f in table.items()
    }


def platform(name: str | None) -> Platform:
    """The facts of a platform; the plain ones for a name that is not known."""
    return platforms().get((name or "").lower(), Platform())
