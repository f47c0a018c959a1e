"""Pages of Bluesky's public interface: whose they are, what they lack, and whose a repost's figures are."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from exports_made import checked, days, fragment, member, plain, told, warned

sys.path.insert(0, str(Path(__file__).parent.parent / "exports"))

from made_bluesky import BO, CY, FEED, FOLLOWERS, FOLLOWS, LIKES, ME, PROFILE, car, entry, view

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response
from reachcheck.model.tables import Edges, Interactions, Posts, Profile
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.bluesky import READER
from reachcheck.readers.recognise import PLATFORM_READERS

JUNK = [None, 7, "text", [], {}, [[]], True, -5, 1e300, {"did": [None]}]


def read(data: object, name: str = "page.json") -> Reading:
    found = member(name, json.dumps(data))
    assert [reader.name for reader in PLATFORM_READERS if reader.claims(found)] == ["bluesky"]
    return checked(READER.read(found, ReadOptions()))


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("followers.json", True), ("a/follows_2.json", True), ("getAuthorFeed.json", True), ("bsky/x.json", False),
        ("my bsky page.json", True), ("preferences.json", False), ("messages.json", False), ("chat.bsky.json", False),
        ("bsky_messages.json", False), ("app.bsky.notification.json", False),
        ("profile.json", False), ("author_feed.json", True),
    ],
)  # fmt: skip
def test_in_a_folder_only_pages_named_so_are_opened(path: str, wanted: bool) -> None:
    assert READER.wants(path) is wanted


@pytest.mark.parametrize(
    "data",
    [
        {"username": "ada", "followersCount": 1, "followsCount": 2, "postsCount": 3},
        {"followers": [{"handle": "ada"}]},
        {"convos": [{"members": [{"did": "did:plc:x", "handle": "a"}]}]},
        {"messages": [{"sender": {"did": "did:plc:x"}, "text": "x"}]},
        {"preferences": [{"$type": "app.bsky.actor.defs#mutedWordsPref"}]},
        {"notifications": [{"author": {"did": "did:plc:x", "handle": "a"}}]},
    ],
)
def test_messages_settings_and_pages_of_others_are_not_claimed(data: object) -> None:
    assert not READER.claims(member("bsky.json", json.dumps(data)))


def test_an_account_states_its_counts() -> None:
    found = fragment(read(PROFILE), Profile)
    assert (plain(found.rows.followers), plain(found.rows.following), plain(found.rows.posts)) == ([3.0], [2.0], [4.0])
    assert (found.handle, found.account, days(found.rows.created_at)) == ("ada.bsky.social", ME, ["2023-05-01"])


def test_several_accounts_each_state_their_own() -> None:
    people = [PROFILE, view(BO, "handle.invalid", followersCount=7), {"handle": ""}, PROFILE]
    found = assemble([read({"profiles": people})])
    assert found.people.handle.decode() == ["ada.bsky.social", BO]
    assert plain(found.profile.followers) == [3.0, 7.0]


@pytest.mark.parametrize(
    ("page", "direction", "peers", "completeness"),
    [
        (FOLLOWERS, Direction.IN, [BO, "did:plc:dee444444444444444444444"], Completeness.TOP),
        (FOLLOWS, Direction.OUT, [BO, CY], Completeness.UNKNOWN),
    ],
)
def test_lists_name_people_by_id_without_dates(
    page: dict[str, Any], direction: Direction, peers: list[str], completeness: Completeness
) -> None:
    found = fragment(read(page), Edges)
    assert found.rows.peer.decode() == peers
    assert found.rows.direction.tolist() == [direction] * 2
    assert found.rows.key_kind.tolist() == [KeyKind.ID] * 2
    assert days(found.rows.since) == ["NaT"] * 2
    assert (found.handle, found.account) == ("ada.bsky.social", ME)
    assert found.coverage.completeness.tolist() == [completeness]


def test_a_page_that_names_a_next_one_says_so() -> None:
    assert warned(read(FOLLOWERS).record) == [("page.json", "bluesky.more_pages")]
    assert warned(read(FOLLOWS).record) == []


def test_a_reposts_figures_belong_to_its_author() -> None:
    reading = read(FEED)
    posts, given = fragment(reading, Posts), fragment(reading, Interactions)
    assert (plain(posts.rows.likes), plain(posts.rows.comments)) == ([12.0, 1.0, None], [3.0, 0.0, None])
    assert (posts.rows.is_reply.tolist(), posts.rows.is_repost.tolist()) == ([0, 1, 0], [0, 0, 1])
    assert (posts.handle, posts.account, posts.owners) == ("ada.bsky.social", ME, None)
    assert given.rows.what.tolist() == [Response.REPLY, Response.REPOST]
    assert given.rows.peer.decode() == [BO, CY]
    assert told(reading.record) == [("page.json[3]", "bluesky.no_post")]


def test_a_timeline_is_an_excerpt_of_several() -> None:
    page = {
        "feed": [
            entry("1", "2024-01-01T10:00:00Z", (1, 0, 0)),
            entry("2", "2024-01-02T10:00:00Z", (2, 0, 0), view(BO, "bo")),
        ]
    }
    found = fragment(read(page), Posts)
    assert found.owners.decode() == ["ada.bsky.social", "bo"]
    assert found.coverage.completeness.tolist() == [Completeness.TOP]


def test_likes_received_name_who_gave_them_but_the_author() -> None:
    reading = read(LIKES)
    found = fragment(reading, Interactions)
    assert (found.rows.peer.decode(), found.rows.post.decode()) == ([BO], [f"at://{ME}/app.bsky.feed.post/3ka"])
    assert (found.rows.direction.tolist(), found.rows.what.tolist()) == ([Direction.IN], [Response.LIKE])
    assert (found.handle, found.account) == (None, ME)
    assert told(reading.record) == [("page.json[1]", "bluesky.own_like")]


def test_a_repository_and_pages_of_one_account_meet_and_those_of_two_do_not() -> None:
    repository = READER.read(member("repo.car", car({})), ReadOptions())
    other = READER.read(member("other.car", car({"app.bsky.actor.profile/self": {}}, did=BO)), ReadOptions())
    mine = READER.read(member("mine.car", car({"app.bsky.actor.profile/self": {}})), ReadOptions())
    assert repository.record.rows_read == 0
    assert assemble([mine, read(PROFILE)]).people.handle.decode() == ["ada.bsky.social"]
    assert assemble([other, read(PROFILE)]).people.handle.decode() == [BO, "ada.bsky.social"]


@pytest.mark.parametrize("junk", JUNK)
def test_junk_at_any_place_is_reported_or_left_empty(junk: object) -> None:
    for key in ("handle", "displayName", "followersCount", "followsCount", "postsCount", "createdAt"):
        assert read({"did": ME, "handle": "ada", "followersCount": 1} | {key: junk}).record.rows_read == 1
    people = [
        view(BO, "bo"),
        junk,
        view(CY, "cy") | {"did": junk},
        view(CY, "cy") | {"createdAt": junk, "handle": junk},
    ]
    assert read({"followers": people, "subject": junk, "cursor": junk}).record.rows_read == 4
    whole = entry("1", "2024-01-01T10:00:00Z", (1, 0, 0))
    entries = [whole, junk, {"post": junk}, whole | {"reason": junk}]
    entries += [{"post": whole["post"] | {key: junk}} for key in ("uri", "author", "record", "likeCount", "replyCount")]
    assert read({"feed": entries}).record.rows_read == 9
    likes = [*LIKES["likes"], junk, {"actor": junk, "createdAt": junk}]
    assert read({"uri": LIKES["uri"], "likes": likes}).record.rows_read == 4


@pytest.mark.parametrize("items", [None, {}, "none", 3])
def test_a_list_that_is_none_is_refused(items: object) -> None:
    found = member("page.json", json.dumps({"subject": view(ME, "ada"), "followers": items}))
    assert READER.claims(found)
    with pytest.raises(UnreadableError) as caught:
        READER.read(found, ReadOptions())
    assert (caught.value.place, caught.value.problem.key) == ("page.json", "objects.wrong_shape")
