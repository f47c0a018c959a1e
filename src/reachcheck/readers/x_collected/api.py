"""Posts and people as X's programming interface (version 2) gives them, and as twarc and twarc-csv write them."""

from reachcheck.readers.base import ReadOptions
from reachcheck.readers.kit.numbered import number_of
from reachcheck.readers.kit.opening import open_table
from reachcheck.readers.kit.picked import Object, Pick, first, objects, path
from reachcheck.readers.kit.shapes import Made
from reachcheck.readers.kit.sniff import Names
from reachcheck.readers.kit.tabled import knows
from reachcheck.readers.source import Member
from reachcheck.readers.x_collected import people, posts
from reachcheck.readers.x_collected.documents import found_in
from reachcheck.readers.x_collected.kinds import Kinds, read

_METRICS = "public_metrics"
POSTS: Names = {
    "handle": ("author.username",),
    "author": ("author_id", "author.id"),
    "post": ("id",),
    "published_at": ("created_at",),
    "likes": (f"{_METRICS}.like_count",),
    "comments": (f"{_METRICS}.reply_count",),
    "shares": (f"{_METRICS}.retweet_count",),
    "saves": (f"{_METRICS}.bookmark_count",),
    "impressions": (f"{_METRICS}.impression_count",),
    "thread": ("conversation_id",),
    "answered": ("referenced_tweets.replied_to.id",),
    "answered_user": ("in_reply_to_user_id",),
    "repeated": ("referenced_tweets.retweeted.id",),
    "repeated_user": ("retweeted_user_id",),
    "named": ("mentioned_user_ids",),
    "text": ("text",),
    "followers": (f"author.{_METRICS}.followers_count",),
    "following": (f"author.{_METRICS}.following_count",),
    "posts": (f"author.{_METRICS}.tweet_count",),
    "created_at": ("author.created_at",),
    "as_of": ("__twarc.retrieved_at",),
}
PEOPLE: Names = {
    "id": ("id",),
    "handle": ("username",),
    "created_at": ("created_at",),
    "followers": (f"{_METRICS}.followers_count",),
    "following": (f"{_METRICS}.following_count",),
    "posts": (f"{_METRICS}.tweet_count",),
    "private": ("protected",),
    "verified": ("verified",),
    "as_of": ("__twarc.retrieved_at",),
    "origin": ("__twarc.url",),
}
_REFERENCES = "referenced_tweets"


def _referred(kind: str, key: str) -> Pick:
    """A number of the post that this one answers or repeats."""

    def pick(item: Object) -> object:
        named = objects(item.get(_REFERENCES))
        return next((number_of(one, key) for one in named if one.get("type") == kind), None)

    return pick


def _named(item: Object) -> object:
    """The numbers of all whom a post names."""
    mentions = objects(path("entities", "mentions")(item))
    return " ".join(filter(None, (number_of(one, "id") for one in mentions)))


def _mark(item: Object) -> object:
    """No more of a text than what marks a repost."""
    text = item.get("text")
    return posts.REPOST if isinstance(text, str) and text.startswith(posts.REPOST) else None


_PICKS: dict[str, Pick] = {
    "id": lambda item: number_of(item, "id"),
    "author_id": first(lambda item: number_of(item, "author_id"), path("author", "id")),
    "conversation_id": lambda item: number_of(item, "conversation_id"),
    "in_reply_to_user_id": lambda item: number_of(item, "in_reply_to_user_id"),
    "referenced_tweets.replied_to.id": _referred("replied_to", "id"),
    "referenced_tweets.retweeted.id": _referred("retweeted", "id"),
    "retweeted_user_id": _referred("retweeted", "author_id"),
    "mentioned_user_ids": _named,
    "text": _mark,
}


def objects_of(member: Member, options: ReadOptions) -> Made:
    """JSON of any kind: posts, or people where there is no post."""
    return read(found_in(member), Kinds(POSTS, PEOPLE, _PICKS, _is_post, _is_person), member, options)


def posts_table(member: Member, options: ReadOptions) -> Made:
    """What twarc-csv makes of posts."""
    return posts.posts(open_table(member, knows(POSTS))[0], POSTS, member, options)


def people_table(member: Member, options: ReadOptions) -> Made:
    """What twarc-csv makes of people."""
    return people.people(open_table(member, knows(PEOPLE))[0], PEOPLE, member, options)


def _is_post(item: Object) -> bool:
    return ("author_id" in item or "text" in item) and not _is_person(item)


def _is_person(item: Object) -> bool:
    return "username" in item
