"""What further exports could tell."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Unlocked:
    """Measures that an export could make known, and rules that could then look, with those `beside` it as well."""

    beside: tuple[str, ...]
    measures: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """An export that is not there: what it could tell, and how far it could move real reach.

    `lower` is up to where it could raise the lower end, `upper` down to where it could lower the upper one; None where
    it cannot. `withheld` is one that the platform gives to nobody: then it moves nothing.
    """

    export: str
    unlocks: tuple[Unlocked, ...]
    lower: float | None = None
    upper: float | None = None
    withheld: bool = False
