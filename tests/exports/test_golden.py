"""Each fixture is read to exactly the tables that its golden file shows.

After a change that is meant: `python tests/exports/golden.py NAME...` (or none for all), and read the difference.
"""

from pathlib import Path

import pytest
from dumped import dumped
from variants import HERE, Variant, variants

from reachcheck import pipeline
from reachcheck.readers import source
from reachcheck.readers.base import ReadOptions

VARIANTS = variants()


@pytest.fixture(params=VARIANTS.values(), ids=VARIANTS)
def variant(request: pytest.FixtureRequest) -> Variant:
    found: Variant = request.param
    return found


def test_a_variant_is_read_as_its_golden_file_says(variant: Variant, tmp_path: Path) -> None:
    golden = HERE / "golden" / f"{variant.name}.txt"
    assert dumped(variant.write(tmp_path)) == golden.read_text(encoding="utf-8")


def test_tables_too_large_to_hold_are_read_the_same(
    variant: Variant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source.member, "LARGE", 0)
    golden = HERE / "golden" / f"{variant.name}.txt"
    assert dumped(variant.write(tmp_path)) == golden.read_text(encoding="utf-8")


def test_every_row_of_a_variant_is_accounted_for(variant: Variant, tmp_path: Path) -> None:
    for reading in pipeline.read_all([str(variant.write(tmp_path))], ReadOptions()).readings:
        record = reading.record
        assert record.rows_read == record.rows_kept + len(record.reported)
        kept = {int(row) for fragment in reading.fragments for row in fragment.rows.row}
        assert len(kept) == record.rows_kept
        assert not kept & {note.row for note in record.reported}


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in (HERE / "golden").glob("*.txt")} == set(VARIANTS)
