"""Files that code, pages and comments name are there."""

import re
from pathlib import Path

import pytest
from pages import EVERYTHING, ROOT, text_of

NAMED = re.compile(r"(?<![\w/.<-])(?:(?:tests|benchmarks|docs|src|readers)/[\w/-]+\.(?:py|md)\b|test_\w+\.py\b)")
WRITTEN = [
    *(path for folder in ("src", "tests", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))),
    *sorted((ROOT / "benchmarks").rglob("*.md")),
    *EVERYTHING,
]
ROOTS = (ROOT, ROOT / "src" / "reachcheck")


def test_enough_is_looked_at() -> None:
    assert len(WRITTEN) > 500
    assert NAMED.findall("see tests/a/b.py, readers/x.py and test_c.py.") == [
        "tests/a/b.py",
        "readers/x.py",
        "test_c.py",
    ]


@pytest.mark.parametrize("folder", sorted({path.parent for path in WRITTEN}), ids=lambda each: str(each.name))
def test_no_file_is_named_that_is_not_there(folder: Path) -> None:
    pages = [path for path in WRITTEN if path.parent == folder and path != Path(__file__)]
    tests = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    named = [(path.name, name) for path in pages for name in NAMED.findall(text_of(path))]
    lost = [pair for pair in named if not any((root / pair[1]).exists() for root in ROOTS) and pair[1] not in tests]
    assert lost == []
