"""Reads the information export of a Facebook profile (JSON): friends, followers, posts, and what was given to others.

Everything else in the export, messages first of all, is never opened.
"""

from reachcheck.readers.facebook import acts, lists
from reachcheck.readers.kit.containers import exported_at, handle_of
from reachcheck.readers.kit.shapes import Shape, ShapedReader
from reachcheck.readers.kit.sniff import begins, every, named

_COPY = r"(?:_\d+)?(?: ?\(\d+\))?\.json$"
_OLD_FOLDER = r"(?:^|/)(?:friends|friends_and_followers|following_and_followers)/"
_OLD = _OLD_FOLDER + "(?:friends|followers|following|removed_friends)" + _COPY
_FOLLOWERS = r"(?:^|/)people_who_followed_you" + _COPY
_NEW = r"(?:^|/)(?:your_friends|removed_friends|who_you.{0,6}ve_followed|who_you_follow)" + _COPY
_LISTS = f"{_NEW}|{_FOLLOWERS}|{_OLD}"
_POSTS = r"(?:^|/)your_posts(?:__check_ins__photos_and_videos)?" + _COPY
_ACTS = r"(?:^|/)(?:comments|comments_and_reactions|likes_and_reactions)/(?:comments|posts_and_comments)" + _COPY
_NAME, _TIME = rb'"name"\s*:\s*"(?:[^"\\]|\\.)*"', rb'"timestamp"\s*:\s*\d+'
_PERSON = rb"\{\s*(?:%b\s*,\s*%b|%b\s*,\s*%b)\s*\}" % (_NAME, _TIME, _TIME, _NAME)
_LIST = rb'\{\s*"(?:deleted_friends|friends|followers|following)%b"\s*:\s*\[\s*%b'

SHAPES = (
    Shape(name="ties", path=_LISTS, shown_by=begins(_LIST % (rb"_v\d+", b"")), read=lists.people),
    Shape(name="ties", path=_LISTS, shown_by=begins(_LIST % (b"", _PERSON)), read=lists.people),
    Shape(name="ties", path=_LISTS, shown_by=every(begins(_LIST % (b"", b"")), named(_OLD)), read=lists.people),
    Shape(
        name="ties",
        path=_LISTS,
        shown_by=every(begins(rb"\[", b'"string_list_data"'), named(_FOLLOWERS)),
        read=lists.people,
    ),
    Shape(
        name="posts",
        path=_POSTS,
        shown_by=every(begins(rb"\[", b'"timestamp"', b'"data"'), named(_POSTS)),
        read=acts.posts,
    ),
    Shape(name="acts", path=_ACTS, shown_by=begins(rb'\{\s*"(?:comments|reactions)_v2"\s*:\s*\['), read=acts.acts),
)
READER = ShapedReader("facebook", "facebook", SHAPES, handle=handle_of, exported_at=exported_at)
