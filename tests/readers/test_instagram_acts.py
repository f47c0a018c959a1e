"""Instagram: whom the owner unfollowed, and what the owner gave to others."""

from typing import Any

import pytest
from exports_made import as_json, checked, fragment, member, told, warned

from reachcheck.model.enums import Direction, KeyKind, Response, SinceKind
from reachcheck.model.tables import Edges, Interactions, Posts
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.instagram import READER

NOON = 1_770_120_000
"""2026-02-03 12:00:00 UTC."""
LIKES = "your_instagram_activity/likes/liked_posts.json"
LEFT = "connections/followers_and_following/recently_unfollowed_profiles.json"
COMMENTS = "your_instagram_activity/comments/post_comments_1.json"


def read(name: str, data: object, options: ReadOptions | None = None) -> Reading:
    found = member(name, as_json(data))
    assert READER.claims(found)
    return checked(READER.read(found, options or ReadOptions()))


def listed(handle: str, at: object = NOON, **more: object) -> dict[str, Any]:
    href = f"https://www.instagram.com/{handle}"
    return {"title": "", "string_list_data": [{"href": href, "value": handle, "timestamp": at}], **more}


def liked(author: str, post: str, at: object = NOON) -> dict[str, Any]:
    href = f"https://www.instagram.com/p/{post}/"
    return {"title": author, "string_list_data": [{"href": href, "value": "👍", "timestamp": at}]}


def labelled(*pairs: tuple[str, str], at: object = NOON, nested: bool = False) -> dict[str, Any]:
    fields = [{"label": label, "value": value, **({"href": value} if "://" in value else {})} for label, value in pairs]
    group = [fields[0], {"title": "Owner", "dict": [{"title": "", "dict": fields[1:]}]}] if nested else fields
    return {"timestamp": at, "media": [], "label_values": group, "fbid": "17900000000000001"}


# ---------------------------------------------------------------- unfollowed


def test_whom_the_owner_unfollowed_is_a_tie_that_ended() -> None:
    reading = read(LEFT, {"relationships_unfollowed_users": [listed("Ada"), listed("bo", NOON - 60)]})
    edges = fragment(reading, Edges).rows
    assert edges.peer.decode() == ["ada", "bo"]
    assert edges.direction.tolist() == [Direction.OUT] * 2
    assert [str(at) for at in edges.until] == ["2026-02-03T12:00:00", "2026-02-03T11:59:00"]
    assert [str(at) for at in edges.since] == ["NaT"] * 2
    assert edges.since_kind.tolist() == [SinceKind.NONE] * 2
    assert reading.record.columns["timestamp"] == "until"


@pytest.mark.parametrize("stamp", [0, None, "soon"])
def test_a_tie_whose_end_has_no_time_would_count_as_lasting_and_is_left_out(stamp: object) -> None:
    reading = read(LEFT, {"relationships_unfollowed_users": [listed("ada", stamp), listed("bo")]})
    assert fragment(reading, Edges).rows.peer.decode() == ["bo"]
    assert told(reading.record) == [(f"{LEFT}[0]", "row.no_end")]


def test_somebody_may_be_unfollowed_twice_but_not_in_one_second() -> None:
    rows = [listed("ada"), listed("ada", NOON - 60), listed("ada")]
    reading = read(LEFT, {"relationships_unfollowed_users": rows})
    assert len(fragment(reading, Edges).rows) == 2
    assert told(reading.record) == [(f"{LEFT}[2]", "row.repeated")]


@pytest.mark.parametrize("role", [None, "followers"])
def test_the_name_of_the_unfollowed_list_is_never_overruled(role: str | None) -> None:
    edges = fragment(read(LEFT, [listed("ada")], ReadOptions(role=role)), Edges).rows
    assert (edges.direction.tolist(), [str(at) for at in edges.until]) == ([1], ["2026-02-03T12:00:00"])


@pytest.mark.parametrize("label", ["Username", "Nom d’utilisateur", "Nome de usuário", "Gebruikersnaam", "Nome utente"])
def test_of_labels_the_user_name_counts_and_a_web_page_of_the_person_does_not(label: str) -> None:
    row = labelled(("URL", "https://pin.example/@someone"), ("Name", "Ada"), (label, "Ada.B"))
    assert fragment(read(LEFT, [row]), Edges).rows.peer.decode() == ["ada.b"]


def test_of_labels_in_an_unknown_language_only_an_address_of_a_profile_counts() -> None:
    rows = [
        labelled(("URL", "https://www.instagram.com/_u/ada.b"), ("이름", "Ada"), ("사용자 이름", "ada.b")),
        labelled(("URL", "https://ada.example/instagram.com/ada"), ("이름", "Ada"), ("사용자 이름", "ada.b")),
        labelled(("URL", "https://www.instagram.com/p/AbC/"), ("이름", "Ada")),
    ]
    reading = read(LEFT, rows)
    assert fragment(reading, Edges).rows.peer.decode() == ["ada.b"]
    assert told(reading.record) == [(f"{LEFT}[1]", "row.nobody"), (f"{LEFT}[2]", "row.nobody")]


def test_of_several_texts_of_one_entry_the_first_is_read_and_the_others_are_remarked_on() -> None:
    row = listed("ada")
    row["string_list_data"].append({"href": "", "value": "bo", "timestamp": NOON})
    reading = read("followers_1.json", [row])
    assert fragment(reading, Edges).rows.peer.decode() == ["ada"]
    assert warned(reading.record) == [("followers_1.json[0]", "meta.first_of_several")]


# ---------------------------------------------------------------- likes


@pytest.mark.parametrize(
    ("name", "root"),
    [
        (LIKES, "likes_media_likes"),
        ("likes/liked_comments.json", "likes_comment_likes"),
        ("story_sticker_interactions/story_likes.json", "story_activities_story_likes"),
    ],
)
def test_likes_are_what_the_owner_gave(name: str, root: str) -> None:
    reading = read(name, {root: [liked("Ada", "AbC"), liked("bo", "DeF", NOON - 60)]})
    found = fragment(reading, Interactions)
    acts = found.rows
    assert acts.direction.tolist() == [Direction.OUT] * 2
    assert found.coverage.direction.tolist() == [Direction.OUT]
    assert acts.peer.decode() == ["ada", "bo"]
    assert acts.key_kind.tolist() == [KeyKind.HANDLE] * 2
    assert acts.what.tolist() == [Response.LIKE] * 2
    assert acts.post.decode() == ["https://www.instagram.com/p/AbC/", "https://www.instagram.com/p/DeF/"]
    assert [str(at) for at in acts.at] == ["2026-02-03T12:00:00", "2026-02-03T11:59:00"]


def test_a_story_is_no_post_and_names_its_author() -> None:
    row = {"string_list_data": [{"href": "https://www.instagram.com/stories/ada.b/3141/", "timestamp": NOON}]}
    acts = fragment(read("x/story_likes.json", {"story_activities_story_likes": [row]}), Interactions).rows
    assert (acts.peer.decode(), acts.post.decode()) == (["ada.b"], [None])


def test_a_like_of_nobody_is_reported() -> None:
    nobody = liked("", "AbC")
    reading = read(LIKES, {"likes_media_likes": [nobody, liked("two words", "DeF"), liked("ada", "GhI")]})
    assert fragment(reading, Interactions).rows.peer.decode() == ["ada"]
    assert told(reading.record) == [(f"{LIKES}[0]", "row.nobody"), (f"{LIKES}[1]", "row.nobody")]


@pytest.mark.parametrize("label", ["Username", "Nom d’utilisateur", "Nombre de usuario", "Benutzername"])
def test_likes_with_labels_name_the_owner_in_a_group_of_its_own(label: str) -> None:
    row = labelled(("URL", "https://www.instagram.com/reel/AbC/"), ("Name", "Ada B"), (label, "ada.b"), nested=True)
    acts = fragment(read(LIKES, [row]), Interactions).rows
    assert (acts.peer.decode(), acts.post.decode()) == (["ada.b"], ["https://www.instagram.com/reel/AbC/"])
    assert [str(at) for at in acts.at] == ["2026-02-03T12:00:00"]


def test_labels_alone_do_not_tell_which_list_it_is() -> None:
    row = labelled(("URL", "https://www.instagram.com/p/AbC/"), ("Username", "ada"))
    for name in ("list.json", "close_friends.json", "saved_posts.json", "blocked_profiles.json"):
        assert not READER.claims(member(name, as_json([row])))


def test_liked_posts_are_never_posts_of_the_owner() -> None:
    row = labelled(("URL", "https://www.instagram.com/p/AbC/"), ("Username", "ada"))
    row["media"] = [{"uri": "media/other/1.jpg", "creation_timestamp": NOON}]
    reading = read(LIKES, [row])
    assert [type(each.rows) for each in reading.fragments] == [Interactions]
    assert not READER.claims(member("liked things.json", as_json([row])))


# ---------------------------------------------------------------- comments


def comment(owner: str, text: str = "so good", at: object = NOON, labels: str = "Comment Media Owner Time") -> Any:
    names = {
        "Comment Media Owner Time": ("Comment", "Media Owner", "Time"),
        "nl": ("Opmerking", "Media-eigenaar", "Tijd"),
        "xx": ("Kommentar", "Wem", "Wann"),
    }[labels]
    fields = {names[0]: {"value": text}, names[1]: {"value": owner}, names[2]: {"timestamp": at}}
    return {"media_list_data": [], "string_map_data": fields}


@pytest.mark.parametrize("labels", ["Comment Media Owner Time", "nl", "xx"])
def test_comments_are_given_to_the_owner_of_the_post_and_their_words_are_not_kept(labels: str) -> None:
    reading = read(COMMENTS, [comment("Ada.B", "ça c'est joli", labels=labels)])
    acts = fragment(reading, Interactions).rows
    assert (acts.peer.decode(), acts.what.tolist(), acts.post.decode()) == (["ada.b"], [Response.COMMENT], [None])
    assert [str(at) for at in acts.at] == ["2026-02-03T12:00:00"]
    assert "joli" not in repr(reading)


def test_where_two_texts_could_be_the_owner_nobody_is_guessed() -> None:
    reading = read(COMMENTS, [comment("ada", "wow", labels="xx"), comment("ada", "wow")])
    assert fragment(reading, Interactions).rows.peer.decode() == ["ada"]
    assert told(reading.record) == [(f"{COMMENTS}[0]", "instagram.no_owner")]


@pytest.mark.parametrize("root", ["comments_media_comments", "comments_reels_comments", "comments_story_comments"])
def test_comments_may_stand_under_a_root(root: str) -> None:
    assert len(fragment(read("a.json", {root: [comment("ada")]}), Interactions).rows) == 1


def test_a_bare_list_of_maps_is_none_of_comments_without_its_name() -> None:
    assert not READER.claims(member("list.json", as_json([comment("ada")])))


# ---------------------------------------------------------------- posts


def test_stories_are_posts_and_a_post_has_one_key_in_every_file() -> None:
    uri = "media/{}/202408/457742621_1623914194834633_5168724281180364414_n_18136753804356985.{}"
    story = {"uri": "media/stories/202408/1.jpg", "creation_timestamp": NOON, "title": "secret"}
    stories = read("content/stories.json", {"ig_stories": [story]})
    assert fragment(stories, Posts).rows.key.decode() == ["media/stories/202408/1.jpg"]
    assert "secret" not in repr(stories)
    keys = [
        fragment(read("posts_1.json", [{"media": [{"uri": each, "creation_timestamp": NOON}]}]), Posts).rows.key
        for each in (uri.format("posts", "jpg"), uri.format("other", "webp"))
    ]
    assert [key.decode() for key in keys] == [["18136753804356985"]] * 2


def test_posts_in_the_form_with_labels() -> None:
    media = [{"uri": "media/posts/1.jpg", "creation_timestamp": NOON - 5, "title": "Été"}]
    rows = [
        {"timestamp": NOON, "media": media, "label_values": []},
        {"label_values": [{"label": "Média", "media": [{"uri": "media/posts/2.jpg", "creation_timestamp": NOON}]}]},
        {"label_values": "?", "media": "?"},
    ]
    reading = read("your_instagram_activity/media/posts_1.json", rows)
    posts = fragment(reading, Posts).rows
    assert posts.key.decode() == ["media/posts/1.jpg", "media/posts/2.jpg"]
    assert [str(at) for at in posts.published_at] == ["2026-02-03T12:00:00"] * 2
    assert told(reading.record)[0][1] == "meta.no_post"


# ---------------------------------------------------------------- garbage


GARBAGE: tuple[object, ...] = (
    None,
    7,
    "x",
    [],
    {},
    [[]],
    [None],
    {"dict": [{"dict": 3}]},
    1e300,
    -1,
    True,
    [{"a": [{}]}],
)


@pytest.mark.parametrize("value", GARBAGE)
@pytest.mark.parametrize("key", ["title", "string_list_data", "label_values", "string_map_data", "media", "timestamp"])
def test_garbage_at_any_place_costs_its_own_row_at_most(key: str, value: object) -> None:
    for name, root, good in (
        (LIKES, "likes_media_likes", liked("ada", "AbC")),
        (LEFT, "relationships_unfollowed_users", listed("ada")),
        (COMMENTS, "comments_media_comments", comment("ada")),
        ("content/stories.json", "ig_stories", {"uri": "a.jpg", "creation_timestamp": NOON}),
    ):
        reading = read(name, {root: [{**good, key: value}, good]})
        assert reading.record.rows_read == 2
        assert reading.record.rows_kept >= 1


def test_labels_that_are_nested_without_end_cost_nothing() -> None:
    deep: object = [{"label": "Username", "value": "ada"}]
    for _ in range(150):
        deep = [{"dict": deep}]
    reading = read(LIKES, [{"timestamp": NOON, "label_values": deep}])
    assert told(reading.record) == [(f"{LIKES}[0]", "row.nobody")]
