"""`reachcheck batch` as it is run: exit codes, formats, and the same bytes for the same input."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from candidates import POSTS, SHEET, file, folder
from jsonschema import Draft202012Validator

from reachcheck.formats import schemas, tabled

COLUMNS = tuple(column.name for column in tabled.columns_of("candidates"))


def run(*args: object, seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reachcheck", "batch", *map(str, args)]
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=env, timeout=120, check=False)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def candidates(tmp_path: Path, samples: Path) -> Path:
    """A folder as a recruiter has it: a candidate, a sheet of two, a loose file, one that is broken, a photo."""
    root = tmp_path / "candidates"
    folder(samples / "new-account", root / "anna")
    file(root / "sheet.csv", SHEET)
    file(root / "loose.csv", POSTS)
    file(root / "broken" / "posts.csv", "colour,size\nred,3\n")
    file(root / "photo.jpg", "no photo")
    return root


def test_part_unreadable_is_4_and_the_row_says_why(candidates: Path) -> None:
    done = run(candidates)
    assert done.returncode == 4
    rows = table(done.stdout)
    assert tuple(rows[0]) == COLUMNS
    assert [row["source"] for row in rows] == ["anna", "broken", "loose", "sheet", "sheet"]
    assert rows[1]["unreadable_because"].startswith("posts.csv: ")
    assert not any(rows[1][name] for name in COLUMNS[2:11])
    assert all(row["verdict"] and not row["unreadable_because"] for row in rows if row["source"] != "broken")


def test_all_unreadable_is_3(tmp_path: Path) -> None:
    done = run(file(tmp_path / "a.csv", ""), file(tmp_path / "b.csv", "colour,size\nred,3\n"))
    assert done.returncode == 3
    assert [bool(row["unreadable_because"]) for row in table(done.stdout)] == [True, True]


def test_all_readable_is_0_whatever_the_verdicts(candidates: Path) -> None:
    assert run(candidates / "anna", candidates / "sheet.csv").returncode == 0


def test_a_folder_without_candidates_is_3(tmp_path: Path) -> None:
    file(tmp_path / "photo.jpg", "x")
    done = run(tmp_path)
    assert done.returncode == 3
    assert "1 file ignored" in done.stderr


def test_a_file_that_was_named_has_its_row(tmp_path: Path) -> None:
    noise = tmp_path / "ben.csv"
    noise.write_bytes(bytes(range(256)) * 8)
    done = run(noise, file(tmp_path / "loose.csv"))
    assert done.returncode == 4
    assert [row["source"] for row in table(done.stdout)] == ["ben", "loose"]


def test_unknown_is_empty_and_never_zero(candidates: Path) -> None:
    rows = {row["candidate"]: row for row in table(run(candidates).stdout)}
    assert rows["loose"]["count"] == rows["loose"]["real_reach_low"] == rows["loose"]["real_reach_high"] == ""
    assert rows["loose"]["conduct"] == "unknown"
    assert rows["loose"]["missing"]


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_the_same_input_gives_the_same_bytes(candidates: Path, form: str) -> None:
    first, second = (run(candidates, "-f", form, seed=seed).stdout for seed in ("1", "2"))
    assert first == second and first


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_the_suffix_names_the_format(candidates: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"scores.{form}"
    done = run(candidates, "-o", target)
    assert done.stdout == ""
    assert target.read_bytes().decode() == subprocess_text(candidates, form)


def subprocess_text(candidates: Path, form: str) -> str:
    command = [sys.executable, "-m", "reachcheck", "batch", str(candidates), "-f", form]
    return subprocess.run(command, capture_output=True, timeout=120, check=False).stdout.decode()


def test_the_three_formats_say_the_same(candidates: Path) -> None:
    whole = json.loads(run(candidates, "-f", "json").stdout)
    Draft202012Validator(json.loads(schemas.text("batch"))).validate(whole)
    assert [json.loads(line) for line in run(candidates, "-f", "jsonl").stdout.splitlines()] == whole["rows"]
    cells = table(run(candidates).stdout)
    for row, cell in zip(whole["rows"], cells, strict=True):
        for name in ("candidate", "source", "platform", "conduct", "verdict", "confidence"):
            assert cell[name] == (row[name] or "")
        assert cell["count"] == ("" if row["count"] is None else str(row["count"]))
    assert [Path(name).name for name in whole["ignored"]] == ["photo.jpg"]


def test_labels_are_the_same_words_in_french(candidates: Path) -> None:
    english, french = (table(run(candidates, "--lang", lang).stdout) for lang in ("en", "fr"))
    same = ("candidate", "source", "platform", "count", "real_reach_low", "real_reach_high", "conduct", "verdict")
    assert [[row[name] for name in same] for row in english] == [[row[name] for name in same] for row in french]
    assert [row["missing"] for row in english] != [row["missing"] for row in french]


def test_handles_stand_without_the_at_sign(tmp_path: Path) -> None:
    sheet = file(tmp_path / "sheet.csv", SHEET)
    assert [row["candidate"] for row in table(run(sheet).stdout)] == ["zoe", "yan"]
    assert [row["candidate"] for row in json.loads(run(sheet, "-f", "json").stdout)["rows"]] == ["zoe", "yan"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "@=", "@@"])
def test_no_cell_starts_a_formula(tmp_path: Path, start: str) -> None:
    sheet = tmp_path / "sheet.csv"
    with sheet.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(["handle", "platform", "followers", "average likes"])
        writer.writerow([f'{start}HYPERLINK("http://x.example","y")', "instagram", 100, 3])
    done = run(sheet)
    assert done.returncode == 0
    for row in csv.reader(io.StringIO(done.stdout, newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_a_name_of_a_folder_starts_no_formula(tmp_path: Path) -> None:
    file(tmp_path / "all" / "=1+1" / "posts.csv")
    (row,) = table(run(tmp_path / "all").stdout)
    assert (row["candidate"], row["source"]) == ("'=1+1", "'=1+1")
