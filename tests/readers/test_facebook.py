"""Facebook's information export: people by name alone, friends by design of both, and what the owner gave."""

from pathlib import Path
from typing import Any

import pytest
from exports_made import archive, as_json, checked, days, fragment, member, told, warned

from reachcheck import pipeline
from reachcheck.errors import UnreadableError
from reachcheck.measures.registry import measure_all
from reachcheck.method import load
from reachcheck.model.enums import Direction, KeyKind, Response, SinceKind
from reachcheck.model.tables import Edges, Interactions, Posts
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.facebook import READER
from reachcheck.readers.recognise import PLATFORM_READERS

NOON = 1_770_120_000
"""2026-02-03 12:00:00 UTC."""
FRIENDS = "connections/friends/your_friends.json"
FOLLOWERS = "connections/followers/people_who_followed_you.json"
POSTS = "your_facebook_activity/posts/your_posts_1.json"
COMMENTS = "your_facebook_activity/comments_and_reactions/comments.json"


def read(name: str, data: object) -> Reading:
    found = member(name, as_json(data))
    assert [reader.name for reader in PLATFORM_READERS if reader.claims(found)] == ["facebook"]
    return checked(READER.read(found, ReadOptions()))


def person(name: object, at: object = NOON) -> dict[str, Any]:
    return {"name": name, "timestamp": at}


# ---------------------------------------------------------------- lists


def test_friends_are_friends_of_each_other_by_design() -> None:
    reading = read(FRIENDS, {"friends_v2": [person("Zoé Ábel"), person("Bo", NOON - 86_400)]})
    found = fragment(reading, Edges)
    assert found.rows.peer.decode() == ["Zoé Ábel", "Bo"]
    assert found.rows.direction.tolist() == [Direction.MUTUAL] * 2
    assert found.rows.key_kind.tolist() == [KeyKind.NAME] * 2
    assert (days(found.rows.since), found.rows.since_kind.tolist()) == (
        ["2026-02-03", "2026-02-02"],
        [SinceKind.EXACT] * 2,
    )
    assert (found.noun, found.mutual) == ("friends", True)


@pytest.mark.parametrize(
    ("root", "direction", "noun"),
    [
        ("friends_v2", Direction.MUTUAL, "friends"),
        ("followers_v2", Direction.IN, "followers"),
        ("followers_v3", Direction.IN, "followers"),
        ("following_v2", Direction.OUT, None),
        ("following_v3", Direction.OUT, None),
        ("friends", Direction.MUTUAL, "friends"),
        ("followers", Direction.IN, "followers"),
        ("following", Direction.OUT, None),
    ],
)
def test_the_root_key_tells_the_list_whatever_its_name(root: str, direction: Direction, noun: str | None) -> None:
    found = fragment(read("a.json", {root: [person("Ana")]}), Edges)
    assert (found.rows.direction.tolist(), found.noun, found.mutual) == ([direction], noun, noun == "friends")


def test_former_friends_are_ties_that_ended_and_name_no_audience() -> None:
    found = read("a.json", {"deleted_friends_v2": [person("Ana"), person("Bo", 0)]})
    edges = fragment(found, Edges)
    assert (edges.rows.peer.decode(), days(edges.rows.until), days(edges.rows.since)) == (
        ["Ana"],
        ["2026-02-03"],
        ["NaT"],
    )
    assert (edges.rows.direction.tolist(), edges.noun) == ([Direction.MUTUAL], None)
    assert told(found.record) == [("a.json[1]", "row.no_end")]


def test_two_people_of_one_name_are_two_unless_it_is_the_same_second() -> None:
    rows = [person("Ana"), person("Ana", NOON - 5), person("Ana"), person("Bo", None), person("Bo", None)]
    reading = read(FRIENDS, {"friends_v2": rows})
    assert fragment(reading, Edges).rows.peer.decode() == ["Ana", "Ana", "Bo"]
    assert told(reading.record) == [(f"{FRIENDS}[2]", "row.repeated"), (f"{FRIENDS}[4]", "row.repeated")]


def test_followers_as_texts_have_names_and_no_addresses() -> None:
    row = {"title": "", "string_list_data": [{"value": "Élan", "timestamp": NOON}]}
    reading = read("people_who_followed_you_2 (1).json", [row, {"string_list_data": [{"timestamp": NOON}]}])
    edges = fragment(reading, Edges).rows
    assert (edges.peer.decode(), edges.direction.tolist()) == (["Élan"], [Direction.IN])
    assert [key for _, key in told(reading.record)] == ["row.nobody"]
    assert not READER.claims(member("list.json", as_json([row])))


@pytest.mark.parametrize(
    "data",
    [
        {"followers": []},
        {"followers": [{"name": "Ana"}]},
        {"followers": [{"name": "Ana", "timestamp": NOON, "handle": "ana"}]},
        {"followers": [{"handle": "ana", "followed_at": "2026-01-01"}]},
        {"followers": {"ana": "2019-01-01"}},
        {"followers_count": [1]},
        {"relationships_followers": []},
        {"received_requests_v2": [person("Ana")]},
        {"rejected_requests_v2": [person("Ana")]},
        [{"handle": "ana", "string_list_data": []}],
    ],
)
def test_lists_of_other_kinds_are_not_claimed(data: object) -> None:
    assert not READER.claims(member("followers.json", as_json(data)))


def test_lists_of_old_exports_are_known_by_their_folder() -> None:
    reading = read("friends_and_followers/followers.json", {"followers": [{"name": "Ana"}, {"name": "Ana"}]})
    edges = fragment(reading, Edges).rows
    assert (edges.peer.decode(), edges.since_kind.tolist()) == (["Ana"], [SinceKind.NONE])


def both(folder: Path, friends: int, followers: int) -> str:
    files = {
        FRIENDS: as_json({"friends_v2": [person(f"F {n}", NOON - n) for n in range(friends)]}),
        FOLLOWERS: as_json({"followers_v3": [person(f"G {n}", NOON - n) for n in range(followers)]}),
    }
    return archive(folder, "facebook-lin-2026-02-04-AbCd.zip", files)


@pytest.mark.parametrize(("friends", "followers", "noun"), [(3, 2, "friends"), (3, 3, "friends"), (2, 3, "followers")])
def test_friends_and_followers_are_never_counted_together(
    friends: int, followers: int, noun: str, tmp_path: Path
) -> None:
    dossiers = pipeline.read([both(tmp_path, friends, followers)])
    assert dossiers.people.noun.decode() == [noun]
    assert dossiers.people.handle.decode() == ["lin"]
    made = {name: column.one(0) for name, column in measure_all(dossiers, load()).items()}
    assert made["followers_count"].value == 3


def test_two_people_of_one_name_in_two_parts_of_a_list_are_two(tmp_path: Path) -> None:
    base = "connections/followers/people_who_followed_you"
    files = {
        f"{base}_1.json": as_json({"followers_v3": [person("Ana"), person("Bo")]}),
        f"{base}_2.json": as_json({"followers_v3": [person("Ana", NOON - 5), person("Bo")]}),
    }
    dossiers = pipeline.read([archive(tmp_path, "facebook-lin-2026-02-04-AbCd.zip", files)])
    assert sorted(name or "" for name in dossiers.edges.peer.decode()) == ["Ana", "Ana", "Bo"]
    assert [len(source.reported) for source in dossiers.sources] == [0, 1]


# ---------------------------------------------------------------- posts, comments, reactions


def test_posts_have_their_second_and_nothing_else() -> None:
    rows = [
        {"timestamp": NOON, "data": [{"post": "secret"}], "title": "secret"},
        {"timestamp": 0, "data": []},
        {"timestamp": NOON, "data": []},
    ]
    reading = read(POSTS, rows)
    posts = fragment(reading, Posts).rows
    assert posts.key.decode() == ["2026-02-03T12:00:00"] * 2
    assert [key for _, key in told(reading.record)] == ["meta.no_post"]
    assert "secret" not in repr(reading)


def comment(title: str, author: object = "Lin Doe") -> dict[str, Any]:
    return {"timestamp": NOON, "data": [{"comment": {"author": author, "comment": "secret"}}], "title": title}


@pytest.mark.parametrize(
    ("title", "peer", "kind"),
    [
        ("Lin Doe commented on Ana Silva's post.", "Ana Silva", Response.COMMENT),
        ("Lin Doe commented on Ana Silva’s photo.", "Ana Silva", Response.COMMENT),
        ("Lin Doe replied to Zoé's comment.", "Zoé", Response.REPLY),
        ("Lin Doe commented on James's post in Gardens.", "James", Response.COMMENT),
    ],
)
def test_a_comment_is_given_to_whom_its_sentence_names(title: str, peer: str, kind: Response) -> None:
    reading = read(COMMENTS, {"comments_v2": [comment(title)]})
    acts = fragment(reading, Interactions).rows
    assert (acts.peer.decode(), acts.what.tolist()) == ([peer], [kind])
    assert (acts.direction.tolist(), acts.key_kind.tolist()) == ([Direction.OUT], [KeyKind.NAME])
    assert "secret" not in repr(reading)


@pytest.mark.parametrize(
    "row",
    [
        comment("Lin Doe replied to her own comment."),
        comment("Lin Doe a commenté la publication de Ana."),
        comment("Somebody commented on Ana's post."),
        comment("Lin Doe commented on Ana's post.", None),
        comment("Lin Doe commented on Ana's post.", ""),
        comment(""),
    ],
)
def test_where_no_sentence_names_anybody_nobody_is_guessed(row: dict[str, Any]) -> None:
    reading = read(COMMENTS, {"comments_v2": [row]})
    assert told(reading.record) == [(f"{COMMENTS}[0]", "facebook.nobody")]


@pytest.mark.parametrize(
    ("word", "kind"), [("LIKE", Response.LIKE), ("Like", Response.LIKE), ("HAHA", Response.REACTION)]
)
def test_reactions_are_what_the_owner_gave(word: str, kind: Response) -> None:
    data = [{"reaction": {"reaction": word, "actor": "Lin Doe"}}]
    row = {"timestamp": NOON, "data": data, "title": "Lin Doe likes Ana's photo."}
    acts = fragment(read("posts_and_comments.json", {"reactions_v2": [row]}), Interactions).rows
    assert (acts.peer.decode(), acts.what.tolist()) == (["Ana"], [kind])


# ---------------------------------------------------------------- what is taken, and what is left


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (FRIENDS, True),
        ("connections/friends/removed_friends.json", True),
        (FOLLOWERS, True),
        ("connections/followers/people_who_followed_you_3.json", True),
        ("connections/followers/who_you've_followed.json", True),
        ("connections/followers/who_you_ve_followed (1).json", True),
        ("connections/followers/who_you_follow.json", True),
        ("friends_and_followers/following.json", True),
        ("following_and_followers/followers.json", True),
        ("friends/friends.json", True),
        ("your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json", True),
        ("your_activity_across_facebook/posts/your_posts_2.json", True),
        (COMMENTS, True),
        ("likes_and_reactions/posts_and_comments.json", True),
        ("connections/friends/received_friend_requests.json", False),
        ("connections/friends/people_you_may_know.json", False),
        ("your_facebook_activity/posts/your_uncategorized_photos.json", False),
        ("your_facebook_activity/messages/inbox/ana_1/message_1.json", False),
        ("personal_information/profile_information/profile_information.json", False),
        ("security_and_login_information/ip_address_activity.json", False),
        ("security_and_login_information/mobile_devices.json", False),
        ("ads_information/advertisers_you've_interacted_with.json", False),
        ("logged_information/search/your_search_history.json", False),
        ("logged_information/location/location_history.json", False),
        ("your_facebook_activity/facebook_payments/payment_history.json", False),
        ("followers.json", False),
    ],
)
def test_only_paths_on_the_list_may_be_opened(path: str, wanted: bool) -> None:
    assert READER.wants(path) is wanted


# ---------------------------------------------------------------- broken files


@pytest.mark.parametrize("stamp", ["soon", -5, 1e300, [[NOON]], True])
def test_a_time_that_is_none_is_remarked_on_and_its_row_stays(stamp: object) -> None:
    reading = read(FRIENDS, {"friends_v2": [person("Ana", stamp)]})
    assert fragment(reading, Edges).rows.since_kind.tolist() == [SinceKind.NONE]
    assert warned(reading.record) == [(f"{FRIENDS}[0]", "objects.time_unread")]


@pytest.mark.parametrize("value", [None, 7, [], {}, [[]], {"a": {"b": 1}}, "", 1e300, True])
@pytest.mark.parametrize("key", ["name", "timestamp", "data", "title", "string_list_data"])
def test_garbage_costs_its_own_row_at_most(key: str, value: object) -> None:
    good = {**comment("Lin Doe commented on Ana's post."), "name": "Ana"}
    for name, data in (
        (FRIENDS, {"friends_v2": [{**good, key: value}, good]}),
        (COMMENTS, {"comments_v2": [{**good, key: value}, good]}),
        (POSTS, [{**good, key: value}, good]),
    ):
        reading = read(name, data)
        assert reading.record.rows_read == 2
        assert reading.record.rows_kept >= 1


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ('{"friends_v2": [{"name": "Ana"}', "table.json_broken"),
        ('{"friends_v2": [], "friends_v2": 5}', "objects.wrong_shape"),
        ('{"comments_v2": [], "comments_v2": 5}', "objects.wrong_shape"),
    ],
)
def test_a_file_that_breaks_its_own_shape_is_refused_with_a_remedy(data: str, key: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        READER.read(member(FRIENDS, data), ReadOptions())
    assert caught.value.problem.key == key
    assert caught.value.place.startswith(FRIENDS)
    assert caught.value.remedy is not None
