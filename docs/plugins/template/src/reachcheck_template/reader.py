"""Reads the export of Plaza, a platform that does not exist: followers with their days, posts with their figures."""

from reachcheck.model.enums import Completeness, Scope
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit import builders, ties
from reachcheck.readers.kit.shapes import Made, Shape, ShapedReader
from reachcheck.readers.kit.sniff import Names, has_columns
from reachcheck.readers.kit.tabled import made_of, read_cells
from reachcheck.readers.source import Member

FOLLOWERS: Names = {"handle": ("Neighbour",), "followed_at": ("Moved in",)}
POSTS: Names = {"post": ("Notice",), "published_at": ("Pinned on",), "likes": ("Nods",), "comments": ("Replies",)}
"""Our name of a column -> what the platform calls it, in every language it was seen in."""


def followers(member: Member, options: ReadOptions) -> Made:
    """One row a follower, with the day on which they came."""
    cells = read_cells(member, options, FOLLOWERS, "handle")
    return made_of(cells, ties.followers(cells))


def posts(member: Member, options: ReadOptions) -> Made:
    """One row a post, with what it drew since it was published."""
    cells = read_cells(member, options, POSTS, "published_at")
    return made_of(cells, builders.posts(cells, completeness=Completeness.UNKNOWN, scope=Scope.LIFETIME))


SHAPES = (
    Shape(
        name="followers",
        path=r"(?:^|/)plaza_neighbours\.csv$",
        shown_by=has_columns(FOLLOWERS, "handle", "followed_at"),
        read=followers,
    ),
    Shape(
        name="posts",
        path=r"(?:^|/)plaza_notices\.csv$",
        shown_by=has_columns(POSTS, "post", "published_at", "likes"),
        read=posts,
    ),
)
"""Each kind of file: where it may stand (nothing else is ever opened), what shows it, and what reads it."""

READER = ShapedReader("plaza", "plaza", SHAPES)
