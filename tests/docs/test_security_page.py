"""What the page on security promises is what the code holds."""

from pathlib import Path

from reachcheck.readers import guard
from reachcheck.readers.source import CAPS
from reachcheck.readers.source.member import LARGE
from reachcheck.readers.table import dialect, look_over

PAGE = (Path(__file__).parents[2] / "SECURITY.md").read_text("utf-8")


def test_the_limits_are_those_of_the_code() -> None:
    rows = dict(line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.count(" | ") == 1)
    book = look_over.CAPS
    assert rows["one file that is held whole, or archive member"] == f"{CAPS.member >> 20} MB"
    assert rows["a table on disk"] == f"{CAPS.table >> 30} GB, read piece by piece from {LARGE >> 20} MB on"
    assert rows["all that is read of one source"] == f"{CAPS.total >> 30} GB"
    assert rows["an archive, with archives inside it"].startswith(f"{CAPS.entries:,} entries")
    assert rows["a member above 1 MB"] == f"{CAPS.ratio} times its packed size" and CAPS.ratio_from == 1 << 20
    assert rows["a workbook"] == (
        f"{book.total >> 20} MB unpacked, {book.entries:,} parts, {look_over.CELLS:,} cells, "
        f"{look_over.TEXT >> 20} MB of text, a million empty cells"
    )
    assert (book.member, look_over.EMPTY_FROM) == (book.total, 1_000_000)
    of_parsers = rows["the parser of workbooks"]
    assert of_parsers.startswith(f"a process of its own, {guard.MEMORY >> 30} GB, {guard.SECONDS} s of computing")
    assert rows["a line of a table"] == f"{dialect.WIDEST:,} cells"


def test_the_commands_are_there() -> None:
    root = Path(__file__).parents[2]
    for path in ("benchmarks/hostile_bombs.py", "benchmarks/hostile_suites.py", "tests/hostile", "tests/fuzz"):
        assert path in PAGE and (root / path).exists()
