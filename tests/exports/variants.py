"""Every variant of every export that can be read, as fixtures made by code: one module a platform.

A module `made_<platform>` has `VARIANTS`: for each name a function that writes the export into an empty folder and
returns what a user would point at. Fixtures are small, invented, and faithful: every era and quirk that is known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Variant:
    """One export: its name, the function that writes it, and what must be said of it."""

    name: str
    write: Callable[[Path], Path]


def variants() -> dict[str, Variant]:
    """All variants by name, in the order of their modules."""
    found: dict[str, Variant] = {}
    for module in sorted(HERE.glob("made_*.py")):
        made: Mapping[str, Callable[[Path], Path]] = import_module(module.stem).VARIANTS
        for name, write in made.items():
            assert name not in found, f"two variants are called {name}"
            found[name] = Variant(name, write)
    return found
