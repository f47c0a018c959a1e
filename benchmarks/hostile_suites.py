"""Files that other projects keep because they once hurt a reader: what becomes of each when it is inspected.

    REACHCHECK_DATA=... python benchmarks/hostile_suites.py [suite ...]

Every file goes through what `reachcheck inspect` does, and once more with each of its parts read as a table, a workbook
or JSON whatever it is about: most of these files are no exports, and would only be looked at. Many files share a
process, so that a thousand take a minute; a process that dies, or is silent for 10 s, is counted against the file it
was at, and another one goes on with the rest. Refused means by name: an error for people with a place. Memory is the
largest resident set of any of the processes.

The suites are public, of various licences, and not shipped: docs/accuracy.md says where they are from.
"""

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from select import select

import reachcheck
from reachcheck.errors import UnreadableError
from reachcheck.readers.aliases import known
from reachcheck.readers.table import read_json, read_table

SECONDS = 10
INSPECT, PARTS = "inspect", "parts"
CHILD = """
import json, resource, sys
from reachcheck import pipeline
from reachcheck.errors import ReachcheckError
from reachcheck.readers.aliases import known
from reachcheck.readers.source import open_source
from reachcheck.readers.table import read_json, read_table
from reachcheck.readers.table.workbook import is_workbook, sheets_of
def parts(path):
    for member in open_source(path).members:
        if is_workbook(member):
            sheets_of(member)
        elif member.path.endswith((".json", ".geojson")):
            read_json(member.content, member.name)
        else:
            read_table(member.content, member.name, known)
def inspect(path):
    pipeline.inspect([path])
for path in map(str.rstrip, sys.stdin):
    try:
        globals()[sys.argv[1]](path)
        said = "read"
    except ReachcheckError as error:
        said = f"refused {error.problem.key}" if error.place else f"traceback: no place for {error.problem.key}"
    except BaseException as error:
        said = f"traceback: {error!r}"
    used = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([said, max(used)]), flush=True)
"""


@dataclass
class Account:
    """What became of the files of one suite."""

    outcomes: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    worst: list[str] = field(default_factory=list)
    kilobytes: int = 0

    def add(self, file: Path, said: str, kilobytes: int = 0) -> None:
        """Count one file."""
        kind, _, what = said.partition(" ")
        self.outcomes[kind.rstrip(":")] += 1
        self.kilobytes = max(self.kilobytes, kilobytes)
        if kind == "refused":
            self.refusals[what] += 1
        elif kind != "read":
            self.worst.append(f"{file}: {said}")

    def add_all(self, other: "Account") -> None:
        """Count what another account counted."""
        self.outcomes += other.outcomes
        self.refusals += other.refusals
        self.worst += other.worst
        self.kilobytes = max(self.kilobytes, other.kilobytes)


def read_all(files: Sequence[Path], way: str) -> Account:
    """Read files in as few processes as they leave alive."""
    account = Account()
    left = list(files)
    while left:
        left = left[_some(left, way, account) :]
    return account


def _some(files: Sequence[Path], way: str, account: Account) -> int:
    """Read files in one process until it ends; how many were counted."""
    source = str(Path(reachcheck.__file__).parents[1])
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, way],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": source},
        text=True,
        bufsize=1,
    )
    assert child.stdin is not None and child.stdout is not None
    with child, child.stdin, child.stdout:
        for done, file in enumerate(files):
            child.stdin.write(f"{file}\n")
            answered, _, _ = select([child.stdout], [], [], SECONDS)
            line = child.stdout.readline() if answered else ""
            if line:
                account.add(file, *json.loads(line))
                continue
            if not answered:
                child.kill()
            account.add(file, f"signal {-child.wait()}" if answered else f"hang of {SECONDS} s")
            return done + 1
    return len(files)


def files_of(folder: Path) -> list[Path]:
    """The files of a suite, without what only describes them."""
    beside = {"LICENSE", "README.md", "readme.md", "package.json"}
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in beside]


def json_counts(folder: Path) -> Iterator[str]:
    """JSONTestSuite: what is read and what is refused, and whether each refusal names its place."""
    counts: Counter[tuple[str, bool]] = Counter()
    unplaced = 0
    for file in sorted((folder / "test_parsing").iterdir()):
        try:
            read_json(file.read_bytes(), file.name)
            counts[file.name[0], True] += 1
        except UnreadableError as error:
            counts[file.name[0], False] += 1
            unplaced += not {"line", "column"} <= error.problem.params.keys()
    for kind, wanted, name in (("y", True, "must be read"), ("n", False, "must be refused")):
        yield f"  {name}: {counts[kind, wanted]} of {counts[kind, True] + counts[kind, False]}"
    yield f"  may be either: {counts['i', True]} read, {counts['i', False]} refused"
    yield f"  refusals without line and column: {unplaced}"


def spectrum_counts(folder: Path) -> Iterator[str]:
    """csv-spectrum: tables whose values are exactly the ones that they come with, and where they are not, each cell.

    One pair contradicts itself, so 11 of 12 is all there is: in `location_coordinates` the table's telephone number is
    2095257564 and that of its JSON 1234567890. Where there is one row, the JSON may be that object without a list.
    """
    files = sorted((folder / "csvs").glob("*.csv"))
    other = {file.name: differences(file, folder / "json" / f"{file.stem}.json") for file in files}
    yield f"  exact values: {sum(not found for found in other.values())} of {len(files)}"
    for name, found in other.items():
        yield from (f"  other values: {name}: {text}" for text in found)


def differences(file: Path, truth: Path) -> list[str]:
    """Where a table as it is read is not what its JSON says, and which of the two stands in the file."""
    content = file.read_bytes()
    table = read_table(content, file.name, known)
    wanted = json.loads(truth.read_text("utf-8"))
    wanted = wanted if isinstance(wanted, list) else [wanted]
    rows = [dict(zip(table.header, row, strict=True)) for row in table.rows]
    if len(rows) != len(wanted) or any(row.keys() != other.keys() for row, other in zip(rows, wanted, strict=True)):
        return [f"{len(rows)} rows of {table.header}, its JSON has {len(wanted)}, or other columns"]
    pairs = ((name, row[name], other[name]) for row, other in zip(rows, wanted, strict=True) for name in row)
    return [_told(name, one, two, content) for name, one, two in pairs if one != two]


def _told(name: str, read: str, said: str, content: bytes) -> str:
    where = {text: "in" if text.encode() in content else "not in" for text in (read, said)}
    return f"{name}: read {read!r} ({where[read]} the file), its JSON says {said!r} ({where[said]} the file)"


MORE = {"JSONTestSuite": json_counts, "csv-spectrum": spectrum_counts}


def main() -> None:
    """Print what became of each suite."""
    csv.field_size_limit(2**31 - 1)
    root = Path(os.environ["REACHCHECK_DATA"]) / "hostile"
    suites = sys.argv[1:] or [path.name for path in sorted(root.iterdir()) if path.name != "blns"]
    total = Account()
    print(
        f"{'suite':<22} {'tried':>6} {'read':>6} {'refused':>8} {'traceback':>10} {'signal':>7} {'hang':>5} {'MB':>5}"
    )
    for suite in suites:
        for way in (INSPECT, PARTS):
            account = read_all(files_of(root / suite), way)
            print(_line(f"{suite}, {way}", account))
            total.add_all(account)
        for text in MORE[suite](root / suite) if suite in MORE else ():
            print(text)
    print(_line("all", total))
    print("refused by:", ", ".join(f"{key} {n}" for key, n in total.refusals.most_common()))
    print("\n".join(total.worst))


def _line(name: str, account: Account) -> str:
    found = account.outcomes
    bad = f"{found['traceback']:>10} {found['signal']:>7} {found['hang']:>5}"
    return f"{name:<22} {found.total():>6} {found['read']:>6} {found['refused']:>8} {bad} {account.kilobytes >> 10:>5}"


if __name__ == "__main__":
    main()
