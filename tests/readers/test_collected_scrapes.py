"""Scrapes of TikTok and Instagram, and lists of people: hidden is missing, and who left is no follower."""

import json
from typing import Any

import pytest
from exports_made import checked, fragment, member, plain, told, warned

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction
from reachcheck.model.tables import Edges, Posts, Profile
from reachcheck.readers.assemble import assemble
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.collected import READER
from reachcheck.readers.recognise import PLATFORM_READERS

PEOPLE = "Username,Full Name,Profile URL\nbo,Bo,https://instagram.com/bo\ncy,Cy,https://www.instagram.com/cy\n"
JUNK = [None, 7, "text", [], {}, [[]], True, -5, 1e300, {"a": [None]}]


def read(data: object, name: str = "a.json", options: ReadOptions | None = None) -> Reading:
    found = member(name, data if isinstance(data, str) else json.dumps(data))
    assert [reader.name for reader in PLATFORM_READERS if reader.claims(found)] == ["collected"]
    return checked(READER.read(found, options or ReadOptions()))


def video(n: int = 1, author: str = "ada", fans: object = 10, **more: Any) -> dict[str, Any]:
    return {"id": str(n), "authorMeta": {"name": author, "fans": fans}, "diggCount": 5, "playCount": 9, **more}


def photo(n: int = 1, owner: str = "ada", likes: object = 5, **more: Any) -> dict[str, Any]:
    return {"shortCode": f"C{n}", "ownerUsername": owner, "likesCount": likes, "commentsCount": 1, **more}


def known(name: str = "ada", **more: Any) -> dict[str, Any]:
    return {
        "username": name,
        "url": f"https://www.instagram.com/{name}",
        "followersCount": 9,
        "followsCount": 8,
        **more,
    }


# ---------------------------------------------------------------- what must not be opened or claimed


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("dataset_tiktok-scraper_2026-05-06_13-45-30-123.json", True), ("a/my-apify.csv", True),
        ("scraper.jsonl", True),
        ("phantombuster result.csv", True), ("instagram_followers.csv", True), ("messages.json", False),
        ("data.json", False), ("config.json", False), ("emails.csv", False), ("result.csv", False),
    ],
)  # fmt: skip
def test_in_a_folder_only_files_named_as_the_tools_name_theirs_are_opened(path: str, wanted: bool) -> None:
    assert READER.wants(path) is wanted


@pytest.mark.parametrize(
    "data",
    [
        [{"text": "Amen", "ownerUsername": "bo", "likesCount": 1, "repliesCount": 0}],
        [{"did": "did:plc:x", "handle": "ada.bsky.social", "followersCount": 1, "followsCount": 2, "postsCount": 3}],
        [{"authorMeta": {"name": "ada"}, "text": "words"}],
        "Username,Full Name,Profile URL,Status\nbo,Bo,https://instagram.com/bo,Unfollower\n",
        "Username,Full Name,Profile URL\nbo,Bo,https://github.com/bo\n",
        "username,followersCount\nada,5\n",
    ],
)
def test_what_only_resembles_a_scrape_is_not_claimed(data: object) -> None:
    assert not READER.claims(member("dataset_a.json", data if isinstance(data, str) else json.dumps(data)))


# ---------------------------------------------------------------- TikTok


def test_an_author_is_stated_once_by_the_first_row_that_is_kept() -> None:
    reading = read([video(1, fans="many"), video(2, fans=20), video(3, fans=30), video(4, "bo", 7)])
    assert told(reading.record) == [("a.json[0]", "row.not_a_number")]
    profiles = fragment(reading, Profile)
    assert (plain(profiles.rows.followers), profiles.owners.decode()) == ([20.0, 7.0], ["ada", "bo"])
    assert profiles.rows.row.tolist() == [1, 3]


def test_the_count_of_the_day_of_the_scrape_is_not_that_of_the_post() -> None:
    posts = fragment(read([video(fans=10)]), Posts).rows
    assert plain(posts.followers_at_post) == [None]
    assert (plain(posts.likes), plain(posts.views), plain(posts.shares)) == ([5.0], [9.0], [None])


@pytest.mark.parametrize(
    ("items", "completeness"),
    [
        ([video(1), video(2)], Completeness.UNKNOWN),
        ([video(1, searchHashtag={"name": "garden", "views": 1})], Completeness.TOP),
        ([video(1, searchQuery="garden")], Completeness.TOP),
        ([video(1), video(2, "bo")], Completeness.TOP),
    ],
)
def test_what_was_searched_for_and_what_is_of_many_is_an_excerpt(items: object, completeness: Completeness) -> None:
    assert fragment(read(items), Posts).coverage.completeness.tolist() == [completeness]


# ---------------------------------------------------------------- Instagram


def test_hidden_likes_and_views_of_pictures_are_missing() -> None:
    reading = read([photo(1, likes=-1, videoPlayCount=0), photo(2, likes=0, videoPlayCount=7), photo(3, likes=-2)])
    posts = fragment(reading, Posts).rows
    assert (plain(posts.likes), plain(posts.views)) == ([None, 0.0], [None, 7.0])
    assert told(reading.record) == [("a.json[2]", "row.negative")]


def test_errors_of_the_scraper_are_no_posts() -> None:
    reading = read([photo(1), {"inputUrl": "https://www.instagram.com/gone/", "error": "not_found"}])
    assert told(reading.record) == [("a.json[1]", "collected.no_post")]


@pytest.mark.parametrize(
    ("address", "completeness"),
    [
        ("https://www.instagram.com/ada/", Completeness.UNKNOWN),
        ("https://www.instagram.com/explore/tags/a", Completeness.TOP),
    ],
)
def test_posts_of_a_tag_are_an_excerpt(address: str, completeness: Completeness) -> None:
    assert fragment(read([photo(inputUrl=address)]), Posts).coverage.completeness.tolist() == [completeness]


def test_accounts_bring_their_latest_posts() -> None:
    posts = [
        photo(1, likes=-1),
        photo(2, timestamp="2026-04-20T11:28:54.000Z"),
        photo(2),
        None,
        "junk",
        {"likesCount": 3},
    ]
    reading = read([known("Ada", latestPosts=posts), 7, known("bo"), known("ADA"), known("gone", followersCount=None)])
    dossiers = assemble([reading])
    assert dossiers.people.handle.decode() == ["ada", "bo"]
    assert plain(dossiers.profile.followers) == [9.0, 9.0]
    assert sorted(zip(dossiers.posts.key.decode(), plain(dossiers.posts.likes), strict=True)) == [
        ("C1", None),
        ("C2", 5.0),
    ]
    assert told(reading.record) == [
        ("a.json[1]", "table.not_an_object"), ("a.json[3]", "row.repeated"), ("a.json[4]", "collected.no_account"),
    ]  # fmt: skip


def test_a_remark_on_a_post_within_an_account_names_the_account() -> None:
    reading = read([3, known("bo"), known("ada", latestPosts=[photo(1, likes="many")])])
    assert warned(reading.record) == [("a.json[2]", "objects.count_unread")]


def test_accounts_one_a_line() -> None:
    lines = "\n".join([json.dumps(known("ada")), "{broken", "", json.dumps(known("bo", latestPosts=[photo(1, "bo")]))])
    reading = read(lines, "a.jsonl")
    assert [place for place, _ in told(reading.record)] == ["a.jsonl[1]"]
    assert plain(fragment(reading, Profile).rows.followers) == [9.0, 9.0]


def test_one_account_alone() -> None:
    assert plain(fragment(read(known("ada", latestPosts=[photo(1)])), Profile).rows.followers) == [9.0]


# ---------------------------------------------------------------- PhantomBuster, and lists from the browser


def test_posts_of_phantombuster() -> None:
    header = "postUrl,description,commentCount,likeCount,pubDate,username\n"
    reading = read(
        header + "https://www.instagram.com/p/A/,x,2,-1,2026-04-20T11:28:54.000Z,Ada\n,,,,,ada\n", "result.csv"
    )
    found = fragment(reading, Posts)
    assert (found.handle, plain(found.rows.likes), plain(found.rows.comments)) == ("ada", [None], [2.0])
    assert told(reading.record) == [("result.csv:3", "collected.no_post")]


@pytest.mark.parametrize(
    ("name", "role", "direction"),
    [
        ("instagram_followers.csv", None, Direction.IN),
        ("following (1).csv", None, Direction.OUT),
        ("people.csv", "following", Direction.OUT),
        ("instagram_unfollowers_2026-04-01.csv", "followers", Direction.IN),
    ],
)
def test_a_list_of_people_is_what_the_user_or_its_name_says(name: str, role: str | None, direction: Direction) -> None:
    reading = read(PEOPLE, name, ReadOptions(role=role))
    assert fragment(reading, Edges).rows.direction.tolist() == [direction] * 2


@pytest.mark.parametrize(
    "name",
    [
        "people.csv", "instagram_unfollowers_2026-04-01.csv", "not_following_back.csv", "following-not-back.csv",
        "lost followers.csv", "removed_followers.csv", "followers and following.csv", "ghost followers.csv",
    ],
)  # fmt: skip
def test_a_list_of_those_who_do_not_follow_is_taken_for_no_list_of_followers(name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(PEOPLE, name)
    assert (caught.value.place, caught.value.problem.key) == (name, "collected.which_people")
    assert caught.value.remedy is not None


# ---------------------------------------------------------------- hostile values


@pytest.mark.parametrize("junk", JUNK)
def test_junk_at_any_place_of_a_scrape_is_reported_or_left_empty(junk: object) -> None:
    keys = (
        "shortCode",
        "ownerUsername",
        "likesCount",
        "commentsCount",
        "timestamp",
        "url",
        "inputUrl",
        "videoPlayCount",
    )
    assert read([photo(0), *(photo(n, **{key: junk}) for n, key in enumerate(keys, 1))]).record.rows_read == 9
    keys = ("id", "authorMeta", "diggCount", "playCount", "createTimeISO", "webVideoUrl", "searchQuery")
    assert read([video(0), *(video(n, **{key: junk}) for n, key in enumerate(keys, 1))]).record.rows_read == 8
    keys = ("username", "followersCount", "followsCount", "postsCount", "latestPosts")
    assert read([known("bo"), *(known(f"a{n}", **{key: junk}) for n, key in enumerate(keys))]).record.rows_read == 6
    within = [
        photo(n, **{key: junk}) for n, key in enumerate(("shortCode", "likesCount", "timestamp", "videoViewCount"))
    ]
    assert read([known("ada", latestPosts=within)]).record.rows_kept == 1
