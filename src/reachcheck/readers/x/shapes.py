"""Which file of X's archive and analytics is which: allowed by the end of its path, known by its content.

A file of the archive is known by the name it assigns its rows to, a table of analytics by the names of its columns, or
by what stands in them where the names are of a language not seen yet.
"""

from collections.abc import Callable

from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.shapes import Made, Shape
from reachcheck.readers.kit.sniff import begins, has_columns, has_titles
from reachcheck.readers.source import Member
from reachcheck.readers.x import accounts, analytics, grailbird, headers, likes, lists, places, posts

_SCRIPT = r"(?:-part\d+)?(?: ?\(\d+\))?\.js$"
"""The number of a part, and that of a copy."""


_NOWHERE = r"(?!)"


def _rows(kind: bytes) -> bytes:
    return rb"window\.YTD\." + kind + rb"\.part\d+\s*="


def closed(member: Member, _: ReadOptions) -> Made:
    """Refuse a file that is nobody's business; raises UnreadableError."""
    raise UnreadableError(msg("x.closed"), place=member.name, remedy=msg("x.closed_remedy"))


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
    Shape(name="closed", path=_NOWHERE, shown_by=begins(rb"(?:window\.YTD\.|Grailbird\.data\.)"), read=closed),
)
"""The last is any other file of the archive: not opened where it stands in one, refused where it is given by itself."""

_FIGURES = r"(?:^|/)%s[^/]*\.csv$"


def _named(header: headers.Header) -> Callable[[Member], bool]:
    return has_columns(header.names, *header.needed)


def _either(*tests: Callable[[Member], bool]) -> Callable[[Member], bool]:
    return lambda member: any(test(member) for test in tests)


ANALYTICS = (
    Shape(
        name="overview",
        path=_FIGURES % "account_overview_analytics",
        shown_by=_either(_named(headers.OVERVIEW), places.is_overview),
        read=analytics.overview,
    ),
    Shape(
        name="content",
        path=_FIGURES % "account_analytics_content",
        shown_by=_either(_named(headers.CONTENT), places.is_content),
        read=analytics.content,
    ),
    Shape(
        name="video",
        path=_FIGURES % "video_overview_analytics",
        shown_by=has_titles("Date", "Views", "Watch Time (ms)", "Completion Rate"),
        read=analytics.video,
    ),
    Shape(
        name="daily_activity",
        path=_FIGURES % "daily_tweet_activity_metrics",
        shown_by=_named(headers.DAILY_ACTIVITY),
        read=analytics.daily_activity,
    ),
    Shape(
        name="activity",
        path=_FIGURES % "tweet_activity_metrics",
        shown_by=_either(_named(headers.ACTIVITY), places.is_activity),
        read=analytics.activity,
    ),
)
