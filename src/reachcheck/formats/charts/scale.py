"""From values to places, and the round values at which a scale is labelled."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reachcheck.formats.charts.svg import LEFT, RIGHT, WIDE

MOST_TICKS = 4
MOST_MONTHS = 6


@dataclass(frozen=True)
class Across:
    """A horizontal scale from `low` to `high`."""

    low: float
    high: float

    def percent(self, value: float) -> float:
        """The place in per cent of the width."""
        span = self.high - self.low
        share = (value - self.low) / span if span > 0 else 0.5
        return LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0)

    def units(self, value: float) -> float:
        """The place in a stretched picture."""
        return self.percent(value) * WIDE / 100


@dataclass(frozen=True)
class Up:
    """A vertical scale: `high` at the pixel `top`, `low` at `bottom`; by tenfolds where `tenfold`."""

    low: float
    high: float
    top: float
    bottom: float
    tenfold: bool = False

    def pixel(self, value: float) -> float:
        """The place in pixels from above."""
        low, high, at = (self._of(each) for each in (self.low, self.high, max(value, self.low)))
        share = (at - low) / (high - low) if high > low else 0.0
        return self.bottom - (self.bottom - self.top) * min(max(share, 0.0), 1.0)

    def _of(self, value: float) -> float:
        return math.log10(max(value, 1e-9)) if self.tenfold else value


def ticks(high: float, most: int = MOST_TICKS) -> list[float]:
    """Round values above 0 and up to `high`, at most so many."""
    if high <= 0:
        return []
    step = 10.0 ** math.floor(math.log10(high))
    for part in (0.1, 0.2, 0.5, 1, 2, 5):
        if high / (step * part) <= most:
            return [step * part * (i + 1) for i in range(int(high / (step * part) + 1e-9))]
    return [high]


def tenfolds(high: float) -> list[float]:
    """1, 3, 10, 30 and so on up to `high`."""
    steps = [base * 10.0**power for power in range(8) for base in (1, 3)]
    return [step for step in steps if step <= high]


def day(text: str) -> float:
    """An ISO date or time as days, with the part of the day."""
    moment = datetime.fromisoformat(text)
    return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440


def over(*series: Sequence[str]) -> Across:
    """The scale of time that holds all of these days."""
    days = [day(each) for one in series for each in (one[:1], one[-1:]) for each in each]
    return Across(min(days, default=0.0), max(days, default=1.0))


def months(scale: Across) -> list[date]:
    """First days of months within the scale, at most so many and evenly apart, so that their names do not touch."""
    first, last = date.fromordinal(math.ceil(scale.low)), date.fromordinal(int(scale.high))
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    found = [date(first.year + at // 12, at % 12 + 1, 1) for at in range(first.month - 1, first.month - 1 + count)]
    inside = [each for each in found if scale.low <= each.toordinal() <= scale.high]
    return inside[:: next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if len(inside) / step <= MOST_MONTHS)]
