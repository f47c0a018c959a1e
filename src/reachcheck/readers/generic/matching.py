"""Which column of a table stands for which canonical column of its role; never a guess between two."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.message import msg
from reachcheck.readers.generic.fields import COUNTS, ROLES, Field
from reachcheck.readers.generic.sheet import Sheet
from reachcheck.readers.values import dates, flags, numbers

_POST = ("post", "url", "published_at", "likes", "comments", "shares", "saves", "views", "reach", "impressions")
_DAY = ("followers", "gained", "lost", "net", "impressions", "reach", "profile_visits", "engagements")
_WHO = ("handle", "account", "id", "url", "name", "peer")

NEEDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "followers": (_WHO,),
    "following": (_WHO,),
    "profile": ((*_WHO, "followers", "following", "posts"),),
    "posts": ((*_POST, "clicks", "interactions"),),
    "daily": (("date",), _DAY),
    "responses": (_WHO,),
    "graph": (("source",), ("target",)),
    "events": (("date",), ("what",)),
}
"""Of each group of columns a role needs at least one."""


@dataclass(frozen=True)
class Matched:
    """Columns by canonical name, and those that stand for nothing in this role."""

    columns: Mapping[str, str]
    unmatched: tuple[str, ...]


def match(sheet: Sheet, role: str) -> Matched:
    """Give each canonical column of the role its column; raises UsageError where two fit and `--map` is silent."""
    fields = ROLES[role]
    strange = sorted(set(sheet.given) - {field.name for field in fields})
    if strange and not sheet.shared:
        problem = msg("columns.not_in_role", name=strange[0], role=role, names=tuple(field.name for field in fields))
        raise UsageError(problem, place=sheet.place, remedy=msg("columns.map_remedy"))
    found: dict[str, str] = {}
    for field in _in_use(sheet, fields):
        column = sheet.given.get(field.name) or _only(sheet, field, found)
        if column is not None:
            found[field.name] = column
    _check(sheet, role, found)
    return Matched(found, tuple(name for name in sheet.table.header if name not in found.values()))


def _in_use(sheet: Sheet, fields: tuple[Field, ...]) -> Iterator[Field]:
    """The fields without those that another of their group makes superfluous; a mapped one comes before all."""
    chosen: dict[str, str] = {}
    for field in sorted(fields, key=lambda field: field.name not in sheet.given):
        if not field.one_of:
            continue
        if field.name in sheet.given or sheet.has(*field.meanings):
            chosen.setdefault(field.one_of, field.name)
    return (field for field in fields if not field.one_of or chosen.get(field.one_of) == field.name)


def _only(sheet: Sheet, field: Field, found: Mapping[str, str]) -> str | None:
    """The one column that fits a field; raises UsageError where two do."""
    taken = {*found.values(), *sheet.given.values()}
    fitting = [name for name in sheet.columns(*field.meanings) if name not in taken]
    if len(fitting) > 1:
        fitting = [name for name in fitting if _fits(sheet, field, name)] or fitting
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    problem = msg("columns.competing", name=field.name, columns=tuple(fitting))
    remedy = msg("columns.competing_remedy", name=field.name, column=fitting[0])
    raise UsageError(problem, place=sheet.place, remedy=remedy)


def _fits(sheet: Sheet, field: Field, column: str) -> bool:
    """Whether any cell is of the field's kind: a date column without a date fits none, counts name nobody."""
    filled = [cell for cell in sheet.table.column(column) if cell]
    if field.kind == "text":
        return bool(filled) and sheet.meanings[column].isdisjoint(COUNTS)
    if field.kind == "number":
        return len(numbers(filled).bad) < len(filled)
    return len(dates(filled).bad if field.kind == "date" else flags(filled)[1]) < len(filled)


def _check(sheet: Sheet, role: str, found: Mapping[str, str]) -> None:
    for group in NEEDS[role]:
        if found.keys().isdisjoint(group):
            problem = msg("generic.needs", role=role, names=group, columns=tuple(sheet.table.header))
            raise UnreadableError(problem, place=sheet.place, remedy=msg("columns.map_remedy"))
