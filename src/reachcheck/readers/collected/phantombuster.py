"""What PhantomBuster writes of Instagram posts, and the lists of people that extensions of browsers save."""

import re
from pathlib import PurePosixPath

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.enums import Scope
from reachcheck.readers.aliases import normal, roles_in
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.collected.apify import without_hidden
from reachcheck.readers.collected.excerpts import excerpt
from reachcheck.readers.kit import builders, ties
from reachcheck.readers.kit.mended import read_mended
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names, titles
from reachcheck.readers.kit.tabled import made_of, read_cells
from reachcheck.readers.source import Member

POSTS: Names = {
    "handle": ("username",),
    "url": ("postUrl",),
    "published_at": ("pubDate",),
    "likes": ("likeCount",),
    "comments": ("commentCount",),
}
PEOPLE: Names = {"handle": ("Username",), "profile": ("Profile URL",)}
_TITLES = frozenset(map(normal, ("Username", "Full Name", "Profile URL")))
_BUILDERS = {"followers": ties.followers, "following": ties.following}
_ABSENCE = re.compile(r"un_?-?follow|not|back|lost|left|gone|removed|blocked|ghost", re.IGNORECASE)
"""Words in the name of a list of people who do not follow, or do not follow any more."""


def posts(member: Member, options: ReadOptions) -> Made:
    """One row a post, of one account or of many."""
    cells = read_mended(member, options, POSTS, without_hidden, "url")
    none = [at for at, url in enumerate(cells.text("url")) if not url]
    cells.rows.leave_out(none, lambda _: msg("collected.no_post"))
    (posts,) = builders.posts(cells, scope=Scope.LIFETIME)
    return made_of(cells, [excerpt(posts)])


def is_people(member: Member) -> bool:
    """Whether a table has just these three titles, above people of Instagram."""
    return any(row == _TITLES for row in titles(member)) and b"instagram.com/" in member.head


def people(member: Member, options: ReadOptions) -> Made:
    """One row a person, who follows or is followed: as the user says, else as the file's name does.

    Raises UnreadableError where neither tells, or where the name speaks of people who do not follow.
    """
    name = PurePosixPath(member.path).stem
    said = frozenset((options.role,)) if options.role else roles_in(name)
    roles = said.intersection(_BUILDERS)
    if len(roles) != 1 or (not options.role and _ABSENCE.search(name)):
        problem, remedy = msg("collected.which_people"), msg("collected.which_people_remedy")
        raise UnreadableError(problem, place=member.name, remedy=remedy)
    role = min(roles)
    cells = read_cells(member, options, PEOPLE)
    if not options.role:
        cells.rows.note(msg("collected.list_from_name", role=role))
    return made_of(cells, _BUILDERS[role](cells))
