"""How many small faults in a package the tests notice: prints those that they do not, and a table.

    python benchmarks/mutations.py values|source|table|large [--sample 300] [--seed 1] [--control]
    python benchmarks/mutations.py stats|growth|rules|verdict|answering|needs|replies ...

Run by a person, who has installed mutmut, where processes can fork; it takes some minutes. A seeded sample of the
faults that mutmut makes, of each file the same share, is tried. A fault with which the tests last about five times as
long counts as noticed, and has its column. Processes that the tests start read the code as it is written: what happens
only there is not tried. `table` leaves the files that read large tables to `large`. With `--control` the code is put
in as it is, in the same way: all of it must survive, or the tests fail for another reason than the faults.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import Phase, settings
from mutation.faults import SOURCES, Fault, sampled
from mutation.trials import Outcome, Trials

sys.path.insert(0, str(SOURCES))

from reachcheck.stats.intervals import wilson

LARGE = ("bulk.py", "large.py", "columns.py", "kept.py", "survey.py")


@dataclass(frozen=True)
class Target:
    """A folder of the sources with the faults, and the names of the files of tests that are to notice them."""

    folder: str
    tests: str
    only: Sequence[str] = ()
    without: Sequence[str] = ()

    def files(self) -> list[Path]:
        """The files that get faults."""
        found = sorted((SOURCES / "reachcheck" / self.folder).glob("*.py"))
        return [path for path in found if path.name not in self.without and (not self.only or path.name in self.only)]

    def test_files(self) -> list[Path]:
        """The files of tests; FileNotFoundError for a name that none has."""
        tests = SOURCES.parent / "tests" / self.folder.partition("/")[0]
        found = {name: sorted(tests.glob(f"test_{name}.py")) for name in self.tests.split()}
        if lacking := [name for name, paths in found.items() if not paths]:
            raise FileNotFoundError(f"no tests named {lacking}")
        return [path for paths in found.values() for path in paths]


TARGETS = {
    "values": Target("readers/values", "readers_values readers_handles readers_numbers readers_dates yearless"),
    "source": Target(
        "readers/source", "readers_source readers_zip readers_listing readers_packed readers_large unpack"
    ),
    "table": Target(
        "readers/table",
        "readers_table readers_table_damage readers_json table_account table_dialect table_encoding table_kinds"
        " table_layout table_line_breaks table_mending table_profile table_stacked table_units workbook compound"
        " extent",
        without=LARGE,
    ),
    "large": Target("readers/table", "readers_large table_large table_survey", only=LARGE),
    "stats": Target("stats", "stats_*"),
    "growth": Target("measures/growth", "measures_growth*"),
    "rules": Target("rules", "rules_*"),
    "verdict": Target("verdict", "verdict_*"),
    "answering": Target("measures", "measures_answering", only=("answering.py",)),
    "needs": Target("needs", "needs_*"),
    "replies": Target("replies", "replies_*"),
}
OPTIONS = "-o addopts= -p no:terminal -p no:cacheprovider --capture=sys -W ignore::pytest.PytestAssertRewriteWarning"
PROFILE = "unshrunk"


def outcomes(faults: Sequence[Fault], tests: Iterable[Path]) -> list[Outcome]:
    """What the tests make of each fault; examples that fail are not made smaller first."""
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile(PROFILE, derandomize=True, database=None, deadline=None, phases=phases)
    os.environ["HYPOTHESIS_PROFILE"] = PROFILE
    trials = Trials(faults)
    with tempfile.TemporaryDirectory() as folder:
        options = [*OPTIONS.split(), "-m", "not slow and not shared_data", f"--basetemp={folder}/base"]
        if failed := pytest.main([*options, f"--rootdir={SOURCES.parent}", *map(str, tests)], plugins=[trials]):
            sys.exit(failed)
    return trials.outcomes


def table(faults: Iterable[Fault], found: Iterable[Outcome]) -> None:
    """Print counts, the share that was noticed, and its 95 % interval."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for fault, outcome in zip(faults, found, strict=True):
        counts[fault.path.name][outcome] += 1
    counts["all"] = sum(counts.values(), Counter())
    print(f"{'file':20}{'killed':>8}{'timeout':>9}{'survived':>10}{'score':>8}   95 %")
    for name, count in counts.items():
        noticed, tried = np.array([count.total() - count["survived"]]), np.array([count.total()])
        low, high = wilson(noticed, tried)
        columns = f"{name:20}{count['killed']:8}{count['timeout']:9}{count['survived']:10}"
        print(f"{columns}{noticed[0] / tried[0]:8.1%}   {low[0]:.1%} to {high[0]:.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", choices=TARGETS)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", action="store_true", help="put the code in as it is")
    asked = parser.parse_args()
    target = TARGETS[asked.package]
    faults = sampled(target.files(), asked.sample, asked.seed)
    if asked.control:
        faults = [replace(fault, is_none=True) for fault in faults]
    found = outcomes(faults, target.test_files())
    for fault, outcome in zip(faults, found, strict=True):
        if outcome == "survived":
            print(fault)
    table(faults, found)


if __name__ == "__main__":
    main()
