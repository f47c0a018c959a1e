"""How the commands are run: as a user runs them, and inside the test where something has to be put in their way."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from reachcheck.formats import schemas

NATHAN = "data/samples/nathan-3000"
SHEETS: dict[str, list[list[str]]] = {}
"""The sheets about the sample by language, written once."""
Run = Callable[..., subprocess.CompletedProcess]


@pytest.fixture
def run() -> Run:
    """Run reachcheck in a process of its own; text in, text out, as UTF-8 unless the environment says otherwise."""

    def go(*args: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess:
        names = {"PATH", "HOME", "SYSTEMROOT", "TEMP", "COVERAGE_PROCESS_START", "PYTHONPATH"}
        kept = {name: value for name, value in os.environ.items() if name in names}
        env = {**kept, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error", **environment}
        command = [sys.executable, "-m", "reachcheck", *args]
        return subprocess.run(command, input=stdin, capture_output=True, env=env, timeout=120, check=False)

    return go


@pytest.fixture
def sheet(inside, tmp_path) -> Callable[..., list[list[str]]]:
    """The rows of the sheet about a path, the header first."""

    def made(path: str = NATHAN, lang: str = "en") -> list[list[str]]:
        if path != NATHAN:
            return written(path, lang)
        if lang not in SHEETS:
            SHEETS[lang] = written(path, lang)
        return [row.copy() for row in SHEETS[lang]]

    def written(path: str, lang: str) -> list[list[str]]:
        out = tmp_path / "sheet.csv"
        code, said, err = inside("reply", path, "--lang", lang, "-o", str(out))
        assert (code, said) == (0, "")
        assert "--reply" in err
        text = out.read_text(encoding="utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if lang == "fr" else ","))

    return made


@pytest.fixture
def back(tmp_path) -> Callable[..., str]:
    """The path of a sheet that was filled in: (row, column, text)..."""

    def made(rows: list[list[str]], *cells: tuple[int, int, str], mark: str = ",", encoding: str = "utf-8") -> str:
        for row, column, text in cells:
            rows[row][column] = text
        path = tmp_path / "filled.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=mark).writerows(rows)
        return str(path)

    return made


@pytest.fixture
def report(inside) -> Callable[..., dict]:
    def made(path: str, *options: str) -> dict:
        code, out, err = inside("analyze", path, "-f", "json", *options)
        assert code == 0, err
        found: dict = json.loads(out)
        Draft202012Validator(json.loads(schemas.text("report"))).validate(found)
        return found

    return made
