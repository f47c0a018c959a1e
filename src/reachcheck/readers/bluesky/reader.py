"""Reads Bluesky: an account's repository (CAR), and pages of the public interface saved as JSON.

Of the records only whom and what they point at is read; texts, blocks and lists are not.
"""

from reachcheck.readers.bluesky import api, feed, repo
from reachcheck.readers.kit.shapes import Shape, ShapedReader
from reachcheck.readers.kit.sniff import begins

_PAGE = (
    r"(?:^|/)(?![^/]*(?:chat|message|convo|notif|pref))(?:[^/]*(?:bsky|bluesky)[^/]*|get(?:profiles?|followers|follows|authorfeed|likes)[^/]*"
    r"|(?:followers|follows|author_?feed)[^/]*)\.json$"
)
_SOMEBODY = b'"did:'

SHAPES = (
    Shape(name="repository", path=r"(?:^|/)[^/]*\.car$", shown_by=repo.is_car, read=repo.repository),
    Shape(
        name="feed",
        path=_PAGE,
        shown_by=begins(rb'\{\s*"(?:feed|cursor)"\s*:', _SOMEBODY, b'"feed"', b'"at://did:', b'"author"'),
        read=feed.feed,
    ),
    Shape(
        name="likes",
        path=_PAGE,
        shown_by=begins(rb'\{\s*"(?:likes|uri|cid|cursor)"\s*:', _SOMEBODY, b'"likes"', b'"actor"', b'"createdAt"'),
        read=api.likes,
    ),
    Shape(
        name="followers",
        path=_PAGE,
        shown_by=begins(rb'\{\s*"(?:followers|subject|cursor)"\s*:', _SOMEBODY, b'"followers"', b'"handle"'),
        read=api.ties,
    ),
    Shape(
        name="follows",
        path=_PAGE,
        shown_by=begins(rb'\{\s*"(?:follows|subject|cursor)"\s*:', _SOMEBODY, b'"follows"', b'"handle"'),
        read=api.ties,
    ),
    Shape(
        name="profiles",
        path=_PAGE,
        shown_by=begins(rb'\{\s*"(?:did|profiles)"\s*:', _SOMEBODY, b'"handle"', b'"followersCount"'),
        read=api.profiles,
    ),
)

READER = ShapedReader("bluesky", "bluesky", SHAPES)
