"""Reads the tables that Meta Business Suite exports: posts, one figure by day, and how the audience divides.

A file of one figure by day does not always say whether it is of Instagram or of Facebook; then its platform is unknown.
"""

from reachcheck.readers.kit.shapes import Shape, ShapedReader
from reachcheck.readers.kit.sniff import has_columns, speaks_of
from reachcheck.readers.meta_business import audience, content, metric
from reachcheck.readers.source import Member

_COPY = r"(?:[ _-]*\(?\d+\)?)?\.csv$"
_SPAN = r"(?:^|/)[a-z]{3}-\d{2}-\d{4}_[a-z]{3}-\d{2}-\d{4}(?:_\d+)?" + _COPY
_NO_PEOPLE = r"(?!.*(?:message|inbox|chat|lead|contact|mail|comment))"
_WORDS = "content|posts?|insights?|instagram|facebook|meta"
_NAMED = rf"(?:^|/){_NO_PEOPLE}(?:[^/]*[ _-])?(?:{_WORDS})(?:[ _-][^/]*)?{_COPY}"
_CONTENT = f"{_SPAN}|{_NAMED}"
_FIGURE = "follows|views|viewers|interactions|link[ _]clicks|visits|reach"
_METRIC = rf"(?:^|/)(?:(?:instagram|facebook|content|profile)[ _])?(?:{_FIGURE}){_COPY}"
_AUDIENCE = r"(?:^|/)audience" + _COPY

_OF_AN_ACCOUNT = has_columns(content.INSTAGRAM, *content.SHOWN_BY, "handle")
_OF_A_PAGE = has_columns(content.FACEBOOK, *content.SHOWN_BY, "name")
_OF_EITHER = has_columns(content.INSTAGRAM, *content.SHOWN_BY)
_AT_INSTAGRAM, _AT_FACEBOOK = speaks_of("instagram.com/"), speaks_of("facebook.com/")


def _is_instagram(member: Member) -> bool:
    """By the column that names the account, else by the only network that the first lines speak of."""
    lone = _OF_EITHER(member) and _AT_INSTAGRAM(member) and not _AT_FACEBOOK(member)
    return not _OF_A_PAGE(member) and (_OF_AN_ACCOUNT(member) or lone)


def _is_facebook(member: Member) -> bool:
    lone = _OF_EITHER(member) and _AT_FACEBOOK(member) and not _AT_INSTAGRAM(member)
    return not _OF_AN_ACCOUNT(member) and (_OF_A_PAGE(member) or lone)


def _metric(network: str) -> Shape:
    shown_by = metric.is_metric(network)
    return Shape(name="metric", path=_METRIC, shown_by=shown_by, read=metric.metric, platform=network)


SHAPES = (
    Shape(name="content", path=_CONTENT, shown_by=_is_instagram, read=content.instagram, platform="instagram"),
    Shape(name="content", path=_CONTENT, shown_by=_is_facebook, read=content.facebook, platform="facebook"),
    _metric("instagram"),
    _metric("facebook"),
    _metric(""),
    Shape(name="audience", path=_AUDIENCE, shown_by=audience.is_audience, read=audience.audience),
)
READER = ShapedReader("meta_business", "", SHAPES)
