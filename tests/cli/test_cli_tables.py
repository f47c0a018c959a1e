"""Tables from the command line: one to a file or a pipe, all into a folder; what there is not is said."""

import csv
from pathlib import Path

import pytest
from pyarrow import parquet

from reachcheck.results.tables import TABLES

FEW = "data/samples/new-account"


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_bytes().decode("utf-8").splitlines()))


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_folder_takes_every_table(inside, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "new" / "tables"
    code, said, err = inside("analyze", FEW, "-f", form, "-o", f"{folder}/")
    assert (code, said, err) == (0, "", "")
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.{form}" for name in TABLES)
    if form == "csv":
        assert rows(folder / "bounds.csv")[0][:4] == ["candidate", "side", "value", "kind"]
    else:
        assert parquet.read_table(folder / "measures.parquet").column("candidate")[0].as_py() == "new_account"


def test_one_table_to_a_file(inside, tmp_path: Path) -> None:
    code, _, _ = inside("analyze", FEW, "--table", "findings", "-o", str(tmp_path / "out.csv"))
    assert code == 0
    assert rows(tmp_path / "out.csv")[0][:3] == ["candidate", "code", "family"]


def test_a_batch_into_a_folder(inside, tmp_path: Path) -> None:
    code, _, _ = inside("batch", FEW, "data/samples/quiet-expert", "-f", "csv", "-o", f"{tmp_path}/out/")
    assert code == 0
    written = rows(tmp_path / "out" / "measures.csv")
    assert list(dict.fromkeys(row[0] for row in written[1:])) == ["new_account", "quiet_expert"]
    assert (tmp_path / "out" / "candidates.csv").exists()


@pytest.mark.parametrize(
    "args",
    [("--table", "fame", "-f", "csv"), ("--table", "measures"), ("--table", "candidates", "-f", "csv")],
    ids=["no such table", "no format of tables", "a batch's"],
)
def test_what_there_is_not_is_said(inside, args: tuple[str, ...]) -> None:
    code, said, err = inside("analyze", FEW, *args)
    assert (code, said) == (2, "")
    assert "to do:" in err


def test_the_dictionary(inside) -> None:
    code, said, _ = inside("schema", "tables")
    assert (code, said) == (0, Path("docs/tables.md").read_text(encoding="utf-8"))
    assert "Une ligne par mesure" in inside("schema", "tables", "--lang", "fr")[1]
