"""What follower maps find in invented lists and in one real one: a table of what, data, anchor, ours.

    python benchmarks/accuracy_maps.py [blocks|false|newcomers|order|size|power|real|cost ...]

Blocks are put into invented maps (`reachcheck.simulate.maps`), seeds 0-14. Average precision is over followers: ours by
the chance to be of one of the three strongest blocks, times its strength, with the scan's strength lowered to 3 so that
weak blocks rank too; beside it the sliding histogram (Zouzou and Varol 2024, as in the follower maps' literature: 12
relative ages, windows of at most 200 ranks) and the best possible, which knows the place and shape of the block and the
ages drawn anew from the same world. False blocks, order and newcomers count what the thresholds of the method flag.
Thresholds were set on the seeds from 200 to 399; each row says which seeds it reports. The real map lies in the folder
that REACHCHECK_DATA names.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reachcheck.method import load
from reachcheck.simulate.maps import Map, drawn, organic, started, with_block, with_newcomers
from reachcheck.stats.intervals import wilson
from reachcheck.stats.maps.blocks import Found, interior
from reachcheck.stats.maps.grid import Grid, block_of, grid
from reachcheck.stats.maps.newcomers import Stretch, Young, newcomers
from reachcheck.stats.maps.order import order, reached
from reachcheck.stats.maps.power import smallest_block
from reachcheck.stats.maps.rectangles import Scan, rectangles

Floats = NDArray[np.float64]
Row = tuple[str, str, str, str, str]
LIMITS = load().maps
SHAPES = ((300, 50, 1.0, 10), (1_000, 200, 0.5, 30), (5_000, 200, 0.2, 30), (20_000, 500, 0.5, 90))
ANCHORS = ("prototype .954 of 1.000", ".96 (prototype .974 of .976)", "prototype .846 of .903", ".92 (.926 of .933)")
SIZES = (300, 1_000, 5_000, 20_000)
BLOCK_SEEDS, FALSE_SEEDS, MORE_SEEDS = range(15), range(100, 120), range(400, 500)
STRONGEST = 3
DRAWS = 200_000


def scan(strength: float = LIMITS.strength) -> Scan:
    """The scan of the method, or a weaker one."""
    return Scan(LIMITS.ranks, LIMITS.bins, strength, LIMITS.least, LIMITS.share, LIMITS.roughness)


def cells(born: Floats) -> Grid:
    """The grid of the method."""
    return grid(born, reached(born), LIMITS.older_than_days, LIMITS.bin_days)


def blocks(born: Floats, strength: float = LIMITS.strength) -> list[Found]:
    """The interior blocks of a list, oldest tie first."""
    return interior(born, reached(born), cells(born), scan(strength), load().level)


def stretches(born: Floats) -> list[Stretch]:
    """The stretches of newcomers of a list."""
    ages = zip(LIMITS.newcomer_days, LIMITS.newcomer_shares, strict=True)
    rules = tuple(Young(age, share, LIMITS.newcomer_above, LIMITS.newcomer_noise) for age, share in ages)
    return newcomers(born, reached(born), rules)


def born(made: Map) -> Floats:
    """The creation days of a map."""
    return made.created.astype(np.float64)


def average_precision(scores: Floats, truth: NDArray[np.bool_]) -> float:
    """Mean over the true ones of the precision at their score; equal scores stand together."""
    ranked = np.argsort(-scores, kind="stable")
    ends = np.flatnonzero(np.append(np.diff(scores[ranked]) != 0, True))
    hits = np.cumsum(truth[ranked])[ends]
    return float((hits / (ends + 1) * np.diff(np.append(0, hits))).sum() / truth.sum())


def ours(made: Map) -> Floats:
    """The score of each follower by the blocks found."""
    scores = np.zeros(len(made.created))
    for found in blocks(born(made), strength=3.0)[:STRONGEST]:
        scores = np.maximum(scores, found.block.chances * found.rectangle.strength)
    return scores


def sliding(made: Map) -> Floats:
    """The score of each follower by the sliding histogram of relative ages."""
    days, n = born(made), len(made.created)
    width, bins = min(200, n // 15), 12
    latest = np.maximum.accumulate(days)
    latest[:10] = latest[9]
    relative = np.clip((days - days.min()) / np.maximum(latest - days.min(), 1), 0, 1)
    bin_of = np.minimum((relative * bins).astype(int), bins - 1)
    starts = np.arange(0, n - width + 1, max(width // 5, 1))
    sums = np.concatenate((np.zeros((1, bins)), np.cumsum(np.eye(bins)[bin_of], axis=0)))
    counts = sums[starts + width] - sums[starts]
    away = counts - np.median(counts, axis=0)
    quarters = np.quantile(counts, [0.25, 0.75], axis=0)
    scores = (away - np.sign(away) * np.minimum(np.abs(away), 1)) / (quarters[1] - quarters[0] + 1)
    near = 1 - np.abs(np.arange(width) - (width - 1) / 2) / (width / 2)
    total, weight = np.zeros(n), np.full(n, 1e-9)
    for start, score in zip(starts.tolist(), scores, strict=True):
        total[start : start + width] += near * score[bin_of[start : start + width]]
        weight[start : start + width] += near
    return total / weight


def best(made: Map) -> Floats:
    """The likelihood ratio of the block, its place and shape known, against ages drawn anew from the same world."""
    ranks, size = np.arange(made.start, made.end), int(made.put_in.sum())
    others = len(made.created) - size
    first = min(max(made.start, 0), others - 20)
    who = np.arange(first, max(min(made.end - size, others), first + 20))
    rng = np.random.default_rng(made.start)
    days = np.sort(drawn(rng, made.world, np.repeat(who, DRAWS // len(who))).astype(np.float64))
    at, half = born(made)[ranks], max(3.0, made.spread / 6)
    near = np.searchsorted(days, at + half, side="right") - np.searchsorted(days, at - half, side="left")
    usual = (near + 0.5) / (len(days) * 2 * half)
    scores = np.full(len(made.created), -1e9)
    scores[ranks] = -0.5 * ((at - made.middle) / made.spread) ** 2 - np.log(made.spread) - np.log(usual)
    return scores


def over_blocks() -> Iterator[Row]:
    """Average precision over followers for four shapes of block."""
    for (n, size, share, spread), anchor in zip(SHAPES, ANCHORS, strict=True):
        maps = [with_block(seed, n, size=size, share=share, spread=spread) for seed in BLOCK_SEEDS]
        ways = (ours, best, sliding)
        mine, top, old = (np.array([average_precision(way(made), made.put_in) for made in maps]) for way in ways)
        found = sum(any(_meets(f, made) for f in blocks(born(made))) for made in maps)
        said = f"AP {mine.mean():.3f} (SD of one map {mine.std():.3f}); best possible {top.mean():.3f}; "
        said += f"sliding histogram {old.mean():.3f}; flagged {found} of {len(maps)}"
        yield f"block of {size}, {share:.0%} of its ranks, {spread} d", f"n = {n:,}", anchor, said, "200-214 / 0-14"


def _meets(found: Found, made: Map) -> bool:
    together = found.block.start < made.end and made.start < found.block.end
    return together and abs(found.block.middle - made.middle) < max(made.spread, LIMITS.bin_days)


def false_blocks() -> Iterator[Row]:
    """Maps without anything put in, and start-ups, that are flagged."""
    kinds: Sequence[tuple[str, Callable[[int, int], Map]]] = (("organic", organic), ("start-up", started))
    for seeds in (FALSE_SEEDS, MORE_SEEDS):
        for n in SIZES if seeds is FALSE_SEEDS else SIZES[:3]:
            for name, kind in kinds:
                lists = [born(kind(seed, n)) for seed in seeds]
                old, young = (_share([bool(look(one)) for one in lists]) for look in (blocks, stretches))
                said = f"interior {old}; new accounts {young}"
                yield f"false: {name}", f"n = {n:,}", "0 of 20; new .10 at 1,000", said, f"200-399 / {_named(seeds)}"


def over_newcomers() -> Iterator[Row]:
    """Lots of brand-new accounts that are flagged, by the age of the accounts."""
    for n in SIZES:
        size = max(100, n // 20) if n > SIZES[0] else n // 5
        for age in (1.0, 5.0, 20.0):
            maps = [with_newcomers(seed, n, size=size, age=age) for seed in MORE_SEEDS[:40]]
            seen = [any(s.start < m.end and m.start < s.end for s in stretches(born(m))) for m in maps]
            what = f"lot of {size:,} accounts about {age:.0f} d old"
            yield what, f"n = {n:,}", "always from 5 %", f"flagged {_share(seen)}", "300-319 / 400-439"


def over_orders() -> Iterator[Row]:
    """Lists whose order is told, shuffled ones and sorted ones."""
    rng = np.random.default_rng(0)
    turned: dict[str, Callable[[Floats], Floats]] = {
        "oldest_first": lambda one: one,
        "newest_first": lambda one: one[::-1],
        "none": rng.permutation,
        "by_birthday": np.sort,
    }
    for n in SIZES[:3]:
        for truth, turn in turned.items():
            found = [
                order(turn(born(organic(s, n))), LIMITS.order_level, LIMITS.sorted_share).found for s in MORE_SEEDS
            ]
            right = _share([one == truth for one in found])
            yield f"order: {truth}", f"n = {n:,}", "-", f"told right {right}", "200-259 / 400-499"


def over_sizes() -> Iterator[Row]:
    """How often the interval of a block's size covers it, and its middle over the truth."""
    for n, size, share, spread in SHAPES:
        maps = [with_block(seed, n, size=size, share=share, spread=spread) for seed in MORE_SEEDS[:60]]
        firsts = [found[0] for found in (blocks(born(made)) for made in maps) if found]
        ends = [(one.count - one.high, one.count - one.low) for one in firsts]
        covered = _share([low <= size <= high for low, high in ends])
        middle = np.quantile([(low + high) / 2 / size for low, high in ends], [0.1, 0.5, 0.9])
        said = f"interval covers {covered}; estimate / truth {middle[1]:.2f} (10-90 %: {middle[0]:.2f}-{middle[2]:.2f})"
        yield f"size of a block of {size}, {share:.0%}", f"n = {n:,}", ".95", said, "200-239 / 400-459"


def over_power() -> Iterator[Row]:
    """Lots of the smallest visible size put in at any place of maps: how many are seen."""
    rng = np.random.default_rng(1)
    for n in SIZES[1:]:
        told, seen = [], []
        for seed in MORE_SEEDS[:40]:
            base = born(organic(seed, n))
            lot = int(np.ceil(smallest_block(cells(base), scan())))
            told.append(lot)
            seen += [_put(rng, base, lot) for _ in range(3)]
        said = f"smallest {np.median(told):.0f} (median), seen {_share(seen)}"
        yield "smallest visible block put in", f"n = {n:,}", "4 of 5 places", said, "300-329 / 400-439"


def _put(rng: np.random.Generator, base: Floats, lot: int) -> bool:
    level = reached(base)
    while True:
        at = int(rng.integers(0, len(base)))
        if level[at] - LIMITS.older_than_days - LIMITS.bin_days > base.min():
            break
    day = rng.uniform(base.min(), level[at] - LIMITS.older_than_days - LIMITS.bin_days)
    created = np.floor(day + rng.uniform(0, LIMITS.bin_days, lot))
    found = blocks(np.concatenate((base[:at], created, base[at:])))
    return any(f.block.start < at + lot and at < f.block.end and abs(f.block.middle - day - 15) < 30 for f in found)


def _real() -> Floats | None:
    folder = Path(os.environ.get("REACHCHECK_DATA", "../shared/data")) / "follower_maps" / "x_account1.csv"
    return np.loadtxt(folder, delimiter=",", skiprows=1)[:, 1] if folder.exists() else None


def over_real() -> Iterator[Row]:
    """The one real map that is public."""
    days = _real()
    if days is None:
        yield "real map", "x_account1", "-", "not there: name its folder in REACHCHECK_DATA", "-"
        return
    told = order(days, LIMITS.order_level, LIMITS.sorted_share)
    yield "order", "x_account1", "-", f"{told.found}, {told.rises:,} rises ({told.by_chance:.0f} by chance)", "- / all"
    old = ", ".join(f"{f.block.start:,}-{f.block.end:,} ({f.count:.0f} against {f.high:.0f})" for f in blocks(days))
    yield "interior blocks at", "x_account1", "10,280-12,680", old, "- / all"
    new = ", ".join(f"{s.start:,}-{s.end:,} ({s.count:.0f} against {s.expected:.0f})" for s in stretches(days))
    yield "brand-new block at", "x_account1", "4,960-5,400", new, "- / all"
    spans = [(f.block.start, f.block.end) for f in blocks(days)] + [(s.start, s.end) for s in stretches(days)]
    ordinary = any(start < 8_600 and end > 8_400 for start, end in spans)
    yield "ranks 8,400-8,600 flagged", "x_account1", "no", "yes" if ordinary else "no", "- / all"
    within = np.zeros(len(days), dtype=bool)
    for start, end in spans:
        within[start:end] = True
    yield "ranks within what is flagged", "x_account1", "<= 10 % (8.3 %)", f"{within.mean():.1%}", "- / all"
    step = block_of(len(days))
    flagged = np.zeros(-(-len(days) // step), dtype=bool)
    for found in rectangles(cells(days), scan()):
        flagged[found.start // step : -(-found.end // step)] = True
    yield "blocks of ranks touched by any window that stands out", "x_account1", "-", f"{flagged.mean():.1%}", "- / all"


def over_cost() -> Iterator[Row]:
    """Processor time of the whole map: order, blocks, newcomers; the least and the median of nine runs."""
    days = _real()
    days = born(organic(0, 28_854)) if days is None else days
    spent = []
    for _ in range(9):
        start = time.process_time()
        order(days, LIMITS.order_level, LIMITS.sorted_share), blocks(days), stretches(days)
        spent.append(time.process_time() - start)
    said = f"{min(spent):.3f} s least, {np.median(spent):.3f} s median"
    yield "processor time", "28,854 followers", "<= .1 s", said, "-"


def _share(seen: Sequence[bool]) -> str:
    k, n = float(sum(seen)), float(len(seen))
    low, high = wilson(np.array([k]), np.array([n]))
    return f"{k:.0f} of {n:.0f} ({low[0]:.2f}-{high[0]:.2f})"


def _named(seeds: range) -> str:
    return f"{seeds[0]}-{seeds[-1]}"


PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "blocks": over_blocks,
    "false": false_blocks,
    "newcomers": over_newcomers,
    "order": over_orders,
    "size": over_sizes,
    "power": over_power,
    "real": over_real,
    "cost": over_cost,
}


def main(names: Sequence[str]) -> None:
    """Print the parts named, or all."""
    print("what | data | anchor | ours | tuned on / reported on")
    for name in names or list(PARTS):
        for row in PARTS[name]():
            print(" | ".join(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
