"""What tools collected from X: whose each row is, whose the counts are, and what a list of people is a list of."""

import json
from typing import Any

import pytest
from exports_made import checked, days, fragment, member, plain, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, Scope
from reachcheck.model.tables import Edges, Interactions, Posts, Profile
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.x_collected import READER

USER = {"id": "7", "username": "Ada_L", "created_at": "2009-03-21T20:50:14.000Z"}
METRICS = {"followers_count": 500, "following_count": 40, "tweet_count": 90}


def author(name: str = "Ada_L", number: str = "7", followers: object = 500) -> dict[str, object]:
    return {**USER, "id": number, "username": name, "public_metrics": {**METRICS, "followers_count": followers}}


def tweet(number: str, likes: object = 5, **more: object) -> dict[str, object]:
    counts = {"retweet_count": 1, "reply_count": 2, "like_count": likes, "quote_count": 0, "impression_count": 90}
    row = {"id": number, "author_id": "7", "created_at": "2024-02-01T10:00:00.000Z", "text": "hello"}
    return {**row, "public_metrics": counts, "author": author(), **more}


def scraped(number: int, **more: object) -> dict[str, object]:
    user = {"id": 7, "username": "Ada_L", "followersCount": 500, "friendsCount": 40, "statusesCount": 90}
    row = {"_type": "snscrape.modules.twitter.Tweet", "id": number, "date": "2023-03-21T14:55:57+00:00", "user": user}
    return {**row, "rawContent": "hello", "replyCount": 2, "retweetCount": 1, "likeCount": 5, "viewCount": 90, **more}


def read(name: str, content: object, options: ReadOptions | None = None, **more: Any) -> Reading:
    found = member(name, content if isinstance(content, str | bytes) else json.dumps(content), **more)
    assert READER.claims(found)
    return checked(READER.read(found, options or ReadOptions()))


def lines(*rows: object) -> str:
    return "".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows)


# ---------------------------------------------------------------- what is claimed, and opened


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("ada_tweets.jsonl", True),
        ("data/twarc/search.csv", False),
        ("twarc-search.csv", True),
        ("twscrape (1).json", True),
        ("twitter followers.ndjson", True),
        ("people.jsonl", False),
        ("messages/inbox/ada_1/message_1.json", False),
        ("twitter_direct_messages.json", False),
        ("twitter dms.json", False),
        ("connections/followers_and_following/followers_1.json", False),
        ("data/tweets.js", False),
        ("data/direct-messages.js", False),
    ],
)
def test_inside_a_folder_only_files_that_say_where_they_come_from_are_opened(name: str, wanted: bool) -> None:
    assert READER.wants(name) is wanted


@pytest.mark.parametrize(
    "content",
    [
        '{"data": [{"id": "1", "text": "hi"}]}',
        '{"username": "ada", "followers_count": 5}',
        '{"public_metrics": {"followers_count": 5}}',
        '[{"id": 1, "likeCount": 5, "user": {"username": "ada"}}]',
        "id,created_at,text,like_count,retweet_count\n1,2024-01-01,hi,5,1\n",
        "id,username,followers_count\n1,ada,5\n",
        "",
    ],
)
def test_common_words_alone_claim_nothing(content: str) -> None:
    assert not READER.claims(member("tweets.jsonl", content))


# ---------------------------------------------------------------- posts


@pytest.mark.parametrize(
    ("name", "content", "unit"),
    [
        ("flat.jsonl", lines(tweet("21")), "line"),
        ("list.json", [tweet("21")], "index"),
        ("page.json", json.dumps({"data": [tweet("21")], "meta": {}}, indent=1), "index"),
        ("pages.jsonl", lines({"data": [tweet("21")]}, {"meta": {}, "errors": []}), "index"),
        ("pages.json", [{"data": tweet("21")}, {"data": None}], "index"),
        ("mark.jsonl", "\ufeff" + lines(tweet("21")), "line"),
    ],
)
def test_posts_come_in_many_wrappings(name: str, content: object, unit: str) -> None:
    reading = read(name, content)
    found = fragment(reading, Posts)
    assert found.handle == "ada_l"
    assert found.rows.key.decode() == ["21"]
    assert (plain(found.rows.likes), plain(found.rows.shares), plain(found.rows.comments)) == ([5], [1], [2])
    assert plain(found.rows.impressions) == [90]
    assert found.rows.scope.tolist() == [Scope.LIFETIME]
    assert found.coverage.completeness.tolist() == [Completeness.UNKNOWN]
    assert reading.record.unit == unit


def test_a_page_gives_its_posts_their_authors_and_the_day_they_were_fetched() -> None:
    bare = {key: value for key, value in tweet("21").items() if key != "author"}
    page = {"data": [bare], "includes": {"users": [author()]}, "__twarc": {"retrieved_at": "2024-02-10T09:00:00+00:00"}}
    reading = read("a.jsonl", lines(page))
    stated = fragment(reading, Profile)
    assert stated.handle == "ada_l"
    assert days(stated.rows.as_of) == ["2024-02-10"]
    assert (plain(stated.rows.followers), plain(stated.rows.following), plain(stated.rows.posts)) == ([500], [40], [90])
    assert days(stated.rows.created_at) == ["2009-03-21"]
    assert reading.exported_at == "2024-02-10"


def test_what_is_stated_of_an_author_is_kept_once_a_day_and_its_rows_are_posts_all_the_same() -> None:
    fetched = ("2024-02-10T09:00:00Z", "2024-02-10T10:00:00Z", "2024-02-11T09:00:00Z", None, None)
    rows = [
        tweet(str(n), author=author(followers=500 + n), __twarc={"retrieved_at": at}) for n, at in enumerate(fetched, 1)
    ]
    reading = read("a.jsonl", lines(*rows))
    stated = fragment(reading, Profile).rows
    assert plain(stated.followers) == [501, 503, 504]
    assert days(stated.as_of) == ["2024-02-10", "2024-02-11", "NaT"]
    assert len(fragment(reading, Posts).rows) == reading.record.rows_kept == 5


def test_each_row_is_its_authors_even_where_only_the_number_is_known() -> None:
    rows = (
        tweet("1"),
        tweet("2", author_id="8", author=author("Bo", "8")),
        tweet("3", author=None),
        tweet("4", author_id="9", author={}),
    )
    reading = read("a.jsonl", lines(*rows))
    found = fragment(reading, Posts)
    assert found.owners.decode() == ["ada_l", "bo", "ada_l", "9"]
    assert found.coverage.completeness.tolist() == [Completeness.TOP]
    assert assemble([reading]).people.handle.decode() == ["ada_l", "bo", "9"]


def test_a_row_of_nobody_among_several_is_left_out() -> None:
    rows = (tweet("1"), tweet("2", author_id="8", author=author("Bo", "8")), tweet("3", author_id=None, author=None))
    assert told(read("a.jsonl", lines(*rows)).record) == [("a.jsonl:3", "row.nobody")]


def test_what_a_repost_shows_was_drawn_by_the_original() -> None:
    rows = (
        tweet("1", referenced_tweets=[{"type": "retweeted", "id": "90"}]),
        tweet("2", text="RT @bo: hello"),
        tweet("3", referenced_tweets=[{"type": "quoted", "id": "90"}]),
        tweet("4", text="Not RT @bo"),
    )
    found = fragment(read("a.jsonl", lines(*rows)), Posts).rows
    assert found.is_repost.tolist() == [1, 1, 0, 0]
    assert plain(found.likes) == [None, None, 5, 5]
    assert plain(found.impressions) == [None, None, 90, 90]


def test_shown_nought_times_means_that_it_was_not_counted() -> None:
    counts = {"retweet_count": 0, "reply_count": 0, "like_count": 0, "impression_count": 0}
    found = fragment(read("a.jsonl", lines(tweet("1", public_metrics=counts))), Posts).rows
    assert (plain(found.impressions), plain(found.likes)) == ([None], [0])


def test_hostile_values_are_reported_or_missing() -> None:
    rows = (
        tweet("1"),
        tweet("2", likes="many"),
        tweet("3", likes=-1),
        tweet("4", likes=[5]),
        tweet("5", likes=10**30),
        tweet("6", likes=None),
        tweet("7", created_at=[1]),
        tweet("8", author=author(followers="?")),
        tweet("9", public_metrics=7, author="ada"),
        tweet("10", entities=[], referenced_tweets={"type": "retweeted"}),
        tweet("1"),
        "{broken\n",
        '"text"\n',
        "null\n",
        {"id": "11"},
        {"id": "12", "username": "someone"},
    )
    reading = read("a.jsonl", lines(*rows))
    assert told(reading.record) == [
        ("a.jsonl:2", "row.not_a_number"),
        ("a.jsonl:3", "row.negative"),
        ("a.jsonl:4", "row.not_a_number"),
        ("a.jsonl:5", "row.too_large"),
        ("a.jsonl:8", "row.not_a_number"),
        ("a.jsonl:11", "row.repeated"),
        ("a.jsonl:12", "table.json_line_broken"),
        ("a.jsonl:13", "table.not_an_object"),
        ("a.jsonl:14", "table.not_an_object"),
        ("a.jsonl:15", "x_collected.neither"),
        ("a.jsonl:16", "x_collected.neither"),
    ]
    assert warned(reading.record) == [("a.jsonl:7", "row.date_unread")]
    assert plain(fragment(reading, Posts).rows.likes) == [5, None, 5, None, 5]


def test_a_broken_line_among_pages_is_a_row_that_cannot_be_read() -> None:
    reading = read("a.jsonl", lines({"data": [tweet("1"), 7]}, "{broken\n", {"data": [tweet("2")]}))
    assert fragment(reading, Posts).rows.key.decode() == ["1", "2"]
    assert told(reading.record) == [("a.jsonl[1]", "table.not_an_object"), ("a.jsonl[2]", "table.json_line_broken")]


def test_json_that_breaks_off_is_refused_with_its_place() -> None:
    content = json.dumps([tweet("1"), tweet("2")], indent=1)[:-40]
    with pytest.raises(UnreadableError) as caught:
        READER.read(member("a.json", content), ReadOptions())
    assert caught.value.problem.key == "table.json_broken"
    assert caught.value.place is not None
    assert caught.value.place.startswith("a.json:")


CSV = "id,created_at,public_metrics.like_count,public_metrics.retweet_count"


@pytest.mark.parametrize(
    ("header", "cells", "handle"),
    [
        (CSV, ("21,2024-02-01T10:00:00.000Z,5,1",), None),
        (f"{CSV},author_id", ("21,2024-02-01T10:00:00.000Z,5,1,7",), "7"),
        (f"{CSV},author_id,author.username", ("21,2024-02-01T10:00:00.000Z,5,1,7,Ada_L",), "ada_l"),
    ],
)
def test_a_table_says_of_its_authors_what_its_columns_say(header: str, cells: tuple[str], handle: str | None) -> None:
    found = fragment(read("a.csv", "\n".join((header, *cells))), Posts)
    assert (found.handle, plain(found.rows.likes), found.rows.is_repost.tolist()) == (handle, [5], [0])


# ---------------------------------------------------------------- who responded to whom


def test_a_reply_is_given_by_one_and_received_by_the_other_where_both_are_here() -> None:
    root, bo = tweet("1", conversation_id="1"), {"author_id": "8", "author": author("Bo", "8")}
    reply = tweet(
        "2", conversation_id="1", in_reply_to_user_id="7", referenced_tweets=[{"type": "replied_to", "id": "1"}], **bo
    )
    answer = tweet(
        "3", conversation_id="1", in_reply_to_user_id="8", referenced_tweets=[{"type": "replied_to", "id": "2"}]
    )
    repost = tweet("4", referenced_tweets=[{"type": "retweeted", "id": "1"}], **bo)
    dossiers = assemble([read("a.jsonl", lines(root, reply, answer, repost))])
    acts = dossiers.interactions
    columns = (
        acts.profile.tolist(),
        acts.direction.tolist(),
        acts.peer.decode(),
        acts.what.tolist(),
        acts.post.decode(),
    )
    ada, bo_ = 0, 1
    assert set(zip(*columns, strict=True)) == {
        (ada, Direction.IN, "8", Response.COMMENT, "1"),
        (ada, Direction.OUT, "8", Response.REPLY, "1"),
        (ada, Direction.IN, "8", Response.REPOST, "1"),
        (bo_, Direction.OUT, "7", Response.REPLY, "1"),
        (bo_, Direction.IN, "7", Response.COMMENT, "1"),
        (bo_, Direction.OUT, "7", Response.REPOST, "1"),
    }
    assert acts.key_kind.tolist() == [KeyKind.ID] * 6
    posts = dossiers.posts
    assert dict(zip(posts.key.decode(), posts.is_reply.tolist(), strict=True)) == {"1": 0, "2": 1, "3": 1, "4": 0}


def test_nobody_responds_to_themselves_and_strangers_receive_nothing_here() -> None:
    rows = (
        tweet("1", in_reply_to_user_id="7", referenced_tweets=[{"type": "replied_to", "id": "0"}]),
        tweet("2", in_reply_to_user_id="55", entities={"mentions": [{"id": "55"}, {"id": "7"}, {"id": "56"}, 5]}),
    )
    reading = read("a.jsonl", lines(*rows))
    acts = fragment(reading, Interactions).rows
    assert list(zip(acts.peer.decode(), acts.what.tolist(), strict=True)) == [
        ("55", Response.REPLY),
        ("56", Response.MENTION),
    ]
    assert set(acts.direction.tolist()) == {Direction.OUT}


# ---------------------------------------------------------------- people


def people(*numbers: str) -> list[dict[str, object]]:
    return [author(f"user{number}", number, 100 + int(number)) for number in numbers]


def test_people_are_profiles_where_nothing_says_that_they_are_a_list() -> None:
    reading = read("people.json", {"data": people("8", "9", "8")})
    stated = fragment(reading, Profile)
    assert stated.owners.decode() == ["user8", "user9"]
    assert plain(stated.rows.followers) == [108, 109]
    assert told(reading.record) == [("people.json[2]", "row.repeated")]


@pytest.mark.parametrize(
    ("name", "url", "role", "direction", "noted"),
    [
        ("a.jsonl", "https://api.twitter.com/2/users/7/followers?max_results=1000", None, Direction.IN, False),
        ("followers.jsonl", "https://api.twitter.com/2/users/7/following", None, Direction.OUT, False),
        ("a.jsonl", "https://api.twitter.com/2/users", "following", Direction.OUT, False),
        ("a.jsonl", "https://api.twitter.com/2/users/7/followers", "following", Direction.OUT, False),
        ("ada following.jsonl", None, None, Direction.OUT, True),
    ],
)
def test_a_list_is_what_the_user_the_address_or_the_name_says(
    name: str, url: str | None, role: str | None, direction: Direction, noted: bool
) -> None:
    page = {"data": people("8", "9"), "__twarc": {"url": url, "retrieved_at": "2024-02-10T09:00:00Z"}}
    reading = read(name, lines(page), ReadOptions(role=role))
    edges = fragment(reading, Edges).rows
    assert edges.direction.tolist() == [direction] * 2
    assert (edges.peer.decode(), edges.key_kind.tolist()) == (["8", "9"], [KeyKind.ID] * 2)
    assert plain(edges.followers) == [108, 109]
    assert days(edges.created_at) == ["2009-03-21"] * 2
    assert reading.exported_at == "2024-02-10"
    assert bool(reading.record.warnings) is noted


# ---------------------------------------------------------------- snscrape and its successors


def test_scraped_posts_give_exact_numbers_as_text() -> None:
    rows = (scraped(1638192730021961731), scraped(1638192730021961700, id_str="1638192730021961732"))
    found = fragment(read("a.jsonl", lines(*rows)), Posts).rows
    assert found.key.decode() == ["1638192730021961731", "1638192730021961732"]
    assert [str(at) for at in found.published_at] == ["2023-03-21T14:55:57"] * 2
    assert (plain(found.likes), plain(found.impressions)) == ([5, 5], [90, 90])


def test_scraped_reposts_replies_and_mentions() -> None:
    bo, cy = {"id": 8, "username": "bo"}, {"id": 9, "username": "cy"}
    rows = (
        scraped(1, retweetedTweet=scraped(90, user=bo)),
        scraped(2, inReplyToTweetId=91, inReplyToUser=bo, conversationId=80, mentionedUsers=[bo, cy]),
        scraped(3, mentionedUsers=[cy, None, "x"], viewCount=None),
        scraped(4, rawContent=None, content="RT @bo: older"),
        scraped(5, user=None),
    )
    reading = read("a.jsonl", lines(*rows))
    found, acts = fragment(reading, Posts), fragment(reading, Interactions).rows
    assert found.handle == "ada_l"
    assert (found.rows.is_repost.tolist(), found.rows.is_reply.tolist()) == ([1, 0, 0, 1, 0], [0, 1, 0, 0, 0])
    assert plain(found.rows.impressions) == [None, 90, None, None, 90]
    columns = (acts.row.tolist(), acts.peer.decode(), acts.what.tolist(), acts.post.decode())
    assert list(zip(*columns, strict=True)) == [
        (1, "8", Response.REPOST, "90"),
        (2, "8", Response.REPLY, "80"),
        (2, "9", Response.MENTION, None),
        (3, "9", Response.MENTION, None),
    ]


def test_scraped_people_without_a_date_are_stated_once() -> None:
    rows = [
        {
            "_type": "snscrape.modules.twitter.User",
            "id": 8,
            "username": "Bo",
            "followersCount": 5,
            "created": "2011-05-23",
        }
    ] * 2
    reading = read("a.jsonl", lines(*rows))
    assert fragment(reading, Profile).handle == "bo"
    assert told(reading.record) == [("a.jsonl:2", "row.repeated")]
