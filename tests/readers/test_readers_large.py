"""Tables too large to hold, on their way from disk or archive to the rows of the model."""

import hashlib
import lzma
from pathlib import Path

import pytest
from exports_made import archive

from reachcheck import pipeline
from reachcheck.errors import UnreadableError
from reachcheck.readers.aliases import known
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.source import Caps, Member, open_source
from reachcheck.readers.source import member as sizes
from reachcheck.readers.table import read_large

TEXT = b"username,followed_at\n" + b"".join(b"user%d,2024-01-%02d\n" % (n, 1 + n % 28) for n in range(300))


@pytest.fixture(autouse=True)
def limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizes, "LARGE", 1_000)


def only(path: str | Path, caps: Caps | None = None) -> Member:
    (member,) = open_source(str(path), caps=caps or Caps()).members
    return member


def on_disk(folder: Path, name: str = "followers.csv", content: bytes = TEXT) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def test_only_what_is_larger_than_the_limit_is_large(tmp_path: Path) -> None:
    assert not only(on_disk(tmp_path, content=TEXT[:1_000])).is_large
    assert only(on_disk(tmp_path, content=TEXT[:1_001])).is_large


def test_pieces_are_the_content_as_often_as_they_are_asked_for(tmp_path: Path) -> None:
    for member in (only(on_disk(tmp_path)), only(archive(tmp_path, "a.zip", {"followers.csv": TEXT}))):
        assert member.pieces is not None
        for _ in range(2):
            assert b"".join(member.pieces()) == TEXT
        assert member.sha256 == hashlib.sha256(TEXT).hexdigest()
        assert "content" not in vars(member)


def test_what_can_be_read_only_once_or_unpacked_whole_is_not_large(tmp_path: Path) -> None:
    assert not only(on_disk(tmp_path, "a.csv.xz", lzma.compress(TEXT * 99))).is_large


def test_a_table_larger_than_what_is_held_is_read_from_disk(tmp_path: Path) -> None:
    content = TEXT + b"".join(b"more%d,2024-01-01\n" % n for n in range(5_000))
    member = only(on_disk(tmp_path, content=content), Caps(member=len(content) - 1))
    assert read_large(member, known).column("username")[5_299] == "more4999"
    with pytest.raises(UnreadableError) as caught:
        assert member.content
    assert caught.value.problem.key == "source.too_large"


@pytest.mark.parametrize("bulk", [True, False])
def test_a_table_larger_than_any_is_refused(tmp_path: Path, bulk: bool) -> None:
    member = only(on_disk(tmp_path), Caps(table=len(TEXT) - 1))
    with pytest.raises(UnreadableError) as caught:
        read_large(member, known, bulk=bulk)
    assert (caught.value.problem.key, caught.value.place) == ("source.too_large", "followers.csv")


def test_a_large_member_of_an_archive_stays_under_its_caps(tmp_path: Path) -> None:
    member = only(archive(tmp_path, "a.zip", {"followers.csv": TEXT}), Caps(member=len(TEXT) - 1))
    with pytest.raises(UnreadableError) as caught:
        read_large(member, known)
    assert caught.value.problem.key == "source.too_large"


def test_a_damaged_archive_is_refused_while_its_pieces_are_read(tmp_path: Path) -> None:
    path = Path(archive(tmp_path, "a.zip", {"followers.csv": TEXT}))
    content = bytearray(path.read_bytes())
    content[content.index(b"followers.csv") + 30] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        read_large(only(path), known)
    assert caught.value.problem.key == "source.broken_zip"


@pytest.mark.parametrize("packed", [True, False])
def test_the_account_of_a_large_list_is_that_of_a_small_one(
    tmp_path: Path, packed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = TEXT + b"user7,2024-05-05\n,2024-05-05\nuser301,soon\n"
    path = archive(tmp_path, "a.zip", {"followers.csv": content}) if packed else str(on_disk(tmp_path, content=content))
    large = pipeline.read_all([path], ReadOptions()).readings[0].record
    monkeypatch.setattr(sizes, "LARGE", 1 << 30)
    assert large == pipeline.read_all([path], ReadOptions()).readings[0].record
    assert (large.rows_read, large.rows_kept) == (303, 301)
    assert [note.row for note in large.reported] == [302, 303]
    assert [note.row for note in large.warnings if note.row > 0] == [304]
