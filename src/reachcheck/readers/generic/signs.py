"""What the cells of a table show of its rows, where the names of its columns leave it open."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from reachcheck.model.columns import Index
from reachcheck.readers.aliases import word
from reachcheck.readers.generic.sheet import Sheet
from reachcheck.readers.values import dates

GRID = 5
"""So many days, each as far from the next, are hardly those of posts."""
STEPS = (1, 7)
"""Days from one row of a daily or weekly table to the next."""


def is_direction(sheet: Sheet) -> bool:
    """Whether a column of directions holds words that say in or out."""
    return _are_words("directions", sheet.cells("direction"))


def is_kind(sheet: Sheet) -> bool:
    """Whether a column of kinds holds those of responses; a "type" may be anything."""
    return _are_words("kinds", sheet.cells("kind"))


def is_answered(sheet: Sheet) -> bool:
    """Whether several people stand beside one post."""
    posts, people = sheet.columns("post", "post_url"), _people(sheet)
    if not posts or not people:
        return False
    found: dict[str, set[str]] = defaultdict(set)
    for post, person in zip(sheet.table.column(posts[0]), people, strict=True):
        found[post].add(person)
    return any(post and len(who) > 1 for post, who in found.items())


def is_period(sheet: Sheet) -> bool:
    """Whether "from" and "to" stand above dates."""
    return all(_are_dates(sheet.cells(end)) for end in ("source", "target"))


def is_written(sheet: Sheet) -> bool:
    """Whether most rows have words or a kind of their own, as posts have and remarks have not."""
    return any(2 * len(sheet.cells(name)) > len(sheet.table.rows) for name in ("text", "format"))


def comes_again(sheet: Sheet) -> bool:
    """Whether somebody stands in more than one row."""
    people = [person for person in _people(sheet) if person]
    return len(set(people)) < len(people)


def goes_on_by_days(sheet: Sheet) -> bool:
    """Whether the only column of dates goes on by one day from row to row, in either direction."""
    days = _days(sheet)
    return days is not None and len(days) > 1 and bool((np.diff(np.sort(days)) == 1).all())


def is_grid(sheet: Sheet) -> bool:
    """Whether the only column of dates has days alone, evenly apart, and each as often as the others."""
    days = _days(sheet, clock=False)
    if days is None:
        return False
    different, times = np.unique(days, return_counts=True)
    steps = np.diff(different)
    even = len(different) >= GRID and int(steps[0]) in STEPS and (steps == steps[0]).all()
    return bool(even and (times == times[0]).all())


def _are_words(table: str, cells: list[str]) -> bool:
    return bool(cells) and 2 * sum(word(table, cell) is not None for cell in cells) >= len(cells)


def _are_dates(cells: list[str]) -> bool:
    found = dates(cells)
    return bool(cells) and found.order not in ("", "epoch") and 2 * len(found.bad) < len(cells)


def _people(sheet: Sheet) -> Sequence[str]:
    """The cells of the column that names people best; none where there is no such column."""
    for name in ("handle", "account", "creator", "user_id", "profile_url", "name", "candidate", "follower", "followed"):
        for column in sheet.columns(name):
            return sheet.table.column(column)
    return []


def _days(sheet: Sheet, *, clock: bool = True) -> Index | None:
    """The days of the only column of dates; None where there are several, or a row without."""
    columns = sheet.columns("date", "week")
    if len(columns) != 1:
        return None
    found = dates(sheet.table.column(columns[0]), sheet.date_order)
    if np.isnat(found.values).any() or not len(found.values) or (found.has_time and not clock):
        return None
    return found.values.astype("datetime64[D]").astype(np.int64)
