"""The information export of a Facebook profile, as it has looked over the years."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from exports_made import archive, as_json
from made_instagram import DAY, MIDNIGHT

NAME = "facebook-lin.doe-2025-12-01-AbCdEfGh.zip"


def person(name: str, at: int | None = MIDNIGHT) -> dict[str, Any]:
    """One row of a list."""
    return {"name": name} if at is None else {"name": name, "timestamp": at}


def texted(name: str, at: int) -> dict[str, Any]:
    """One row of followers in the newest form, which Instagram's lists have too; there is no address."""
    return {"title": "", "media_list_data": [], "string_list_data": [{"value": name, "timestamp": at}]}


def post(at: int, text: str = "Été") -> dict[str, Any]:
    """A post; what was shared with it lies in attachments."""
    return {"timestamp": at, "attachments": [], "data": [{"post": text}], "title": "Lin Doe updated her status."}


def comment(at: int, title: str) -> dict[str, Any]:
    """A comment given."""
    data = {"comment": {"timestamp": at, "comment": "so good", "author": "Lin Doe"}}
    return {"timestamp": at, "data": [data], "title": title}


def reaction(at: int, title: str, kind: str = "LIKE") -> dict[str, Any]:
    """A reaction given."""
    return {"timestamp": at, "data": [{"reaction": {"reaction": kind, "actor": "Lin Doe"}}], "title": title}


def _current(folder: Path) -> Path:
    friends = [
        person("Zoé Ábel", MIDNIGHT - DAY),
        person("Ana Silva", MIDNIGHT - 2 * DAY),
        person("Ana Silva", MIDNIGHT - 400 * DAY),
    ]
    acts = "your_facebook_activity/comments_and_reactions"
    files = {
        "connections/friends/your_friends.json": as_json({"friends_v2": friends}),
        "connections/friends/removed_friends.json": as_json(
            {"deleted_friends_v2": [person("Gone Girl", MIDNIGHT - 9 * DAY), person("Nobody Knows", 0)]}
        ),
        "connections/friends/received_friend_requests.json": as_json({"received_requests_v2": [person("Secret")]}),
        "connections/followers/people_who_followed_you.json": as_json({"followers_v3": [person("Fan One")]}),
        "connections/followers/who_you've_followed.json": as_json({"following_v3": [person("A Page", MIDNIGHT - DAY)]}),
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json": as_json(
            [post(MIDNIGHT - DAY), post(MIDNIGHT - 8 * DAY), {"data": [], "title": "?"}]
        ),
        f"{acts}/comments.json": as_json(
            {
                "comments_v2": [
                    comment(MIDNIGHT, "Lin Doe commented on Ana Silva's post."),
                    comment(MIDNIGHT - 5, "Lin Doe replied to Zoé Ábel's comment."),
                    comment(MIDNIGHT - 9, "Lin Doe replied to her own comment."),
                ]
            }
        ),
        f"{acts}/posts_and_comments.json": as_json(
            {
                "reactions_v2": [
                    reaction(MIDNIGHT, "Lin Doe likes Ana Silva's photo."),
                    reaction(MIDNIGHT - 5, "Lin Doe reacted to Zoé Ábel's post.", "LOVE"),
                    reaction(MIDNIGHT - 9, "Lin Doe aime la publication de Ana Silva."),
                ]
            }
        ),
        "your_facebook_activity/messages/inbox/ana_1/message_1.json": as_json({"messages": ["secret"]}),
    }
    return Path(archive(folder, NAME, files))


def _followers_as_texts(folder: Path) -> Path:
    """Followers outnumber friends, in parts and in the newest form."""
    base = "connections/followers/people_who_followed_you"
    people = [texted(f"Fan {n}", MIDNIGHT - n * DAY) for n in range(5)]
    files = {
        f"{base}_1.json": as_json(people[:3]),
        f"{base}_2.json": as_json([*people[3:], texted("Fan 0", MIDNIGHT)]),
        "connections/followers/who_you_ve_followed.json": as_json({"following_v3": [person("Fan 1"), person("Other")]}),
        "connections/friends/your_friends.json": as_json({"friends_v2": [person("Ana Silva")]}),
    }
    return Path(archive(folder, "facebook-lin.zip", files, (2025, 12, 1)))


def _until_2022(folder: Path) -> Path:
    old = MIDNIGHT - 1400 * DAY
    files = {
        "friends_and_followers/friends.json": as_json({"friends": [person("Ana Silva", old), person("Bo", old - DAY)]}),
        "friends_and_followers/followers.json": as_json({"followers": [person("Fan One", None), person("", None)]}),
        "friends_and_followers/following.json": as_json({"following": [person("A Page", old)]}),
        "posts/your_posts_1.json": as_json([post(old)]),
        "comments_and_reactions/posts_and_comments.json": as_json(
            {"reactions_v2": [reaction(old, "Lin Doe likes Bo’s comment.")]}
        ),
    }
    return Path(archive(folder, "facebook-lin.zip", files, (2022, 2, 3)))


def _until_2019(folder: Path) -> Path:
    old = MIDNIGHT - 2500 * DAY
    files = {
        "friends/friends.json": as_json({"friends": [person("Ana Silva", old)]}),
        "friends/removed_friends.json": as_json({"deleted_friends": [person("Gone", old + DAY)]}),
        "following_and_followers/followers.json": as_json({"followers": [person("Fan One", None)]}),
    }
    return Path(archive(folder, "facebook-lin.zip", files, (2019, 2, 3)))


def _steady(folder: Path) -> Path:
    """Friends over two years, and posts every week."""
    friends = [person(f"Friend {n:02}", MIDNIGHT - (12 * n + n % 5) * DAY) for n in range(60)]
    posts = [post(MIDNIGHT - 7 * n * DAY) for n in range(1, 12)]
    files = {
        "connections/friends/your_friends.json": as_json({"friends_v2": friends}),
        "your_facebook_activity/posts/your_posts_1.json": as_json(posts),
    }
    return Path(archive(folder, NAME, files))


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "facebook-2019": _until_2019,
    "facebook-2022": _until_2022,
    "facebook-2023": _current,
    "facebook-followers": _followers_as_texts,
    "facebook-genuine": _steady,
}
