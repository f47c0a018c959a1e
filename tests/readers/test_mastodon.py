"""Mastodon: accounts followed, and the archive; messages are left out, and blocks are no follows."""

import json
from typing import Any

import pytest
from exports_made import checked, days, fragment, member, plain, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, Scope, SinceKind
from reachcheck.model.tables import Edges, Interactions, Posts, Profile
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.mastodon import READER
from reachcheck.readers.recognise import PLATFORM_READERS

CONTEXT = "https://www.w3.org/ns/activitystreams"
ME = "https://social.example/users/Ada"
PUBLIC = f"{CONTEXT}#Public"


def read(name: str, data: object) -> Reading:
    found = member(name, data if isinstance(data, str) else json.dumps(data))
    assert [reader.name for reader in PLATFORM_READERS if reader.claims(found)] == ["mastodon"]
    return checked(READER.read(found, ReadOptions()))


def outbox(*items: object) -> Reading:
    return read("outbox.json", {"@context": CONTEXT, "id": "outbox.json", "type": "OrderedCollection",
                                "orderedItems": list(items)})  # fmt: skip


def create(number: int = 1, **post: Any) -> dict[str, Any]:
    note: dict[str, Any] = {"id": f"{ME}/statuses/{number}", "type": "Note", "to": [PUBLIC], "inReplyTo": None}
    return {"type": "Create", "actor": ME, "published": f"2026-01-{number:02}T10:00:00Z", "object": note | post}


# ---------------------------------------------------------------- what must not be opened or claimed


@pytest.mark.parametrize(
    "path",
    [
        "bookmarks.json", "avatar.png", "header.jpg", "media_attachments/files/1/original/a.json",
        "blocked_accounts.csv",
        "muted_accounts.csv", "lists.csv", "blocked_domains.csv", "domain_blocks.csv", "bookmarks.csv", "inbox.json",
        "follow_requests.csv", "x/outbox.json.bak",
    ],
)  # fmt: skip
def test_media_bookmarks_blocks_and_lists_are_never_opened(path: str) -> None:
    assert not READER.wants(path)


@pytest.mark.parametrize(
    "path",
    ["actor.json", "top/outbox.json", "likes (1).json", "following_accounts.csv", "a/FOLLOWING_ACCOUNTS (2).CSV"],
)
def test_what_is_read_may_stand_anywhere(path: str) -> None:
    assert READER.wants(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("muted_accounts.csv", "Account address,Hide notifications\nbo@other.example,true\n"),
        ("following_accounts.csv", "Account address,Hide notifications\nbo@other.example,true\n"),
        ("blocked_accounts.csv", "bo@other.example\ncy@third.example\n"),
        ("subscribers.csv", "bo@other.example\ncy@third.example\n"),
        ("following_accounts.csv", "spam.example\nworse.example\n"),
        ("following_accounts.csv", "friends,bo@other.example\n"),
        ("bookmarks.json", json.dumps({"id": "bookmarks.json", "type": "OrderedCollection", "orderedItems": []})),
        ("outbox.json", json.dumps({"type": "OrderedCollection", "outbox": "https://a.example/outbox.json",
                                    "orderedItems": []})),
        ("actor.json", json.dumps({"preferredUsername": "ada", "outbox": "https://a.example/users/ada/outbox"})),
        ("likes.json", json.dumps([{"id": "likes.json"}])),
    ],
)  # fmt: skip
def test_other_lists_and_pages_of_other_software_are_not_claimed(name: str, text: str) -> None:
    assert not READER.claims(member(name, text))


# ---------------------------------------------------------------- accounts followed


def test_accounts_followed_have_no_dates_and_stand_newest_first() -> None:
    reading = read("a.csv", "Account address,Show boosts,Notify on new posts,Languages\nBo@Other.Example,true,false,\n"
                            "cy@third.example,false,true,\"en, fr\"\nbo@other.example,true,false,\n")  # fmt: skip
    found = fragment(reading, Edges)
    assert found.rows.peer.decode() == ["bo@other.example", "cy@third.example"]
    assert found.rows.direction.tolist() == [Direction.OUT] * 2
    assert found.rows.key_kind.tolist() == [KeyKind.HANDLE] * 2
    assert (found.rows.since_kind.tolist(), found.rows.rank.tolist()) == ([SinceKind.NONE] * 2, [0, 1])
    assert found.coverage.completeness.tolist() == [Completeness.ALL]
    assert told(reading.record) == [("a.csv:4", "row.repeated")]


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_a_list_without_a_header_is_known_by_its_own_name(end: str) -> None:
    reading = read("following_accounts.csv", f"bo@other.example{end or chr(10)}cy@third.example{end}")
    assert fragment(reading, Edges).rows.peer.decode() == ["bo@other.example", "cy@third.example"]


# ---------------------------------------------------------------- the account itself


@pytest.mark.parametrize(
    ("urls", "handle"),
    [
        ({"id": ME, "url": "https://social.example/@Ada"}, "ada@social.example"),
        ({"id": "https://social.example/ap/users/116", "url": "https://social.example/@Ada"}, "ada@social.example"),
        ({"id": ME}, "ada@social.example"),
        ({"id": "https://social.example/ap/users/116"}, None),
        ({"id": 5, "url": ["x"]}, None),
    ],
)
def test_the_account_is_named_by_its_address(urls: dict[str, Any], handle: str | None) -> None:
    data = {"preferredUsername": "Ada", "outbox": "outbox.json", "published": "2022-11-04T00:00:00Z", **urls}
    found = fragment(read("actor.json", data), Profile)
    assert (found.handle, days(found.rows.created_at)) == (handle, ["2022-11-04"])


# ---------------------------------------------------------------- posts, boosts, answers


def test_posts_answers_and_boosts_are_told_apart() -> None:
    reading = outbox(
        create(1),
        create(2, inReplyTo="https://other.example/users/Bo/statuses/7"),
        create(3, inReplyTo=f"{ME}/statuses/1"),
        {"type": "Announce", "id": "b", "actor": ME, "published": "2026-01-04T10:00:00Z",
         "object": "https://third.example/objects/9"},
    )  # fmt: skip
    posts, given = fragment(reading, Posts), fragment(reading, Interactions)
    assert posts.rows.is_reply.tolist() == [0, 1, 1, 0]
    assert posts.rows.is_repost.tolist() == [0, 0, 0, 1]
    assert (posts.handle, posts.coverage.completeness.tolist()) == ("ada@social.example", [Completeness.ALL])
    assert given.rows.what.tolist() == [Response.REPLY, Response.REPOST]
    assert given.rows.peer.decode() == ["bo@other.example", None]
    assert given.rows.key_kind.tolist() == [KeyKind.HANDLE, -1]
    assert given.rows.direction.tolist() == [Direction.OUT] * 2
    assert given.rows.row.tolist() == [1, 3]


def test_a_message_to_single_people_is_left_out() -> None:
    to_bo = {"to": ["https://other.example/users/bo"], "cc": []}
    reading = outbox(
        create(1, **to_bo, inReplyTo="https://other.example/users/bo/statuses/7"),
        create(2, to="https://other.example/users/Public"),
        create(3, to=[f"{ME}/followers"]),
        create(4, to=[], cc=["as:Public"]),
        create(5, to=None),
    )
    assert told(reading.record) == [(f"outbox.json[{n}]", "mastodon.direct") for n in (0, 1, 4)]
    assert len(fragment(reading, Posts).rows) == 2
    assert len(fragment(reading, Interactions).rows) == 0


def test_what_posts_received_is_read_where_the_server_writes_it() -> None:
    reading = outbox(
        create(1, likes={"type": "Collection", "totalItems": 5}, shares={"totalItems": 0}),
        create(2),
        create(3, likes={"totalItems": -1}, shares="https://social.example/shares"),
    )
    posts = fragment(reading, Posts).rows
    assert (plain(posts.likes), plain(posts.shares)) == ([5.0, None, None], [0.0, None, None])
    assert posts.scope.tolist() == [Scope.LIFETIME, -1, -1]
    assert warned(reading.record) == [("outbox.json[2]", "objects.count_unread")]


def test_likes_given_have_no_dates() -> None:
    uris = ["https://other.example/users/Bo/statuses/7", "https://x.example/@dee/5", "tag:old.example,2017:objectId=3"]
    reading = read(
        "likes.json",
        {"id": "likes.json", "type": "OrderedCollection", "orderedItems": [*uris, uris[0], None, {"id": 1}, ""]},
    )
    given = fragment(reading, Interactions).rows
    assert given.peer.decode() == ["bo@other.example", "dee@x.example", None]
    assert given.what.tolist() == [Response.LIKE] * 3
    assert days(given.at) == ["NaT"] * 3
    assert [place for place, _ in told(reading.record)] == [f"likes.json[{n}]" for n in (3, 4, 5, 6)]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("archive-20260203235959-0123456789abcdef0123456789abcdef.zip/outbox.json", "2026-02-03"),
        ("archive-20269903235959-0123456789abcdef0123456789abcdef.zip/outbox.json", None),
        ("mine.zip/outbox.json", None),
    ],
)
def test_the_day_of_the_export_is_that_of_the_archives_name(name: str, day: str | None) -> None:
    data = json.dumps({"id": "outbox.json", "type": "OrderedCollection", "orderedItems": []})
    assert READER.read(member(name, data), ReadOptions()).exported_at == day


# ---------------------------------------------------------------- hostile values


@pytest.mark.parametrize("junk", [None, 7, "text", [], {}, [[]], True, -1, 1e300, {"a": {"b": [None]}}])
def test_junk_at_any_place_is_reported_or_left_empty(junk: object) -> None:
    items = [junk, {"type": junk, "object": junk}, {"type": "Create", "object": junk, "actor": junk, "published": junk}]
    fields = ("id", "inReplyTo", "to", "cc", "likes", "shares", "url", "type", "published")
    items += [create(3 + n, **{field: junk}) for n, field in enumerate(fields)]
    items += [{"type": "Announce", "id": junk, "object": junk, "published": junk, "actor": junk}]
    reading = outbox(*items)
    assert reading.record.rows_read == len(items)


@pytest.mark.parametrize("items", [None, {}, "none", 3])
def test_an_outbox_that_is_no_list_is_refused(items: object) -> None:
    with pytest.raises(UnreadableError) as caught:
        read("outbox.json", {"id": "outbox.json", "type": "OrderedCollection", "orderedItems": items})
    assert (caught.value.place, caught.value.problem.key) == ("outbox.json", "objects.wrong_shape")
    assert caught.value.remedy is not None


def test_an_archive_cut_off_names_the_line() -> None:
    text = '{"id":"outbox.json","type":"OrderedCollection","orderedItems":[\n{"type":"Create"'
    with pytest.raises(UnreadableError) as caught:
        read("outbox.json", text)
    assert caught.value.place == "outbox.json:2"
