"""How one language writes numbers, dates, intervals and lists."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MINUS = "\u2212"


@dataclass(frozen=True, kw_only=True)
class Typeset:
    """The `[type]` table of a locale file."""

    thousands: str
    decimal: str
    percent: str
    range: str
    date_range: str
    date_single: str
    at_least: str
    at_most: str
    less_than: str
    more_than: str
    first_day: str
    and_: str
    singular_below: float
    months: tuple[str, ...]

    def count(self, value: float) -> str:
        """A whole number with its thousands set apart."""
        return f"{round(value):,}".replace("-", MINUS).replace(",", self.thousands)

    def signed(self, value: float) -> str:
        """A whole number that always shows its sign."""
        return ("+" if round(value) >= 0 else "") + self.count(value)

    def number(self, value: float, digits: int = 3) -> str:
        """Up to three significant digits; whole numbers are never shortened."""
        if value == 0 or abs(value) >= 10 ** (digits - 1):
            return self.count(value)
        decimals = digits - 1 - math.floor(math.log10(abs(value)))
        text = f"{value:.{decimals}f}"
        return self._decimal(text.rstrip("0").rstrip(".") if "." in text else text)

    def rate(self, share: float) -> str:
        """A share as a percentage with two decimals."""
        return self._decimal(f"{share * 100:.2f}")

    def percentage(self, share: float) -> str:
        """A share as whole per cent, with decimals below 1; never 0 or 100 unless it is exactly that."""
        if share in (0.0, 1.0):
            return f"{share * 100:.0f}"
        value = share * 100
        for decimals in (0 if value >= 1 else 1, 1, 2):
            text = f"{value:.{decimals}f}"
            if 0 < float(text) < 100 or not 0 < value < 100:
                return self._decimal(text.removesuffix(".0"))
        template, edge = (self.less_than, "0.01") if value < 1 else (self.more_than, "99.99")
        return template.replace("{x}", self._decimal(edge))

    def day(self, day: date, *, month: bool = True, year: bool = True) -> str:
        """A date as people write it, without the parts that are not asked for."""
        number = self.first_day if day.day == 1 else str(day.day)
        words = [number] + [self.months[day.month - 1]] * month + [str(day.year)] * year
        return " ".join(words)

    def month(self, day: date, *, year: bool) -> str:
        """The name of a month, with its year where that is asked for."""
        return f"{self.months[day.month - 1]} {day.year}" if year else self.months[day.month - 1]

    def days(self, start: date, end: date) -> str:
        """A stretch of days; what both ends share is written once."""
        if start == end:
            return self.date_single.replace("{low}", self.day(start))
        same_year = start.year == end.year
        low = self.day(start, month=not same_year or start.month != end.month, year=not same_year)
        return self.date_range.replace("{low}", low).replace("{high}", self.day(end))

    def between(self, low: str, high: str) -> str:
        """An interval in words; one value where both ends are written alike."""
        if low == high:
            return low
        return self.range.replace("{low}", low).replace("{high}", high)

    def join(self, items: Sequence[str]) -> str:
        """A list in a sentence."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.and_} {items[-1]}"

    def _decimal(self, text: str) -> str:
        return text.replace("-", MINUS).replace(".", self.decimal)
