"""ZIP archives as members: names that are not opened, archives that are refused, and why."""

import io
import stat
import tempfile
import zipfile
from datetime import date
from pathlib import Path

import pytest
from archives_made import packed, patched, refused, shown, write, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from sayable import said, with_remedy

from reachcheck.errors import ReachcheckError, UnreadableError
from reachcheck.readers.source import Caps, open_source


def test_a_zip(tmp_path: Path) -> None:
    source = open_source(zipped(tmp_path, {"b.json": b"[2]", "top/a.json": b"[1]", "top/": b""}))
    assert (source.name, source.kind, source.ignored) == ("export.zip", "zip", ("top/",))
    first, second = source.members
    assert (first.name, first.path, first.size) == ("export.zip/b.json", "b.json", 3)
    assert (second.name, second.path) == ("export.zip/top/a.json", "top/a.json")
    assert (second.head, second.content, second.dated) == (b"[1]", b"[1]", date(2024, 5, 6))


def test_a_zip_by_any_name(tmp_path: Path) -> None:
    write(tmp_path, {"export (1).download": packed({"a.json": b"[]"})})
    assert open_source(str(tmp_path / "export (1).download")).kind == "zip"


ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize("name", ["sheet.ods", "sheet.zip", "sheet.xlsx"])
@pytest.mark.parametrize("kind", [ODS, ODS + b"-template"])
def test_a_workbook_of_opendocument_is_refused_before_its_pages_are_unpacked(
    tmp_path: Path, name: str, kind: bytes
) -> None:
    write(tmp_path, {name: packed({"mimetype": kind, "content.xml": b"<a>likes,reach</a>\n"})})
    with pytest.raises(UnreadableError) as caught:
        open_source(str(tmp_path / name))
    error = caught.value
    assert (error.problem.key, error.place) == ("source.opendocument", name)
    assert error.remedy is not None and error.remedy.key == "source.opendocument_remedy"


@pytest.mark.parametrize("kind", [b"application/epub+zip", b"", ODS[:-1], b" " * 101, b"x" * 99 + ODS])
def test_an_entry_of_another_type_or_size_refuses_nothing(tmp_path: Path, kind: bytes) -> None:
    assert set(shown(open_source(zipped(tmp_path, {"mimetype": kind, "a.csv": b"1"})))) == {"mimetype", "a.csv"}


def test_a_damaged_name_of_a_type_costs_only_itself(tmp_path: Path) -> None:
    content = packed({"a.csv": b"1", "mimetype": ODS}, zipfile.ZIP_STORED).replace(ODS + b"PK", ODS[:-1] + b"?PK")
    members = {member.path: member for member in open_source(zipped(tmp_path, content)).members}
    assert members["a.csv"].content == b"1"
    with pytest.raises(UnreadableError):
        assert members["mimetype"].content


def test_an_empty_zip(tmp_path: Path) -> None:
    source = open_source(zipped(tmp_path, {}))
    assert (source.kind, source.members) == ("zip", ())


@pytest.mark.parametrize(
    ("day", "dated"), [((1980, 1, 1), None), ((2024, 2, 30), None), ((2024, 2, 29), date(2024, 2, 29))]
)
def test_dates_of_entries(tmp_path: Path, day: tuple[int, int, int], dated: date | None) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a", (*day, 0, 0, 0)), b"")
    assert open_source(zipped(tmp_path, out.getvalue())).members[0].dated == dated


@pytest.mark.parametrize("where", ["top", "folder", "stdin"])
def test_a_workbook_is_one_file(tmp_path: Path, where: str) -> None:
    book = packed({"[Content_Types].xml": b"", "xl/workbook.xml": b"", "docProps/app.xml": b""})
    write(tmp_path, {"book.zip": book})
    path = {"top": str(tmp_path / "book.zip"), "folder": str(tmp_path), "stdin": "-"}[where]
    (member,) = open_source(path, io.BytesIO(book)).members
    assert member.content == book


def test_another_office_file_is_a_zip(tmp_path: Path) -> None:
    assert open_source(zipped(tmp_path, {"[Content_Types].xml": b"", "word/document.xml": b""})).kind == "zip"


def test_a_zip_in_a_zip_is_opened_once(tmp_path: Path) -> None:
    deepest = packed({"deep.json": b"[3]"})
    inner = packed({"in.json": b"[2]", "deep.zip": deepest, "__MACOSX/x": b""})
    book = packed({"[Content_Types].xml": b"", "xl/workbook.xml": b""})
    outer = {"a.json": b"[1]", "part.zip": inner, "book.zip": book, "text.zip": b"text"}
    source = open_source(zipped(tmp_path, outer))
    assert shown(source) == {
        "a.json": b"[1]",
        "book.zip": book,
        "part.zip/in.json": b"[2]",
        "text.zip": b"text",
    }
    assert source.members[-2].name == "export.zip/part.zip/in.json"
    assert source.ignored == ("part.zip/__MACOSX/x",)
    (deep,) = source.refused
    assert (deep.name, deep.why.key) == ("export.zip/part.zip/deep.zip", "source.nested")
    assert deep.remedy is not None
    assert all(said(deep.why) + said(deep.remedy))


def test_back_slashes_and_leading_dots_of_names(tmp_path: Path) -> None:
    source = open_source(zipped(tmp_path, {"connections\\a.json": b"[1]", "./b.json": b"[2]"}))
    assert shown(source) == {"b.json": b"[2]", "connections/a.json": b"[1]"}


UNSAFE = [
    "/etc/passwd",
    "../up",
    "a/../../up",
    "..\\up",
    "C:\\x",
    "c:x",
    "a\nb",
    "a\x1bb",
    "a\x7fb",
    "a\x85b",
    "\\\\host\\x",
]


@pytest.mark.parametrize("name", UNSAFE)
def test_unsafe_names_are_not_opened(tmp_path: Path, name: str) -> None:
    source = open_source(zipped(tmp_path, {name: b"x", "a.json": b"[]"}))
    assert [member.path for member in source.members] == ["a.json"]
    assert [(one.name, one.why.key) for one in source.refused] == [
        ("export.zip/" + name.replace("\\", "/"), "source.unsafe_name")
    ]


def test_a_name_with_a_nul_is_not_opened(tmp_path: Path) -> None:
    content = packed({"a.csv_b.exe": b"x"}).replace(b"a.csv_b.exe", b"a.csv\0b.exe")
    assert open_source(zipped(tmp_path, content)).members == ()


@pytest.mark.parametrize("name", ["__MACOSX/._a", "a/.DS_Store", "a/._b.json", "Thumbs.db", ".hidden/a"])
def test_clutter_is_not_opened(tmp_path: Path, name: str) -> None:
    source = open_source(zipped(tmp_path, {name: b"x"}))
    assert (source.members, source.ignored) == ((), (name,))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_in_a_zip_are_not_opened(tmp_path: Path, kind: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("link.json")
        entry.create_system = 3
        entry.external_attr = (kind | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    source = open_source(zipped(tmp_path, out.getvalue()))
    assert (source.members, source.ignored) == ((), ())
    assert [(one.name, one.why.key) for one in source.refused] == [("export.zip/link.json", "source.no_file")]


def test_names_may_be_written_as_before_unicode(tmp_path: Path) -> None:
    content = packed({"cafe.csv": b"1"}).replace(b"cafe.csv", b"caf\x82.csv")
    assert shown(open_source(zipped(tmp_path, content))) == {"café.csv": b"1"}
    assert shown(open_source(zipped(tmp_path, {"café.csv": b"1"}))) == {"café.csv": b"1"}


def test_a_look_into_a_large_member_takes_no_more_than_its_beginning(tmp_path: Path) -> None:
    (member,) = open_source(zipped(tmp_path, {"a.csv": b"x" * 100_000})).members
    assert member.head == b"x" * 65536


def test_two_entries_of_one_name(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("a.json", "[1]")
            archive.writestr("a.json", "[2]")
    source = open_source(zipped(tmp_path, out.getvalue()))
    assert [(member.name, member.path, member.content) for member in source.members] == [
        ("export.zip/a.json", "a.json", b"[1]"),
        ("export.zip/a.json (2)", "a.json", b"[2]"),
    ]
    assert source.repeated == ("a.json",)
    again = {"1.zip": out.getvalue(), "2.zip": out.getvalue()}
    assert open_source(zipped(tmp_path, again)).repeated == ("1.zip/a.json", "2.zip/a.json")


def test_an_encrypted_zip_is_refused_with_a_remedy(tmp_path: Path) -> None:
    error = refused(zipped(tmp_path, patched(packed({"a.json": b"[]"}), 8, "<H", 1)))
    assert with_remedy(error).problem.key == "source.encrypted"
    assert error.place == "export.zip/a.json"


def test_a_damaged_zip_in_a_folder_is_not_passed_over(tmp_path: Path) -> None:
    zipped(write(tmp_path, {"a.csv": b"1"}), packed({"a.json": b"[]"})[:-5])
    source = open_source(str(tmp_path))
    assert [member.path for member in source.members] == ["a.csv"]
    (broken,) = source.refused
    assert (broken.name, broken.why.key) == ("export.zip", "source.broken_zip")
    assert broken.remedy is not None
    assert all(said(broken.why) + said(broken.remedy))


@pytest.mark.parametrize("name", ["a/bomb.json", "a\\bomb.json"])
def test_a_member_that_grows_too_much_is_refused(tmp_path: Path, name: str) -> None:
    error = refused(zipped(tmp_path, {name: b"0" * (2 << 20)}))
    assert with_remedy(error).problem.key == "source.ratio"
    assert error.problem.params == {"member": "bomb.json", "ratio": 200}


def test_a_member_may_grow_to_just_what_is_allowed(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a.json": b"0" * 5000})
    assert shown(open_source(path, caps=Caps(ratio=1, ratio_from=5000))) == {"a.json": b"0" * 5000}
    assert refused(path, Caps(ratio=1, ratio_from=4999)).problem.key == "source.ratio"


def test_a_small_member_may_grow(tmp_path: Path) -> None:
    assert open_source(zipped(tmp_path, {"a.json": b"0" * (1 << 20)})).members[0].size == 1 << 20


@pytest.mark.parametrize("kind", ["zip", "file", "folder", "stdin"])
def test_too_large_a_member_is_refused(tmp_path: Path, kind: str) -> None:
    write(tmp_path / "in", {"a.csv": b"x" * 100})
    path = {"zip": zipped(tmp_path, {"a.csv": b"x" * 100}), "file": str(tmp_path / "in" / "a.csv"), "stdin": "-"}
    with pytest.raises(UnreadableError) as caught:
        stream = io.BytesIO(b"x" * 100)
        open_source(path.get(kind, str(tmp_path / "in")), stream, Caps(member=99)).members[0].content  # noqa: B018
    assert with_remedy(caught.value).problem.key == "source.too_large"
    assert caught.value.place == {"zip": "export.zip/a.csv", "stdin": "stdin"}.get(kind, "a.csv")


def test_a_large_member_may_be_looked_into(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": b"x" * 100_000})
    assert len(open_source(str(tmp_path / "a.csv"), caps=Caps(member=70_000)).members[0].head) == 65536


def test_too_much_in_total_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a": b"x" * 60, "b": b"y" * 60})
    error = with_remedy(refused(path, Caps(total=119)))
    assert (error.place, error.problem.key) == ("export.zip/b", "source.total_too_large")
    large = zipped(tmp_path, packed({"a": bytes(3 << 20)}, zipfile.ZIP_STORED))
    assert refused(large, Caps(total=2 << 20)).problem.params == {"megabytes": 2}
    path = zipped(tmp_path, {"a": b"x" * 60, "b": b"y" * 60})
    members = open_source(path, caps=Caps(total=120)).members
    assert [len(member.head + member.content) for member in members] == [120, 120]


def test_damaged_content_is_refused(tmp_path: Path) -> None:
    content = packed({"a": b"abcdefgh" * 9}, zipfile.ZIP_STORED).replace(b"abcd", b"abXd", 1)
    error = refused(zipped(tmp_path, content))
    assert with_remedy(error).problem.key == "source.broken_zip"
    assert error.place == "export.zip/a"


def test_an_unknown_method_of_packing_is_refused(tmp_path: Path) -> None:
    content = patched(packed({"a": b"abc"}, zipfile.ZIP_STORED), 10, "<H", 77)
    assert with_remedy(refused(zipped(tmp_path, content))).problem.key == "source.method"


@pytest.mark.parametrize("cut", [10, 60, 100])
def test_a_zip_that_was_cut_off_is_refused(tmp_path: Path, cut: int) -> None:
    content = packed({"a.json": b"abc" * 50})[:cut]
    error = refused(zipped(tmp_path, content))
    assert error.problem.key == "source.broken_zip"
    assert error.place == "export.zip"


def opened(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "x.zip"
        place.write_bytes(content)
        for path in (str(place), folder, "-"):
            try:
                for member in open_source(path, io.BytesIO(content)).members:
                    assert len(member.content) >= 0
            except ReachcheckError as error:
                assert isinstance(error, UnreadableError)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_after_a_signature_are_a_source_or_unreadable(content: bytes) -> None:
    opened(b"PK\x03\x04" + content)


@settings(deadline=None)
@given(st.data())
def test_any_damage_to_a_zip_is_a_source_or_unreadable(data: st.DataObject) -> None:
    content = bytearray(packed({"a/b.json": b"[1, 2, 3]" * 5, "inner.zip": packed({"c": b"x"})}))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    opened(bytes(content))


@pytest.mark.shared_data
def test_foreign_zips(shared_data: Path) -> None:
    files = sorted((shared_data / "hostile").rglob("*.zip"))
    assert len(files) > 40
    for file in files:
        try:
            source = open_source(str(file))
            for member in source.members:
                assert ".." not in member.path.split("/")
                assert member.content is not None
        except UnreadableError:
            continue
