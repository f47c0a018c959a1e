"""Which verdict comes out where the answer is known: labels, ends of real reach, swaps, by world and size.

    python benchmarks/accuracy_verdict.py labels|bought|reach|exports [profiles a cell [generators [bands]]]

Profiles are invented (`reachcheck.simulate.worlds` and a second generator by somebody who had not read the rules); what
their exports show goes through the measures, rules and the verdict as any file does. Thresholds were set on seeds below
100,000 of the first generator; these tables take those from there on.
"""

import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import exp, log
from multiprocessing import Pool

import numpy as np

from reachcheck.pipeline import analyze
from reachcheck.results.report import Results
from reachcheck.simulate import whole as second
from reachcheck.simulate import worlds as first
from reachcheck.simulate.as_read import as_read
from reachcheck.simulate.files import EXPORTS
from reachcheck.simulate.invented import Invented, Truth
from reachcheck.stats.intervals import wilson

Make = Callable[[str, int, int], Invented]
GENERATORS: Mapping[str, tuple[Make, Sequence[str], Sequence[str]]] = {
    "first": (first.profile, first.HONEST, first.BOUGHT),
    "second": (second.profile, second.HONEST, second.BOUGHT),
}
BANDS = ((30, 300), (300, 3_000), (3_000, 30_000), (30_000, 1_000_000))
LABELS = ("genuine community", "mixed", "inflated count", "not assessable")
CHUNK = 20
SEED = int(__import__("os").environ.get("SEED", 100_000))
WITHOUT_NAMES = 30_000
"""Followers above which nobody's export names who responded."""


@dataclass(frozen=True)
class Outcome:
    """What came out of one profile, and what is true of it."""

    label: str
    conduct: str
    codes: tuple[str, ...]
    low: float
    high: float
    count: float
    truth: Truth

    @property
    def inside(self) -> bool:
        """Whether those with somebody behind them lie within real reach."""
        return self.low <= self.truth.real <= self.high


def outcomes(
    make: Make, world: str, band: tuple[int, int], n: int, seed: int, exports: Collection[str]
) -> list[Outcome]:
    """Profiles of a world with sizes spread evenly over the logarithms of a band."""
    rng = np.random.default_rng([seed, band[0]])
    sizes = [round(exp(rng.uniform(log(band[0]), log(band[1])))) for _ in range(n)]
    found: list[Outcome] = []
    for begin in range(0, n, CHUNK):
        made = [make(world, seed + number, sizes[number]) for number in range(begin, min(begin + CHUNK, n))]
        kept = [name for name in exports if name != "responses" or band[0] < WITHOUT_NAMES]
        results = analyze(as_read(made, kept))
        found += [outcome(each, one.truth) for each, one in zip(results, made, strict=True)]
    return found


def outcome(results: Results, truth: Truth) -> Outcome:
    reach = results.real_reach
    assert reach is not None
    return Outcome(
        label=results.verdict.label,
        conduct=results.conduct.level,
        codes=tuple(f.code for f in results.findings if f.status == "flagged"),
        low=reach.low,
        high=reach.high,
        count=results.profile.followers or 0.0,
        truth=truth,
    )


def share(hits: Sequence[bool]) -> str:
    low, high = (100 * float(end[0]) for end in wilson(np.array([float(sum(hits))]), np.array([float(len(hits))])))
    return f"{100 * np.mean(hits):5.1f} [{low:.1f}, {high:.1f}]"


def cell(job: tuple[str, str, tuple[int, int]], n: int) -> tuple[tuple[str, str, tuple[int, int]], list[Outcome]]:
    generator, world, band = job
    return job, outcomes(GENERATORS[generator][0], world, band, n, SEED, EXPORTS)


def cells(
    jobs: Sequence[tuple[str, str, tuple[int, int]]], n: int
) -> Iterator[tuple[tuple[str, str, tuple[int, int]], list[Outcome]]]:
    with Pool(2) as pool:
        yield from pool.imap(partial(cell, n=n), jobs)


def labels(n: int, generators: Sequence[str], bands: Sequence[tuple[int, int]], which: int) -> None:
    jobs = [(g, world, band) for g in generators for world in GENERATORS[g][which] for band in bands]
    for (generator, world, band), found in cells(jobs, n):
        counts = Counter(each.label for each in found)
        told = "".join(f"{100 * counts[label] / len(found):7.1f}" for label in LABELS)
        inside = np.mean([each.inside for each in found])
        width = np.median([(each.high - each.low) / each.count for each in found])
        codes = Counter(code for each in found for code in each.codes)
        named = " ".join(f"{code}:{100 * k / len(found):.0f}" for code, k in sorted(codes.items()))
        which_cell = f"{generator:7}{world:22}{band[0]:>7}-{band[1]:<8}"
        print(f"{which_cell}{told}  inside {inside:.3f} width {width:.2f} n {len(found)} {named}", flush=True)


def main() -> None:
    what, n = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 500
    generators = sys.argv[3].split(",") if len(sys.argv) > 3 else list(GENERATORS)
    bands = [BANDS[int(number)] for number in sys.argv[4].split(",")] if len(sys.argv) > 4 else BANDS
    labels(n, generators, bands, {"labels": 1, "bought": 2}[what])


if __name__ == "__main__":
    main()
