"""Files packed by themselves: unpacked under the caps, never further than is asked; other archives are named."""

import io
import lzma
from pathlib import Path

import pytest
from exports_made import archive
from sayable import said

from reachcheck.errors import UnreadableError
from reachcheck.readers.source import Caps, open_source
from reachcheck.readers.source.member import CHUNK, HEAD

TEXT = b"handle\nada\n" * 20_000


def write(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return str(folder / name)


def refused(path: str, caps: Caps | None = None) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        source = open_source(path, caps=caps or Caps())
        assert source.members[0].content == b""
    assert caught.value.remedy is not None
    assert all(said(caught.value.problem) + said(caught.value.remedy))
    return caught.value


def test_a_packed_file_is_what_is_in_it(tmp_path: Path) -> None:
    (member,) = open_source(write(tmp_path, "a.json.xz", lzma.compress(TEXT))).members
    assert (member.name, member.content, member.head) == ("a.json.xz", TEXT, TEXT[:HEAD])
    assert (member.pieces, member.file) == (None, None), "these would be the packed bytes"


def test_a_packed_file_may_be_longer_than_is_unpacked_at_once(tmp_path: Path) -> None:
    text = b"".join(b"%d\n" % number for number in range(400_000))
    assert len(text) > 2 * CHUNK
    path = write(tmp_path, "a.csv.xz", lzma.compress(text, preset=0))
    assert open_source(path).members[0].content == text


def test_in_a_folder_and_in_an_archive_it_is_unpacked_too(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder, "a.json.xz", lzma.compress(TEXT))
    assert [member.content for member in open_source(str(folder)).members] == [TEXT]
    zipped = archive(tmp_path, "a.zip", {"in/a.json.XZ": lzma.compress(TEXT)})
    assert [member.content for member in open_source(zipped).members] == [TEXT]


def test_nothing_is_unpacked_before_it_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder, "broken.json.xz", lzma.compress(TEXT)[:100])
    assert [member.path for member in open_source(str(folder)).members] == ["broken.json.xz"]


def test_a_file_that_only_is_named_so_stays_as_it_is(tmp_path: Path) -> None:
    (member,) = open_source(write(tmp_path, "a.json.xz", b"[1, 2]")).members
    assert (member.content, member.head) == (b"[1, 2]", b"[1, 2]")


@pytest.mark.parametrize(
    "content",
    [
        lzma.compress(TEXT)[:100],
        lzma.compress(TEXT)[:-5],
        lzma.compress(TEXT)[:20] + b"\x00" * 200,
        b"\xfd7zXZ\x00",
        b"\xfd7zXZ\x00" + b"\xff" * 50,
    ],
)
def test_a_damaged_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    error = refused(write(tmp_path, "a.json.xz", content))
    assert (error.place, error.problem.key) == ("a.json.xz", "source.broken_xz")


def test_a_file_that_wants_more_memory_than_any_export_is_refused(tmp_path: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 29}]
    content = lzma.compress(b"small", format=lzma.FORMAT_XZ, filters=filters)
    assert refused(write(tmp_path, "a.json.xz", content)).problem.key == "source.broken_xz"


def test_a_file_that_grows_as_no_export_does_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json.xz", lzma.compress(b" " * (8 << 20)))
    error = refused(path)
    assert (error.place, error.problem.key) == ("a.json.xz", "source.ratio")
    assert error.problem.params == {"member": "a.json.xz", "ratio": 200}
    (member,) = open_source(path).members
    assert member.head == b" " * HEAD


def test_a_file_may_grow_to_just_what_is_allowed(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json.xz", lzma.compress(TEXT))
    assert refused(path, Caps(ratio=1, ratio_from=len(TEXT) - 1)).problem.key == "source.ratio"
    assert open_source(path, caps=Caps(ratio=1, ratio_from=len(TEXT))).members[0].content == TEXT


def test_what_is_unpacked_counts_against_the_caps(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json.xz", lzma.compress(TEXT))
    assert refused(path, Caps(member=len(TEXT) - 1)).problem.key == "source.too_large"
    assert refused(path, Caps(total=len(TEXT) - 1)).problem.key == "source.total_too_large"
    assert open_source(path, caps=Caps(member=len(TEXT))).members[0].content == TEXT


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("archive-20190101000000-0a.tar.gz", b"\x1f\x8b\x08\x00", "GZ"),
        ("export.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "7z"),
        ("export.rar", b"Rar!\x1a\x07\x01\x00", "RAR"),
    ],
)
def test_archives_of_other_kinds_are_named_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    error = refused(write(tmp_path, name, content))
    assert (error.place, error.problem.key, error.problem.params) == (name, "source.other_archive", {"kind": kind})


def test_another_archive_on_standard_input_is_named_too() -> None:
    with pytest.raises(UnreadableError) as caught:
        open_source("-", stdin=io.BytesIO(b"\x1f\x8b\x08\x00"))
    assert caught.value.problem.key == "source.other_archive"


def test_of_an_archive_no_member_is_looked_into_for_its_kind(tmp_path: Path) -> None:
    zipped = archive(tmp_path, "a.zip", {"messages.tar.gz": b"\x1f\x8b\x08\x00"})
    assert [member.path for member in open_source(zipped).members] == ["messages.tar.gz"]
