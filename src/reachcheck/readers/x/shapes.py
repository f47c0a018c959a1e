"""Which file of X's archive is which: allowed by the end of its path, known by the name it assigns its rows to."""

from reachcheck.readers.kit.shapes import Shape
from reachcheck.readers.kit.sniff import begins, has_columns
from reachcheck.readers.x import accounts, grailbird, likes, lists, posts

_SCRIPT = r"(?:-part\d+)?(?: ?\(\d+\))?\.js$"
"""The number of a part, and that of a copy."""


def _rows(kind: bytes) -> bytes:
    return rb"window\.YTD\." + kind + rb"\.part\d+\s*="


ARCHIVE = (
    Shape(name="posts", path=r"(?:^|/)tweets?" + _SCRIPT, shown_by=begins(_rows(rb"tweets?")), read=posts.posts),
    Shape(
        name="ties",
        path=r"(?:^|/)(?:follower|following)" + _SCRIPT,
        shown_by=begins(_rows(rb"(?:follower|following)")),
        read=lists.ties,
    ),
    Shape(name="likes", path=r"(?:^|/)like" + _SCRIPT, shown_by=begins(_rows(rb"like")), read=likes.likes),
    Shape(name="account", path=r"(?:^|/)account" + _SCRIPT, shown_by=begins(_rows(rb"account")), read=accounts.account),
    Shape(
        name="manifest",
        path=r"(?:^|/)manifest" + _SCRIPT,
        shown_by=begins(rb"window\.__THAR_CONFIG\s*="),
        read=accounts.manifest,
    ),
    Shape(
        name="user_details",
        path=r"(?:^|/)js/user_details" + _SCRIPT,
        shown_by=begins(rb"var\s+user_details\s*=", b'"screen_name"'),
        read=accounts.user_details,
    ),
    Shape(
        name="grailbird",
        path=r"(?:^|/)tweets(?: ?\(\d+\))?\.csv$",
        shown_by=has_columns(grailbird.NAMES, "post", "published_at", "is_reply", "is_repost"),
        read=grailbird.posts,
    ),
)
