"""One entry of a ZIP: what is listed is what comes out, or nothing does."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from archives_made import packed, refused, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from reachcheck.readers.source.unpack import LyingSizeError, Unpacker

TEXT = b"handle,likes\nann,1\n" * 5000
LIST = b"PK\x01\x02"


def unpacked(content: bytes, step: int = 1 << 16) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (entry,) = archive.infolist()
    unpacker = Unpacker(io.BytesIO(content), entry)
    return b"".join(iter(lambda: unpacker.read(step), b""))


def listed_as(content: bytes, **values: int) -> bytes:
    """The same archive with other values in its list: sum, packed size, size."""
    out = bytearray(content)
    for name, value in values.items():
        struct.pack_into("<I", out, content.rindex(LIST) + {"sum": 16, "packed": 20, "size": 24}[name], value)
    return bytes(out)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("content", [b"", b"a", TEXT], ids=["empty", "one", "long"])
def test_what_was_packed_comes_out(method: int, content: bytes) -> None:
    for step in (1, 7, 1 << 20) if len(content) < 9 else (1000, 1 << 20):
        assert unpacked(packed({"a.csv": content}, method), step) == content


def test_an_entry_that_was_written_as_a_stream_comes_out() -> None:
    out = io.BytesIO()
    out.seekable = lambda: False  # type: ignore[method-assign]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.csv", "w") as entry:
        entry.write(TEXT)
    assert unpacked(out.getvalue()) == TEXT


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("size", [0, 1, 19])
def test_more_than_is_listed_is_refused_even_with_the_right_sum(method: int, size: int) -> None:
    content = listed_as(packed({"a.csv": TEXT}, method), size=size, sum=zlib.crc32(TEXT[:size]))
    with pytest.raises(zipfile.BadZipFile):
        unpacked(content)


def test_a_lying_size_is_told_from_damage() -> None:
    content = listed_as(packed({"a.csv": TEXT}), size=19, sum=zlib.crc32(TEXT[:19]))
    with pytest.raises(LyingSizeError):
        unpacked(content)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_less_than_is_listed_is_refused(method: int) -> None:
    with pytest.raises(zipfile.BadZipFile):
        unpacked(listed_as(packed({"a.csv": TEXT}, method), size=len(TEXT) + 1))


def test_another_sum_is_refused() -> None:
    with pytest.raises(zipfile.BadZipFile):
        unpacked(listed_as(packed({"a.csv": TEXT}), sum=7))


@pytest.mark.parametrize("more", [-1, 1, 20])
def test_an_end_before_or_after_the_listed_one_is_refused(more: int) -> None:
    content = packed({"a.csv": TEXT})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.infolist()[0].compress_size
    with pytest.raises((zipfile.BadZipFile, zlib.error)):
        unpacked(listed_as(content, packed=size + more))


def test_an_entry_that_has_no_end_is_refused_although_all_of_it_comes_out() -> None:
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    endless = deflate.compress(TEXT) + deflate.flush(zlib.Z_SYNC_FLUSH)
    content = bytearray(listed_as(packed({"a.csv": endless}, zipfile.ZIP_STORED), size=len(TEXT), sum=zlib.crc32(TEXT)))
    for at in (8, content.rindex(LIST) + 10):
        struct.pack_into("<H", content, at, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("a.csv") == TEXT
    with pytest.raises(zipfile.BadZipFile):
        unpacked(bytes(content))


@pytest.mark.parametrize(
    ("at", "values"),
    [(0, b"XX"), (6, b"\x01"), (8, b"\0"), (30, b"b"), (26, b"\4")],
    ids=["mark", "password", "method", "name", "length of the name"],
)
def test_an_entry_that_is_not_the_listed_one_is_refused(at: int, values: bytes) -> None:
    content = packed({"a.csv": TEXT})
    with pytest.raises(zipfile.BadZipFile):
        unpacked(content[:at] + values + content[at + len(values) :])


def test_an_entry_that_the_archive_ends_before_is_refused() -> None:
    content = packed({"a.csv": b"x"})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (entry,) = archive.infolist()
    entry.header_offset = len(content) - 5
    with pytest.raises(zipfile.BadZipFile):
        Unpacker(io.BytesIO(content), entry)


def test_a_lying_member_is_named(tmp_path: Path) -> None:
    content = listed_as(packed({"a.csv": TEXT}), size=19, sum=zlib.crc32(TEXT[:19]))
    error = refused(zipped(tmp_path, content))
    assert (error.problem.key, error.place) == ("source.lying_size", "export.zip/a.csv")


@settings(deadline=None)
@given(st.data())
def test_any_damage_gives_the_packed_bytes_or_none(data: st.DataObject) -> None:
    content = bytearray(packed({"a.csv": TEXT[:300]}))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        (entry,) = archive.infolist()
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, content.index(LIST) - 1))] = data.draw(st.integers(0, 255))
    try:
        unpacker = Unpacker(io.BytesIO(bytes(content)), entry)
        found = b"".join(iter(lambda: unpacker.read(50), b""))
    except (zipfile.BadZipFile, zlib.error, ValueError):
        return
    assert found == TEXT[:300]
