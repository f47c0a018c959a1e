"""Whether the objects of a file are posts or people, and what is neither."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reachcheck.message import msg
from reachcheck.model.sources import RowNote
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.picked import Object, Pick, path, picked
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.source import Member
from reachcheck.readers.x_collected.documents import Found
from reachcheck.readers.x_collected.people import people
from reachcheck.readers.x_collected.posts import posts


@dataclass(frozen=True)
class Kinds:
    """What one tool calls the values of posts and of people, and how to tell these apart.

    A value stands along the steps of its column's name, unless `picks` says another way.
    """

    posts: Names
    people: Names
    picks: Mapping[str, Pick]
    is_post: Callable[[Object], bool]
    is_person: Callable[[Object], bool]


def read(found: Found, kinds: Kinds, member: Member, options: ReadOptions) -> Made:
    """A table of posts, or of people where there is no post; objects that are neither are reported."""
    there = [item for item in found.items if isinstance(item, dict)]
    posted = any(map(kinds.is_post, there)) or not any(map(kinds.is_person, there))
    names, wanted = (kinds.posts, kinds.is_post) if posted else (kinds.people, kinds.is_person)
    strange = {n for n, item in enumerate(found.items) if isinstance(item, dict) and not wanted(item)}
    table = picked(
        [item for n, item in enumerate(found.items) if n not in strange],
        _picks(names, kinds.picks),
        lines=[place for n, place in enumerate(found.places) if n not in strange],
        reported=[*found.reported, *(RowNote(found.places[n], msg("x_collected.neither")) for n in sorted(strange))],
        unit=found.unit,
    )
    return (posts if posted else people)(table, names, member, options, decimal=".")


def _picks(names: Names, picks: Mapping[str, Pick]) -> dict[str, Pick]:
    columns = (spellings[0] for spellings in names.values())
    return {column: picks.get(column) or path(*column.split(".")) for column in columns}
