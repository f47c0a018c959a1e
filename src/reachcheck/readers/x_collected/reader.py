"""Reads what tools collected from X: its programming interface, twarc, twarc-csv, snscrape, twscrape."""

from reachcheck.readers.kit.shapes import Shape, ShapedReader
from reachcheck.readers.kit.sniff import begins, has_columns
from reachcheck.readers.x_collected import api, scraped

_NAMED = r"(?:^|/)(?![^/]*(?:message|\bdms?\b))[^/]*(?:tweet|twitter|twarc|snscrape|twscrape)[^/]*"
"""Such files bear any name; inside a folder or an archive, one that says where it comes from."""
_JSON = _NAMED + r"\.(?:jsonl|ndjson|json)$"
_TABLE = _NAMED + r"\.csv$"
_OBJECT = rb"(?:\[\s*)?\{"

SHAPES = (
    Shape(name="scraped", path=_JSON, shown_by=begins(_OBJECT, b"snscrape.modules.twitter."), read=scraped.objects_of),
    Shape(
        name="posts",
        path=_JSON,
        shown_by=begins(_OBJECT, b'"public_metrics"', b'"retweet_count"', b'"like_count"'),
        read=api.objects_of,
    ),
    Shape(
        name="people",
        path=_JSON,
        shown_by=begins(_OBJECT, b'"public_metrics"', b'"followers_count"', b'"tweet_count"', b'"username"'),
        read=api.objects_of,
    ),
    Shape(
        name="posts_table",
        path=_TABLE,
        shown_by=has_columns(api.POSTS, "post", "published_at", "likes", "shares"),
        read=api.posts_table,
    ),
    Shape(
        name="people_table",
        path=_TABLE,
        shown_by=has_columns(api.PEOPLE, "id", "handle", "followers", "posts"),
        read=api.people_table,
    ),
)
READER = ShapedReader("x_collected", "x", SHAPES)
