"""Whatever strangers call themselves, their columns, their sheets and their files: a terminal shows it as text."""

import csv
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import naughty
from reachcheck.readers import mapping
from reachcheck.readers.base import ReadOptions

Inside = Callable[..., tuple[int, str, str]]
NAMES = [text for text in naughty.STRINGS if text.strip() and len(text) < 200]
FILES = [text.replace("/", "_").replace("\0", "_") for text in NAMES if text.isprintable() or text.isascii()]


def numbered(text: str) -> str:
    """A name of a case that is itself harmless."""
    return ascii(text)[1:20].replace("\\", "")


def quiet(outcome: tuple[int, str, str]) -> None:
    code, out, err = outcome
    assert code in (0, 2, 3, 4), err
    assert naughty.active(out.replace("\r\n", "\n") + err) == []
    assert "Traceback" not in err


def sheet(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8", "replace").decode()


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_columns_and_cells(inside: Inside, tmp_path: Path, form: str) -> None:
    head = ["handle", "followed at", *NAMES]
    rows = [[name, name, *NAMES] for name in NAMES]
    (tmp_path / "followers.csv").write_text(sheet([head, *rows]), "utf-8", newline="")
    quiet(inside("inspect", str(tmp_path / "followers.csv"), "-f", form))


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_candidates(inside: Inside, tmp_path: Path, form: str) -> None:
    rows = [[name, "300", "12"] for name in NAMES]
    (tmp_path / "sheet.csv").write_text(sheet([["handle", "followers", "average likes"], *rows]), "utf-8", newline="")
    outcome = inside("batch", str(tmp_path / "sheet.csv"), "-f", form)
    quiet(outcome)
    if form == "csv":
        for row in csv.DictReader(io.StringIO(outcome[1])):
            assert not re.match(r"\s*[=+\-@\t\r\0]", row["candidate"] + " ")


@pytest.mark.parametrize("name", FILES, ids=numbered)
@pytest.mark.parametrize("content", ["handle,followed at\na,2025-01-01\n", "", "no table\n", '[{"handle": "a",'])
def test_names_of_files(inside: Inside, tmp_path: Path, name: str, content: str) -> None:
    try:
        (tmp_path / f"{name}.csv").write_text(content)
    except (OSError, ValueError):
        pytest.skip("this system has no such file names")
    quiet(inside("inspect", str(tmp_path / f"{name}.csv")))
    quiet(inside("batch", str(tmp_path)))


LIST = [{"handle": name, name: name, "x": {name: [name]}} for name in NAMES]
LISTS = {name: [{"handle": name}] for name in NAMES[:5]}


@pytest.mark.parametrize("data", [LIST, LISTS], ids=["list", "lists"])
def test_keys_of_json(inside: Inside, tmp_path: Path, data: Any) -> None:
    (tmp_path / "followers.json").write_text(json.dumps(data))
    quiet(inside("inspect", str(tmp_path / "followers.json")))
    quiet(inside("analyze", str(tmp_path / "followers.json")))


def test_names_in_archives(inside: Inside, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number, name in enumerate(NAMES):
            archive.writestr(f"{number} {name}/followers.csv".encode("utf-8", "replace").decode(), "handle\na\n")
    quiet(inside("inspect", str(tmp_path / "a.zip")))
    quiet(inside("inspect", str(tmp_path / "a.zip"), "-f", "json"))


@pytest.mark.parametrize(
    "text", naughty.TERMINAL + naughty.HIDDEN, ids=lambda text: ascii(text)[1:20].replace("\\", "")
)
def test_what_is_typed_comes_back_as_text(inside: Inside, few: str, text: str) -> None:
    for arguments in (
        ["analyze", few, "--map", text],
        ["analyze", few, "--map", f"likes={text}"],
        ["analyze", few, "--map", f"{text}=likes"],
        ["analyze", few, "--handle", text],
        ["analyze", few, "--as", text],
        ["inspect", f"{few}/{text}"],
        ["inspect", few, f"--{text}"],
        ["explain", text],
        [text],
        ["analyze", few, "-f", text],
        ["analyze", few, "--fail-on", text],
        ["inspect", f"{few}/{text}", "--debug"],
    ):
        _, out, err = inside(*arguments)
        assert naughty.active(out + err) == [], arguments


def test_a_fault_of_ours_quotes_no_file(inside: Inside, few: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("a row \x1b[2J\u202e of somebody")

    monkeypatch.setattr("reachcheck.pipeline.inspect", fail)
    code, _, err = inside("inspect", few)
    assert code == 70 and "somebody" not in err
    code, _, err = inside("inspect", few, "--debug")
    assert code == 70 and "somebody" in err and naughty.active(err) == []


@pytest.mark.parametrize("text", naughty.TERMINAL + naughty.HIDDEN[:6], ids=numbered)
def test_a_saved_map_is_text_that_reads_back(text: str) -> None:
    options = ReadOptions(columns={text: text}, role=text)
    said = mapping.as_toml(options)
    assert naughty.active(said) == []
    assert tomllib.loads(said) == {"role": text, "columns": {text: text}}


def test_a_map_of_a_thousand_levels_is_no_map(inside: Inside, few: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("a = " + "[" * 5000)
    code, _, err = inside("analyze", few, "--map", str(tmp_path / "a.toml"))
    assert (code, "Traceback" in err) == (2, False)
