"""Reads the tables of YouTube Studio's advanced mode, and subscriptions and own comments of Google Takeout.

Of a Takeout, which holds searches, messages and much of other services, nothing else is opened.
"""

from reachcheck.readers.kit.shapes import Shape, ShapedReader
from reachcheck.readers.kit.sniff import has_columns
from reachcheck.readers.source import Member
from reachcheck.readers.youtube import studio, takeout

_COPY = r"(?: ?\(\d+\))?\.csv$"
_TABLES = rf"(?:^|/)(?:Table data|Informations relatives aux tableaux){_COPY}"
_NEVER = r"(?!)"
"""In an archive, where the same figures stand in other files, it is not opened at all."""

SHAPES = (
    Shape(name="videos", path=_TABLES, shown_by=studio.has_videos, read=studio.videos),
    Shape(name="days", path=rf"{_TABLES}|{studio.TOTALS.pattern}", shown_by=studio.has_days, read=studio.days),
    Shape(name="chart", path=_NEVER, shown_by=studio.is_chart, read=studio.chart),
    Shape(
        name="subscriptions",
        path=rf"(?:^|/)(?:subscriptions|abonnements|abonnementen|abonamente){_COPY}",
        shown_by=takeout.is_subscriptions,
        read=takeout.subscriptions,
    ),
    Shape(
        name="comments",
        path=rf"(?:^|/)(?:comments|comentarios|comentarii){_COPY}",
        shown_by=has_columns(takeout.COMMENTS, "comment", "channel", "at"),
        read=takeout.comments,
    ),
)


def _exported_at(member: Member) -> str | None:
    """The day of the archive's entry."""
    return member.dated.isoformat() if member.dated else None


READER = ShapedReader("youtube", "youtube", SHAPES, exported_at=_exported_at)
