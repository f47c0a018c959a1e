"""Posts and people as snscrape and its successors write them: one JSON object a line."""

from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.numbered import number_of
from reachcheck.readers.kit.picked import Object, Pick, first, objects, path
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.source import Member
from reachcheck.readers.x_collected import posts
from reachcheck.readers.x_collected.documents import found_in
from reachcheck.readers.x_collected.kinds import Kinds, read

POSTS: Names = {
    "handle": ("user.username",),
    "author": ("user.id",),
    "post": ("id",),
    "published_at": ("date",),
    "likes": ("likeCount",),
    "comments": ("replyCount",),
    "shares": ("retweetCount",),
    "saves": ("bookmarkedCount",),
    "impressions": ("viewCount",),
    "thread": ("conversationId",),
    "answered": ("inReplyToTweetId",),
    "answered_user": ("inReplyToUser.id",),
    "repeated": ("retweetedTweet.id",),
    "repeated_user": ("retweetedTweet.user.id",),
    "named": ("mentionedUsers",),
    "text": ("rawContent",),
    "followers": ("user.followersCount",),
    "following": ("user.friendsCount",),
    "posts": ("user.statusesCount",),
    "created_at": ("user.created",),
}
PEOPLE: Names = {
    "id": ("id",),
    "handle": ("username",),
    "created_at": ("created",),
    "followers": ("followersCount",),
    "following": ("friendsCount",),
    "posts": ("statusesCount",),
    "private": ("protected",),
    "verified": ("verified",),
}
_TEXT = first(path("rawContent"), path("content"))


def _number(*steps: str) -> Pick:
    """A number at the end of these steps, as text (`...Str`) before as a number."""
    *above, key = steps

    def pick(item: Object) -> object:
        inner = path(*above)(item)
        return (number_of(inner, f"{key}Str") or number_of(inner, key)) if isinstance(inner, dict) else None

    return pick


def _named(item: Object) -> object:
    """The numbers of all whom a post names."""
    return " ".join(filter(None, (number_of(one, "id") for one in objects(item.get("mentionedUsers")))))


def _mark(item: Object) -> object:
    """No more of a text than what marks a repost."""
    text = _TEXT(item)
    return posts.REPOST if isinstance(text, str) and text.startswith(posts.REPOST) else None


_NUMBERS = (
    *("id", "user.id", "conversationId", "inReplyToTweetId", "inReplyToUser.id", "retweetedTweet.id"),
    "retweetedTweet.user.id",
)
_PICKS: dict[str, Pick] = {
    **{column: _number(*column.split(".")) for column in _NUMBERS},
    "mentionedUsers": _named,
    "rawContent": _mark,
}


def objects_of(member: Member, options: ReadOptions) -> Made:
    """Posts, or people where there is no post."""
    return read(found_in(member), Kinds(POSTS, PEOPLE, _PICKS, _is_post, _is_person), member, options)


def _is_post(item: Object) -> bool:
    return "user" in item and not _is_person(item)


def _is_person(item: Object) -> bool:
    return "username" in item
