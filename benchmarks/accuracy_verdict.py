"""Which verdict comes out where the answer is known: labels, ends of real reach, swaps, by world and size.

    python benchmarks/accuracy_verdict.py honest|bought|exports|cliffs [profiles a cell [generators [bands [without]]]]

Profiles are invented (`reachcheck.simulate.worlds`, and `reachcheck.simulate.whole` by somebody who had not read the
rules); what their exports show goes through measures, rules and verdict as any file does. Thresholds were set on seeds
below 100,000 of the first generator; these tables take those from there on. `honest` and `bought` print for each cell
the share of each label, whether those with somebody behind them lie inside real reach, its median width as a share of
the count, and of each rule the share that it flags and the share in which it could look; at the end, over all or those
with 30 % or more bought, how often a genuine community is told with which confidence. `exports` takes each export
away in turn; `cliffs` adds one follower to each profile; `without` names exports that nobody has.
The largest band has no responses by name: nobody's export names so many.
"""

import gc
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import exp, log
from multiprocessing import Pool
from multiprocessing.pool import Pool as Workers

import numpy as np

from reachcheck.facts.verdict_rates import NAMED
from reachcheck.pipeline import analyze
from reachcheck.results.report import Results
from reachcheck.simulate import whole as second
from reachcheck.simulate import worlds as first
from reachcheck.simulate.as_read import as_read
from reachcheck.simulate.files import EXPORTS
from reachcheck.simulate.invented import Invented, Truth
from reachcheck.stats.intervals import wilson

Make = Callable[[str, int, int], Invented]
Band = tuple[int, int]
GENERATORS: Mapping[str, tuple[Make, Sequence[str], Sequence[str]]] = {
    "first": (first.profile, first.HONEST, first.BOUGHT),
    "second": (second.profile, second.HONEST, second.BOUGHT),
}
BANDS: Sequence[Band] = ((30, 300), (300, 3_000), (3_000, 30_000), (30_000, 1_000_000))
LABELS = ("genuine community", "mixed", "inflated count", "not assessable")
ENDS = {"genuine community", "inflated count"}
CHUNK = 20
SEED = 100_000


@dataclass(frozen=True)
class Cell:
    """Profiles of one world of a generator, with sizes of a band."""

    generator: str
    world: str
    band: Band
    without: tuple[str, ...] = ()

    def made(self, n: int) -> Iterator[list[Invented]]:
        """The profiles, some at a time; sizes are spread evenly over the logarithms of the band."""
        rng, make = np.random.default_rng([SEED, self.band[0]]), GENERATORS[self.generator][0]
        sizes = [round(exp(rng.uniform(*map(log, self.band)))) for _ in range(n)]
        for begin in range(0, n, CHUNK):
            yield [make(self.world, SEED + at, sizes[at]) for at in range(begin, min(begin + CHUNK, n))]

    @property
    def exports(self) -> tuple[str, ...]:
        """What their owners can have."""
        given = (name for name in EXPORTS if name != "responses" or self.band[0] < NAMED)
        return tuple(name for name in given if name not in self.without)

    def __str__(self) -> str:
        return f"{self.generator:7}{self.world:22}{self.band[0]:>7}-{self.band[1]:<8}"


@dataclass(frozen=True)
class Outcome:
    """What came out of one profile, and what is true of it."""

    label: str
    confidence: str
    codes: tuple[str, ...]
    """What was flagged."""
    looked: tuple[str, ...]
    """The rules that could look, whatever they saw."""
    low: float
    high: float
    count: float
    truth: Truth

    @property
    def inside(self) -> bool:
        """Whether those with somebody behind them lie within real reach."""
        return self.low <= self.truth.real <= self.high

    @property
    def bought(self) -> float:
        """The share of the count that was bought."""
        return self.truth.bought / self.truth.followers


def judged(made: Sequence[Invented], exports: Collection[str]) -> list[Outcome]:
    return [_outcome(each, one.truth) for each, one in zip(analyze(as_read(made, exports)), made, strict=True)]


def _outcome(results: Results, truth: Truth) -> Outcome:
    reach = results.real_reach
    assert reach is not None
    return Outcome(
        label=results.verdict.label,
        confidence=results.verdict.confidence,
        codes=tuple(f.code for f in results.findings if f.status == "flagged"),
        looked=tuple(f.code for f in results.findings if f.status != "unknown"),
        low=reach.low,
        high=reach.high,
        count=results.profile.followers or 0.0,
        truth=truth,
    )


def with_all(cell: Cell, n: int) -> list[Outcome]:
    return [each for made in cell.made(n) for each in judged(made, cell.exports)]


def without_each(cell: Cell, n: int) -> Counter[tuple[str, str, str]]:
    """How often which label with all exports became which without one."""
    found: Counter[tuple[str, str, str]] = Counter()
    for made in cell.made(n):
        whole = judged(made, cell.exports)
        for gone in cell.exports:
            left = judged(made, [name for name in cell.exports if name != gone])
            found.update((gone, before.label, after.label) for before, after in zip(whole, left, strict=True))
    return found


def one_more(cell: Cell, n: int) -> Counter[tuple[str, str]]:
    """How often which label became which with one follower more."""
    found: Counter[tuple[str, str]] = Counter()
    for made in cell.made(n):
        before, after = judged(made, cell.exports), judged([plus_one(each) for each in made], cell.exports)
        found.update((b.label, a.label) for b, a in zip(before, after, strict=True))
    return found


def plus_one(made: Invented) -> Invented:
    """The same profile with somebody who followed in its last hour, and is like the one who did before."""
    tables = dict(made.tables)
    newest, (profile,) = tables["followers"][0], tables["profile"]
    tables["followers"] = (("one_more_follower", f"{profile[6]}T23:59:59Z", *newest[2:]), *tables["followers"])
    tables["profile"] = ((*profile[:2], int(profile[2]) + 1, *profile[3:]),)
    *days, (day, count, gained, *rest) = tables["daily"]
    if day == profile[6]:
        tables["daily"] = (*days, (day, int(count) + 1, int(gained) + 1, *rest))
    return replace(made, tables=tables)


def share(hits: Sequence[bool]) -> str:
    if not hits:
        return "    -"
    low, high = (100 * float(end[0]) for end in wilson(np.array([float(sum(hits))]), np.array([float(len(hits))])))
    return f"{100 * np.mean(hits):5.1f} [{low:.1f}, {high:.1f}]"


def told(cell: Cell, found: Sequence[Outcome]) -> str:
    labels, codes = Counter(each.label for each in found), Counter(code for each in found for code in each.codes)
    looked = Counter(code for each in found for code in each.looked)
    shares = "".join(f"{100 * labels[label] / len(found):7.1f}" for label in LABELS)
    width = np.median([(each.high - each.low) / each.count for each in found])
    flagged = " ".join(
        f"{code} {100 * codes[code] / len(found):.1f}/{100 * looked[code] / len(found):.0f}" for code in sorted(looked)
    )
    return f"{cell}{shares}{np.mean([each.inside for each in found]):8.3f}{width:7.2f}{len(found):6}  {flagged}"


def tables(cells: Sequence[Cell], n: int, pool: Workers) -> None:
    print("generator, world, followers: % genuine, mixed, inflated, not assessable; inside; width; n; % flagged/looked")
    everyone: list[Outcome] = []
    for cell, found in zip(cells, pool.imap(partial(with_all, n=n), cells), strict=True):
        print(told(cell, found), flush=True)
        everyone += found
    print(f"inside real reach: {share([each.inside for each in everyone])} of {len(everyone)}")
    counted = [each for each in everyone if each.bought >= 0.3] or everyone
    for sure in ("high", "medium"):
        named = [each.label == "genuine community" and each.confidence == sure for each in counted]
        print(f"genuine community, {sure} confidence: {share(named)} of {len(counted)}")
    large = [each for each in everyone if each.bought >= 0.3 and each.count >= 1000]
    for name, labels in (("inflated", {"inflated count"}), ("at least mixed", {"inflated count", "mixed"})):
        print(f"30 % bought or more, 1,000 followers or more, {name}: {share([e.label in labels for e in large])}")


def exports(cells: Sequence[Cell], n: int, pool: Workers) -> None:
    found: Counter[tuple[str, str, str]] = Counter()
    for one in pool.imap(partial(without_each, n=n), cells):
        found.update(one)
    print(f"{'taken away':12}{'with all exports':20}" + "".join(f"{label:>20}" for label in LABELS))
    for gone, before in sorted({(g, b) for g, b, _ in found}):
        counts = [found[gone, before, after] for after in LABELS]
        print(
            f"{gone:12}{before:20}" + "".join(f"{100 * k / sum(counts):>19.1f} " for k in counts) + f" n {sum(counts)}"
        )
    print(f"swapped: {sum(k for (_, b, a), k in found.items() if {b, a} == ENDS)}")


def cliffs(cells: Sequence[Cell], n: int, pool: Workers) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for one in pool.imap(partial(one_more, n=n), cells):
        found.update(one)
    moved = {pair: k for pair, k in found.items() if pair[0] != pair[1]}
    print(f"one follower more, {sum(found.values())} profiles: another label for {sum(moved.values())}")
    for (before, after), k in sorted(moved.items()):
        print(f"  {before} to {after}: {k}")
    print(f"swapped: {sum(k for pair, k in moved.items() if set(pair) == ENDS)}")


def main() -> None:
    what, n = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 500
    generators = sys.argv[3].split(",") if len(sys.argv) > 3 else list(GENERATORS)
    bands = [BANDS[int(number)] for number in sys.argv[4].split(",")] if len(sys.argv) > 4 else BANDS
    without = tuple(sys.argv[5].split(",")) if len(sys.argv) > 5 else ()
    which = {"honest": (1,), "bought": (2,)}.get(what, (1, 2))
    worlds = [(name, world) for name in generators for kind in which for world in GENERATORS[name][kind]]
    cells = [Cell(name, world, band, without) for name, world in worlds for band in bands]
    with Pool(2, initializer=gc.disable) as pool:
        {"honest": tables, "bought": tables, "exports": exports, "cliffs": cliffs}[what](cells, n, pool)


if __name__ == "__main__":
    main()
