"""From cells to values, a whole column at a time: numbers, dates, flags, handles."""

from reachcheck.readers.values.column import Dates, Numbers, dates, flags, handles, numbers

__all__ = ["Dates", "Numbers", "dates", "flags", "handles", "numbers"]
