"""A repository of Bluesky: looked over before it is decoded, walked from its root, damaged in every way."""

import sys
from pathlib import Path

import pytest
from exports_made import checked, fragment, member, told, warned

sys.path.insert(0, str(Path(__file__).parent.parent / "exports"))

from libipld import encode_dag_cbor
from made_bluesky import BO, CY, ME, RECORDS, answer, car, cid, frame, node, pointing, post, varint

from reachcheck.errors import UnreadableError
from reachcheck.model.enums import Completeness, Direction, KeyKind, Response, SinceKind
from reachcheck.model.tables import Edges, Interactions, Posts, Profile
from reachcheck.readers.base import Reading, ReadOptions
from reachcheck.readers.bluesky import READER, repo
from reachcheck.readers.car import blocks, child
from reachcheck.readers.recognise import PLATFORM_READERS

FOLLOW = "app.bsky.graph.follow"


def read(content: bytes) -> Reading:
    found = member("repo.car", content)
    assert [reader.name for reader in PLATFORM_READERS if reader.claims(found)] == ["bluesky"]
    return checked(READER.read(found, ReadOptions()))


def refused(content: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        READER.read(member("repo.car", content), ReadOptions())
    assert caught.value.place == "repo.car"
    assert caught.value.remedy is not None
    return caught.value


def whole(root: bytes, *parts: bytes, roots: object = None) -> bytes:
    """A file of these blocks."""
    header = encode_dag_cbor({"roots": [cid(root)] if roots is None else roots, "version": 1})
    return varint(len(header)) + header + b"".join(frame(cid(part), part) for part in (root, *parts))


def commit(data: bytes, **more: object) -> bytes:
    return encode_dag_cbor({"did": ME, "version": 3, "data": data, "rev": "x", "prev": None, "sig": b"", **more})


def tree(entries: object, left: object = None) -> bytes:
    return encode_dag_cbor({"l": left, "e": entries})


# ---------------------------------------------------------------- what is read


def test_follows_are_dated_and_named_by_id() -> None:
    found = fragment(read(car(RECORDS)), Edges)
    assert found.rows.peer.decode() == [BO, CY]
    assert [str(time) for time in found.rows.since] == ["2023-06-01T10:00:00", "2023-07-01T10:00:00"]
    assert found.rows.since_kind.tolist() == [SinceKind.EXACT] * 2
    assert found.rows.key_kind.tolist() == [KeyKind.ID] * 2
    assert found.rows.direction.tolist() == [Direction.OUT] * 2
    assert (found.account, found.handle) == (ME, None)
    assert found.coverage.completeness.tolist() == [Completeness.ALL]


def test_posts_answers_reposts_and_what_was_given() -> None:
    reading = read(car(RECORDS))
    posts, given = fragment(reading, Posts).rows, fragment(reading, Interactions).rows
    assert [key.rpartition("/")[2] for key in posts.key.decode()] == ["3ka", "3kb", "3kc", "3ka"]
    assert posts.is_reply.tolist() == [0, 1, 1, 0]
    assert posts.is_repost.tolist() == [0, 0, 0, 1]
    assert sorted(given.what.tolist()) == sorted([Response.LIKE, Response.REPLY, Response.REPOST])
    assert set(given.peer.decode()) == {BO, CY}
    assert str(fragment(reading, Profile).rows.created_at[0]) == "2023-05-01T10:00:00"


def test_other_records_are_named_and_left_alone() -> None:
    reading = read(car(RECORDS))
    assert reading.record.unmatched == ("app.bsky.graph.block",)
    assert "private words" not in repr(reading)
    assert told(reading.record) == [("repo.car[8]", "row.repeated"), ("repo.car[9]", "bluesky.no_subject")]


def test_what_was_deleted_and_still_lies_in_the_file_is_not_found() -> None:
    stray = encode_dag_cbor(pointing(FOLLOW, "2023-01-01T10:00:00Z", "did:plc:gone"))
    assert read(car(RECORDS, stray=stray)).record.rows_read == read(car(RECORDS)).record.rows_read


def test_a_record_that_is_not_in_the_file_is_reported() -> None:
    reading = read(car(RECORDS, without=(f"{FOLLOW}/3ka",)))
    assert ("repo.car[6]", "bluesky.record_absent") in told(reading.record)


def test_a_part_of_the_tree_that_is_not_in_the_file_is_told() -> None:
    follow = encode_dag_cbor(pointing(FOLLOW, "2023-01-01T10:00:00Z", BO))
    top = node([(f"{FOLLOW}/3ka".encode(), cid(follow))], cid(b"absent"))
    root = commit(cid(top))
    reading = read(whole(root, top, follow))
    assert warned(reading.record) == [("repo.car", "bluesky.parts_absent")]
    assert fragment(reading, Edges).coverage.completeness.tolist() == [Completeness.UNKNOWN]


def test_an_empty_repository_is_read() -> None:
    top = tree([])
    assert read(whole(commit(cid(top)), top)).record.rows_read == 0


@pytest.mark.parametrize(
    "junk", [None, 7, "text", [], {}, ["x"], True, -5, {"uri": {"uri": "x"}}, "did:plc:", "at://x/y/z"]
)
def test_junk_in_a_record_is_reported_or_left_empty(junk: object) -> None:
    records = {
        f"{FOLLOW}/a": pointing(FOLLOW, "2023-01-01T10:00:00Z", junk),
        f"{FOLLOW}/b": {"subject": BO, "createdAt": junk},
        "app.bsky.feed.like/a": pointing("app.bsky.feed.like", "x", junk),
        "app.bsky.feed.like/b": {"subject": {"uri": junk}},
        "app.bsky.feed.post/a": post("2023-01-01T10:00:00Z", reply=junk),
        "app.bsky.feed.post/b": post("2023-01-01T10:00:00Z", reply={"parent": junk}),
        "app.bsky.actor.profile/self": junk,
        "app.bsky.feed.post/c": post("2023-01-01T10:00:00Z", **answer("at://x")),
    }
    assert read(car(records)).record.rows_read == 8


def test_a_record_whose_bytes_were_changed_is_reported() -> None:
    content = car(RECORDS)
    at = content.index(b"private words")
    changed = content[:at] + b"Private" + content[at + 7 :]
    assert ("repo.car[2]", "bluesky.record_absent") in told(read(changed).record)


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize("cut", [1, 20, 40, 58, 60, 97, 120, 200, -1, -5])
def test_a_file_cut_off_anywhere_is_refused(cut: int) -> None:
    content = car(RECORDS)[:cut]
    assert refused(content).problem.key in ("bluesky.broken", "objects.wrong_shape")


def _key_that_grows() -> bytes:
    entries = [{"p": n, "k": b"x", "v": cid(b""), "t": None} for n in range(2000)]
    top = tree(entries)
    return whole(commit(cid(top)), top)


def _tree_in_a_circle() -> bytes:
    below = tree([])
    top = tree([{"p": 0, "k": b"a", "v": cid(below), "t": cid(below)}], cid(below))
    return whole(commit(cid(top)), top, below)


BROKEN = {
    "no roots": whole(commit(cid(b"")), roots=[]),
    "roots that are none": whole(commit(cid(b"")), roots=["x"]),
    "a root that is absent": whole(tree([]), roots=[cid(b"absent")]),
    "a root that is no object": whole(encode_dag_cbor([1, 2])),
    "a commit without a tree": whole(encode_dag_cbor({"did": ME})),
    "a commit of nobody": whole(encode_dag_cbor({"data": cid(b"x")})),
    "entries that are none": whole(commit(cid(tree(7))), tree(7)),
    "an entry that is none": whole(commit(cid(tree([7]))), tree([7])),
    "a name that is none": whole(
        commit(cid(tree([{"p": 0, "k": "x", "v": None}]))), tree([{"p": 0, "k": "x", "v": None}])
    ),
    "a length that is none": whole(
        commit(cid(tree([{"p": "x", "k": b"x", "v": None}]))), tree([{"p": "x", "k": b"x", "v": None}])
    ),
    "names that grow": _key_that_grows(),
    "a tree in a circle": _tree_in_a_circle(),
    "no CBOR": whole(b"\xff\xff\xff"),
    "deep nesting": whole(b"\x81" * 100_000 + b"\x00"),
    "a sum that is another": b"".join([whole(tree([]))[:-1], b"\x01"]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_repository_that_contradicts_itself_is_refused(name: str) -> None:
    assert refused(BROKEN[name]).problem.key == "bluesky.broken"


def test_a_block_larger_than_any_record_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repo, "run_child", _never)
    large = b"\x00" * (blocks.BLOCK + 1)
    assert refused(whole(commit(cid(large)), large)).problem.key == "bluesky.too_large"


def test_more_blocks_than_any_account_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repo, "run_child", _never)
    monkeypatch.setattr(blocks, "BLOCKS", 5)
    assert refused(car(RECORDS)).problem.key == "bluesky.too_large"


def _never(*_: object, **__: object) -> bytes:
    raise AssertionError("the child was started")


def test_without_the_library_the_error_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repo, "run_child", _never)
    monkeypatch.setattr(repo, "LIBRARY", "no_such_library_at_all")
    error = refused(car(RECORDS))
    assert (error.problem.key, error.problem.params) == ("bluesky.no_library", {"library": "no_such_library_at_all"})
    assert error.remedy is not None and error.remedy.key == "bluesky.no_library_remedy"


def test_a_child_that_is_stopped_says_what_to_do_about_a_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repo, "CHILD", "reachcheck.readers.car.no_such_module")
    error = refused(car(RECORDS))
    assert error.problem.key == "guard.crashed"
    assert error.remedy is not None and error.remedy.key == "bluesky.broken_remedy"


def test_the_child_says_too_large_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCKS", 5)
    assert child.convert(car(RECORDS)) == "too_large"


# ---------------------------------------------------------------- frames


@pytest.mark.parametrize(
    "address",
    [
        cid(b"data"),
        b"\x12\x20" + b"7" * 32,
        b"\x01\x55\x12\x20" + b"7" * 32,
        b"\x01\x71\x1e\x40" + b"7" * 64,
        b"\x01\xf1\x02\x12\x20" + b"7" * 32,
    ],
)
def test_addresses_of_every_kind_end_where_they_say(address: bytes) -> None:
    header = encode_dag_cbor({"roots": [], "version": 1})
    content = varint(len(header)) + header + frame(address, b"data")
    (found,) = blocks.blocks(content)
    assert (found.cid, content[found.start : found.end]) == (address, b"data")


@pytest.mark.parametrize("content", [b"", b"\x80", b"\x00", b"\x05ab", b"\xff" * 20, varint(5000) + b"x" * 6000])
def test_a_header_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(blocks.CarError):
        list(blocks.blocks(content))


@pytest.mark.parametrize(
    ("path", "wanted"), [("repo.car", True), ("a/did_plc_x.CAR", True), ("repo.car.txt", False), ("scar.json", False)]
)
def test_repositories_are_known_by_their_ending_in_a_folder(path: str, wanted: bool) -> None:
    assert READER.wants(path) is wanted
