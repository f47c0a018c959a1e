"""When accounts of X were created that were numbered one by one, up to early 2016, by a few whose day is known."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from reachcheck.model.columns import Index, Times

FILE = "x_account_ids.csv"
DAY = 86_400
_MISSING = int(np.iinfo(np.int64).min)


@dataclass(frozen=True)
class Known:
    """An account's number and the day on which it was created, give or take `within_days`."""

    id: int
    day: np.datetime64
    within_days: int


@cache
def known() -> tuple[Known, ...]:
    """The accounts whose day is known, by number."""
    text = (files("reachcheck.facts") / FILE).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(Known(int(r["id"]), np.datetime64(r["created"], "D"), int(r["within_days"])) for r in rows)


def counted(number: int) -> bool:
    """Whether an account's number was counted up, so that its day lies between those of two known accounts."""
    return known()[0].id <= number <= known()[-1].id


def created(numbers: Sequence[int | None]) -> tuple[Times, Index]:
    """About when such accounts were created, and by how many days at most that errs; NaT and 0 for None and the rest.

    A straight line between two known accounts. Numbers rise, so the day lies between theirs: that bounds the error.
    """
    table = known()
    ids = np.array([float(one.id) for one in table])
    days = np.array([one.day.astype(np.int64) for one in table])
    error = np.array([one.within_days for one in table])
    inside = np.array([number is not None and counted(number) for number in numbers], dtype=np.bool_)
    asked = np.array([float(number or 0) for number in numbers])
    above = np.minimum(np.searchsorted(ids, asked), len(ids) - 1)
    below = np.where(ids[above] == asked, above, np.maximum(above - 1, 0))
    told = np.floor(np.interp(asked, ids, days)).astype(np.int64)
    errs = np.maximum(told - days[below] + error[below], days[above] - told + error[above])
    seconds = np.where(inside, told * DAY, _MISSING)
    return seconds.view("datetime64[s]"), np.where(inside, errs, 0)
