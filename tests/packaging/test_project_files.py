"""What stands beside the code: what it names is there, and nobody is asked for an export."""

import re
import tomllib
from pathlib import Path

import pytest

from reachcheck import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*-*.yml"))


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_no_issue_asks_for_an_export(form: Path) -> None:
    said = " ".join(form.read_text(encoding="utf-8").split())
    assert "**Never attach " in said
    assert "no file from a platform is attached" in said and "required: true" in said


def test_an_export_that_is_not_recognised_is_told_by_a_table_without_what_stands_in_it() -> None:
    assert len(FORMS) == 2
    assert "reachcheck inspect your-export.zip -f md" in text(".github/ISSUE_TEMPLATE/export-not-recognised.yml")


def test_the_citation_is_of_this_version() -> None:
    said = text("CITATION.cff")
    assert f"\nversion: {__version__}\n" in said
    assert f"\nlicense: {PROJECT['license']}\n" in said


def test_the_container_takes_nothing_but_the_source_and_runs_as_nobody_special() -> None:
    lines = text(".dockerignore").splitlines()
    assert lines[1] == "*"
    assert [line for line in lines if line.startswith("!") and not (ROOT / line[1:]).exists()] == []
    assert "\nUSER reader\n" in text("Dockerfile") and "has not been run" in text("docs/install.md")
    optional = PROJECT["optional-dependencies"]["bluesky"]
    assert all(f'"{need}"' in text("Dockerfile") for need in optional)


def test_what_runs_before_a_commit_is_what_developers_install() -> None:
    entries = re.findall(r"entry: (\S+).*\n +language: system", text(".pre-commit-config.yaml"))
    known = {re.split(r"[>=]", need)[0] for need in PROJECT["optional-dependencies"]["dev"]}
    assert set(entries) - {"python"} <= known | {"lint-imports"}
    assert {"ruff", "mypy", "lint-imports", "python"} == set(entries)
