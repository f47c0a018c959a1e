"""Instaloader: an account, a post or the comments of one a file; messages of exports are not mistaken for its files."""

import json
from typing import Any

import pytest
from exports_made import checked, fragment, member, plain, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Direction, Response, Scope
from reachcheck.model.tables import Interactions, Posts, Profile
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.collected import READER
from reachcheck.readers.recognise import PLATFORM_READERS

NOON = 1_770_120_000
JUNK = [None, 7, "text", [], {}, [[]], True, -5, 1e300, {"count": [None]}]


def read(data: object, name: str = "a.json") -> Reading:
    found = member(name, data if isinstance(data, str) else json.dumps(data))
    assert [reader.name for reader in PLATFORM_READERS if reader.claims(found)] == ["collected"]
    return checked(READER.read(found, ReadOptions()))


def kept(node: object, kind: object = "Post") -> dict[str, Any]:
    return {"node": node, "instaloader": {"version": "4.15", "node_type": kind}}


def post(**more: Any) -> dict[str, Any]:
    return {"shortcode": "AAA", "taken_at_timestamp": NOON, "owner": {"username": "Ada"}, **more}


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("ada/2020-01-01_12-00-00_UTC.json.xz", True), ("2020-01-01_12-00-00_UTC (1).json", True),
        ("ada/ada.b_123456789.json.xz", True), ("ada_123456789.json", True),
        ("2020-01-01_12-00-00_UTC_comments.json", True),
        ("messages/inbox/bo_123456789/message_1.json", False), ("message_123456789.json", False),
        ("inbox_20200101.json", False), ("followers_1.json", False), ("2020-01-01_12-00-00_UTC.jpg", False),
        ("2020-01-01_12-00-00_UTC.txt", False), ("id", False), ("login_activity_123456.json", False),
        ("direct_123456789.json", False), ("my_ip_123456.json.exe", False),
    ],
)  # fmt: skip
def test_only_structures_and_comments_are_opened(path: str, wanted: bool) -> None:
    assert READER.wants(path) is wanted


@pytest.mark.parametrize(
    "data",
    [
        {"node": {"id": 1}, "edges": []},
        {"node": "text", "instaloader": {}},
        [{"id": 1, "text": "x", "created_at": 1, "owner": {"id": 1}}],
        {"data": {"node": {"instaloader": 1}}},
    ],
)
def test_other_nodes_are_not_claimed(data: object) -> None:
    assert not READER.claims(member("2020-01-01_12-00-00_UTC.json", json.dumps(data)))


def test_a_post_of_the_web_page() -> None:
    likes, comments = {"count": 12}, {"count": 3}
    node = post(edge_media_preview_like=likes, edge_media_to_comment=comments, is_video=False, video_view_count=0)
    found = fragment(read(kept(node)), Posts)
    assert (found.handle, found.rows.key.decode()) == ("ada", ["AAA"])
    assert (plain(found.rows.likes), plain(found.rows.comments), plain(found.rows.views)) == ([12.0], [3.0], [None])
    assert (str(found.rows.published_at[0]), found.rows.scope.tolist()) == ("2026-02-03T12:00:00", [Scope.LIFETIME])


def test_a_post_of_the_telephones_interface() -> None:
    struct = {"taken_at": NOON, "like_count": 5, "comment_count": 6, "play_count": 70, "user": {"username": "bo"}}
    found = fragment(read(kept({"code": "BBB", "is_video": True, "iphone_struct": struct})), Posts)
    assert (found.handle, found.rows.key.decode()) == ("bo", ["BBB"])
    assert (plain(found.rows.likes), plain(found.rows.comments), plain(found.rows.views)) == ([5.0], [6.0], [70.0])
    assert str(found.rows.published_at[0]) == "2026-02-03T12:00:00"


def test_hidden_likes_are_missing() -> None:
    reading = read(kept(post(edge_media_preview_like={"count": -1}, is_video=True, video_view_count=9)))
    posts = fragment(reading, Posts).rows
    assert (plain(posts.likes), plain(posts.views), reading.record.warnings) == ([None], [9.0], ())


def test_an_account_states_its_counts() -> None:
    node = {"username": "Ada.B", "edge_followed_by": {"count": 10}, "edge_follow": {"count": 0}}
    found = fragment(read(kept(node, "Profile")), Profile)
    assert found.handle == "ada.b"
    assert (plain(found.rows.followers), plain(found.rows.following), plain(found.rows.posts)) == (
        [10.0],
        [0.0],
        [None],
    )


def test_comments_name_their_authors_and_the_answers_within() -> None:
    answer = {"id": 2, "created_at": NOON + 5, "text": "x", "owner": {"username": "ada"}, "likes_count": 0}
    data = [
        {
            "id": 1,
            "created_at": NOON,
            "text": "x",
            "owner": {"username": "Bo"},
            "answers": [answer, None, answer | {"owner": 3}],
        },
        7,
        {"id": 3, "created_at": "soon", "text": "x", "owner": {"username": "cy"}, "answers": None},
        {"id": 4, "created_at": NOON, "text": "x", "owner": {}, "answers": [answer]},
    ]
    name = "ada/2026-02-03_12-00-00_UTC_comments (1).json"
    reading = read(data, name)
    found = fragment(reading, Interactions).rows
    assert found.peer.decode() == ["bo", "ada", None, "cy"]
    assert found.what.tolist() == [Response.COMMENT, Response.REPLY, Response.REPLY, Response.COMMENT]
    assert found.direction.tolist() == [Direction.IN] * 4
    assert set(found.post.decode()) == {"2026-02-03_12-00-00_UTC"}
    assert found.row.tolist() == [0, 0, 0, 2]
    assert told(reading.record) == [(f"{name}[1]", "table.not_an_object"), (f"{name}[3]", "row.nobody")]
    assert warned(reading.record) == [(f"{name}[2]", "objects.time_unread")]


@pytest.mark.parametrize("kind", ["StoryItem", "Hashtag", None, 7, "x" * 500])
def test_stories_and_tags_are_reported_as_neither(kind: object) -> None:
    reading = read(kept({"id": 1}, kind))
    assert told(reading.record) == [("a.json[0]", "collected.other_kind")]


@pytest.mark.parametrize("junk", JUNK)
def test_junk_at_any_place_is_reported_or_left_empty(junk: object) -> None:
    keys = ("shortcode", "owner", "taken_at_timestamp", "edge_media_preview_like", "edge_media_to_comment",
            "iphone_struct", "is_video", "video_view_count")  # fmt: skip
    for key in keys:
        assert read(kept(post(**{key: junk}))).record.rows_read == 1
    for key in ("username", "edge_followed_by", "edge_follow", "edge_owner_to_timeline_media"):
        assert read(kept({"username": "ada", key: junk}, "Profile")).record.rows_read == 1
    whole = {"id": 1, "created_at": NOON, "text": "x", "owner": {"username": "bo"}, "answers": []}
    for key in ("created_at", "owner", "answers"):
        assert read([whole, whole | {key: junk}, junk]).record.rows_read == 3


def test_a_node_that_is_none_is_refused() -> None:
    found = member("a.json", '{"node": {"instaloader": 1}, "node": 5}')
    assert READER.claims(found)
    with pytest.raises(UnreadableError) as caught:
        READER.read(found, ReadOptions())
    assert (caught.value.place, caught.value.problem.key) == ("a.json", "objects.wrong_shape")
