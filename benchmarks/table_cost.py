"""What reading a clean table costs: the table reader's three ways beside `csv.reader` and pandas; prints a table.

    python benchmarks/table_cost.py [rows] [runs]

One invented file of posts with quotes, written once; each way reads it in a process of its own, all in turn, several
times (3 if not said). CPU seconds and megabytes (the largest resident set) are medians; rows of `csv.reader` are thrown
away, those of the others are kept as each keeps them. `read_large` has counted every row before a column is asked for,
and then keeps the text of those asked for, here all: both have their memory. What must come out the same is hashed: the
header, every column, the line of every row. 25 million rows are about 1 GB.
"""

import hashlib
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

ROWS, RUNS = 1_000_000, 3
BLOCK = 1 << 16
HELD = 2_000_000
"""Rows above which the ways that hold everything are left out."""
HEADER = ("post", "date", "text", "likes", "comments", "reach")
WORDS = ("tea", "café", "said: ok", "“no”", "two, three", 'a "quote"', "", "so")


def write(path: Path, rows: int) -> None:
    """A regular table, quoted where it must be."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join(HEADER) + "\n")
        for number in range(rows):
            text = chance.choice(WORDS)
            text = '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text
            day = f"2024-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
            out.write(f"p{number},{day},{text},{chance.randrange(900)},{number % 7},{chance.randrange(9000)}\n")


def csv_reader(path: Path) -> str:
    import csv

    with path.open(encoding="utf-8", newline="") as lines:
        return f"{sum(1 for _ in csv.reader(lines)) - 1} rows"


def pandas_text(path: Path) -> str:
    import pandas

    return f"{len(pandas.read_csv(path, dtype=str, keep_default_na=False))} rows"


def pandas_guessing(path: Path) -> str:
    import pandas

    return f"{len(pandas.read_csv(path))} rows"


def held(path: Path) -> str:
    from reachcheck.readers.aliases import known
    from reachcheck.readers.table import read_table

    table = read_table(path.read_bytes(), path.name, known)
    return digest(table.header, map(table.column, table.header), table.lines)


def by_lines(path: Path) -> str:
    return large(path, bulk=False)


def by_duckdb(path: Path) -> str:
    return large(path, bulk=True)


def large(path: Path, *, bulk: bool) -> str:
    from reachcheck.readers.aliases import known
    from reachcheck.readers.source import open_source
    from reachcheck.readers.table import read_large

    (member,) = open_source(str(path)).members
    table = read_large(member, known, bulk=bulk)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}", end="|")
    table.load(table.header)
    return digest(table.header, map(table.column, table.header), table.lines)


def digest(header: Iterable[str], columns: Iterable[Iterable[str]], lines: Iterable[int]) -> str:
    """A hash of all that was read; part of what is measured, for the three ways alike."""
    found = hashlib.blake2b(repr(tuple(header)).encode(), digest_size=6)
    for column in (*columns, map(str, lines)):
        cells = iter(column)
        while some := list(islice(cells, BLOCK)):
            found.update(("\x1f".join(some) + "\x1e").encode())
    return found.hexdigest()


WAYS: dict[str, Callable[[Path], str]] = {
    "csv.reader, rows thrown away": csv_reader,
    "pandas.read_csv, all text": pandas_text,
    "pandas.read_csv, as it guesses": pandas_guessing,
    "read_table": held,
    "read_large, line by line": by_lines,
    "read_large, by DuckDB": by_duckdb,
}


def child(name: str, path: str) -> None:
    """Read once and say what it took; the imports count, as they do for a user."""
    found = WAYS[name](Path(path))
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{used.ru_maxrss / 1024:.0f}|{used.ru_utime + used.ru_stime}|{found}")


def once(name: str, path: Path) -> tuple[float, float, float, str]:
    """CPU seconds, megabytes before the columns are asked for and in all, and what was found."""
    done = subprocess.run([sys.executable, __file__, "--child", name, str(path)], capture_output=True, check=True)
    *before, megabytes, seconds, found = done.stdout.decode().strip().split("|")
    return float(seconds), float([*before, megabytes][0]), float(megabytes), found


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    ways = [name for name in WAYS if rows <= HELD or name not in ("read_table", "pandas.read_csv, all text")]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "posts.csv"
        write(path, rows)
        size = path.stat().st_size / 1e6
        turns = [{name: once(name, path) for name in ways} for _ in range(runs)]
    seen = {name: [turn[name] for turn in turns] for name in ways}
    print(f"{rows:,} rows, {size:.0f} MB, {runs} runs each")
    print(f"{'way':34}{'CPU s':>8}{'MB/s':>8}{'x csv':>8}{'MB, counted':>13}{'all columns':>13}  found")
    base = statistics.median(seconds for seconds, *_ in seen[ways[0]])
    for name, found in seen.items():
        seconds, before, memory = (statistics.median(each[part] for each in found) for part in (0, 1, 2))
        figures = f"{seconds:8.2f}{size / seconds:8.1f}{seconds / base:8.2f}{before:13.0f}{memory:13.0f}"
        print(f"{name:34}{figures}  {found[0][3]}")


if __name__ == "__main__":
    child(*sys.argv[2:]) if sys.argv[1:2] == ["--child"] else main()
