"""How readers fare on polluted CSV files that they are told nothing about.

    python benchmarks/pollution_table.py [--kinds] [reader ...]

Without readers: all that are quick and installed, in about three minutes (duckdb: most of it; clevercsv, asked for by
name: five more). `--kinds` adds what each kind of pollution cost each reader. What is scored, and where the
files come from: `pollution/score.py` and `pollution/pollute.py`.
"""

import sys
from itertools import groupby

from pollution.clean import source
from pollution.peers import READERS, SLOW, at_hand, versions
from pollution.pollute import Polluted, polluted
from pollution.score import Result, result, summary


def results(name: str, files: list[Polluted]) -> list[Result]:
    """Each file as one reader reads it, scored."""
    read = READERS[name]
    return [result(each.kind, each.truth, read(each.content), each.weight) for each in files]


def line(name: str, found: list[Result]) -> str:
    """One reader's row of the table."""
    all_of = summary(found)
    scores = f"{all_of.simple:>8.3f}{all_of.weighted:>10.3f}{all_of.errors:>8}{all_of.perfect:>9}"
    return f"{name:28}{scores}{all_of.files_with_rows_lost:>8} ({all_of.rows_lost})"


def kinds(found: list[Result], weight: float) -> str:
    """What each kind of pollution cost: of 10 in the mean of its files, and of the weighted score."""
    lines = []
    for kind, group in groupby(sorted(found, key=lambda each: each.name), key=lambda each: each.name):
        of_kind = list(group)
        lost = sum(10 - sum(each.numbers) for each in of_kind) / len(of_kind)
        weighed = sum((10 - sum(each.numbers)) * each.weight for each in of_kind) / weight
        failed = sum(each.failed for each in of_kind)
        lines.append(f"    {kind:32}{len(of_kind):>5}{lost:>8.3f}{weighed:>8.3f}{failed:>6}")
    return "\n".join([f"    {'kind':32}{'files':>5}{'lost':>8}{'of all':>8}{'gave up':>8}", *lines])


def main() -> None:
    names = [argument for argument in sys.argv[1:] if not argument.startswith("--")] or [
        name for name in READERS if name not in SLOW
    ]
    if unknown := [name for name in names if name not in READERS]:
        sys.exit(f"no such reader: {', '.join(unknown)}; there are: {', '.join(READERS)}")
    files = polluted(source())
    whole = sum(each.weight for each in files)
    print(f"{len(files):,} files, total weight {whole:,.1f}; {versions()}")
    print(f"{'reader':28}{'simple':>8}{'weighted':>10}{'errors':>8}{'perfect':>9}  files with rows lost (rows)")
    for name in names:
        if not at_hand(name):
            print(f"{name:28}not installed")
            continue
        found = results(name, files)
        print(line(name, found), flush=True)
        if "--kinds" in sys.argv:
            print(kinds(found, whole))


if __name__ == "__main__":
    main()
