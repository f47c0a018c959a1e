"""From the objects of Instagram's information export to rows: followers, following, posts, reels, the user name."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

import numpy as np

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.columns import Index, Text, Times
from reachcheck.model.enums import Completeness, Direction, KeyKind, SinceKind, TableName
from reachcheck.model.tables import Edges, Posts, Profile
from reachcheck.readers.aliases import meanings, roles_in
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import (
    account,
    first_of,
    items_of,
    objects_of,
    repair,
    text_of,
    times_of,
    wrong_shape,
)
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json
from reachcheck.readers.values import dates, handles

ROOTS: Mapping[str, Direction] = {
    "relationships_followers": Direction.IN,
    "relationships_following": Direction.OUT,
}
_ROLES = {"followers": Direction.IN, "following": Direction.OUT}
_OWN_NAME = re.compile(r"(followers|following)(?:_\d+)?(?: ?\(\d+\))?\.json", re.IGNORECASE)
_HANDLE = re.compile(r"[\w.-]+")
_TIES = {"value": "peer", "href": "peer", "title": "peer", "timestamp": "since"}
_POSTS = {"uri": "key", "creation_timestamp": "published_at"}


def ties(member: Member, options: ReadOptions) -> Made:
    """A list of followers or of those followed: who, and since which second."""
    data = read_json(member.content, member.name)
    items = items_of(data, member.name, *ROOTS)
    objects, rows = objects_of(items)
    root = next((root for root in ROOTS if isinstance(data, dict) and root in data), None)
    direction = ROOTS[root] if root else _direction(member, options, rows)
    entries = [first_of(item.get("string_list_data")) for item in objects]
    columns = (
        [text_of(entry.get("value")) for entry in entries],
        [text_of(entry.get("href")) for entry in entries],
        [text_of(item.get("title")) for item in objects],
    )
    names = _names(columns)
    since = times_of([entry.get("timestamp") for entry in entries], rows)
    _leave_out(rows, names, [direction] * len(names))
    draft = _edges(names, since, direction, np.arange(len(names)))
    return Made(rows=rows, drafts=(draft,), columns=_TIES, unit="index")


def old_ties(member: Member, _: ReadOptions) -> Made:
    """Both lists in one file, as until 2020: an object from user to date for each."""
    data = read_json(member.content, member.name)
    found = data if isinstance(data, dict) else {}
    lists = {role: found[role] for role in _ROLES if isinstance(found.get(role), dict)}
    if not lists:
        raise wrong_shape(member.name)
    pairs = [(role, user, text_of(day)) for role, users in lists.items() for user, day in users.items()]
    rows = account(list(range(len(pairs))))
    since = dates([day for _, _, day in pairs]).values
    unread = [n for n in np.flatnonzero(np.isnat(since)).tolist() if pairs[n][2]]
    rows.warn(unread, lambda at: msg("row.date_unread", column=pairs[at][0], value=pairs[at][2]))
    names = _names(([repair(user) for _, user, _ in pairs],))
    directions = [_ROLES[role] for role, _, _ in pairs]
    _leave_out(rows, names, directions)
    places = {role: np.flatnonzero(np.array(directions) == _ROLES[role]) for role in lists}
    drafts = tuple(_edges(names, since, _ROLES[role], at) for role, at in places.items())
    others = tuple(repair(key) for key in found if key not in lists)
    return Made(rows=rows, drafts=drafts, columns=dict.fromkeys(lists, "peer, since"), unmatched=others, unit="index")


def posts(member: Member, _: ReadOptions) -> Made:
    """Posts or reels: when, and by which file; the time of a post with one picture stands with the picture."""
    items = items_of(read_json(member.content, member.name), member.name, "ig_reels_media")
    objects, rows = objects_of(items)
    media = [first_of(item.get("media")) or item for item in objects]
    keys = [text_of(first.get("uri")) for first in media]
    stamps = [
        item.get("creation_timestamp") or first.get("creation_timestamp")
        for item, first in zip(objects, media, strict=True)
    ]
    published_at = times_of(stamps, rows)
    empty = [n for n in np.flatnonzero(np.isnat(published_at)).tolist() if not keys[n]]
    rows.leave_out(empty, lambda _: msg("instagram.no_post"))
    rows.leave_out_repeats([key or None for key in keys])
    table = Posts.of(len(keys), key=Text.of(keys), published_at=published_at)
    draft = Draft(rows=table, table=TableName.POSTS, at=np.arange(len(keys)))
    return Made(rows=rows, drafts=(draft,), columns=_POSTS, unit="index")


def user(member: Member, _: ReadOptions) -> Made:
    """The user name, and nothing else of what stands beside it."""
    items = items_of(read_json(member.content, member.name), member.name, "profile_user")
    objects, rows = objects_of(items)
    names = _names(([_user_name(item.get("string_map_data")) for item in objects],))
    rows.leave_out([n for n, name in enumerate(names) if name is None], lambda _: msg("row.nobody"))
    draft = Draft(
        rows=Profile.of(len(names)),
        table=TableName.PROFILE,
        completeness=Completeness.UNKNOWN,
        at=np.arange(len(names)),
    )
    handle = next(filter(None, names), None)
    return Made(rows=rows, drafts=(draft,), columns={"Username": "handle"}, handle=handle, unit="index")


def _user_name(fields: object) -> str:
    """The value under the key that says "user name" in the language of the account."""
    found = fields if isinstance(fields, dict) else {}
    named = (value for key, value in found.items() if "handle" in meanings(repair(key)))
    return next((text_of(value.get("value")) for value in named if isinstance(value, dict)), "")


def _names(columns: Sequence[Sequence[str]]) -> list[str | None]:
    """The first usable handle of each row; addresses give their last step."""
    read = [handles(column) for column in columns]
    return [next((name for name in row if name and _HANDLE.fullmatch(name)), None) for row in zip(*read, strict=True)]


def _leave_out(rows: Rows, names: Sequence[str | None], directions: Sequence[Direction]) -> None:
    """Report rows that name nobody, or somebody whom a row above of the same list names already."""
    rows.leave_out([n for n, name in enumerate(names) if name is None], lambda _: msg("row.nobody"))
    rows.leave_out_repeats(list(zip(directions, names, strict=True)))


def _edges(names: Sequence[str | None], since: Times, direction: Direction, at: Index) -> Draft:
    """Ties of one direction, which stand at these rows."""
    times = since[at]
    rows = Edges.of(
        len(at),
        direction=np.full(len(at), direction, dtype=np.int8),
        peer=Text.of(names[n] for n in at.tolist()),
        key_kind=np.full(len(at), KeyKind.HANDLE, dtype=np.int8),
        since=times,
        since_kind=np.where(np.isnat(times), SinceKind.NONE, SinceKind.EXACT).astype(np.int8),
        rank=np.arange(len(at), dtype=np.int32),
    )
    unknown = Completeness.UNKNOWN
    return Draft(rows=rows, table=TableName.EDGES, completeness=unknown, direction=direction, at=at)


def _direction(member: Member, options: ReadOptions, rows: Rows) -> Direction:
    """Which list one without a root key is: as the user says, else by its name.

    Raises UnreadableError where neither tells.
    """
    if options.role in _ROLES:
        return _ROLES[options.role]
    file = PurePosixPath(member.path).name
    own = _OWN_NAME.fullmatch(file)
    if own:
        return _ROLES[own[1].lower()]
    said = roles_in(PurePosixPath(file).stem).intersection(_ROLES)
    if len(said) != 1:
        problem, remedy = msg("instagram.which_list"), msg("instagram.which_list_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy)
    rows.note(msg("instagram.list_from_name", file=file, role=min(said)))
    return _ROLES[min(said)]
