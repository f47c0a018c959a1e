"""Columns whose name fits and whose cells say otherwise: they are read as what they are, or left, and it is said.

Nothing here touches a column that `--map` names.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from reachcheck.message import Message, msg
from reachcheck.model.columns import Floats
from reachcheck.readers.generic.sheet import Sheet
from reachcheck.readers.values import dates, numbers

FLOWS = ("impressions", "reach", "engagements", "profile_visits", "views", "likes", "comments", "shares")
RISING = 7
"""A figure of the day that has never fallen in so many is the sum of all days so far."""
SURE = 3
"""So many days on which a level is what came less what went show that it is no level."""


@dataclass
class Doubted:
    """Source columns by canonical name, as they are changed, and what there is to say."""

    columns: dict[str, str]
    notes: list[Message] = field(default_factory=list)

    def leave(self, name: str, why: Callable[[str, str], Message]) -> None:
        """Do not read a column; `why` is given its canonical name and its own."""
        self.notes.append(why(name, self.columns.pop(name)))


def doubted(sheet: Sheet, role: str, columns: Mapping[str, str]) -> Doubted:
    """The columns of a role that stand up to their cells."""
    found = Doubted(dict(columns))
    for check in _CHECKS.get(role, ()):
        check(sheet, found)
    return found


def _names(sheet: Sheet, found: Doubted) -> None:
    """A column "Name" names owners where some come again; where none does, it may as well name the posts."""
    column = found.columns.get("name")
    if column is None or "name" in sheet.given or "candidate" in sheet.meanings[column]:
        return
    named = [cell for cell in sheet.table.column(column) if cell]
    if len(set(named)) == len(named) > 1:
        found.leave("name", lambda _, column: msg("columns.perhaps_owner", column=column))


def _words(sheet: Sheet, found: Doubted) -> None:
    """The words of a post are no key of it where two posts have the same."""
    column = found.columns.get("post")
    if column is None or "post" in sheet.given or "text" not in sheet.meanings[column]:
        return
    words = [cell for cell in sheet.table.column(column) if cell]
    if len(set(words)) < len(words):
        found.leave("post", lambda _, column: msg("columns.words_repeat", column=column))


def _subscriptions(sheet: Sheet, found: Doubted) -> None:
    """Accounts that are followed, unless those who left stand beside them."""
    column = found.columns.get("gained")
    if column is None or "gained" in sheet.given or not sheet.meanings[column] & {"following"}:
        return
    if "lost" not in found.columns:
        found.leave("gained", lambda name, column: msg("columns.perhaps_following", name=name, column=column))


def _changes(sheet: Sheet, found: Doubted) -> None:
    """A count that falls below 0, is written with a plus, or is what came less what went, is a change."""
    for name in ("followers", "gained"):
        column = found.columns.get(name)
        if (
            column is None
            or name in sheet.given
            or not (_is_signed(sheet, name, column) or _adds_up(sheet, name, found))
        ):
            continue
        if "net" in found.columns:
            found.leave(name, lambda _, column: msg("columns.change_again", column=column))
        else:
            found.columns["net"] = found.columns.pop(name)
            found.notes.append(msg("columns.change", column=column))


def _is_signed(sheet: Sheet, name: str, column: str) -> bool:
    cells = sheet.table.column(column)
    if (_numbers(sheet, column) < 0).any():
        return True
    return name == "followers" and any(cell.startswith("+") for cell in cells)


def _adds_up(sheet: Sheet, name: str, found: Doubted) -> bool:
    if name != "followers" or not found.columns.keys() >= {"gained", "lost"}:
        return False
    level, gained, lost = (_numbers(sheet, found.columns[each]) for each in ("followers", "gained", "lost"))
    known = ~np.isnan(level + gained + lost)
    return bool(known.sum() >= SURE and (level == gained - lost)[known].all())


def _running(sheet: Sheet, found: Doubted) -> None:
    """Figures that never fall are running totals, not those of each day."""
    if found.columns.keys() & {"handle", "account", "profile_url", "name"}:
        return
    days = dates(sheet.table.column(found.columns["date"]), sheet.date_order).values
    for name in [name for name in FLOWS if name in found.columns and name not in sheet.given]:
        values = _numbers(sheet, found.columns[name])
        known = ~np.isnan(values) & ~np.isnat(days)
        steps = np.diff(values[known][np.argsort(days[known], kind="stable")])
        if len(steps) >= RISING - 1 and (steps >= 0).all() and (steps > 0).any():
            found.leave(name, lambda name, column: msg("columns.running_total", name=name, column=column))


def _numbers(sheet: Sheet, column: str) -> Floats:
    return numbers(sheet.table.column(column), sheet.decimal).values


_CHECKS: Mapping[str, tuple[Callable[[Sheet, Doubted], None], ...]] = {
    "posts": (_names, _words),
    "daily": (_names, _subscriptions, _changes, _running),
}
