"""A stretch of days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of days, both ends included."""

    start: date
    end: date

    def meets(self, other: "Span") -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end
