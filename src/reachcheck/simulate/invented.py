"""What the generator hands out: the rows of the exports, and the truth behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reachcheck.simulate.by_column import Row

Rows = Sequence[Row]


@dataclass(frozen=True, kw_only=True)
class Lot:
    """Accounts that were bought and delivered together."""

    first_day: date
    last_day: date
    delivered: int
    still_there: int
    created_from: date
    created_to: date
    created_together: int
    """How many of `still_there` were created between the two dates on purpose."""


@dataclass(frozen=True, kw_only=True)
class Truth:
    """What nobody can read off the exports: `real + hollow + bought == followers`, all on the last day."""

    followers: int
    real: int
    hollow: int
    """Accounts with nobody behind them that came by themselves, as they come to everyone."""
    bought: int
    lots: tuple[Lot, ...]
    lot_of: Mapping[str, int]
    """Handle of a bought follower to the index of its lot."""
    responders: int
    """Followers on the last day with at least one row in the responses."""
    label: str
    """The verdict that a fair reader of all exports should reach."""


@dataclass(frozen=True, kw_only=True)
class Invented:
    """One invented profile: rows by export (`files.COLUMNS` names their columns) and the truth."""

    scenario: str
    seed: int
    tables: Mapping[str, Rows]
    truth: Truth
