"""Files, folders and standard input as members: what is opened, what is ignored, what is refused."""

import hashlib
import io
import os
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from archives_made import packed, refused, shown, write
from sayable import with_remedy

from reachcheck.errors import UnreadableError, UsageError
from reachcheck.readers.source import Caps, open_source
from reachcheck.readers.source.member import CHUNK, Budget


def test_a_file(tmp_path: Path) -> None:
    content = b"x" * 100_000
    write(tmp_path, {"a.csv": content})
    source = open_source(str(tmp_path / "a.csv"))
    (member,) = source.members
    assert (source.name, source.kind, source.ignored) == ("a.csv", "file", ())
    assert (member.name, member.path, member.size, member.dated) == ("a.csv", "a.csv", 100_000, None)
    assert member.head == content[:65536]
    assert member.content == content
    assert member.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("path", ["", "missing.csv", "a.csv/b", "nul\0l"])
def test_a_missing_path_is_a_mistake_in_the_command(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"a.csv": b"x"}))
    with pytest.raises(UsageError) as caught:
        open_source(path)
    assert caught.value.problem.key == "source.missing"
    assert caught.value.problem.params == {"path": path}
    with_remedy(caught.value)


def test_a_path_that_the_system_refuses() -> None:
    error = refused("x" * 5000)
    assert (error.place, error.problem.key) == ("x" * 5000, "source.system_error")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.csv": b"x"})
    monkeypatch.setattr(Path, "open", _forbidden)
    error = refused(str(tmp_path / "a.csv"))
    assert error.problem.key == "source.no_permission"
    assert error.place == "a.csv"
    with_remedy(error)


def test_a_file_that_is_locked_after_it_was_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (member,) = open_source(str(write(tmp_path, {"a.csv": b"x"}))).members
    monkeypatch.setattr(Path, "open", _forbidden)
    with pytest.raises(UnreadableError) as caught:
        member.content  # noqa: B018
    assert (caught.value.place, caught.value.problem.key) == ("a.csv", "source.no_permission")


def _forbidden(*_: object, **__: object) -> None:
    raise PermissionError(13, "no")


def test_a_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "iterdir", _forbidden)
    assert refused(str(tmp_path)).place == str(tmp_path)


def test_a_folder(tmp_path: Path) -> None:
    files = {"b.csv": b"1", "a/2.json": b"2", "a/1.json": b"3", "a.txt": b"4"}
    write(tmp_path / "export", files)
    write(tmp_path / "export", {".DS_Store": b"", "a/._1.json": b"", "__MACOSX/a/x": b"", ".git/config": b""})
    source = open_source(str(tmp_path / "export"))
    assert (source.name, source.kind) == ("export", "folder")
    assert shown(source) == files
    assert [member.path for member in source.members] == ["a/1.json", "a/2.json", "a.txt", "b.csv"]
    assert [member.name for member in source.members] == ["a/1.json", "a/2.json", "a.txt", "b.csv"]
    assert set(source.ignored) == {".DS_Store", "a/._1.json", "__MACOSX", ".git"}


def test_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"a.csv": b"1"}))
    source = open_source(".")
    assert source.name == tmp_path.name
    assert shown(source) == {"a.csv": b"1"}


def test_a_file_of_a_folder_knows_what_the_folder_is_called(tmp_path: Path) -> None:
    write(tmp_path / "export-of-ada", {"lists/a.csv": b"x"})
    (member,) = open_source(str(tmp_path / "export-of-ada")).members
    assert (member.name, member.container) == ("lists/a.csv", "export-of-ada/lists/a.csv")
    (alone,) = open_source(str(tmp_path / "export-of-ada" / "lists" / "a.csv")).members
    assert alone.container == "a.csv"


def test_links_do_not_lead_out_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {"out/secret.csv": b"s", "in/a.csv": b"a", "in/sub/b.csv": b"b"})
    folder = tmp_path / "in"
    (folder / "leak.csv").symlink_to(tmp_path / "out" / "secret.csv")
    (folder / "leaks").symlink_to(tmp_path / "out")
    (folder / "same.csv").symlink_to(folder / "a.csv")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "again").symlink_to(folder)
    source = open_source(str(folder))
    assert shown(source) == {"a.csv": b"a", "same.csv": b"a", "sub/b.csv": b"b"}
    assert source.ignored == ()
    assert {one.name: one.why.key for one in source.refused} == {
        "leak.csv": "source.leads_outside",
        "leaks": "source.no_file",
        "loop": "source.no_file",
        "again": "source.no_file",
    }


def test_an_empty_folder_has_no_members(tmp_path: Path) -> None:
    assert open_source(str(tmp_path)).members == ()


def test_zips_in_a_folder_are_opened(tmp_path: Path) -> None:
    inner = packed({"connections/followers_1.json": b"[]", ".DS_Store": b""})
    write(tmp_path, {"parts/x.zip": inner, "a.csv": b"1", "not.zip": b"text", "named.data": inner})
    source = open_source(str(tmp_path))
    assert [member.path for member in source.members] == [
        "a.csv",
        "named.data",
        "not.zip",
        "parts/x.zip/connections/followers_1.json",
    ]
    assert source.members[-1].name == "parts/x.zip/connections/followers_1.json"
    assert source.ignored == ("parts/x.zip/.DS_Store",)


def test_what_several_zips_of_a_folder_leave_out_is_told_of_each(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in ("a.json", "a.json", ".DS_Store", "../up"):
                archive.writestr(name, b"[]")
    source = open_source(str(write(tmp_path, {"1.zip": out.getvalue(), "2.zip": out.getvalue()})))
    assert [member.path for member in source.members] == ["1.zip/a.json"] * 2 + ["2.zip/a.json"] * 2
    assert source.repeated == ("1.zip/a.json", "2.zip/a.json")
    assert source.ignored == ("1.zip/.DS_Store", "2.zip/.DS_Store")
    assert [one.name for one in source.refused] == ["1.zip/../up", "2.zip/../up"]


class Dripping(io.BytesIO):
    """Gives three bytes at a time, however many are asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(3, size) if size and size > 0 else 3)


def test_no_more_than_the_limit_is_read_of_what_comes_in_small_pieces() -> None:
    stream = Dripping(b"abcdefgh")
    assert Budget(Caps()).read(stream, "a", 5) == b"abcde"
    assert stream.tell() == 5


def test_a_file_that_is_read_again_counts_once(tmp_path: Path) -> None:
    content = b"x" * (2 * CHUNK + 1)
    write(tmp_path, {"a.csv": content, "b.csv": b"y"})
    first, second = open_source(str(tmp_path), caps=Caps(total=len(content) + 1)).members
    assert [first.opener(None), first.opener(10), first.opener(None)] == [content, content[:10], content]
    assert second.content == b"y"


def test_a_file_in_pieces_has_a_cap_of_its_own(tmp_path: Path) -> None:
    content = b"x" * (2 * CHUNK + 1)
    path = str(write(tmp_path, {"a.csv": content}) / "a.csv")
    (member,) = open_source(path, caps=Caps(table=len(content))).members
    assert member.pieces is not None
    assert [len(piece) for piece in member.pieces()] == [CHUNK, CHUNK, 1]
    (member,) = open_source(path, caps=Caps(table=len(content) - 1)).members
    assert member.pieces is not None
    with pytest.raises(UnreadableError) as caught:
        list(member.pieces())
    assert (with_remedy(caught.value).problem.key, caught.value.place) == ("source.too_large", "a.csv")


def test_standard_input() -> None:
    source = open_source("-", io.BytesIO(b"Date,Reach\n"))
    (member,) = source.members
    assert (source.name, source.kind, member.name) == ("stdin", "stdin", "stdin")
    assert (member.head, member.content, member.size) == (b"Date,Reach\n", b"Date,Reach\n", 11)


def test_standard_input_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"abc")))
    assert open_source("-").members[0].content == b"abc"


def test_a_zip_through_standard_input() -> None:
    source = open_source("-", io.BytesIO(packed({"a.json": b"[1]"})))
    assert (source.name, source.kind) == ("stdin", "stdin")
    (member,) = source.members
    assert (member.name, member.path, member.content) == ("stdin/a.json", "a.json", b"[1]")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_in_a_folder_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    source = open_source(str(tmp_path))
    assert (source.members, source.ignored) == ((), ())
    assert [(one.name, one.why.key) for one in source.refused] == [("pipe.csv", "source.no_file")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"abc",))
    writer.start()
    source = open_source(str(pipe))
    writer.join()
    assert (source.kind, source.name) == ("file", "pipe")
    assert (source.members[0].head, source.members[0].content) == (b"abc", b"abc")
