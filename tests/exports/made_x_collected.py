"""What tools collected from X: pages of its programming interface, twarc, twarc-csv, snscrape, twscrape."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from made_x import born

LIN, ADA, BO = born(2016, 3, 2), born(2017, 5, 4), "24871896"
NAMES = {LIN: "Lin_K", ADA: "Ada_L", BO: "bo99"}
FETCHED = "2024-02-10T09:30:00+00:00"


def user(name: str, followers: int = 500, **more: object) -> dict[str, object]:
    """An account as the programming interface gives it."""
    metrics = {"followers_count": followers, "following_count": 120, "tweet_count": 900, "listed_count": 3}
    return {
        "id": name,
        "username": NAMES[name],
        "name": NAMES[name],
        "created_at": "2016-03-02T12:00:00.000Z",
        "description": "not kept",
        "protected": False,
        "verified": name == ADA,
        "public_metrics": metrics,
    } | more


def tweet(
    n: int, author: str, text: str, counts: Sequence[int] = (0, 0, 0, 0, 0, 0), **more: object
) -> dict[str, object]:
    """A post: counts are reposts, replies, likes, quotes, bookmarks, times shown."""
    names = ("retweet_count", "reply_count", "like_count", "quote_count", "bookmark_count", "impression_count")
    return {
        "id": born(2024, 2, 1, n),
        "author_id": author,
        "conversation_id": born(2024, 2, 1, n),
        "created_at": f"2024-02-0{n}T10:00:00.000Z",
        "text": text,
        "edit_history_tweet_ids": [born(2024, 2, 1, n)],
        "public_metrics": dict(zip(names, counts, strict=True)),
    } | more


def posts() -> list[dict[str, object]]:
    """A post, what two others said under it, an answer, a repost, and one of before times shown were counted."""
    root = born(2024, 2, 1, 1)
    reply = {"conversation_id": root, "in_reply_to_user_id": LIN}
    named = {"entities": {"mentions": [{"start": 0, "end": 6, "username": "Lin_K", "id": LIN}]}}
    return [
        tweet(1, LIN, "What I learnt", (3, 2, 40, 1, 5, 900)),
        tweet(
            2,
            ADA,
            "@Lin_K so true",
            (0, 1, 4, 0, 0, 80),
            **reply,
            **named,
            referenced_tweets=[{"type": "replied_to", "id": root}],
        ),
        tweet(
            3,
            LIN,
            "@Ada_L thanks",
            (0, 0, 1, 0, 0, 30),
            conversation_id=root,
            in_reply_to_user_id=ADA,
            referenced_tweets=[{"type": "replied_to", "id": born(2024, 2, 1, 2)}],
        ),
        tweet(
            4, BO, "RT @Lin_K: What I learnt", (3, 0, 0, 0, 0, 0), referenced_tweets=[{"type": "retweeted", "id": root}]
        ),
        tweet(5, LIN, "No views yet", (0, 0, 7, 0, 0, 0)),
    ]


def _pages(folder: Path) -> Path:
    """As the interface answers: people and repeated posts beside the posts; two answers, a line each."""
    rows = posts()
    meta = {"url": "https://api.twitter.com/2/tweets/search/all", "version": "2.14.0", "retrieved_at": FETCHED}
    pages = [
        {
            "data": rows[:3],
            "includes": {"users": [user(LIN, 812), user(ADA)], "tweets": []},
            "meta": {"result_count": 3},
            "__twarc": meta,
        },
        {"data": rows[3:], "includes": {"users": [user(LIN, 812), user(BO)], "tweets": rows[:1]}, "__twarc": meta},
        {"meta": {"result_count": 0}, "errors": [{"title": "Not Found Error"}], "__twarc": meta},
    ]
    return _lines(folder, "twarc search.jsonl", pages)


def _flat(folder: Path) -> Path:
    """As `twarc2 flatten` writes it: a post a line, each with its author."""
    meta = {"retrieved_at": FETCHED, "url": "u", "version": "2.14.0"}
    rows = [row | {"author": user(str(row["author_id"]), 812), "__twarc": meta} for row in posts()]
    return _lines(folder, "tweets.jsonl", rows)


def _answer(folder: Path) -> Path:
    """One answer of the interface, saved by hand; nobody asked for the authors."""
    path = folder / "answer.json"
    path.write_text(json.dumps({"data": posts()[::4], "meta": {"result_count": 2}}, indent=2), encoding="utf-8")
    return path


COLUMNS = """
    id conversation_id referenced_tweets.replied_to.id referenced_tweets.retweeted.id referenced_tweets.quoted.id
    author_id in_reply_to_user_id in_reply_to_username retweeted_user_id retweeted_username created_at text lang
    public_metrics.impression_count public_metrics.reply_count public_metrics.retweet_count
    public_metrics.quote_count public_metrics.like_count entities.mentions author.id author.created_at
    author.username author.name author.description author.protected author.public_metrics.followers_count
    author.public_metrics.following_count author.public_metrics.listed_count author.public_metrics.tweet_count
    author.verified __twarc.retrieved_at __twarc.url __twarc.version
"""
USER_COLUMNS = """
    id created_at username name description protected public_metrics.followers_count
    public_metrics.following_count public_metrics.listed_count public_metrics.tweet_count verified
    __twarc.retrieved_at __twarc.url
"""


def _csv(folder: Path) -> Path:
    """As twarc-csv writes it: what a repost shows are text and counts of the original."""
    rows = []
    for row in posts():
        metrics, author = row["public_metrics"], str(row["author_id"])
        assert isinstance(metrics, dict)
        flat = {f"public_metrics.{name}": count for name, count in metrics.items()} | {
            name: value for name, value in row.items() if name in COLUMNS.split()
        }
        named = row.get("referenced_tweets")
        for one in named if isinstance(named, list) else []:
            flat[f"referenced_tweets.{one['type']}.id"] = one["id"]
            if one["type"] == "retweeted":
                flat |= {"retweeted_user_id": LIN, "text": "What I learnt", "public_metrics.like_count": 40}
        flat |= {"author.id": author, "author.username": NAMES[author], "author.public_metrics.followers_count": 812}
        flat |= {"author.public_metrics.following_count": 120, "author.public_metrics.tweet_count": 900}
        flat |= {"author.created_at": "2016-03-02T12:00:00.000Z", "__twarc.retrieved_at": FETCHED}
        rows.append(flat)
    return _table(folder, "tweets_flat.csv", COLUMNS, rows)


def _users(folder: Path, name: str, origin: str) -> Path:
    rows = []
    for n, found in enumerate((user(LIN, 812), user(ADA), user(BO, 9))):
        metrics = found.pop("public_metrics")
        assert isinstance(metrics, dict)
        flat = {f"public_metrics.{key}": value for key, value in metrics.items()} | found
        rows.append(flat | {"__twarc.retrieved_at": f"2024-02-1{n}T09:30:00+00:00", "__twarc.url": origin})
    return _table(folder, name, USER_COLUMNS, rows)


def _followers(folder: Path) -> Path:
    """As `twarc2 followers` writes it: pages of people, and the address says of whom they are followers."""
    url = f"https://api.twitter.com/2/users/{LIN}/followers?max_results=1000"
    page = {
        "data": [user(ADA), user(BO, 9)],
        "meta": {"result_count": 2},
        "__twarc": {"url": url, "retrieved_at": FETCHED},
    }
    return _lines(folder, "people.jsonl", [page])


def scraped_user(name: str, **more: object) -> dict[str, object]:
    """An account as snscrape writes it: numbers are numbers."""
    return {
        "id": int(name),
        "id_str": name,
        "url": f"https://twitter.com/{NAMES[name]}",
        "username": NAMES[name],
        "displayname": NAMES[name],
        "rawDescription": "not kept",
        "created": "2016-03-02T12:00:00+00:00",
        "followersCount": 812,
        "friendsCount": 120,
        "statusesCount": 900,
        "protected": None,
        "verified": False,
        "_type": "snscrape.modules.twitter.User",
    } | more


def scraped(n: int, author: str, counts: Sequence[int | None], **more: object) -> dict[str, object]:
    """A post as snscrape writes it: counts are replies, reposts, likes, quotes, bookmarks, times shown."""
    names = ("replyCount", "retweetCount", "likeCount", "quoteCount", "bookmarkedCount", "viewCount")
    name = born(2023, 2, 1, n)
    return {
        "_type": "snscrape.modules.twitter.Tweet",
        "id": int(name),
        "url": f"https://twitter.com/{NAMES[author]}/status/{name}",
        "date": f"2023-02-0{n}T10:00:00+00:00",
        "rawContent": "not kept",
        "user": scraped_user(author),
        "conversationId": int(name),
        "inReplyToTweetId": None,
        "inReplyToUser": None,
        "mentionedUsers": None,
        "retweetedTweet": None,
        "quotedTweet": None,
        **dict(zip(names, counts, strict=True)),
    } | more


def _scraped_posts() -> list[dict[str, object]]:
    ref = {"_type": "snscrape.modules.twitter.UserRef", "username": "Ada_L", "id": int(ADA), "displayname": "Ada"}
    return [
        scraped(3, LIN, (0, 6, 0, 0, 0, 0), retweetedTweet=scraped(1, ADA, (1, 6, 90, 0, 0, 900))),
        scraped(
            2,
            LIN,
            (1, 0, 2, 0, 0, 77),
            inReplyToTweetId=int(born(2023, 1, 31)),
            inReplyToUser=ref,
            mentionedUsers=[ref],
        ),
        scraped(1, LIN, (4, 3, 41, 1, 2, None), mentionedUsers=[ref]),
    ]


def _snscrape(folder: Path) -> Path:
    return _lines(folder, "lin.jsonl", _scraped_posts())


def _snscrape_2021(folder: Path) -> Path:
    """Older: the text is `content`, and neither bookmarks nor times shown were known."""
    rows = _scraped_posts()
    for row in rows:
        row["content"] = row.pop("rawContent")
        del row["bookmarkedCount"], row["viewCount"]
    return _lines(folder, "lin.jsonl", rows)


def _twscrape(folder: Path) -> Path:
    """Its successor: every number as text beside it, and as a number that other programs may have rounded."""
    rows = _scraped_posts()
    for row in rows:
        row["id_str"], row["conversationIdStr"] = str(row["id"]), str(row["conversationId"])
        row["id"] = row["conversationId"] = int(float(str(row["id"])))
    return _lines(folder, "twscrape.jsonl", rows)


def _twscrape_followers(folder: Path) -> Path:
    """A list of people; only the name of the file says that they follow."""
    return _lines(folder, "followers of lin.jsonl", [scraped_user(ADA), scraped_user(BO, followersCount=9)])


def _lines(folder: Path, name: str, rows: Sequence[Mapping[str, object]]) -> Path:
    path = folder / name
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def _table(folder: Path, name: str, columns: str, rows: Sequence[Mapping[str, object]]) -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns.split(), extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)
    return path


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    "x-api-answer": _answer,
    "x-twarc-pages": _pages,
    "x-twarc-flat": _flat,
    "x-twarc-csv": _csv,
    "x-twarc-users-csv": lambda folder: _users(folder, "people.csv", "https://api.twitter.com/2/users"),
    "x-twarc-followers": _followers,
    "x-snscrape-2023": _snscrape,
    "x-snscrape-2021": _snscrape_2021,
    "x-twscrape-2025": _twscrape,
    "x-twscrape-followers": _twscrape_followers,
}
