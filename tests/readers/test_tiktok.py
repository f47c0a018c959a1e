"""TikTok's data export: which lists are read wherever they stand, and what must not be taken for them."""

import json
from typing import Any

import pytest
from exports_made import checked, days, fragment, member, plain, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction, KeyKind, Order, Response, Scope, SinceKind
from reachcheck.model.tables import Edges, Interactions, Posts, Profile
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.tiktok import READER

FANS = [{"Date": "2025-08-30 10:11:12", "UserName": "Ada"}, {"Date": "2025-08-29 10:11:12", "UserName": "bo.li"}]
NAME = "TikTok_Data_1756771200.zip/user_data_tiktok.json"


def read(data: object, name: str = NAME, options: ReadOptions | None = None) -> Reading:
    found = member(name, json.dumps(data, ensure_ascii=False))
    assert READER.claims(found)
    return checked(READER.read(found, options or ReadOptions()))


def edges(reading: Reading, direction: Direction) -> Any:
    return next(f for f in reading.fragments if isinstance(f.rows, Edges) and f.rows.direction[0] == direction)


# ---------------------------------------------------------------- people


@pytest.mark.parametrize(
    "data",
    [
        {"Activity": {"Follower List": {"FansList": FANS}}},
        {"Your Activity": {"Follower": {"FansList": FANS}}},
        {"Profile And Settings": {"Follower": {"FansList": FANS}}},
        {"Profile": {"Follower": {"FansList": FANS}}},
        {"profile_and_settings": {"follower": {"fansList": FANS}}},
        {"Activity": {"Follower List": {"FansList": None}}, "Your Activity": {"Follower": {"FansList": FANS}}},
    ],
)
def test_followers_are_found_wherever_they_have_stood(data: object) -> None:
    found = edges(read(data), Direction.IN)
    assert found.rows.peer.decode() == ["ada", "bo.li"]
    assert found.rows.key_kind.tolist() == [KeyKind.HANDLE] * 2
    assert [str(at) for at in found.rows.since] == ["2025-08-30T10:11:12", "2025-08-29T10:11:12"]
    assert found.rows.since_kind.tolist() == [SinceKind.EXACT] * 2
    assert found.rows.rank.tolist() == [0, 1]
    assert found.coverage.completeness.tolist() == [Completeness.UNKNOWN]
    assert found.coverage.order.tolist() == [Order.NEWEST_FIRST]


def test_keys_of_entries_have_been_written_in_many_ways() -> None:
    rows = [
        {"date": "2025-08-30 10:11:12", "username": "@Ada"},
        {"Date": "2025-08-29 10:11:12", "userName": "bo"},
        {"DATE": "2025-08-28 10:11:12", "uniqueId": "cy"},
    ]
    following = edges(read({"Activity": {"Following List": {"Following": rows}, "x": {"FansList": []}}}), Direction.OUT)
    assert following.rows.peer.decode() == ["ada", "bo", "cy"]
    assert days(following.rows.since) == ["2025-08-30", "2025-08-29", "2025-08-28"]


def test_what_names_nobody_and_what_is_none_is_reported_in_its_place() -> None:
    rows = [*FANS, {"Date": "2025-08-28 10:11:12", "UserName": "N/A"}, None, "ada", [], {"UserName": None}, FANS[0], {}]
    reading = read({"Your Activity": {"Follower": {"FansList": rows}, "Following": {"Following": [FANS[1]]}}})
    assert sorted(told(reading.record)) == [
        (f"{NAME}:FansList[2]", "row.missing"),
        (f"{NAME}:FansList[3]", "table.not_an_object"),
        (f"{NAME}:FansList[4]", "table.not_an_object"),
        (f"{NAME}:FansList[5]", "table.not_an_object"),
        (f"{NAME}:FansList[6]", "row.missing"),
        (f"{NAME}:FansList[7]", "row.repeated"),
        (f"{NAME}:FansList[8]", "row.missing"),
    ]
    assert {note.what.params["first"] for note in reading.record.reported if "first" in note.what.params} == {0}
    assert edges(reading, Direction.OUT).rows.peer.decode() == ["bo.li"]
    assert reading.record.place(int(edges(reading, Direction.OUT).rows.row[0])) == f"{NAME}:Following[0]"


def test_dates_that_are_none_leave_their_people() -> None:
    rows = [{"Date": when, "UserName": f"u{n}"} for n, when in enumerate(["soon", None, "", "2025-02-30 10:00:00"])]
    reading = read({"Activity": {"Follower List": {"FansList": [*rows, FANS[0]]}}})
    found = edges(reading, Direction.IN).rows
    assert days(found.since) == ["NaT"] * 4 + ["2025-08-30"]
    assert [place for place, _ in warned(reading.record)] == [f"{NAME}:FansList[0]", f"{NAME}:FansList[3]"]


# ---------------------------------------------------------------- the profile


def test_the_profile_says_whose_it_is_and_how_many_follow() -> None:
    profile = {"userName": "Lin.Bakes", "followerCount": 1205, "followingCount": "31", "likesReceived": "9"}
    for section in ("Profile Info", "Profile Information"):
        reading = read({"Profile": {section: {"ProfileMap": profile}}})
        found = fragment(reading, Profile)
        assert (found.handle, reading.exported_at) == ("lin.bakes", "2025-09-02")
        assert (plain(found.rows.followers), plain(found.rows.following)) == ([1205.0], [31.0])
        assert days(found.rows.as_of) == ["2025-09-02"]


def test_nothing_else_of_the_profile_is_kept() -> None:
    profile = {
        "userName": "lin",
        "emailAddress": "lin@example.org",
        "birthDate": "1-Jan-1990",
        "bioDescription": "bread",
    }
    reading = read({"Profile": {"Profile Info": {"ProfileMap": profile}}})
    text = repr(reading)
    assert not any(secret in text for secret in ("example.org", "1990", "bread"))
    assert plain(fragment(reading, Profile).rows.followers) == [None]


def test_a_profile_that_says_nothing_is_reported() -> None:
    reading = read({"Profile": {"Profile Info": {"ProfileMap": {"userName": "N/A"}}}}, "user_data.json")
    assert told(reading.record) == [("user_data.json:ProfileMap[0]", "row.no_value")]
    assert (reading.fragments[0].handle, reading.exported_at) == (None, None)


# ---------------------------------------------------------------- posts


def post(day: str, likes: object = "3", seen_by: object = "Public") -> dict[str, object]:
    return {"Date": f"{day} 18:00:01", "Link": "https://v16.example/x", "Likes": likes, "WhoCanView": seen_by}


@pytest.mark.parametrize(("root", "section"), [("Video", "Videos"), ("Post", "Posts"), ("Video", "Posts")])
def test_posts_are_read_with_their_likes_and_without_the_address_of_their_file(root: str, section: str) -> None:
    rows = [post("2025-08-30", "1041"), post("2025-08-11", None), post("2025-08-02", "N/A"), post("2025-08-01", 7)]
    found = fragment(read({root: {section: {"VideoList": rows}}}), Posts)
    assert days(found.rows.published_at) == ["2025-08-30", "2025-08-11", "2025-08-02", "2025-08-01"]
    assert plain(found.rows.likes) == [1041.0, None, None, 7.0]
    assert found.rows.scope.tolist() == [Scope.LIFETIME] * 4
    assert found.rows.key.decode()[0] == "2025-08-30 18:00:01"


@pytest.mark.parametrize("setting", ["Friends", "Only you", "Private", "Followers"])
def test_posts_that_not_everybody_sees_are_left_out(setting: str) -> None:
    reading = read({"Post": {"Posts": {"VideoList": [post("2025-08-30", "3", setting), post("2025-08-29")]}}})
    assert told(reading.record) == [(f"{NAME}:VideoList[0]", "tiktok.not_public")]
    assert len(fragment(reading, Posts).rows) == 1


@pytest.mark.parametrize("setting", ["Public", "PUBLIC_TO_EVERYONE", "Everyone", "N/A", None])
def test_posts_of_which_nothing_says_that_they_are_hidden_stay(setting: object) -> None:
    reading = read({"Post": {"Posts": {"VideoList": [post("2025-08-30", "3", setting)]}}})
    assert reading.record.rows_kept == 1


def test_two_posts_of_one_second_are_two() -> None:
    reading = read({"Post": {"Posts": {"VideoList": [post("2025-08-30"), post("2025-08-30"), post("2025-08-29")]}}})
    assert fragment(reading, Posts).rows.key.decode() == [None, None, "2025-08-29 18:00:01"]


def test_posts_with_odd_figures_are_reported() -> None:
    rows = [post("2025-08-30", "lots"), post("2025-08-29", -1), post("soon"), {}, post("2025-08-28", [3])]
    reading = read({"Post": {"Posts": {"VideoList": rows}, "x": {"FansList": 0}}}, "user_data.json")
    assert [key for _, key in told(reading.record)] == [
        "row.not_a_number", "row.negative", "row.not_a_date", "row.no_date", "row.not_a_number",
    ]  # fmt: skip


def test_videos_that_were_watched_are_no_posts() -> None:
    watched = {"VideoList": [post("2025-08-30")]}
    for root, section in (("Activity", "Video Browsing History"), ("Your Activity", "Watch History")):
        reading = read({root: {section: watched, "Follower": {"FansList": FANS}}})
        assert not any(isinstance(found.rows, Posts) for found in reading.fragments)


# ---------------------------------------------------------------- what the owner did


def test_what_the_owner_did_is_known_by_its_video_and_not_by_its_author() -> None:
    link = "https://www.tiktokv.com/share/video/7534567890123456789/"
    activity = {
        "Like List": {"ItemFavoriteList": [{"date": "2025-08-04 07:00:00", "link": link}] * 2},
        "Share History": {
            "ShareHistoryList": [{"Date": "2025-08-03 07:00:00", "Link": link, "SharedContent": "video"}]
        },
        "Favorite Videos": {"FavoriteVideoList": [{"Date": "2025-08-02 07:00:00", "Link": "https://example.org/1"}]},
    }
    comments = [{"date": "2025-08-01 07:00:00", "comment": "so good"}] * 2 + [{"comment": "undated"}]
    reading = read({"Your Activity": activity, "Comment": {"Comments": {"CommentsList": comments}}})
    acts = [found.rows for found in reading.fragments if isinstance(found.rows, Interactions)]
    assert [rows.what.tolist() for rows in acts] == [
        [Response.LIKE], [Response.COMMENT] * 2, [Response.OTHER], [Response.OTHER],
    ]  # fmt: skip
    assert [rows.post.decode()[0] for rows in acts] == [
        "7534567890123456789", None, "7534567890123456789", "https://example.org/1",
    ]  # fmt: skip
    assert {tuple(rows.peer.decode()) for rows in acts} == {(None,), (None, None)}
    assert {int(way) for rows in acts for way in rows.direction} == {Direction.OUT}
    assert [key for _, key in told(reading.record)] == ["row.repeated", "row.no_value"]
    assert "so good" not in repr(reading)


# ---------------------------------------------------------------- what is taken, and what is left


def test_messages_searches_and_devices_are_left_alone() -> None:
    data = {
        "Direct Message": {"Direct Messages": {"ChatHistory": {"Chat with ada": [{"Content": "secret"}]}}},
        "Your Activity": {"Searches": {"SearchList": [{"SearchTerm": "secret"}]}, "Follower": {"FansList": FANS}},
        "Ads and data": None,
    }
    reading = read(data)
    assert "secret" not in repr(reading)
    assert reading.record.unmatched == ("Direct Message", "Ads and data")
    assert reading.record.rows_read == 2


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("TikTok/user_data_tiktok.json", True),
        ("user_data_tiktok (1).json", True),
        ("x/user_data.json", True),
        ("TikTok/Profile and Settings/Follower.txt", True),
        ("Activity/Following List.txt", True),
        ("Your Activity/Following_2 (1).txt", True),
        ("Profiel/Volgend.txt", True),
        ("FollowerTopTerritories.xlsx", True),
        ("Overview (2).csv", True),
        ("TikTok/Direct Messages/Direct Messages.txt", False),
        ("TikTok/Profile and Settings/Profile Info.txt", False),
        ("TikTok/Profile and Settings/Block List.txt", False),
        ("TikTok/Your Activity/Login History.txt", False),
        ("TikTok/Your Activity/Searches.txt", False),
        ("TikTok/Your Activity/Watch History.txt", False),
        ("TikTok/App Settings/Settings.txt", False),
        ("TikTok/TikTok Shopping/Current Payment Information.txt", False),
        ("TikTok/Income Plus Wallet/Transaction History.txt", False),
        ("TikTok/Ads and data/Instant Form Ads Responses.txt", False),
        ("user_data_instagram.json", False),
        ("Overview.pdf", False),
    ],
)
def test_only_names_on_the_list_may_be_opened(name: str, wanted: bool) -> None:
    assert READER.wants(name) is wanted


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{}", b'{"Activity": {}}', b'{"Video": {"Videos": {"VideoList": [{"Date": "2025-08-30"}]}}}',
        b'[{"FansList": []}]', b'{"fans": "FansList"}', b"Date,Followers\n9 August,3\n",
    ],
)  # fmt: skip
def test_other_files_are_not_claimed(content: bytes) -> None:
    assert not READER.claims(member("user_data.json", content))


def test_an_export_is_known_by_what_stands_far_below_its_beginning() -> None:
    data = {
        "Activity": {"Searches": {"SearchList": [{"SearchTerm": "x" * 70_000}]}, "Follower List": {"FansList": FANS}}
    }
    assert READER.claims(member("user_data.json", json.dumps(data)))
    assert not READER.claims(member("other.json", json.dumps(data)))


@pytest.mark.parametrize("content", ['{"a": "FansList": 1}', '{"a": {"b": {"FansList": []}}}', '{"FansList": ['])
def test_a_file_that_has_the_keys_and_not_the_shape_is_refused_with_a_remedy(content: str) -> None:
    found = member("user_data.json", content)
    if READER.claims(found):
        with pytest.raises(UnreadableError) as caught:
            READER.read(found, ReadOptions())
        assert caught.value.place.startswith("user_data.json")
        assert caught.value.remedy is not None


@pytest.mark.parametrize("odd", ["text", 7, True, {"a": 1}, [[]], [[[{}]]], {"FansList": {}}])
def test_odd_things_under_the_right_keys_do_no_harm(odd: object) -> None:
    for data in (
        {"Activity": {"Follower List": odd, "x": {"FansList": []}}},
        {"Activity": {"Follower List": {"FansList": odd}}},
        {"Profile": {"Profile Info": {"ProfileMap": odd}}},
        {"Post": {"Posts": {"VideoList": odd}}, "x": {"ProfileMap": {}}},
        {"Activity": odd, "Your Activity": {"Follower": {"FansList": FANS}}},
    ):
        found = member("user_data.json", json.dumps(data))
        if READER.claims(found):
            try:
                checked(READER.read(found, ReadOptions()))
            except UnreadableError as error:
                assert error.place == "user_data.json"


def test_what_is_no_list_is_reported_and_not_taken_for_an_empty_one() -> None:
    reading = read({"Activity": {"Follower List": {"FansList": "hidden"}}})
    assert told(reading.record) == [(f"{NAME}:FansList[0]", "table.not_an_object")]


# ---------------------------------------------------------------- the export as text

BLOCKS = "Date: 2023-08-23 06:18:18 UTC\nUsername: Ada\n\nDate: 2023-08-22 06:18:18 UTC\nUsername: bo.li\n\n"


def text(name: str, content: str | bytes, options: ReadOptions | None = None) -> Reading:
    found = member(name, content)
    assert READER.claims(found)
    return checked(READER.read(found, options or ReadOptions()))


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("Follower.txt", Direction.IN), ("Following.txt", Direction.OUT), ("x/Follower List.txt", Direction.IN),
        ("Following List_2 (1).txt", Direction.OUT), ("Volger.txt", Direction.IN), ("Volgend.txt", Direction.OUT),
        ("Abonnés.txt", Direction.IN),
    ],
)  # fmt: skip
def test_a_list_as_text_is_known_by_its_name(name: str, direction: Direction) -> None:
    for content in (BLOCKS, BLOCKS.replace("\n", "\r\n"), "\ufeff" + BLOCKS, BLOCKS.encode("utf-16")):
        found = edges(text(name, content), direction).rows
        assert found.peer.decode() == ["ada", "bo.li"]
        assert [str(at) for at in found.since] == ["2023-08-23T06:18:18", "2023-08-22T06:18:18"]
        assert found.row.tolist() == [1, 4]


def test_a_list_of_another_name_is_asked_about() -> None:
    with pytest.raises(UnreadableError) as caught:
        text("list.txt", BLOCKS)
    assert (caught.value.problem.key, caught.value.place) == ("tiktok.which_list", "list.txt")
    assert caught.value.remedy is not None
    found = text("list.txt", BLOCKS, ReadOptions(role="following"))
    assert edges(found, Direction.OUT).rows.peer.decode() == ["ada", "bo.li"]


def test_blocks_that_lack_something_are_reported() -> None:
    content = BLOCKS + "Date: 2023-08-21 06:18:18 UTC\n\nUsername: cy\nnot a field at all\n"
    content += "Date: soon\nUsername: di\nDate: 2023-08-20 06:18:18 UTC\nUsername: di\n"
    reading = text("Follower.txt", content)
    found = edges(reading, Direction.IN).rows
    assert found.peer.decode() == ["ada", "bo.li", "cy", "di"]
    assert told(reading.record) == [("Follower.txt:7", "row.missing"), ("Follower.txt:13", "row.repeated")]
    assert warned(reading.record) == [("Follower.txt:10", "tiktok.odd_line"), ("Follower.txt:11", "row.date_unread")]


@pytest.mark.parametrize(
    "content",
    [
        "Date: 2023-08-23 06:18:18 UTC\nLink: https://www.tiktokv.com/share/video/1/\n",
        "Date: 2023-08-23 06:18:18 UTC\nSearch Term: ada\n",
        "Username: ada\nDate: 2023-08-23 06:18:18 UTC\n",
        "Date: 2023-08-23\nUsername: ada\n",
        "",
    ],
)
def test_other_lists_as_text_are_not_claimed(content: str) -> None:
    assert not READER.claims(member("Follower.txt", content))
