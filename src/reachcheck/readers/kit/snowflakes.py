"""Ids that carry their own time of birth: X gives them to accounts and posts, each with its millisecond inside."""

from collections.abc import Sequence

import numpy as np

from reachcheck.model.columns import Times
from reachcheck.readers.kit.objects import LATEST

LEAST = 10**15
"""Ids below were counted up one by one, and tell no time."""
LONGEST = 19
"""Decimal digits of the largest number of 63 bits."""

_EPOCH = 1_288_834_974_657
"""The millisecond since 1970 that such ids count from."""
_SEQUENCE = 22
"""Bits below the time."""
_MISSING = int(np.iinfo(np.int64).min)


def born(ids: Sequence[str | None]) -> Times:
    """When each id was given out, to the second; NaT for ids that do not say it."""
    seconds = [_MISSING if name is None else _second(name) for name in ids]
    return np.array(seconds, dtype=np.int64).view("datetime64[s]")


def _second(name: str) -> int:
    if not (name.isascii() and name.isdecimal() and len(name) <= LONGEST and int(name) > LEAST):
        return _MISSING
    second = ((int(name) >> _SEQUENCE) + _EPOCH) // 1000
    return second if second < LATEST else _MISSING
