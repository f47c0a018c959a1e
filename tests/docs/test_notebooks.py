"""The notebooks run from top to bottom, and are stored without output."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore")
def test_runs(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    NotebookClient(book, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
    outputs = [cell.outputs for cell in book.cells if cell.cell_type == "code"]
    assert any(outputs)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_without_output(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    assert not [cell.id for cell in book.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)]


def test_there_is_a_first_audit() -> None:
    assert [path.stem for path in NOTEBOOKS][:1] == ["01-first-audit"]
