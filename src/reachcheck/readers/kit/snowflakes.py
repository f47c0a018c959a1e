"""Ids that tell the time of birth: X gives them to accounts and posts, each with its millisecond inside.

Accounts up to early 2016 were numbered one by one; their day is told by a few known ones (`facts.account_ids`).
"""

from collections.abc import Sequence

import numpy as np

from reachcheck.facts import account_ids
from reachcheck.message import msg
from reachcheck.model.columns import Times
from reachcheck.readers.kit.objects import LATEST
from reachcheck.readers.kit.rows import Rows

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


def accounts_born(ids: Sequence[str | None], rows: Rows) -> Times:
    """When each account was created; of those numbered one by one about when, and a note says so of the file."""
    times = born(ids)
    about, errs = account_ids.created([_counted(name) for name in ids])
    old = ~np.isnat(about)
    if old.any():
        rows.note(msg("source.born_about", n=int(old.sum()), days=int(errs.max())))
    return np.where(old, about, times)


def _counted(name: str | None) -> int | None:
    plain = name is not None and name.isascii() and name.isdecimal() and len(name) <= LONGEST
    return int(name) if plain and name is not None and account_ids.counted(int(name)) else None


def _second(name: str) -> int:
    if not (name.isascii() and name.isdecimal() and len(name) <= LONGEST and int(name) > LEAST):
        return _MISSING
    second = ((int(name) >> _SEQUENCE) + _EPOCH) // 1000
    return second if second < LATEST else _MISSING
