"""Which column of a table stands for which canonical column of its role; never a guess between two."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.message import Message, msg
from reachcheck.readers.generic.doubts import doubted
from reachcheck.readers.generic.fields import COUNTS, ROLES, Field
from reachcheck.readers.generic.sheet import Sheet
from reachcheck.readers.values import dates, flags, numbers

_POST = ("post", "url", "published_at", "likes", "comments", "shares", "saves", "views", "reach", "impressions")
_FLOWS = ("impressions", "reach", "profile_visits", "engagements", "views", "likes", "comments", "shares", "posts")
_DAY = ("followers", "gained", "lost", "net", *_FLOWS)
_WHO = ("handle", "account", "id", "url", "name", "peer")

NEEDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "followers": ((*_WHO, "followed_at"),),
    "following": ((*_WHO, "followed_at"),),
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
    notes: tuple[Message, ...] = ()
    """What there is to say of columns that are not what their names say."""


def fits(sheet: Sheet, role: str) -> bool:
    """Whether a table has what a role needs, as far as the names of its columns tell."""
    there = {field.name for field in ROLES[role] if field.name in sheet.given or sheet.has(*field.meanings)}
    return all(not there.isdisjoint(group) for group in NEEDS[role])


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
    read = doubted(sheet, role, found)
    _check(sheet, role, read.columns)
    left = tuple(name for name in sheet.table.header if name not in read.columns.values())
    return Matched(read.columns, left, tuple(read.notes))


def _in_use(sheet: Sheet, fields: tuple[Field, ...]) -> Iterator[Field]:
    """The fields without those that another of their group makes superfluous.

    A mapped one comes before all, and one with nothing in its column after all.
    """
    chosen: dict[str, str] = {}
    tests: tuple[Callable[[Field], bool], ...] = (
        lambda field: field.name in sheet.given,
        lambda field: any(map(sheet.is_filled, sheet.columns(*field.meanings))),
        lambda field: sheet.has(*field.meanings),
    )
    for fits in tests:
        for field in fields:
            if field.one_of and fits(field):
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
    if field.name == "post":
        return bool(filled) and not any(" " in cell for cell in filled)
    if field.kind == "text":
        return bool(filled) and sheet.meanings[column].isdisjoint(COUNTS)
    if field.kind == "number":
        return len(numbers(filled).bad) < len(filled)
    return len(dates(filled).bad if field.kind == "date" else flags(filled)[1]) < len(filled)


def _check(sheet: Sheet, role: str, found: Mapping[str, str]) -> None:
    """Raise UnreadableError where a role lacks what it needs; a column that holds something else is named first."""
    for group in NEEDS[role]:
        if not found.keys().isdisjoint(group):
            continue
        wanted = {meaning for field in ROLES[role] if field.name in group for meaning in field.meanings} & COUNTS
        column = next(sheet.without_figures(*wanted), None)
        if column is not None:
            problem = msg("columns.no_figure", column=column, value=sheet.first(column))
            raise UnreadableError(problem, place=sheet.place, remedy=msg("columns.map_remedy"))
        problem = msg("generic.needs", role=role, names=group, columns=tuple(sheet.table.header))
        raise UnreadableError(problem, place=sheet.place, remedy=msg("columns.map_remedy"))
