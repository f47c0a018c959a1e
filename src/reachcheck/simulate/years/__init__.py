"""Years of many invented profiles at once, day by day and without names: for error rates and power."""

from reachcheck.simulate.years.shown import TABLES, shown
from reachcheck.simulate.years.year import Years

__all__ = ["TABLES", "Years", "shown"]
