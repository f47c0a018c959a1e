"""TikTok's data export in JSON: one file, whose sections have moved and been renamed over the years.

It holds messages, devices and searches as well; only the lists named here are read.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from reachcheck.model.enums import Response
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import ties
from reachcheck.readers.kit.cells import Cells
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import wrong_shape
from reachcheck.readers.kit.parts import ListsRecord, Part, joined
from reachcheck.readers.kit.picked import Object, Pick, picked
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json
from reachcheck.readers.tiktok.entries import given, owner, posts, profile
from reachcheck.readers.tiktok.named import Named

LOOKED_AT = 20
"""So many entries tell how their keys are written."""

Build = Callable[[Cells], list[Draft]]

OWNER = "ProfileMap"
"""The list, of one entry, that says whose export this is."""

_USER = ("UserName", "uniqueId")
_MARKS = re.compile(rb'"(?:FansList|ProfileMap|ItemFavoriteList|WhoCanView|FavoriteVideoList)"\s*:', re.IGNORECASE)
"""What stands in an export of any year, if it holds anything that is read."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One list of the export: the sections under which it has stood, its own key, and how its entries are read."""

    sections: tuple[str, ...]
    key: str
    keys: Mapping[str, tuple[str, ...]]
    """Canonical name -> the keys that an entry has had it under; first what an entry cannot do without."""
    build: Build


def lists(made: date | None) -> tuple[Listed, ...]:
    """All lists that are read, of an export that was made on a day."""
    return (
        Listed(
            sections=("Profile Info", "Profile Information"),
            key=OWNER,
            keys={"handle": _USER, "followers": ("followerCount",), "following": ("followingCount",)},
            build=partial(profile, made),
        ),
        Listed(
            sections=("Follower", "Follower List"),
            key="FansList",
            keys={"handle": _USER, "followed_at": ("Date",)},
            build=ties.followers,
        ),
        Listed(
            sections=("Following", "Following List"),
            key="Following",
            keys={"handle": _USER, "followed_at": ("Date",)},
            build=ties.following,
        ),
        Listed(
            sections=("Posts", "Videos"),
            key="VideoList",
            keys={"published_at": ("Date",), "likes": ("Likes",), "seen_by": ("WhoCanView",)},
            build=posts,
        ),
        _acts(("Like List",), "ItemFavoriteList", Response.LIKE),
        _acts(("Comments", "CommentsList"), "CommentsList", Response.COMMENT),
        _acts(("Share History",), "ShareHistoryList", Response.OTHER),
        _acts(("Favorite Videos",), "FavoriteVideoList", Response.OTHER),
    )


def _acts(sections: tuple[str, ...], key: str, what: Response) -> Listed:
    keys = {"at": ("Date",), "post_url": ("Link", "url")}
    return Listed(sections=sections, key=key, keys=keys, build=partial(given, what))


def is_export(member: Member) -> bool:
    """Whether a file is the export: JSON in which, at any place, stands a key that only this export has."""
    head = member.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{"):
        return False
    return bool(_MARKS.search(head) or (_is_named(member) and _MARKS.search(member.content)))


def _is_named(member: Member) -> bool:
    """A large export may begin with what is never read; only one of this name is searched to its end."""
    return "user_data" in member.name.lower()


def read_export(member: Member, options: ReadOptions) -> Made:
    """All lists that are there; raises UnreadableError where there are none."""
    data = read_json(member.content, member.name)
    if not isinstance(data, dict):
        raise wrong_shape(member.name)
    parts: list[Part] = []
    before: list[tuple[int, str]] = []
    count = 0
    for wanted in lists(Named.of(member).made):
        for items in _found(data, wanted):
            parts.append(_part(items, wanted, count, member.name, options))
            before.append((count, wanted.key))
            count += parts[-1].rows.read
    if not parts:
        raise wrong_shape(member.name)
    left = tuple(root for root, section in data.items() if not any(_holds(section, each) for each in lists(None)))
    record = ListsRecord(file=member.name, sha256="", reader="", unit="index", lists=tuple(before))
    made = joined(parts, record, unmatched=left)
    return replace(
        made,
        handle=next(
            (name for part in parts if part.name == OWNER and part.cells and (name := owner(part.cells))), None
        ),
    )


def _part(items: list[object], wanted: Listed, before: int, place: str, options: ReadOptions) -> Part:
    """The entries of one list as a table of the values that are read."""
    titles = {name: _title(items, keys) for name, keys in wanted.keys.items()}
    picks = {titles[name]: _under(keys) for name, keys in wanted.keys.items()}
    table = replace(picked(items, picks, lines=range(before, before + len(items))), before=before)
    first = next(iter(titles))
    there = {name: title for name, title in titles.items() if name == first or any(table.column(title))}
    cells = Cells(table, there, Rows(table), place=place, decimal=".", date_order=options.date_order)
    return Part(name=wanted.key, rows=cells.rows, drafts=wanted.build(cells), cells=cells)


def _found(data: Mapping[str, object], wanted: Listed) -> Iterator[list[object]]:
    """The entries of a list, wherever it stands; of several places the first with any. Nothing, where it is nowhere.

    A section that is null says that there are none.
    """
    values = [value for root in data.values() for value in _lists_in(root, wanted)]
    entries = [value if isinstance(value, list) else [] if value is None else [value] for value in values]
    if values:
        yield next(filter(None, entries), [])


def _lists_in(root: object, wanted: Listed) -> Iterator[object]:
    """What stands under the list's own key, in the sections that a root has of it."""
    sections = {_folded(name) for name in wanted.sections}
    for name, section in root.items() if isinstance(root, dict) else ():
        if _folded(name) not in sections:
            continue
        inner = {_folded(key): value for key, value in section.items()} if isinstance(section, dict) else {}
        if not isinstance(section, dict) or _folded(wanted.key) in inner:
            yield inner.get(_folded(wanted.key), section if isinstance(section, list) else None)


def _holds(root: object, wanted: Listed) -> bool:
    return any(True for _ in _lists_in(root, wanted))


def _title(items: list[object], keys: tuple[str, ...]) -> str:
    """What entries call a value, as the first that has it writes it."""
    wanted = {_folded(key) for key in keys}
    found = (key for item in items[:LOOKED_AT] if isinstance(item, dict) for key in item if _folded(key) in wanted)
    return next(found, keys[0])


def _under(keys: tuple[str, ...]) -> Pick:
    """The first value that is there under one of these keys, however they are written."""
    wanted = {_folded(key) for key in keys}

    def pick(item: Object) -> object:
        return next((value for key, value in item.items() if _folded(key) in wanted and value is not None), None)

    return pick


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    """A key without what has varied: case, spaces, and lines between words."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())
