"""The formats know results, messages and source records, and nothing else of ours; they compute no figure."""

import ast
from pathlib import Path

import pytest

import reachcheck

SOURCE = Path(reachcheck.__file__).parent
ALLOWED = ("reachcheck.formats", "reachcheck.results", "reachcheck.message", "reachcheck.model.sources")
STANDARD = {
    "ast", "base64", "collections", "csv", "dataclasses", "datetime", "functools", "hashlib", "html", "importlib", "io",
    "itertools", "json", "math", "os", "re", "tomllib", "types", "typing", "unicodedata",
}  # fmt: skip


def _imports(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", sorted((SOURCE / "formats").rglob("*.py")), ids=lambda path: path.stem)
def test_formats_know_results_only(path):
    for name in _imports(path):
        if name.startswith("rich"):
            assert path.name == "printing.py"
        elif name.startswith("pyarrow"):
            assert path.name == "to_parquet.py"
        elif name.startswith(("jinja2", "markupsafe")):
            assert path.parent.name == "html"
        else:
            assert name.startswith(ALLOWED) or name.partition(".")[0] in STANDARD, name


def test_typer_is_known_to_the_command_line_only():
    knowing = {path.parent.name for path in SOURCE.rglob("*.py") if "typer" in set(_imports(path))}
    assert knowing == {"cli"}


def test_words_alone_read_the_locale_files():
    reading = {path.name for path in SOURCE.rglob("*.py") if '"locale"' in path.read_text(encoding="utf-8")}
    assert reading == {"locales.py"}
