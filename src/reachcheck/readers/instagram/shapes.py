"""Which file of Instagram's information export is which: allowed by the end of its path, known by its first keys.

A new file of the export takes its place in `SHAPES`.
"""

import re
from collections.abc import Callable

from reachcheck.readers.instagram import acts, audience, content, insights, lists
from reachcheck.readers.kit.pages import is_page
from reachcheck.readers.kit.shapes import Shape
from reachcheck.readers.kit.sniff import begins, every, lacks, named
from reachcheck.readers.source import Member

_COPY = r"(?:_\d+)?(?: ?\(\d+\))?\.(?:json|html)$"
"""The number of a part, and that of a copy."""
_OWN = r"(?:^|(?<!threads)/)"
"""Threads has lists of its own in the same export."""
_CONTENT = r"(?:^|(?:^|/)(?:content|media)/)"
"""Insights have files of the same names in folders of theirs."""
_UNFOLLOWED = _OWN + r"recently_unfollowed_(?:profiles|accounts)" + _COPY
_LISTS = rf"{_OWN}(?:followers|following){_COPY}|{_UNFOLLOWED}"
_LIKES = rf"{_OWN}(?:liked_posts|liked_comments|story_likes){_COPY}"
_COMMENTS = rf"{_OWN}(?:post_comments|reels_comments|hype){_COPY}"
_POSTS = _CONTENT + "posts" + _COPY
_STORIES = rf"{_CONTENT}(?:reels|stories){_COPY}"
_INSIGHTS = r"(?:^|/)past_instagram_insights/"
_OF_POSTS = rf"{_INSIGHTS}(?:posts|reels){_COPY}"
_AUDIENCE = rf"{_INSIGHTS}audience_insights{_COPY}"
_OF_OTHERS = rf"{_INSIGHTS}(?:content_interactions|profiles_reached){_COPY}"
_USER = r"(?:^|/)personal_information" + _COPY


def _root(*names: str) -> Callable[[Member], bool]:
    return begins(rb'\{\s*"(?:' + "|".join(names).encode() + rb')"\s*:')


def _empty_in(folder: str, path: str) -> Callable[[Member], bool]:
    """A test whether a file is an empty list in the one folder where that says what it is a list of."""

    def test(member: Member) -> bool:
        content = member.head.removeprefix(b"\xef\xbb\xbf").strip()
        place = f"/{member.path.lower()}"
        return content == b"[]" and folder in place and bool(re.search(path, member.path, re.IGNORECASE))

    return test


_BARE_LIST = begins(rb"\[", b'"string_list_data"', b"instagram.com")
_LABELS = begins(rb"\[", b'"label_values"')
"""The newest form, which is the same for every list: only the name of the file tells which it is."""
_MEDIA = begins(rb"\[", b'"media"', b'"creation_timestamp"', b'"uri"')


def _page(path: str) -> Callable[[Member], bool]:
    """A test whether a file is a page at such a path: its content says the same in every list."""
    return every(is_page, named(path))


SHAPES = (
    Shape(name="ties", path=_LISTS, shown_by=_root(*lists.ROOTS), read=lists.people),
    Shape(name="likes", path=_LIKES, shown_by=_root(*acts.LIKES), read=acts.likes),
    Shape(name="likes", path=_LIKES, shown_by=every(_LABELS, named(_LIKES)), read=acts.likes),
    Shape(name="ties", path=_LISTS, shown_by=every(_LABELS, named(_LISTS)), read=lists.people),
    Shape(name="ties", path=_LISTS, shown_by=_BARE_LIST, read=lists.people),
    Shape(name="ties", path=_LISTS, shown_by=_empty_in("/followers_and_following/", _LISTS), read=lists.people),
    Shape(
        name="old_ties",
        path=r"(?:^|/)connections" + _COPY,
        shown_by=begins(rb'\{.*"follow(?:ers|ing)"\s*:\s*\{\s*"[^"]+"\s*:\s*"\d{4}-\d\d-\d\d'),
        read=lists.old_lists,
    ),
    Shape(name="comments", path=_COMMENTS, shown_by=_root(*acts.COMMENTS), read=acts.comments),
    Shape(
        name="comments",
        path=_COMMENTS,
        shown_by=every(begins(rb"\[", b'"string_map_data"'), named(_COMMENTS)),
        read=acts.comments,
    ),
    Shape(name="posts", path=_POSTS, shown_by=every(_MEDIA, lacks(b'"label_values"')), read=content.posts),
    Shape(name="posts", path=_POSTS, shown_by=every(_MEDIA, named(_POSTS)), read=content.posts),
    Shape(name="posts", path=_POSTS, shown_by=_empty_in("/content/", _POSTS), read=content.posts),
    Shape(name="posts", path=_STORIES, shown_by=_root(*content.ROOTS), read=content.posts),
    Shape(name="insights", path=_OF_POSTS, shown_by=_root(*insights.ROOTS), read=insights.posts),
    Shape(name="insights", path=_AUDIENCE, shown_by=_root(audience.ROOT), read=audience.audience),
    Shape(name="insights", path=_OF_OTHERS, shown_by=_root(*audience.OTHER_ROOTS), read=audience.others),
    Shape(name="user", path=_USER, shown_by=_root("profile_user"), read=content.user),
    Shape(name="ties", path=_LISTS, shown_by=_page(_LISTS), read=lists.people),
    Shape(name="likes", path=_LIKES, shown_by=_page(_LIKES), read=acts.likes),
    Shape(name="comments", path=_COMMENTS, shown_by=_page(_COMMENTS), read=acts.comments),
    Shape(name="posts", path=_POSTS, shown_by=_page(f"{_POSTS}|{_STORIES}"), read=content.posts),
    Shape(name="insights", path=_OF_POSTS, shown_by=_page(_OF_POSTS), read=insights.posts),
    Shape(name="insights", path=_AUDIENCE, shown_by=_page(_AUDIENCE), read=audience.audience),
    Shape(name="insights", path=_OF_OTHERS, shown_by=_page(_OF_OTHERS), read=audience.others),
    Shape(name="user", path=_USER, shown_by=_page(_USER), read=content.user),
)
