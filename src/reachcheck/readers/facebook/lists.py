"""Friends, former friends, followers and those followed: Facebook gives their names alone, and no address.

Two people may have one name, so that only what repeats name and second is the same row.
"""

import re
from collections.abc import Sequence

import numpy as np

from reachcheck.model.columns import Times
from reachcheck.model.enums import Direction, KeyKind
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.drafts import Draft
from reachcheck.readers.kit.objects import first_of, objects_of, text_of, times_of, wrong_shape
from reachcheck.readers.kit.people import ended_ties, leave_out_nobody, ties
from reachcheck.readers.kit.rows import Rows
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member
from reachcheck.readers.table import read_json

ROOT = re.compile(r"(deleted_friends|friends|followers|following)(?:_v\d+)?")
_DIRECTIONS = {"friends": Direction.MUTUAL, "followers": Direction.IN, "following": Direction.OUT}
_NOUNS = {"friends": "friends", "followers": "followers"}


def people(member: Member, _: ReadOptions) -> Made:
    """A list: who, and since or until which second; friends are friends of each other by design."""
    role, items = _listed(read_json(member.content, member.name), member.name)
    objects, rows = objects_of(items)
    entries = [first_of(item.get("string_list_data")) for item in objects]
    names = [
        text_of(item.get("name")) or text_of(entry.get("value")) or None
        for item, entry in zip(objects, entries, strict=True)
    ]
    when = times_of(
        [item.get("timestamp") or entry.get("timestamp") for item, entry in zip(objects, entries, strict=True)], rows
    )
    leave_out_nobody(rows, names)
    draft = _draft(role, rows, names, when)
    rows.leave_out_repeats(list(zip(names, when.astype(np.int64).tolist(), strict=True)))
    time = "until" if role == "deleted_friends" else "since"
    return Made(
        rows=rows,
        drafts=(draft,),
        columns={"name": "peer", "timestamp": time},
        unit="index",
        noun=_NOUNS.get(role),
        mutual=role == "friends",
    )


def _draft(role: str, rows: Rows, names: Sequence[str | None], when: Times) -> Draft:
    if role == "deleted_friends":
        return ended_ties(rows, names, when, Direction.MUTUAL, kind=KeyKind.NAME)
    return ties(names, when, _DIRECTIONS[role], kind=KeyKind.NAME)


def _listed(data: object, place: str) -> tuple[str, list[object]]:
    """What a list is of, and its items; a list without a root is of followers, as its name has said."""
    if isinstance(data, list):
        return "followers", data
    for key, value in data.items() if isinstance(data, dict) else ():
        found = ROOT.fullmatch(key)
        if found and isinstance(value, list):
            return found[1], value
    raise wrong_shape(place)
