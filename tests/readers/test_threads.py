"""Threads inside Instagram's export: read apart from Instagram, however alike their files are called."""

from pathlib import Path
from typing import Any

import pytest
from exports_made import archive, as_json, checked, days, fragment, member, told

from reachcheck import pipeline
from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Direction, KeyKind, Response, SinceKind
from reachcheck.model.tables import Edges, Interactions, Posts, Profile
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.instagram import READER as INSTAGRAM
from reachcheck.readers.threads import READER

NOON = 1_770_120_000
"""2026-02-03 12:00:00 UTC."""
APP = "text_post_app_text_post_app"
FOLDER = "your_instagram_activity/threads"


def read(name: str, data: object) -> Reading:
    found = member(name, as_json(data))
    assert READER.claims(found)
    assert not INSTAGRAM.claims(found)
    return checked(READER.read(found, ReadOptions()))


def row(handle: str, at: object = NOON, title: str = "") -> dict[str, Any]:
    href = f"https://www.threads.net/@{handle}"
    return {"title": title, "string_list_data": [{"href": href, "value": handle, "timestamp": at}]}


def thread(at: object = NOON, **details: object) -> dict[str, Any]:
    return {"media": [{"uri": "", "creation_timestamp": at, "title": "secret", "text_app_post": details}]}


@pytest.mark.parametrize(("name", "direction"), [("followers", Direction.IN), ("following", Direction.OUT)])
def test_a_list_is_what_its_root_says_whatever_its_name(name: str, direction: Direction) -> None:
    edges = fragment(read("list.json", {f"{APP}_{name}": [row("Ada"), row("bo", NOON - 86_400)]}), Edges).rows
    assert (edges.peer.decode(), edges.direction.tolist()) == (["ada", "bo"], [direction] * 2)
    assert edges.key_kind.tolist() == [KeyKind.HANDLE] * 2
    assert (days(edges.since), edges.since_kind.tolist()) == (["2026-02-03", "2026-02-02"], [SinceKind.EXACT] * 2)


def test_the_title_is_a_name_and_never_a_handle() -> None:
    nameless = {"title": "ada", "string_list_data": [{"href": "", "value": "", "timestamp": NOON}]}
    linked = {"title": "x", "string_list_data": [{"href": "https://www.threads.com/@bo", "timestamp": NOON}]}
    reading = read("followers.json", {f"{APP}_followers": [row("cy", title="ada"), nameless, linked]})
    assert fragment(reading, Edges).rows.peer.decode() == ["cy", "bo"]
    assert told(reading.record) == [("followers.json[1]", "row.nobody")]


def test_whom_the_owner_unfollowed_is_a_tie_that_ended() -> None:
    reading = read("a.json", {f"{APP}_unfollowed_users": [row("ada"), row("bo", 0)]})
    edges = fragment(reading, Edges).rows
    assert (edges.peer.decode(), days(edges.until), days(edges.since)) == (["ada"], ["2026-02-03"], ["NaT"])
    assert told(reading.record) == [("a.json[1]", "row.no_end")]


def test_replies_are_told_from_posts_and_neither_has_counts() -> None:
    rows = [thread(is_reply=False), thread(NOON - 60, is_reply=True), thread(NOON - 120), thread(0, is_reply=1), {}]
    reading = read("threads_and_replies.json", {"text_post_app_text_posts": rows})
    posts = fragment(reading, Posts).rows
    assert posts.is_reply.tolist() == [0, 1, -1]
    assert posts.key.decode() == ["2026-02-03T12:00:00", "2026-02-03T11:59:00", "2026-02-03T11:58:00"]
    assert "secret" not in repr(reading)
    assert [key for _, key in told(reading.record)] == ["meta.no_post"] * 2


def test_likes_are_what_the_owner_gave() -> None:
    like = {
        "title": "",
        "string_list_data": [{"href": "https://www.threads.com/@ada.b/post/DAbC", "value": "👍", "timestamp": NOON}],
    }
    acts = fragment(read("liked_threads.json", {"text_post_app_media_likes": [like]}), Interactions).rows
    assert (acts.peer.decode(), acts.direction.tolist(), acts.what.tolist()) == (["ada.b"], [1], [Response.LIKE])
    assert acts.post.decode() == ["https://www.threads.com/@ada.b/post/DAbC"]


def test_the_user_name_is_that_of_the_owner() -> None:
    fields = {"Nom d’utilisateur": {"value": "Lin"}, "E-mail": {"value": "a@b.example"}}
    reading = read("personal_information.json", {f"{APP}_profile": [{"string_map_data": fields}]})
    assert fragment(reading, Profile).handle == "lin"
    assert "a@b.example" not in repr(reading)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (f"{FOLDER}/followers.json", True),
        ("threads/followers_2 (1).json", True),
        (f"{FOLDER}/threads_and_replies.json", True),
        (f"{FOLDER}/liked_threads.json", True),
        (f"{FOLDER}/recently_unfollowed_profiles.json", True),
        (f"{FOLDER}/threads_viewed.json", False),
        (f"{FOLDER}/saved_threads.json", False),
        (f"{FOLDER}/blocked_profiles.json", False),
        (f"{FOLDER}/recent_follow_requests.json", False),
        (f"{FOLDER}/note_and_repost_interactions.json", False),
        ("your_instagram_activity/messages/inbox/ada_1/message_1.json", False),
        ("personal_information/device_information/devices.json", False),
    ],
)
def test_only_paths_on_the_list_may_be_opened(path: str, wanted: bool) -> None:
    assert READER.wants(path) is wanted


def test_lists_of_instagram_are_left_to_instagram() -> None:
    entry = {"href": "https://www.instagram.com/ada", "value": "ada", "timestamp": NOON}
    bare = [{"title": "", "string_list_data": [entry]}]
    for data in (bare, {"relationships_following": bare}, {f"{APP}_posts_seen": []}, {"likes_media_likes": []}):
        assert not READER.claims(member("followers.json", as_json(data)))


def both(folder: Path) -> str:
    entry = {"href": "https://www.instagram.com/ada", "value": "ada", "timestamp": NOON}
    files = {
        "connections/followers_and_following/followers_1.json": as_json([{"title": "", "string_list_data": [entry]}]),
        f"{FOLDER}/followers.json": as_json({f"{APP}_followers": [row("tia"), row("ulf")]}),
    }
    return archive(folder, "instagram-lin-2026-02-04-AbCd.zip", files)


@pytest.mark.parametrize(("platform", "peers"), [(None, ["ada"]), ("instagram", ["ada"]), ("threads", ["tia", "ulf"])])
def test_followers_of_both_networks_are_never_one_list(platform: str | None, peers: list[str], tmp_path: Path) -> None:
    dossiers = pipeline.read([both(tmp_path)], ReadOptions(platform=platform))
    assert dossiers.edges.peer.decode() == peers
    assert dossiers.people.platform.decode() == [platform or "instagram"]
    assert dossiers.people.handle.decode() == ["lin"]


@pytest.mark.parametrize("value", [None, 7, "x", {"a": 1}, [[]]])
def test_a_file_that_breaks_its_own_shape_is_refused_or_its_rows_are_reported(value: object) -> None:
    for root in (f"{APP}_followers", "text_post_app_text_posts", "text_post_app_media_likes", f"{APP}_profile"):
        if isinstance(value, list):
            assert read("a.json", {root: value}).record.rows_kept == 0
            continue
        with pytest.raises(UnreadableError) as caught:
            read("a.json", {root: value})
        assert (caught.value.problem.key, caught.value.place) == ("objects.wrong_shape", "a.json")


@pytest.mark.parametrize("value", [None, 7, "x", [], [None], {"a": []}, [{"text_app_post": 5}], 1e300])
@pytest.mark.parametrize("key", ["media", "string_list_data", "title", "string_map_data"])
def test_garbage_costs_its_own_row_at_most(key: str, value: object) -> None:
    good = {**row("ada"), **thread(is_reply=False), "string_map_data": {"Username": {"value": "lin"}}}
    for root in (f"{APP}_followers", "text_post_app_text_posts", "text_post_app_media_likes", f"{APP}_profile"):
        reading = read("a.json", {root: [{**good, key: value}, good]})
        assert reading.record.rows_read == 2
        assert reading.record.rows_kept >= 1
