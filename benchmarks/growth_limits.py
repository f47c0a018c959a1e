"""The limits of the growth rules (`limits_...` of the method), from honest invented years.

    python benchmarks/growth_limits.py [profiles a world]

Prints the lines to put there.
For each size and each kind of attention the limits of all kinds of windows let pass the same share of honest
profile-years, the largest by which in the worst world of the first generator 1 % have any window over its limit, and in
the worst of the second, which has been looked at but not fitted, 3 %; then 3 % more. Seeds below 100; the figures in
docs/accuracy.md use others, and a third generator.
"""

import sys
from collections.abc import Iterator, Mapping

import numpy as np
from accuracy_growth import measured

from reachcheck.measures.base import Context
from reachcheck.measures.engagement import post_responses
from reachcheck.measures.growth.grown import Grown, grown
from reachcheck.measures.growth.scanning import held, scan_of
from reachcheck.method import load
from reachcheck.model.columns import Floats
from reachcheck.simulate.years import Years, first, second, shown

METHOD = load().growth
UNSEEN = ("nobody saw it",)
"""Worlds that no limit can tell from purchases."""
FIRST_SHARE, SECOND_SHARE, MORE = 0.01, 0.03, 1.03
LEAST = (2.5, 2.5, 2.5, 2.5, 2.5, 2.0)
SEEDS = 4
TABLES = {
    "named": ("levels", "gains", "reach", "events"),
    "reach": ("levels", "gains", "reach"),
    "posts": ("levels", "gains", "posts"),
}


def sizes(at: int) -> tuple[float, float]:
    """Half way to the neighbours on either side."""
    knots = np.log(np.array(METHOD.sizes))
    middle = (knots[1:] + knots[:-1]) / 2
    ends = np.exp(np.concatenate([[np.log(30)], middle, [np.log(1e6)]]))
    return float(ends[at]), float(ends[at + 1])


def tops(years: Years) -> Mapping[str, Floats]:
    """The highest score of each kind of window of each profile, by kind of attention."""
    found = {kind: [_top(part, TABLES[kind]) for part in chunks(years)] for kind in TABLES}
    return {kind: np.maximum(np.concatenate(parts), 0.0) for kind, parts in found.items()}


def chunks(years: Years, size: int = 250) -> Iterator[Years]:
    for begin in range(0, len(years), size):
        yield years.take(np.arange(begin, min(begin + size, len(years))))


def _top(years: Years, tables: tuple[str, ...]) -> Floats:
    dossiers = shown(years, tables)
    context = Context(dossiers=dossiers, method=load(), done=measured(dossiers, families=("count", "data")))
    drawn = post_responses(context).drawn
    found = [grown(context, drawn, i) for i in range(len(years))]
    scan = scan_of(METHOD, 1)
    out = np.full((len(years), len(scan.lengths)), -np.inf)
    groups: dict[tuple[object, ...], list[int]] = {}
    for i, each in enumerate(found):
        if isinstance(each, Grown) and each.attention:
            groups.setdefault((len(each.days), each.listed), []).append(i)
    for members in groups.values():
        together = [found[i] for i in members]
        (one,) = held(METHOD, together, scan)
        floor = np.stack([g.before for g in together]) >= METHOD.least_level
        for kind, scores in enumerate(scan.scores(one.sums)):
            counted = np.where(floor[:, : scores.shape[1]] & ~np.isnan(scores), scores, -np.inf)
            out[members, kind] = counted.max(axis=1, initial=-np.inf)
    return out


def limits(of_first: list[Floats], of_second: list[Floats]) -> Floats:
    """One limit for each kind of window: all let pass the same share of years, the largest that is allowed."""
    for tail in np.linspace(0.01, 0.001, 60):
        ends = [(m, tail) for m in of_first] + [(m, tail * SECOND_SHARE / FIRST_SHARE) for m in of_second]
        found = np.maximum(np.max([np.quantile(m, 1 - share, axis=0) for m, share in ends], axis=0), LEAST)
        if _worst(of_first, found) <= FIRST_SHARE and _worst(of_second, found) <= SECOND_SHARE:
            break
    return np.maximum(np.round(MORE * found, 2), LEAST)


def _worst(worlds: list[Floats], found: Floats) -> float:
    return max(float((m > found).any(axis=1).mean()) for m in worlds)


def smooth(rows: Floats) -> Floats:
    """No limit below the middle between those of the neighbouring sizes."""
    between = (rows[:-2] + rows[2:]) / 2
    return np.round(np.concatenate([rows[:1], np.maximum(rows[1:-1], between), rows[-1:]]), 2)


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    made: dict[str, list[Floats]] = {kind: [] for kind in TABLES}
    for at in range(len(METHOD.sizes)):
        ends = sizes(at)
        worlds = [world for world in first.WORLDS if world not in UNSEEN]
        one = [tops(first.first(world, n, 1, ends)) for world in worlds]
        per = -(-n // SEEDS)
        two = [
            tops(Years.join([second.second(world, per, 10 + seed, ends) for seed in range(SEEDS)], world))
            for world in second.WORLDS
        ]
        for kind in TABLES:
            found = limits([each[kind] for each in one], [each[kind] for each in two])
            made[kind].append(found)
            print(f"# {METHOD.sizes[at]:,.0f} {kind}: {found.tolist()}", flush=True)
            worst = {
                world: 100 * float((each[kind] > found).any(axis=1).mean())
                for world, each in zip((*worlds, *(f"2 {w}" for w in second.WORLDS)), (*one, *two), strict=True)
            }
            print("#   " + ", ".join(f"{world} {rate:.1f}" for world, rate in worst.items()), flush=True)
    for kind, rows in made.items():
        print(f"limits_{kind} = [")
        for row in smooth(np.array(rows)).tolist():
            print(f"    {row},")
        print("]")


if __name__ == "__main__":
    main()
