"""X: its archive as it has looked over the years, and the tables of its analytics."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from exports_made import archive

ZIP = "twitter-2026-01-05-0f1e2d3c4b5a.zip"
DAY = (2026, 1, 5)
CLOSED = (
    "direct-messages",
    "direct-messages-group",
    "direct-message-headers",
    "ip-audit",
    "device-token",
    "ad-engagements",
    "grok-chat-item",
    "personalization",
    "phone-number",
    "contact",
    "ageinfo",
    "email-address-change",
)
"""A few of the files that nobody opens."""


def born(year: int, month: int = 1, day: int = 1, nth: int = 0) -> str:
    """An id given out at noon of a day."""
    at = int(datetime(year, month, day, 12, tzinfo=UTC).timestamp() * 1000)
    return str(((at - 1_288_834_974_657) << 22) + nth)


def script(name: str, value: object, part: int = 0) -> str:
    """A file of the archive."""
    return f"window.YTD.{name}.part{part} = {json.dumps(value, indent=2, ensure_ascii=False)}"


def follow(direction: str, ids: Sequence[str], *, links: bool = True) -> list[object]:
    """Rows of one of the lists."""
    link = "https://twitter.com/intent/user?user_id="
    return [{direction: {"accountId": name, **({"userLink": link + name} if links else {})}} for name in ids]


def tweet(at: datetime, text: str, likes: int = 0, reposts: int = 0, **more: object) -> dict[str, object]:
    """A post as the archive writes it: every number is text."""
    name = born(at.year, at.month, at.day, at.hour)
    return {
        "edit_info": {"initial": {"editTweetIds": [name], "editsRemaining": "5", "isEditEligible": True}},
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "favorite_count": str(likes),
        "id_str": name,
        "truncated": False,
        "retweet_count": str(reposts),
        "id": name,
        "created_at": at.strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "favorited": False,
        "full_text": text,
        "lang": "en",
    } | more


def naming(*people: tuple[str, str]) -> dict[str, object]:
    """The part of a post that says whom it names: user names and numbers."""
    return {
        "user_mentions": [{"name": n, "screen_name": n, "indices": ["0", "4"], "id_str": i, "id": i} for n, i in people]
    }


def replying(name: str, user: str, post: str) -> dict[str, object]:
    """The part of a post that says what it answers."""
    return {
        "in_reply_to_status_id_str": post,
        "in_reply_to_status_id": post,
        "in_reply_to_user_id_str": user,
        "in_reply_to_user_id": user,
        "in_reply_to_screen_name": name,
    }


ME, OLD, ADA, BO = born(2017, 3, 2), "24871896", born(2016, 5, 4), born(2018, 8, 1)
START = datetime(2025, 12, 1, 9, 0, 0, tzinfo=UTC)


def tweets(start: datetime = START) -> list[dict[str, object]]:
    """Newest first: posts of one's own, a thread, a reply, a repost, a post that names somebody."""
    root = tweet(start, "What I learnt in ten years &amp; three jobs", 41, 7)
    return [
        tweet(start + timedelta(days=5), "RT @Ada_L: slides of my talk", 0, 0, entities=naming(("Ada_L", ADA))),
        tweet(
            start + timedelta(days=4),
            "Thanks to @Ada_L and @bo99",
            12,
            1,
            entities=naming(("Ada_L", ADA), ("bo99", BO)),
        ),
        tweet(
            start + timedelta(days=3),
            "@bo99 @Ada_L I agree",
            2,
            0,
            entities=naming(("bo99", BO), ("Ada_L", ADA)),
            **replying("bo99", BO, born(start.year, start.month, start.day + 2, 3)),
        ),
        tweet(start + timedelta(hours=1), "2/2 and the rest", 9, 0, **replying("lin_k", ME, str(root["id_str"]))),
        root,
    ]


def manifest(counts: Mapping[str, Mapping[str, int]], generated: str = "2026-01-05T07:21:03.871Z") -> str:
    """The archive's list of its files: for each type its files and how many rows each has."""
    types = {
        kind: {
            "files": [
                {"fileName": f"data/{f}", "globalName": f"YTD.{kind}.part{n}", "count": str(rows)}
                for n, (f, rows) in enumerate(files.items())
            ]
        }
        for kind, files in counts.items()
    }
    config = {
        "userInfo": {"accountId": ME, "userName": "Lin_K", "displayName": "Lin"},
        "archiveInfo": {
            "sizeBytes": "123456",
            "generationDate": generated,
            "isPartialArchive": False,
            "maxPartSizeBytes": "53687091200",
        },
        "readmeInfo": {"fileName": "data/README.txt", "directory": "data/", "name": "README.txt"},
        "dataTypes": types,
    }
    return f"window.__THAR_CONFIG = {json.dumps(config, indent=2)}"


def account() -> str:
    """The account, with what is nobody's business beside it."""
    row = {
        "email": "lin@example.org",
        "createdVia": "web",
        "username": "Lin_K",
        "accountId": ME,
        "createdAt": "2017-03-02T12:00:00.000Z",
        "accountDisplayName": "Lin",
    }
    return script("account", [{"account": row}])


FOLLOWERS = (born(2025, 11, 2), BO, OLD, ADA, born(2016, 2, 3))
IN_2019 = (BO, OLD, ADA)
FOLLOWING = (ADA, BO, "783214")


def files(rows: Sequence[Mapping[str, object]] | None = None) -> dict[str, str]:
    """The archive's own files, and a few that nobody opens."""
    posts = tweets() if rows is None else rows
    liked = [
        {
            "like": {
                "tweetId": born(2025, 12, 2, n),
                "fullText": "…",
                "expandedUrl": f"https://twitter.com/i/web/status/{born(2025, 12, 2, n)}",
            }
        }
        for n in range(2)
    ]
    read = {
        "account.js": account(),
        "follower.js": script("follower", follow("follower", FOLLOWERS)),
        "following.js": script("following", follow("following", FOLLOWING)),
        "tweets.js": script("tweets", [{"tweet": post} for post in posts]),
        "like.js": script("like", liked),
        "manifest.js": manifest(
            {
                "tweets": {"tweets.js": len(posts)},
                "follower": {"follower.js": 5},
                "following": {"following.js": 3},
                "directMessages": {"direct-messages.js": 900},
            }
        ),
    }
    closed = {f"{name}.js": script(name.replace("-", "_"), [{"secret": "s"}]) for name in CLOSED}
    more = {
        "profile.js": script("profile", [{"profile": {"description": {"bio": "b"}}}]),
        "deleted-tweets.js": script("deleted_tweets", [{"tweet": tweet(START, "gone", 500)}]),
    }
    return {f"data/{name}": text for name, text in (read | closed | more).items()} | {
        "Your archive.html": "<html></html>"
    }


def _archive(folder: Path) -> Path:
    return Path(archive(folder, ZIP, files(), DAY))


def _parts(folder: Path) -> Path:
    found = files()
    later = tweet(START - timedelta(days=40), "Written long before", 3, 0)
    found["data/tweets-part1.js"] = script("tweets", [{"tweet": later}], 1)
    found["data/follower-part1.js"] = script("follower", follow("follower", [born(2015, 12, 1)]), 1)
    found["data/manifest.js"] = manifest(
        {
            "tweets": {"tweets.js": 5, "tweets-part1.js": 1},
            "follower": {"follower.js": 5, "follower-part1.js": 1},
            "following": {"following.js": 3},
        }
    )
    return Path(archive(folder, ZIP, found, DAY))


def _short(folder: Path) -> Path:
    """Somebody took rows out of the list of followers, and a part of the posts away."""
    found = files()
    found["data/follower.js"] = script("follower", follow("follower", FOLLOWERS[:2]))
    found["data/manifest.js"] = manifest(
        {
            "tweets": {"tweets.js": 5, "tweets-part1.js": 812},
            "follower": {"follower.js": 5},
            "following": {"following.js": 3},
        }
    )
    return Path(archive(folder, ZIP, found, DAY))


def _unwrapped(folder: Path) -> Path:
    """As in 2019: at the root, posts without a wrapper, lists without addresses, no list of files."""
    found = {
        "tweet.js": script("tweet", tweets(datetime(2019, 5, 1, 9, tzinfo=UTC))),
        "follower.js": script("follower", follow("follower", IN_2019, links=False)),
        "following.js": script("following", follow("following", FOLLOWING, links=False)),
        "account.js": account(),
        "direct-message.js": script("direct_message", [{}]),
        "README.txt": "Twitter archive",
    }
    return Path(archive(folder, "twitter-2019-06-01-aabbccdd.zip", found, (2019, 6, 1)))


def _wrapped(folder: Path) -> Path:
    """As until 2022: the same rows under the older name."""
    found = files(tweets(datetime(2021, 10, 1, 9, tzinfo=UTC)))
    found["data/tweet.js"] = found.pop("data/tweets.js").replace("YTD.tweets.", "YTD.tweet.")
    found["data/follower.js"] = script("follower", follow("follower", IN_2019))
    counts = {"tweet": {"tweet.js": 5}, "follower": {"follower.js": 3}, "following": {"following.js": 3}}
    found["data/manifest.js"] = manifest(counts, "2021-10-31T22:10:00.000Z")
    return Path(archive(folder, "twitter-2021-10-31-aabbccdd.zip", found, (2021, 10, 31)))


def _packed_again(folder: Path) -> Path:
    """Unpacked on Windows, and packed again with the folder around it, under a name of one's own."""
    found = {f"my x data\\{name.replace('/', chr(92))}": text for name, text in files().items()}
    found["my x data\\data\\tweets (1).js"] = found.pop("my x data\\data\\tweets.js")
    found["__MACOSX/my x data/data/._tweets.js"] = "x"
    return Path(archive(folder, "x.zip", found, (2026, 1, 9)))


def _grailbird(folder: Path) -> Path:
    """As until 2018: a table of posts, and the same posts month by month."""
    names = (
        "tweet_id in_reply_to_status_id in_reply_to_user_id timestamp source text "
        "retweeted_status_id retweeted_status_user_id retweeted_status_timestamp expanded_urls"
    )
    head = ",".join(f'"{name}"' for name in names.split())
    rows = [
        '"902","","","2018-03-02 10:00:00 +0000","<a>web</a>","RT @ada_l: ""hello"", she said",'
        '"899","31","2018-03-01 09:00:00 +0000",""',
        '"901","900","77","2018-03-01 10:05:00 +0000","<a>web</a>","2/2","","","",""',
        '"900","","","2018-03-01 10:00:00 +0000","<a>web</a>","1/2, with\ntwo lines","","","","https://example.org/1,https://example.org/1"',
        '"898","897","31","2018-02-27 10:00:00 +0000","<a>web</a>","@ada_l yes","","","",""',
    ]
    details = {
        "screen_name": "Lin_K",
        "location": "",
        "full_name": "Lin",
        "bio": "b",
        "id": "77",
        "created_at": "2009-04-01 12:30:00 +0000",
    }
    found = {
        "tweets.csv": "\n".join([head, *rows]) + "\n",
        "data/js/user_details.js": f"var user_details =  {json.dumps(details, indent=2)}",
        "data/js/payload_details.js": 'var payload_details = {"tweets": 4}',
        "data/js/tweets/2018_03.js": "Grailbird.data.tweets_2018_03 = []",
        "index.html": "<html></html>",
    }
    return Path(archive(folder, "1234_abc.zip", found, (2018, 3, 4)))


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "x-archive-2026": _archive,
    "x-archive-parts": _parts,
    "x-archive-short": _short,
    "x-archive-2019": _unwrapped,
    "x-archive-2021": _wrapped,
    "x-archive-packed-again": _packed_again,
    "x-archive-2018": _grailbird,
}
