"""Threads, as it lies inside Instagram's information export."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from exports_made import archive, as_json
from made_instagram import ACTIVITY, DAY, LISTS, MIDNIGHT, NAME, fields, tie

FOLDER = f"{ACTIVITY}/threads"
APP = "text_post_app_text_post_app"


def person(handle: str, at: int, name: str = "", host: str = "threads.com") -> dict[str, Any]:
    """One row of a list: the handle is the value, the title a name that anybody may choose."""
    entry = {"href": f"https://www.{host}/{handle}", "value": handle, "timestamp": at}
    return {"title": name, "string_list_data": [entry]}


def thread(at: int, *, reply: bool | None = None, uri: str = "") -> dict[str, Any]:
    """A post or a reply."""
    details = {"reply_control": "everyone", **({} if reply is None else {"is_reply": reply})}
    return {"media": [{"uri": uri, "creation_timestamp": at, "title": "d’accord", "text_app_post": details}]}


def liked(author: str, post: str, at: int) -> dict[str, Any]:
    """A like given."""
    entry = {"href": f"https://www.threads.com/@{author}/post/{post}", "value": "👍", "timestamp": at}
    return {"title": author, "media_list_data": [], "string_list_data": [entry]}


def files() -> dict[str, str]:
    """All files of Threads that are read, and some that are not."""
    picture = "media/posts/202511/45_16_5_18136753804350001.jpg"
    posts = [thread(MIDNIGHT, reply=False), thread(MIDNIGHT - DAY, reply=True), thread(MIDNIGHT - 2 * DAY, uri=picture)]
    return {
        f"{FOLDER}/followers.json": as_json(
            {
                f"{APP}_followers": [
                    person("tia", MIDNIGHT - 60, "Ada B"),
                    person("grace", MIDNIGHT - 90, "초보운전", "threads.net"),
                ]
            }
        ),
        f"{FOLDER}/following.json": as_json({f"{APP}_following": [person("tia", MIDNIGHT)]}),
        f"{FOLDER}/recently_unfollowed_accounts.json": as_json(
            {f"{APP}_unfollowed_users": [person("gone", MIDNIGHT - DAY)]}
        ),
        f"{FOLDER}/threads_and_replies.json": as_json({"text_post_app_text_posts": posts}),
        f"{FOLDER}/liked_threads.json": as_json(
            {"text_post_app_media_likes": [liked("tia", "DAbC", MIDNIGHT - 5), liked("", "", MIDNIGHT)]}
        ),
        f"{FOLDER}/personal_information.json": as_json({f"{APP}_profile": [fields(Username={"value": "lin"})]}),
        f"{FOLDER}/blocked_profiles.json": as_json({f"{APP}_blocked_users": [person("secret", MIDNIGHT)]}),
        f"{FOLDER}/threads_viewed.json": as_json({f"{APP}_posts_seen": []}),
    }


def _alone(folder: Path) -> Path:
    return Path(archive(folder, NAME, files()))


def _parts(folder: Path) -> Path:
    """The folder of Threads alone, with its followers in parts."""
    target = folder / "threads"
    target.mkdir()
    for number, handle in enumerate(("tia", "grace"), 1):
        text = as_json({f"{APP}_followers": [person(handle, MIDNIGHT - number)]})
        (target / f"followers_{number}.json").write_text(text, encoding="utf-8")
    return target


def beside_instagram(folder: Path) -> Path:
    """Both networks in one archive, as it is downloaded: the lists have the same names."""
    followers = {f"{LISTS}/followers_1.json": as_json([tie("ada", MIDNIGHT), tie("grace", MIDNIGHT - DAY)])}
    return Path(archive(folder, NAME, {**followers, **files()}))


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "threads-2025": _alone,
    "threads-parts": _parts,
    "threads-beside-instagram": beside_instagram,
}
