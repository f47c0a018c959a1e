"""The list of entries of a ZIP: how many there are, and where they lie, is looked at before it is believed."""

import io
import struct
import zipfile
from contextlib import nullcontext
from pathlib import Path

import pytest
from archives_made import LIST, packed, patched, refused, shown, zipped
from sayable import with_remedy

from reachcheck.errors import UnreadableError
from reachcheck.readers.source import Caps, listing, open_source


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, {f"{number}": b"" for number in range(4)})
    assert len(open_source(path, caps=Caps(entries=4)).members) == 4
    error = with_remedy(refused(path, Caps(entries=3)))
    assert (error.place, error.problem.key) == ("export.zip", "source.too_many_entries")
    assert error.problem.params == {"cap": 3}


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """No list of entries may be read, only looked at."""

    def read(*_: object) -> None:
        raise AssertionError("the list was read")

    monkeypatch.setattr(listing.zipfile, "ZipFile", read)


def commented(content: bytes, comment: bytes) -> bytes:
    return content[:-2] + struct.pack("<H", len(comment)) + comment


MANY = packed({f"{number}": b"" for number in range(4)})


@pytest.mark.parametrize(
    "content",
    [
        MANY,
        b"\0" * 200_000 + MANY,
        commented(MANY, b"x" * 65535),
        b"\0" * 200_000 + commented(MANY, b"x" * 65535),
        packed({**{f"{number}": b"" for number in range(3)}, "large": bytes(range(256)) * 999}, zipfile.ZIP_STORED),
        packed({**{f"{number}": b"" for number in range(3)}, "in.zip": packed({"a": b""})}, zipfile.ZIP_STORED),
    ],
    ids=["small", "after other bytes", "before a comment", "between both", "after much content", "around another"],
)
@pytest.mark.usefixtures("unread")
def test_too_many_entries_are_refused_before_their_list_is_read(content: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        listing.read_listing(content, "export.zip", 3)
    assert (caught.value.place, caught.value.problem.key) == ("export.zip", "source.too_many_entries")


def far(content: bytes, size: int | None = None) -> bytes:
    """The same archive with the end that archives of more than four gigabytes have, and the size of its list there."""
    first, end = content.index(LIST), len(content) - 22
    n = content.count(LIST)
    size = end - first if size is None else size
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, n, n, size, first)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    last = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return content[:end] + record + locator + last


@pytest.mark.parametrize(
    "content",
    [*(MANY[:-10] + struct.pack("<I", size) + MANY[-6:] for size in (2**31, 2**32 - 2)), far(MANY, 2**63)],
    ids=["two", "four", "far more"],
)
@pytest.mark.usefixtures("unread")
def test_a_list_that_is_said_to_take_gigabytes_is_refused_unread(content: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        listing.read_listing(content, "export.zip", 4)
    assert caught.value.problem.key == "source.too_many_entries"


def test_what_stands_in_a_comment_is_no_entry(tmp_path: Path) -> None:
    content = commented(packed({"a.json": b"[1]"}), LIST * 5)
    assert shown(open_source(zipped(tmp_path, content), caps=Caps(entries=1))) == {"a.json": b"[1]"}


def test_a_broken_archive_is_broken_even_where_there_is_no_room_for_any_entry(tmp_path: Path) -> None:
    assert refused(zipped(tmp_path, packed({"a": b"x"})[:40]), Caps(entries=0)).problem.key == "source.broken_zip"


def test_entries_of_inner_zips_count(tmp_path: Path) -> None:
    inner = packed({"a": b"", "b": b""})
    path = zipped(tmp_path, {"1.zip": inner, "2.zip": inner})
    assert len(open_source(path, caps=Caps(entries=6)).members) == 4
    source = open_source(path, caps=Caps(entries=5))
    assert [member.path for member in source.members] == ["1.zip/a", "1.zip/b"]
    assert [(one.name, one.why.key) for one in source.refused] == [("export.zip/2.zip", "source.too_many_entries")]


class Counted(io.BytesIO):
    """Counts the bytes that it gives."""

    given = 0

    def read(self, size: int | None = -1, /) -> bytes:
        found = super().read(size)
        self.given += len(found)
        return found


@pytest.mark.usefixtures("unread")
def test_of_a_large_archive_only_the_end_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    file = Counted(b"\0" * 2_000_000 + MANY)
    monkeypatch.setattr(listing, "opened", lambda _: nullcontext(file))
    with pytest.raises(UnreadableError):
        listing.read_listing(b"", "export.zip", 3)
    assert 0 < file.given < 100_000


@pytest.mark.parametrize("said", [0, 1, 4])
def test_entries_are_counted_whatever_their_number_is_said_to_be(tmp_path: Path, said: int) -> None:
    content = bytearray(packed({f"{number}": b"" for number in range(4)}))
    struct.pack_into("<2H", content, len(content) - 22 + 8, said, said)
    assert refused(zipped(tmp_path, bytes(content)), Caps(entries=3)).problem.key == "source.too_many_entries"


def test_entries_that_escape_the_first_count_are_counted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_count", lambda file, most: 0)
    path = zipped(tmp_path, {f"{number}": b"" for number in range(4)})
    assert refused(path, Caps(entries=3)).problem.key == "source.too_many_entries"


def test_a_long_list_of_few_entries_is_refused_unread(tmp_path: Path) -> None:
    content = packed({f"{'x' * 1500}{number}": b"" for number in range(3)})
    assert refused(zipped(tmp_path, content), Caps(entries=4)).problem.key == "source.too_many_entries"


def test_archives_of_more_than_four_gigabytes_are_listed_alike(tmp_path: Path) -> None:
    path = zipped(tmp_path, far(packed({"a.json": b"[1]", "b.json": b"[2]"})))
    assert shown(open_source(path)) == {"a.json": b"[1]", "b.json": b"[2]"}
    assert refused(path, Caps(entries=1)).problem.key == "source.too_many_entries"


def test_overlapping_entries_are_refused(tmp_path: Path) -> None:
    content = packed({"a": b"x" * 50, "b": b"y" * 50}, zipfile.ZIP_STORED)
    second = content.rindex(b"PK\x01\x02")
    out = bytearray(content)
    struct.pack_into("<I", out, second + 42, 0)
    error = with_remedy(refused(zipped(tmp_path, bytes(out))))
    assert (error.place, error.problem.key) == ("export.zip", "source.overlap")


def test_a_quoted_overlap_is_refused(tmp_path: Path) -> None:
    content = packed({"a": b"x" * 50, "b": b"y" * 50}, zipfile.ZIP_STORED)
    taken = patched(patched(content, 20, "<I", 50 + 31 + 50), 24, "<I", 50 + 31 + 50)
    assert refused(zipped(tmp_path, taken)).problem.key == "source.overlap"


def test_an_entry_that_reaches_into_the_list_of_entries_is_refused(tmp_path: Path) -> None:
    content = patched(packed({"a": b"x" * 50}, zipfile.ZIP_STORED), 20, "<I", 90)
    assert refused(zipped(tmp_path, content)).problem.key == "source.overlap"
