"""Bad files and the same data in several shapes, as a person runs them: a sentence, an exit code, no row lost."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import reachcheck
from reachcheck.formats import schemas, to_json
from reachcheck.formats.words import Words

FOLLOWERS = "handle,followed_at\nann,2026-01-05\nbob,2026-01-06\ncy,2026-01-07\n"
DAILY = "date,followers\n2026-03-01,6\n2026-03-02,7\n"
SAMPLES = ("brand-page", "circle-594", "nathan-3000", "new-account", "quiet-expert", "viral-week")


def run(*args: object, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "reachcheck", *map(str, args)]
    done = subprocess.run(command, input=stdin, capture_output=True, env=env, cwd=cwd, timeout=120, check=False)
    return subprocess.CompletedProcess(
        command, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def refused(*args: object, code: int, stdin: bytes = b"") -> list[str]:
    """The lines of a refusal: said in both languages, with nothing on standard output and without a traceback."""
    english, french = (run("analyze", *args, "--lang", lang, stdin=stdin) for lang in ("en", "fr"))
    for done in (english, french):
        assert done.returncode == code
        assert done.stdout == ""
        assert "Traceback" not in done.stderr and "[" not in done.stderr
        assert 1 <= len(done.stderr.splitlines()) <= 4
    assert english.stderr.startswith("error: ")
    assert english.stderr != french.stderr
    return english.stderr.splitlines()


def report(*args: object, stdin: bytes = b"") -> dict[str, Any]:
    done = run("analyze", *args, "-f", "json", stdin=stdin)
    assert (done.returncode, done.stderr) == (0, "")
    value: dict[str, Any] = json.loads(done.stdout)
    assert value["sources"]
    for source in value["sources"]:
        assert source["rows_read"] == source["rows_kept"] + source["rows_reported"]
        assert source["rows_reported"] == len(source["reported"])
    return value


def told(value: dict[str, Any]) -> list[tuple[str, str]]:
    return [(note["place"], note["what"]["text"]) for source in value["sources"] for note in source["reported"]]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


# What cannot be read


def test_an_empty_file(tmp_path: Path) -> None:
    lines = refused(written(tmp_path, "followers.csv", ""), code=3)
    assert lines[:2] == ["error: This file is empty.", "where: followers.csv"]


def test_an_empty_file_has_a_remedy(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "followers.csv", ""), code=3)[2].startswith("to do: ")


@pytest.mark.parametrize("name", ["followers.csv", "posts.csv", "daily.csv"])
def test_a_header_and_nothing_below_it(tmp_path: Path, name: str) -> None:
    header = {
        "followers.csv": "handle,followed_at\n",
        "posts.csv": "post,date,likes\n",
        "daily.csv": "date,followers\n",
    }
    problem, where, remedy = refused(written(tmp_path, name, header[name]), code=3)
    assert "row" in problem
    assert (where, remedy[:7]) == (f"where: {name}", "to do: ")


def test_binary_noise(tmp_path: Path) -> None:
    noise = bytes((i * 7919 + 13) % 256 for i in range(5000))
    _, where, remedy = refused(written(tmp_path, "followers.csv", noise), code=3)
    assert where.endswith("followers.csv")
    assert "reachcheck exports" in remedy


@pytest.mark.parametrize("name", ["photo.csv", "letter.json"])
def test_files_of_another_kind_under_a_telling_suffix(tmp_path: Path, name: str) -> None:
    content = {"photo.csv": b"\x89PNG\r\n\x1a\n" + bytes(200), "letter.json": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"}
    refused(written(tmp_path, name, content[name]), code=3)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_another_encoding_is_read_and_a_guess_is_called_one(tmp_path: Path, encoding: str) -> None:
    text = "handle,followed_at\nrené,2026-01-05\nzoë,2026-01-06\n"
    value = report(written(tmp_path, "followers.csv", text.encode(encoding)))
    assert value["profile"]["followers"] == 2
    notes = " ".join(note["what"]["text"] for note in value["sources"][0]["warnings"])
    assert ("guess" in notes) == (encoding == "cp1252")


@pytest.mark.parametrize("inside", [{}, {"README.md": "hello"}, {"photo.jpg": "x", ".DS_Store": "y"}])
def test_a_folder_without_an_export(tmp_path: Path, inside: dict[str, str]) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, text in inside.items():
        written(folder, name, text)
    problem, where, remedy = refused(folder, code=3)
    assert "no export" in problem and where.endswith("mine") and "reachcheck exports" in remedy


def test_a_locked_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("followers.csv", FOLLOWERS)
    content = bytearray((tmp_path / "export.zip").read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + offset] |= 1
    problem, where, remedy = refused(written(tmp_path, "export.zip", bytes(content)), code=3)
    assert "password" in problem and where == "where: export.zip/followers.csv" and "Unpack" in remedy


def test_an_archive_cut_short(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("followers.csv", FOLLOWERS)
    content = (tmp_path / "export.zip").read_bytes()
    assert refused(written(tmp_path, "export.zip", content[: len(content) // 2]), code=3)


def test_columns_that_mean_nothing_are_listed_with_the_option_that_helps(tmp_path: Path) -> None:
    problem, where, remedy = refused(written(tmp_path, "mine.csv", "colour,size\nred,3\nblue,4\n"), code=3)
    assert "colour and size" in problem and where == "where: mine.csv" and "--as" in remedy


def test_a_column_that_the_role_needs(tmp_path: Path) -> None:
    path = written(tmp_path, "mine.csv", "colour,followers\nred,3\n")
    problem, where, remedy = refused(path, "--as", "daily", code=3)
    assert "date" in problem and where == "where: mine.csv" and "--map" in remedy


def test_a_column_of_the_map_that_is_not_there(tmp_path: Path) -> None:
    problem, *_, remedy = refused(written(tmp_path, "daily.csv", DAILY), "--map", "followers=Fans", code=2)
    assert "Fans" in problem and "--map" in remedy


def test_two_profiles_are_named_and_one_can_be_chosen(tmp_path: Path) -> None:
    sheet = "handle,platform,followers,average likes\nann,x,100,3\nbob,x,200,4\n"
    path = written(tmp_path, "sheet.csv", sheet)
    problem, remedy = refused(path, code=2)
    assert "ann and bob" in problem and "--handle" in remedy and "batch" in remedy
    assert report(path, "--handle", "bob")["profile"]["followers"] == 200


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    problem, remedy = refused(tmp_path / "gone.csv", code=2)
    assert "gone.csv" in problem and remedy.startswith("to do: ")


def test_nothing_on_standard_input() -> None:
    assert refused("-", code=3)[1] == "where: stdin"


def test_a_file_of_which_no_row_can_be_used_names_the_first(tmp_path: Path) -> None:
    problem, where, _ = refused(written(tmp_path, "posts.csv", "post,date,likes\np1,2026-01-01,-4\n"), code=3)
    assert "row 2" in problem and "-4" in problem and where == "where: posts.csv"


# Rows that cannot be used, in files that can


def test_an_impossible_date_is_reported_with_its_place(tmp_path: Path) -> None:
    value = report(written(tmp_path, "daily.csv", DAILY + "2026-02-30,5\n2026-13-01,5\n"))
    assert [place for place, _ in told(value)] == ["daily.csv:4", "daily.csv:5"]
    assert "2026-02-30" in told(value)[0][1]
    assert (value["profile"]["followers"], value["profile"]["to"]) == (7, "2026-03-02")


def test_negative_counts_are_reported_and_not_taken_for_zero(tmp_path: Path) -> None:
    text = "post,date,likes,comments\np1,2026-01-01,-4,2\np2,2026-01-02,5,1\np3,2026-01-03,5,-1\n"
    value = report(written(tmp_path, "posts.csv", text))
    assert told(value) == [("posts.csv:2", "likes: -4 is below 0"), ("posts.csv:4", "comments: -1 is below 0")]
    assert value["sources"][0]["rows_kept"] == 1


@pytest.mark.parametrize("count", [str(10**30), "9007199254740993"])
def test_an_impossible_count_is_reported(tmp_path: Path, count: str) -> None:
    value = report(written(tmp_path, "daily.csv", f"{DAILY}2026-03-03,{count}\n"))
    assert told(value) == [("daily.csv:4", f"followers: {count} is too large for a count")]
    assert value["profile"]["followers"] == 7


@pytest.mark.parametrize("count", [str(10**30), "roughly-a-lot"])
def test_a_stated_count_that_is_no_count_is_said(tmp_path: Path, count: str) -> None:
    sheet = f"handle,platform,followers,average likes\nann,x,{count},3\n"
    done = run("analyze", written(tmp_path, "sheet.csv", sheet))
    assert count in done.stdout + done.stderr


def test_a_row_of_five_cells_below_a_header_of_four(tmp_path: Path) -> None:
    text = "post,date,likes,comments\np1,2026-01-01,4,2,9\np2,2026-01-02,5,1\n"
    value = report(written(tmp_path, "posts.csv", text))
    assert told(value) == [("posts.csv:2", "5 cells where the header has 4")]
    assert value["sources"][0]["rows_kept"] == 1


def test_no_count_is_unknown_and_never_zero(tmp_path: Path) -> None:
    value = report(written(tmp_path, "posts.csv", "post,date,likes\np1,2026-01-01,4\n"))
    assert value["profile"]["followers"] is None and value["real_reach"] is None
    assert value["verdict"]["label"] == "not assessable"
    for measure in value["measures"]:
        if measure["status"] == "unknown":
            assert measure["value"] is measure["low"] is measure["high"] is None
            assert measure["reason"]["text"]


def test_one_bad_file_beside_a_good_one_is_named_in_the_report(tmp_path: Path) -> None:
    good = written(tmp_path, "followers.csv", FOLLOWERS)
    value = report(good, written(tmp_path, "posts.csv", "colour,size\nred,3\nblue,4\n"))
    assert value["profile"]["followers"] == 3
    (bad,) = (source for source in value["sources"] if source["file"] == "posts.csv")
    assert "colour and size" in bad["warnings"][0]["what"]["text"]


# The same data in several shapes


def shapes(folder: Path) -> dict[str, Path]:
    rows = [
        {"post": f"p{i}", "date": f"2026-01-{i + 1:02}", "likes": 5 + i % 7, "comments": i % 3, "reach": 90 + i}
        for i in range(25)
    ]
    header = ",".join(rows[0])
    lines = [",".join(str(value) for value in row.values()) for row in rows]
    return {
        "csv": written(folder, "posts.csv", "\n".join([header, *lines, ""])),
        "semicolons": written(folder, "with_semicolons.csv", "\r\n".join([header, *lines, ""]).replace(",", ";")),
        "tabs": written(folder, "posts.tsv", "\n".join([header, *lines, ""]).replace(",", "\t")),
        "json": written(folder, "posts.json", json.dumps(rows)),
        "json lines": written(folder, "posts.jsonl", "".join(json.dumps(row) + "\n" for row in rows)),
    }


def test_the_same_data_in_any_shape_gives_the_same_measures(tmp_path: Path) -> None:
    made = {name: report(path) for name, path in shapes(tmp_path).items()}
    measures = {name: json.dumps(value["measures"]) for name, value in made.items()}
    assert sum(measure["status"] == "known" for measure in made["csv"]["measures"]) >= 5
    assert len(set(measures.values())) == 1
    assert len({json.dumps(value["verdict"]) for value in made.values()}) == 1


def test_standard_input_says_what_the_file_says(tmp_path: Path) -> None:
    path = shapes(tmp_path)["csv"]
    given, streamed = report(path), report("-", stdin=path.read_bytes())
    assert streamed["measures"] == given["measures"]
    assert streamed["sources"][0]["file"] == "stdin"


def test_the_schema_that_is_printed_is_one_and_is_shipped() -> None:
    printed = json.loads(run("schema", "report").stdout)
    Draft202012Validator.check_schema(printed)
    assert printed == json.loads(schemas.text("report"))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_sample_fits_the_schema_that_is_shipped(samples: Path, sample: str, lang: str) -> None:
    value = json.loads(to_json.render(reachcheck.analyze(samples / sample), Words(lang)))
    Draft202012Validator(json.loads(schemas.text("report"))).validate(value)
    for finding in value["findings"]:
        if finding["status"] == "flagged":
            assert finding["innocent"] and finding["evidence"] and finding["observed"] and finding["expected"]


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_line_is_wider_than_asked_and_no_key_is_shown(samples: Path, sample: str) -> None:
    results = reachcheck.analyze(samples / sample)
    for lang in ("en", "fr"):
        for width in (60, 80, 160):
            text = reachcheck.render(results, lang=lang, width=width)
            assert max(map(len, text.splitlines())) <= width
            assert not [word for word in ("None", " nan", "Message(", "{", "[") if word in text]
