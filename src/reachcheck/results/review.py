"""What a person's marks of some followers say of all of them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Review:
    """Counts of marks among `listed` followers, and the share that this person would mark as nobody.

    `least` has those left open as somebody, `most` as nobody; `low` and `high` are the outer limits of both.
    """

    listed: int
    nobody: int
    somebody: int
    unsure: int
    least: float
    most: float
    low: float
    high: float
