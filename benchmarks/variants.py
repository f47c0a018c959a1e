"""The essay's pair in many seeded variants, with one export or none taken away: which verdicts come out.

    python benchmarks/variants.py [variants of each] [first seed]

Seeds 0 to 199 were looked at while the thresholds of growth were set; report on others (the default starts at 1000).
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from reachcheck import analyze
from reachcheck.simulate.files import write
from reachcheck.simulate.variants import variants

Base = Literal["circle-594", "nathan-3000"]
BASES: tuple[Base, ...] = ("circle-594", "nathan-3000")
RIGHT = {"circle-594": "genuine community", "nathan-3000": "inflated count"}
OPPOSITE = {"circle-594": "inflated count", "nathan-3000": "genuine community"}
LABELS = ("genuine community", "mixed", "inflated count", "not assessable")
Outcome = tuple[str, str, str]


def outcome(base: Base, seed: int, folder: Path) -> Outcome:
    """What came out of one variant: its base, the export taken away, the label."""
    invented, without = variants(base, seed)
    write(invented, folder, without)
    return base, without or "nothing", analyze(folder).verdict.label


def outcomes(seeds: Iterable[int]) -> Counter[Outcome]:
    """How often each outcome came, over both bases."""
    found: Counter[Outcome] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            for base in BASES:
                found[outcome(base, seed, Path(folder) / f"{base}-{seed}")] += 1
    return found


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    found = outcomes(range(first, first + number))
    print(f"{number} variants of each, seeds {first} to {first + number - 1}")
    print(f"{'base':14}{'taken away':12}{'n':>5}" + "".join(f"{label:>20}" for label in LABELS))
    for base in BASES:
        for without in sorted({w for b, w, _ in found if b == base}, key=lambda w: (w != "nothing", w)):
            counts = [found[base, without, label] for label in LABELS]
            shares = "".join(f"{c:>10}{c / sum(counts):>9.1%} " for c in counts)
            print(f"{base:14}{without:12}{sum(counts):>5}{shares}")
    swapped = sum(n for (base, _, label), n in found.items() if label == OPPOSITE[base])
    print(f"swapped: {swapped}")


if __name__ == "__main__":
    main()
