"""What collectors write as JSON: one object a line, one list, or answers of X's programming interface page by page."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reachcheck.errors import UnreadableError
from reachcheck.model.sources import RowNote, RowUnit
from reachcheck.readers.kit.picked import Object, objects, path
from reachcheck.readers.source import Member
from reachcheck.readers.table import json_values, read_json

PAGE = "data"
"""The key under which an answer has its rows."""


@dataclass
class Found:
    """The rows of a file: lines of it, or positions in the whole where one line holds many."""

    items: list[object] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    reported: list[RowNote] = field(default_factory=list)
    unit: RowUnit = "line"


def found_in(member: Member) -> Found:
    """All rows of a file in its order; raises UnreadableError where the whole of it is no JSON."""
    documents = list(_documents(member))
    by_line = all(place > 0 and not _is_page(value) for place, value in documents)
    found = Found(unit="line" if by_line else "index")
    position = 0
    for place, value in documents:
        for row in _rows(value):
            at = place if by_line else position
            position += 1
            if isinstance(row, RowNote):
                found.reported.append(RowNote(at, row.what))
            else:
                found.items.append(row)
                found.places.append(at)
    return found


def _documents(member: Member) -> Iterator[tuple[int, object]]:
    """JSON values with their 1-based lines (a `RowNote` for a broken one), or the items of one value with 0."""
    if _is_lines(member):
        yield from json_values(member.content, member.name)
        return
    whole = read_json(member.content, member.name)
    for item in whole if isinstance(whole, list) else [whole]:
        yield 0, item


def _is_lines(member: Member) -> bool:
    """Whether the first line is an object by itself."""
    first = member.content.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    try:
        return isinstance(read_json(first, ""), dict)
    except UnreadableError:
        return False


def _is_page(value: object) -> bool:
    return isinstance(value, dict) and (PAGE in value or "includes" in value or "errors" in value)


def _rows(value: object) -> Iterator[object]:
    """The rows of one answer, each with its author and with when it was fetched; anything else is a row itself."""
    if not isinstance(value, dict) or not _is_page(value):
        yield value
        return
    data = value.get(PAGE)
    users = _by_id(path("includes", "users")(value))
    posts = _by_id(path("includes", "tweets")(value))
    for row in data if isinstance(data, list) else [] if data is None else [data]:
        yield _completed(row, value, users, posts) if isinstance(row, dict) else row


def _by_id(value: object) -> dict[object, Object]:
    return {str(item.get("id")): item for item in objects(value)}


def _completed(row: Object, page: Object, users: dict[object, Object], posts: dict[object, Object]) -> Object:
    """A row with what its page says beside it, where the row does not say it itself."""
    known: dict[str, object] = {"__twarc": page.get("__twarc"), "author": users.get(str(row.get("author_id")))}
    named = objects(row.get("referenced_tweets"))
    known["referenced_tweets"] = [{**posts.get(str(one.get("id")), {}), **one} for one in named]
    return {**known, **row, "referenced_tweets": known["referenced_tweets"]}
