"""The page on tables of one's own names the columns that are understood, and no others."""

import re
from pathlib import Path

import pytest
from pages import ROOT, blocks, text_of

from reachcheck import facts, pipeline
from reachcheck.readers.base import ReadOptions
from reachcheck.readers.generic.fields import ROLES, Field

PAGE = ROOT / "docs" / "exports" / "own-table.md"
LANGUAGES = ("en", "fr", "es", "pt", "de")
HEAD = "| `--map` | English | français | español | português | Deutsch |\n|---|---|---|---|---|---|\n"


def names_of(role: str) -> str:
    """The columns of a role as the page shows them: for each, the first name in each language."""
    return HEAD + "".join(map(_row, ROLES[role]))


def _row(field: Field) -> str:
    entries = [facts.load("columns")["names"][meaning] for meaning in field.meanings]
    names = [next((entry[language][0] for entry in entries if language in entry), "") for language in LANGUAGES]
    return f"| `{field.name}` | {' | '.join(names)} |\n"


@pytest.mark.parametrize("role", [role for role in ROLES if role != "following"])
def test_the_page_shows_the_names_that_are_understood(role: str) -> None:
    assert names_of(role) in text_of(PAGE)


def test_every_role_has_its_section() -> None:
    for role in ROLES:
        assert f"`{role}`" in text_of(PAGE)


EXAMPLES = re.findall(r"^### `(\w+)`.*?\n\n```csv\n(.*?)^```$", text_of(PAGE), re.MULTILINE | re.DOTALL)


def test_there_are_examples() -> None:
    assert [role for role, _ in EXAMPLES] == ["followers", "profile", "posts", "daily", "responses"]


@pytest.mark.parametrize(("role", "table"), EXAMPLES)
def test_each_example_is_read_as_its_section_says(tmp_path: Path, role: str, table: str) -> None:
    path = tmp_path / f"{role}.csv"
    path.write_text(table, encoding="utf-8")
    (reading,) = pipeline.read_all([str(path)], ReadOptions()).readings
    record = reading.record
    assert (record.role, record.reported) == (role, ())
    assert record.rows_kept == len(table.splitlines()) - 1
    assert set(record.unmatched) <= {"Candidat"}


def test_the_frame_of_the_page_is_read() -> None:
    (code,) = blocks(PAGE, "python")
    known: dict[str, object] = {}
    exec(code.replace("results.measure", "value = results.measure"), known)
    assert known["value"] == (12 + 9 + 3 + 1) / 2
