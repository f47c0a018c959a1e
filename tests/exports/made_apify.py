"""What Apify and PhantomBuster scrape, and lists of people that extensions of browsers save."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any


def video(number: int, day: str, likes: int, author: str = "ada", **more: Any) -> dict[str, Any]:
    """One video of TikTok as Apify has it."""
    meta = {"id": "7", "name": author, "nickName": author.title(), "verified": False, "signature": "private words",
            "fans": 5400, "following": 120, "heart": 90000, "video": 31, "digg": 5}  # fmt: skip
    return {
        "id": f"72000000000000000{number:02}",
        "text": "Words, and more",
        "createTime": 1700000000 + number,
        "createTimeISO": f"{day}T08:30:00.000Z",
        "authorMeta": meta,
        "videoMeta": {"height": 1024, "duration": 18},
        "webVideoUrl": f"https://www.tiktok.com/@{author}/video/72000000000000000{number:02}",
        "diggCount": likes,
        "shareCount": 2,
        "playCount": 40 * likes,
        "collectCount": 3,
        "commentCount": 4,
        "hashtags": [],
        **more,
    }


def photo(code: str, day: str, likes: int, owner: str = "ada", **more: Any) -> dict[str, Any]:
    """One post of Instagram as Apify has it."""
    return {
        "inputUrl": f"https://www.instagram.com/{owner}/",
        "id": "3660778310592222546",
        "type": "Image",
        "shortCode": code,
        "caption": "Words",
        "url": f"https://www.instagram.com/p/{code}/",
        "commentsCount": 5,
        "latestComments": [{"id": "1", "text": "Amen.", "ownerUsername": "bo", "likesCount": 0}],
        "likesCount": likes,
        "timestamp": f"{day}T11:28:54.000Z",
        "ownerUsername": owner,
        "ownerId": "1",
        **more,
    }


def _json(name: str, items: Sequence[Any]) -> Callable[[Path], Path]:
    return _file(name, json.dumps(list(items), indent=2))


def _file(name: str, text: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def _flat(item: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """An item as Apify's CSV has it: `authorMeta/name`."""
    flat: dict[str, Any] = {}
    for key, value in item.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{prefix}{key}/")
        elif not isinstance(value, list):
            flat[prefix + key] = value
    return flat


def _csv(name: str, items: Sequence[Mapping[str, Any]]) -> Callable[[Path], Path]:
    flat = [_flat(item) for item in items]
    buffer = io.StringIO()
    table = csv.DictWriter(buffer, list(dict.fromkeys(key for item in flat for key in item)))
    table.writeheader()
    table.writerows(flat)
    return _file(name, "\ufeff" + buffer.getvalue())


VIDEOS = [video(n, f"2026-04-{28 - 2 * n:02}", 150 + 10 * n) for n in range(4)]
TAGGED = [
    video(1, "2026-04-01", 5, searchHashtag={"name": "garden", "views": 9}),
    video(2, "2026-04-02", 7, "bo", searchHashtag={"name": "garden", "views": 9}),
]
PHOTOS = [
    photo("AAA", "2026-04-20", 120),
    photo("BBB", "2026-04-10", -1, type="Video", videoViewCount=900, videoPlayCount=2419),
    photo("CCC", "2026-04-01", 90, type="Sidecar", videoViewCount=0, videoPlayCount=0),
    {"inputUrl": "https://www.instagram.com/gone/", "error": "not_found", "errorDescription": "Post does not exist"},
]
ACCOUNTS = [
    {
        "inputUrl": "https://www.instagram.com/ada",
        "id": "204762173",
        "username": "Ada",
        "url": "https://www.instagram.com/ada",
        "fullName": "Ada",
        "biography": "private words",
        "followersCount": 27476,
        "followsCount": 4959,
        "postsCount": 1573,
        "latestPosts": [photo("AAA", "2026-04-20", 2545, videoViewCount=50191), photo("BBB", "2026-04-10", -1)],
    },
    {
        "username": "bo",
        "url": "https://www.instagram.com/bo",
        "followersCount": 40,
        "followsCount": 50,
        "postsCount": 2,
    },
    {"username": "gone", "error": "not_found"},
]
_PHANTOM = (
    "postUrl,description,commentCount,likeCount,location,locationId,pubDate,likedByViewer,isSidecar,type,caption,"
    "profileUrl,username,fullName,taggedFullName1\n"
    'https://www.instagram.com/p/AAA/,"Words, words",4,120,,,2026-04-20T11:28:54.000Z,false,false,Photo,Words,'
    "https://www.instagram.com/ada,ada,Ada,Bo\n"
    "https://www.instagram.com/p/BBB/,Words,6,-1,,,2026-04-10T11:28:54.000Z,false,true,Photo,Words,"
    "https://www.instagram.com/ada,ada,Ada,\n"
)
_PEOPLE = (
    "Username,Full Name,Profile URL\n"
    'bo,"Bo, B.",https://instagram.com/bo\ncy.1,,https://instagram.com/cy.1\nBO,Bo,https://instagram.com/BO\n'
)

VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "apify-tiktok-json": _json("dataset_tiktok-scraper_2026-05-06_13-45-30-123.json", VIDEOS),
    "apify-tiktok-csv": _csv("dataset_tiktok-scraper_2026-05-06_13-45-30-123.csv", VIDEOS),
    "apify-tiktok-lines": _file("videos.jsonl", "\n".join(map(json.dumps, VIDEOS))),
    "apify-tiktok-search": _json("search.json", TAGGED),
    "apify-instagram-json": _json("dataset_instagram-scraper_2026-05-06_13-45-30-123.json", PHOTOS),
    "apify-instagram-csv": _csv("posts.csv", PHOTOS),
    "apify-instagram-accounts": _json("accounts.json", ACCOUNTS),
    "apify-instagram-accounts-csv": _csv("accounts.csv", ACCOUNTS[:2]),
    "phantombuster-posts": _file("result.csv", _PHANTOM),
    "browser-followers": _file("instagram_followers_2026-04-01.csv", _PEOPLE),
}
