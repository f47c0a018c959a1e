"""The reader as a whole: which files it takes, JSON in all shapes, and data that others published."""

import hashlib
import json
from pathlib import Path

import pytest
from generic_tables import member, notes, read, rows

from reachcheck.errors import UnreadableError
from reachcheck.model.columns import Text
from reachcheck.model.tables import Graph, Posts, Profile
from reachcheck.readers.generic import GenericReader

READER = GenericReader()


@pytest.mark.parametrize(("name", "wanted"), [
    ("a.csv", True), ("x/A.TSV", True), ("a.txt", True), ("a.json", True), ("a.jsonl", True), ("a.ndjson", True),
    ("a.html", False), ("a.xlsx", True), ("A.XLS", True), ("csv", False), ("a.csv.gz", False),
])  # fmt: skip
def test_names_that_it_wants(name: str, wanted: bool) -> None:
    assert READER.wants(name) is wanted


@pytest.mark.parametrize(
    ("content", "claimed"),
    [
        (b"a,b\n1,2\n", True),
        (b"T_Reach;x\n1;2\n", True),
        (b"followers\nann\nbob\n", True),
        ("Abonnés\nann".encode("utf-16"), True),
        (b'[{"a": 1}]', True),
        (b'  {"a": 1}\n{"a": 2}', True),
        (b"\n", True),
        (b"<html><body>", True),
        (b"a,b\n" + b"1,2\n" * 20000, True),
        (b"x" * 70000, False),
        (b"Dear all\nplease find\nthe files\nattached, thanks\n", False),
        (b"PK\x03\x04\x00\x00\x00\x00\x08\x00", False),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00\x00", False),
    ],
)
def test_content_that_it_claims(content: bytes, claimed: bool) -> None:
    assert READER.claims(member(content)) is claimed


def test_the_record() -> None:
    content = b"post;likes;colour\np1;5;red\n"
    record = read(content, "x/posts.csv").record
    assert (record.file, record.reader, record.platform, record.unit) == ("x/posts.csv", "generic", "", "line")
    assert record.sha256 == hashlib.sha256(content).hexdigest()
    assert (record.rows_read, record.rows_kept) == (1, 1)
    assert record.place(2) == "x/posts.csv:2"


@pytest.mark.parametrize(
    ("name", "exported"),
    [
        ("posts_2024-05-01.csv", "2024-05-01"),
        ("x_2023-01-01/20240501 posts (20240501).csv", "2024-05-01"),
        ("posts_2024-01-01_2024-05-01.csv", None),
        ("posts_2024-13-01.csv", None),
        ("posts_120240501.csv", None),
        ("2024-05-01/posts.csv", None),
    ],
)
def test_the_date_in_a_file_name(name: str, exported: str | None) -> None:
    assert read("post,likes\np1,5\n", name).exported_at == exported


def test_rows_of_json_are_positions() -> None:
    record = read('[{"post": "p1", "likes": 5}, {"post": "p2", "likes": -5}]', "x.json").record
    assert notes(record.reported) == [(1, "row.negative")]
    assert record.place(1) == "x.json[1]"


def test_numbers_of_json_have_a_decimal_point() -> None:
    row = rows(read('[{"handle": "ann", "average_likes": 1.234}, {"handle": "bob", "average_likes": 2.345}]', "x.json"))
    assert row.average_likes.tolist() == [1.234, 2.345]


@pytest.mark.parametrize(
    "data",
    [
        {"followers": ["ann", "@Bob"]},
        {"abonnés": [{"pseudo": "ann"}, {"pseudo": "Bob"}]},
        {"followers": [{"href": "https://instagram.com/ann"}, {"href": "https://instagram.com/bob"}]},
    ],
)
def test_lists_of_people_in_json(data: object) -> None:
    row = rows(read(json.dumps(data), "x.json"))
    assert row.peer.decode() == ["ann", "bob"]
    assert row.direction.tolist() == [0, 0]


def test_a_bare_list_of_handles_goes_by_the_file_name() -> None:
    reading = read('["ann", "bob"]', "following.json")
    assert rows(reading).direction.tolist() == [1, 1]
    assert notes(reading.record.warnings) == [(-1, "generic.role_from_name")]


def test_one_object_is_one_row() -> None:
    row = rows(read('{"handle": "ann", "platform": "x", "followers": 5, "links": []}', "me.json"))
    assert isinstance(row, Profile)
    assert row.followers.tolist() == [5]


def test_what_stands_beside_the_list_is_named() -> None:
    reading = read('{"owner": "ann", "posts": [{"post": "p1", "likes": 5}], "note": 3}', "x.json")
    (note,) = reading.record.warnings
    assert note.what.key == "generic.beside_list"
    assert note.what.params == {"keys": ("owner", "note")}


def test_two_lists_of_one_object_are_read_by_their_keys() -> None:
    data = {"owner": "me", "followers": ["ann", "Bob", "ann"], "following": [{"username": "cleo", "age": 3}, 5]}
    reading = read(json.dumps(data), "both.json")
    came, went = (fragment.rows for fragment in reading.fragments)
    assert (came.peer.decode(), came.direction.tolist()) == (["ann", "bob"], [0, 0])  # type: ignore[attr-defined]
    assert (went.peer.decode(), went.direction.tolist()) == (["cleo"], [1])  # type: ignore[attr-defined]
    record = reading.record
    assert (record.rows_read, record.rows_kept, record.role) == (5, 3, "")
    assert [(record.place(note.row), note.what.key) for note in record.reported] == [
        ("both.json:followers[2]", "row.repeated"), ("both.json:following[1]", "table.not_an_object"),
    ]  # fmt: skip
    assert [record.place(int(row)) for row in went.row] == ["both.json:following[0]"]
    assert [(record.place(note.row), note.what.key) for note in record.warnings] == [
        ("both.json", "generic.beside_list")
    ]
    assert record.columns == {"followers: handle": "handle", "following: username": "handle"}
    assert record.unmatched == ("following: age",)


def test_one_of_two_lists_may_be_asked_for() -> None:
    reading = read('{"followers": ["ann"], "following": ["bob"]}', "both.json", role="following")
    assert rows(reading).peer.decode() == ["bob"]
    assert rows(reading).direction.tolist() == [1]
    with pytest.raises(UnreadableError) as caught:
        read('{"followers": ["ann"], "following": ["bob"]}', "both.json", role="posts")
    assert caught.value.problem.key == "generic.several_lists"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"followers": ["ann"], "fans": ["bob"]}', "generic.several_lists"),
        ('{"a": [{"x": 1}], "b": [{"x": 1}]}', "generic.several_lists"),
        ("[1, 2]", "generic.no_list"),
        ("{}", "generic.no_list"),
        ('{"tags": ["a"]}', "generic.no_list"),
        ("{", "table.json_broken"),
        ('{"a": 1}\n', "generic.no_role_unnamed"),
        ('{"a": 1}\n{"a": 2}\n', "generic.no_role"),
        ("", "table.empty"),
        ("<html></html>", "table.html"),
    ],
)
def test_files_that_hold_no_table(text: str, key: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text, "x.json")
    assert caught.value.problem.key == key


@pytest.mark.shared_data
def test_posts_without_ids_or_dates(shared_data: Path) -> None:
    content = (shared_data / "engagement" / "instagram_119_posts.csv").read_bytes()
    reading = read(content, "instagram_119_posts.csv")
    assert isinstance(rows(reading), Posts)
    assert (reading.record.rows_read, reading.record.rows_kept) == (119, 102)
    assert {note.what.key for note in reading.record.reported} == {"row.repeated"}
    assert set(reading.record.unmatched) == {"From Home", "From Hashtags", "From Explore", "From Other"}
    assert reading.record.columns["Profile Visits"] == "profile_visits"
    assert reading.record.columns["Follows"] == "follows"


@pytest.mark.shared_data
def test_posts_with_columns_that_only_a_map_explains(shared_data: Path) -> None:
    content = (shared_data / "engagement" / "facebook_moro2016.csv").read_bytes()
    columns = {"reach": "T_Reach", "impressions": "T_Impression", "interactions": "T_Interactions"}
    reading = read(content, "facebook_moro2016.csv", columns=columns)
    row = rows(reading)
    assert isinstance(row, Posts)
    assert (len(row), reading.record.rows_read, reading.record.reported) == (500, 500, ())
    assert [note.what.key for note in reading.record.warnings] == ["row.impressions_below_reach"] * 4
    assert "LP_Reach" in reading.record.unmatched
    assert (row.likes[0], row.comments[0], row.shares[0], row.interactions[0]) == (79, 4, 17, 100)


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ["congress_twitter.csv", "email_eu_core.csv"])
def test_networks(shared_data: Path, name: str) -> None:
    content = (shared_data / "graphs" / name).read_bytes()
    reading = read(content, name, role="graph")
    row = rows(reading)
    assert isinstance(row, Graph)
    assert isinstance(row.to, Text)
    assert reading.record.rows_read == len(row) == content.count(b"\n") - 1
    assert reading.record.reported == ()
