"""Instagram's information export in JSON, as it has looked over the years."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from exports_made import archive, as_json

MIDNIGHT = 1_764_547_200
"""2025-12-01 00:00:00 UTC."""
DAY = 86_400
LISTS = "connections/followers_and_following"
ACTIVITY = "your_instagram_activity"
NAME = "instagram-lin-2025-12-01-AbCdEfGh.zip"


def tie(handle: str, at: int, **more: object) -> dict[str, Any]:
    """One row of a list, as until 2025."""
    entry = {"href": f"https://www.instagram.com/{handle}", "value": handle, "timestamp": at}
    return {"title": "", "media_list_data": [], "string_list_data": [entry], **more}


def bare(handle: str, at: int) -> dict[str, Any]:
    """One row of `following.json` since 2025: the handle is the title, and the address goes to the app."""
    entry = {"href": f"https://www.instagram.com/_u/{handle}", "timestamp": at}
    return {"title": handle, "string_list_data": [entry]}


def like(author: str, post: str, at: int) -> dict[str, Any]:
    """One like given, as until 2025."""
    entry = {"href": f"https://www.instagram.com/p/{post}/", "value": "👍", "timestamp": at}
    return {"title": author, "string_list_data": [entry]}


def fields(**values: Mapping[str, object]) -> dict[str, Any]:
    """A map of texts under labels."""
    return {"title": "", "media_map_data": {}, "string_map_data": values}


def post(number: int, at: int, folder: str = "posts", **more: object) -> dict[str, Any]:
    """A picture or video, by a name of the length that Instagram gives."""
    name = f"45774262{number}_1623914194834633_536472428118036441_n_1813675380435{number:04d}"
    return {"uri": f"media/{folder}/202511/{name}.jpg", "creation_timestamp": at, "title": "Été", **more}


def _current(folder: Path) -> Path:
    followers = [tie(name, MIDNIGHT - 3600 * n) for n, name in enumerate(("ada", "grace", "élan"))]
    following = {"relationships_following": [tie("ada", MIDNIGHT)]}
    files = {f"{LISTS}/followers_1.json": as_json(followers), f"{LISTS}/following.json": as_json(following)}
    return Path(archive(folder, NAME, files))


def _until_2020(folder: Path) -> Path:
    data = {
        "blocked_users": {"secret": "2019-01-01T00:00:00+00:00"},
        "followers": {"ada": "2019-05-20T10:11:12+00:00", "zoé": "2018-01-02T03:04:05+00:00"},
        "following": {"ada": "2019-05-21T10:11:12+00:00", "grace": "2017-12-01T00:00:00+00:00"},
        "follow_requests_sent": {"shy": "2019-02-02T00:00:00+00:00"},
    }
    return Path(archive(folder, "lin_20200203.zip", {"connections.json": as_json(data)}, (2020, 2, 3)))


def _until_2022(folder: Path) -> Path:
    old = MIDNIGHT - 1400 * DAY
    files = {
        "followers_and_following/followers.json": as_json(
            {"relationships_followers": [tie("ada", old), tie("grace", old - DAY)]}
        ),
        "followers_and_following/following.json": as_json({"relationships_following": [tie("grace", old)]}),
        "followers_and_following/recently_unfollowed_accounts.json": as_json(
            {"relationships_unfollowed_users": [tie("gone", old + DAY)]}
        ),
        "content/posts_1.json": as_json([{"media": [post(1, old)]}]),
        "likes/liked_posts.json": as_json({"likes_media_likes": [like("ada", "AbC", old)]}),
        "comments/post_comments.json": as_json(
            {
                "comments_media_comments": [
                    fields(Opmerking={"value": "Mooi"}, **{"Media-eigenaar": {"value": "ada"}}, Tijd={"timestamp": old})
                ]
            }
        ),
        "account_information/personal_information.json": as_json(
            {"profile_user": [fields(Gebruikersnaam={"value": "lin"}, **{"E-mail": {"value": "a@b.example"}})]}
        ),
        "messages/inbox/ada_1/message_1.json": as_json({"messages": [{"content": "secret"}]}),
    }
    return Path(archive(folder, "lin_20220203_part_1.zip", files, (2022, 2, 3)))


def _without_values(folder: Path) -> Path:
    """Re-zipped by hand on another system: a top folder, back-slashes, litter, a copy, lists in parts."""
    files: dict[str, bytes | str] = {
        f"my export\\{LISTS}\\followers_1.json".replace("/", "\\"): as_json([bare("ada", MIDNIGHT)]),
        f"my export\\{LISTS}\\followers_2.json".replace("/", "\\"): as_json(
            [bare("grace", MIDNIGHT - DAY), bare("ada", MIDNIGHT)]
        ),
        f"my export\\{LISTS}\\following (1).json".replace("/", "\\"): as_json(
            {"relationships_following": [bare("Ada", MIDNIGHT), {"title": "", "string_list_data": []}]}
        ),
        "__MACOSX/my export/._followers_1.json": b"\0\1",
        f"my export/{LISTS}/close_friends.json": as_json({"relationships_close_friends": [tie("secret", MIDNIGHT)]}),
    }
    return Path(archive(folder, "export.zip", files, (2025, 12, 2)))


def labelled(at: int, *pairs: tuple[str, str], owner: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """One row in the newest form: values under labels in the language of the account."""
    values: list[dict[str, Any]] = [_value(*pair) for pair in pairs]
    if owner:
        values.append({"title": "Owner", "dict": [{"title": "", "dict": [_value(*pair) for pair in owner]}]})
    return {"timestamp": at, "media": [], "label_values": values, "fbid": "17900000000000001"}


def _value(label: str, value: str) -> dict[str, str]:
    return {"label": label, "value": value, **({"href": value} if "://" in value else {})}


def _labels(folder: Path) -> Path:
    links = ("https://www.instagram.com/p/AbC/", "https://www.instagram.com/reel/DeF/")
    files = {
        f"{LISTS}/followers_1.json": as_json([tie("ada", MIDNIGHT)]),
        f"{LISTS}/recently_unfollowed_profiles.json": as_json(
            [
                labelled(
                    MIDNIGHT - DAY, ("URL", "https://pin.example/x"), ("Nom", "Ex"), ("Nom d’utilisateur", "ex.ample")
                ),
                labelled(MIDNIGHT - 2 * DAY, ("URL", "https://www.instagram.com/_u/gone"), ("Nom", "Gone")),
                labelled(0, ("Nom d’utilisateur", "when")),
            ]
        ),
        f"{ACTIVITY}/likes/liked_posts.json": as_json(
            [
                labelled(MIDNIGHT, ("URL", links[0]), owner=[("Nom", "Ada B"), ("Nom d’utilisateur", "ada")]),
                labelled(MIDNIGHT - 60, ("URL", links[1]), owner=[("Name", "Grace"), ("Username", "grace")]),
            ]
        ),
        f"{ACTIVITY}/media/posts_1.json": as_json(
            [{"timestamp": MIDNIGHT - 9 * DAY, "media": [post(1, MIDNIGHT - 9 * DAY)], "label_values": []}]
        ),
    }
    return Path(archive(folder, NAME, files))


def _activity(folder: Path) -> Path:
    comment = fields(
        **{"Comment": {"value": "So good"}, "Media Owner": {"value": "ada"}, "Time": {"timestamp": MIDNIGHT - 70}}
    )
    carousel = {"media": [post(2, MIDNIGHT - 2 * DAY), post(3, 0)], "creation_timestamp": MIDNIGHT - 2 * DAY}
    nested, flat = (post(n, MIDNIGHT - n * DAY, "reels") for n in (4, 5))
    files = {
        f"{ACTIVITY}/likes/liked_posts.json": as_json(
            {"likes_media_likes": [like("ada", "AbC", MIDNIGHT), like("", "DeF", MIDNIGHT - 5)]}
        ),
        f"{ACTIVITY}/likes/liked_comments.json": as_json({"likes_comment_likes": [like("grace", "GhI", MIDNIGHT - 9)]}),
        f"{ACTIVITY}/story_interactions/story_likes.json": as_json(
            {"story_activities_story_likes": [{"title": "zoe", "string_list_data": [{"timestamp": MIDNIGHT - 20}]}]}
        ),
        f"{ACTIVITY}/comments/post_comments_1.json": as_json([comment]),
        f"{ACTIVITY}/comments/reels_comments.json": as_json({"comments_reels_comments": [comment]}),
        f"{ACTIVITY}/media/posts_1.json": as_json([{"media": [post(1, MIDNIGHT - DAY)]}, carousel]),
        f"{ACTIVITY}/media/reels.json": as_json({"ig_reels_media": [{"media": [nested]}, flat]}),
        f"{ACTIVITY}/media/stories.json": as_json({"ig_stories": [post(6, MIDNIGHT - 5 * DAY, "stories")]}),
        f"{ACTIVITY}/saved/saved_posts.json": as_json({"saved_saved_media": []}),
        "personal_information/personal_information/personal_information.json": as_json(
            {"profile_user": [fields(Username={"value": "lin"}, Email={"value": "a@b.example"})]}
        ),
    }
    return Path(archive(folder, NAME, files))


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "instagram-json-2020": _until_2020,
    "instagram-json-2022": _until_2022,
    "instagram-json-2023": _current,
    "instagram-json-2025-without-values": _without_values,
    "instagram-json-2025-labels": _labels,
    "instagram-json-activity": _activity,
}
