import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exports_made import archive, as_json, checked, days, fragment, member, opened_entries, plain, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction, KeyKind, Order, SinceKind
from reachcheck.model.tables import Edges, Posts, Profile
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.instagram import READER
from reachcheck.readers.kit.objects import repair
from reachcheck.readers.recognise import recognise
from reachcheck.readers.source import open_source

NOON = 1_770_120_000
"""2026-02-03 12:00:00 UTC."""
FOLDER = "connections/followers_and_following"


def tie(handle: str | None, at: object = NOON, **more: object) -> dict[str, object]:
    """One row of a list as Instagram writes it."""
    entry: dict[str, object] = {"href": f"https://www.instagram.com/{handle}", "timestamp": at}
    if handle is not None:
        entry["value"] = handle
    return {"title": "", "media_list_data": [], "string_list_data": [entry | more]}


def read(name: str, data: object, options: ReadOptions | None = None, **more: Any) -> Reading:
    found = member(name, data if isinstance(data, str | bytes) else as_json(data), **more)
    assert READER.claims(found)
    return checked(READER.read(found, options or ReadOptions()))


# ---------------------------------------------------------------- followers and following


def test_followers_are_known_to_the_second() -> None:
    reading = read("followers_1.json", [tie("Ada.B"), tie("zoe_1", NOON - 86_400)])
    found = fragment(reading, Edges)
    edges = found.rows
    assert edges.peer.decode() == ["ada.b", "zoe_1"]
    assert edges.direction.tolist() == [Direction.IN] * 2
    assert edges.key_kind.tolist() == [KeyKind.HANDLE] * 2
    assert [str(time) for time in edges.since] == ["2026-02-03T12:00:00", "2026-02-02T12:00:00"]
    assert edges.since_kind.tolist() == [SinceKind.EXACT] * 2
    assert (edges.rank.tolist(), edges.row.tolist()) == ([0, 1], [0, 1])
    assert found.coverage.completeness.tolist() == [Completeness.UNKNOWN]
    assert found.coverage.order.tolist() == [Order.NEWEST_FIRST]
    assert found.coverage.direction.tolist() == [Direction.IN]
    assert days(found.coverage.start) + days(found.coverage.end) == ["2026-02-02", "2026-02-03"]
    assert (found.handle, reading.exported_at) == (None, None)
    assert reading.record.warnings == ()
    assert reading.record.place(1) == "followers_1.json[1]"


@pytest.mark.parametrize(
    ("name", "root", "direction"),
    [
        ("a.json", "relationships_followers", Direction.IN),
        ("followers_1.json", "relationships_following", Direction.OUT),
        ("following.json", "relationships_following", Direction.OUT),
    ],
)
def test_the_root_key_tells_the_list_whatever_its_name(name: str, root: str, direction: Direction) -> None:
    edges = fragment(read(name, {root: [tie("ada")]}), Edges).rows
    assert edges.direction.tolist() == [direction]


@pytest.mark.parametrize(
    ("row", "handle"),
    [
        (tie("ada"), "ada"),
        ({"title": "bo", "string_list_data": [{"href": "https://www.instagram.com/_u/bo", "timestamp": NOON}]}, "bo"),
        (
            {"title": "x", "string_list_data": [{"href": "https://www.instagram.com/_u/cy/?a=b", "timestamp": NOON}]},
            "cy",
        ),
        ({"title": "@Di", "string_list_data": [{"href": "https://www.instagram.com/", "timestamp": NOON}]}, "di"),
        ({"title": "ed", "string_list_data": []}, "ed"),
        ({"title": "flo", "string_list_data": "?"}, "flo"),
        (tie("ada", value="=cmd|' /C calc'!A0"), "ada"),
        (tie("ada", value=7), "ada"),
    ],
)
def test_a_handle_is_the_value_else_in_the_address_else_the_title(row: dict[str, object], handle: str) -> None:
    reading = read("following.json", {"relationships_following": [row]})
    assert fragment(reading, Edges).rows.peer.decode() == [handle]


def test_rows_that_name_nobody_or_somebody_again_are_reported() -> None:
    nobody: dict[str, object] = {"title": "", "string_list_data": [{"href": "", "value": " ", "timestamp": NOON}]}
    reading = read("followers_1.json", [tie("ada"), nobody, "text", tie("ADA"), None, tie("bo")])
    assert fragment(reading, Edges).rows.peer.decode() == ["ada", "bo"]
    assert fragment(reading, Edges).rows.row.tolist() == [0, 5]
    assert told(reading.record) == [
        ("followers_1.json[1]", "row.nobody"),
        ("followers_1.json[2]", "table.not_an_object"),
        ("followers_1.json[3]", "row.repeated"),
        ("followers_1.json[4]", "table.not_an_object"),
    ]


@pytest.mark.parametrize("stamp", [0, None, ""])
def test_a_time_that_is_not_given_is_missing(stamp: object) -> None:
    reading = read("followers_1.json", [tie("ada", stamp)])
    edges = fragment(reading, Edges).rows
    assert (days(edges.since), edges.since_kind.tolist()) == (["NaT"], [SinceKind.NONE])
    assert reading.record.warnings == ()


@pytest.mark.parametrize("stamp", ["soon", -5, 4_102_444_800, 1e300, [[NOON]], True, {"a": 1}])
def test_a_time_that_is_none_is_remarked_on_and_its_row_stays(stamp: object) -> None:
    reading = read("followers_1.json", [tie("ada", stamp)])
    assert days(fragment(reading, Edges).rows.since) == ["NaT"]
    assert warned(reading.record) == [("followers_1.json[0]", "objects.time_unread")]


@pytest.mark.parametrize("stamp", [str(NOON), float(NOON)])
def test_a_time_may_be_text(stamp: object) -> None:
    assert days(fragment(read("followers_1.json", [tie("ada", stamp)]), Edges).rows.since) == ["2026-02-03"]


@pytest.mark.parametrize(
    ("name", "role", "direction"),
    [
        ("followers_12 (1).json", None, Direction.IN),
        ("Following.json", None, Direction.OUT),
        ("list.json", "following", Direction.OUT),
        ("followers_1.json", "following", Direction.OUT),
    ],
)
def test_a_list_without_a_root_key_is_what_its_name_or_the_user_says(
    name: str, role: str, direction: Direction
) -> None:
    reading = read(name, [tie("ada")], ReadOptions(role=role))
    assert fragment(reading, Edges).rows.direction.tolist() == [direction]
    assert reading.record.warnings == ()


def test_a_name_that_only_speaks_of_a_list_is_noted() -> None:
    reading = read("my followers 2026.json", [tie("ada")])
    assert fragment(reading, Edges).rows.direction.tolist() == [Direction.IN]
    assert [note.what.key for note in reading.record.warnings] == ["instagram.list_from_name"]
    assert dict(reading.record.warnings[0].what.params) == {"file": "my followers 2026.json", "role": "followers"}


@pytest.mark.parametrize("name", ["list.json", "followers and following.json"])
def test_a_list_of_which_nothing_tells_what_it_is_is_asked_about(name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(name, [tie("ada")])
    assert caught.value.problem.key == "instagram.which_list"
    assert (caught.value.place, caught.value.remedy is not None) == (name, True)


def test_an_empty_list_is_known_by_its_place_in_the_export() -> None:
    assert not READER.claims(member("followers_1.json", "[]"))
    reading = read(f"{FOLDER}/followers_1.json", "[ ]".replace(" ", ""))
    assert (reading.record.rows_read, len(reading.fragments[0].rows)) == (0, 0)
    assert read("following.json", {"relationships_following": []}).record.rows_read == 0
    assert read("x/content/posts_1.json", "[]\n").record.rows_read == 0
    assert not READER.claims(member("x/content/stories.json", "[]"))


def test_both_lists_in_one_file_as_until_2020() -> None:
    data = {
        "blocked_users": {"x": "2019-01-01T00:00:00"},
        "followers": {"ada": "2019-05-20T10:11:12+00:00", "bo": "2018-01-02T03:04:05", "zoé": "2017-01-01"},
        "following": {"ada": "2019-05-21T10:11:12", "": "2019-05-21T10:11:12", "cy": "once", "di": None},
    }
    reading = read("connections.json", data)
    followers, following = fragment(reading, Edges, 0), fragment(reading, Edges, 1)
    assert followers.rows.peer.decode() == ["ada", "bo", "zoé"]
    assert days(followers.rows.since) == ["2019-05-20", "2018-01-02", "2017-01-01"]
    assert following.rows.peer.decode() == ["ada", "cy", "di"]
    assert days(following.rows.since) == ["2019-05-21", "NaT", "NaT"]
    assert following.coverage.direction.tolist() == [Direction.OUT]
    assert told(reading.record) == [("connections.json[4]", "row.nobody")]
    assert warned(reading.record) == [("connections.json[5]", "row.date_unread")]
    assert reading.record.unmatched == ("blocked_users",)


def test_one_old_list_alone_gives_one_direction() -> None:
    reading = read("connections.json", {"following": {"ada": "2019-05-21T10:11:12"}, "followers": {}})
    assert [len(found.rows) for found in reading.fragments] == [0, 1]
    alone = read("connections.json", {"following": {"ada": "2019-05-21T10:11:12"}})
    assert [found.rows.direction.tolist() for found in alone.fragments if isinstance(found.rows, Edges)] == [[1]]


# ---------------------------------------------------------------- posts, reels, the user name


def test_posts_have_their_time_with_the_post_or_its_only_picture() -> None:
    one = {"media": [{"uri": "media/posts/1.jpg", "creation_timestamp": NOON, "title": "Été"}]}
    many = {"media": [{"uri": "media/posts/2.jpg", "creation_timestamp": 5}, {}], "creation_timestamp": NOON - 86_400}
    bare = {"media": [], "title": "gone"}
    untimed = {"media": [{"uri": "media/posts/3.jpg"}]}
    reading = read("content/posts_1.json", [one, many, bare, untimed, one])
    posts = fragment(reading, Posts).rows
    assert posts.key.decode() == ["media/posts/1.jpg", "media/posts/2.jpg", "media/posts/3.jpg"]
    assert days(posts.published_at) == ["2026-02-03", "2026-02-02", "NaT"]
    assert plain(posts.likes) == [None] * 3
    assert told(reading.record) == [
        ("content/posts_1.json[2]", "meta.no_post"),
        ("content/posts_1.json[4]", "row.repeated"),
    ]
    assert reading.fragments[0].coverage is not None
    assert reading.fragments[0].coverage.completeness.tolist() == [Completeness.WINDOW]


def test_reels_are_posts_in_both_of_their_forms() -> None:
    nested = {"media": [{"uri": "media/reels/1.mp4", "creation_timestamp": NOON}]}
    flat = {"uri": "media/reels/2.mp4", "creation_timestamp": NOON}
    reading = read("media/reels.json", {"ig_reels_media": [nested, flat]})
    assert fragment(reading, Posts).rows.key.decode() == ["media/reels/1.mp4", "media/reels/2.mp4"]


@pytest.mark.parametrize("key", ["Username", "Nom d’utilisateur", "Nome de usuário", "Benutzername"])
def test_of_the_personal_information_the_user_name_alone_is_kept(key: str) -> None:
    fields = {"Email": {"value": "a@b.c"}, "Phone Number": {"value": "123"}, key: {"href": "", "value": "Ada.B"}}
    reading = read("personal_information.json", {"profile_user": [{"title": "User", "string_map_data": fields}]})
    assert fragment(reading, Profile).handle == "ada.b"
    assert len(fragment(reading, Profile).rows) == 1
    assert "a@b.c" not in repr(reading)


@pytest.mark.parametrize("fields", [{}, {"Username": {}}, {"Username": "ada"}, {"Email": {"value": "a@b.c"}}, None])
def test_personal_information_without_a_user_name_is_reported(fields: object) -> None:
    reading = read("personal_information.json", {"profile_user": [{"string_map_data": fields}]})
    assert told(reading.record) == [("personal_information.json[0]", "row.nobody")]
    assert reading.fragments[0].handle is None


# ---------------------------------------------------------------- text


@pytest.mark.parametrize(
    "text",
    ["café", "Müller", "日本", "Ã", "👍", "ascii", "", "na\u00efve \u00a0", "Ñandú", "ÿ"],
)
def test_text_is_repaired_and_sound_text_left_alone(text: str) -> None:
    assert repair(text.encode().decode("latin-1")) == text
    assert repair(text) == text


# ---------------------------------------------------------------- what is taken, and what is left


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (f"{FOLDER}/followers_1.json", True),
        (f"top/{FOLDER}/Followers_2 (1).json", True),
        ("followers_and_following/following.json", True),
        ("following_1.json", True),
        ("connections.json", True),
        ("your_instagram_activity/content/posts_1.json", True),
        ("your_instagram_activity/media/posts_1.json", True),
        ("content/reels.json", True),
        ("posts_1.json", True),
        ("personal_information/personal_information/personal_information.json", True),
        ("account_information/personal_information.json", True),
        ("your_instagram_activity/threads/followers.json", False),
        ("threads/following.json", False),
        (f"{FOLDER}/close_friends.json", False),
        (f"{FOLDER}/recently_unfollowed_profiles.json", True),
        (f"{FOLDER}/recently_unfollowed_accounts (1).json", True),
        ("your_instagram_activity/threads/recently_unfollowed_profiles.json", False),
        ("logged_information/past_instagram_insights/posts.json", True),
        ("past_instagram_insights/audience_insights.json", True),
        ("logged_information/past_instagram_insights/live_videos.json", False),
        ("your_instagram_activity/likes/liked_posts.json", True),
        ("likes/liked_comments.json", True),
        ("your_instagram_activity/story_interactions/story_likes.json", True),
        ("your_instagram_activity/comments/post_comments_1.json", True),
        ("comments/reels_comments.json", True),
        ("your_instagram_activity/saved/saved_posts.json", False),
        ("your_instagram_activity/media/archived_posts.json", False),
        (f"{FOLDER}/blocked_profiles.json", False),
        (f"{FOLDER}/recent_follow_requests.json", False),
        (f"{FOLDER}/removed_suggestions.json", False),
        ("security_and_login_information/login_and_profile_creation/login_activity.json", False),
        ("personal_information/device_information/devices.json", False),
        ("personal_information/personal_information/instagram_profile_information.json", False),
        ("logged_information/link_history/link_history.json", False),
        ("logged_information/recent_searches/profile_searches.json", False),
        ("ads_information/ads_and_topics/videos_watched.json", False),
        ("ads_and_topics/posts_viewed.json", False),
        ("messages/inbox/ada_1/message_1.json", False),
        ("content/stories.json", True),
        (f"{FOLDER}/followers_1.html", True),
        (f"{FOLDER}/recently_unfollowed_profiles.html", True),
        ("your_instagram_activity/likes/liked_posts.html", True),
        ("logged_information/past_instagram_insights/posts.html", True),
        ("your_instagram_activity/threads/followers.html", False),
        ("your_instagram_activity/messages/inbox/ada_1/message_1.html", False),
        (f"{FOLDER}/close_friends.html", False),
        ("start_here.html", False),
        ("content/profile_photos.json", False),
        ("unfollowers_1.json", False),
    ],
)
def test_only_paths_on_the_list_may_be_opened(path: str, wanted: bool) -> None:
    assert READER.wants(path) is wanted


@pytest.mark.parametrize(
    "data",
    [
        {"text_post_app_text_post_app_followers": [tie("ada")]},
        [{"title": "", "string_list_data": [{"href": "https://www.threads.net/@ada", "value": "ada"}]}],
        {"followers_v2": [{"name": "Ada", "timestamp": NOON}]},
        {"followers": {"count": 3}},
        [{"timestamp": NOON, "data": [{"post": "hi"}]}],
        [{"handle": "ada", "followers": 3}],
        {"organic_insights_live": []},
    ],
)
def test_files_of_other_kinds_are_not_claimed(data: object) -> None:
    assert not READER.claims(member(f"{FOLDER}/followers_1.json", json.dumps(data)))
    assert not READER.claims(member("connections.json", json.dumps(data)))
    assert not READER.claims(member("a.csv", b"\xff\xfe\0"))


def test_of_an_export_only_the_known_files_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user = {"profile_user": [{"string_map_data": {"Username": {"value": "me.too"}}}]}
    files = {
        f"{FOLDER}/followers_1.json": as_json([tie("ada"), tie("bo", NOON - 1)]),
        f"{FOLDER}/followers_2.json": as_json([tie("cy", NOON - 2), tie("ada", NOON)]),
        f"{FOLDER}/following.json": as_json({"relationships_following": [tie("ada")]}),
        f"{FOLDER}/close_friends.json": as_json({"relationships_close_friends": [tie("secret")]}),
        "your_instagram_activity/threads/followers.json": as_json([tie("thread")]),
        "your_instagram_activity/messages/inbox/a/message_1.json": as_json({"messages": ["secret"]}),
        "personal_information/personal_information/personal_information.json": as_json(user),
    }
    path = archive(tmp_path, "instagram-me.too-2026-02-04-AbCdEfGh.zip", files)
    opened = opened_entries(monkeypatch)
    found = recognise(open_source(path))
    readings = [checked(reader.read(one, ReadOptions())) for reader, one in found.taken]
    assert {Path(name).name for name in opened} == {
        "followers_1.json",
        "followers_2.json",
        "following.json",
        "followers.json",
        "personal_information.json",
    }
    assert (len(found.ignored), len(found.unopened)) == (1, 2)
    assert {reading.exported_at for reading in readings} == {"2026-02-04"}
    assert {fragment.handle for reading in readings for fragment in reading.fragments} == {"me.too"}
    dossiers = assemble(readings)
    assert dossiers.people.handle.decode() == ["me.too"]
    assert dossiers.people.noun.decode() == ["followers"]
    assert sorted(dossiers.edges.direction.tolist()) == [Direction.IN] * 3 + [Direction.OUT]
    assert [source.rows_kept for source in dossiers.sources] == [2, 1, 1, 1]


@pytest.mark.parametrize(
    ("name", "dated", "handle", "exported_at"),
    [
        ("instagram-Ada.B_1-2026-02-04-AbCdEfGh.zip/followers_1.json", date(2026, 5, 1), "ada.b_1", "2026-02-04"),
        ("x/instagram-ada-2026-02-04-Ab/f/followers_1.json", None, "ada", "2026-02-04"),
        ("ada_20220203.zip/followers_1.json", None, None, "2022-02-03"),
        ("ada_20220203_part_2.zip/followers_1.json", None, None, "2022-02-03"),
        ("ada_20220203 (1).zip/followers_1.json", None, None, "2022-02-03"),
        ("ada_20220203/followers_1.json", None, None, "2022-02-03"),
        ("instagram-ada-2026-13-45-Ab.zip/followers_1.json", date(2026, 5, 1), "ada", "2026-05-01"),
        ("mine.zip/followers_1.json", date(2026, 5, 1), None, "2026-05-01"),
        ("followers_1.json", None, None, None),
    ],
)
def test_the_archive_names_its_owner_and_day(
    name: str, dated: date | None, handle: str | None, exported_at: str | None
) -> None:
    reading = read(name, [tie("ada")], path="followers_1.json", dated=dated)
    assert (reading.fragments[0].handle, reading.exported_at) == (handle, exported_at)


# ---------------------------------------------------------------- broken files


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ('{"relationships_followers": {"a": 1}}', "objects.wrong_shape"),
        ('{"ig_reels_media": "none"}', "objects.wrong_shape"),
        ('{"profile_user": null}', "objects.wrong_shape"),
        ('[{"string_list_data": [{"href": "https://www.instagram.com/a"}]}', "table.json_broken"),
        ('{"relationships_followers": ' + "[" * 100_000 + "]" * 100_000 + "}", "table.json_deep"),
        ('{"relationships_followers": [], "x": NaN}', "table.json_no_number"),
    ],
)
def test_a_file_that_breaks_its_own_shape_is_refused_with_a_remedy(data: str, key: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read("followers_1.json", data)
    assert caught.value.problem.key == key
    assert caught.value.place.startswith("followers_1.json")
    assert caught.value.remedy is not None


def test_an_old_file_whose_lists_are_no_objects_is_refused() -> None:
    data = '{"followers": [1], "x": {"followers": {"a": "2019-01-01"}}}'
    with pytest.raises(UnreadableError) as caught:
        read("connections.json", data)
    assert caught.value.problem.key == "objects.wrong_shape"


def test_a_file_that_was_not_claimed_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        READER.read(member("a.json", "{}"), ReadOptions())
    assert caught.value.problem.key == "objects.wrong_shape"


def test_rows_nested_deeply_cost_only_themselves() -> None:
    deep: object = "x"
    for _ in range(300):
        deep = [deep]
    reading = read("followers_1.json", [tie("ada", deep), {"string_list_data": deep, "title": ""}])
    assert told(reading.record) == [("followers_1.json[1]", "row.nobody")]
