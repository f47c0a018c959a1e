"""What the owner gave to others: likes of posts, of comments and of stories, and comments; received by nobody here."""

import re
from collections.abc import Mapping

from reachcheck.message import msg
from reachcheck.model.enums import Response
from reachcheck.readers.aliases import normal
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.instagram.opened import entries_of
from reachcheck.readers.kit.meta import Entry, Labelled, profile_in, usable, user_name
from reachcheck.readers.kit.meta_made import made
from reachcheck.readers.kit.people import given, leave_out_nobody
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.source import Member

LIKES: Mapping[str, str] = {
    "likes_media_likes": "liked_posts",
    "likes_comment_likes": "liked_comments",
    "story_activities_story_likes": "story_likes",
}
COMMENTS = ("comments_media_comments", "comments_reels_comments", "comments_story_comments")
_OWNERS = frozenset(
    map(normal, ("Media Owner", "Media-eigenaar", "Media eigenaar", "Proprietario del contenuto multimediale"))
)
"""What the owner of the post is called where it is known: in English, Dutch and Italian."""
_POST = re.compile(r"https?://(?:www\.)?instagram\.com/(?:[\w.]+/)?(?:p|reel|reels|tv)/", re.IGNORECASE | re.ASCII)


def likes(member: Member, _: ReadOptions) -> Made:
    """Likes given: to whom, of which post, and when."""
    entries = entries_of(member, *LIKES)
    names = [_author(entry) for entry in entries.items]
    posts = [_post(entry) for entry in entries.items]
    leave_out_nobody(entries.rows, names)
    draft = given(names, entries.times(), Response.LIKE, posts=posts)
    columns = {"title": "peer", "href": "post", "timestamp": "at"}
    return made(entries, draft, columns=columns)


def comments(member: Member, _: ReadOptions) -> Made:
    """Comments given: under whose post, and when; the words are not kept."""
    entries = entries_of(member, *COMMENTS)
    owners = [_owner(entry) for entry in entries.items]
    names = [usable(owner.value) if owner else None for owner in owners]
    entries.rows.leave_out([n for n, name in enumerate(names) if name is None], lambda _: msg("instagram.no_owner"))
    columns = {owner.label: "peer" for owner in owners if owner}
    return made(entries, given(names, entries.times(), Response.COMMENT), columns=columns)


def _author(entry: Entry) -> str | None:
    """Whose post, comment or story it is: what a label calls the user name, the title, the address."""
    labelled = user_name(entry)
    return labelled or (None if entry.fields else usable(entry.title)) or profile_in(entry.href)


def _post(entry: Entry) -> str | None:
    links = (entry.href, *(found.href or found.value for found in entry.fields))
    return next((link for link in links if _POST.match(link)), None)


def _owner(entry: Entry) -> Labelled | None:
    """The text that names the post's owner: by its label, else the only one that can be a handle."""
    texts = [found for found in entry.fields if found.value and not found.stamp]
    labelled = [found for found in texts if normal(found.label) in _OWNERS]
    able = labelled or [found for found in texts if re.fullmatch(r"[\w.]{1,30}", found.value, re.ASCII)]
    return able[0] if len(able) == 1 else None
