"""A table against the values it comes with: equal, or each cell that is not, and which of the two the file has."""

from pathlib import Path

import pytest
from hostile_suites import differences


@pytest.mark.parametrize(
    ("text", "truth", "told"),
    [
        ("a,b\n1,x\n2,y\n", '[{"a": "1", "b": "x"}, {"a": "2", "b": "y"}]', []),
        ("a,b\n1,x\n", '{"a": "1", "b": "x"}', []),
        ("a,b\n1,x\n", '{"a": "7", "b": "x"}', ["a: read '1' (in the file), its JSON says '7' (not in the file)"]),
        ("a,b\n1,x\n", "[]", ["1 rows of ('a', 'b'), its JSON has 0, or other columns"]),
        ("a,b\n1,x\n", '[{"a": "1"}]', ["1 rows of ('a', 'b'), its JSON has 1, or other columns"]),
    ],
)
def test_what_is_told_of_a_table_and_its_truth(tmp_path: Path, text: str, truth: str, told: list[str]) -> None:
    table, said = tmp_path / "a.csv", tmp_path / "a.json"
    table.write_text(text)
    said.write_text(truth)
    assert differences(table, said) == told
