"""The notebooks run from top to bottom, and are stored without output."""

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
LONG = {"03-how-it-decides"}
"""Those that take many seconds: they are run with `pytest -m slow`."""
RUN = [pytest.param(path, id=path.stem, marks=[pytest.mark.slow] * (path.stem in LONG)) for path in NOTEBOOKS]


def code(book: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in book.cells if cell.cell_type == "code"]


@pytest.mark.parametrize("path", RUN)
@pytest.mark.filterwarnings("ignore")
def test_runs(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    NotebookClient(book, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
    assert any(cell.outputs for cell in code(book))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_it_imports_is_there(path: Path) -> None:
    """Of the project every name, of others the package: so a changed name is seen without running the long ones."""
    statements = [node for cell in code(nbformat.read(path, as_version=4)) for node in ast.walk(ast.parse(cell.source))]
    for node in statements:
        if isinstance(node, ast.Import):
            assert all(find_spec(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("reachcheck"):
            module = import_module(node.module)
            assert all(hasattr(module, alias.name) or find_spec(f"{node.module}.{alias.name}") for alias in node.names)
    used = {n.attr for n in statements if isinstance(n, ast.Attribute) and ast.unparse(n.value) == "reachcheck"}
    assert used and used <= set(import_module("reachcheck").__all__)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_without_output(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    assert not [cell.id for cell in code(book) if cell.outputs or cell.execution_count]


def test_there_are_two() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["01-first-audit", "03-how-it-decides"]
