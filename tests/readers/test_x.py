"""X's archive: what is read of it, what never is, and what its lists do not say."""

import json
from pathlib import Path
from typing import Any

import pytest
from exports_made import archive, checked, days, fragment, member, plain, told, warned

from reachcheck import pipeline
from reachcheck.errors import UnreadableError
from reachcheck.message import msg
from reachcheck.model.enums import Completeness, Direction, KeyKind, Order, Response, Scope, SinceKind
from reachcheck.model.tables import Edges, Interactions, Posts, Profile
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.recognise import recognise
from reachcheck.readers.source import open_source
from reachcheck.readers.x import READER

ID = "1541815603606036480"
"""Given out on 2022-06-28 at 16:07:40 UTC."""


def script(kind: str, rows: object, part: int = 0) -> str:
    return f"window.YTD.{kind}.part{part} = {json.dumps(rows)}"


def read(name: str, content: str | bytes, **more: Any) -> Reading:
    found = member(name, content, **more)
    assert READER.claims(found)
    return checked(READER.read(found, ReadOptions()))


def follower(*ids: object, kind: str = "follower", part: int = 0) -> Reading:
    rows = [{kind: {"accountId": name, "userLink": f"https://twitter.com/intent/user?user_id={name}"}} for name in ids]
    return read(f"data/{kind}.js", script(kind, rows, part))


def tweet(**more: object) -> dict[str, object]:
    row = {"id_str": "21", "created_at": "Tue Jun 28 16:07:40 +0000 2022", "full_text": "hello"}
    return row | {"favorite_count": "3", "retweet_count": "1"} | more


def posts(*rows: object, wrapped: bool = True) -> Reading:
    return read("data/tweets.js", script("tweets", [{"tweet": row} if wrapped else row for row in rows]))


# ---------------------------------------------------------------- what is never opened


@pytest.mark.parametrize(
    "name",
    [
        "data/direct-messages.js",
        "data/direct-messages-group.js",
        "data/direct-messages-group-part1.js",
        "data/direct-message-headers.js",
        "data/direct-message-group-headers.js",
        "data/direct-message-mute.js",
        "direct-message.js",
        "data/direct_messages_media/1-a.jpg",
        "data/ip-audit.js",
        "data/account-creation-ip.js",
        "data/device-token.js",
        "data/ni-devices.js",
        "data/key-registry.js",
        "data/ad-engagements.js",
        "data/ad-impressions.js",
        "data/ad-mobile-conversions-attributed.js",
        "data/ad-online-conversions-unattributed.js",
        "data/grok-chat-item.js",
        "data/grok_chat_media/a.jpg",
        "data/personalization.js",
        "data/phone-number.js",
        "data/contact.js",
        "data/ageinfo.js",
        "data/email-address-change.js",
        "data/profile.js",
        "data/verified.js",
        "data/block.js",
        "data/mute.js",
        "data/lists-member.js",
        "data/screen-name-change.js",
        "data/protected-history.js",
        "data/user-link-clicks.js",
        "data/periscope-account-information.js",
        "data/deleted-tweets.js",
        "data/deleted-tweet-headers.js",
        "data/tweet-headers.js",
        "data/note-tweet.js",
        "data/community-tweet.js",
        "data/twitter-circle-tweet.js",
        "data/tweetdeck.js",
        "data/account-suspension.js",
        "data/account-timezone.js",
        "data/js/tweets/2018_03.js",
        "data/js/payload_details.js",
        "assets/js/runtime.1.js",
        "Your archive.html",
        "data/README.txt",
    ],
)
def test_what_is_nobodys_business_is_never_opened(name: str) -> None:
    assert not READER.wants(name)
    assert not READER.wants(f"twitter-2026-01-05-ab/{name}")


@pytest.mark.parametrize(
    "name",
    [
        "data/tweets.js",
        "data/tweets-part1.js",
        "data/tweets-part12 (2).js",
        "tweet.js",
        "DATA/Follower.js",
        "my folder/data/follower-part1.js",
        "following (1).js",
        "data/like.js",
        "account.js",
        "data/manifest.js",
        "tweets.csv",
        "data/js/user_details.js",
    ],
)
def test_the_files_that_are_read_may_stand_anywhere(name: str) -> None:
    assert READER.wants(name)


@pytest.mark.parametrize(
    "content",
    [
        "var follower = []",
        '[{"follower": {"accountId": "1"}}]',
        '{"tweet": []}',
        "tweet_id,timestamp,text\n1,2018-01-01,hi\n",
        "",
    ],
)
def test_only_what_says_of_itself_what_it_is_gets_claimed(content: str) -> None:
    assert not READER.claims(member("data/tweets.js", content))


@pytest.mark.parametrize(
    "content",
    [
        'window.YTD.direct_messages.part0 = [{"dmConversation": {}}]',
        "window.YTD.ip_audit.part0 = []",
        'window.YTD.deleted_tweets.part0 = [{"tweet": {"id_str": "1"}}]',
        "window.YTD.tweet_headers.part0 = []",
        "window.YTD.community_tweet.part0 = []",
        "window.YTD.follower.partX = []",
        "window.YTD.follower.part0 : []",
        "Grailbird.data.tweets_2018_03 = []",
    ],
)
def test_any_other_file_of_the_archive_is_refused_even_by_itself_and_under_another_name(content: str) -> None:
    for name in ("data/tweets.js", "a.csv"):
        with pytest.raises(UnreadableError) as caught:
            READER.read(member(name, content), ReadOptions())
        assert (caught.value.place, caught.value.problem.key) == (name, "x.closed")


def test_of_an_archive_only_these_files_are_read(tmp_path: Path) -> None:
    files = {
        "data/follower.js": script("follower", []),
        "data/direct-messages.js": script("follower", [{"follower": {"accountId": "1"}}]),
        "data/tweets.js": script("direct_messages", [{"secret": 1}]),
    }
    found = recognise(open_source(archive(tmp_path, "twitter-2026-01-05-ab.zip", files)))
    assert [one.path for _, one in found.taken] == ["data/follower.js", "data/tweets.js"]
    readings = pipeline.read_members(list(found.taken), ReadOptions())
    assert [reading.record.rows_read for reading in readings] == [0, 0]
    assert [note.what.params["why"].key for note in readings[1].record.warnings] == ["x.closed"]


# ---------------------------------------------------------------- followers and following


def test_a_list_gives_numbers_and_when_those_accounts_were_made_but_no_order() -> None:
    reading = follower(ID, "783214", "1050118621198921728")
    found = fragment(reading, Edges)
    edges = found.rows
    assert edges.peer.decode() == [ID, "783214", "1050118621198921728"]
    assert edges.key_kind.tolist() == [KeyKind.ID] * 3
    assert edges.direction.tolist() == [Direction.IN] * 3
    assert days(edges.created_at) == ["2022-06-28", "2007-02-20", "2018-10-10"]
    assert [note.what for note in reading.record.warnings] == [msg("source.born_about", n=1, days=1)]
    assert days(edges.since) == ["NaT"] * 3
    assert edges.since_kind.tolist() == [SinceKind.NONE] * 3
    assert edges.rank.tolist() == [0, 1, 2]
    assert found.coverage.order.tolist() == [Order.UNKNOWN]
    assert found.coverage.completeness.tolist() == [Completeness.ALL]


def test_what_the_script_assigns_tells_the_direction_whatever_the_file_is_called() -> None:
    rows = [{"following": {"accountId": "5"}}]
    edges = fragment(read("follower.js", script("following", rows)), Edges).rows
    assert edges.direction.tolist() == [Direction.OUT]


def test_a_later_part_is_not_the_whole_list() -> None:
    assert fragment(follower("5", part=1), Edges).coverage.completeness.tolist() == [Completeness.UNKNOWN]


def test_rows_that_name_nobody_or_somebody_again_are_reported() -> None:
    reading = follower("5", "", "ada", None, -1, 0, [5], {"a": 5}, True, 5.5, "5" * 20, "5", 6)
    assert fragment(reading, Edges).rows.peer.decode() == ["5", "6"]
    nobody = [(f"data/follower.js[{n}]", "row.nobody") for n in range(1, 11)]
    assert told(reading.record) == [*nobody, ("data/follower.js[11]", "row.repeated")]


def test_rows_of_another_shape_are_reported() -> None:
    rows = [{"following": {"accountId": "5"}}, {"accountId": "6"}, {"follower": "7"}, "8", None, [], 9]
    reading = read("data/follower.js", script("follower", rows))
    assert reading.record.rows_kept == 0
    assert [key for _, key in told(reading.record)] == ["row.nobody"] * 3 + ["table.not_an_object"] * 4


# ---------------------------------------------------------------- posts


def test_posts_with_numbers_written_as_text() -> None:
    found = fragment(posts(tweet()), Posts)
    assert found.rows.key.decode() == ["21"]
    assert [str(at) for at in found.rows.published_at] == ["2022-06-28T16:07:40"]
    assert (plain(found.rows.likes), plain(found.rows.shares)) == ([3.0], [1.0])
    assert plain(found.rows.comments) == [None]
    assert (found.rows.is_reply.tolist(), found.rows.is_repost.tolist()) == ([0], [0])
    assert found.rows.scope.tolist() == [Scope.LIFETIME]
    assert found.coverage.completeness.tolist() == [Completeness.UNKNOWN]


def test_posts_are_the_same_without_their_wrapper() -> None:
    bare, wrapped = posts(tweet(), wrapped=False), posts(tweet())
    assert fragment(bare, Posts).rows.key.decode() == fragment(wrapped, Posts).rows.key.decode() == ["21"]


def test_the_zero_counts_of_a_repost_are_missing_and_those_of_a_post_are_zero() -> None:
    zero = {"favorite_count": "0", "retweet_count": "0"}
    rows = fragment(
        posts(
            tweet(id_str="1", full_text="RT @ada: well said", **zero),
            tweet(id_str="2", full_text="RT @ada: by hand", favorite_count="4", retweet_count="0"),
            tweet(id_str="3", full_text="Rt @ada: RT @ada", **zero),
            tweet(id_str="4", full_text="RT if you agree", **zero),
            tweet(id_str="5", full_text=None, text="RT @bo: older name of the text", **zero),
        ),
        Posts,
    ).rows
    assert rows.is_repost.tolist() == [1, 1, 0, 0, 1]
    assert plain(rows.likes) == [None, 4.0, 0.0, 0.0, None]
    assert plain(rows.shares) == [None, None, 0.0, 0.0, None]


def test_replies_are_kept_apart() -> None:
    rows = fragment(
        posts(
            tweet(id_str="1", in_reply_to_status_id_str="9", in_reply_to_user_id_str="5"),
            tweet(id_str="2", in_reply_to_user_id="5", full_text="@ada hello"),
            tweet(id_str="3", in_reply_to_status_id=None, in_reply_to_user_id="", full_text="@ada named"),
            tweet(id_str="4", in_reply_to_status_id="-1"),
        ),
        Posts,
    ).rows
    assert rows.is_reply.tolist() == [1, 1, 0, 0]


def test_counts_and_times_that_are_none_are_told() -> None:
    reading = posts(
        tweet(id_str="1"),
        tweet(id_str="2", favorite_count="many"),
        tweet(id_str="3", favorite_count=[3]),
        tweet(id_str="4", retweet_count="-4"),
        tweet(id_str="5", favorite_count="1e99"),
        tweet(id_str="6", favorite_count=True),
        tweet(id_str="7", created_at="one day", favorite_count=None, retweet_count=""),
        tweet(id_str="8", created_at={"a": 1}),
        tweet(id_str=None, created_at=None),
        tweet(id_str=[1], id={"a": 1}, created_at=""),
        tweet(id_str="1"),
        {},
        "text",
    )
    rows = fragment(reading, Posts).rows
    assert rows.row.tolist() == [0, 6, 7]
    assert plain(rows.likes) == [3.0, None, 3.0]
    assert told(reading.record) == [
        ("data/tweets.js[1]", "row.not_a_number"),
        ("data/tweets.js[2]", "row.not_a_number"),
        ("data/tweets.js[3]", "row.negative"),
        ("data/tweets.js[4]", "row.too_large"),
        ("data/tweets.js[5]", "row.not_a_number"),
        ("data/tweets.js[8]", "x.no_post"),
        ("data/tweets.js[9]", "row.repeated"),
        ("data/tweets.js[10]", "row.repeated"),
        ("data/tweets.js[11]", "x.no_post"),
        ("data/tweets.js[12]", "table.not_an_object"),
    ]
    assert warned(reading.record) == [
        ("data/tweets.js[6]", "row.date_unread"),
        ("data/tweets.js[7]", "row.date_unread"),
    ]


def test_an_id_is_taken_as_text_before_as_a_number() -> None:
    rows = fragment(posts(tweet(id_str=ID, id=1541815603606036500), tweet(id_str=None, id=1541815603606036481)), Posts)
    assert rows.rows.key.decode() == [ID, "1541815603606036481"]


# ---------------------------------------------------------------- what the owner did


def test_what_a_post_is_to_others() -> None:
    ada, bo = {"id_str": "5", "screen_name": "Ada"}, {"id_str": "6", "screen_name": "bo"}
    reading = posts(
        tweet(
            id_str="1",
            in_reply_to_status_id_str="9",
            in_reply_to_user_id_str="5",
            entities={"user_mentions": [ada, bo]},
        ),
        tweet(id_str="2", full_text="RT @ada: thanks @bo", entities={"user_mentions": [bo, ada]}),
        tweet(id_str="3", full_text="RT @cy: nobody's number", entities={"user_mentions": [ada]}),
        tweet(id_str="4", entities={"user_mentions": [ada, ada, {"id_str": "-1"}, "x", {"id": [7]}, None]}),
        tweet(id_str="5", entities="none"),
        tweet(id_str="6", entities={"user_mentions": {"id_str": "5"}}),
    )
    acts = fragment(reading, Interactions).rows
    found = list(zip(acts.row.tolist(), acts.peer.decode(), acts.what.tolist(), acts.post.decode(), strict=True))
    assert found == [
        (0, "5", Response.REPLY, "9"),
        (0, "6", Response.MENTION, None),
        (1, "5", Response.REPOST, None),
        (3, "5", Response.MENTION, None),
    ]
    assert acts.direction.tolist() == [Direction.OUT] * 4
    assert acts.key_kind.tolist() == [KeyKind.ID] * 4
    assert days(acts.at) == ["2022-06-28"] * 4


def test_who_writes_on_under_their_own_post_answers_nobody() -> None:
    reading = posts(
        tweet(id_str="11", in_reply_to_status_id_str="10", in_reply_to_user_id_str="1"),
        tweet(id_str="12", in_reply_to_status_id_str="8", in_reply_to_user_id_str="1"),
        tweet(id_str="13", in_reply_to_status_id_str="7", in_reply_to_user_id_str="2"),
        tweet(id_str="10"),
    )
    assert fragment(reading, Interactions).rows.peer.decode() == ["2"]
    assert fragment(reading, Posts).rows.is_reply.tolist() == [1, 1, 1, 0]


def test_a_like_says_what_was_liked_and_hardly_ever_whose_it_is() -> None:
    rows: list[object] = [
        {"like": {"tweetId": "9", "fullText": "secret", "expandedUrl": "https://twitter.com/i/web/status/9"}},
        {"like": {"tweetId": "10", "expandedUrl": "https://twitter.com/Ada_L/status/10"}},
        {"like": {"tweetId": "9"}},
        {"like": {"tweetId": "x", "expandedUrl": ["https://twitter.com/Ada_L/status/10"]}},
        {"like": 7},
        7,
    ]
    reading = read("data/like.js", script("like", rows))
    acts = fragment(reading, Interactions).rows
    assert acts.peer.decode() == [None, "ada_l"]
    assert acts.key_kind.tolist() == [-1, KeyKind.HANDLE]
    assert acts.post.decode() == ["9", "10"]
    assert days(acts.at) == ["NaT", "NaT"]
    assert [key for _, key in told(reading.record)] == [
        "row.repeated",
        "x.no_post",
        "x.no_post",
        "table.not_an_object",
    ]


# ---------------------------------------------------------------- whose it is, and what it says of itself


def test_the_account_gives_its_name_and_its_first_day_and_nothing_else() -> None:
    row = {"email": "a@example.org", "username": "Ada_L", "accountId": "5", "createdAt": "2009-03-21T20:50:14.000Z"}
    reading = read("data/account.js", script("account", [{"account": row}]))
    found = fragment(reading, Profile)
    assert found.handle == "ada_l"
    assert [str(at) for at in found.rows.created_at] == ["2009-03-21T20:50:14"]
    assert plain(found.rows.followers) == [None]
    assert "example.org" not in repr(reading)


@pytest.mark.parametrize(
    "row", [{"account": {"username": "not a name"}}, {"account": {"username": 7.5}}, {"account": []}, {}]
)
def test_an_account_without_a_name_is_reported(row: object) -> None:
    reading = read("data/account.js", script("account", [row]))
    assert told(reading.record) == [("data/account.js[0]", "row.nobody")]


MANIFEST = {
    "userInfo": {"accountId": "5", "userName": "Ada_L", "displayName": "Ada"},
    "archiveInfo": {"generationDate": "2026-01-05T07:21:03.871Z", "isPartialArchive": False},
    "dataTypes": {
        "follower": {"files": [{"fileName": "data/follower.js", "globalName": "YTD.follower.part0", "count": "2"}]},
        "tweets": {
            "files": [{"fileName": "data/tweets.js", "count": 1}, {"fileName": "data/tweets-part1.js", "count": "9"}]
        },
        "directMessages": {"files": [{"fileName": "data/direct-messages.js", "count": "700"}]},
    },
}


def manifest(**more: object) -> Reading:
    return read("data/manifest.js", f"window.__THAR_CONFIG = {json.dumps(MANIFEST | more)};")


def test_the_list_of_files_says_whose_of_when_and_how_many_rows() -> None:
    reading = manifest()
    assert fragment(reading, Profile).handle == "ada_l"
    assert reading.exported_at == "2026-01-05"
    assert reading.declared == {"follower.js": 2, "tweets.js": 1, "tweets-part1.js": 9}
    assert reading.record.warnings == ()


def test_the_length_that_x_declares_for_the_lists_is_what_it_states_of_the_counts() -> None:
    parts = [{"fileName": "data/follower.js", "count": "600"}, {"fileName": "data/follower-part1.js", "count": "12"}]
    types = {"follower": {"files": parts}, "following": {"files": [{"fileName": "data/following.js", "count": "0"}]}}
    stated = fragment(manifest(dataTypes=types), Profile).rows
    assert (plain(stated.followers), plain(stated.following), plain(stated.posts)) == ([612], [None], [None])
    assert [str(at) for at in stated.as_of] == ["2026-01-05T07:21:03"]


def test_a_partial_archive_says_so_and_states_no_counts() -> None:
    reading = manifest(archiveInfo={"isPartialArchive": True})
    assert warned(reading.record) == [("data/manifest.js", "x.partial")]
    assert plain(fragment(reading, Profile).rows.followers) == [None]


@pytest.mark.parametrize("nothing", [None, [], 7, "x", {"files": 7}, {"tweets": {"files": [7, {"fileName": 7}, {}]}}])
def test_a_list_of_files_that_says_nothing_declares_nothing(nothing: object) -> None:
    reading = manifest(userInfo=nothing, archiveInfo=nothing, dataTypes=nothing)
    assert (reading.declared, reading.exported_at) == ({}, None)
    assert fragment(reading, Profile).handle is None


def test_files_with_fewer_rows_than_declared_are_told_and_are_not_all_there_is() -> None:
    readings = [manifest(), follower("5"), posts(tweet())]
    dossiers = assemble(readings)
    about, list_, written = dossiers.sources
    assert [(n.what.key, dict(n.what.params)) for n in list_.warnings] == [
        ("assemble.rows_absent", {"rows": 2, "found": 1})
    ]
    assert [(n.what.key, n.what.params["file"]) for n in about.warnings] == [
        ("assemble.file_absent", "tweets-part1.js")
    ]
    assert written.warnings == ()
    assert Completeness.ALL not in dossiers.coverage.completeness.tolist()


def test_files_with_as_many_rows_as_declared_are_not_remarked_on() -> None:
    later = read("data/tweets-part1.js", script("tweets", [{"tweet": tweet(id_str=str(n))} for n in range(30, 39)], 1))
    dossiers = assemble([manifest(), follower("5", "5"), posts(tweet()), later])
    assert [source.warnings for source in dossiers.sources] == [()] * 4
    edges = [dossiers.coverage.table.tolist().index(1)]
    assert dossiers.coverage.completeness[edges].tolist() == [Completeness.ALL]


def test_the_day_in_the_list_of_files_goes_before_that_of_the_packing(tmp_path: Path) -> None:
    files = {
        "data/manifest.js": f"window.__THAR_CONFIG = {json.dumps(MANIFEST)}",
        "data/follower.js": script("follower", []),
    }
    source = open_source(archive(tmp_path, "mine.zip", files, (2026, 9, 1)))
    readings = [reader.read(one, ReadOptions()) for reader, one in recognise(source).taken]
    assert days(assemble(readings).people.as_of) == ["2026-01-05"]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("twitter-2026-01-05-ab12.zip/data/follower.js", "2026-01-05"),
        ("Twitter-2019-06-01-ab/follower.js", "2019-06-01"),
        ("twitter-2026-13-05-ab.zip/data/follower.js", None),
        ("mine.zip/data/follower.js", None),
    ],
)
def test_the_day_of_an_archive_is_in_its_name(name: str, day: str | None) -> None:
    assert read(name, script("follower", [])).exported_at == day


# ---------------------------------------------------------------- the script itself


@pytest.mark.parametrize(
    "content",
    [
        '\ufeffwindow.YTD.follower.part0 = [{"follower": {"accountId": "5"}}]',
        '\n\nwindow.YTD.follower.part0=[\n{"follower":{"accountId":"5"}}];\n',
        'window.YTD.follower.part0 \t=\r\n [ {"follower": {"accountId": "5"}} ] ;',
    ],
)
def test_the_value_stands_after_the_sign_of_equality(content: str) -> None:
    assert fragment(read("data/follower.js", content), Edges).rows.peer.decode() == ["5"]


@pytest.mark.parametrize(
    ("content", "place", "key"),
    [
        ("window.YTD.follower.part0 = [\n  {]", "data/follower.js:2", "table.json_broken"),
        ("window.YTD.follower.part0 = [1] [2]", "data/follower.js:1", "table.json_broken"),
        ("window.YTD.follower.part0 = alert(1)", "data/follower.js:1", "table.json_broken"),
        ("window.YTD.follower.part0 =", "data/follower.js:1", "table.json_broken"),
        ("window.YTD.follower.part0 = [NaN]", "data/follower.js:1", "table.json_no_number"),
        ("window.YTD.follower.part0 = " + "[" * 100_000, "data/follower.js:1", "table.json_deep"),
        ('window.YTD.follower.part0 = {"a": 1}', "data/follower.js", "objects.wrong_shape"),
        ('window.YTD.account.part0 = "x"', "data/follower.js", "objects.wrong_shape"),
        ("window.__THAR_CONFIG = [1]", "data/follower.js", "objects.wrong_shape"),
        ("window.YTD.follower.part9999999999 = []", "data/follower.js", "objects.wrong_shape"),
    ],
)
def test_a_broken_script_is_refused_with_its_place(content: str, place: str, key: str) -> None:
    found = member("data/follower.js", content)
    assert READER.claims(found)
    with pytest.raises(UnreadableError) as caught:
        READER.read(found, ReadOptions())
    assert (caught.value.place, caught.value.problem.key) == (place, key)
    assert caught.value.remedy is not None


def test_the_column_of_a_mistake_is_that_of_the_file() -> None:
    with pytest.raises(UnreadableError) as caught:
        READER.read(member("follower.js", "window.YTD.follower.part0 = [x]"), ReadOptions())
    assert caught.value.problem.params["column"] == 30


# ---------------------------------------------------------------- until 2018

GRAILBIRD = (
    "tweet_id,in_reply_to_status_id,in_reply_to_user_id,timestamp,text,retweeted_status_id,retweeted_status_user_id"
)


def test_the_table_of_posts_until_2018_has_no_counts() -> None:
    rows = (
        "12,,,2018-03-02 10:00:00 +0000,RT @ada hi,9,5",
        "11,10,1,2018-03-01 10:05:00 +0000,2/2,,",
        '10,,,2018-03-01 10:00:00 +0000,"1/2, and so on",,',
        "8,7,6,2018-02-01 10:00:00 +0000,@bo yes,,",
        "8,7,6,2018-02-01 10:00:00 +0000,@bo yes,,",
    )
    reading = read("tweets.csv", "\n".join((GRAILBIRD, *rows)))
    written, acts = fragment(reading, Posts).rows, fragment(reading, Interactions).rows
    assert written.key.decode() == ["12", "11", "10", "8"]
    assert (written.is_reply.tolist(), written.is_repost.tolist()) == ([0, 1, 0, 1], [1, 0, 0, 0])
    assert plain(written.likes) == [None] * 4
    assert list(zip(acts.peer.decode(), acts.what.tolist(), acts.post.decode(), strict=True)) == [
        ("5", Response.REPOST, "9"),
        ("6", Response.REPLY, "7"),
    ]
    assert told(reading.record) == [("tweets.csv:6", "row.repeated")]


def test_user_details_name_the_owner() -> None:
    details = {"screen_name": "Ada_L", "created_at": "2009-04-01 12:30:00 +0000"}
    reading = read("data/js/user_details.js", f"var user_details =  {json.dumps(details)}")
    assert fragment(reading, Profile).handle == "ada_l"
    assert days(fragment(reading, Profile).rows.created_at) == ["2009-04-01"]
